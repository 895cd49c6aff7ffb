"""Documents → outcomes as they come, from worker processes with a time and a memory limit.

A document that hangs, kills its worker or wants more memory than it may have costs one outcome with an error:
`timeout`, `crashed` or `memory`. The others are analysed by a new worker.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import hashlib
import os
import signal
import time
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from gapcheck.batch.interrupt import LOOK, held_interrupts
from gapcheck.batch.limits import Limits, died, failed, limit_memory, too_much, too_slow
from gapcheck.batch.outcome import Outcome, failure_of, outcome_of
from gapcheck.batch.sources import content_of, travels
from gapcheck.documents import DocumentError
from gapcheck.report import GapReport
from gapcheck.worker_context import worker_context

_AHEAD = 2  # documents handed out per worker, so that none waits for the parent
_DOCUMENTS_A_WORKER = 1000  # then a new process takes its place: spaCy's word store grows with each document
_PATIENCE = 120.0  # seconds above the time limit without any result: the pool is stuck
_FULL = 77  # exit code of a worker whose memory is full, perhaps with what documents before have left in it
_TRIES = 3  # pools in a row that break without a result

T = TypeVar("T")


class Analyzes(Protocol):
    """What a worker needs of an `Analyzer`."""

    def analyze_for_store(self, content: bytes, name: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        """The report on the document with this content, with names and without."""


Factory = Callable[[], Analyzes]
"""Builds the analyzer, once in each worker; it has to be picklable."""


@dataclass(frozen=True, slots=True)
class Work:
    """A document to analyse, and the hash that its bytes had when it was found. `content` are its bytes where a worker
    can't read them at `path`; `unsure`: it is read only if it looks like a resume.
    """

    path: str
    sha256: str = ""
    content: bytes | None = None
    unsure: bool = False


class WorkersError(Exception):
    """There is no worker that stays alive. `is_usage`: another command would do; otherwise what is done is kept."""

    def __init__(self, message: str, *, is_usage: bool = False) -> None:
        super().__init__(message)
        self.is_usage = is_usage


def usable_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def outcomes(work: Sequence[Work], factory: Factory, limits: Limits) -> Iterator[Outcome]:
    """An outcome for each document, in the order in which they are done. Closing the iterator ends the workers.

    Raises `WorkersError` where workers die before they take a document.
    """
    return (outcome for _, outcome in _numbered(work, factory, limits))


def outcomes_in_order(work: Sequence[Work], factory: Factory, limits: Limits) -> Iterator[Outcome]:
    """As `outcomes`, in the order of the documents."""
    done: dict[int, Outcome] = {}
    following = 0
    for number, outcome in _numbered(work, factory, limits):
        done[number] = outcome
        while following in done:
            yield done.pop(following)
            following += 1


def _numbered(work: Sequence[Work], factory: Factory, limits: Limits) -> Iterator[tuple[int, Outcome]]:
    with held_interrupts() as look:
        yield from _from_pools(work, factory, replace(limits, jobs=max(1, min(limits.jobs, len(work)))), look)


def _from_pools(
    work: Sequence[Work], factory: Factory, limits: Limits, look: Callable[[], None]
) -> Iterator[tuple[int, Outcome]]:
    coming = enumerate(_loaded(one, limits) for one in work)
    again: deque[tuple[int, Work]] = deque()  # handed out to a pool that broke, or to a worker that was full
    full: Counter[int] = Counter()
    fruitless = 0
    while fruitless < _TRIES:
        fruitless += 1
        pool = new_pool(limits, _set_up, factory, limits)
        handed: dict[Future[Outcome], tuple[int, Work]] = {}
        try:
            while True:
                while len(handed) < _AHEAD * limits.jobs:
                    task = again.popleft() if again else next(coming, None)
                    if task is None:
                        break
                    handed[_schedule(pool, task, again, limits)] = task
                if not handed:
                    return
                for future in sorted(_finished(handed, limits, look), key=lambda future: handed[future][0]):
                    if isinstance(future.exception(), BrokenProcessPool):
                        raise BrokenProcessPool
                    number, one = handed.pop(future)
                    if _was_full(future) and full[number] < limits.jobs:  # each worker may have been
                        full[number] += 1
                        again.append((number, one))
                        continue
                    yield number, _outcome(future, one, limits)
                    fruitless = 0
        except BrokenProcessPool:
            again.extend(handed.values())
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()
    raise WorkersError("worker processes end before they read anything: give them more with --max-memory")


def _finished(
    handed: Iterable[Future[Outcome]], limits: Limits, look: Callable[[], None]
) -> Collection[Future[Outcome]]:
    until = time.monotonic() + _PATIENCE + limits.timeout
    while time.monotonic() < until:
        look()
        finished, _ = wait(handed, LOOK, return_when="FIRST_COMPLETED")
        if finished:
            return finished
    raise BrokenProcessPool


def _loaded(work: Work, limits: Limits) -> Work:
    """The work with its bytes, where a worker can't have them otherwise."""
    if work.content is None and travels(work.path):
        with contextlib.suppress(DocumentError):
            return replace(work, content=content_of(work.path, limits.file))
    return work


