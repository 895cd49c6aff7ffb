"""Styles of a page of HTML → what a browser makes of each element: whether its text is drawn, how large, in which
colour on which ground. Rules of style sheets and of the element itself; nothing that the page refers to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from gapcheck.documents.contrast import BLACK, NARROWEST_LETTER, SMALLEST_VISIBLE_SIZE, WHITE, Color, from_hex
from gapcheck.documents.errors import DocumentError
from gapcheck.documents.formats.selectors import Matcher, Selector, parsed_selector
from gapcheck.documents.formats.style_rules import Declarations, declarations, rules_of

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_LENGTH = re.compile(r"(-?\d{0,6}(?:\.\d{1,6})?)(px|pt|em|rem|%|cm|mm|in|vw|vh|ex|ch)?")
_FUNCTION = re.compile(r"rgba?\(([^()]*)\)")
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
_AWAY = -300.0  # points: what is moved so far is not on the page
_MOST_RULES = 2_000
_MOST_ASKED = 1_000_000  # rules of all elements of a page together
_MOST_NAMED = 8  # variables that name variables

_DRAWN = frozenset(["svg", "g", "text", "tspan", "textpath"])
_OF_DRAWINGS = ("fill", "fill-opacity", "opacity", "font-size", "display", "visibility", "transform")
_SHAPES = ("rect", "path", "circle", "ellipse", "polygon", "image", "use")
_LONGEST_SELECTOR = 300

_Rule = tuple[tuple[int, ...], Selector, Declarations]


@dataclass(frozen=True, slots=True)
class Look:
    """How text is drawn: its colour and the colour behind it (None where it can't be told), its size in points, the
    opacity of all elements around it. `gone` text is not drawn, nor is anything inside; `off` text is not drawn unless
    an element inside turns it on again.
    """

    color: Color | None = BLACK
    ground: Color | None = WHITE
    size: float = 12.0
    opacity: float = 1.0
    gone: bool = False
    off: bool = False
    narrow: bool = False

    @property
    def hides(self) -> bool:
        """Whether nobody sees text that looks so."""
        if self.gone or self.off or self.narrow or self.size <= SMALLEST_VISIBLE_SIZE:
            return True
        if self.color is None:
            return False
        ground = self.ground or (BLACK if self.color.looks_like(WHITE) else WHITE)
        color = self.color._replace(alpha=self.color.alpha * self.opacity)
        return color.over(ground).looks_like(ground)


PLAIN = Look()
"""How a browser draws text of which no style says anything."""


class StyleSheets:
    """The rules of a page that hold on a usual screen."""

    def __init__(self, root: Any) -> None:
        self._by_key: dict[str, dict[str, _Rule]] = {}
        self._ends: dict[str, Declarations] = {}
        self._matcher = Matcher()
        self._asked = 0
        rules = (rule for style in root.iter("style") for rule in rules_of(style.text or "", self._ends))
        for number, rule in enumerate(islice(rules, _MOST_RULES)):
            self._add(rule.selector, rule.declared, number)

    def _add(self, text: str, declared: Declarations, number: int) -> None:
        selector = parsed_selector(text) if len(text) <= _LONGEST_SELECTOR else None
        if selector is None:
            return
        same = self._by_key.setdefault(selector.key, {})
        before: Declarations = same[text][2] if text in same else {}
        kept = {
            name: value
            for name, value in before.items()
            if name not in declared or ("!important" in value and "!important" not in declared[name])
        }
        same[text] = ((*selector.weight, number), selector, declared | kept)

    def of(self, element: Any, variables: Declarations) -> Declarations:
        """All that is said of an element, and its variables: those that it says, with those from around it."""
        found = []
        classes = (element.get("class") or "").split()
        keys = [str(element.tag), "*", f"#{element.get('id')}", *(f".{one}" for one in classes)]
        for key in keys:
            rules = self._by_key.get(key, {}).values()
            self._asked += len(rules)
            if self._asked > _MOST_ASKED:
                raise DocumentError("too-large", "its styles say too much of each element: save the resume as PDF")
            found += [rule for rule in rules if self._matcher.matches(element, rule[1])]
        declared = _attributes(element)
        urgent: Declarations = {}
        own = declarations(element.get("style") or "")
        for said in [*(rule[2] for rule in sorted(found, key=lambda rule: rule[0])), own]:
            for name, value in said.items():
                (urgent if "!important" in value else declared)[name] = value.replace("!important", "").strip()
        declared |= urgent
        known = variables | {name: value for name, value in declared.items() if name.startswith("--")}
        resolved = {name: _resolved(value, known) for name, value in declared.items()}
        resolved |= self._after_animation(resolved)
        return _as_in_drawings(element, resolved) if element.tag in _DRAWN else resolved

    def _after_animation(self, declared: Declarations) -> Declarations:
        """What an animation leaves behind that stays as it ends."""
        said = " ".join(value for name, value in declared.items() if name.startswith("animation")).split()
        if not {"forwards", "both"}.intersection(said):
            return {}
        return next((self._ends[name] for name in said if name in self._ends), {})


def _resolved(value: str, variables: Declarations) -> str:
    for _ in range(_MOST_NAMED):
        if "var(" not in value:
            break
        value = _VARIABLE.sub(lambda match: variables.get(match[1], match[2] or ""), value)[:1000]
    return value


def look_of(declared: Mapping[str, str], above: Look) -> Look:
    """How an element looks whose parent looks like `above`."""
    size = _size(declared, above.size)
    return replace(
        above,
        color=_text_color(declared, above),
        ground=_ground(declared, above),
        size=size,
        opacity=above.opacity * _opacity(declared),
        gone=above.gone or _is_gone(declared, size),
        off=declared["visibility"] in ("hidden", "collapse") if "visibility" in declared else above.off,
        narrow=0.5 + (_points(declared.get("letter-spacing", ""), size) or 0.0) / max(size, 1.0) < NARROWEST_LETTER
        if "letter-spacing" in declared
        else above.narrow,
    )


def _is_gone(declared: Mapping[str, str], size: float) -> bool:
    """Whether neither the element nor anything inside is drawn on the page."""
    if declared.get("display") == "none" or declared.get("content-visibility") == "hidden":
        return True
    if re.search(r"rect\((?:[01](?:px)?[\s,]*){4}\)", declared.get("clip", "")):
        return True
    clip = declared.get("clip-path", "") + declared.get("-webkit-clip-path", "")
    if re.search(
        r"inset\((?:[5-9]\d|100)%|circle\(0|polygon\(0(?:px|%)? 0(?:px|%)?(?:, ?0(?:px|%)? 0(?:px|%)?)*\)", clip
    ):
        return True
    transform = declared.get("transform", "")
    if re.search(r"scale[xy]?\(0(?:\.0\d*)?[),]", transform):
        return True
    moved = [declared.get(name, "") for name in ("margin-left", "margin-top", "text-indent")]
    moved += re.findall(r"-\d{1,6}\w{2,3}", transform)
    if declared.get("position") in ("absolute", "fixed", "relative"):
        moved += [declared.get(name, "") for name in ("left", "top", "right", "bottom")]
        if any((_points(declared.get(name, ""), size) or 0.0) > -4 * _AWAY for name in ("left", "right")):
            return True
    if any((points := _points(value, size)) is not None and points <= _AWAY for value in moved):
        return True
    if not {"hidden", "clip"}.isdisjoint((declared.get("overflow", "") + " " + declared.get("overflow-y", "")).split()):
        for name in ("height", "max-height", "width", "max-width"):
            extent = _points(declared.get(name, ""), size)
            if extent is not None and extent <= SMALLEST_VISIBLE_SIZE:
                return True
    return False


def _opacity(declared: Mapping[str, str]) -> float:
    filtered = re.search(r"opacity\(([\d.]{1,9}%?)\)", declared.get("filter", ""))
    found = 1.0
    for value in (declared.get("opacity", "1"), filtered[1] if filtered else "1"):
        share = _share(value)
        found *= 1.0 if share is None else min(1.0, max(0.0, share))
    return found


def _text_color(declared: Mapping[str, str], above: Look) -> Color | None:
    if "text" in (declared.get("background-clip"), declared.get("-webkit-background-clip")):
        return None  # the ground is cut to the letters
    for name in ("-webkit-text-fill-color", "color"):
        if name in declared:
            return _color(declared[name], above.color)
    return above.color


def _ground(declared: Mapping[str, str], above: Look) -> Color | None:
    said = f"{declared.get('background', '')} {declared.get('background-image', '')}"
    if "gradient" in said or "url(" in said:
        return None
    ground = above.ground
    for value in _tokens(f"{declared.get('background', '')} {declared.get('background-color', '')}"):
        color = _color(value, None)
        if color is not None:
            ground = color.over(above.ground) if above.ground is not None else color if color.alpha > 0.9 else None
    if ground == above.ground and declared.get("position") in ("absolute", "fixed"):
        return None  # it may stand on anything
    return ground


def _size(declared: Mapping[str, str], above: float) -> float:
    size = above
    if "font" in declared:
        for value in re.split(r"[\s/]+", declared["font"]):
            if re.match(r"[\d.]", value) and (re.search(r"[a-z%]", value) or float(value or 0) == 0):
                size = _font_size(value, above)
                break
    return _font_size(declared["font-size"], above) if "font-size" in declared else size


def _font_size(value: str, above: float) -> float:
    if value in _SIZES:
        return _SIZES[value]
    points = _points(value, above, 12.0)
    return above if points is None else points


def _points(value: str, em: float, root: float = 12.0) -> float | None:
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


def _color(value: str, above: Color | None) -> Color | None:
    """The colour that a value names; that of the parent where it says so, None where it can't be told."""
    value = value.strip()
    if value in ("inherit", "currentcolor", "unset"):
        return above
    if value == "transparent":
        return BLACK._replace(alpha=0.0)
    if value.startswith("#"):
        return from_hex(value)
    if found := _FUNCTION.fullmatch(value):
        shares = [_share(part, 255) for part in re.split(r"[\s,/]+", found[1].strip())[:3]]
        alpha = [_share(part) for part in re.split(r"[\s,/]+", found[1].strip())[3:4]]
        parts = [*shares, *(alpha or [1.0])]
        return None if len(parts) != 4 or None in parts else Color(*(part for part in parts if part is not None))
    from PIL import ImageColor

    try:
        red, green, blue = ImageColor.getrgb(value)[:3]
    except ValueError:
        return None
    return Color(red / 255, green / 255, blue / 255)


def _share(value: str, whole: float = 1.0) -> float | None:
    try:
        return float(value.removesuffix("%")) / (100.0 if value.endswith("%") else whole)
    except ValueError:
        return None


def _tokens(text: str) -> Iterator[str]:
    """The words of a value; a function is one."""
    yield from re.findall(r"[\w#-]+\([^()]{0,200}\)|[\w#.%-]+", text)


def _attributes(element: Any) -> Declarations:
    """What attributes of older HTML and of drawings say."""
    found: Declarations = {}
    for name, attribute in (("background-color", "bgcolor"), ("color", "text" if element.tag == "body" else "color")):
        if (value := element.get(attribute)) and (attribute != "color" or element.tag == "font"):
            found[name] = value.lower()
    if element.tag in _DRAWN:
        for name in _OF_DRAWINGS:
            if value := element.get(name):
                found[name] = value.lower() + ("px" if name == "font-size" and value.isdigit() else "")
    return found


def _as_in_drawings(element: Any, declared: Declarations) -> Declarations:
    """The properties of an element of a drawing under the names that they have for other text."""
    found = {name: value for name, value in declared.items() if name != "color"}
    if "fill" in declared or element.tag == "svg":
        found["color"] = declared.get("fill", "black").replace("none", "transparent")
    if "fill-opacity" in declared:
        found.setdefault("opacity", declared["fill-opacity"])
    if element.tag == "svg" and next(element.iter(*_SHAPES), None) is not None:
        found["background-image"] = "url(what is drawn)"
    return found
