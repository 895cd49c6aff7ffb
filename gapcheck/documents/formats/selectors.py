"""Selectors of a style sheet → which elements of a page of HTML they mean while nobody points at it or types; no page
can make that cost more than so many looks at elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from cssselect2 import ElementWrapper, compile_selector_list

from gapcheck.documents.errors import DocumentError

_MOST_LOOKS = 3_000_000  # of all rules at all elements of a page
_MOST_BESIDE = 50  # elements before one that are looked at
# What is dearer than asking whether one rule means one element, and what is cheaper:
_LOOK_BESIDE = 3
_LOOK_BELOW = 10
_SIBLINGS_A_LOOK = 50
_STATE = re.compile(r"(?<!:):[a-z-]+(?![\w(-])")
_NOT_UNDERSTOOD = (ValueError, SyntaxError, AttributeError, NotImplementedError, StopIteration, RecursionError)
"""What cssselect2 raises for selectors that are none, and for some that it does not know."""


class Looks:
    """How many looks at elements the styles of a page have taken. Raises `DocumentError` when they are too many."""

    def __init__(self) -> None:
        self._taken = 0

    def take(self, number: int) -> None:
        """So many more are taken."""
        self._taken += number
        if self._taken > _MOST_LOOKS:
            raise DocumentError("too-large", "its styles say too much: save the resume as PDF")


class StyledElement(ElementWrapper):  # type: ignore[misc]
    """An element as selectors see it, who count each look at others around it."""

    def __init__(self, element: Any, parent: StyledElement | None, **others: Any) -> None:
        super().__init__(element, parent, **others)
        self.looks: Looks = Looks() if parent is None else parent.looks

    @property
    def ancestors(self) -> Iterator[StyledElement]:
        """The elements around this one, the nearest first."""
        above = self.parent
        while above is not None:
            self.looks.take(_LOOK_BESIDE)
            yield above
            above = above.parent

    @property
    def previous_siblings(self) -> Iterator[StyledElement]:
        """The elements before this one, the nearest first."""
        before = self.previous
        for _ in range(_MOST_BESIDE):
            if before is None:
                return
            self.looks.take(_LOOK_BESIDE)
            yield before
            before = before.previous

    @property
    def etree_siblings(self) -> list[Any]:
        """The elements of one parent."""
        self.looks.take(1 + len(self._siblings) // _SIBLINGS_A_LOOK)
        return self._siblings

    @etree_siblings.setter
    def etree_siblings(self, siblings: list[Any]) -> None:
        self._siblings = siblings

    def iter_children(self) -> Iterator[StyledElement]:
        """The elements that stand in this one."""
        for child in super().iter_children():
            self.looks.take(_LOOK_BELOW)
            yield child


def compiled_selector(text: str) -> Any:
    """The selector in a text, as cssselect2 has it; None where it is none, or means what no element is."""
    if ":local-link" in text.lower():
        return None  # asks what an address is made of, and fails where it is none
    for tried in (text, _STATE.sub(lambda state: state[0] if _is_known(state[0]) else ":hover", text)):
        try:
            (selector,) = compile_selector_list(tried)
        except _NOT_UNDERSTOOD:
            continue
        return None if selector.never_matches or selector.pseudo_element else selector
    return None


def key_of(selector: Any) -> str:
    """An id, a class or a tag that any element has that a selector means; `*` where there is none."""
    if selector.id or selector.class_name:
        return f"#{selector.id}" if selector.id else f".{selector.class_name}"
    return selector.lower_local_name or "*"


@lru_cache(256)
def _is_known(state: str) -> bool:
    """Whether cssselect2 knows a state; others, too, are such that a page has only while somebody uses it."""
    try:
        return bool(compile_selector_list(state))
    except _NOT_UNDERSTOOD:
        return False
