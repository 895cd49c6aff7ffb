"""Paths, folders and patterns as a user gives them → the documents of a run, each once, with the hash of its bytes."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from gapcheck.documents import DocumentError, find_resumes


@dataclass(frozen=True, slots=True)
class Input:
    """A document to analyse. `sha256` is that of its bytes, or `error` says why they can't be had."""

    path: str
    sha256: str | None = None
    error: DocumentError | None = None


@dataclass(slots=True)
class Skipped:
    """What a search left out: files that are no resumes, and folders that can't be looked into."""

    files: int = 0
    folders: tuple[str, ...] = ()


def expanded(paths: Iterable[Path]) -> list[Path]:
    """The paths with patterns like `cv/*.pdf` replaced by what they match; one that matches nothing stays."""
    found: list[Path] = []
    for path in paths:
        is_pattern = has_magic(str(path)) and not _exists(path)
        matches = sorted(glob(str(path), recursive=True)) if is_pattern else []  # noqa: PTH207 - may be absolute
        found += map(Path, matches) if matches else [path]
    return found


def resumes_in(path: Path) -> list[Path]:
    """The resumes that a path stands for. Raises `DocumentError`: `not-found`, `empty-folder`, `unreadable`."""
    try:
        if path.is_dir() and not os.access(path, os.R_OK | os.X_OK):
            raise DocumentError("unreadable", "the folder can't be read: check its permissions")
        return list(find_resumes(path))
    except OSError as error:
        raise _unreadable(error) from None


def inputs_of(paths: Iterable[Path]) -> Iterator[Input]:
    """Every document below the paths once, in order, hashed as it is reached."""
    seen: set[Path] = set()
    for path in paths:
        try:
            resumes = resumes_in(path)
        except DocumentError as error:
            if (place := path.absolute()) not in seen:
                seen.add(place)
                yield Input(_writable(path), error=error)
            continue
        for resume in resumes:
            if (place := resume.absolute()) not in seen:
                seen.add(place)
                yield _hashed(resume)


def skipped_below(paths: Iterable[Path], but: Path) -> Skipped:
    """What `inputs_of` leaves out below the folders among the paths. The folder `but` holds results: not counted."""
    from gapcheck.documents.source import is_named_as_resume

    skipped, closed = Skipped(), set[str]()
    output = but.resolve()
    for folder in paths:
        for place, folders, files in os.walk(folder, onerror=lambda error: closed.add(str(error.filename))):
            folders[:] = [name for name in folders if Path(place, name).resolve() != output]
            skipped.files += sum(not is_named_as_resume(Path(name)) for name in files)
    skipped.folders = tuple(sorted(closed - set(map(str, paths))))
    return skipped


def _hashed(path: Path) -> Input:
    name = _writable(path)
    if name != str(path):
        return Input(name, error=DocumentError("unreadable", "the file's name is not UTF-8: rename the file"))
    try:
        if not path.is_file():
            raise DocumentError("unreadable", "this is neither a file nor a folder: give the file of a resume")
        with path.open("rb") as file:
            return Input(name, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return Input(name, error=_unreadable(error))
    except DocumentError as error:
        return Input(name, error=error)


def _writable(path: Path) -> str:
    """The path as text that can be written; bytes of its name that are no UTF-8 are shown as such."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _unreadable(error: OSError) -> DocumentError:
    reason = (error.strerror or "unknown cause").lower()
    return DocumentError("unreadable", f"this can't be read ({reason}): check its permissions")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return True
