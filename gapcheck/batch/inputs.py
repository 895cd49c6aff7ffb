"""Places and patterns as a user gives them → the documents of a run, each once, with the hash of its bytes."""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from glob import glob, has_magic
from io import StringIO
from pathlib import Path

from gapcheck.batch.sources import (
    STDIN,
    FoundFile,
    content_of,
    is_archive,
    is_remote,
    resumes_at,
    seen_from,
    travels,
    unreadable,
)
from gapcheck.documents import DocumentError, ReadLimits
from gapcheck.documents.naming import is_named_as_resume


@dataclass(frozen=True, slots=True)
class Input:
    """A document to analyse. `sha256` is the hash of its bytes, or `error` says why they can't be read. For a remote
    document `sha256` is the mark of its `FoundFile` until a worker has read it; `unsure` and `searched` are as there.
    """

    path: str
    sha256: str | None = None
    error: DocumentError | None = None
    unsure: bool = False
    searched: bool = False


def expanded(places: Iterable[str]) -> list[str]:
    """The places with patterns like `cv/*.pdf` replaced by what they match; one that matches nothing stays."""
    found: list[str] = []
    for place in places:
        is_pattern = has_magic(place) and not is_remote(place) and not _exists(place)
        matches = sorted(glob(place, recursive=True)) if is_pattern else []  # noqa: PTH207 - may be absolute
        found += matches or [place]
    return found


def listed(content: bytes) -> list[str]:
    """The places in a list: one a line, as they are, or parted by NUL where there is one."""
    parts = content.split(b"\0") if b"\0" in content else content.splitlines()
    return [os.fsdecode(part) for part in parts if part.strip()]


def is_single(place: str) -> bool:
    """Whether the place is one document, not a folder or archive of them."""
    if is_remote(place):
        return is_named_as_resume(Path(place))
    return not Path(place).is_dir() and not is_archive(place)


def inputs_of(places: Iterable[str], megabytes: int = ReadLimits().megabytes) -> Iterator[Input]:
    """Every document at the places once, in order, each hashed when it is reached. A larger file than so many megabytes
    is an error.
    """
    here = str(Path.cwd())
    seen: set[str] = set()
    for place in places:
        try:
            resumes = resumes_at(place)
        except DocumentError as error:
            if (whole := seen_from(here, str(place))) not in seen:
                seen.add(whole)
                yield Input(_writable(place), error=error)
            continue
        for resume in resumes:
            if (whole := seen_from(here, resume.place)) not in seen:
                seen.add(whole)
                yield _hashed(resume, megabytes)


def _hashed(found: FoundFile, megabytes: int) -> Input:
    name = _writable(found.place)
    sha256, error = _mark_or_hash(found, name, megabytes)
    return Input(name, sha256, error, found.unsure, found.searched)


def _mark_or_hash(found: FoundFile, name: str, megabytes: int) -> tuple[str | None, DocumentError | None]:
    """The mark of a remote file, the hash of another, or why there is none."""
    if name != found.place:
        return None, DocumentError("unreadable", "the file's name is not UTF-8: rename the file")
    if found.why is not None:
        return None, found.why
    if found.mark is not None and not travels(name):
        return found.mark, None
    try:
        if name != STDIN and _is_neither(Path(name)):
            raise DocumentError("unreadable", "this is neither a file nor a folder: give the file of a resume")
        return hashlib.sha256(content_of(name, megabytes)).hexdigest(), None
    except OSError as error:
        return None, unreadable(error)
    except DocumentError as error:
        return None, error


def _is_neither(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _writable(place: str) -> str:
    """The place as text that can be written; bytes of a name that are no UTF-8 are shown as such."""
    return os.fsencode(place).decode("utf-8", "backslashreplace")


def _exists(place: str) -> bool:
    try:
        return Path(place).exists()
    except OSError:
        return True


class ListError(Exception):
    """A list of files can't be read; the message says why and what to do."""


def rows_in(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The columns and rows of a CSV file as spreadsheets write it, in UTF-8, with commas, semicolons or tabs between
    the cells. Raises `ListError`.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
        head = text.partition("\n")[0]
        table = csv.DictReader(StringIO(text), delimiter=max(",;\t", key=head.count), restval="")
        return list(table.fieldnames or ()), list(table)
    except OSError as error:
        raise ListError(
            f"{file} can't be read ({(error.strerror or 'unknown cause').lower()}): check the name"
        ) from None
    except (UnicodeDecodeError, csv.Error):
        raise ListError(f"{file} is no CSV in UTF-8: export it again") from None
