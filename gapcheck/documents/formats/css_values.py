"""Values of CSS → lengths in points, colours, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb

from gapcheck.documents.contrast import BLACK, WHITE, Color, from_hex

_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|%|cm|mm|in|vw|vh|ex|ch)?")
_FUNCTION = re.compile(r"(rgb|hsl)a?\(([^()]*)\)")
_SYSTEM = {"canvas": WHITE, "window": WHITE, "field": WHITE, "canvastext": BLACK, "windowtext": BLACK, "initial": BLACK}
_POINTS = {"px": 0.75, "pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "vw": 6.0, "vh": 8.0, "ex": 5.0}
_SIZES = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "smaller": 10.0,
}


def font_size_of(value: str, above: float) -> float:
    """A size of type in points; that around it where it is none."""
    if value in _SIZES:
        return _SIZES[value]
    points = points_of(value, above, 12.0)
    return above if points is None else points


def points_of(value: str, em: float, root: float = 12.0) -> float | None:
    """A length in points; a per cent counts of an em. None where it is none."""
    found = _LENGTH.fullmatch(value.strip())
    if found is None or not re.search(r"\d", found[1]):
        return None
    number, unit = float(found[1]), found[2]
    if unit is None:
        return 0.0 if number == 0 else None
    if unit == "rem":
        return number * root
    return number * (em if unit in ("em", "ch") else em / 100 if unit == "%" else _POINTS[unit])


def color_of(value: str, above: Color | None) -> Color | None:
    """The colour that a value names; that of the parent where it says so, None where it can't be told."""
    value = value.strip()
    if value in ("inherit", "currentcolor", "unset"):
        return above
    if value == "transparent":
        return BLACK._replace(alpha=0.0)
    if value.startswith("#"):
        return from_hex(value)
    if value in _SYSTEM:
        return _SYSTEM[value]
    if found := _FUNCTION.fullmatch(value):
        return _computed(found[1], re.split(r"[\s,/]+", found[2].strip()))
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(value)[:3]
    except ValueError:
        return None
    return Color(red / 255, green / 255, blue / 255)


def _computed(model: str, said: list[str]) -> Color | None:
    """The colour of three numbers, and an opacity."""
    if model == "hsl":
        hue, *rest = (share_of(part.removesuffix("deg"), 360) for part in said[:1]), *map(share_of, said[1:3])
        turn = next(hue)
        if turn is None or len(rest) != 2 or rest[0] is None or rest[1] is None:
            return None
        parts: list[float | None] = list(hls_to_rgb(turn % 1, min(1.0, rest[1]), min(1.0, rest[0])))
    else:
        parts = [share_of(part, 255) for part in said[:3]]
    parts.append(share_of(said[3]) if len(said) > 3 else 1.0)
    known = [part for part in parts if part is not None]
    return Color(*known) if len(known) == len(parts) == 4 else None


def share_of(value: str, whole: float = 1.0) -> float | None:
    """A number or a per cent of a whole, as a share; None where it is none."""
    try:
        return float(value.removesuffix("%")) / (100.0 if value.endswith("%") else whole)
    except ValueError:
        return None


def tokens_of(text: str) -> Iterator[str]:
    """The words of a value; a function is one."""
    yield from re.findall(r"[\w#-]+\([^()]{0,200}\)|[\w#.%-]+", text)
