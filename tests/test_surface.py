"""A word and what is painted on its page: whether anything later lies over it, wherever on the page it stands."""

from __future__ import annotations

import pytest

from gapcheck.documents.contrast import BLACK, WHITE
from gapcheck.documents.pdf.visibility import Paint, Sight, Style, Surface


@pytest.mark.parametrize("height", [842.0, 14_400.0])
def test_word_is_compared_with_what_is_painted_near_it_wherever_on_the_page(height: float) -> None:
    steps = [part * height / 211 for part in range(210)]
    paints = [Paint((60.0, top, 200.0, top + 2), WHITE, order) for order, top in enumerate(steps[::23], start=1)]
    for size in (6.0, 20.0, 100.0, 600.0):
        for top in steps:
            box = (80.0, top, 120.0, top + size)
            touching = [one for one in paints if one.box[1] < top + 0.8 * size and one.box[3] > top + 0.2 * size]
            first, later = (
                Surface([*paints], 595.0, height).sight(Style(size, False, BLACK, order=order), box, size / 2)
                for order in (300, 0)
            )
            outside = (2 * top + size) / 2 > height
            assert first is (Sight.unseen if outside else Sight.seen)
            assert later is (Sight.unseen if outside else Sight.doubtful if touching else Sight.seen), (size, top)
