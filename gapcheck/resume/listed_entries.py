"""Rows of a list of certificates, papers or prizes → the rows at which each of them begins."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.resume.rows import Row
from gapcheck.resume.white_space import wide_gaps, wraps_of

_FULL_LINE = 0.8  # of the widest line of the section


def listed_starts(rows: Sequence[Row]) -> list[int]:
    """Where certificates, papers and prizes begin: each line that is not the rest of the one above."""
    clear = wide_gaps(rows)
    titles = {rows[0].look} - {row.look for row in rows[1:2]}
    any_dated = any(row.dated for row in rows)
    found = [0]
    dated = rows[0].dated
    wrapped = wraps_of(rows)
    widest = max(row.place.line.x1 - row.place.line.x0 for row in rows)
    for index, row in enumerate(rows):
        if not index or row.bare or row.completes or index in wrapped or _goes_on(rows[index - 1], row, widest):
            dated = dated or row.dated
            continue
        if row.marked:
            begins = rows[found[-1]].marked or _is_list(rows, found[-1])
        elif row.body:
            begins = False
        elif titles:
            begins = row.look in titles and rows[index - 1].look not in titles
        else:
            begins = dated if any_dated else (index in clear or not clear)
            begins = begins or index in clear
        if begins:
            found.append(index)
            dated = False
        dated = dated or row.dated
    return found


def _goes_on(above: Row, row: Row, widest: float) -> bool:
    """Whether a line ends a sentence that the margin broke: it opens with a small letter below a full line that no
    mark ends.
    """
    line = above.place.line
    is_full = line.x1 - line.x0 >= _FULL_LINE * widest
    return is_full and row.text[:1].islower() and above.text.rstrip()[-1:].isalpha()


def _is_list(rows: Sequence[Row], start: int) -> bool:
    """Whether the line at `start` labels the marked lines below it, rather than being the title of one entry."""
    return rows[start].text.rstrip().endswith(":")
