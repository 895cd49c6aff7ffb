"""A line → whether a time begins or ends it, as in the head of an entry, and from when to when that is."""

from __future__ import annotations

import re

from gapcheck.resume.dates import date_spans

_WORDS = re.compile(r"[^\W\d_]")
RANGE = re.compile(r"\w\W*[-–—→]\W*\w|\s\w+\s\w+")
"""Two ends of a time: `2015 - 2016`, `May 2015 to June 2016`."""
_FROM_DIGIT = re.compile(r"^\D+")


def has_an_end(told: str) -> bool:
    """Whether a range says from when to when: `2015 - 2016`, not `since 2015`."""
    return bool(RANGE.search(_FROM_DIGIT.sub("", told)))


def is_at_the_edge(text: str, *, ended: bool) -> bool:
    """Whether a line begins or ends with a range, as the head of an entry does; with one that has an end, if asked."""
    spans = [(begin, end) for begin, end, is_range in date_spans(text) if is_range]
    ranges = [(begin, end) for begin, end in spans if not ended or has_an_end(text[begin:end])]
    return any(not (_WORDS.search(text[:begin]) and _WORDS.search(text[end:])) for begin, end in ranges)
