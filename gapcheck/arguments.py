"""What a program hands over → the value that is meant, or one clear line on what is taken."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)


def parsed_day(text: str) -> date:
    """The day that `YYYY-MM` (its first day) or `YYYY-MM-DD` means. Raises `ValueError`."""
    return date.fromisoformat(f"{text}-01" if len(text) == 7 else text)


def day_of(value: date | str, name: str) -> date:
    """The day that a date, `YYYY-MM` (its first day) or `YYYY-MM-DD` means. Raises `TypeError` and `ValueError`."""
    said = f"{name} takes a date or 'YYYY-MM'"
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{said}, not {type(value).__name__}")
    try:
        return parsed_day(value)
    except ValueError:
        raise ValueError(f"{said}, not {value!r}") from None


def check_type(value: object, name: str, taken: str, *types: type) -> None:
    """Raises `TypeError` where a value is none of these types; `taken` says in words what is."""
    if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
        raise TypeError(f"{name} takes {taken}, not {type(value).__name__}")


def check_types(given: Mapping[str, tuple[object, str, type]]) -> None:
    """As `check_type` for several that may be left out: by name the value, what is taken in words, and its type."""
    for name, (value, taken, kind) in given.items():
        if value is not None:
            check_type(value, name, taken, kind)


_PLAIN = (
    ("Value error, ", ""),
    ("Input should be a valid integer, unable to parse string as an integer", "write a whole number"),
    ("Input should be a valid number, unable to parse string as a number", "write a number"),
    ("Input should be a valid string", "write text"),
    ("Input should be a valid ", "write a "),
    ("Input should be greater than or equal to ", "write at least "),
    ("Input should be less than or equal to ", "write at most "),
    ("Input should be ", "write "),
)
"""How a validator begins to speak, and how this does."""


def in_plain_words(message: str) -> str:
    """What a validator says on a value, for people who have never heard of one."""
    begin, plain = next(((one, other) for one, other in _PLAIN if message.startswith(one)), ("", ""))
    return plain + message.removeprefix(begin)


def one_of(value: str, name: str, choices: type[Choice]) -> Choice:
    """The choice that a value names. Raises `ValueError`, which says what there is."""
    try:
        return choices(value)
    except ValueError:
        raise ValueError(f"{name} takes one of {', '.join(choices)}, not {value!r}") from None
