"""Workers start with what every reading needs: it is loaded once, in the process that they are copied from."""

from __future__ import annotations

import gc

from gapcheck.batch import Limits
from gapcheck.batch.pool import new_pool
from gapcheck.skills.confidence import load_confidence_model
from gapcheck.skills.reader import _shared


def nothing() -> None:
    """What is set up in the worker."""


def state() -> tuple[int, int, bool, bool]:
    readers, models = _shared.cache_info().currsize, load_confidence_model.cache_info().currsize
    return readers, models, gc.isenabled(), gc.get_freeze_count() > 100_000


def test_worker_has_reader_and_models_before_its_first_document_and_looks_for_rubbish_in_new_objects_alone() -> None:
    pool = new_pool(Limits(1), nothing)
    try:
        assert pool.schedule(state).result() == (1, 1, True, True)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
