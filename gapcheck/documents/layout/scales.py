"""Marks of a scale that are told apart by colour alone (five dots, three of them dark) → marks that say it: ●●●○○."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

_EMPTY = dict(zip("●⬤⚫★✦■◼▮▰█", "○◯⚪☆✧□◻▯▱░", strict=True))


def is_mark(character: str) -> bool:
    """Whether a character is a filled mark of a scale."""
    return character in _EMPTY


def told_apart(characters: Iterable[tuple[str, Hashable]]) -> Iterator[str]:
    """The characters, of which each has a colour: marks of another colour than the first of their scale are empty.

    >>> "".join(told_apart([("●", "black"), ("●", "black"), ("●", "grey")]))
    '●●○'
    """
    first: Hashable = None
    kind = ""
    for character, color in characters:
        if character in _EMPTY:
            if character != kind:
                kind, first = character, color
            yield character if color == first else _EMPTY[character]
        else:
            if not character.isspace():
                kind = ""
            yield character
