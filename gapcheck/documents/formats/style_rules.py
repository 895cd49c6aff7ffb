"""The text of a style → its rules that hold on a usual screen, and how its animations end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tinycss2 import parse_blocks_contents, parse_rule_list, parse_stylesheet, serialize

from gapcheck.documents.formats.css_values import Tokens, meaning, points_of, readable_style

Declarations = dict[str, str]

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
    """What is declared for all that a selector means."""

    selector: str
    declared: Declarations


def rules_of(text: str, ends: dict[str, Declarations]) -> Iterator[StyleRule]:
    """The rules of a style; `ends` gets the last step of each animation, by name."""
    return _rules(parse_stylesheet(readable_style(text), skip_comments=True), [], ends, 0)


def declarations(text: str) -> Declarations:
    """The properties that the style of an element names, in lower case."""
    return _declared(parse_blocks_contents(readable_style(text), skip_comments=True)) if text else {}


def _declared(nodes: Iterable[Any]) -> Declarations:
    return {
        node.lower_name: _text(node.value).lower()[:_LONGEST_VALUE] + (" !important" if node.important else "")
        for node in nodes
        if node.type == "declaration"
    }


def _text(nodes: Iterable[Any]) -> str:
    """Some tokens as they were written; nothing where they are brackets in brackets without end."""
    try:
        return str(serialize(nodes)).strip()
    except RecursionError:
        return ""


def _rules(nodes: list[Any], selectors: list[str], ends: dict[str, Declarations], depth: int) -> Iterator[StyleRule]:
    """The rules among the parts of a style, or of a block that stands behind some selectors."""
    if depth > _DEEPEST:
        return
    declared = _declared(nodes)
    if declared:
        yield from (StyleRule(selector, declared) for selector in selectors)
    for node in nodes:
        if node.type == "qualified-rule":
            inside = parse_blocks_contents(node.content, skip_comments=True)
            yield from _rules(inside, list(_selectors(node.prelude, selectors)), ends, depth + 1)
        elif node.type == "at-rule" and node.content is not None:
            name = node.lower_at_keyword
            if name.endswith("keyframes"):
                _add_end(meaning(node.prelude), node.content, ends)
            elif _holds(name, node.prelude):
                parts = parse_blocks_contents if selectors else parse_rule_list
                yield from _rules(parts(node.content, skip_comments=True), selectors, ends, depth + 1)


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


def _add_end(named: Tokens, steps: list[Any], ends: dict[str, Declarations]) -> None:
    for step in parse_rule_list(steps, skip_comments=True):
        if (
            named
            and step.type == "qualified-rule"
            and {"to", "100%"}.intersection(_text([token]).lower() for token in step.prelude)
        ):
            ends[_text(named[:1]).lower()] = _declared(parse_blocks_contents(step.content, skip_comments=True))


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
