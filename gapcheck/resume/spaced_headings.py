"""Headings that are set as plain as the text, in small letters → further lines that white space sets apart as them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from gapcheck.resume.dates import has_date
from gapcheck.resume.heading_candidates import LONGEST_HEADING
from gapcheck.resume.lexicon import plain_heading
from gapcheck.resume.model import Place

_FEWEST = 3  # headings, which all have the white space
_SLACK = 0.5  # points


def spaced_alike(places: Sequence[Place], known: Collection[int]) -> dict[int, str]:
    """Lines that stand as clear of what is above them as every one of the `known` headings does, in few words without
    a time and as small in their first letter, with what each says: `books in print`.
    """
    gaps = {
        index: place.line.top - above.line.bottom
        for index, (above, place) in enumerate(pairwise(places), start=1)
        if (above.page, above.line.column) == (place.page, place.line.column)
    }
    of_known = [gaps[index] for index in known if index in gaps]
    if len(of_known) < _FEWEST:
        return {}
    told = {
        index: plain_heading(places[index].line.text) for index, gap in gaps.items() if gap + _SLACK > min(of_known)
    }
    return {
        index: text
        for index, text in told.items()
        if index not in known
        and text[:1].islower()
        and len(text.split()) <= LONGEST_HEADING
        and "\t" not in places[index].line.text
        and not places[index].line.text.rstrip().endswith((".", ",", ":"))
        and not has_date(text)
    }
