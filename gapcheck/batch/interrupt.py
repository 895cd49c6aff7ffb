"""Ctrl-C, raised between two steps of ours: never while the standard library holds a lock of its queues."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from gapcheck.stopping import stop

LOOK = 0.5  # seconds from one look for Ctrl-C to the next while nothing else happens


@contextmanager
def held_interrupts() -> Iterator[Callable[[], None]]:
    """Holds Ctrl-C back; the function that it gives raises the `KeyboardInterrupt` that has come since.

    Python raises it wherever the main thread is, also while that takes a queue's lock, which then stays taken: workers
    could not be ended any more.
    """
    came = False

    def hold(signal_number: int, frame: FrameType | None) -> None:
        nonlocal came
        came = True

    def look() -> None:
        if came:
            raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    is_ours = threading.current_thread() is threading.main_thread() and before in (signal.default_int_handler, stop)
    if not is_ours:
        yield look
        return
    signal.signal(signal.SIGINT, hold)
    try:
        yield look
    finally:
        signal.signal(signal.SIGINT, before)
