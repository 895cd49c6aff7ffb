"""A call that reads an untrusted file → the text it gives, from a copy of this process that is ended if it hangs.

A copy takes about a hundredth of a second to make, because everything is loaded in it already. It gives back text
alone, so that nothing that happens in it reaches this process.
"""

from __future__ import annotations

import faulthandler
import gc
import json
import os
import select
import signal
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from gapcheck.batch.limits import Limits, died, failed, limit_memory, too_much, too_slow
from gapcheck.documents import DocumentError

_CHUNK = 1 << 16
_RESULT, _ERROR = b"+", b"-"
_LONGER = 10  # seconds above the time limit after which a copy without a parent ends itself
_FULL_SHARE = 0.5  # of the memory limit: a copy that dies with so much more in use than this process has met it
_KILOBYTES_A_MEGABYTE = 1024


def can_guard() -> bool:
    """Whether this platform copies processes."""
    return hasattr(os, "fork")


def guarded(call: Callable[[], str], limits: Limits) -> str:
    """What the call gives. Raises `DocumentError`: its own, or `timeout`, `memory` or `crashed`.

    Where processes can't be copied (Windows) the call is made in this one, without limits.
    """
    if not can_guard():
        return call()
    reader, writer = os.pipe()
    held = _kilobytes_held()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # numpy's threads sleep, and the copy starts none
        child = os.fork()
    if child == 0:
        os.close(reader)
        _run(call, writer, limits)
    os.close(writer)
    try:
        answer = _answer(reader, time.monotonic() + limits.timeout)
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)  # it has ended already or is about to, unless it hangs
        _, status, usage = os.wait4(child, 0)
    if answer is None:
        raise too_slow(limits)
    if answer[:1] == _RESULT:
        return answer[1:].decode()
    if answer[:1] == _ERROR:
        raise DocumentError(*json.loads(answer[1:]))
    if held and usage.ru_maxrss - held > _FULL_SHARE * limits.memory * _KILOBYTES_A_MEGABYTE:
        raise too_much(limits)
    raise died(os.waitstatus_to_exitcode(status))


def _run(call: Callable[[], str], writer: int, limits: Limits) -> None:
    """In the copy: never returns, and leaves nothing of what the process had open."""
    gc.freeze()  # what is there already is no rubbish: to look for it would copy all the memory of this process
    try:
        for signum in (signal.SIGINT, signal.SIGTERM, signal.SIGALRM):
            signal.signal(signum, signal.SIG_DFL)
        signal.alarm(int(limits.timeout) + _LONGER)
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        faulthandler.disable()
        _no_core_file()
        limit_memory(limits.memory)
        _write(writer, _tried(call, limits))
    finally:
        os._exit(0)


def _tried(call: Callable[[], str], limits: Limits) -> bytes:
    try:
        return _RESULT + call().encode()
    except DocumentError as raised:
        error = raised
    except MemoryError:
        error = too_much(limits)
    except Exception as unexpected:  # noqa: BLE001 - whatever it is, it costs this document alone
        error = failed(unexpected)
    return _ERROR + json.dumps([error.code, error.message]).encode()


def _no_core_file() -> None:
    """A copy that dies leaves no image of its memory, and so of the resume, on the disk."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _write(writer: int, answer: bytes) -> None:
    while answer:
        answer = answer[os.write(writer, answer) :]


def _answer(reader: int, deadline: float) -> bytes | None:
    """All that the copy writes, None where it is not done in time."""
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return None
        part = os.read(reader, _CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _kilobytes_held() -> int:
    """The memory of this process that is in use, 0 where the platform does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024
