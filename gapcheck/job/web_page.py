"""A web page → the pages of the posting in it, its title and place, without what stands around it on a job board."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gapcheck.documents import Page, ReadLimits
from gapcheck.documents.formats.html import parsed_html, shown_paragraphs
from gapcheck.documents.formats.text import read_text
from gapcheck.documents.layout.typeset import Paragraph, plain, typeset
from gapcheck.job.place import labelled_place, named_place, place_in
from gapcheck.taxonomy import PostingWords

_NO_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "head", "select", "button")
_AROUND = ("nav", "aside", "footer", "form")
_KEPT = ("html", "body", "main", "h1")
_MOST = 0.5  # of the words of a page: what holds more is no navigation, and a description as long is all of the posting
_FEWEST_WORDS = 40  # of a description: fewer are a teaser
_LONGEST_FACT = 12  # words of an element that holds a place and no more
_TAG = re.compile(r"</?[a-z][a-z0-9]*[^<>]*>", re.IGNORECASE)
_STATED = (("description", ""), ("qualifications", "Qualifications"), ("skills", "Skills"))
_NAMES = (
    "class",
    "id",
    "role",
    "itemprop",
    "data-automation",
    "data-automation-id",
    "data-testid",
    "data-test",
    "data-qa",
    "data-cy",
)


@dataclass(frozen=True, slots=True)
class WebPosting:
    """A posting as a web page has it. `tags` are words that the board hangs on it, `data` is its JSON-LD."""

    pages: tuple[Page, ...]
    title: str | None
    location: str | None
    tags: tuple[str, ...]
    data: dict[str, Any]


def web_posting(text: str, words: PostingWords, limits: ReadLimits) -> WebPosting:
    """The posting in a page of HTML: what its JSON-LD says, else what the page shows. Raises `DocumentError`."""
    root = parsed_html(text)
    if root is None:
        return WebPosting((), None, None, (), {})
    limits.check("objects", sum(1 for _ in root.iter()))
    data = next(_job_data(root), {})
    everywhere = _texts(root)
    _prune(root, words)
    location = _location(root, data, words) or labelled_place(everywhere, words)
    tags = tuple(tag for tag in _tags(root, words) if tag != location)
    stated, shown = _stated(data, limits), typeset(shown_paragraphs(_main_part(root, words)), limits)
    title = data.get("title")
    return WebPosting(
        stated if _is_better(stated, shown) else shown,
        " ".join(title.split()) if isinstance(title, str) and title.strip() else _heading(root, words),
        location,
        tags,
        data,
    )


def _is_better(stated: tuple[Page, ...], shown: tuple[Page, ...]) -> bool:
    """Whether the text in JSON-LD is better than the text on the page: not where it is only a teaser, nor where it has
    all lines of the page in one.
    """
    lines = [len(page.lines) for page in stated]
    if _length(stated) < _FEWEST_WORDS:
        return _length(stated) > _length(shown)
    return sum(lines) > 2 or _length(shown) < _MOST * _length(stated)


def _length(pages: tuple[Page, ...]) -> int:
    return sum(len(line.text.split()) for page in pages for line in page.lines)


def _job_data(root: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of type `JobPosting`."""
    for script in root.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            ahead: list[Any] = [json.loads(script.text or "", strict=False)]
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


def _stated(data: dict[str, Any], limits: ReadLimits) -> tuple[Page, ...]:
    """The texts of JSON-LD as a page; they may be HTML, HTML that was escaped once more, or plain text."""
    found: list[Paragraph] = []
    for field, heading in _STATED:
        text = data.get(field)
        if not isinstance(text, str) or not text.strip():
            continue
        if heading:
            found.append(Paragraph(plain(heading, rank=2)))
        text = text if _TAG.search(text) else html.unescape(text)
        if _TAG.search(text):
            found += shown_paragraphs(parsed_html(text))
        else:
            lines = (line for page in read_text(text, limits) for line in page.lines)
            found += [Paragraph(plain(line.text, bold=line.bold)) for line in lines]
    return typeset(found, limits) if found else ()


