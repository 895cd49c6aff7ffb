"""How worker processes start: as copies of a clean process, not of this one with its threads and open store.

It imports nothing of gapcheck, so that the command can start that process before it loads anything itself.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import BaseContext


def worker_context() -> BaseContext:
    """What starts workers, copied from a process that has loaded what reading needs where the system has such ones."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "gapcheck.batch.pool", "gapcheck.batch.preload"])
    return context
