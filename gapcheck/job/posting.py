"""A path → a `Posting`: the blocks of text of a job posting, whatever kind of file it came in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from gapcheck.documents import DocumentError, ReadLimits, bytes_of, decoded, read_content
from gapcheck.documents.layout.typeset import Paragraph, plain, typeset
from gapcheck.documents.source import holds_html
from gapcheck.job.blocks import TextBlock, blocks_of
from gapcheck.job.web_page import web_posting
from gapcheck.taxonomy import Taxonomy

_LONGEST = 100_000  # characters of text: a posting has some thousand
_WEB_PAGES = (".html", ".htm", ".xhtml")
_FLOWING = ("html", "docx")  # readers that know where a paragraph ends
_FRONT_MATTER = re.compile(r"\s*---\r?\n(.*?\n)---\r?\n", re.DOTALL)
_CODES = {"not-a-resume-file": "not-a-posting", "too-large": "not-a-posting"}


class JobError(DocumentError):
    """A file that can't be read as a job posting.

    `code` is one of `not-found`, `unreadable`, `not-a-posting`, `empty`, `no-skills`, or one of a broken file.
    """


@dataclass(frozen=True, slots=True)
class Posting:
    """A job posting as blocks, in reading order. `title` and `location` are known only where the file says which text
    they are; `tags` are words that a board hangs on a posting, `data` is the JSON-LD of a web page.
    """

    path: str
    title: str | None
    blocks: tuple[TextBlock, ...]
    location: str | None = None
    tags: tuple[TextBlock, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)


def read_posting(path: Path, taxonomy: Taxonomy, content: bytes | None = None) -> Posting:
    """The posting in a file of any kind that a resume may be, or in `content`. Raises `JobError`."""
    if content is None and path.is_dir():
        raise JobError("not-a-posting", "this is a folder: give the file of one posting")
    limits = ReadLimits()
    try:
        posting = _read(path, bytes_of(path, limits) if content is None else content, limits, taxonomy)
    except JobError:
        raise
    except DocumentError as error:
        message = error.message.replace("the resume", "the posting").replace("a resume", "a posting")
        raise JobError(_CODES.get(error.code, error.code), message) from None
    if not posting.blocks:
        raise JobError("empty", "the file holds no text of a posting: copy the text into a .txt file and try again")
    if sum(len(block.text) for block in posting.blocks) > _LONGEST:
        raise JobError("not-a-posting", "the file holds far more text than a posting: cut it down to the posting")
    return posting


def _read(path: Path, content: bytes, limits: ReadLimits, taxonomy: Taxonomy) -> Posting:
    if not content.strip():
        raise JobError("empty", "the file is empty: copy the text of the posting into it")
    text = decoded(content)
    if path.suffix.lower() == ".pdf" and text is not None and b"%PDF-" not in content[:1024]:
        raise JobError("not-a-posting", "the name says PDF, but this is none: save the posting as PDF, HTML or text")
    if text is not None and (holds_html(content) or path.suffix.lower() in _WEB_PAGES):
        page = web_posting(text, taxonomy.postings, limits)
        blocks = tuple(blocks_of(page.pages, taxonomy, flowing=True))
        tags = typeset([Paragraph(plain(tag), bullet=True) for tag in page.tags], limits)
        tags_below = tuple(blocks_of(tags, taxonomy, flowing=True))
        return Posting(str(path), page.title, blocks, page.location, tags_below, page.data)
    stated: dict[str, Any] = {}
    if text is not None and (front := _FRONT_MATTER.match(text)):
        stated, content = _stated_in(front[1]), ("\n" * front[0].count("\n") + text[front.end() :]).encode()
    document = read_content(content, str(path))
    blocks = tuple(blocks_of(document.pages, taxonomy, flowing=document.reader in _FLOWING))
    title, location = (value if isinstance(value := stated.get(key), str) else None for key in ("title", "location"))
    return Posting(str(path), title, blocks, location)


def _stated_in(front_matter: str) -> dict[str, Any]:
    """The fields above a text of Markdown; none where they can't be read."""
    try:
        fields = yaml.safe_load(front_matter)
    except yaml.YAMLError:
        return {}
    return fields if isinstance(fields, dict) else {}
