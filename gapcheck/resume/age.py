"""A resume with jobs up to "present" → the month from which nothing newer is known, where that is long before the day
of reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.resume.model import DateRange, Resume
from gapcheck.taxonomy import AgeRule

_YEAR = re.compile(r"\b(20\d\d)\b")
_MONTHS = 12


def last_known_month(resume: Resume, rule: AgeRule) -> int | None:
    """The month, counted from year 0, up to which the resume speaks of its writer: the year in which it says that it
    was updated, or else its newest date, be it in a line. None where that is no question: it is new enough, or no job
    goes on.
    """
    ranges = [entry.dates for _, entry in resume.entries() if entry.dates is not None]
    if not any(one.ongoing for one in ranges):
        return None
    if (updated := _updated(resume, rule)) is not None:
        return updated if updated < resume.as_of - rule.updated_months else None
    months = [month for one in ranges for month in _said(one)]
    newest = max([*months, *_in_lines(resume)], default=None)
    return newest if newest is not None and newest < resume.as_of - rule.months else None


def _said(dates: DateRange) -> list[int]:
    """The months that a range names: one that goes on to "present" does not say when that was."""
    named = (dates.first, None if dates.ongoing or dates.open else dates.last)
    return [month for month in named if month is not None]


def _in_lines(resume: Resume) -> Iterator[int]:
    """The last months of the years that the lines of entries name, none of them still to come."""
    for _, entry in resume.entries():
        for item in entry.items[1:]:  # behind the title, which has the dates of the entry
            for year in map(int, _YEAR.findall(item.text)):
                if year * _MONTHS <= resume.as_of:
                    yield year * _MONTHS + _MONTHS - 1


def _updated(resume: Resume, rule: AgeRule) -> int | None:
    """The last month of the year that stands beside words such as "last updated"."""
    for page in resume.document.pages:
        for line in page.lines:
            low = line.text.lower()
            says_so = len(line.words) <= rule.words and any(phrase in low for phrase in rule.updated)
            if says_so and (year := _YEAR.search(line.text)):
                return int(year.group(1)) * _MONTHS + _MONTHS - 1
    return None
