"""Ctrl-C and the signal to end → `KeyboardInterrupt`, and the memory that it came."""

from __future__ import annotations

import signal
from types import FrameType

_came = False


def stop(signal_number: int, frame: FrameType | None) -> None:
    """The handler of both. What a library makes of the exception, as Python does within a class that is being made, can
    be told by `was_stopped`.
    """
    global _came
    _came = True
    raise KeyboardInterrupt


def was_stopped() -> bool:
    """Whether a signal has come."""
    return _came


def listen() -> None:
    """Makes the signals come here."""
    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
