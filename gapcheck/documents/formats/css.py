"""Styles of a page of HTML → what a browser makes of each element: whether its text is drawn, how large, in which
colour on which ground. Rules of style sheets and of the element itself; nothing that the page refers to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any

from gapcheck.documents.contrast import BLACK, NARROWEST_LETTER, SMALLEST_VISIBLE_SIZE, WHITE, Color
from gapcheck.documents.errors import DocumentError
from gapcheck.documents.formats.css_places import is_gone
from gapcheck.documents.formats.css_values import color_of, font_size_of, points_of, share_of, tokens_of
from gapcheck.documents.formats.selectors import Matcher, Selector, parsed_selector
from gapcheck.documents.formats.style_rules import Declarations, declarations, rules_of

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_MOST_RULES = 2_000
_MOST_ASKED = 1_000_000  # rules of all elements of a page together
_MOST_NAMED = 8  # variables that name variables

_DRAWN = frozenset(["svg", "g", "text", "tspan", "textpath"])
_OF_DRAWINGS = ("fill", "fill-opacity", "opacity", "font-size", "display", "visibility", "transform")
_SHAPES = ("rect", "path", "circle", "ellipse", "polygon", "image", "use")
_LONGEST_SELECTOR = 300
_UNKNOWN = frozenset([BLACK, WHITE])  # one of them differs from any ink
_MOST_GROUNDS = 64
_BLURRED = 4.0  # points: a softer shadow draws no letters

_Rule = tuple[tuple[int, ...], Selector, Declarations]


@dataclass(frozen=True, slots=True)
class Look:
    """How text is drawn: its colour, and the colours that may be behind it (None where those can't be told), its size
    in points, the opacity of all elements around it, the colour of a line or a shadow around its letters. `gone` text
    is not drawn, nor is anything inside; `off` text is not drawn unless an element inside turns it on again.
    """

    color: Color | None = BLACK
    grounds: frozenset[Color] | None = frozenset([WHITE])
    size: float = 12.0
    opacity: float = 1.0
    gone: bool = False
    off: bool = False
    narrow: bool = False
    edge: Color | None = None

    @property
    def hides(self) -> bool:
        """Whether nobody sees text that looks so."""
        if self.gone or self.off or self.narrow or self.size <= SMALLEST_VISIBLE_SIZE:
            return True
        if self.color is None:
            return False
        inks = [self.color, *([self.edge] if self.edge is not None else [])]
        return all(
            ink._replace(alpha=ink.alpha * self.opacity).over(ground).looks_like(ground)
            for ground in (_UNKNOWN if self.grounds is None else self.grounds)
            for ink in inks
        )


PLAIN = Look()
"""How a browser draws text of which no style says anything."""


class StyleSheets:
    """The rules of a page that hold on a usual screen."""

    def __init__(self, root: Any) -> None:
        self._by_key: dict[str, dict[str, _Rule]] = {}
        self._root = root
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
        for one in [*(rule[2] for rule in sorted(found, key=lambda rule: rule[0])), own]:
            for name, value in one.items():
                (urgent if "!important" in value else declared)[name] = value.replace("!important", "").strip()
        declared |= urgent
        said = {name: value for name, value in declared.items() if name.startswith("--")}
        known = variables | said if said else variables
        resolved = {name: _resolved(value, known) for name, value in declared.items()}
        resolved |= self._after_animation(resolved)
        return _as_in_drawings(element, resolved) if element.tag in _DRAWN else resolved

    @cached_property
    def anywhere(self) -> frozenset[Color] | None:
        """The colours of all grounds of the page: what may be below something that stands wherever it is put."""
        found = frozenset[Color]()
        said = [rule[2] for rules in self._by_key.values() for rule in rules.values()]
        styles = (element.get("style") for element in self._root.iter() if "background" in (element.get("style") or ""))
        for declared in chain(
            said, map(declarations, styles), map(_attributes, self._root.iter("body", "table", "td"))
        ):
            painted = _painted(declared)
            if painted is None or any("var(" in value for name, value in declared.items() if "background" in name):
                return None
            found |= painted
        return found

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


def look_of(declared: Mapping[str, str], above: Look, sheets: StyleSheets) -> Look:
    """How an element looks whose parent looks like `above`."""
    size = _size(declared, above.size)
    return Look(
        color=_text_color(declared, above),
        grounds=_grounds(declared, above, sheets),
        size=size,
        opacity=above.opacity * _opacity(declared),
        gone=above.gone or is_gone(declared, size),
        off=declared["visibility"] in ("hidden", "collapse") if "visibility" in declared else above.off,
        narrow=0.5 + (points_of(declared.get("letter-spacing", ""), size) or 0.0) / max(size, 1.0) < NARROWEST_LETTER
        if "letter-spacing" in declared
        else above.narrow,
        edge=_edge(declared, above, size),
    )


def _opacity(declared: Mapping[str, str]) -> float:
    filtered = re.search(r"opacity\(([\d.]{1,9}%?)\)", declared.get("filter", ""))
    found = 1.0
    for value in (declared.get("opacity", "1"), filtered[1] if filtered else "1"):
        share = share_of(value)
        found *= 1.0 if share is None else min(1.0, max(0.0, share))
    return found


def _text_color(declared: Mapping[str, str], above: Look) -> Color | None:
    if "text" in (declared.get("background-clip"), declared.get("-webkit-background-clip")):
        return None  # the ground is cut to the letters
    for name in ("-webkit-text-fill-color", "color"):
        if name in declared:
            return color_of(declared[name], above.color)
    return above.color


def _edge(declared: Mapping[str, str], above: Look, size: float) -> Color | None:
    """The colour of the line around letters, or of a shadow that is sharp enough to read them."""
    for name in ("-webkit-text-stroke", "text-shadow"):
        if name not in declared:
            continue
        said = list(tokens_of(declared[name]))
        lengths = [length for one in said if (length := points_of(one, size)) is not None]
        colors = [color for one in said if (color := color_of(one, above.color)) is not None]
        if name == "text-shadow":
            return colors[0] if colors and (len(lengths) < 3 or lengths[2] <= _BLURRED) else None
        return colors[0] if colors and any(lengths) else None
    return above.edge


def _grounds(declared: Mapping[str, str], above: Look, sheets: StyleSheets) -> frozenset[Color] | None:
    painted = _painted(declared)
    if painted is None:
        return None
    if painted:
        if above.grounds is None:
            return painted if all(color.alpha > 0.9 for color in painted) else None
        if len(painted) * len(above.grounds) > _MOST_GROUNDS:
            return None
        return frozenset(color.over(ground) for color in painted for ground in above.grounds)
    if declared.get("position") in ("absolute", "fixed"):
        anywhere = sheets.anywhere
        return None if anywhere is None or above.grounds is None else above.grounds | anywhere
    return above.grounds


def _painted(declared: Mapping[str, str]) -> frozenset[Color] | None:
    """The colours of an element's own ground; None where they can't be told, none where it has no ground."""
    said = " ".join(declared.get(name, "") for name in ("background", "background-image", "background-color"))
    if "url(" in said:
        return None
    colors = [color for one in tokens_of(said.replace("gradient(", " ")) if (color := color_of(one, None)) is not None]
    if "gradient(" in said:
        return frozenset(colors) if len(colors) > 1 else None
    return frozenset(color for color in colors[-1:] if color.alpha > 0)


def _size(declared: Mapping[str, str], above: float) -> float:
    size = above
    if "font" in declared:
        for value in re.split(r"[\s/]+", declared["font"]):
            if re.match(r"[\d.]", value) and (re.search(r"[a-z%]", value) or float(value or 0) == 0):
                size = font_size_of(value, above)
                break
    return font_size_of(declared["font-size"], above) if "font-size" in declared else size


def _attributes(element: Any) -> Declarations:
    """What attributes of older HTML and of drawings say."""
    found: Declarations = {"display": "none"} if element.get("hidden") is not None else {}
    if element.get("background"):
        found["background-image"] = f"url({element.get('background')})"
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
