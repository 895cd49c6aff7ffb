"""Files that hold what a resume says: made so that only their owner can read them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TextIO

_OWNER_ONLY = 0o600


def owner_only(name: str, flags: int) -> int:
    """An opener for `open`: a file that is made can be read by its owner alone."""
    return os.open(name, flags, _OWNER_ONLY)


def is_one_of(file: Path, others: Iterable[str | Path]) -> bool:
    """Whether the file is there and is one of these, by whatever name."""
    return file.exists() and any(os.path.exists(other) and file.samefile(other) for other in others)  # noqa: PTH110 - takes any text


def open_private(path: Path, mode: Literal["x", "a"], newline: str | None = None) -> TextIO:
    """The file, open for UTF-8 text; one that is made here can be read by its owner alone. Raises `OSError`."""
    return open(path, mode, encoding="utf-8", newline=newline, opener=owner_only)
