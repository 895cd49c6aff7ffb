"""Seconds of wall time and of CPU time that something takes, fair on a machine that does other things as well."""

from __future__ import annotations

import resource
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from documents import ROOT, environment


@dataclass(frozen=True, slots=True)
class Seconds:
    """What a command took; `cpu` is that of its process and of those that it waited for."""

    wall: float
    cpu: float


def commands(*several: Sequence[str], repeats: int = 7) -> list[Seconds]:
    """The median wall time and the least CPU time of each command, taken in turns after one turn to warm the disk."""
    rounds = [[_seconds(command) for command in several] for _ in range(repeats + 1)][1:]
    return [
        Seconds(statistics.median(one.wall for one in runs), min(one.cpu for one in runs))
        for runs in zip(*rounds, strict=True)
    ]


def _seconds(command: Sequence[str]) -> Seconds:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment())
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Seconds(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def least_cpu(works: Sequence[Callable[[], object]], repeats: int = 7) -> list[float]:
    """The least CPU seconds of each work, taken in turns after one turn to warm up."""
    rounds = [[_cpu(work) for work in works] for _ in range(repeats + 1)][1:]
    return [min(times) for times in zip(*rounds, strict=True)]


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
