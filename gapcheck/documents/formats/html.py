"""HTML → paragraphs: what a browser shows, block by block. Nothing that the page refers to is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any
from unicodedata import normalize

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.formats.css import PLAIN, Look, StyleSheets, look_of
from gapcheck.documents.formats.style_rules import Declarations
from gapcheck.documents.layout.typeset import (
    BODY,
    HEADING_SIZES,
    INDENT,
    Paragraph,
    Run,
    heads_rows,
    row,
    stand_apart,
    table,
    typeset,
    with_units,
)
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Page

_NO_TEXT = frozenset(
    ["script", "style", "noscript", "template", "iframe", "object", "head", "button", "nav", "math", "audio", "canvas"]
).union(["datalist", "meter", "noembed", "noframes", "progress", "rp", "title", "video", "option", "optgroup"])
_UNDRAWN = frozenset(["defs", "desc", "metadata", "symbol", "clippath", "mask", "pattern", "marker", "filter"])
"""Elements of a drawing that are not drawn where they stand."""
_WRITTEN = frozenset(["", "text", "email", "tel", "url", "search", "number", "date", "month", "week", "time"])
"""Types of a form's field that show what was written in."""
_ROWS = frozenset(["flex", "inline-flex", "grid", "inline-grid"])
_BLOCKS_IN_ROWS = frozenset(["inline-block", "inline-flex", "inline-grid", "inline-table", "table-cell"])
_INLINE = (
    frozenset(
        [
            "a",
            "abbr",
            "b",
            "bdi",
            "big",
            "cite",
            "code",
            "data",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "q",
            "s",
        ]
    )
    .union(
        [
            "small",
            "span",
            "strong",
            "sub",
            "sup",
            "td",
            "th",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "img",
            "tspan",
            "textpath",
        ]
    )
    .union(["input", "select", "output", "acronym", "del", "bdo", "dfn", "samp", "strike", "svg", "g"])
)
_PARTED = frozenset(["span", "a", "b", "strong", "i", "em", "time", "label", "small"])
_BOLD = frozenset(["b", "strong", "th", "dt"])
_RANKS = {f"h{rank}": rank for rank in range(1, 7)}
_GAPS = {"p": 6.0, "section": 6.0, "ul": 3.0, "ol": 3.0, "table": 6.0, **dict.fromkeys(_RANKS, 10.0)}  # points
_HEAVY = re.compile(r"font-weight:(?:bold|[6-9]00)")
_SIZE = re.compile(r"font-size:(\d{1,3}(?:\.\d+)?)(px|pt)")
_POINTS_A_PIXEL = 0.75
_SPACE = re.compile(r"[ \t\r\n\f]+")  # what HTML takes for space: a no-break space is none


def read_html(text: str, limits: ReadLimits) -> tuple[Page, ...]:
    """The page as typeset here. Raises `DocumentError` with code `too-large`."""
    return typeset(paragraphs_of(text, limits), limits)


def paragraphs_of(text: str, limits: ReadLimits | None = None) -> list[Paragraph]:
    """What a page of HTML, or a part of one, shows. Raises `DocumentError` with code `too-large`."""
    root = parsed_html(text)
    if root is None:
        return []
    if limits is not None:
        limits.check("objects", sum(1 for _ in root.iter()))
    return shown_paragraphs(root)


def parsed_html(text: str) -> Any:
    """The root element of a page of HTML; None where there is no element. Raises `DocumentError`."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(normalize("NFC", text).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        raise DocumentError("broken", "the HTML can't be read: save the resume as PDF and try again") from None


def shown_paragraphs(root: Any) -> list[Paragraph]:
    """What an element and those inside of it show."""
    from lxml import etree

    builder = _Builder(StyleSheets(root))
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            builder.close(element)
        elif (element.tag in _NO_TEXT and not _is_heading(element)) or element.tag in _UNDRAWN or _is_closed(element):
            walker.skip_subtree()
            builder.skip()
        else:
            builder.open(element)
    builder.flush()
    return builder.cells[0]


def _is_heading(button: Any) -> bool:
    """Whether an element is the button of a heading, which folds what is below it."""
    above = button.getparent()
    return button.tag == "button" and above is not None and (above.tag in _RANKS or above.tag == "summary")


def _is_closed(element: Any) -> bool:
    return element.tag == "dialog" and element.get("open") is None


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to those inside of it."""

    bold: bool = False
    size: float = BODY
    hidden: bool = False
    depth: int = 0
    column: int = 0
    as_written: bool = False
    link: str = ""
    look: Look = PLAIN
    in_row: bool = False
    in_drawing: bool = False
    variables: Declarations = field(default_factory=dict)


