"""Text that others wrote → text that can't drive a terminal or a spreadsheet, whatever shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DRIVING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but for line ends and tabs, ends of lines and paragraphs, marks that turn the direction of writing, and
halves of characters."""
_PICTURES = 0x2400
_FORMULA = re.compile(r"[=+\-@\t\r\n].", re.DOTALL)


def harmless(text: str) -> str:
    """The text with a picture in place of each character that drives a terminal: as long as before, and visible."""
    return text if text.isprintable() else _DRIVING.sub(_picture, text)


def harmless_json(json: str) -> str:
    """JSON that says the same with such characters written as escapes."""
    return _DRIVING.sub(lambda match: f"\\u{ord(match.group()):04x}", json)


def harmless_cells(row: Iterable[object]) -> list[object]:
    """The cells of a row; text that a spreadsheet would take for a formula has an apostrophe before it."""
    return [harmless(_no_formula(cell)) if isinstance(cell, str) else cell for cell in row]


def _no_formula(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(_PICTURES + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
