"""Files that hold what a resume says: made so that only their owner can read them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Literal, TextIO

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


def make_private(folder: Path) -> None:
    """Makes the folder and those above it that are missing, each for its owner alone. Raises `OSError`."""
    if not folder.is_dir():
        make_private(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


class WriteError(Exception):
    """A report can't be written; the message says where, why and what to do."""


class DraftFile:
    """A file in the making: kept, it takes the place of the target; discarded, it leaves no trace. A target that is no
    plain file, such as a pipe, is written to as it is. Raises `WriteError`.
    """

    def __init__(self, target: Path) -> None:
        self._name = target
        in_place = target.exists() and not target.is_file()
        self._target = target if in_place else target.resolve()
        unguessed = f".gapcheck-{os.urandom(8).hex()}.draft"
        self._file = self._target if in_place else self._target.with_name(unguessed)
        mode: Literal["wb", "xb"] = "wb" if in_place else "xb"  # never through a link that somebody else put there
        try:
            self._stream: IO[bytes] = open(self._file, mode, opener=owner_only)  # noqa: SIM115 - kept or discarded later
        except OSError as error:
            raise self._cant(error) from None

    def write(self, content: str | bytes) -> None:
        """Adds to the file; text as UTF-8."""
        try:
            self._stream.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
        except OSError as error:
            raise self._cant(error) from None

    def keep(self) -> None:
        """Puts the file into its place."""
        try:
            self._stream.close()
            if self._file != self._target:
                self._file.replace(self._target)
        except OSError as error:
            self.discard()
            raise self._cant(error) from None

    def discard(self) -> None:
        """Removes what was written."""
        with suppress(OSError):  # what could not be written is not wanted either
            self._stream.close()
        if self._file != self._target:
            self._file.unlink(missing_ok=True)

    def _cant(self, error: OSError) -> WriteError:
        reason = (error.strerror or "unknown cause").lower()
        return WriteError(f"{self._name} can't be written ({reason}): check permissions and the room on the disk")


def write_file(target: Path, content: str | bytes) -> None:
    """Writes a whole file, or leaves what was there. Raises `WriteError`."""
    draft = DraftFile(target)
    try:
        draft.write(content)
    except BaseException:
        draft.discard()
        raise
    draft.keep()
