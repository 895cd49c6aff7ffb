"""Imported by the process that workers are copied from: they find all that reading by our own taxonomy needs loaded."""

from __future__ import annotations

import gc
from contextlib import suppress

from gapcheck.analyzer import Analyzer
from gapcheck.taxonomy import TaxonomyError


def _load() -> None:
    gc.disable()  # loading makes many objects and no rubbish
    with suppress(TaxonomyError):  # the command says it
        Analyzer().warm_up()
    gc.freeze()
    gc.enable()


_load()
