"""What a resume is made of: sections of entries of items, each item knowing the lines it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from gapcheck.documents import Document, Line
from gapcheck.taxonomy import SectionKind


class EntryKind(StrEnum):
    """What an entry describes. Jobs and internships carry months; the first seven kinds demonstrate skills. A `leave`
    is time without work that the resume accounts for: a parental leave, a sabbatical.
    """

    job = "job"
    internship = "internship"
    project = "project"
    thesis = "thesis"
    publication = "publication"
    competition = "competition"
    activity = "activity"
    education = "education"
    certificate = "certificate"
    award = "award"
    leave = "leave"
    text = "text"

    @property
    def is_work(self) -> bool:
        """Whether the months of such an entry count as work."""
        return self in (EntryKind.job, EntryKind.internship)

    @property
    def demonstrates(self) -> bool:
        """Whether a skill named in such an entry was used there."""
        return self in _DEMONSTRATING


_DEMONSTRATING = frozenset(
    {
        EntryKind.job,
        EntryKind.internship,
        EntryKind.project,
        EntryKind.thesis,
        EntryKind.publication,
        EntryKind.competition,
        EntryKind.activity,
    }
)


@dataclass(frozen=True, slots=True)
class DateRange:
    """When something was. `first` and `last` are months counted from year 0, both included; `months` is the length.

    A length that is only stated ("6 months") has no `first` and `last`. What was several times has all `spells`, and is
    as long as they are together. What is `planned` begins after the day of reading and has 0 months; what is `open`
    goes on beyond it; `ongoing` says so itself ("to present"). `ends` is the month after the day of reading in which it
    is said to end, the middle of a year that is named alone.
    """

    first: int | None
    last: int | None
    months: int
    spells: tuple[DateRange, ...] = ()
    planned: bool = False
    open: bool = field(default=False, compare=False)
    ongoing: bool = field(default=False, compare=False)
    ends: int | None = field(default=None, compare=False)

    @property
    def is_of_whole_years(self) -> bool:
        """Whether it goes from a January to a December, as what is told in years alone does."""
        return self.first is not None and self.last is not None and not (self.first % 12 or (self.last + 1) % 12)

    def as_months(self, as_of: int) -> tuple[str | None, str | None]:
        """The first and the last month as `2020-01`; a range up to the day of reading ends at `present`."""
        if self.first is None or self.last is None:
            return None, None
        return month_text(self.first), "present" if self.open or self.last == as_of else month_text(self.last)


def month_text(number: int) -> str:
    """A month counted from year 0 as `2020-01`."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


@dataclass(frozen=True, slots=True)
class Place:
    """A line and the page it is on."""

    page: int
    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """A bullet, a paragraph or a line of a list: text that is read in one go.

    `starts` holds for each line the offset in `text` at which it begins.
    """

    text: str
    places: tuple[Place, ...]
    starts: tuple[int, ...]
    bullet: bool = False

    def place_at(self, offset: int) -> Place:
        """The line in which the character at `offset` stands."""
        return self.places[max(0, bisect_right(self.starts, offset) - 1)]


@dataclass(frozen=True, slots=True)
class Entry:
    """One job, project, degree, certificate, or a block of text that is none of these. `title` is its first line,
    `printed` its dates as they stand there.
    """

    kind: EntryKind
    title: str
    items: tuple[Item, ...]
    dates: DateRange | None = None
    printed: str = ""
    organisation: str = ""

    @property
    def place(self) -> Place:
        """The line it begins with."""
        return self.items[0].places[0]


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """Something in the reading that looks wrong. `code` names what; `place` is where it shows, None for the whole
    document; `quote` are the words there.
    """

    code: str
    place: Place | None = None
    quote: str = ""


class KnownBy(StrEnum):
    """How the kind of a section is known."""

    listed = "listed"
    joint = "joint"
    guessed = "guessed"
    stated = "stated"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the resume under one heading; `heading` is as printed, empty above the first one, and `place` its
    line.
    """

    kind: SectionKind
    heading: str
    entries: tuple[Entry, ...]
    known_by: KnownBy = KnownBy.listed
    place: Place | None = None

    @property
    def start(self) -> Place:
        """The line it begins with."""
        return self.place or self.entries[0].place


@dataclass(frozen=True, slots=True)
class Resume:
    """A document understood as a resume."""

    document: Document
    sections: tuple[Section, ...]
    as_of: int
    """Month of reading, counted from year 0: what "present" means."""
    person: tuple[str, ...] = ()
    """The words of the name at the top, in lower case; empty where no line looks like a name."""
    languages: tuple[str, ...] = ("en",)
    """Codes of the languages that it is read by."""

    def entries(self) -> list[tuple[Section, Entry]]:
        """All entries with their sections, in reading order."""
        return [(section, entry) for section in self.sections for entry in section.entries]

    @property
    def has_published(self) -> bool:
        """Whether it names a publication of the writer."""
        return any(entry.kind is EntryKind.publication for _, entry in self.entries())

    @property
    def work_months(self) -> int:
        """Months of dated jobs and internships; overlapping ones count once."""
        return months_covered(
            [entry.dates for _, entry in self.entries() if entry.kind.is_work and entry.dates is not None]
        )


def months_covered(ranges: Sequence[DateRange]) -> int:
    """Months in at least one of the ranges, plus the lengths that are stated without a place in time."""
    covered: set[int] = set()
    stated = 0
    for dates in (spell for one in ranges for spell in one.spells or (one,)):
        if dates.first is None or dates.last is None:
            stated += dates.months
        else:
            covered.update(range(dates.first, dates.first + dates.months))
    return len(covered) + stated
