"""The text of a style → its rules that hold on a usual screen, and how its animations end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

Declarations = dict[str, str]

# Each gives nothing back: a style of any length is read once.
COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
MARK = re.compile(r"[{};]")
_COMMA = re.compile(r",(?![^(]{0,300}\))")  # inside of brackets it parts what they hold
_FEATURE = re.compile(r"(?:(min|max)-)?([a-z-]{1,40}) ?: ?([\w. /-]{1,40})")
_RANGE = re.compile(r"(?:([\d.]{1,8}[a-z]{1,4}) ?([<>]=?) ?)?(width|height) ?(?:([<>]=?) ?([\d.]{1,8}[a-z]{1,4}))?")
_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)(px|em|rem|pt)?")
_PIXELS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, None: 1.0}
_SCREEN = {"width": 1280.0, "height": 900.0, "device-width": 1280.0, "device-height": 900.0}  # pixels
_OTHERS = frozenset(["print", "speech", "tty", "tv", "projection", "handheld", "braille", "aural", "embossed"])
_NOT_SO = frozenset(
    ["prefers-color-scheme: dark", "prefers-reduced-motion: reduce", "orientation: portrait", "hover: none"]
).union(["pointer: coarse", "pointer: none", "prefers-contrast: more", "forced-colors: active", "scripting: none"])
"""What usual people with usual screens have not."""
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class StyleRule:
    """What is declared for all that a selector means; `number` counts from the first rule of the text."""

    selector: str
    declared: Declarations
    number: int


@dataclass(slots=True)
class _Block:
    """An open brace: what stood before it, and what of the text between its braces is its own."""

    kind: str
    before: str
    number: int
    parts: list[str] = field(default_factory=list)


def rules_of(text: str, ends: dict[str, Declarations]) -> Iterator[StyleRule]:
    """The rules of a style; `ends` gets the last step of each animation, by name."""
    text = COMMENT.sub("", text)
    open_blocks: list[_Block] = []
    last = number = 0
    for mark in MARK.finditer(text):
        piece, last = text[last : mark.start()], mark.end()
        block = open_blocks[-1] if open_blocks else None
        if mark[0] == "{":
            number += 1
            open_blocks.append(_opened(" ".join(piece.split()), block, number, len(open_blocks)))
        elif mark[0] == ";":
            if block is not None:
                block.parts.append(piece)
        elif block is not None:
            open_blocks.pop()
            declared = declarations(";".join([*block.parts, piece]))
            if block.kind == "rule" and declared:
                for one in _COMMA.split(block.before):
                    yield StyleRule(one.strip(), declared, block.number)
            elif block.kind == "step" and {"to", "100%"}.intersection(block.before.replace(",", " ").split()):
                ends[open_blocks[-1].before] = declared


def declarations(text: str) -> Declarations:
    """The properties that a style names, in lower case."""
    found: Declarations = {}
    for one in text.lower().split(";"):
        name, colon, value = one.partition(":")
        if colon:
            found[name.strip()] = value.strip()
    return found


def _opened(before: str, around: _Block | None, number: int, depth: int) -> _Block:
    """The block that opens behind a text."""
    kind, _, said = before.partition(" ")
    within = around.kind if around is not None else "group"
    if depth >= _DEEPEST or within in ("off", "step"):
        return _Block("off", "", number)
    if within == "steps":
        return _Block("step", before.lower(), number)
    if kind.startswith("@"):
        name = kind.partition("(")[0].lower()
        if name.endswith("keyframes"):
            return _Block("steps", said.lower(), number)
        holds = {
            "@media": holds_on_screen(before[len(name) :]),
            "@supports": not said.lower().startswith("not"),
            "@layer": True,
            "@container": True,
        }
        return _Block("group" if holds.get(name) else "off", around.before if around is not None else "", number)
    outer = around.before if around is not None else ""
    if outer and len(outer) + len(before) < 300:
        before = before.replace("&", outer) if "&" in before else f"{outer} {before}"
    return _Block("rule", before, number)


def holds_on_screen(query: str) -> bool:
    """Whether a query of media holds for a usual screen.

    >>> holds_on_screen("(max-width: 600px)"), holds_on_screen("only screen and (min-width: 40em)")
    (False, True)
    """
    for one in query.lower().split(","):
        said = one.strip()
        negated = said.startswith("not ")
        said = said.removeprefix("not ").removeprefix("only ")
        if all(map(_is_so, said.split(" and "))) != negated:
            return True
    return False


def _is_so(feature: str) -> bool:
    feature = feature.strip(" ()")
    found = _FEATURE.fullmatch(feature)
    if found is None:
        compared = _RANGE.fullmatch(feature)
        if compared is None or not (compared[2] or compared[4]):
            return feature not in _OTHERS
        width = _SCREEN[compared[3]]
        return all(
            (side <= width if sign.startswith("<") else side >= width) if first else
            (width <= side if sign.startswith("<") else width >= side)
            for first, sign, said in ((True, compared[2], compared[1]), (False, compared[4], compared[5]))
            if sign and (side := _pixels(said)) is not None
        )  # fmt: skip
    bound, name, value = found.groups()
    length = _pixels(value)
    if name in _SCREEN and bound and length is not None:
        return _SCREEN[name] >= length if bound == "min" else _SCREEN[name] <= length
    return f"{name}: {value.strip()}" not in _NOT_SO


def _pixels(text: str) -> float | None:
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _PIXELS[found[2]] if found else None
