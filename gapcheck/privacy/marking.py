"""Personal details as stretches of a text, and the text with markers in their place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Detail:
    """Characters `start` to `end` (excluded) of a text, and what they are: `name`, `e-mail`, `phone`, ..."""

    start: int
    end: int
    marker: str


def merged(spans: Iterable[Detail]) -> list[Detail]:
    """The spans in order, those that overlap or touch made one; the longest gives it its marker."""
    found: list[tuple[Detail, int]] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        length = span.end - span.start
        if found and span.start < found[-1][0].end:
            last, longest = found.pop()
            marker = span.marker if length > longest else last.marker
            found.append((Detail(last.start, max(last.end, span.end), marker), max(length, longest)))
        elif length:
            found.append((span, length))
    return [span for span, _ in found]


def replaced(text: str, spans: Iterable[Detail]) -> str:
    """The text with `[marker]` in place of each span."""
    parts: list[str] = []
    end = 0
    for span in merged(spans):
        parts += [text[end : span.start], f"[{span.marker}]"]
        end = span.end
    return "".join([*parts, text[end:]])


def folded(text: str) -> str:
    """The text in lower case and without accents, character by character: places in it are places in the text."""
    return text.translate(_LOWER)


def unaccented(text: str) -> str:
    """The text without accents, character by character."""
    return text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """For each character what is left without its accents; filled as characters come. A syllable of Hangul, which has
    none, is not taken apart.
    """

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", chr(code))
        self[code] = chr(code) if unicodedata.name(chr(code), "").startswith("HANGUL") else parts[0]
        return self[code]


class _Lower(dict[int, str]):
    """The same in lower case, where that is one character as well."""

    def __missing__(self, code: int) -> str:
        plain = _PLAIN[code]
        self[code] = plain.lower() if len(plain.lower()) == 1 else plain
        return self[code]


_PLAIN, _LOWER = _Plain(), _Lower()
