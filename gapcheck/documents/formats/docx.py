"""DOCX → paragraphs: text, tables, text boxes, content controls, page headers and footers, in the order of the file.

python-docx opens the package and resolves styles; the text is walked here, for it passes over text boxes, content
controls and links. Tracked deletions are no text.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import count
from typing import Any

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.formats.docx_lists import Lists
from gapcheck.documents.formats.docx_looks import Looks
from gapcheck.documents.formats.docx_places import Places, is_on
from gapcheck.documents.layout.typeset import BODY, INDENT, Paragraph, Run, table, typeset
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Page

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_TEXT = frozenset([f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", f"{_MC}Fallback"])
_MEASURE = re.compile(r"(-?\d{1,6}(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12.0, "pi": 12.0}  # ECMA-376-1, 22.9.2.15
_TWIP, _HALF_POINT = 1 / 20, 1 / 2  # points: what a bare number counts
_PAGE_NUMBER = re.compile(r"\b(?:PAGE|NUMPAGES)\b")
_LINE = 13.0  # points that an empty paragraph leaves


def read_docx(content: bytes, limits: ReadLimits) -> tuple[Page, ...]:
    """The document as a typeset page. Raises `DocumentError` with code `broken` or `too-large`."""
    import docx

    _check_size(content, limits)
    try:
        document = docx.Document(io.BytesIO(content))
        reader = _Reader(document)
    except MemoryError:
        raise
    except Exception as error:  # python-docx has no error of its own for most of what a package may lack
        raise _broken() from error
    limits.check("objects", sum(1 for _ in document.element.iter()))
    return typeset(reader.paragraphs(), limits)


def _check_size(content: bytes, limits: ReadLimits) -> None:
    """Raises where the package says that it unpacks to too much: zipfile never unpacks more than is said."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise _broken() from None
    limits.check("objects", len(parts))
    limits.check("unpacked_megabytes", sum(part.file_size for part in parts))


def _broken() -> DocumentError:
    return DocumentError("broken", "the Word document is damaged: open it, save it again, and try that file")


