"""What reports promise comes true when it is done and written on the resume: the loop of `benchmarks/promises.py`, on
two of its invented people.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from gapcheck import Analyzer

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "promises.py"


@pytest.fixture(scope="module")
def promises() -> ModuleType:
    spec = importlib.util.spec_from_file_location("promises", BENCHMARK)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["promises"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("person", ["data-engineer.md", "platform.resume.json"])
def test_every_promise_to_an_invented_person_is_kept(person: str, promises: ModuleType, analyzer: Analyzer) -> None:
    by_role = analyzer.wishing("junior-ml-engineer", as_of=promises.AS_OF)
    verdicts = list(promises.verdicts(by_role, promises.read_paper(promises.PEOPLE / person)))
    assert len(verdicts) > 20
    assert [(kind, said) for kind, kept, said in verdicts if not kept] == []
