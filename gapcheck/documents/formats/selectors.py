"""Selectors of a style sheet → which elements of a page of HTML they mean while nobody points at it or types."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

_STEP = r"(?:[^\s>+~,()\[\]]|\[[^\[\]]*+\]|\((?:[^()]|\([^()]*+\))*+\))++"
_STEPS = re.compile(rf" ?([>+~]?) ?({_STEP})")
_PART = re.compile(
    r"(?P<kind>::?|[.#])?(?P<name>[\w-]+|\*)(?:\((?P<inside>(?:[^()]|\([^()]*+\))*+)\))?"
    r"|\[ ?(?P<attribute>[\w:-]++) ?(?:(?P<how>[~|^$*]?=) ?[\"']?(?P<value>[^\"'\]]*+)[\"']?(?: ?[is])? ?)?\]"
)
_COUNT = re.compile(r"([+-]?\d{0,4})n(?:([+-])(\d{1,4}))?|([+-]?\d{1,4})")
_MOST_STEPS = 8
_MOST_PARTS = 12
_MOST_BESIDE = 50  # elements before one that are looked at
_MOST_INSIDE = 2  # of selectors inside of selectors
_NAMED_COUNTS = {"odd": (2, 1), "even": (2, 0)}
_PLACES = {  # name: counted among those of one name, from the end, of how many in each
    "first-child": (False, False), "last-child": (False, True), "nth-child": (False, False),
    "nth-last-child": (False, True), "first-of-type": (True, False), "last-of-type": (True, True),
    "nth-of-type": (True, False), "nth-last-of-type": (True, True),
}  # fmt: skip
_ANY = frozenset(["is", "where", "matches", "any", "-webkit-any", "-moz-any"])


@dataclass(frozen=True, slots=True)
class Part:
    """One condition of a step: a tag, a class (`.`), an id (`#`), an attribute (`[]`) or a state or place (`:`)."""

    kind: str
    name: str
    value: str = ""
    how: str = ""
    inside: tuple[Selector, ...] = ()


@dataclass(frozen=True, slots=True)
class Selector:
    """Steps from an element above down to the one that is meant, each with the sign before it; `weight` as CSS has it:
    ids, then classes and their like, then tags.
    """

    steps: tuple[tuple[str, tuple[Part, ...]], ...]
    weight: tuple[int, int, int]

    @property
    def key(self) -> str:
        """An id, a class or a tag that any element has that is meant; `*` where there is none."""
        last = self.steps[-1][1]
        named = [part for kind in ("#", ".", "") for part in last if part.kind == kind]
        return named[0].kind + named[0].name if named else "*"


def parsed_selector(text: str, depth: int = 0) -> Selector | None:
    """The selector in a text; None where it is none, or one that is not understood."""
    steps: list[tuple[str, tuple[Part, ...]]] = []
    place = 0
    text = text.strip()
    while place < len(text):
        found = _STEPS.match(text, place)
        parts = _parts(found[2], depth) if found is not None and len(steps) < _MOST_STEPS else None
        if found is None or parts is None:
            return None
        steps.append((found[1], parts))
        place = found.end()
    if not steps:
        return None
    weights = [_weight(part) for _, parts in steps for part in parts]
    ids, classes, tags = (sum(weight[at] for weight in weights) for at in range(3))
    return Selector(tuple(steps), (ids, classes, tags))


def _parts(step: str, depth: int) -> tuple[Part, ...] | None:
    found: list[Part] = []
    place = 0
    while place < len(step):
        match = _PART.match(step, place)
        if match is None or len(found) == _MOST_PARTS:
            return None
        if match["attribute"]:
            found.append(Part("[]", match["attribute"].lower(), match["value"] or "", match["how"] or ""))
        else:
            kind, name = match["kind"] or "", match["name"]
            inside: tuple[Selector, ...] = ()
            if kind == ":" and (name == "not" or name in _ANY):
                each = [parsed_selector(one, depth + 1) for one in (match["inside"] or "").split(",")]
                if depth == _MOST_INSIDE or None in each:
                    return None
                inside = tuple(one for one in each if one is not None)
            found.append(Part(kind, name, match["inside"] or "", inside=inside))
        place = match.end()
    return tuple(found)


def _weight(part: Part) -> tuple[int, int, int]:
    if part.name == "where" or part.name == "*":
        return 0, 0, 0
    if part.inside:
        return max(one.weight for one in part.inside)
    return int(part.kind == "#"), int(part.kind in (".", "[]", ":")), int(part.kind in ("", "::"))


@dataclass(slots=True)
class Matcher:
    """Tells which elements of one page selectors mean; where each stands among its like is counted once."""

    _places: dict[Any, dict[Any, tuple[int, int, int, int]]] = field(default_factory=dict)

    def matches(self, element: Any, selector: Selector) -> bool:
        """Whether an element is one that a selector means."""
        place = len(selector.steps) - 1
        if not self._is(element, selector.steps[place][1]):
            return False
        while place > 0:
            sign, parts = selector.steps[place][0], selector.steps[place - 1][1]
            if sign in ("+", "~"):
                before = element.itersiblings(preceding=True)
                others = islice(before, 1 if sign == "+" else _MOST_BESIDE)
            else:
                others = islice(element.iterancestors(), 1 if sign == ">" else None)
            element = next((one for one in others if self._is(one, parts)), None)
            if element is None:
                return False
            place -= 1
        return selector.steps[0][0] == ""

    def _is(self, element: Any, parts: tuple[Part, ...]) -> bool:
        return all(self._holds(element, part) for part in parts)

    def _holds(self, element: Any, part: Part) -> bool:
        if part.kind == "":
            return part.name in ("*", element.tag)
        if part.kind == ".":
            return part.name in (element.get("class") or "").split()
        if part.kind == "#":
            return bool(element.get("id") == part.name)
        if part.kind == "[]":
            return _has(element, part)
        if part.kind == "::":
            return False  # what a style adds before or behind an element is not the element
        if part.name == "not":
            return not any(self.matches(element, one) for one in part.inside)
        if part.name in _ANY:
            return any(self.matches(element, one) for one in part.inside)
        if part.name == "root":
            return element.getparent() is None
        if part.name in ("only-child", "only-of-type"):
            of_type = part.name == "only-of-type"
            return self._place(element)[2 * of_type] == self._place(element)[2 * of_type + 1] == 1
        if part.name in _PLACES:
            of_type, from_end = _PLACES[part.name]
            return _counts(self._place(element)[2 * of_type + from_end], part.value or "1")
        if part.name in ("link", "any-link"):
            return element.tag == "a" and element.get("href") is not None
        if part.name in ("checked", "disabled"):
            return element.get(part.name) is not None
        return False  # a state that a page has only while somebody uses it

    def _place(self, element: Any) -> tuple[int, int, int, int]:
        """Which one an element is: of its parent's, from the end, and both of those of its name; from 1."""
        parent = element.getparent()
        if parent is None:
            return 1, 1, 1, 1
        if parent not in self._places:
            children = list(parent)
            counts: dict[str, int] = {}
            order = [counts.setdefault(str(one.tag), 0) for one in children]
            for index, one in enumerate(children):
                counts[str(one.tag)] += 1
                order[index] = counts[str(one.tag)]
            self._places[parent] = {
                one: (index + 1, len(children) - index, order[index], counts[str(one.tag)] - order[index] + 1)
                for index, one in enumerate(children)
            }
        return self._places[parent][element]


def _has(element: Any, part: Part) -> bool:
    value: str | None = element.get(part.name)
    if value is None or not part.how:
        return value is not None
    wanted = part.value
    if part.how in ("=", "|="):
        return value == wanted or (part.how == "|=" and value.startswith(wanted + "-"))
    if part.how == "~=":
        return wanted in value.split()
    within = {"^=": value.startswith, "$=": value.endswith, "*=": value.__contains__}[part.how]
    return bool(wanted) and bool(within(wanted))


def _counts(number: int, said: str) -> bool:
    """Whether a number is one of `an+b`."""
    found = _COUNT.fullmatch(said.strip().replace(" ", ""))
    if said.strip() in _NAMED_COUNTS:
        step, first = _NAMED_COUNTS[said.strip()]
    elif found is None:
        return False
    elif found[4]:
        return number == int(found[4])
    else:
        step = int({"": "1", "+": "1", "-": "-1"}.get(found[1], found[1]))
        first = int((found[2] or "") + (found[3] or "0"))
    return number == first if step == 0 else (number - first) % step == 0 and (number - first) // step >= 0