class _Reader:
    """One document; styles are resolved once."""

    def __init__(self, document: Any) -> None:
        first = document.sections[0] if len(document.sections) else None
        around = [[], []] if first is None else [[first.header], [first.footer]]
        if first is not None and first.different_first_page_header_footer:
            around = [[first.first_page_header, *around[0]], [first.first_page_footer, *around[1]]]
        above, below = ([one._element for one in parts if not one.is_linked_to_previous] for parts in around)
        self._parts = [*above, document.element.body]
        self._footers = below
        self._addresses = {one: rel.target_ref for one, rel in document.part.rels.items() if rel.is_external}
        self._link = ""
        self._columns = count(1)
        self._styles = {style.style_id: style for style in document.styles}
        self._look = cache(self._resolved)
        self._looks = Looks(document, self._styles)
        self._places = Places(document.element.body)
        self._lists = Lists(document)
        self._away = False
        self._table_looks: tuple[Any, ...] = ()
        self._defaults = _first(document.styles.element, "docDefaults/rPrDefault/rPr")
        self._default_style = next(
            (style.style_id for style in document.styles if style.type == 1 and style.element.get(f"{_W}default")), None
        )

    def paragraphs(self) -> Iterator[Paragraph]:
        """All of them: the headers of the first section, then the body, then the footers."""
        for part in self._parts:
            yield from self._blocks(part)
        for footer in self._footers:
            column = next(self._columns)
            fields = [
                one.text or one.get(f"{_W}instr") or "" for one in footer.iter(f"{_W}instrText", f"{_W}fldSimple")
            ]
            numbered = any(map(_PAGE_NUMBER.search, fields))
            for paragraph in self._blocks(footer):
                running = numbered and any(map(str.isdigit, paragraph.text))
                yield replace(paragraph, column=paragraph.column or column, running=running)

    def _blocks(self, element: Any) -> Iterator[Paragraph]:
        for child in element:
            if child.tag == f"{_W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                yield from self._table(child)
            elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
                yield from self._blocks(child)

    def _table(self, element: Any) -> Iterator[Paragraph]:
        """The rows of a table, with white space above it."""
        around = self._table_looks
        self._table_looks = (*self._look(_value(_first(element, "tblPr"), "tblStyle")), *around)
        rows = [
            [list(self._blocks(cell)) for cell in self._inside(table_row, f"{_W}tc")]
            for table_row in self._inside(element, f"{_W}tr")
            if not self._looks.is_deleted(table_row)
        ]
        self._table_looks = around
        gap = _LINE
        for paragraph in table(rows, self._columns):
            yield replace(paragraph, gap=max(gap, paragraph.gap))
            gap = 0.0

    def _inside(self, element: Any, tag: str) -> Iterator[Any]:
        """The children with this tag, also where a content control stands between."""
        for child in element:
            if child.tag == tag:
                yield child
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
                yield from self._inside(child, tag)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        """The lines of a paragraph, then the text boxes that are anchored in it."""
        properties = _first(element, "pPr")
        style = _value(properties, "pStyle") or self._default_style
        lines: list[list[Run]] = [[]]
        boxes: list[Any] = []
        looks = [properties, *(_first(one, "pPr") for one in self._chain(style))]
        self._away = self._places.is_away(element, looks)
        self._gather(element, style, lines, boxes)
        indent, gap = (
            self._length(properties, style, "ind", ("left", "start")),
            self._length(properties, style, "spacing", ("before",)),
        )
        listed = self._lists.holds(looks)
        indent += self._lists.indent(looks) if listed else 0.0
        for index, runs in enumerate(lines):
            text = "".join(run.text for run in runs)
            leading = len(text) - len(text.lstrip("\t"))
            if text.strip() or len(lines) == 1:
                yield Paragraph(
                    tuple(runs),
                    indent + INDENT * (leading if text.strip() else 0),
                    (0.0 if index else gap) if text.strip() else _LINE,  # the space is above the paragraph alone
                    bullet=listed and not index,
                )
        for box in boxes:
            column = next(self._columns)
            for paragraph in self._blocks(box):
                yield paragraph if paragraph.column else replace(paragraph, column=column)

    def _gather(self, element: Any, style: str | None, lines: list[list[Run]], boxes: list[Any]) -> None:
        """Adds the text below an element to the lines, and the text boxes there to the boxes."""
        for child in element:
            if child.tag in _NO_TEXT or not isinstance(child.tag, str):
                continue
            if child.tag == f"{_W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{_W}r":
                self._run(child, style, lines, boxes)
            elif child.tag == f"{_W}hyperlink":
                self._link = self._addresses.get(child.get(_ID) or "", "")
                self._gather(child, style, lines, boxes)
                self._link = ""
            else:
                self._gather(child, style, lines, boxes)

    def _run(self, element: Any, style: str | None, lines: list[list[Run]], boxes: list[Any]) -> None:
        properties = _first(element, "rPr")
        looks = [properties, *self._look(_value(properties, "rStyle")), *self._look(style)]
        looks += [*self._table_looks, self._defaults]
        size = next((found for look in looks if (found := _points(_value(look, "sz"), _HALF_POINT))), BODY)
        bold = next((found for look in looks if (found := _switch(look, "b")) is not None), False)
        capitals = is_on(looks, "caps") or is_on(looks, "smallCaps")
        color = self._looks.color(looks)
        hidden = self._away or self._looks.hides(element, looks, size)
        for child in element:
            text = ""
            if child.tag == f"{_W}t":
                text = child.text or ""
            elif child.tag in (f"{_W}tab", f"{_W}ptab"):
                text = "\t"
            elif child.tag == f"{_W}noBreakHyphen":
                text = "-"
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                lines.append([])
            elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
                self._gather(child, style, lines, boxes)
            if text:
                lines[-1].append(Run(text, bold, size, hidden, self._link, color, capitals))

    def _resolved(self, style: str | None) -> tuple[Any, ...]:
        """The run properties of a style and of those that it rests on, nearest first."""
        return tuple(found for one in self._chain(style) if (found := _first(one, "rPr")) is not None)

    def _chain(self, style: str | None) -> Iterator[Any]:
        seen: set[str] = set()
        while style is not None and style in self._styles and style not in seen:
            seen.add(style)
            element = self._styles[style].element
            yield element
            style = _value(element, "basedOn")

    def _length(self, properties: Any, style: str | None, tag: str, names: tuple[str, ...]) -> float:
        """A length in points of the paragraph or of its styles."""
        for look in (properties, *(_first(one, "pPr") for one in self._chain(style))):
            found = _first(look, tag)
            for name in names:
                if found is not None and (points := _points(found.get(_W + name), _TWIP)) is not None:
                    return max(0.0, points)
        return 0.0


def _first(element: Any, path: str) -> Any:
    """The first element on this path of tags, None where there is none."""
    return None if element is None else element.find("/".join(_W + tag for tag in path.split("/")))


def _value(element: Any, tag: str) -> str | None:
    found = _first(element, tag)
    return None if found is None else found.get(f"{_W}val")


def _switch(look: Any, tag: str) -> bool | None:
    """A property that is on or off, None where nothing is said."""
    found = _first(look, tag)
    return None if found is None else found.get(f"{_W}val", "true") in ("true", "1", "on")


def _points(value: str | None, bare: float) -> float | None:
    """A measure in points; a number without a unit counts so many `bare` points. None where it is none."""
    found = _MEASURE.fullmatch(value or "")
    return float(found[1]) * (_POINTS[found[2]] if found[2] else bare) if found else None
