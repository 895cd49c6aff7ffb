"""Documents → outcomes as they come, from the workers of a Dask cluster.

A task is a batch of documents that takes some seconds. A Dask worker analyses it as one machine does, in a process of
its own with a time and a memory limit, so a document costs itself alone and the cluster does not notice. Where a whole
Dask worker is lost, its batch is done again in pieces; a document that every worker dies of is named.
"""

from __future__ import annotations

import hashlib
import logging
import math
import multiprocessing
import os
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gapcheck.batch.interrupt import LOOK, held_interrupts
from gapcheck.batch.limits import Limits
from gapcheck.batch.outcome import Outcome, failure_of
from gapcheck.batch.pool import Analyzes, Factory, Work, WorkersError, outcomes
from gapcheck.batch.sources import MARK, content_of, seen_from, travels
from gapcheck.documents import DocumentError
from gapcheck.extras import how_to_install

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"

_ANSWER = 5.0  # seconds in which a cluster has to answer
_WORKERS_COME = 120.0  # seconds in which a cluster without workers has to get one
_LEAST, _FIRST, _MOST = 5, 10, 200  # documents in the last, the first and any batches
_SECONDS = 5.0  # that a batch should take: a process is started for it, and a lost one is not much
_SENT = 4 << 20  # bytes of documents that travel with a batch
_AHEAD = 2  # batches handed out per thread of the cluster
_PIECES = 8  # that a lost batch is cut into


class OtherInstallationError(Exception):
    """A worker's gapcheck would write other reports: another version, taxonomy or models."""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker needs besides the documents. It refuses to read them where `basis` gives another hash than
    `expected`, because its reports would differ. Relative paths are below `folder`.
    """

    factory: Factory
    limits: Limits
    basis: Callable[[], str]
    expected: str
    folder: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a batch came to: outcomes, the documents that the worker could not read, and the seconds it took."""

    outcomes: list[Outcome]
    unread: list[Work]
    seconds: float


