"""What to mend on the resume today: skills that it has and does not show, lines that could say more.

Nothing here asks anybody to claim a skill. Each win points at a line that exists, and says what it leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.gap.compare import Gap, Status
from gapcheck.resume import Entry, EntryKind, Item, Place, Resume
from gapcheck.skills import Evidence, SkillEvidence, level_of
from gapcheck.skills.since import is_of_time
from gapcheck.skills.strength import Depth
from gapcheck.taxonomy import PHRASED, How, Level, SectionKind, Taxonomy

_NUMBER = re.compile(r"\d")
_LONG = 28  # words of a line or bullet: a name in the middle of more is read over


class QuickWinKind(StrEnum):
    """What is left open: a skill listed or studied and never used, one that is surely there by the use of another, one
    implied and never named, a job without dates, a result without a number, a name that only stands in a long sentence.
    """

    not_demonstrated = "not-demonstrated"
    likely_used = "likely-used"
    not_named = "not-named"
    no_dates = "no-dates"
    no_number = "no-number"
    buried = "buried"


@dataclass(frozen=True, slots=True)
class QuickWin:
    """One thing to mend. `where` is the title of the entry in which it could be shown, `other` the narrower skill that
    implies it, `would_be` the level once it is shown in one entry, `taught` how the resume has a skill that the
    person's own words name nowhere: studied, or by a certificate.
    """

    kind: QuickWinKind
    page: int
    line: int
    quote: str
    skill: str | None = None
    requirement: str | None = None
    where: str | None = None
    other: str | None = None
    would_be: Level | None = None
    taught: How | None = None


def quick_wins(
    resume: Resume,
    skills: Sequence[SkillEvidence],
    gaps: Sequence[Gap],
    taxonomy: Taxonomy,
    planned: Collection[str] = (),
) -> tuple[QuickWin, ...]:
    """The wins for this resume, those first that concern requirements of most weight, at most a few of each kind; none
    on what was only taught where the plan works on that requirement, one of `planned`.
    """
    found = {one.skill: one for one in skills}
    text = _Text(resume, skills)
    wins = [
        *(
            win
            for win in _not_demonstrated(found, gaps, text, taxonomy)
            if not win.taught or win.requirement not in planned
        ),
        *_likely_used(found, gaps, text),
        *_not_named(found, gaps, taxonomy),
        *_no_dates(resume, text),
        *_no_number(text, taxonomy),
        *_buried(found, gaps, text),
    ]
    limits = taxonomy.advice.most_of_each
    return tuple(
        win for kind in QuickWinKind for win in [one for one in wins if one.kind is kind][: limits.get(kind.value, 1)]
    )


class _Text:
    """Which skills each line and each entry shows, implied ones too, looked up from the evidence."""

    def __init__(self, resume: Resume, skills: Sequence[SkillEvidence]) -> None:
        self.entries = [entry for _, entry in resume.entries()]
        self.sections = resume.sections
        lines: dict[tuple[int, int], set[str]] = {}
        for one in skills:
            for line in one.evidence:
                lines.setdefault((line.page, line.line), set()).update((one.skill, line.skill))
        self._lines = lines

    def skills_of(self, item: Item) -> set[str]:
        """The skills for which a line of the item speaks."""
        return set().union(*(self._lines.get(_key(place), set()) for place in item.places))

    def item_at(self, line: Evidence) -> Item | None:
        """The item to which a line of evidence belongs."""
        return next(
            (
                item
                for entry in self.entries
                for item in entry.items
                if any(_key(place) == (line.page, line.line) for place in item.places)
            ),
            None,
        )

    def is_title(self, line: Evidence) -> bool:
        """Whether a line of evidence is the title of an entry: what was done stands below."""
        titles = (entry.items[0] for entry in self.entries if len(entry.items) > 1)
        return any(_key(place) == (line.page, line.line) for item in titles for place in item.places)

    def is_of_work(self, line: Evidence) -> bool:
        """Whether a line of evidence is one of a job or a project."""
        works = (entry for entry in self.entries if entry.kind.demonstrates)
        places = {_key(place) for entry in works for item in entry.items for place in item.places}
        return (line.page, line.line) in places

    def is_listed(self, skill: str) -> bool:
        """Whether the skill stands in a list of skills or tools."""
        return any(
            skill in self.skills_of(item)
            for section in self.sections
            if section.kind is SectionKind.skills
            for entry in section.entries
            for item in entry.items
        )

    def place_for(self, skill: str, taxonomy: Taxonomy) -> Entry | None:
        """The entry of own work closest to a skill: most skills around it, or that build on it; for what fits any work
        also those of its category. None whose data it makes no sense on, or that is done without code where it is code.
        """
        fit_any, facts = taxonomy.fit_any_project, taxonomy.deliverables

        def is_near(one: str) -> bool:
            same = skill in fit_any and taxonomy.skills[one].category == taxonomy.skills[skill].category
            kin = skill in taxonomy.broader[one] or (one in taxonomy.broader[skill] and one not in fit_any)
            return same or kin or one in taxonomy.neighbours[skill]

        def makes_sense(skills: set[str]) -> bool:
            kinds = facts.kinds_of_data(skills)
            return taxonomy.could_be_used_in(skill, skills) and (not kinds or facts.fits_data(skill, kinds))

        works = [entry for entry in self.entries if entry.kind.demonstrates and entry.kind is not EntryKind.publication]
        shown = [(set[str]().union(*map(self.skills_of, entry.items)), entry) for entry in works]
        shared = [(sum(map(is_near, skills)), len(skills), entry) for skills, entry in shown if makes_sense(skills)]
        near, _, best = max(shared, key=lambda one: one[:2], default=(0, 0, None))
        return best if near else None


def _open(gaps: Sequence[Gap]) -> list[Gap]:
    return sorted((gap for gap in gaps if gap.is_to_do), key=lambda gap: -gap.requirement.weight)


def _not_demonstrated(
    found: Mapping[str, SkillEvidence], gaps: Sequence[Gap], text: _Text, taxonomy: Taxonomy
) -> Iterator[QuickWin]:
    for gap in _open(gaps):
        one = found.get(gap.carried_by or "")
        if one is None or one.entries or gap.sure or one.how not in (How.listed, How.studied, How.certified):
            continue
        if any(text.is_of_work(line) for line in one.evidence):  # it says there that it was studied
            continue
        if (
            one.limit and one.support.rating is None and not is_of_time(one.limit)
        ):  # the resume says itself that it was little
            continue
        named = next((line for line in one.evidence if line.kind is How.listed and line.skill == one.skill), None)
        if named is None and len(gap.requirement.any_of) > 1:  # a course used it; another tool of the kind would do
            continue
        would_be, _ = level_of(one.support._replace(entries=1), taxonomy.levels)
        entry = text.place_for(one.skill, taxonomy)
        yield _at(
            named or one.evidence[0],
            QuickWinKind.not_demonstrated,
            taught=None if named else one.how,
            skill=one.skill,
            requirement=gap.requirement.id,
            where=entry.title if entry else None,
            would_be=would_be if would_be > one.level else None,
        )


def _likely_used(found: Mapping[str, SkillEvidence], gaps: Sequence[Gap], text: _Text) -> Iterator[QuickWin]:
    for gap in _open(gaps):
        best = found.get(gap.sure.by or "") if gap.sure else None
        if gap.sure is None or best is None or gap.requirement.category == PHRASED or gap.sure.skill in found:
            continue
        first = best.evidence[0]
        deeds = (one for one in best.evidence if one.kind is first.kind and not text.is_title(one))
        skill, requirement = gap.sure.skill, gap.requirement.id
        yield _at(next(deeds, first), QuickWinKind.likely_used, skill=skill, requirement=requirement, other=best.skill)


def _not_named(found: Mapping[str, SkillEvidence], gaps: Sequence[Gap], taxonomy: Taxonomy) -> Iterator[QuickWin]:
    """Skills that are only implied; none that has no name of its own to write, or that years of work show by what is
    narrower, or of which they show what is wider still: nobody misses the word there.
    """
    for gap in sorted(gaps, key=lambda gap: -gap.requirement.weight):
        one = found.get(gap.carried_by or "")
        kin = [found.get(wide) for wide in taxonomy.broader[one.skill]] if one is not None else []
        is_plain = any(
            each is not None and each.level is Level.advanced and each.strength.depth is not Depth.thin
            for each in (one, *kin)
        )
        if one is not None and one.how is How.implied and not is_plain and taxonomy.skills[one.skill].aliases:
            first = one.evidence[0]
            other = first.skill if first.skill != one.skill else None
            if _says_its_head(first.quote, taxonomy.skills[one.skill].name):
                continue
            yield _at(first, QuickWinKind.not_named, skill=one.skill, requirement=gap.requirement.id, other=other)


def _says_its_head(quote: str, name: str) -> bool:
    """Whether a line says the word that a name ends with, in whatever number: `Redlining agent` of AI agents."""
    head = name.lower().split()[-1]
    return re.search(rf"\b{re.escape(head.removesuffix('s'))}s?\b", quote.lower()) is not None


def _no_dates(resume: Resume, text: _Text) -> Iterator[QuickWin]:
    for _, entry in resume.entries():
        if entry.kind.is_work and entry.dates is None and any(text.skills_of(item) for item in entry.items):
            place = entry.items[0].places[0]
            yield QuickWin(QuickWinKind.no_dates, place.page, place.line.number, place.line.text, where=entry.title)


def _no_number(text: _Text, taxonomy: Taxonomy) -> Iterator[QuickWin]:
    """Works that train or measure a model and do not give a single number."""
    results = set(taxonomy.advice.results)
    for entry in text.entries:
        if not entry.kind.demonstrates or entry.kind is EntryKind.publication:
            continue
        body = entry.items[1:] or entry.items
        if _NUMBER.search(entry.title) or any(_NUMBER.search(item.text) for item in body):
            continue
        speaking = [item for item in body if results & text.skills_of(item)]
        if speaking:
            place = next(one for one in speaking[0].places)
            yield QuickWin(QuickWinKind.no_number, place.page, place.line.number, place.line.text, where=entry.title)


def _buried(found: Mapping[str, SkillEvidence], gaps: Sequence[Gap], text: _Text) -> Iterator[QuickWin]:
    for gap in sorted(gaps, key=lambda gap: -gap.requirement.weight):
        one = found.get(gap.carried_by or "")
        if one is None or gap.status is not Status.met or one.how is How.implied or len(one.evidence) != 1:
            continue
        item = text.item_at(one.evidence[0])
        if item is not None and len(item.text.split()) > _LONG and not text.is_listed(one.skill):
            yield _at(one.evidence[0], QuickWinKind.buried, skill=one.skill, requirement=gap.requirement.id)


def _at(line: Evidence, kind: QuickWinKind, **more: object) -> QuickWin:
    return QuickWin(kind, line.page, line.line, line.quote, **more)  # type: ignore[arg-type]


def _key(place: Place) -> tuple[int, int]:
    return place.page, place.line.number
