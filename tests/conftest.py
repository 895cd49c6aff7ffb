"""What all tests share and is slow to build: the taxonomy, the skill reader, the analyzer."""

from __future__ import annotations

import compileall
import gc
import os
import pickle
import signal
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pytest
from browsing import browser  # noqa: F401 - a fixture
from hypothesis import settings
from pages import AS_OF
from sections_read import understand  # noqa: F401 - a fixture
from serving import server  # noqa: F401 - a fixture
from skill_resumes import read  # noqa: F401 - a fixture

from gapcheck import Analyzer, GapReport
from gapcheck.documents.pdf import page_images
from gapcheck.skills.reader import SkillReader
from gapcheck.skills.reader import skill_reader as shared_reader
from gapcheck.taxonomy import Taxonomy, catalogue, load_taxonomy
from gapcheck.taxonomy.records import Record, read_file

ROOT = Path(__file__).parent.parent
SAMPLES, DATA = ROOT / "samples", ROOT / "skills_taxonomy"

gc.set_threshold(100_000, 50, 100)  # tests leave little rubbish: to look for it as often as usual costs a tenth
for library in ("OMP", "OPENBLAS"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")  # of the processes from here on: their number is enough
sys.dont_write_bytecode = False  # even where it is usual: each process would compile tests and program anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # so that workers keep what pytest makes of its plugins, too

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as for a command in the background of a script
    signal.signal(signal.SIGINT, signal.default_int_handler)  # what is started from here on can be interrupted again

settings.register_profile("gapcheck", deadline=None)  # a slow machine is no failure
settings.load_profile("gapcheck")


def pytest_xdist_auto_num_workers() -> int | None:
    """A process more than there are cores: one or the other waits for a command, a cluster or a browser. Each takes
    seconds to collect the tests and to build what they share.
    """
    return None if "PYTEST_XDIST_AUTO_NUM_WORKERS" in os.environ else (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    """Many tests start the program as a process of its own: that finds it compiled, and its data parsed and checked.

    They are kept in a folder of the tests: the data that tests lay over ours are none of those that a user needs again,
    and nobody else's push ours out.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ:
        for code in (ROOT / "gapcheck", DATA):
            compileall.compile_dir(code, quiet=2)
        if cache := getattr(config, "cache", None):  # none with `-p no:cacheprovider`
            os.environ["XDG_CACHE_HOME"] = str(cache.mkdir("caches"))


def pytest_collection_finish() -> None:
    """What is loaded stays: no search for rubbish looks at it again."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that build something for all of their tests run first: they take longest, and short ones fill what is left.

    A file runs in one process (`--dist loadfile`), so that what its tests share is built once.
    """
    slow = {item.path for item in items if isinstance(item, pytest.Function) and _shares_with_its_file(item)}
    items.sort(key=lambda item: item.path not in slow)


def _shares_with_its_file(test: pytest.Function) -> bool:
    return any(found[-1].scope == "module" for found in test._fixtureinfo.name2fixturedefs.values())


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    """The taxonomy that ships with gapcheck."""
    return load_taxonomy()


@pytest.fixture(scope="session")
def skill_reader(taxonomy: Taxonomy) -> SkillReader:
    """One pipeline for all tests."""
    return shared_reader(taxonomy)


@pytest.fixture(scope="session", autouse=True)
def _pictures_are_made_in_half_the_time() -> Iterator[None]:
    """Pictures of pages take a few bytes more: nothing but their size is another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_images, "_EFFORT", 1)
        yield


@pytest.fixture(scope="session", autouse=True)
def _shipped_files_are_parsed_once() -> Iterator[None]:
    """Half the time of laying files over ours goes into YAML that ships and that no test changes."""
    parsed = cache(read_file)

    def parse(file: Traversable | Path, name: str) -> Record:
        if isinstance(file, Path) and file.is_relative_to(DATA):
            return parsed(file, name)
        return read_file(file, name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "read_file", parse)
        yield


@pytest.fixture(scope="session", autouse=True)
def _copies_find_all_loaded(taxonomy: Taxonomy) -> None:
    """A command reads each resume in a copy of this process: what a first one loads is loaded here, not in each."""
    Analyzer(as_of=AS_OF, taxonomy=taxonomy).analyze(SAMPLES / "strong.pdf")


class RememberingAnalyzer(Analyzer):
    """Reads each of the samples once: many tests look at the same reports, and none can change one. Where `kept` is a
    folder, reports are taken from there if another process of the run has read the sample.
    """

    kept: Path | None = None

    @cached_property
    def _reports(self) -> dict[Path, GapReport]:
        return {}

    def wishing(self, *arguments: Any, **wishes: Any) -> Analyzer:
        other = super().wishing(*arguments, **wishes)
        other.__dict__.pop("_reports", None)
        other.__dict__.pop("kept", None)
        return other

    def analyze(self, path: str | Path) -> GapReport:
        if not isinstance(path, Path) or SAMPLES not in path.parents:
            return super().analyze(path)
        if path not in self._reports:
            self._reports[path] = self._read_once(path)
        return self._reports[path]

    def _read_once(self, path: Path) -> GapReport:
        if self.kept is None:
            return super().analyze(path)
        file = self.kept / "-".join(path.relative_to(SAMPLES).parts)
        if file.exists():
            report: GapReport = pickle.loads(file.read_bytes())
        else:
            report = super().analyze(path)
            draft = file.with_suffix(f".{os.getpid()}")
            draft.write_bytes(pickle.dumps(report))
            draft.replace(file)  # whole from the first moment
        return report


@pytest.fixture(scope="session")
def analyzer(taxonomy: Taxonomy, tmp_path_factory: pytest.TempPathFactory) -> Analyzer:
    """One analyzer for all tests; "present" is November 2026."""
    one = RememberingAnalyzer(as_of=AS_OF, taxonomy=taxonomy)
    own = tmp_path_factory.getbasetemp()
    one.kept = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "reports"
    one.kept.mkdir(exist_ok=True)
    return one