@contextmanager
def connected(address: str, jobs: int) -> Iterator[Client]:
    """A client of the cluster whose scheduler is at this address, or, for `local`, of one of so many processes here.

    Raises `WorkersError` where there is none.
    """
    try:
        import distributed
        from distributed.comm.addressing import get_address_host_port
    except ImportError:
        raise WorkersError(f"--dask needs Dask: {how_to_install('dask')}", is_usage=True) from None
    for name in ("distributed", "distributed.client"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore", distributed.versions.VersionMismatchWarning)  # `analyze_batch` looks closer
    with _cluster(address, jobs) as cluster:
        try:
            if address != LOCAL:
                get_address_host_port(address)  # a client that gets no address ends with a traceback
            client = distributed.Client(cluster, timeout=_ANSWER)
        except (OSError, ValueError, TypeError):
            raise WorkersError(
                f"no Dask cluster answers at {address}: start one, or give --dask local", is_usage=True
            ) from None
        with client:
            yield client


def outcomes_on_cluster(
    work: Sequence[Work], client: Client, factory: Factory, limits: Limits, basis: Callable[[], str]
) -> Iterator[Outcome]:
    """An outcome for each document, in the order in which they are done. Closing the iterator cancels the rest.

    `basis` gives the hash of what reports rest on, on the machine where it is called: workers where it is another than
    here are refused. Raises `WorkersError`.
    """
    task = Task(factory, replace(limits, jobs=1), basis, basis(), str(Path.cwd()))
    with held_interrupts() as look:
        yield from _outcomes(_Run(client, task, deque(work), look))


def _outcomes(run: _Run) -> Iterator[Outcome]:
    """The outcomes of the run. Whatever goes wrong with the cluster is raised as a `WorkersError`."""
    try:
        yield from run.outcomes()
    except WorkersError:
        raise
    except OtherInstallationError:
        raise WorkersError(
            "a worker of the cluster has another gapcheck, or other data, than is here: install the same on all"
        ) from None
    except (CancelledError, OSError) as error:
        raise WorkersError(
            f"the cluster went away ({type(error).__name__}): run the same command again to go on"
        ) from None
    except Exception as error:  # noqa: BLE001 - whatever a worker raises
        raise WorkersError(
            f"a worker of the cluster failed ({type(error).__name__}: {error}): "
            "install the same gapcheck, Python and Dask on all machines"
        ) from None
    finally:
        run.cancel()


@dataclass(slots=True)
class _Run:
    """One run on the cluster: the documents that wait, the batches that are handed out, and what became
    of lost ones.
    """

    client: Client
    task: Task
    waiting: deque[Work]
    look: Callable[[], None]  # for Ctrl-C
    handed: dict[Future[Done], list[Work]] = field(default_factory=dict)
    again: deque[list[Work]] = field(default_factory=deque)  # pieces of lost batches
    suspects: list[Work] = field(default_factory=list)  # a worker died while it had this document alone
    blamed: set[str] = field(default_factory=set)  # paths of suspects that lost one more while nothing else was read
    size: int = _FIRST
    sends: bool = False  # a worker could not read what can be read here

    def outcomes(self) -> Iterator[Outcome]:
        yield from self._until_done()
        for (
            work
        ) in self.suspects:  # nothing else is being read now, so a worker that dies shows which document kills it
            self.again.append([work])
            yield from self._until_done(alone=True)

    def cancel(self) -> None:
        for future in self.handed:
            future.cancel()

    def _until_done(self, *, alone: bool = False) -> Iterator[Outcome]:
        while self._hand_out():
            for future in self._finished():
                batch = self.handed.pop(future)
                try:
                    done = future.result()
                except Exception as error:  # noqa: BLE001 - whatever a worker raises
                    yield from self._lost(batch, error, alone=alone)
                else:
                    self.size = max(1, min(_MOST, math.ceil(_SECONDS * len(batch) / max(done.seconds, 0.01))))
                    yield from done.outcomes
                    yield from self._unread(done.unread)

    def _hand_out(self) -> bool:
        threads = max(1, sum(self.client.nthreads().values()))
        while (self.waiting or self.again) and len(self.handed) < _AHEAD * threads:
            batch = self.again.popleft() if self.again else self._next(threads)
            self.handed[self.client.submit(analyze_batch, batch, self.task, pure=False)] = batch
        return bool(self.handed)

    def _next(self, threads: int) -> list[Work]:
        """The next batch; smaller towards the end, so that no worker is left with much."""
        size = min(self.size, max(_LEAST, math.ceil(len(self.waiting) / (_AHEAD * threads))))
        batch: list[Work] = []
        sent = 0
        while self.waiting and len(batch) < size and sent < _SENT:
            batch.append(self._with_content(self.waiting.popleft()))
            sent += len(batch[-1].content or b"")
        return batch

    def _with_content(self, work: Work) -> Work:
        if work.content is None and (self.sends or travels(work.path)):
            try:
                return replace(work, content=content_of(work.path, self.task.limits.file))
            except DocumentError:  # the worker will say so
                return work
        return work

    def _finished(self) -> list[Future[Done]]:
        from distributed import wait

        since = time.monotonic()
        while True:
            self.look()
            try:
                return list(wait(list(self.handed), timeout=LOOK, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                if not self.client.nthreads() and time.monotonic() - since > _WORKERS_COME:
                    raise WorkersError(f"the cluster has had no worker for {_WORKERS_COME:.0f} s: start some") from None

    def _lost(self, batch: list[Work], error: Exception, *, alone: bool) -> Iterator[Outcome]:
        from distributed import KilledWorker

        if not isinstance(error, KilledWorker):
            raise error
        if alone and batch[0].path not in self.blamed:
            self.blamed.add(batch[0].path)  # once more: a worker that was dying already may have been given it
            self.again.append(batch)
        elif alone:
            crashed = DocumentError("crashed", "every worker of the cluster that read it died: look at the file")
            yield failure_of(batch[0].path, batch[0].sha256, crashed)
        elif len(batch) == 1:
            self.suspects += batch
        else:
            piece = math.ceil(len(batch) / _PIECES)
            self.again.extend(batch[start : start + piece] for start in range(0, len(batch), piece))

    def _unread(self, unread: list[Work]) -> Iterator[Outcome]:
        """Sends the bytes of documents that a worker can't read, or gives the error where this process can't either."""
        for work in unread:
            try:
                self.waiting.append(replace(work, content=content_of(work.path, self.task.limits.file)))
                self.sends = True
            except DocumentError as error:
                yield failure_of(work.path, work.sha256, error)


def analyze_batch(batch: list[Work], task: Task) -> Done:
    """In a Dask worker: the outcomes on some documents, from a process with limits."""
    if task.basis() != task.expected:
        raise OtherInstallationError
    multiprocessing.current_process().daemon = False  # Dask's workers may have no children otherwise
    start = time.monotonic()
    unread: list[Work] = []
    read: dict[str, Work] = {}
    for work in batch:
        content = _content(work, task)
        if content is None:
            unread.append(work)
        else:
            read[work.path] = replace(work, content=content)
    factory = partial(_built_in, task.folder, task.factory)
    found = list(outcomes(list(read.values()), factory, task.limits)) if read else []
    return Done(found, unread, time.monotonic() - start)


def _built_in(folder: str, factory: Factory) -> Analyzes:
    """In the process with limits: the analyzer, its relative paths below `folder` where that is on this machine too."""
    with suppress(OSError):
        os.chdir(folder)
    return factory()


def _content(work: Work, task: Task) -> bytes | None:
    """The bytes of a document; None where this machine does not have them: nothing at its path, or something else."""
    if work.content is not None:
        return work.content
    try:
        content = content_of(seen_from(task.folder, work.path), task.limits.file)
    except DocumentError:
        return None
    is_known = not work.sha256.startswith(MARK)
    return None if is_known and hashlib.sha256(content).hexdigest() != work.sha256 else content


@contextmanager
def _cluster(address: str, jobs: int) -> Iterator[object]:
    if address != LOCAL:
        yield address
        return
    import dask
    from distributed import LocalCluster

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),  # a lost batch comes back at once, to be cut
        LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
            scheduler_kwargs={"dashboard_address": "127.0.0.1:0"},  # its port for checks, else always 8787
            memory_limit=0,
            silence_logs=logging.CRITICAL,
            env={"PYTHONWARNINGS": "ignore::UserWarning:multiprocessing.resource_tracker"},  # of workers that are ended
        ) as cluster,
    ):
        yield cluster