def _prune(root: Any, words: PostingWords) -> None:
    """Removes from the page what is not the posting: navigation, cookie notices, forms, other jobs."""
    most = _MOST * len(_text(root).split())
    for element in list(root.iter()):
        if element.getparent() is None or not isinstance(element.tag, str):
            continue
        if element.tag in _NO_TEXT or (
            _is_around(element, words.page_parts, words.page_looks) and len(_text(element).split()) <= most
        ):
            _drop(element)


def _drop(element: Any) -> None:
    """Removes an element, but not the text that follows it."""
    parent, before, tail = element.getparent(), element.getprevious(), element.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _is_around(element: Any, parts: frozenset[str], looks: frozenset[str]) -> bool:
    if element.tag in _KEPT or (element.tag not in _AROUND and element.find(".//h1") is not None):
        return False
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return element.tag in _AROUND or hidden or _is_named(element, parts, looks)


def _is_named(element: Any, parts: frozenset[str], looks: frozenset[str] = frozenset()) -> bool:
    """Whether a class, id or role of an element names one of these parts. A name with a word for looks
    ("overflow-hidden") does not count: it says how an element is drawn, and not what it is.
    """
    for attribute in _NAMES:
        for name in (element.get(attribute) or "").split():
            found = set(re.split(r"[^a-z]+", re.sub(r"([a-z])([A-Z])", r"\1 \2", name).lower()))
            if found & parts and not found & looks:
                return True
    return False


def _text(element: Any) -> str:
    return " ".join(text for text in element.itertext() if text)


def _elements(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _tags(root: Any, words: PostingWords) -> tuple[str, ...]:
    """The tags that the job board adds to a posting; they are removed from the page."""
    found: list[str] = []
    for element in list(_elements(root)):
        if element.tag in _KEPT or not _is_named(element, words.page_tags, words.page_looks):
            continue
        if element.tag == "dl" or element.find(".//dt") is not None:
            continue  # "Location: Leeds" is no hint
        texts = _texts(element)
        if texts and all(len(text.split()) <= _LONGEST_FACT for text in texts):
            found += texts
            _drop(element)
    return tuple(dict.fromkeys(found))


def _main_part(root: Any, words: PostingWords) -> Any:
    """The element that is named as the description of the job, or the main one, where it holds most of the page."""
    least = max(_FEWEST_WORDS, _MOST * len(_text(root).split()))
    large = [one for one in _elements(root) if len(_text(one).split()) >= least]
    named = [one for one in large if _is_named(one, words.page_descriptions)]
    for one in (*named, *(one for one in large if one.tag in ("main", "article"))):
        return one
    return root


def _location(root: Any, data: dict[str, Any], words: PostingWords) -> str | None:
    """Where the job is: what JSON-LD says, else the first short text that is named or labelled a location."""
    places = data.get("jobLocation")
    for place in places if isinstance(places, list) else [places]:
        address = place.get("address") if isinstance(place, dict) else None
        if isinstance(address, str) and address.strip():
            return address.strip()
        if isinstance(address, dict):
            parts = [address.get(field) for field in ("addressLocality", "addressRegion", "addressCountry")]
            named = [one if isinstance(one, str) else one.get("name", "") for one in parts if one]
            if any(named):
                return ", ".join(dict.fromkeys(one for one in named if one))
    for element in _elements(root):
        if _is_named(element, words.page_places):
            rows = [row for row in _texts(element) if row.lower().rstrip(":") not in words.place_labels]
            if rows and len(rows[0].split()) <= _LONGEST_FACT:
                return named_place(rows[0])
    return place_in(_texts(root), words)


def _texts(element: Any) -> list[str]:
    """The texts of an element, each in one line."""
    return [" ".join(text.split()) for text in element.itertext() if text.strip()]


def _heading(root: Any, words: PostingWords) -> str | None:
    """The last heading of the first rank (those before it name the job board); without any, the first that names a
    role.
    """
    titles = [" ".join(_text(one).split()) for one in root.iter("h1")]
    if any(titles):
        return [title for title in titles if title][-1]
    others = (" ".join(_text(one).split()) for one in root.iter("h2", "h3"))
    return next((one for one in others if words.roles & set(re.findall(r"[a-z]+", one.lower()))), None)
