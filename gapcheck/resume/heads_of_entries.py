"""Lines below a heading → the heads of entries among them, and whether these are set as the jobs of another section.

A head is a line that says from when to when something was, with what stands above and below it. A heading that nobody
knows is about work where the first head below it is set line for line as that of the jobs (`Sea service`, `On land`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.resume.dates import date_spans
from gapcheck.resume.heading_looks import says_when
from gapcheck.resume.headings import Heading
from gapcheck.resume.model import EntryKind, KnownBy, Place
from gapcheck.taxonomy import EntryWords, SectionKind

_HEAD_WORDS = 12  # at most, up to the end of its time, in a line with the post
_ABOVE = 2  # lines of a post and its employer
_CELLS = 2  # tabs in the row of a table, however long it is
_HEAD_LINES = 4  # of an entry, down to its time
_OWN = (None, EntryKind.internship, EntryKind.job)

_MONTH = re.compile(r"[^\W\d_]{3}.*\d|\d[./]\d")

Look = tuple[float, bool]
"""Font size to half a point, and bold, of a line's first word."""


def heads_of(block: Sequence[Place]) -> list[str]:
    """The lines of a block that say from when to when something was, each with the one above and the one below; where
    two stand above the first of them, the post and its employer, with two above.
    """
    heads = [at for at, place in enumerate(block) if _heads_entry(place)]
    above = _ABOVE if heads and heads[0] == _ABOVE else 1
    return ["\n".join(one.line.text for one in block[max(0, at - above) : at + 2]) for at in heads]


def told_by_month(block: Sequence[Place]) -> list[bool]:
    """Of each range of dates in a block whether it says more than years."""
    spans = [(place.line.text, span) for place in block for span in date_spans(place.line.text)]
    return [bool(_MONTH.search(text[begin:end])) for text, (begin, end, is_range) in spans if is_range]


def with_jobs_set_alike(headings: Sequence[Heading], places: Sequence[Place], words: EntryWords) -> list[Heading]:
    """The headings; those that nobody knows open jobs, if the first entry below is set as the first one of known jobs,
    at least half of the heads name a post, and none says that it is anything else (`Treasurer, Chess Club`).
    """
    ends = [*(heading.index for heading in headings[1:]), len(places)]
    blocks = [places[heading.index + 1 : end] for heading, end in zip(headings, ends, strict=True)]
    jobs = {
        _first_head(block)
        for heading, block in zip(headings, blocks, strict=True)
        if SectionKind.experience in heading.kinds
    }
    found = []
    for heading, block in zip(headings, blocks, strict=True):
        unknown = heading.known_by is KnownBy.guessed and heading.kind is SectionKind.other
        alike = unknown and bool(_first_head(block)) and _first_head(block) in jobs
        is_work = alike and _are_of_work(heads_of(block), words)
        found.append(replace(heading, kinds=(SectionKind.experience,)) if is_work else heading)
    return found


def _are_of_work(heads: Sequence[str], words: EntryWords) -> bool:
    own = all(words.kind_of(head, SectionKind.experience) in _OWN for head in heads)
    return own and 2 * sum(map(words.names_a_post, heads)) >= len(heads)


def _first_head(block: Sequence[Place]) -> tuple[Look, ...]:
    """How the lines from the first one of a block to its first time are set; empty where no entry opens it, or one
    whose only line is set as any text may be.
    """
    for at, place in enumerate(block[:_HEAD_LINES]):
        if _heads_entry(place):
            looks = tuple((round(one.line.size * 2) / 2, one.line.words[0].bold) for one in block[: at + 1])
            return looks if at or looks[0][1] else ()
    return ()


def _heads_entry(place: Place) -> bool:
    """Whether a line says from when to when something was, in its first words or in a table of however many."""
    text = place.line.text
    if text.count("\t") >= _CELLS:
        return says_when(place)
    return any(is_range and len(text[:end].split()) <= _HEAD_WORDS for _, end, is_range in date_spans(text))
