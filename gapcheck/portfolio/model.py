"""What a review of a portfolio finds: each work with the lines that show it, and the verdicts on all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from gapcheck.resume import EntryKind, Place
from gapcheck.taxonomy import Criterion, PortfolioRules, ScienceDoubt


@dataclass(frozen=True, slots=True)
class Doubted:
    """A line on a work that makes one ask about its method."""

    doubt: ScienceDoubt
    place: Place


@dataclass(frozen=True, slots=True)
class ProjectReview:
    """What one work shows on paper. `stages` are ids of stages of the pipeline, in its order, with the first line that
    shows each; `use` is a line that says who uses it or how often it runs; `practice_set` is a data set of tutorials;
    `skills` are those its lines speak for, implied ones too; `missing` says what it leaves out, `doubts` what an
    interviewer will ask about it, `more` gives all lines of a job that name data or a result, `entrusted` whether its
    data are those of other people, `number` its entry, `unnamed` whether its title names no work: a course that was
    attended, or the rest of a sentence, `given_up` whether it was not gone on with by its own words,
    `shared` whether it is the work of a group, `taught` whether all of a class have built its like: one
    on data that they have collected and tell of is their own; `of_team` whether it is both of a class and of a group.
    """

    kind: EntryKind
    title: str
    place: Place
    stages: Mapping[str, Place]
    data: Place | None
    practice_set: Place | None
    result: Place | None
    link: Place | None
    use: Place | None
    skills: tuple[str, ...]
    strong: bool
    missing: tuple[str, ...]
    more: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    doubts: tuple[Doubted, ...] = ()
    entrusted: bool = False
    number: int | None = None
    unnamed: bool = False
    given_up: bool = False
    shared: bool = False
    taught: bool = False
    of_team: bool = False

    @property
    def is_practice(self) -> bool:
        """Whether it is on data of tutorials, no work by its title, or given up: nobody goes on with it."""
        return self.practice_set is not None or self.unnamed or self.given_up

    @property
    def is_work(self) -> bool:
        """Whether there is a work to speak of: a list of courses is none, one stage is only what they teach."""
        stages, signs = self.worth
        return not self.unnamed or stages > 1 or signs > 0

    @property
    def in_doubt(self) -> bool:
        """Whether its method is in question so that it is measured anew before anything is added."""
        return any(not one.doubt.mild for one in self.doubts)

    @property
    def can_go_on(self) -> bool:
        """Whether more can be made of it: neither of practice nor of what a job gave to the world."""
        return self.number is not None and not self.is_practice

    def proofs(self, asked: str, rules: PortfolioRules) -> tuple[Place, ...]:
        """The lines that show what a criterion asks for: one of a project; a job holds many works, so there each
        counts.
        """
        first = self.shows(asked, rules)
        return self.more.get(asked, (first,) if first else ())

    def shows(self, asked: str, rules: PortfolioRules) -> Place | None:
        """The line that shows what a criterion asks for, or the title's where the work as a whole does; else None."""
        if asked == "strong":
            return self.place if self.strong else None
        if asked == "use":  # what is strong at a job is used there
            return self.use or (self.place if self.strong else None)
        if asked == "pipeline":
            return self.place if len(self.stages) == len(rules.stages) else None
        signs = {"data": self.data, "result": self.result, "link": self.link}
        return signs[asked] if asked in signs else self.stages.get(asked)

    @property
    def worth(self) -> tuple[int, int]:
        """Stages and signs that it shows: the more, the closer to a strong project."""
        return len(self.stages), sum(sign is not None for sign in (self.data, self.result, self.link))


@dataclass(frozen=True, slots=True)
class CriterionVerdict:
    """How many works meet a criterion, the lines that say so, and what to do where they are too few."""

    criterion: Criterion
    count: int
    proofs: tuple[Place, ...]
    suggestion: str | None

    @property
    def met(self) -> bool:
        """Whether enough works meet it."""
        return self.count >= self.criterion.least


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The review: projects in reading order, jobs and internships of the field, projects of other fields with a link,
    titles of those without one, verdicts.
    """

    projects: tuple[ProjectReview, ...]
    at_work: tuple[ProjectReview, ...]
    linked_projects: tuple[ProjectReview, ...]
    other_projects: tuple[str, ...]
    criteria: tuple[CriterionVerdict, ...]

    @property
    def works(self) -> tuple[ProjectReview, ...]:
        """The projects, and what was done at jobs."""
        return (*self.projects, *self.at_work)

    @property
    def shared(self) -> frozenset[int]:
        """The numbers of the entries that are the work of a group."""
        return frozenset(one.number for one in self.projects if one.shared and one.number is not None)

    @property
    def strong(self) -> int:
        """How many projects are strong."""
        return sum(project.strong for project in self.projects)

    @property
    def practice(self) -> frozenset[int]:
        """The numbers of the entries with which nobody goes on."""
        return frozenset(one.number for one in self.projects if one.is_practice and one.number is not None)

    def not_gone_on_with(self, *, studies: bool) -> frozenset[int]:
        """The numbers of the entries that are of practice or measured anew first; and, of who has left the class, those
        that it had its teams build.
        """
        teams = (one.number for one in self.projects if one.of_team and not studies)
        return self.practice | self.in_doubt | frozenset(number for number in teams if number is not None)

    @property
    def own_questions(self) -> frozenset[int]:
        """The numbers of the projects that train a model on data which their writer has collected: they go on, whatever
        they are written in, before another one is set up.
        """
        able = (one for one in self.projects if not one.is_practice and not one.in_doubt and not one.shared)
        asked = (one for one in able if {"collection", "training"} <= one.stages.keys())
        return frozenset(one.number for one in asked if one.number is not None)

    @property
    def taught(self) -> frozenset[int]:
        """The numbers of the projects that all of a class have built alike."""
        return frozenset(one.number for one in self.projects if one.taught and one.number is not None)

    @property
    def open_questions(self) -> frozenset[int]:
        """The numbers of the projects that name their data and train no model on them: a next project takes them up."""
        able = (
            one for one in self.projects if one.can_go_on and not one.in_doubt and not one.shared and not one.taught
        )
        asked = (one for one in able if one.data is not None and "training" not in one.stages)
        return frozenset(one.number for one in asked if one.number is not None)

    @property
    def in_doubt(self) -> frozenset[int]:
        """The numbers of the projects of whose method a reader asks: they are measured anew before they grow."""
        return frozenset(one.number for one in self.projects if one.in_doubt and one.number is not None)

    @property
    def doubts(self) -> tuple[tuple[int, str], ...]:
        """Each open question of method: the number of its entry, and its id."""
        works = [one for one in self.works if one.number is not None]
        return tuple((one.number, each.doubt.id) for one in works if one.number is not None for each in one.doubts)

    def seen_by(self, *, by_work: bool) -> Portfolio:
        """The review with the criteria that somebody is judged by: who has worked for years, by what that work tells in
        place of projects beside it.
        """
        replaced = {one.criterion.instead_of for one in self.criteria}
        left_out = replaced if by_work else {one.criterion.id for one in self.criteria if one.criterion.instead_of}
        return replace(self, criteria=tuple(one for one in self.criteria if one.criterion.id not in left_out))
