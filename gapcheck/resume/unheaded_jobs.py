"""The headings of a resume without one for its jobs → the same, with one where jobs begin that each open with a date.

Such jobs are parted by their titles alone: `Since May 2011 with Kestrel Foods as clerk`, bold and with its time in
front, or below a line that holds their time alone. What looks like headings between them (`Achievements`,
`Client service`) are labels inside of the jobs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from gapcheck.resume.dates import date_spans, dates_of, is_only_dates
from gapcheck.resume.heading_looks import says_when
from gapcheck.resume.headings import Heading
from gapcheck.resume.heads_of_entries import heads_of, told_by_month
from gapcheck.resume.model import EntryKind, KnownBy, Place
from gapcheck.resume.rows import Look, look_of
from gapcheck.resume.told_lines import is_labelled_by_dates
from gapcheck.taxonomy import EntryWords, SectionKind

_FEWEST = 2  # titles that look alike
_TITLE_LINES = 2
_YEARS = 24  # months: what lasts as long below a heading that nobody knows is work
_UNTITLED = (SectionKind.summary, SectionKind.other)  # and above all headings


def with_unheaded_jobs(headings: list[Heading], places: Sequence[Place], words: EntryWords) -> list[Heading]:
    """The headings, and a nameless one before the first of several jobs that stand under none."""
    if holds_jobs(headings, places):
        return headings
    titles = _titles(places, words)
    above = [heading for heading in headings if titles and heading.index < titles[0]]
    if len(titles) < _FEWEST or (above and above[-1].kind not in _UNTITLED):
        return headings
    first, last = titles[0], titles[-1]
    times = Counter(heading.text.lower() for heading in headings)
    inside = {heading.text.lower() for heading in headings if first < heading.index < last}
    kept = [
        heading
        for heading in headings
        if heading.index < first
        or (heading.index > last and not (heading.text.lower() in inside and times[heading.text.lower()] > 1))
    ]
    opening = Heading(first, (SectionKind.experience,), "", known_by=KnownBy.guessed)
    return sorted([*kept, opening], key=lambda heading: heading.index)


def with_work_of_years(
    headings: list[Heading], places: Sequence[Place], words: EntryWords, as_of: int
) -> list[Heading]:
    """The headings; where none has jobs, those that nobody knows (`What I do`) are of work if entries that name neither
    a degree nor an unpaid thing open below them, some told in months, and one lasted for years, as hardly anything but
    work does. `as_of` is what "present" means, as a month counted from year 0.
    """
    if holds_jobs(headings, places):
        return headings
    bounds = pairwise([*(heading.index for heading in headings), len(places)])
    return [
        replace(heading, kinds=(SectionKind.experience,))
        if heading.known_by is KnownBy.guessed
        and heading.kind is SectionKind.other
        and _lasted_for_years(places[begin + 1 : end], words, as_of)
        else heading
        for heading, (begin, end) in zip(headings, bounds, strict=True)
    ]


def _lasted_for_years(block: Sequence[Place], words: EntryWords, as_of: int) -> bool:
    heads = heads_of(block)
    opened = bool(heads) and any(map(says_when, block[:_TITLE_LINES])) and any(told_by_month(block))
    own = all(words.kind_of(head, SectionKind.experience) in (None, EntryKind.internship) for head in heads)
    if not (opened and own) or any(words.degree_level([head]) for head in heads):
        return False
    times = (dates_of([head], as_of) for head in heads)
    return any(time is not None and time.months >= _YEARS for time in times)


def holds_jobs(
    headings: Sequence[Heading], places: Sequence[Place], but_for: Callable[[str], bool] = lambda _: False
) -> bool:
    """Whether a heading of jobs, `but_for` such texts, has a line below that says from when to when."""
    bounds = [*(heading.index for heading in headings), len(places)]
    return any(
        SectionKind.experience in heading.kinds and not but_for(heading.text) and any(map(says_when, places[begin:end]))
        for heading, (begin, end) in zip(headings, pairwise(bounds), strict=True)
    )


def _titles(places: Sequence[Place], words: EntryWords) -> list[int]:
    """Lines that open with a time and name a post, there or on the next line, in the look that most of them have:
    another than the text's, but where a line holds a time alone or parts it from the post by a colon.
    """
    usual: Counter[Look] = Counter()
    for place in places:
        usual[look_of(place)] += len(place.line.words)
    found: dict[int, Look] = {}
    for index, place in enumerate(places):
        look = look_of(place)
        spans = date_spans(place.line.text)
        alone = is_only_dates(place.line.text)
        apart = alone or look != usual.most_common(1)[0][0] or is_labelled_by_dates(place.line.text)
        opens = bool(spans) and spans[0][0] == 0 and spans[0][2] and apart
        title = places[index : index + _TITLE_LINES]
        told = " ".join(one.line.text for one in title if alone or look_of(one) == look)
        if opens and words.names_a_post(told) and not words.degree_level([told]):
            found[index] = look
    most = Counter(found.values()).most_common(1)
    return [index for index, look in found.items() if look == most[0][0]] if most else []
