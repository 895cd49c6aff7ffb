"""Colours and sizes → whether the eye tells text from what it stands on: one rule for all formats."""

from __future__ import annotations

from typing import NamedTuple

SMALLEST_VISIBLE_SIZE = 3.0
"""Points. Text that is not larger can't be read on paper."""
NARROWEST_LETTER = 0.13
"""Times the font size, the mean width of letters from which on text can be read: half the width of an i."""
_SAME_COLOR = 0.12  # largest difference in any channel (0-1) that still reads as the same colour


class Color(NamedTuple):
    """Red, green, blue and opacity, each 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def looks_like(self, other: Color) -> bool:
        """Whether the eye takes both for one colour, as if both were opaque."""
        return (
            abs(self.red - other.red) <= _SAME_COLOR
            and abs(self.green - other.green) <= _SAME_COLOR
            and abs(self.blue - other.blue) <= _SAME_COLOR
        )

    def over(self, ground: Color) -> Color:
        """What is seen where this lies on an opaque ground."""
        share, rest = self.alpha, 1 - self.alpha
        return Color(
            self.red * share + ground.red * rest,
            self.green * share + ground.green * rest,
            self.blue * share + ground.blue * rest,
        )


BLACK = Color(0.0, 0.0, 0.0)
WHITE = Color(1.0, 1.0, 1.0)


def from_hex(digits: str) -> Color | None:
    """The colour that three, four, six or eight hexadecimal digits name, as in `#fff`; None where they name none."""
    digits = digits.removeprefix("#")
    if len(digits) in (3, 4):
        digits = "".join(2 * digit for digit in digits)
    if len(digits) not in (6, 8):
        return None
    try:
        return Color(*(part / 255 for part in bytes.fromhex(digits)))
    except ValueError:
        return None
