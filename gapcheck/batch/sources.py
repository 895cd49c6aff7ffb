"""A place as text → the resumes there, and the bytes of one.

A place is a path, a member of a zip archive (`cv.zip/ada/resume.pdf`), a URL of any fsspec file system
(`s3://bucket/cv/`), or `-` for standard input. Nothing is unpacked or copied to disk.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from glob import has_magic
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, cast

from gapcheck.batch.folders import STORE, by_name, listed_below
from gapcheck.documents import DocumentError, bytes_of
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.naming import OWN_REPORT, SKIPPED
from gapcheck.extras import how_to_install

STDIN = "-"
MARK = "mark-"  # what the mark of a remote file begins with, in the place of a hash

_MEGABYTE = 1 << 20
_MEMBERS = 100_000
_ARCHIVE_SIZE = 16 << 30  # bytes, all resumes of an archive unpacked
_MEMBER_SIZE = 64 * _MEGABYTE
_MOST = ReadLimits().megabytes  # of a file, where no option allows more
_RATIO = 200  # unpacked to packed; a PDF stays far below
_PUT = "put .pdf or .docx files there"
_CLOSED = "the folder can't be read: check its permissions"
_VERSION_NAMES = ("ETag", "etag", "md5Hash", "mtime", "LastModified", "last_modified", "updated", "created")


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file at a place. `mark` changes when its bytes do, as far as its remote store can tell without reading it;
    `unsure`: nothing but its content tells whether it is a resume; `why`: it is not read, for this reason; `searched`:
    it was found in a folder or archive, not named itself.
    """

    place: str
    mark: str | None = None
    unsure: bool = False
    why: DocumentError | None = None
    searched: bool = False


def is_remote(place: str) -> bool:
    """Whether the place is a URL."""
    return "://" in place


def is_archive(place: str) -> bool:
    """Whether the place is a zip archive, by its name."""
    return place.lower().endswith(".zip") and _is_file(place)


def travels(place: str) -> bool:
    """Whether only this process can read the place, so that a worker has to be sent its bytes."""
    return place == STDIN or place.startswith("memory://")


def seen_from(folder: str, place: str) -> str:
    """The place as a process with another working folder finds it: a relative path is joined to `folder`."""
    return place if place == STDIN or is_remote(place) else os.path.join(folder, place)  # noqa: PTH118 - keeps ".."


def resumes_at(place: str) -> list[FoundFile]:
    """The files that a place stands for: itself, or all below a folder or in an archive, sorted by name, those that are
    passed over too; then the folders below it that can't be looked into.

    Raises `DocumentError`: `not-found`, `empty-folder`, `unreadable`, and for archives `broken` and `too-large`.
    """
    if place == STDIN or _archive_of(place) is not None:
        return [FoundFile(place)]
    if is_archive(place):
        return _or_empty(place, members(place))
    if is_remote(place):
        return _remote_resumes(place)
    path = Path(place)
    try:
        if not path.is_dir():
            if not path.exists():
                raise DocumentError("not-found", "there is no such file: check the path")
            return [FoundFile(place)]
        if not os.access(path, os.R_OK | os.X_OK):
            raise DocumentError("unreadable", _CLOSED)
        if (path / STORE).is_file():
            raise DocumentError(OWN_REPORT, "an output folder of gapcheck: it holds reports, give the resumes")
        found = [FoundFile(str(one.path), None, one.unsure, one.why, searched=True) for one in listed_below(path)]
        return _or_empty(place, found)
    except OSError as error:
        raise unreadable(error) from None


def _or_empty(place: str, found: list[FoundFile]) -> list[FoundFile]:
    """The files, and an error where none of them is to be read."""
    if any(one.why is None or one.why.code not in SKIPPED for one in found):
        return found
    return [*found, FoundFile(place, why=DocumentError("empty-folder", f"it holds no resume: {_PUT}"))]


def content_of(place: str, megabytes: int = _MOST) -> bytes:
    """What stands at a place, of which no more is read than the megabytes. Raises `DocumentError`, `too-large` too; of
    archives also `broken` and `encrypted`.
    """
    limits = ReadLimits(megabytes=megabytes)
    if place == STDIN:
        content, size = _all_or_size(cast(BinaryIO, sys.stdin.buffer), megabytes)
        limits.check("megabytes", size)
        return content
    if (found := _archive_of(place)) is not None:
        return _member(*found)
    if is_remote(place):
        with _told_apart():
            system, path = _file_system(place)
            with system.open(path, "rb") as remote:
                content = cast(bytes, remote.read(megabytes * _MEGABYTE + 1))
        limits.check("megabytes", len(content))
        return content
    if os.path.isdir(place):  # noqa: PTH112 - False for what can't be looked at
        raise DocumentError("unreadable", _CLOSED)
    return bytes_of(Path(place), limits)


