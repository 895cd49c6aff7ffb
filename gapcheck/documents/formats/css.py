"""Styles of a page of HTML → what a browser makes of each element: whether its text is drawn, how large, in which
colour on which ground. Rules of style sheets and of the element itself; nothing that the page refers to is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any

from gapcheck.documents.contrast import BLACK, NARROWEST_LETTER, SMALLEST_VISIBLE_SIZE, WHITE, Color
from gapcheck.documents.formats.css_places import is_gone
from gapcheck.documents.formats.css_values import (
    Tokens,
    colors_of,
    font_size_of,
    functions_of,
    lengths_of,
    share_of,
    tokens_of,
)
from gapcheck.documents.formats.selectors import StyledElement, compiled_selector, key_of
from gapcheck.documents.formats.style_rules import Declarations, StyleReader, declarations

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*+\))*+))?\)")
_MOST_RULES = 2_000
_MOST_NAMED = 8  # variables that name variables
_CHARACTERS_A_LOOK = 20  # of a value with variables
_READ_A_LOOK = 4  # characters of a style

_DRAWN = frozenset(["svg", "g", "text", "tspan", "textpath"])
_OF_DRAWINGS = ("fill", "fill-opacity", "opacity", "font-size", "display", "visibility", "transform")
_SHAPES = ("rect", "path", "circle", "ellipse", "polygon", "image", "use")
_UNKNOWN = frozenset([BLACK, WHITE])  # one of them differs from any ink
_MOST_GROUNDS = 64
_BLURRED = 4.0  # points: a softer shadow draws no letters


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


@dataclass(frozen=True, slots=True)
class _Rule:
    """What is declared for the elements of which `means` is true; the rule of the greatest weight has the last word."""

    weight: tuple[float, ...]
    means: Callable[[StyledElement], object]
    declared: Declarations


class StyleSheets:
    """The rules of a page that hold on a usual screen."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._page = StyledElement.from_html_root(root)
        self._reader = StyleReader()
        self._rules: dict[str, list[_Rule]] = {}
        styles = [style.text or "" for style in root.iter("style")]
        self._page.looks.take(sum(map(len, styles)) // _READ_A_LOOK)
        rules = (rule for style in styles for rule in self._reader.rules_of(style))
        for number, rule in enumerate(islice(rules, _MOST_RULES)):
            if (selector := compiled_selector(rule.selector)) is not None:
                found = _Rule((rule.layer, *selector.specificity, number), selector.test, rule.declared)
                self._rules.setdefault(key_of(selector), []).append(found)

    @cached_property
    def _elements(self) -> dict[Any, StyledElement]:
        return {one.etree_element: one for one in self._page.iter_subtree()}

    def _said_of(self, element: StyledElement) -> list[Declarations]:
        """What rules say of an element, the weightiest last."""
        found = list[_Rule]()
        for key in [f"#{element.id}", *(f".{name}" for name in element.classes), element.local_name, "*"]:
            rules = self._rules.get(key, [])
            element.looks.take(len(rules))
            found += [rule for rule in rules if rule.means(element)]
        element.looks.take(sum(len(rule.declared) for rule in found))
        return [rule.declared for rule in sorted(found, key=lambda rule: rule.weight)]

    def of(self, element: Any, variables: Declarations) -> Declarations:
        """All that is said of an element, and its variables: those that it says, with those from around it."""
        declared = _attributes(element)
        urgent: Declarations = {}
        said = self._said_of(self._elements[element]) if self._rules else []
        style = element.get("style") or ""
        self._page.looks.take(len(style) // _READ_A_LOOK)
        for one in [*said, declarations(style)]:
            for name, value in one.items():
                (urgent if "!important" in value else declared)[name] = value.replace("!important", "").strip()
        declared |= urgent
        named = {name: value for name, value in declared.items() if name.startswith("--")}
        if named:
            known = variables | named
            own = {name: self._resolved(value, known) for name, value in named.items()}
            variables = variables | {name: value for name, value in own.items() if value}
        resolved = {name: self._resolved(value, variables) for name, value in declared.items()}
        resolved |= self._after_animation(resolved)
        return _as_in_drawings(element, resolved) if element.tag in _DRAWN else resolved

    def _resolved(self, value: str, variables: Declarations) -> str:
        """A value with what its variables stand for."""
        for _ in range(_MOST_NAMED):
            if "var(" not in value:
                break
            self._page.looks.take(1 + len(value) // _CHARACTERS_A_LOOK)
            value = _VARIABLE.sub(lambda match: variables.get(match[1]) or match[2] or "", value)[:1000]
        return value

    @cached_property
    def anywhere(self) -> frozenset[Color] | None:
        """The colours of all grounds of the page: what may be below something that stands wherever it is put."""
        found = frozenset[Color]()
        said = [rule.declared for rules in self._rules.values() for rule in rules]
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
        return next((self._reader.ends[name] for name in said if name in self._reader.ends), {})


def look_of(declared: Mapping[str, str], above: Look, sheets: StyleSheets) -> Look:
    """How an element looks whose parent looks like `above`."""
    if not declared:
        return above
    size = _size(declared, above.size)
    color = _text_color(declared, above)
    return Look(
        color=color,
        grounds=_grounds(declared, above, sheets, color),
        size=size,
        opacity=above.opacity * _opacity(declared),
        gone=above.gone or is_gone(declared, size),
        off=declared["visibility"] in ("hidden", "collapse") if "visibility" in declared else above.off,
        narrow=0.5 + sum(lengths_of(declared["letter-spacing"], size)) / max(size, 1.0) < NARROWEST_LETTER
        if "letter-spacing" in declared
        else above.narrow,
        edge=_edge(declared, above, size),
    )


def _opacity(declared: Mapping[str, str]) -> float:
    filtered = [said for name, said in functions_of(declared.get("filter", "")) if name == "opacity"]
    masks = [declared.get(f"{prefix}mask{part}", "") for prefix in ("", "-webkit-") for part in ("", "-image")]
    layers = [colors_of(said, None) for mask in masks for name, said in functions_of(mask) if name.endswith("gradient")]
    if any(colors and all(color is not None and color.alpha == 0 for color in colors) for colors in layers):
        return 0.0
    found = 1.0
    for token in chain(tokens_of(declared.get("opacity", "")), *filtered):
        share = share_of(token)
        found *= 1.0 if share is None else min(1.0, max(0.0, share))
    return found


def _text_color(declared: Mapping[str, str], above: Look) -> Color | None:
    if "text" in (declared.get("background-clip"), declared.get("-webkit-background-clip")):
        return None  # the ground is cut to the letters
    for name in ("-webkit-text-fill-color", "color"):
        if declared.get(name):  # nothing is left of a variable that nobody sets
            return next(iter(colors_of(declared[name], above.color)), None)
    return above.color


def _edge(declared: Mapping[str, str], above: Look, size: float) -> Color | None:
    """The colour of the line around letters, or of a shadow that is sharp enough to read them."""
    for name in ("-webkit-text-stroke", "text-shadow"):
        if name not in declared:
            continue
        lengths = lengths_of(declared[name], size)
        colors = colors_of(declared[name], above.color)
        sharp = any(lengths) if name != "text-shadow" else len(lengths) < 3 or lengths[2] <= _BLURRED
        return colors[0] if colors and sharp else None
    return above.edge


def _grounds(
    declared: Mapping[str, str], above: Look, sheets: StyleSheets, own: Color | None
) -> frozenset[Color] | None:
    painted = _painted(declared, own)
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


def _painted(declared: Mapping[str, str], own: Color | None = None) -> frozenset[Color] | None:
    """The colours of the ground of an element whose text has its `own` colour; None where they can't be told, none
    where it has no ground.
    """
    said = " ".join(declared.get(name, "") for name in ("background-image", "background-color"))
    if "url(" in said:
        return None
    gradients = [given for name, given in functions_of(said) if name.endswith("gradient")]
    tokens: Tokens = tuple(chain(*gradients)) or tokens_of(said)
    found = colors_of(tokens, own)
    colors = [color for color in found if color is not None]
    if len(colors) < len(found):
        return None
    if gradients:
        return frozenset(colors) if len(colors) > 1 else None
    return frozenset(color for color in colors[-1:] if color.alpha > 0)


def _size(declared: Mapping[str, str], above: float) -> float:
    sizes = [
        size for token in tokens_of(declared.get("font-size", "")) if (size := font_size_of(token, above)) is not None
    ]
    return sizes[0] if sizes else above


def _attributes(element: Any) -> Declarations:
    """What attributes of older HTML and of drawings say."""
    found: Declarations = {"display": "none"} if element.get("hidden") is not None else {}
    if element.tag == "mark":
        found |= {"background-color": "yellow", "color": "black"}
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
