"""Paths as a user gives them → files to read, and the reader that fits a file's content."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.model import Document, Page
from gapcheck.documents.ocr import Ocr
from gapcheck.documents.pdf import PdfReader, read_pdf

_HEAD = 1024  # bytes in which a format shows itself; PDF allows rubbish before its header

Reading = tuple[tuple[Page, ...], str, list[str]]
READERS: dict[str, tuple[bytes, Callable[[bytes, PdfReader, Ocr], Reading]]] = {
    ".pdf": (b"%PDF-", read_pdf),
}
"""Formats by usual suffix: the mark in the first bytes, and the reader."""


def find_resumes(path: Path) -> Iterator[Path]:
    """The path itself, or for a folder every file below it with a known suffix, sorted by name.

    Raises `DocumentError` with code `not-found` or `empty-folder`.
    """
    if not path.exists():
        raise DocumentError("not-found", "there is no such file: check the path")
    if not path.is_dir():
        yield path
        return
    found = sorted(file for file in path.rglob("*") if file.suffix.lower() in READERS and file.is_file())
    if not found:
        kinds = ", ".join(sorted(READERS))
        raise DocumentError("empty-folder", f"the folder holds no resume: put files ending in {kinds} into it")
    yield from found


def read_document(path: Path, pdf_reader: PdfReader = PdfReader.auto, ocr: Ocr = Ocr.auto) -> Document:
    """The document in a file, recognised by its content.

    Raises `DocumentError`; see there for the codes.
    """
    return read_content(bytes_of(path), str(path), pdf_reader, ocr)


def bytes_of(path: Path) -> bytes:
    """What a file holds. Raises `DocumentError` with code `not-found` or `unreadable`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise DocumentError("not-found", "there is no such file: check the path") from None
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise DocumentError("unreadable", f"the file can't be read ({reason}): check its permissions") from None


def read_content(content: bytes, name: str, pdf_reader: PdfReader = PdfReader.auto, ocr: Ocr = Ocr.auto) -> Document:
    """The document in these bytes, recognised by them alone; `name` is its path in the report.

    Raises `DocumentError`; see there for the codes.
    """
    for mark, read in READERS.values():
        if mark in content[:_HEAD]:
            pages, reader, warnings = read(content, pdf_reader, ocr)
            return Document(name, hashlib.sha256(content).hexdigest(), pages, reader, tuple(warnings))
    raise DocumentError("not-a-resume-file", "this is not a PDF: save the resume as PDF and try again")