def _schedule(
    pool: ProcessPool, task: tuple[int, Work], again: deque[tuple[int, Work]], limits: Limits
) -> Future[Outcome]:
    try:
        return pool.schedule(_analyze, args=(task[1],), timeout=limits.timeout)
    except RuntimeError:  # the pool has broken
        again.append(task)
        raise BrokenProcessPool from None


def _was_full(future: Future[Outcome]) -> bool:
    error = future.exception()
    return isinstance(error, ProcessExpired) and error.exitcode == _FULL


def _outcome(future: Future[Outcome], work: Work, limits: Limits) -> Outcome:
    try:
        return result_of(future, limits)
    except DocumentError as error:
        return failure_of(work.path, work.sha256, error)


def result_of(future: Future[T], limits: Limits) -> T:
    """What a worker made of a document. Raises `DocumentError` with code `timeout`, `memory` or `crashed`."""
    try:
        return future.result()
    except DocumentError:
        raise
    except FutureTimeoutError:
        error = too_slow(limits)
    except ProcessExpired as expired:
        error = too_much(limits) if expired.exitcode == _FULL else died(expired.exitcode or 0)
    except MemoryError:
        error = too_much(limits)
    except Exception as unexpected:  # noqa: BLE001 - whatever it is, it costs this document alone
        error = failed(unexpected)
    raise error


def new_pool(limits: Limits, set_up: Callable[..., None], *arguments: object) -> ProcessPool:
    """Worker processes under a memory limit, each set up by `set_up(*arguments)` before its first document."""
    return ProcessPool(
        max_workers=limits.jobs,
        max_tasks=_DOCUMENTS_A_WORKER,
        initializer=_begin,
        initargs=(limits, set_up, arguments),
        context=worker_context(),
    )


class _Worker:
    """What a worker process keeps between documents."""

    analyzer: Analyzes | None = None
    limits = Limits(1)
    documents = 0


def _begin(limits: Limits, set_up: Callable[..., None], arguments: tuple[object, ...]) -> None:
    """In the worker, before its first document."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # end at once, also inside a library that is busy
    limit_memory(limits.memory)
    gc.disable()  # loading makes many objects and no rubbish
    try:
        set_up(*arguments)
    except MemoryError:
        os._exit(1)  # this is no document's fault: the parent sees that no worker starts
    gc.freeze()
    gc.enable()


def _set_up(factory: Factory, limits: Limits) -> None:
    _Worker.limits = limits
    _Worker.analyzer = factory()


def _analyze(work: Work) -> Outcome:
    """In the worker: the outcome on one document."""
    assert _Worker.analyzer is not None
    with Path(os.devnull).open("w") as nowhere:
        # ends a worker that hangs and whose parent, killed, can't end it
        faulthandler.dump_traceback_later(2 * _Worker.limits.timeout + 10, exit=True, file=nowhere)
        sha256 = work.sha256
        _Worker.documents += 1
        try:
            content = content_of(work.path, _Worker.limits.file) if work.content is None else work.content
            sha256 = hashlib.sha256(content).hexdigest()
            reports = _Worker.analyzer.analyze_for_store(content, work.path, unsure=work.unsure)
            return outcome_of(work.path, *reports)
        except DocumentError as error:
            return failure_of(work.path, sha256, error)
        except MemoryError:  # told from here: an exception that is kept would keep what filled the memory
            if _Worker.documents > 1:
                os._exit(_FULL)  # a new worker shows whether it was this document
            return failure_of(work.path, sha256, too_much(_Worker.limits))
        finally:
            faulthandler.cancel_dump_traceback_later()
