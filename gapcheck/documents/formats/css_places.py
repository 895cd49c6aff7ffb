"""What is declared for an element of HTML → whether it is clipped, shrunk, moved or folded away."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gapcheck.documents.contrast import SMALLEST_VISIBLE_SIZE
from gapcheck.documents.formats.css_values import points_of, share_of

_SIDES = ("top", "right", "bottom", "left")
_BLUR = re.compile(r"blur\(([^()]{1,20})\)")
_LEAST_SCALE = 0.1
_AWAY = -300.0  # points: what is moved so far is not on the page
_FOUR = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}
"""Which of so many values is that of the top, the right, the bottom, the left."""


def is_gone(declared: Mapping[str, str], size: float) -> bool:
    """Whether neither the element nor anything inside is drawn on the page."""
    if declared.get("display") == "none" or declared.get("content-visibility") == "hidden":
        return True
    return (
        _is_clipped(declared, size)
        or _is_scaled_away(declared)
        or _is_moved_away(declared, size)
        or _is_folded(declared, size)
        or any((points_of(radius, size) or 0.0) > size / 2 for radius in _BLUR.findall(declared.get("filter", "")))
    )


def _is_clipped(declared: Mapping[str, str], size: float) -> bool:
    """Whether a clip leaves nothing of an element."""
    cut = re.search(r"rect\(([^()]{0,100})\)", declared.get("clip", ""))
    if cut and declared.get("position") in ("absolute", "fixed"):
        sides = [points_of(side, size) for side in re.split(r"[\s,]+", cut[1].strip())]
        if len(sides) == 4:
            top, right, bottom, left = sides
            upright = top is not None and bottom is not None and bottom - top <= SMALLEST_VISIBLE_SIZE
            if upright or (left is not None and right is not None and right - left <= SMALLEST_VISIBLE_SIZE):
                return True
    path = declared.get("clip-path", "") + declared.get("-webkit-clip-path", "")
    if inset := re.search(r"inset\(([^()]{0,100})\)", path):
        shares = [
            float(one.rstrip("%")) if re.fullmatch(r"\d{1,3}(?:\.\d{1,4})?%", one) else 0.0 for one in inset[1].split()
        ]
        top, right, bottom, left = (shares[at] for at in _FOUR[min(len(shares), 4)]) if shares else (0.0,) * 4
        return top + bottom >= 100 or left + right >= 100
    return bool(
        re.search(r"circle\(0(?!\.?\d)|ellipse\(0|polygon\(0(?:px|%)? 0(?:px|%)?(?:, ?0(?:px|%)? 0(?:px|%)?)*\)", path)
    )


def _is_scaled_away(declared: Mapping[str, str]) -> bool:
    """Whether an element is shrunk to nothing or turned until it is seen from its edge."""
    transform = declared.get("transform", "")
    factors = [
        one for said in re.findall(r"scale(?:3d|x|y)?\(([^()]{0,100})\)", transform) for one in said.split(",")[:2]
    ]
    factors += declared.get("scale", "").split()[:2]
    factors += declared.get("zoom", "").split()
    if any((factor := share_of(one.strip())) is not None and abs(factor) < _LEAST_SCALE for one in factors):
        return True
    return bool(re.search(r"rotate[xy]\(-?(?:90|270)deg\)|matrix\(0, ?0, ?0, ?0", transform))


def _is_moved_away(declared: Mapping[str, str], size: float) -> bool:
    """Whether an element stands off the page, to the left of it or above; to the right where it has a place there."""
    margins = declared.get("margin", "").split()
    moved = [*margins[:1], *margins[3:4], *(declared.get(name, "") for name in ("margin-left", "margin-top"))]
    moved += [declared.get("text-indent", ""), *declared.get("translate", "").split()]
    moved += re.findall(
        r"-\d{1,7}(?:\.\d{1,4})?[a-z%]{1,3}",
        "".join(re.findall(r"translate[^()]*\([^()]*\)", declared.get("transform", ""))),
    )
    if declared.get("position") in ("absolute", "fixed", "relative"):
        inset = declared.get("inset", "").split() or [""]
        sides = [inset[at] for at in _FOUR[min(len(inset), 4)]]
        told = {name: declared.get(name, side) for name, side in zip(_SIDES, sides, strict=True)}
        moved += told.values()
        if any((points_of(told[name], size) or 0.0) > -4 * _AWAY for name in ("left", "right")):
            return True
    if any((points := points_of(value, size)) is not None and points <= _AWAY for value in moved):
        return True
    indent = declared.get("text-indent", "")
    return _cuts(declared) and indent.endswith("%") and (share_of(indent) or 0.0) >= 1.0


def _is_folded(declared: Mapping[str, str], size: float) -> bool:
    """Whether an element that shows nothing beyond its box has a box without height or width."""
    if not _cuts(declared):
        return False
    extents = [declared.get(name, "") for name in ("height", "max-height", "width", "max-width", "line-height")]
    return any(
        (extent := 0.0 if value == "0" else points_of(value, size)) is not None and extent <= SMALLEST_VISIBLE_SIZE
        for value in extents
    )


def _cuts(declared: Mapping[str, str]) -> bool:
    said = " ".join(declared.get(name, "") for name in ("overflow", "overflow-x", "overflow-y")).split()
    return not {"hidden", "clip"}.isdisjoint(said)
