"""A path → a `Posting`: the blocks of text of a job posting, whatever kind of file it came in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from gapcheck.documents import DocumentError, decoded, read_pdf
from gapcheck.job.blocks import Block, _blocks, _places, blocks_of_text, text_block
from gapcheck.taxonomy import Taxonomy

_HEAD = 1024  # bytes in which a format shows itself
_LARGEST = 5_000_000  # bytes of a web page
_LONGEST = 100_000  # characters of text: a posting has some thousand
_WEB_PAGES = (".html", ".htm", ".xhtml")
_ELSEWHERE = {
    b"PK\x03\x04": "an office or ZIP file",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"{\\rtf": "an RTF file",
}


class JobError(DocumentError):
    """A file that can't be read as a job posting.

    `code` is one of `not-found`, `unreadable`, `not-a-posting`, `empty`, `no-skills`, or one of a broken PDF.
    """


@dataclass(frozen=True, slots=True)
class Posting:
    """A job posting as blocks, in reading order; `title` is known only where the file says which line it is."""

    path: str
    title: str | None
    blocks: tuple[Block, ...]


def read_posting(path: Path, taxonomy: Taxonomy) -> Posting:
    """The posting in a PDF, a web page, or a text with or without Markdown. Raises `JobError`."""
    content = _content(path)
    if b"%PDF-" in content[:_HEAD]:
        posting = _from_pdf(path, content, taxonomy)
    elif path.suffix.lower() == ".pdf":
        raise JobError("not-a-posting", "the name says PDF, but this is none: save the posting as PDF, HTML or text")
    else:
        posting = _from_text(path, content, taxonomy)
    if not posting.blocks:
        raise JobError("empty", "the file holds no text of a posting: copy the text into a .txt file and try again")
    if sum(len(block.text) for block in posting.blocks) > _LONGEST:
        raise JobError("not-a-posting", "the file holds far more text than a posting: cut it down to the posting")
    return posting


def _from_text(path: Path, content: bytes, taxonomy: Taxonomy) -> Posting:
    text = _decoded(content)
    if path.suffix.lower() not in _WEB_PAGES and not _is_web_page(text):
        return Posting(str(path), None, blocks_of_text(text, taxonomy))
    from gapcheck.job.web_page import page_title, texts_of_page

    texts = texts_of_page(content, taxonomy.postings)
    blocks = tuple(text_block(number, *one) for number, one in enumerate(texts, start=1))
    return Posting(str(path), page_title(content), blocks)


def _content(path: Path) -> bytes:
    if path.is_dir():
        raise JobError("not-a-posting", "this is a folder: give the file of one posting")
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise JobError("not-found", "there is no such file: check the path of the posting") from None
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise JobError("unreadable", f"the file can't be read ({reason}): check its permissions") from None
    if not content.strip():
        raise JobError("empty", "the file is empty: copy the text of the posting into it")
    for mark, what in _ELSEWHERE.items():
        if content.startswith(mark):
            raise JobError("not-a-posting", f"this is {what}: save the posting as PDF, HTML or text")
    return content


def _decoded(content: bytes) -> str:
    """The bytes as text. Raises `JobError` where they are none."""
    text = decoded(content) if len(content) <= _LARGEST else None
    if text is None:
        raise JobError("not-a-posting", "this is neither text, HTML nor PDF: save the posting as one of these")
    return text


def _is_web_page(text: str) -> bool:
    start = text.lstrip("\ufeff \r\n\t")[:_HEAD].lower()
    return (
        start.startswith(("<!doctype html", "<html", "<?xml")) or len(re.findall(r"</(?:p|div|li|ul|h\d)>", text)) > 3
    )


def _from_pdf(path: Path, content: bytes, taxonomy: Taxonomy) -> Posting:
    try:
        pages, *_ = read_pdf(content)
    except DocumentError as error:
        raise JobError(error.code, error.message) from None
    return Posting(str(path), None, tuple(_blocks(list(_places(pages)), taxonomy)))
