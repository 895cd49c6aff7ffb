"""The text of a style → its rules that hold on a usual screen, and how its animations end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Any

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize

from gapcheck.documents.contrast import BLACK
from gapcheck.documents.formats.css_values import Tokens, colors_of, meaning, points_of, readable_style

Declarations = dict[str, str]

_STANDS_FOR = {"font": ("font-size",), "background": ("background-image", "background-color")}
"""Short names, and those of what they say that counts here."""
_DEEPEST = 8  # rules inside of rules
_LONGEST_VALUE = 1_000  # characters: what says how text looks is short
_LONGEST_SELECTOR = 300
_SCREEN = {"width": 960.0, "height": 675.0, "device-width": 960.0, "device-height": 675.0}  # points
_OTHERS = frozenset(["print", "speech", "tty", "tv", "projection", "handheld", "braille", "aural", "embossed"])
_NOT_SO = frozenset(
    ["prefers-color-scheme: dark", "prefers-reduced-motion: reduce", "orientation: portrait", "hover: none"]
).union(["pointer: coarse", "pointer: none", "prefers-contrast: more", "forced-colors: active", "scripting: none"])
"""What usual people with usual screens have not."""


@dataclass(frozen=True, slots=True)
class StyleRule:
    """What is declared for all that a selector means; a rule of a higher layer has the last word."""

    selector: str
    declared: Declarations
    layer: float


def declarations(text: str) -> Declarations:
    """The properties that the style of an element names, in lower case."""
    return _declared(parse_blocks_contents(readable_style(text), skip_comments=True)) if text else {}


def _declared(nodes: Iterable[Any]) -> Declarations:
    """The properties among the parts of a block: the last that is one counts, an important one before others."""
    found: Declarations = {}
    for node in sorted((node for node in nodes if node.type == "declaration"), key=lambda node: bool(node.important)):
        value = _text(node.value).lower()[:_LONGEST_VALUE]
        if node.lower_name != "color" or "var(" in value or colors_of(value, BLACK):
            for name in _STANDS_FOR.get(node.lower_name, (node.lower_name,)):
                found[name] = value + (" !important" if node.important else "")
    return found


def _text(nodes: Iterable[Any]) -> str:
    """Some tokens as they were written; nothing where they are brackets in brackets without end."""
    try:
        return str(serialize(nodes)).strip()
    except RecursionError:
        return ""


@dataclass(slots=True)
class StyleReader:
    """Gives the rules of the styles of one page; `ends` gets the last step of each animation, by name."""

    ends: dict[str, Declarations] = field(default_factory=dict)
    _layers: dict[str, int] = field(default_factory=dict)

    def rules_of(self, text: str) -> Iterator[StyleRule]:
        """The rules of a style that hold on a usual screen."""
        return self._rules(parse_stylesheet(readable_style(text), skip_comments=True), [], inf, 0)

    def _rules(self, nodes: list[Any], selectors: list[str], layer: float, depth: int) -> Iterator[StyleRule]:
        """The rules among the parts of a style, or of a block that stands behind some selectors."""
        if depth > _DEEPEST:
            return
        if selectors and (declared := _declared(nodes)):
            yield from (StyleRule(selector, declared, layer) for selector in selectors)
        for node in nodes:
            if node.type == "qualified-rule":
                if inside := list(_selectors(node.prelude, selectors)):
                    parts = parse_blocks_contents(node.content, skip_comments=True)
                    yield from self._rules(parts, inside, layer, depth + 1)
            elif node.type == "at-rule":
                within = self._layer(node) if node.lower_at_keyword == "layer" else layer
                if node.content is None:
                    continue
                if node.lower_at_keyword.endswith("keyframes"):
                    self._add_end(meaning(node.prelude), node.content)
                elif _holds(node.lower_at_keyword, node.prelude):
                    parsed = parse_blocks_contents if selectors else parse_rule_list
                    yield from self._rules(parsed(node.content, skip_comments=True), selectors, within, depth + 1)

    def _layer(self, node: Any) -> int:
        """The rank of the layer that a rule opens, or of the last that it names: the first named is the lowest."""
        names = [_text(part) or f"no name {len(self._layers)}" for part in _parted(node.prelude)]
        return [self._layers.setdefault(name, len(self._layers)) for name in names][-1]

    def _add_end(self, named: Tokens, steps: list[Any]) -> None:
        for step in parse_rule_list(steps, skip_comments=True) if named else ():
            if step.type == "qualified-rule" and {"to", "100%"}.intersection(_text(step.prelude).lower().split()):
                end = _declared(parse_blocks_contents(step.content, skip_comments=True))
                self.ends[_text(named[:1]).lower()] = end


def _selectors(prelude: list[Any], around: list[str]) -> Iterator[str]:
    """The selectors before a block, whole where the block stands in another."""
    outer = f":is({', '.join(around)})" if around else ""
    for part in _parted(prelude):
        selector = _text(part)
        if outer and len(selector) + len(outer) <= _LONGEST_SELECTOR:
            selector = selector.replace("&", outer) if "&" in selector else f"{outer} {selector}"
        if selector and len(selector) <= _LONGEST_SELECTOR:
            yield selector


def _parted(tokens: Iterable[Any]) -> list[list[Any]]:
    """The tokens between commas."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _holds(name: str, said: list[Any]) -> bool:
    """Whether what stands in an at-rule counts."""
    if name == "media":
        return holds_on_screen(said)
    return name in ("layer", "container") or (name == "supports" and _words(meaning(said)[:1]) != ["not"])


def _words(tokens: Iterable[Any]) -> list[str]:
    return [token.lower_value for token in tokens if token.type == "ident"]


def holds_on_screen(query: Iterable[Any]) -> bool:
    """Whether a query of media holds for a usual screen.

    >>> from tinycss2 import parse_component_value_list as tokens
    >>> holds_on_screen(tokens("(max-width: 600px)")), holds_on_screen(tokens("only screen and (min-width: 40em)"))
    (False, True)
    """
    for part in _parted(query):
        words = _words(part)
        found = [
            _OTHERS.isdisjoint(words),
            *(_is_so(meaning(token.content)) for token in part if token.type == "() block"),
        ]
        holds = any(found[1:]) if "or" in words else all(found)
        if holds != ("not" in words):
            return True
    return False


def _is_so(feature: Tokens) -> bool:
    """Whether a usual screen is as a feature in brackets says: `max-width: 600px`, `400px < width <= 600px`."""
    names = _words(feature)
    bound, _, side = names[0].partition("-") if names else ("", "", "")
    if bound in ("min", "max") and side in _SCREEN:
        least, most = (feature[-1], feature[0]) if bound == "min" else (feature[0], feature[-1])
        return _is_no_more(least, most)
    terms = [token for token in feature if token != "="]
    for left, sign, right in zip(terms, terms[1:], terms[2:], strict=False):
        if (sign == "<" and not _is_no_more(left, right)) or (sign == ">" and not _is_no_more(right, left)):
            return False
    return ": ".join(names) not in _NOT_SO


def _is_no_more(least: Any, most: Any) -> bool:
    """Whether a length, or a side of the screen, is not larger than another; it is where one of them can't be told."""
    sizes = [
        _SCREEN.get(token.lower_value.removeprefix("min-").removeprefix("max-"))
        if token.type == "ident"
        else points_of(token, 12.0)
        for token in (least, most)
    ]
    return sizes[0] is None or sizes[1] is None or sizes[0] <= sizes[1]
