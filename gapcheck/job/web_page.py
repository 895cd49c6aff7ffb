"""A web page → the texts of the posting in it, without navigation, cookie notices, sidebars and other jobs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from gapcheck.taxonomy import PostingWords

_NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "button")
_AROUND = ("nav", "aside", "footer", "form")
_MOST = 0.5  # of the words of a page: what holds more is no navigation, whatever it is called
_INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "big", "cite", "code", "data", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s"]
).union(["small", "span", "strong", "sub", "sup", "td", "th", "time", "tt", "u", "var", "wbr"])
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "legend", "summary")
_BOLD = ("b", "strong")
_HEADING_WORDS = 9
_FEWEST_WORDS = 40  # of a description: fewer are a teaser
_MAIN = ("main", "[role=main]", "[itemprop=description]", "[itemtype*=JobPosting]", "article")

PageText = tuple[str, bool, bool]
"""A text of its own, whether it looks like a heading, and whether it stands in a list."""


def texts_of_page(content: bytes, words: PostingWords) -> list[PageText]:
    """The texts of the posting, in order: those of the visible page, or of its JSON-LD where that holds more."""
    page = _parsed(content)
    described = _described(page)
    visible = list(_texts(_main_part(page, words)))
    return described if _length(described) > max(_FEWEST_WORDS, _length(visible)) else visible


def page_title(content: bytes) -> str | None:
    """The title of the job: what JSON-LD says, else the last heading of the first rank; None where there is none."""
    page = _parsed(content)
    stated = next((job.get("title") for job in _job_data(page)), None)
    if isinstance(stated, str) and stated.strip():
        return " ".join(stated.split())
    headings = [one.get_text(" ") for one in page.find_all("h1") if not one.find_parent((*_NO_TEXT, *_AROUND))]
    titles = [" ".join(text.split()) for text in headings if text.strip()]
    return titles[-1] if titles else None


def _parsed(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content, "lxml")


def _length(texts: list[PageText]) -> int:
    return sum(len(text.split()) for text, *_ in texts)


def _job_data(page: BeautifulSoup) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of type `JobPosting`."""
    for script in page.find_all("script", type="application/ld+json"):
        try:
            ahead: list[Any] = [json.loads(script.get_text(), strict=False)]
        except ValueError:
            continue
        while ahead:
            one = ahead.pop()
            if isinstance(one, list):
                ahead += one
            elif isinstance(one, dict):
                if "JobPosting" in str(one.get("@type")):
                    yield one
                ahead += [one["@graph"]] if "@graph" in one else []


def _described(page: BeautifulSoup) -> list[PageText]:
    """The texts of a JSON-LD description, with the title above them."""
    for job in _job_data(page):
        texts: list[PageText] = [(str(job["title"]), True, False)] if job.get("title") else []
        for field, heading in (("description", ""), ("qualifications", "Qualifications"), ("skills", "Skills")):
            if isinstance(job.get(field), str):
                texts += [(heading, True, False)] if heading else []
                texts += _texts(BeautifulSoup(job[field], "lxml"))
        return texts
    return []


def _main_part(page: BeautifulSoup, words: PostingWords) -> Tag:
    """The page without what is around the posting; only its main part where it has one."""
    for tag in page.find_all(_NO_TEXT):
        tag.decompose()
    most = _MOST * len(page.get_text(" ").split())
    for tag in page.find_all(True):
        if not tag.decomposed and _is_around(tag, words.page_parts) and len(tag.get_text(" ").split()) <= most:
            tag.decompose()
    for place in _MAIN:
        found = [one for one in page.select(place) if len(one.get_text(" ").split()) >= _FEWEST_WORDS]
        if len(found) == 1:
            return found[0]
    return page


def _is_around(tag: Tag, parts: frozenset[str]) -> bool:
    if tag.name in ("html", "body", "main", "h1") or (tag.name not in _AROUND and tag.find("h1")):
        return False
    if tag.name in _AROUND or tag.has_attr("hidden") or tag.get("aria-hidden") == "true":
        return True
    if re.search(r"display:\s*none|visibility:\s*hidden", str(tag.get("style") or "")):
        return True
    named = " ".join(_named(tag, attribute) for attribute in ("class", "id", "role"))
    return bool(parts & set(re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", named).lower())))


def _named(tag: Tag, attribute: str) -> str:
    value = tag.get(attribute) or ""
    return value if isinstance(value, str) else " ".join(value)


def _texts(part: Tag) -> Iterator[PageText]:
    """The texts between the tags that break lines; the cells of a row make one text with tabs."""
    for row in part.find_all("tr"):
        cells = [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"])]
        row.replace_with(_row(row, cells)) if any(cells) and not row.find("table") else None
    pieces: list[NavigableString] = []
    for node in part.descendants:
        if type(node) is NavigableString:  # no comment, no doctype
            pieces.append(node)
        elif isinstance(node, Tag) and node.name not in _INLINE:
            yield from _text(pieces)
            pieces = []
        if pieces and _closes_block(node):
            yield from _text(pieces)
            pieces = []
    yield from _text(pieces)


def _row(row: Tag, cells: list[str]) -> Tag:
    plain = BeautifulSoup("", "lxml").new_tag("tr")
    plain.string = "\t".join(cells)
    if row.find("th") and not row.find("td"):
        plain.string = ""  # it names the columns
    return plain


def _closes_block(node: object) -> bool:
    """Whether a text is the last one in its block."""
    if not isinstance(node, NavigableString):
        return False
    here: Tag | NavigableString = node
    while here.parent is not None and here.next_sibling is None:
        here = here.parent
        if isinstance(here, Tag) and here.name not in _INLINE:
            return True
    return False


def _text(pieces: list[NavigableString]) -> Iterator[PageText]:
    cells = "".join(pieces).split("\t") if _in(pieces, ("tr",)) else ["".join(pieces)]
    text = "\t".join(" ".join(cell.split()) for cell in cells)
    if not any(map(str.isalnum, text)):
        return
    filled = [piece for piece in pieces if piece.strip()]
    bold = all(piece.find_parent(_BOLD) for piece in filled)
    short = len(text.split()) <= _HEADING_WORDS and not text.endswith((".", ","))
    heading = _in(filled, _HEADINGS) or (bold and short and not _in(filled, ("li",)))
    yield text, heading, _in(filled, ("li", "tr")) and not heading


def _in(pieces: list[NavigableString], names: tuple[str, ...]) -> bool:
    return any(piece.find_parent(names) for piece in pieces)
