"""The texts and rules by which the portfolio is reviewed and advice is worded."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator

from gapcheck.taxonomy.models.vocabulary import Level, _Strict


class AdviceTexts(_Strict):
    """What is said about lines that could show more: by kinds of wins, and of what is only `studied` or `certified`.
    `quiz_passed` is the share of answers that passes a level.
    """

    source: tuple[str, ...]
    as_of: date
    most_of_each: dict[str, int]
    alike_in_price: float = Field(ge=1)
    results: tuple[str, ...]
    quiz_passed: float = Field(gt=0, le=1)
    quick_wins: dict[str, str]
    show_where: str
    show_new: str
    use_where: str
    use_new: str
    lifts: str
    implied_by: str
    such_as: str


class PipelineStage(_Strict):
    """One stage of a machine-learning project, and the skills and phrases that show it; where `needs` names skills, in
    works that show one of these only.
    """

    id: str
    name: str
    needs: tuple[str, ...] = ()
    skills: tuple[str, ...]
    phrases: tuple[str, ...] = ()


class Amounts(_Strict):
    """What is counted: a number of at least `least` before one of the nouns."""

    least: float = Field(ge=0)
    nouns: tuple[str, ...]


class DataAmounts(_Strict):
    """What tells how much data there was: a number of at least `least` before one of the units, or before a noun in
    the plural that is none of `not_data`; `spans` are lengths of time ("years of") that count unless one of the words
    `not_before` follows.
    """

    least: float = Field(ge=0)
    units: frozenset[str]
    not_data: frozenset[str]
    spans: tuple[str, ...]
    not_before: tuple[str, ...]


class DataSigns(_Strict):
    """What shows that a project used real data. `practice_sets` are the data sets of tutorials, which do not; at a job
    so many people `in_use` of it do.
    """

    name: str
    amounts: DataAmounts
    in_use: frozenset[str]
    phrases: tuple[str, ...]
    practice_sets: tuple[str, ...]


class ReleaseSigns(_Strict):
    """Words of a thing that was given to the world: the deed, and the thing."""

    deeds: tuple[str, ...]
    things: tuple[str, ...]


class ResultSigns(_Strict):
    """What shows a result: a figure in the same clause as a measure, or an amount. A figure is a percentage, a decimal
    number, a number before one of the units, or one behind each of the two words of `change`: `from 61 to 38`.
    """

    name: str
    measures: tuple[str, ...]
    units: tuple[str, ...]
    change: tuple[str, str]
    amounts: Amounts


class UseSigns(_Strict):
    """What shows that a work is used: `phrases` of who does and how often it runs, or so many people. An amount behind
    one of the words `not_of` counts data: `clicks of 40,000 users`.
    """

    phrases: tuple[str, ...]
    amounts: Amounts
    not_of: frozenset[str]


class LinkSigns(_Strict):
    """Words of a link to code or to a demo."""

    name: str
    amounts: Amounts
    phrases: tuple[str, ...]


class StrongProject(_Strict):
    """What makes a project strong: stages of the pipeline that it shows, and how many of data, result and link."""

    stages: int = Field(ge=1)
    signs: int = Field(ge=0, le=3)


_SAID_OF_IT = re.compile(r"\s?[(,:|–—]|\s-\s")


def _template(*names: str) -> BeforeValidator:
    """A check that a text has no other words in braces than these."""

    def checked(value: object) -> object:
        if isinstance(value, str):
            try:
                value.format(**dict.fromkeys(names, ""))
            except (KeyError, IndexError, ValueError) as error:
                known = ", ".join(f"{{{name}}}" for name in names)
                raise ValueError(f"braces that mean nothing here: use only {known}") from error
        return value

    return BeforeValidator(checked)


class ScienceDoubt(_Strict):
    """What an interviewer will take apart: a line that holds one of `signs` and one of `together` (any line of the
    work, with `anywhere`), unless a line of the work holds one of `unless`; and what to `ask` its writer. Where it is
    `void`, the work shows nothing of the skill; where it is `mild`, the work goes on while it is measured anew.
    """

    id: str
    signs: tuple[str, ...] = Field(min_length=1)
    together: tuple[str, ...] = ()
    anywhere: bool = False
    unless: tuple[str, ...] = ()
    void: bool = False
    mild: bool = False
    ask: str


class Criterion(_Strict):
    """One thing that reviewers of a portfolio look for: how many projects at least show it.

    `asks` is what a project has to be or to show: `strong`, `pipeline` (all stages), `data`, `result`, `link`, `use`,
    or one stage by its id. With `at_work` a job or internship that shows it counts as well. `advice` speaks of the
    project that comes closest, `entrusted` where its data are those of other people, `otherwise` is said where there
    is none. One that stands `instead_of` another is for who has worked for years, and looks at works at jobs alone.
    """

    id: str
    name: str
    asks: str
    least: int = Field(ge=1)
    most: int | None = Field(None, ge=1)
    at_work: bool = False
    instead_of: str | None = None
    advice: Annotated[str, _template("project", "missing")]
    entrusted: Annotated[str, _template("project")] | None = None
    otherwise: str
    source: str


class ProjectIdea(_Strict):
    """A project to build: what, with which kind of data, and the skills that its description would show. Who has used
    one of `core` has built its like, who is advanced in one of `beyond` is past it, and it is for who has used one of
    `builds_on`; `suits` is how well it suits most people; `on` is the kind of its data, `fits` are situations of people
    whom it takes a step on from what they do, `asked` skills of which a role asks for one where it is a
    project, `built_by` those that a work on data of no tutorial shows who has built its like,
    `leaves` of those who want to leave such work; without `once_published` it shows nothing more of who has published;
    with `goes_on` it makes more of a model that is there; without
    `any_field` its data are those of one field alone.
    """

    id: str
    title: str
    build: str
    data: str
    skills: tuple[str, ...] = Field(min_length=4, max_length=12)
    core: frozenset[str] = frozenset()
    builds_on: frozenset[str] = frozenset()
    beyond: frozenset[str] = frozenset()
    asked: frozenset[str] = frozenset()
    built_by: frozenset[str] = frozenset()
    suits: float = Field(1, gt=0, le=1)
    on: str | None = None
    fits: frozenset[str] = frozenset()
    leaves: frozenset[str] = frozenset()
    once_published: bool = True
    goes_on: bool = False
    any_field: bool = True

    def is_for(self, used: Collection[str]) -> bool:
        """Whether it is a next project for who has used these skills: neither done already nor out of their field."""
        return self.core.isdisjoint(used) and (not self.builds_on or not self.builds_on.isdisjoint(used))

    def is_behind(self, levels: Mapping[str, Level]) -> bool:
        """Whether it is a project for beginners in what somebody with these levels is advanced in."""
        return any(levels.get(skill) is Level.advanced for skill in self.beyond)


class WorkField(_Strict):
    """A field of work that people bring along: the words that tell it, its data by their kind, and words of the people
    whose `records` it keeps.
    """

    id: str
    name: str
    words: tuple[str, ...] = Field(min_length=1)
    data: dict[str, str]
    people: tuple[str, ...] = ()
    records: tuple[str, ...] = ()


class PortfolioRules(_Strict):
    """How a portfolio is reviewed, and projects to add to it. Somebody's field is the one of which `field_words` words
    stand in the job that goes on, if it has for `field_months`, else in all of their jobs. A work whose name ends in
    one of `courses`, holds one of `studies` or is one word of `studying` is a course that was attended; one that opens
    by what was `followed` is a work of others done again.
    """

    source: tuple[str, ...]
    as_of: date
    kinds: tuple[str, ...]
    open_source: tuple[str, ...]
    shared: tuple[str, ...]
    own_part: tuple[str, ...]
    of_class: tuple[str, ...]
    subjects: tuple[str, ...]
    others: tuple[str, ...]
    scales: dict[str, float]
    stages: tuple[PipelineStage, ...] = Field(min_length=1)
    data: DataSigns
    results: ResultSigns
    links: LinkSigns
    use: UseSigns
    released: ReleaseSigns
    courses: frozenset[str]
    studies: tuple[str, ...]
    followed: tuple[str, ...]
    studying: frozenset[str]
    strong: StrongProject
    doubts_about: str
    doubts: tuple[ScienceDoubt, ...]
    criteria: tuple[Criterion, ...]
    field_words: int = Field(ge=1)
    field_months: int = Field(ge=1)
    fields: tuple[WorkField, ...]
    ideas: tuple[ProjectIdea, ...]

    def is_course(self, title: str) -> bool:
        """Whether a name, before what is said of it, is that of a course or of what is studied, or no more than a word
        for it.
        """
        name = _SAID_OF_IT.split(title, maxsplit=1)[0].lower().split()
        if any(f" {one} " in f" {' '.join(name)} " for one in self.studies):
            return True
        return bool(name) and (name[-1] in self.courses or (len(name) == 1 and name[0] in self.studying))

    @model_validator(mode="after")
    def _asks_are_known(self) -> PortfolioRules:
        known = ["strong", "pipeline", "data", "result", "link", "use", *(stage.id for stage in self.stages)]
        for criterion in self.criteria:
            if criterion.asks not in known:
                raise ValueError(f"{criterion.id} asks for {criterion.asks}: write one of {', '.join(known)}")
        return self
