"""Files that hold what a resume says: made so that only their owner can read them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal, TextIO

_OWNER_ONLY = 0o600


def owner_only(name: str, flags: int) -> int:
    """An opener for `open`: a file that is made can be read by its owner alone."""
    return os.open(name, flags, _OWNER_ONLY)


def open_private(path: Path, mode: Literal["w", "a"], newline: str | None = None) -> TextIO:
    """The file, open for UTF-8 text; one that is made here can be read by its owner alone. Raises `OSError`."""
    return open(path, mode, encoding="utf-8", newline=newline, opener=owner_only)
