"""Numberings of a DOCX → which paragraphs are items of a list, and how far the level of each is set in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapcheck.documents.formats.docx_places import TWIP, W, nearest, number

_NO_LIST = "0"


class Lists:
    """The lists of one document, by their number."""

    def __init__(self, document: Any) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        try:
            root = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
        except (KeyError, AttributeError):  # it has no lists, or none that can be read
            root = None
        found = {} if root is None else {one.get(f"{W}abstractNumId"): one for one in root.iter(f"{W}abstractNum")}
        kinds = () if root is None else root.iter(f"{W}num")
        self._lists = {
            one.get(f"{W}numId"): found[kind]
            for one in kinds
            if (kind := _value(nearest([one], "abstractNumId"))) in found
        }

    def holds(self, looks: Sequence[Any]) -> bool:
        """Whether a paragraph with these properties, the nearest first, is an item of a list; a numbered heading is
        none.
        """
        if nearest(looks, "outlineLvl") is not None:
            return False
        found = nearest(looks, "numPr")
        return found is not None and _value(nearest([found], "numId")) != _NO_LIST

    def indent(self, looks: Sequence[Any]) -> float:
        """How far the mark of an item stands right of the margin, in points, by the level of its list; 0 where the
        properties say that themselves, the nearest first, or nothing does.
        """
        for look in looks:
            if look is None:
                continue
            if look.find(f"{W}ind") is not None:
                return 0.0
            if (found := look.find(f"{W}numPr")) is not None:
                return self._of_level(_value(nearest([found], "numId")), _value(nearest([found], "ilvl")) or "0")
        return 0.0

    def _of_level(self, listed: str | None, level: str) -> float:
        levels = [] if listed not in self._lists else self._lists[listed].iter(f"{W}lvl")
        indent = next((nearest([one.find(f"{W}pPr")], "ind") for one in levels if one.get(f"{W}ilvl") == level), None)
        left = number(indent, "left") or number(indent, "start") or 0.0
        return max(0.0, left - (number(indent, "hanging") or 0.0)) * TWIP


def _value(element: Any) -> str | None:
    return None if element is None else element.get(f"{W}val")
