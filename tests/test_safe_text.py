"""Text of others in the cells of a table: what a spreadsheet would run as a formula is text there."""

from __future__ import annotations

import pytest

from gapcheck.safe_text import harmless_cells


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@SUM(A1:A9)", "\t=1+1", "\n=1+1"])
def test_cell_that_begins_like_a_formula_begins_with_an_apostrophe(text: str) -> None:
    assert harmless_cells([text]) == [f"'{text}"]


@pytest.mark.parametrize("cell", ["a=1", "mira@example.org", "C++", "R-2", "-", "", -1, 0.5, None])
def test_cell_that_is_no_formula_stays_as_it_is(cell: object) -> None:
    assert harmless_cells([cell]) == [cell]