class _Builder:
    """Gathers runs until a block begins or ends."""

    def __init__(self, sheets: StyleSheets) -> None:
        self._sheets = sheets
        self.cells: list[list[Paragraph]] = [[]]  # the cells that are open, the page itself first
        self._rows: list[list[list[Paragraph]]] = []
        self._tables: list[list[list[list[Paragraph]]]] = []
        self._states = [_State()]
        self._runs: list[Run] = []
        self._bullet, self._gap = False, 0.0
        self._columns: Iterator[int] = count(1)

    def open(self, element: Any) -> None:
        """An element begins."""
        tag = str(element.tag)
        above = self._states[-1]
        declared = self._sheets.of(element, above.variables)
        if tag not in _INLINE:
            self.flush()
            self._gap = max(self._gap, _GAPS.get(tag, 0.0))
        elif self._runs and (_is_set_apart(declared) or self._stands_apart(element, declared)):
            self._runs.append(Run("\t", size=above.size))
        self._states.append(self._state(element, tag, declared))
        if tag == "li":
            self._bullet = True
        elif tag == "table":
            self._tables.append([])
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            self.flush()
            self.cells.append([])
        elif tag in ("input", "select"):
            if shown := _shown_in(element):
                self._add(f" {shown}")
                self._runs.append(Run("\t", size=above.size))
            else:
                self.flush()
            return
        self._add(element.text)

    def _stands_apart(self, element: Any, declared: Declarations) -> bool:
        """Whether an inline element follows another without a space and does not go on with its word: they are drawn
        apart.
        """
        before = element.getprevious()
        if before is None or before.tail or element.tag not in _PARTED or before.tag not in _PARTED:
            return False
        texts = "".join(before.itertext()), "".join(element.itertext())
        if self._states[-1].in_row or declared.get("display") in _BLOCKS_IN_ROWS:
            return min(map(len, texts)) > 1  # letters that dance one by one make a word
        return stand_apart(*texts)

    def skip(self) -> None:
        """An element begins of which nothing is shown."""
        self._states.append(replace(self._states[-1], hidden=True))

    def close(self, element: Any) -> None:
        """An element ends, and the text after it begins."""
        tag = str(element.tag)
        if tag in ("td", "th") or (tag not in _INLINE and tag not in _NO_TEXT):
            self.flush()
        if tag in ("td", "th") and len(self.cells) > 1:
            cell = self.cells.pop()
            if self._rows:
                self._rows[-1].append(cell)
            else:
                self.cells[-1] += cell
        elif tag == "tr" and self._rows:
            if self._tables:
                self._tables[-1].append(self._rows.pop())
            else:
                self.cells[-1] += row(self._rows.pop(), self._columns)
        elif tag == "table" and self._tables:
            rows = self._tables.pop()
            self.cells[-1] += (
                table(rows, self._columns)
                if heads_rows(rows)
                else (part for cells in with_units(rows) for part in row(cells, self._columns))
            )
        self._states.pop()
        self._add(element.tail)

    def flush(self) -> None:
        """The gathered runs are a paragraph."""
        if any(run.text.strip() for run in self._runs):
            state = self._states[-1]
            self.cells[-1].append(
                Paragraph(tuple(self._runs), state.depth * INDENT, self._gap, self._bullet, column=state.column)
            )
            self._bullet, self._gap = False, 0.0
        self._runs = []

    def _state(self, element: Any, tag: str, declared: Declarations) -> _State:
        above = self._states[-1]
        style = re.sub(r"\s+", "", element.get("style") or "").lower()
        size = above.size
        if tag in _RANKS:
            size = HEADING_SIZES[_RANKS[tag] - 1]
        if named := _SIZE.search(style):
            size = float(named[1]) * (_POINTS_A_PIXEL if named[2] == "px" else 1) or size
        return _State(
            above.bold or tag in _BOLD or tag in _RANKS or bool(_HEAVY.search(style)),
            size,
            above.hidden or _is_hidden(element),
            above.depth + (tag in ("ul", "ol", "dd")),
            next(self._columns) if tag == "aside" else above.column,
            above.as_written or tag in ("pre", "textarea"),
            (element.get("href") or "").strip() or above.link if tag == "a" else above.link,
            look_of(declared, above.look, self._sheets),
            declared.get("display") in _ROWS and not declared.get("flex-direction", "").startswith("column"),
            tag == "svg" or (above.in_drawing and tag not in ("text", "foreignobject")),
            above.variables | variables
            if (variables := {name: value for name, value in declared.items() if name.startswith("--")})
            else above.variables,
        )

    def _add(self, text: str | None) -> None:
        state = self._states[-1]
        if not text or state.in_drawing:
            return
        parts = text.split("\n") if state.as_written else [_SPACE.sub(" ", text)]
        for index, part in enumerate(parts):
            if index:
                self.flush()
            hidden = state.hidden or state.look.hides
            self._runs.append(Run(part, state.bold, state.size, hidden, state.link, state.look.color))


def _is_set_apart(declared: Declarations) -> bool:
    """Whether a style moves an inline element away from the text before it."""
    return declared.get("float") == "right" or declared.get("margin-left") == "auto"


def _is_hidden(element: Any) -> bool:
    """Whether an element says of itself that it is not drawn, or is part of one that is folded."""
    above = element.getparent()
    folded = above is not None and above.tag == "details" and above.get("open") is None and element.tag != "summary"
    return folded or element.get("popover") is not None


def _shown_in(field: Any) -> str:
    """What a field of a form shows: what was written in, or the entries that are chosen."""
    if field.tag == "select":
        return ", ".join("".join(one.itertext()).strip() for one in field.iter("option") if "selected" in one.attrib)
    return field.get("value") or "" if (field.get("type") or "").lower() in _WRITTEN else ""
