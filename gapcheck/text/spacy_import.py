"""Imports spaCy without its command line, which takes a third of the import and brings a downloader and HTTP clients.

spaCy imports `spacy.cli.info` for the sake of `spacy.info()` alone. Here a stand-in takes that place while spaCy is
being imported; afterwards `spacy.info()` and `import spacy.cli` work as ever. Where spaCy was imported before, nothing
happens.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from types import ModuleType
from typing import Any


def _info(*args: Any, **kwargs: Any) -> Any:
    """`spacy.info()`, imported when it is called."""
    return importlib.import_module("spacy.cli.info").info(*args, **kwargs)


def _import_spacy() -> None:
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    vars(stand_ins["spacy.cli.info"])["info"] = _info
    sys.modules.update(stand_ins)
    try:
        with contextlib.suppress(ImportError):  # a spaCy that wants more of its command line is imported as a whole
            importlib.import_module("spacy")
    finally:
        for name in stand_ins:
            del sys.modules[name]


if "spacy" not in sys.modules:
    _import_spacy()
