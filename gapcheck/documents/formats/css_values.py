"""Values of CSS → their tokens, lengths in points, colours, shares."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tinycss2 import parse_component_value_list
from tinycss2.color4 import parse_color

from gapcheck.documents.contrast import BLACK, WHITE, Color

_LONG_NUMBER = re.compile(r"\d{300,}")  # Python makes no number of thousands of digits
_SYSTEM = {"canvas": WHITE, "window": WHITE, "field": WHITE, "canvastext": BLACK, "windowtext": BLACK, "initial": BLACK}
_POINTS = {"px": 0.75, "pt": 1.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "vw": 6.0, "vh": 8.0, "ex": 5.0}
_SIZES = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}

_COLORS = frozenset(["rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"]).union(
    ["light-dark", "contrast-color", "device-cmyk"]
)
_LIGHTS = ((3.1339, -1.6169, -0.4906), (-0.9788, 1.9161, 0.0335), (0.0719, -0.2290, 1.4052))
"""What red, green and blue have of X, Y and Z in the light of D50: the standard of sRGB, adapted by Bradford."""

Tokens = tuple[Any, ...]
"""What tinycss2 makes of a text, without the space and the commas between."""


def readable_style(text: str) -> str:
    """A style as tinycss2 can read it."""
    return _LONG_NUMBER.sub("9", text)


def meaning(nodes: list[Any]) -> Tokens:
    """The tokens among some that are no space, comment or comma."""
    return tuple(node for node in nodes if node.type not in ("whitespace", "comment") and node != ",")


@lru_cache(2_000)
def tokens_of(text: str) -> Tokens:
    """The words, numbers and functions of a value."""
    return meaning(parse_component_value_list(readable_style(text)))


@lru_cache(2_000)
def functions_of(text: str) -> tuple[tuple[str, Tokens], ...]:
    """The functions in a value, and what each is given."""
    return tuple((token.lower_name, meaning(token.arguments)) for token in tokens_of(text) if token.type == "function")


def font_size_of(token: Any, above: float) -> float | None:
    """A size of type in points; None where it is none."""
    if token.type == "ident":
        return {"smaller": above / 1.2, "larger": above * 1.2, **_SIZES}.get(token.lower_value)
    return points_of(token, above)


def points_of(token: Any, em: float, root: float = 12.0) -> float | None:
    """A length in points; a per cent counts of an em. None where it is none."""
    if token.type == "dimension":
        unit = {"em": em, "ch": em, "rem": root, **_POINTS}.get(token.lower_unit)
        return None if unit is None else float(token.value * unit)
    if token.type == "percentage":
        return float(token.value * em / 100)
    if token.type == "function" and token.lower_name == "calc":
        return _sum_of(token.arguments, em, root)
    return 0.0 if token.type == "number" and token.value == 0 else None


def _sum_of(tokens: list[Any], em: float, root: float) -> float | None:
    """The length that is added up from others; None where anything is multiplied or no length."""
    total, sign = 0.0, 1.0
    for token in meaning(tokens):
        if token.type == "literal" and token.value in ("+", "-"):
            sign = -1.0 if token.value == "-" else 1.0
        elif (points := points_of(token, em, root)) is None:
            return None
        else:
            total += sign * points
    return total


def lengths_of(value: str | Tokens, em: float) -> list[float]:
    """The lengths in a value, in points."""
    tokens = tokens_of(value) if isinstance(value, str) else value
    return [points for token in tokens if (points := points_of(token, em)) is not None]


def colors_of(value: str | Tokens, above: Color | None) -> list[Color | None]:
    """The colours in a value: that of the parent where it says so, None for one that can't be told."""
    found: list[Color | None] = []
    for token in tokens_of(value) if isinstance(value, str) else value:
        word = token.lower_value if token.type == "ident" else ""
        color = above if word in ("inherit", "currentcolor", "unset") else _SYSTEM.get(word) or _color(token)
        if color is not None or (token.type == "function" and token.lower_name in _COLORS):
            found.append(color)
    return found


def _color(token: Any) -> Color | None:
    try:
        found = parse_color(token)
        if found.space in ("srgb", "hsl", "hwb"):
            return Color(*found.to("srgb"))
        x, y, z, alpha = found.to("lab").to("xyz-d50")
    except (AttributeError, NotImplementedError, ValueError):
        return None  # no colour, or one of a rare space
    lights = [max(0.0, a * x + b * y + c * z) for a, b, c in _LIGHTS]
    red, green, blue = (12.92 * one if one < 0.0031 else 1.055 * one ** (1 / 2.4) - 0.055 for one in lights)
    return Color(min(1.0, red), min(1.0, green), min(1.0, blue), alpha)


def share_of(token: Any) -> float | None:
    """A number or a per cent, as a share of one; None where it is none."""
    if token.type == "percentage":
        return float(token.value / 100)
    return float(token.value) if token.type == "number" else None
