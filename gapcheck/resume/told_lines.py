"""Lines whose dates belong to a sentence, and those that begin an entry though they read like one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.resume.dates import date_spans
from gapcheck.resume.items import opens_item
from gapcheck.resume.model import EntryKind, Place
from gapcheck.taxonomy import EntryWords, SectionKind

_BEFORE_DATE = 14  # words at most stand before the date of a title
_PROSE = 9  # words from which a line may be running text
_SENTENCE = 6  # words from which a line with a full stop is one
_NOTE = 4  # words of one that opens with a year
_YEARS = re.compile(r"(?:19|20)\d\d")
_ENDED = re.compile(r"[.!?:;][\"”’)]?$")
_TELLS_ON = re.compile(r"[,:]?\s+(?:I\b|[^\W\d_A-Z])")  # behind a date: the sentence goes on


def is_told(text: str, words: EntryWords) -> bool:
    """Whether the dates of a line belong to a sentence that goes on behind them ("From March 2021 I also led ..."),
    opens with a year ("2021: moved to Delft") or with the writer ("I draw maps in R and, since 2021, ..."), or ends
    with it ("... for all models (2020).", "... between 2020 and 2022.").
    """
    count, spans = len(text.split()), date_spans(text)
    if not spans or "\t" in text or count < _NOTE:
        return False
    begin, end, is_range = spans[0]
    if not is_range and (count >= _PROSE and text[end:].strip() == ")."):
        return True
    if text[:begin].rstrip().endswith(";") and text[begin].islower() and _TELLS_ON.match(text[end:]):
        return True  # "...; since 2022 head of six"
    if text[end:].strip() == "." and text[begin].islower() and len(text[:begin].split()) >= _SENTENCE:
        return True
    note = not (begin or is_range)
    speaks = count >= _PROSE and text.split(maxsplit=1)[0].lower() in words.block_words["first_person"]
    whole = note or speaks or (count >= _SENTENCE and text.rstrip().endswith(".")) or (count >= _PROSE and not begin)
    return whole and _TELLS_ON.match(text[end:]) is not None


def told_jobs(places: Sequence[Place], words: EntryWords) -> set[int]:
    """The lines that each begin a job by its whole time, though they read as a sentence: `From May 2019 to June 2022 I
    worked as a baker at ...`, `2016 – 2018 depot clerk`. Each begins a sentence or stands below a list or
    another title. Several name a post; one alone may tell of a part of the job above. So does a line that begins with a
    post and its time, before a colon: `Steward with Elm Lines, 7/2018 to 5/2020: sums of the bar`.
    """
    found, headed, named = set[int](), set[int](), 0
    for index, place in enumerate(places):
        text = place.line.text
        begin, end, is_range = next(iter(date_spans(text)), (1, 0, False))
        ended = not text[:end][-1:].isdigit() or len(_YEARS.findall(text[:end])) > 1
        starts = not index or opens_item(places[index - 1]) or _ENDED.search(places[index - 1].line.text.rstrip())
        if not begin and is_range and ended and (starts or index - 1 in found):
            found.add(index)
            named += words.names_a_post(text[end:])
        elif is_range and starts and _is_head(text[:begin], words) and text[end:].lstrip(")").startswith(":"):
            headed.add(index)
    return headed | (found if named > 1 else set())


def tells_leave(text: str, words: EntryWords) -> bool:
    """Whether a line opens with a range in which nobody worked: `May 2019 to June 2020: parental leave.`"""
    begin, _, is_range = next(iter(date_spans(text)), (1, 0, False))
    return not begin and is_range and words.kind_of(text, SectionKind.experience) == EntryKind.leave


def is_labelled_by_dates(text: str) -> bool:
    """Whether a line opens with a range and a colon or a cell's end: `from May to August 2017: Intern`."""
    return any(
        begin == 0 and is_range and text[end:].lstrip(" ").startswith((":", "\t"))
        for begin, end, is_range in date_spans(text)
    )


def _is_head(text: str, words: EntryWords) -> bool:
    """Whether words before a time are a post and where it was, and tell no deed: `Steward with Elm Lines, `."""
    return text.rstrip().endswith((",", "(")) and is_a_name(text.rstrip(" (").removesuffix(","), words)


def is_a_name(text: str, words: EntryWords) -> bool:
    """Whether words are names and what joins these."""
    said = text.replace(",", " ").split()
    small = [word for word in said if word[0].islower()]
    return 1 < len(said) <= _BEFORE_DATE and words.open_words.issuperset(small)
