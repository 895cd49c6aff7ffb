"""A folder → every file below it: those to read, those to look into, and those passed over with the reason."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from gapcheck.documents import DocumentError
from gapcheck.documents.naming import OWN_REPORT, PASSED_OVER, Kind, is_of_a_word_processor, kind_of, passed_over

STORE = "gapcheck.sqlite"
"""The name of the store in an output folder; a folder that holds it holds no resumes."""

_CLOSED = "the folder can't be read: check its permissions"
_OUTSIDE = "a link that leads out of the folder: name the file or folder itself"
_NO_FILE = "a pipe, a socket or a device: put the resume itself there as a file"
_PACKAGE = ".pages"  # a folder that macOS shows as a file
_HEAD = 2_000  # bytes


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a folder. `unsure`: nothing but its content tells whether it is a resume; `why`: it is not read, for
    this reason.
    """

    path: Path
    unsure: bool = False
    why: DocumentError | None = None


def listed_below(folder: Path) -> list[Listed]:
    """All files below a folder, sorted by path, then the folders that can't be looked into. Links that lead out of the
    folder are not followed.
    """
    root = folder.resolve()
    closed: list[Listed] = []

    def refused(error: OSError) -> None:
        closed.append(Listed(Path(str(error.filename)), why=DocumentError("unreadable", _CLOSED)))

    found = [
        one for place, folders, files in os.walk(folder, onerror=refused) for one in _here(place, folders, files, root)
    ]
    return [*sorted(found, key=lambda one: one.path), *sorted(closed, key=lambda one: one.path)]


def by_name(path: PurePath) -> tuple[bool, DocumentError | None]:
    """For a file of which only the name is known (in an archive, in a remote folder): whether its content has to
    decide, and why it is passed over.
    """
    kind = kind_of(path)
    return kind is Kind.anything, passed_over(path) if kind is Kind.other else None


def _here(place: str, folders: list[str], files: list[str], root: Path) -> Iterator[Listed]:
    """The files of one folder; leaves in `folders` those to go into."""
    here = Path(place)
    if STORE in files and here.resolve() != root:
        folders.clear()
        yield Listed(here, why=DocumentError(OWN_REPORT, "an output folder of gapcheck: it holds reports, no resumes"))
        return
    for name in list(folders):
        path = here / name
        if path.is_symlink() or name.startswith(".") or name.lower().endswith(_PACKAGE):
            folders.remove(name)
            if not (path.is_symlink() and _is_below(path, root)):  # what is below is read where it is
                yield Listed(path, why=DocumentError(PASSED_OVER, _OUTSIDE) if path.is_symlink() else passed_over(path))
    for name in files:
        path = here / name
        if path.is_symlink() and path.exists() and not _is_below(path, root):
            yield Listed(path, why=DocumentError(PASSED_OVER, _OUTSIDE))
        elif name != STORE and (path.is_file() or path.is_symlink()):
            yield Listed(path, unsure=True) if _is_misnamed(path) else Listed(path, *by_name(path))
        elif name != STORE:
            yield Listed(path, why=DocumentError(PASSED_OVER, _NO_FILE))


def _is_misnamed(path: Path) -> bool:
    """Whether a file that is named as one of another word processor begins as a PDF or a DOCX does."""
    if not is_of_a_word_processor(path):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return head.startswith(b"%PDF-") or (head.startswith(b"PK") and b"[Content_Types].xml" in head)


def _is_below(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # links in a circle
        return False