def members(place: str) -> list[FoundFile]:
    """The files in an archive, sorted by name. Raises `DocumentError`."""
    files = [one for one in _archive(place).infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX/")]
    found: list[FoundFile] = []
    size = 0
    for one in sorted(files, key=lambda one: one.filename):
        unsure, why = by_name(PurePosixPath(one.filename))
        found.append(FoundFile(f"{place}/{one.filename}", None, unsure, why, searched=True))
        size += 0 if why else one.file_size
    if len(files) > _MEMBERS or size > _ARCHIVE_SIZE:
        raise DocumentError(
            "too-large",
            f"the archive holds more than {_MEMBERS:,} files or {_ARCHIVE_SIZE >> 30} GB: "
            "unpack it and give the folder, or make several",
        )
    return found


def unreadable(error: OSError) -> DocumentError:
    """The error for a place that the system refuses to read."""
    reason = (error.strerror or "unknown cause").lower()
    return DocumentError("unreadable", f"this can't be read ({reason}): check its permissions")


@lru_cache(maxsize=1)
def _all_or_size(stream: BinaryIO, megabytes: int) -> tuple[bytes, int]:
    """What the stream holds, and how many bytes were read; of what is too large nothing is kept."""
    content = stream.read(megabytes * _MEGABYTE + 1)
    return (content if len(content) <= megabytes * _MEGABYTE else b""), len(content)


def _is_file(place: str) -> bool:
    if not is_remote(place):
        return os.path.isfile(place)  # noqa: PTH113 - False for what can't be looked at
    try:
        with _told_apart():
            system, path = _file_system(place)
            return bool(system.isfile(path))
    except DocumentError:
        return False


def _archive_of(place: str) -> tuple[str, str] | None:
    """The archive and the member that a place like `cv.zip/ada/resume.pdf` names."""
    for end in re.finditer(r"\.zip(?=/)", place, re.IGNORECASE):
        if _is_file(place[: end.end()]):
            return place[: end.end()], place[end.end() + 1 :]
    return None


def _archive(place: str) -> zipfile.ZipFile:
    try:
        status = None if is_remote(place) else os.stat(place)  # noqa: PTH116
    except OSError as error:
        raise unreadable(error) from None
    return _opened(place, None if status is None else (status.st_ino, status.st_size, status.st_mtime_ns))


@lru_cache(maxsize=1)
def _opened(place: str, version: object) -> zipfile.ZipFile:
    """The open archive, kept for its next member; `version` makes it another one when the file is written anew."""
    del version
    try:
        if not is_remote(place):
            return zipfile.ZipFile(place)
        with _told_apart():
            system, path = _file_system(place)
            return zipfile.ZipFile(system.open(path, "rb"))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise DocumentError("broken", "this is not a whole zip archive: make or download it again") from None
    except OSError as error:
        raise unreadable(error) from None


def _member(place: str, name: str) -> bytes:
    archive = _archive(place)
    try:
        member = archive.getinfo(name)
    except KeyError:
        raise DocumentError("not-found", "the archive holds no such file: check the name") from None
    if member.flag_bits & 1:
        raise DocumentError("encrypted", "it is locked with a password: put it into an archive without one")
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise DocumentError("unreadable", "it is packed in a rare way: make the archive with plain zip (deflate)")
    ratio = member.file_size // max(1, member.compress_size)
    if member.file_size > _MEMBER_SIZE or (ratio > _RATIO and member.file_size > _MEGABYTE):
        raise DocumentError(
            "too-large",
            f"it would unpack to {member.file_size / _MEGABYTE:,.0f} MB, {ratio:,} times what it takes in the archive: "
            "if it is a resume all the same, unpack it yourself",
        )
    try:
        with archive.open(member) as packed:  # a size to `read` bounds what is unpacked, whatever is said
            return packed.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        raise DocumentError("broken", "it is damaged in the archive: make or download the archive again") from None
    except OSError as error:
        raise unreadable(error) from None


def _remote_resumes(place: str) -> list[FoundFile]:
    with _told_apart():
        system, path = _file_system(place)
        if "::" in place:  # a chain of file systems names one document
            return [FoundFile(place)]
        if has_magic(path) and not system.exists(path):
            details = system.glob(path, detail=True)
            found = {name: info for name, info in details.items() if info.get("type") == "file"}
        elif system.isfile(path):
            found = {path: system.info(path)}
        else:
            details = system.find(path, detail=True)
            if details or system.exists(path):
                return _or_empty(place, [_listed(system, name, details[name]) for name in sorted(details)])
            found = {}
        if not found:
            raise DocumentError("not-found", "there is no such file: check the address")
        return [FoundFile(system.unstrip_protocol(name), _mark(found[name])) for name in sorted(found)]


def _listed(system: Any, name: str, info: dict[str, Any]) -> FoundFile:
    unsure, why = by_name(PurePosixPath(name))
    return FoundFile(system.unstrip_protocol(name), _mark(info), unsure, why, searched=True)


def _mark(info: dict[str, Any]) -> str | None:
    versions = [(name, str(info[name])) for name in _VERSION_NAMES if info.get(name)]
    if not versions:
        return None
    return MARK + hashlib.sha256(repr((info.get("name"), info.get("size"), versions)).encode()).hexdigest()


def _file_system(place: str) -> tuple[Any, str]:
    """The fsspec file system of a URL, and the path in it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise DocumentError("unreadable", f"URLs need fsspec: {how_to_install('remote')}") from None
    protocol = place.partition("://")[0]
    try:
        return cast(tuple[Any, str], url_to_fs(place))
    except ImportError as error:
        raise DocumentError("unreadable", f"{protocol}:// needs another package ({error}): pip install it") from None
    except ValueError:
        raise DocumentError("unreadable", f"{protocol}:// is no kind of address that fsspec knows") from None


@contextmanager
def _told_apart() -> Iterator[None]:
    """Turns whatever a file system raises into a `DocumentError` that says whether nothing is there or it can't be
    read.
    """
    try:
        yield
    except (DocumentError, zipfile.BadZipFile):
        raise
    except FileNotFoundError:
        raise DocumentError("not-found", "there is no such file: check the address") from None
    except Exception as error:  # noqa: BLE001 - each file system has errors of its own
        reason = " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())
        raise DocumentError("unreadable", f"this can't be read ({reason[:120]}): check address and access") from None
