"""What is declared for an element of HTML → whether it is clipped, shrunk, moved or folded away."""

from __future__ import annotations

from collections.abc import Mapping

from gapcheck.documents.contrast import SMALLEST_VISIBLE_SIZE
from gapcheck.documents.formats.css_values import functions_of, lengths_of, points_of, share_of, tokens_of

_SIDES = ("top", "right", "bottom", "left")
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
        or _is_blurred(declared, size)
    )


def _is_clipped(declared: Mapping[str, str], size: float) -> bool:
    """Whether a clip leaves nothing of an element."""
    cuts = functions_of(declared.get("clip", "")) if declared.get("position") in ("absolute", "fixed") else ()
    for _, said in cuts:
        sides = [points_of(side, size) for side in said]
        top, right, bottom, left = sides if len(sides) == 4 else [None] * 4
        for least, most in ((top, bottom), (left, right)):
            if least is not None and most is not None and most - least <= SMALLEST_VISIBLE_SIZE:
                return True
    path = declared.get("clip-path", "") + declared.get("-webkit-clip-path", "")
    for name, said in functions_of(path):
        if name == "inset" and said:
            shares = [token.value if token.type == "percentage" else 0.0 for token in said[:4]]
            top, right, bottom, left = (shares[at] for at in _FOUR[len(shares)])
            return bool(top + bottom >= 100 or left + right >= 100)
        if name in ("circle", "ellipse", "polygon"):
            extents = lengths_of(said if name == "polygon" else said[:1], size)
            return bool(extents) and not any(extents)
    return False


def _is_scaled_away(declared: Mapping[str, str]) -> bool:
    """Whether an element is shrunk to nothing or turned until it is seen from its edge."""
    factors = [*tokens_of(declared.get("scale", ""))[:2], *tokens_of(declared.get("zoom", ""))]
    turns: list[float] = []
    for name, said in functions_of(declared.get("transform", "")):
        if name.startswith("scale"):
            factors += said[:2]
        elif name.startswith("matrix"):
            factors += said[:1] if not any(share_of(one) for one in said[:4]) else ()
        elif name in ("rotatex", "rotatey"):
            turns += [token.value for token in said if token.type == "dimension" and token.lower_unit == "deg"]
    shrunk = any((factor := share_of(one)) is not None and abs(factor) < _LEAST_SCALE for one in factors)
    turned = any(90 < abs(turn) % 360 < 270 for turn in turns)
    backless = "hidden" in (declared.get("backface-visibility"), declared.get("-webkit-backface-visibility"))
    return shrunk or (backless and turned) or any(abs(turn) % 180 == 90 for turn in turns)


def _is_moved_away(declared: Mapping[str, str], size: float) -> bool:
    """Whether an element stands off the page, to the left of it or above; to the right where it has a place there."""
    margins = tokens_of(declared.get("margin", ""))
    moved = lengths_of((*margins[:1], *margins[3:4]), size)
    for name in ("margin-left", "margin-top", "text-indent", "translate"):
        moved += lengths_of(declared.get(name, ""), size)
    for name, said in functions_of(declared.get("transform", "")):
        moved += lengths_of(said, size) if name.startswith("translate") else []
    if declared.get("position") in ("absolute", "fixed", "relative"):
        inset = tokens_of(declared.get("inset", ""))[:4]
        told = {name: (inset[at],) for name, at in zip(_SIDES, _FOUR[len(inset)], strict=True)} if inset else {}
        told |= {name: tokens_of(declared[name]) for name in _SIDES if name in declared}
        sides = {name: lengths_of(tokens, size) for name, tokens in told.items()}
        if any(points > -4 * _AWAY for name in ("left", "right") for points in sides.get(name, ())):
            return True
        moved += [points for lengths in sides.values() for points in lengths]
    if any(points <= _AWAY for points in moved):
        return True
    indent = tokens_of(declared.get("text-indent", ""))
    return _cuts(declared) and any(token.type == "percentage" and token.value >= 100 for token in indent)


def _is_folded(declared: Mapping[str, str], size: float) -> bool:
    """Whether an element that shows nothing beyond its box has a box without height or width."""
    names = ("height", "max-height", "width", "max-width", "line-height")
    return _cuts(declared) and any(
        extent <= SMALLEST_VISIBLE_SIZE for name in names for extent in lengths_of(declared.get(name, ""), size)
    )


def _is_blurred(declared: Mapping[str, str], size: float) -> bool:
    blurs = [said for name, said in functions_of(declared.get("filter", "")) if name == "blur"]
    return any(radius > size / 2 for said in blurs for radius in lengths_of(said, size))


def _cuts(declared: Mapping[str, str]) -> bool:
    said = " ".join(declared.get(name, "") for name in ("overflow", "overflow-x", "overflow-y")).split()
    return not {"hidden", "clip"}.isdisjoint(said)
