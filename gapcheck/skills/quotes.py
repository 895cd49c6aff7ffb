"""A line of evidence → the words of it that a report quotes."""

from __future__ import annotations

from functools import lru_cache

_LONGEST_QUOTE = 200


@lru_cache(maxsize=1000)
def quote(text: str) -> str:
    """A line of the resume as it is shown: single blanks, no control characters, at most 200 characters."""
    printable = text if text.isprintable() else "".join(c if c.isprintable() else " " for c in text)
    plain = " ".join(printable.split())
    return plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1].rstrip() + "…"
