"""A document that is read rightly → the same, broken on purpose in one of the ways in which real files break.

The truth stays what it was: a person who sees the page would still read it. Each way is a function from what was read
and a source of chance to a document; None where there is nothing that it could break.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from gapcheck.documents import Document, Line, Word
from gapcheck.resume import Resume, Section
from gapcheck.resume.dates import date_spans, without_dates
from gapcheck.resume.model import Entry, Place

Key = tuple[int, int]
Changes = dict[Key, list[Line]]

_UNKNOWN = (
    "Stations",
    "Where it all began",
    "My voyage",
    "Path",
    "Chapters so far",
    "Days and deeds",
    "Timeline of me",
)
_OCR = str.maketrans({"0": "O", "1": "l", "2": "Z", "5": "S", "8": "B", "a": "@", "e": "c"})
_PRIVATE = 0xE000
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"))
_SMALL = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def broken(resume: Resume, way: str, chance: random.Random) -> Document | None:
    """The document of a resume, broken in a way of `WAYS`."""
    return WAYS[way](resume, chance)


# --------------------------------------------------------------------------------------------------------------- tools


def key_of(place: Place) -> Key:
    return place.page, place.line.number


def changed(resume: Resume, changes: Changes) -> Document | None:
    """The document with some lines put in place of others; None where that would change nothing."""
    if not changes:
        return None
    pages = []
    for page in resume.document.pages:
        lines = [line for old in page.lines for line in changes.get((page.number, old.number), [old])]
        pages.append(replace(page, lines=tuple(line for line in lines if line.words)))
    return replace(resume.document, pages=tuple(pages))


def spelt(line: Line, text: str) -> Line:
    """A line that says something else in the same room."""
    parts = text.split()
    step = (line.x1 - line.words[0].x0) / max(len(" ".join(parts)), 1)
    words: list[Word] = []
    x = line.words[0].x0
    for part in parts:
        words.append(line.words[0]._replace(text=part, x0=x, x1=x + step * len(part)))
        x += step * (len(part) + 1)
    return replace(line, words=tuple(words), text=text, margin=0)


def tabbed(line: Line, cells: Sequence[str]) -> Line:
    """A line of cells."""
    return replace(spelt(line, " ".join(cells)), text="\t".join(" ".join(cell.split()) for cell in cells))


def _work(resume: Resume) -> list[Section]:
    return [one for one in resume.sections if any(entry.kind.is_work for entry in one.entries)]


def jobs_of(resume: Resume) -> list[Entry]:
    return [entry for _, entry in resume.entries() if entry.kind.is_work and entry.dates is not None]


def places_of(entry: Entry) -> list[Place]:
    return [place for item in entry.items for place in item.places]


def head_of(entry: Entry) -> list[Place]:
    """The lines of an entry down to its date."""
    places = places_of(entry)
    dated = [index for index, place in enumerate(places[:4]) if date_spans(place.line.text)]
    return places[: dated[0] + 1] if dated else places[:1]


def _dates(resume: Resume, say: Callable[[str], str], chance: random.Random, share: float = 1.0) -> Document | None:
    """The dates of jobs, or of a share of them, as something else says them."""
    changes: Changes = {}
    for job in jobs_of(resume):
        if chance.random() > share:
            continue
        for place in head_of(job):
            text = place.line.text
            for begin, end, _ in reversed(date_spans(text)):
                text = text[:begin] + say(text[begin:end]) + text[end:]
            if text != place.line.text and text.strip():
                changes[key_of(place)] = [spelt(place.line, text)]
    return changed(resume, changes)


def _headings(resume: Resume, sections: Iterable[Section], say: Callable[[str], str]) -> Document | None:
    changes: Changes = {}
    for section in sections:
        if section.place is not None and section.heading and is_alone(section):
            said = say(section.place.line.text)
            changes[key_of(section.place)] = [spelt(section.place.line, said)] if said else []
    return changed(resume, changes)


def is_alone(section: Section) -> bool:
    """Whether a heading has its line for itself."""
    first = section.entries[0].place if section.entries else None
    return first is None or section.place is None or key_of(first) != key_of(section.place)


# ------------------------------------------------------------------------------------------------------------ headings


def _without_heading(resume: Resume, chance: random.Random) -> Document | None:
    return _headings(resume, _work(resume), lambda _: "")


def _without_next_heading(resume: Resume, chance: random.Random) -> Document | None:
    """The heading below the jobs is gone: what it opened runs on as jobs."""
    after = [two for one, two in zip(resume.sections, resume.sections[1:], strict=False) if one in _work(resume)]
    return _headings(resume, [one for one in after if any(entry.dates for entry in one.entries)], lambda _: "")


def _without_headings(resume: Resume, chance: random.Random) -> Document | None:
    return _headings(resume, resume.sections, lambda _: "")


def _unknown_heading(resume: Resume, chance: random.Random) -> Document | None:
    return _headings(resume, _work(resume), lambda text: _cased(chance.choice(_UNKNOWN), text))


def _misspelt_heading(resume: Resume, chance: random.Random) -> Document | None:
    def say(text: str) -> str:
        letters = list(text)
        for index in chance.sample(range(len(letters)), k=max(3, len(letters) // 3)) if len(letters) > 3 else ():
            letters[index] = _cased(chance.choice("bcdfghklmnprstvw"), letters[index])
        return "".join(letters)

    return _headings(resume, _work(resume), say)


def _plain_heading(resume: Resume, chance: random.Random) -> Document | None:
    """The heading of the jobs looks like their text, and stands at the end of a line of it."""
    changes: Changes = {}
    for section in _work(resume):
        if section.place is not None and is_alone(section) and section.entries:
            first = section.entries[0].place
            changes[key_of(section.place)] = []
            changes[key_of(first)] = [spelt(first.line, f"{section.heading.lower()} {first.line.text}")]
    return changed(resume, changes)


def _cased(text: str, like: str) -> str:
    return text.upper() if like.isupper() else text


# --------------------------------------------------------------------------------------------------------------- dates


def _garbled_dates(resume: Resume, chance: random.Random) -> Document | None:
    return _dates(resume, lambda text: text.translate(_OCR), chance, share=chance.choice((0.6, 1.0)))


def _roman_dates(resume: Resume, chance: random.Random) -> Document | None:
    return _dates(resume, lambda text: re.sub(r"\d+", lambda found: _roman(int(found[0])), text), chance)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while number >= value:
            text, number = text + sign, number - value
    return text + _SMALL[number]


def _packed_dates(resume: Resume, chance: random.Random) -> Document | None:
    """`20200115/20210330`: digits without any mark."""
    return _dates(resume, lambda text: "/".join(f"{year}0{chance.randint(1, 9)}1{chance.randint(0, 9)}"
                                                for year in re.findall(r"\d{4}", text)) or "n.d.", chance)  # fmt: skip


def _dates_without_end(resume: Resume, chance: random.Random) -> Document | None:
    """Only the beginning of each job is left."""
    return _dates(resume, lambda text: re.split(r"\s*[-–—→]\s*|\s+to\s+|\s+until\s+", text)[0], chance)


def _dates_of_two_lines(resume: Resume, chance: random.Random) -> Document | None:
    """A form: "From 06/2019  To", and the end in the field below."""
    changes: Changes = {}
    for job in jobs_of(resume):
        for place in head_of(job):
            text = place.line.text
            for begin, end, is_range in date_spans(text)[:1]:
                ends = re.split(r"\s*[-–—→]\s*|\s+(?:to|until)\s+", text[begin:end])
                if is_range and len(ends) == len(("from", "to")):
                    rest = (text[:begin] + text[end:]).strip(" \t|,-–·()")
                    told = [rest] if rest else []
                    told += [f"From {ends[0]}\tTo", ends[1]]
                    changes[key_of(place)] = [spelt(place.line, one) for one in told]
    return changed(resume, changes)


def _short_forms(resume: Resume, chance: random.Random) -> Document | None:
    """The time of a job or two in a short form that nobody knows: `SY18 – SY20`."""
    name = chance.choice(("SY", "AY", "Season ", "S"))

    def say(text: str) -> str:
        years = re.findall(r"(?:19|20)(\d\d)\b", text)
        return f"{name}{years[0]} – {name}{years[-1]}" if years else text

    return _dates(resume, say, chance, share=chance.choice((0.5, 1.0)))


def _lengths(resume: Resume, chance: random.Random) -> Document | None:
    """No dates, but how long each job took, in brackets at the end of its title, which looks like the text."""
    jobs = jobs_of(resume)
    if sum(job.dates.months for job in jobs if job.dates is not None) != resume.work_months:
        return None
    changes: Changes = {}
    for job in jobs:
        head = head_of(job)
        text = ", ".join(rest for place in head if (rest := without_dates(place.line.text)))
        length = f"({job.dates.months} months)" if job.dates is not None else ""
        changes |= {key_of(place): [] for place in head}
        below = next((place.line for place in places_of(job)[len(head) :]), head[0].line)
        changes[key_of(head[0])] = [spelt(replace(below, number=head[0].line.number), f"{text} {length}")]
    return changed(resume, changes)


def _without_dates(resume: Resume, chance: random.Random) -> Document | None:
    return _dates(resume, lambda _: "", chance, share=chance.choice((0.4, 1.0)))


def _unnamed_letters(resume: Resume, chance: random.Random) -> Document | None:
    """No letter of the dates and few of the rest have a name."""
    changes: Changes = {}
    for page in resume.document.pages:
        for line in page.lines:
            dated = bool(date_spans(line.text))
            text = "".join(
                chr(_PRIVATE + ord(sign)) if sign.isalpha() and (dated or sign.isupper()) else sign
                for sign in line.text
            )
            changes[page.number, line.number] = [spelt(line, text)]
    return changed(resume, changes)


# --------------------------------------------------------------------------------------------------------------- order


def _glued(resume: Resume, chance: random.Random) -> Document | None:
    """The spaces in the first lines of jobs are lost."""
    places = [place for job in jobs_of(resume) for place in head_of(job)]
    return changed(resume, {key_of(place): [spelt(place.line, "".join(place.line.text.split()))] for place in places})


def _joined(resume: Resume, chance: random.Random) -> Document | None:
    """Each job but the first begins at the end of the last line of the one above."""
    changes: Changes = {}
    for above, job in zip(jobs_of(resume), jobs_of(resume)[1:], strict=False):
        last, head = places_of(above)[-1], head_of(job)
        if key_of(last) in changes or last.page != head[0].page or key_of(last) in map(key_of, head):
            continue
        text = " ".join([last.line.text, *(place.line.text.replace("\t", " ") for place in head)])
        changes |= {key_of(place): [] for place in head}
        changes[key_of(last)] = [spelt(last.line, text)]
    return changed(resume, changes)


def _side_by_side(resume: Resume, chance: random.Random) -> Document | None:
    """The jobs of a page stand beside each other, and were read as lines that go across."""
    changes: Changes = {}
    for page in resume.document.pages:
        jobs = [[place for place in places_of(job) if place.page == page.number] for job in jobs_of(resume)]
        jobs = [places for places in jobs if places][: chance.choice((2, 3))]
        if len(jobs) < 2:
            continue
        for row in range(max(map(len, jobs))):
            across = [places[row] for places in jobs if row < len(places)]
            changes |= {key_of(place): [] for place in across}
            first = jobs[0][row] if row < len(jobs[0]) else across[0]
            changes[key_of(first)] = [tabbed(first.line, [place.line.text for place in across])]
    return changed(resume, changes)


def _interleaved(resume: Resume, chance: random.Random) -> Document | None:
    """The lines of the jobs and those below them alternate, as where two columns were read as one."""
    return _reordered(resume, lambda lines: [line for pair in _paired(lines) for line in pair])


def _paired(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    half = (len(lines) + 1) // 2
    pairs = [tuple(pair) for pair in zip(lines[:half], lines[half:], strict=False)]
    return [*pairs, tuple(lines[half - 1 : half])] if len(lines) % 2 else pairs


def _shuffled(resume: Resume, chance: random.Random) -> Document | None:
    """Runs of lines stand in any order."""

    def shuffled(lines: Sequence[Line]) -> list[Line]:
        size = chance.randint(3, 7)
        runs = [lines[start : start + size] for start in range(0, len(lines), size)]
        chance.shuffle(runs)
        return [line for run in runs for line in run]

    return _reordered(resume, shuffled)


def _dates_apart(resume: Resume, chance: random.Random) -> Document | None:
    """All dates of the page stand below its text, as a column that was read last."""
    changes: Changes = {}
    taken: dict[int, list[Line]] = {}
    for job in jobs_of(resume):
        for place in head_of(job):
            for begin, end, _ in date_spans(place.line.text)[:1]:
                rest = (place.line.text[:begin] + place.line.text[end:]).strip(" \t|,-–·()")
                changes[key_of(place)] = [spelt(place.line, rest)] if rest else []
                taken.setdefault(place.page, []).append(spelt(place.line, place.line.text[begin:end]))
    for page in resume.document.pages:
        if page.number in taken and page.lines:
            last = page.lines[-1]
            changes.setdefault((page.number, last.number), [last]).extend(taken[page.number])
    return changed(resume, changes)


def _reordered(resume: Resume, order: Callable[[Sequence[Line]], list[Line]]) -> Document | None:
    """The lines of each page in another order, in the places of the old ones."""
    pages = []
    for page in resume.document.pages:
        placed = []
        for old, line in zip(page.lines, order(page.lines), strict=True):
            down = old.top - line.top
            words = tuple(word._replace(top=word.top + down, bottom=word.bottom + down) for word in line.words)
            placed.append(replace(line, words=words, number=old.number, column=old.column))
        pages.append(replace(page, lines=tuple(placed)))
    return replace(resume.document, pages=tuple(pages))


WAYS: dict[str, Callable[[Resume, random.Random], Document | None]] = {
    "heading of jobs lost": _without_heading,
    "next heading lost": _without_next_heading,
    "headings drawn as pictures": _without_headings,
    "heading unknown": _unknown_heading,
    "heading misspelt": _misspelt_heading,
    "heading within a line": _plain_heading,
    "dates garbled": _garbled_dates,
    "dates in Roman numbers": _roman_dates,
    "dates packed": _packed_dates,
    "ends missing": _dates_without_end,
    "dates missing": _without_dates,
    "ends in another field": _dates_of_two_lines,
    "dates in a short form": _short_forms,
    "lengths for dates": _lengths,
    "letters without a name": _unnamed_letters,
    "words glued": _glued,
    "jobs run together": _joined,
    "jobs side by side": _side_by_side,
    "columns interleaved": _interleaved,
    "lines shuffled": _shuffled,
    "dates apart": _dates_apart,
}
