"""Items of an entry whose head says no date → when it was, as its text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from gapcheck.resume.dates import date_spans
from gapcheck.resume.model import Item
from gapcheck.taxonomy import EntryWords

_OPENING_TEXT, _SINCE = 40, 3  # words of a paragraph that tell what a job is, and of "since April 2023"
_NAMED_DAY = re.compile(r"[^\W\d_]{3}.*\d|\d[./]\d")  # more than years
_LEADING_MARK = re.compile(r"^[^\w\"“(\[]+\s+")


def told_in_text(items: Sequence[Item], words: EntryWords) -> list[str]:
    """The first range of dates that the text of a job tells: "Worked with Norvik from Jan 2019 to May 2020."; else
    since when its first paragraph or bullet says that it goes on: "I have been the chef here since April 2023.". How
    long a certificate holds tells nothing of the job.
    """
    for item in items:
        if words.opens_with_a_certificate(_LEADING_MARK.sub("", item.text)):
            continue
        for begin, end, is_range in date_spans(item.text):
            told = item.text[begin:end]
            if is_range and (_NAMED_DAY.search(told) or item.text[:begin].endswith("(")):
                return [told]
    above = [*items[:1], *takewhile(lambda item: not item.bullet, items[1:])]
    opening = [word for item in above for word in item.text.split()][:_OPENING_TEXT]
    since = (" ".join(opening[at : at + _SINCE]).rstrip(".,;") for at in range(len(opening)))
    return [one for one in since if date_spans(one) == [(0, len(one), True)] and _NAMED_DAY.search(one)][:1]
