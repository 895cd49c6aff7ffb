"""How long a document may take and how much memory it may fill, and the errors that say that it was too much."""

from __future__ import annotations

import contextlib
import os
import signal
from dataclasses import dataclass
from pathlib import Path

from gapcheck.documents import DocumentError, ReadLimits

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """How many workers, how many seconds a document may take, how many megabytes its reading may take and its file may
    have.
    """

    jobs: int
    timeout: float = 40.0
    memory: int = 1536  # of addresses: OCR needs about 1,000
    file: int = ReadLimits().megabytes


def limit_memory(megabytes: int) -> None:
    """Lets this process take no more memory than that beyond what it holds now; does nothing where the platform has no
    such limit.
    """
    try:
        import resource
    except ImportError:
        return
    most = _address_space() + megabytes * _MEGABYTE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    """The bytes that this process has mapped, libraries and all; 0 where the platform does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def too_slow(limits: Limits) -> DocumentError:
    """The error of a document that was not done in time."""
    return DocumentError(
        "timeout", f"not done after {limits.timeout:g} s: look at the file, or give it more time with --timeout"
    )


def too_much(limits: Limits) -> DocumentError:
    """The error of a document that needs more memory than it may have."""
    return DocumentError(
        "memory", f"it needs more than {limits.memory} MB: look at the file, or give it more memory with --max-memory"
    )


def died(exit_code: int) -> DocumentError:
    """The error of a document that killed the process that read it; `exit_code` is negative for a signal."""
    try:
        cause = signal.Signals(-exit_code).name if exit_code < 0 else f"exit code {exit_code}"
    except ValueError:
        cause = f"signal {-exit_code}"
    return DocumentError("crashed", f"the process that read it died ({cause}): look at the file")


def failed(unexpected: BaseException) -> DocumentError:
    """The error of a document on which gapcheck itself is wrong."""
    return DocumentError("crashed", f"gapcheck failed on it ({type(unexpected).__name__}): please report this")
