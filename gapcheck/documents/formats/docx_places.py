"""Indents, frames, boxes and rows of a DOCX → whether Word draws a paragraph on the page, and high enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from gapcheck.documents.contrast import SMALLEST_VISIBLE_SIZE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = (f"{_V}shape", f"{_V}rect", f"{_V}roundrect", f"{_V}textbox")
TWIP, _EMU = 1 / 20, 1 / 12_700  # points
_LETTER = 5.5  # points: the usual width of a letter
_LEAST = 0.1  # of its width or height is on the page, or nobody reads it
_FROM_PAPER = frozenset(["page", "leftMargin", "topMargin", "left-margin-area", "top-margin-area"])
"""What lies at the edge of the paper; all else lies at the margin or below."""
_FROM_END = frozenset(["rightMargin", "bottomMargin", "right-margin-area", "bottom-margin-area"])
_AT_TEXT = frozenset(["text", "paragraph", "line"])  # where that is, only the finished page tells


class Places:
    """The page of one document, and what lies on it."""

    def __init__(self, body: Any) -> None:
        size, margins = body.find(f".//{W}pgSz"), body.find(f".//{W}pgMar")
        self._width = (number(size, "w") or 12_240) * TWIP
        self._height = (number(size, "h") or 15_840) * TWIP
        self._margins = {name: (number(margins, name) or 1_440) * TWIP for name in ("left", "right", "top", "bottom")}

    def is_away(self, paragraph: Any, looks: Sequence[Any]) -> bool:
        """Whether a paragraph is not on the page; `looks` are its properties, the nearest first."""
        frame = nearest(looks, "framePr")
        if frame is not None and frame.get(f"{W}dropCap") in (None, "none"):
            if self._is_framed_away(frame):
                return True
        elif not any(one.tag == f"{W}txbxContent" for one in paragraph.iterancestors()) and self._is_set_away(
            paragraph, looks
        ):
            return True
        spacing = nearest(looks, "spacing")
        exact = spacing is not None and spacing.get(f"{W}lineRule") == "exact"
        if exact and 0 < (number(spacing, "line") or 0.0) * TWIP <= SMALLEST_VISIBLE_SIZE:
            return True
        return any(self._is_unseen_container(one) for one in paragraph.iterancestors())

    def _is_set_away(self, paragraph: Any, looks: Sequence[Any]) -> bool:
        """Whether indents move a paragraph, as far as one line of it goes, off the page."""
        indent = nearest(looks, "ind")
        if indent is None:
            return False
        left, right, first = (
            next((found * TWIP for name in names if (found := number(indent, name)) is not None), 0.0)
            for names in (("left", "start"), ("right", "end"), ("firstLine",))
        )
        begin = self._margins["left"] + left + first
        end = self._width - self._margins["right"] - right
        length = _LETTER * sum(len(one.text or "") for one in paragraph.iter(f"{W}t"))
        aligned = nearest(looks, "jc")
        if aligned is not None and aligned.get(f"{W}val") in ("right", "end"):
            return not _is_on(end - length, length, self._width)
        return not _is_on(begin, min(length, max(end - begin, _LETTER)), self._width)

    def _is_framed_away(self, frame: Any) -> bool:
        anchors = frame.get(f"{W}hAnchor") or "page", frame.get(f"{W}vAnchor") or "text"
        places = [(number(frame, name) or 0.0) * TWIP for name in "xy"]
        sides = [(found * TWIP if (found := number(frame, name)) else None) for name in "wh"]
        if frame.get(f"{W}hRule") == "exact" and sides[1] is not None and sides[1] <= SMALLEST_VISIBLE_SIZE:
            return True
        return self._is_outside(anchors, places, sides)

    def _is_outside(self, anchors: tuple[str, str], places: Sequence[float], sides: Sequence[float | None]) -> bool:
        """Whether a box is not on the page: what it is measured from, across and down, how far, and how large it is."""
        pages = (self._width, self._margins["left"], self._margins["right"]), (
            self._height, self._margins["top"], self._margins["bottom"]
        )  # fmt: skip
        for anchor, place, side, (page, margin, end) in zip(anchors, places, sides, pages, strict=True):
            extent = page if side is None else side
            if anchor in _AT_TEXT and page == self._height:
                if place + extent <= -page or place >= page:
                    return True
                continue
            begin = 0.0 if anchor in _FROM_PAPER else page - end if anchor in _FROM_END else margin
            if not _is_on(begin + place, extent, page):
                return True
        return False

    def _is_unseen_container(self, element: Any) -> bool:
        if element.tag == f"{W}tr":
            height = element.find(f"{W}trPr/{W}trHeight")
            exact = height is not None and height.get(f"{W}hRule") == "exact"
            if exact and (number(height, "val") or 0.0) * TWIP <= SMALLEST_VISIBLE_SIZE:
                return True
            return is_on([element.find(f"{W}trPr")], "hidden")
        if element.tag == f"{W}tbl":
            return self._is_floated_away(element)
        if element.tag == f"{_WP}anchor":
            return self._is_anchored_away(element)
        if element.tag in _SHAPES:
            return self._is_drawn_away(element.get("style") or "")
        return False

    def _is_floated_away(self, table: Any) -> bool:
        properties = table.find(f"{W}tblPr")
        if properties is None:
            return False
        width = properties.find(f"{W}tblW")
        side = (number(width, "w") or 0.0) * TWIP if width is not None and width.get(f"{W}type") == "dxa" else 0.0
        floating = properties.find(f"{W}tblpPr")
        if floating is not None:
            anchors = floating.get(f"{W}horzAnchor") or "text", floating.get(f"{W}vertAnchor") or "text"
            places = [(number(floating, name) or 0.0) * TWIP for name in ("tblpX", "tblpY")]
            return self._is_outside(anchors, places, (side or None, None))
        indent = (number(properties.find(f"{W}tblInd"), "w") or 0.0) * TWIP
        return not _is_on(self._margins["left"] + indent, side or self._width, self._width)

    def _is_anchored_away(self, anchor: Any) -> bool:
        properties, extent = anchor.find(f"{_WP}docPr"), anchor.find(f"{_WP}extent")
        if properties is not None and properties.get("hidden") in ("1", "true"):
            return True
        sides = [float(extent.get(name) or 0) * _EMU for name in ("cx", "cy")] if extent is not None else [99.0, 99.0]
        if min(sides) <= SMALLEST_VISIBLE_SIZE:
            return True
        if anchor.get("simplePos") in ("1", "true") and (place := anchor.find(f"{_WP}simplePos")) is not None:
            return self._is_outside(("page", "page"), [float(place.get(one) or 0) * _EMU for one in "xy"], sides)
        said = [anchor.find(f"{_WP}position{axis}") for axis in "HV"]
        across, down = (one.get("relativeFrom") or "page" if one is not None else "page" for one in said)
        offsets = [one.find(f"{_WP}posOffset") if one is not None else None for one in said]
        places = [float(one.text or 0) * _EMU if one is not None else 0.0 for one in offsets]
        return self._is_outside((across, down), places, sides)

    def _is_drawn_away(self, style: str) -> bool:
        pairs = [(name.strip(), value.strip()) for name, _, value in (one.partition(":") for one in style.split(";"))]
        words = dict(pairs)
        said = {name: _points(value) for name, value in pairs}
        if words.get("visibility") == "hidden":
            return True
        if any((side := said.get(name)) is not None and side <= SMALLEST_VISIBLE_SIZE for name in ("width", "height")):
            return True
        if words.get("position") not in ("absolute", "relative"):
            return False
        across = words.get("mso-position-horizontal-relative", "text")
        down = words.get("mso-position-vertical-relative", "text")
        places = [said.get("margin-left") or said.get("left") or 0.0, said.get("margin-top") or said.get("top") or 0.0]
        return self._is_outside((across, down), places, (said.get("width"), said.get("height")))


def _is_on(begin: float, extent: float, page: float) -> bool:
    """Whether more than a trifle of a stretch lies on the page."""
    return min(begin + extent, page) - max(begin, 0.0) > _LEAST * min(extent, page)


def nearest(looks: Sequence[Any], tag: str, space: str = W) -> Any:
    """The first of the properties that says something of a thing, None where none does."""
    for look in looks:
        if look is not None and (found := look.find(space + tag)) is not None:
            return found
    return None


def is_on(looks: Sequence[Any], tag: str) -> bool:
    """Whether a switch is on in these properties, the nearest first."""
    found = nearest(looks, tag)
    return found is not None and found.get(f"{W}val", "true") in ("true", "1", "on")


def number(element: Any, name: str, space: str = W) -> float | None:
    """The number that an attribute holds, None where there is none."""
    value = element.get(space + name) if element is not None else None
    return float(value) if value and re.fullmatch(r"-?\d{1,7}(?:\.\d{1,4})?", value) else None


def _points(value: str) -> float | None:
    found = re.fullmatch(r"\s*(-?\d{1,6}(?:\.\d{1,4})?)(pt|in|cm|mm|px)?\s*", value)
    units = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, None: 0.75}
    return float(found[1]) * units[found[2]] if found else None
