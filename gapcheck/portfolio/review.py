"""The works on a resume → a review of each project, and a verdict on the portfolio by the criteria of the data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from gapcheck.portfolio.amounts import AmountFinder
from gapcheck.portfolio.links import is_linked, links_below
from gapcheck.portfolio.model import CriterionVerdict, Doubted, Portfolio, ProjectReview
from gapcheck.portfolio.sentences import goes_on_from, sentences
from gapcheck.resume import Entry, EntryKind, Item, Place, Resume
from gapcheck.skills import SkillEvidence
from gapcheck.skills.since import given_up
from gapcheck.taxonomy import PHRASED, Criterion, SectionKind, Taxonomy
from gapcheck.text.claims import Claims, Hit
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of

_DATA, _PRACTICE, _SPAN = "data", "practice set", "span of data"
_MEASURE, _REACH, _LINK, _OPEN_SOURCE = "measure", "reach", "link", "open source"
_RELEASED, _THING, _STARS = "released", "thing", "stars"
_USED, _USERS, _SHARED, _OWN_PART = "used", "users", "shared", "own part"
_STAGE, _SIGN, _TOGETHER, _UNLESS = "stage ", "sign ", "together ", "unless "
_TRAINED, _DEPLOYED, _STRONG = "training", "deployment", "strong"
_LONGEST_NAME = 48
_BEFORE = 60  # characters that are looked at for the number before a noun
_SkillsOfLines = defaultdict[tuple[int, int], set[str]]
"""The skills that each line (page, number) speaks for, implied ones too."""
_BULLETS = "•◦▪·*–- "
_CLAUSE_END = re.compile(r"[;!?\t\n•]|\.(?=\s|$)")


class PortfolioReader:
    """Reviews resumes by the rules of one taxonomy; build it once, use it for many."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._rules = rules = taxonomy.portfolio
        self._taxonomy = taxonomy
        self._speak_of_work = frozenset(one.id for one in taxonomy.skills.values() if one.category != PHRASED)
        self._kinds = frozenset(EntryKind(kind) for kind in rules.kinds)
        self._index = Claims(
            {
                **{_STAGE + stage.id: stage.phrases for stage in rules.stages},
                _DATA: rules.data.phrases,
                _PRACTICE: rules.data.practice_sets,
                _SPAN: rules.data.amounts.spans,
                _MEASURE: rules.results.measures,
                _REACH: rules.results.amounts.nouns,
                _LINK: rules.links.phrases,
                _STARS: rules.links.amounts.nouns,
                _OPEN_SOURCE: rules.open_source,
                _SHARED: rules.shared,
                _OWN_PART: rules.own_part,
                _RELEASED: rules.released.deeds,
                _THING: rules.released.things,
                _USED: rules.use.phrases,
                _USERS: rules.use.amounts.nouns,
                **{f"{_SIGN}{one.id}": one.signs for one in rules.doubts},
                **{f"{_TOGETHER}{one.id}": one.together for one in rules.doubts if one.together},
                **{f"{_UNLESS}{one.id}": one.unless for one in rules.doubts if one.unless},
            },
            taxonomy.context.cues,
            rules.others,
        )
        units = "|".join(map(re.escape, sorted(rules.results.units, key=len, reverse=True)))
        with_unit, decimal = rf"\d[\d.,]*+\s?(?:%|(?:{units})(?!\w))", r"(?<![\w.,@-])\d*\.\d+(?!\w|\.\d)"
        before, after = map(re.escape, rules.results.change)
        between = rf"\s?(?:(?:%|{units}|\d+|\w+)\s?){{0,2}}\s"  # "from 82 % to 97", "from 2 h 40 to 25"
        change = rf"(?<!\w){before}\s\d[\d.,]*+(?:\s(?:\w+\s)?|{between}){after}\s\d"
        self._figure = re.compile(f"{with_unit}|{decimal}|{change}", re.IGNORECASE)
        self._change = re.compile(rf"{change}[\d.,]*+\s?(?:%|(?:{units})(?!\w))", re.IGNORECASE)
        self._amounts = AmountFinder(rules)
        self._taught: Phrases[str] = Phrases([("class", rules.of_class)])
        self._followed: Phrases[str] = Phrases([("followed", rules.followed)])
        numbers = "|".join(taxonomy.levels.number_words)
        self._span = re.compile(rf"\b(?:\d+|{numbers})\s+(?:\w+\s+)?$", re.IGNORECASE)

    def review(self, resume: Resume, skills: Iterable[SkillEvidence], entrusted: Collection[int] = ()) -> Portfolio:
        """The review of the works on a resume; `skills` is what the resume shows, `entrusted` are the numbers of the
        entries whose data are those of other people.
        """
        lines = _skills_of_lines(skills)
        links = links_below(resume)
        projects: list[ProjectReview] = []
        at_work: list[ProjectReview] = []
        linked: list[ProjectReview] = []
        others: list[str] = []
        degree = frozenset[str]()  # what the degree right above tells: a thesis below it is of its field
        entries = [entry for _, entry in resume.entries()]
        sections = [section for section, _ in resume.entries()]
        for number, (before, entry) in enumerate(zip([None, *entries], entries, strict=False)):
            # What stands among the projects is one, whoever it was done with.
            at_club = entry.kind is EntryKind.activity and sections[number].kind is SectionKind.projects
            own = entry.kind in self._kinds or at_club
            shown = frozenset[str]().union(*(lines[_key(place)] for item in entry.items for place in item.places))
            of_field = not self._taxonomy.of_field.isdisjoint(
                shown | degree if entry.kind is EntryKind.thesis else shown
            )
            degree = shown if entry.kind is EntryKind.education else frozenset()
            if entry.kind is EntryKind.publication:
                projects += self._released(entry, lines)
            if not (own or entry.kind.is_work or entry.kind is EntryKind.activity):
                continue
            if not (of_field or own):
                continue
            hits = [(item, hit) for item in entry.items for hit in self._index.hits(item.text)]
            if not of_field:
                review = self._review(entry, hits, lines, links.get(number))
                if review.link or review.use:
                    linked.append(replace(review, strong=False, missing=(), doubts=()))
                elif entry.kind is not EntryKind.competition:  # an award for something else is no work
                    others.append(entry.title)
                continue
            if own or entry.kind.is_work or any(hit.key == _OPEN_SOURCE for _, hit in hits):
                review = self._review(entry, hits, lines, links.get(number))
                is_followed = bool(self._followed.everywhere(tokens_of(entry.items[0].text)))
                unnamed = self._rules.is_course(entry.title) or is_followed or goes_on_from(before, entry)
                limits = self._taxonomy.levels.strength.limits
                told = {hit.key for _, hit in hits}
                shared = own and _SHARED in told and _OWN_PART not in told
                of_class = own and self._is_of_class(sections[number].heading, entry.title)
                has_own_data = "collection" in review.stages and review.data is not None
                review = replace(
                    review,
                    entrusted=number in entrusted and not entry.kind.is_work,
                    number=number,
                    unnamed=unnamed,
                    given_up=own and any(given_up(item.text, limits) for item in entry.items),
                    shared=shared,
                    taught=of_class and not has_own_data,
                    of_team=shared and of_class,
                    strong=review.strong and not (shared and of_class),
                )
                (at_work if entry.kind.is_work else projects).append(review)
            if entry.kind.is_work:
                projects += self._released(entry, lines)
        verdicts = tuple(self._verdict(one, projects, at_work, linked) for one in self._rules.criteria)
        return Portfolio(tuple(projects), tuple(at_work), tuple(linked), tuple(others), verdicts)

    def _is_of_class(self, *texts: str) -> bool:
        """Whether the heading or the title of a project tells that a class had it to do."""
        return any(self._taught.everywhere(tokens_of(one)) for one in texts)

    def _released(self, entry: Entry, lines: _SkillsOfLines) -> Iterator[ProjectReview]:
        """The works of one's own inside a job, or among papers: each a sentence on a thing that was given to the world,
        with its size, who took it up, or where it lies. It is called by the thing, for it has no name, or by the words
        before its colon that tell what it is of.
        """
        told = entry.items if entry.kind is EntryKind.publication else entry.items[1:]
        for item in (sentence for whole in told for sentence in sentences(whole)):
            of_it = [(item, hit) for hit in self._index.hits(item.text)]
            things = [hit for _, hit in of_it if hit.key == _THING]
            if not things or not any(hit.key == _RELEASED or self._is_starred(item, hit) for _, hit in of_it):
                continue
            thing = item.text[things[0].start : things[0].end]
            label, colon, _ = item.text.partition(":")
            is_called = bool(colon) and things[0].end <= len(label) <= _LONGEST_NAME
            title = label.strip(_BULLETS) if is_called else f"{thing.capitalize()} from {entry.title}"
            review = self._review(replace(entry, title=title, items=(item,)), of_it, lines, None)
            if review.link or review.result or review.data:
                yield replace(review, kind=EntryKind.project, more={})

    def _review(
        self, entry: Entry, hits: Sequence[tuple[Item, Hit]], lines: _SkillsOfLines, bare_link: Place | None
    ) -> ProjectReview:
        rules = self._rules
        places = [place for item in entry.items for place in item.places]
        skills = frozenset().union(*(lines[_key(place)] for place in places))
        stages = {
            stage.id: proof
            for stage in rules.stages
            if not (stage.needs and skills.isdisjoint(stage.needs))
            and (proof := _skill_line(places, lines, stage.skills) or _first(hits, _STAGE + stage.id))
        }
        practice_set = _first(hits, _PRACTICE)
        all_data = () if practice_set else tuple(_one_a_line(self._data(entry, hits, lines)))
        all_results = tuple(_one_a_line(self._results(entry, hits)))
        data, result = next(iter(all_data), None), next(iter(all_results), None)
        link = _first(hits, _LINK) or bare_link or next((place for place in places if is_linked(place)), None)
        link = link or next((item.place_at(hit.start) for item, hit in hits if self._is_starred(item, hit)), None)
        doubts = tuple(self._doubts(hits))
        signs = {rules.data.name: data, rules.results.name: result, rules.links.name: link}
        return ProjectReview(
            kind=entry.kind,
            title=entry.title,
            place=places[0],
            stages=stages,
            data=data,
            practice_set=practice_set,
            result=result,
            link=link,
            use=next(self._uses(entry, hits, lines), None),
            skills=tuple(sorted(skills)),
            strong=not doubts
            and len(stages) >= rules.strong.stages
            and sum(sign is not None for sign in signs.values()) >= rules.strong.signs,
            missing=(
                *(stage.name for stage in rules.stages if stage.id not in stages),
                *(name for name, sign in signs.items() if sign is None),
            ),
            more={"data": all_data, "result": all_results} if entry.kind.is_work else {},
            doubts=doubts,
        )

    def _is_starred(self, item: Item, hit: Hit) -> bool:
        """Whether a hit counts what only code has that is open to all: `310 stars`, `31 open issues`."""
        least = self._rules.links.amounts.least
        return hit.key == _STARS and self._amounts.before(item.text, hit.start)[0] >= least

    def _doubts(self, hits: Sequence[tuple[Item, Hit]]) -> Iterator[Doubted]:
        """What the words of a work make one ask about its method."""
        for one in self._rules.doubts:
            signs, together, unless = (
                [(item, hit) for item, hit in hits if hit.key == f"{key}{one.id}"]
                for key in (_SIGN, _TOGETHER, _UNLESS)
            )
            fitting = together if one.together else signs
            found = [
                (item, hit)
                for item, hit in fitting
                if signs and (one.anywhere or any(item is each for each, _ in signs))
            ]
            if found and not unless:
                item, hit = found[0]
                yield Doubted(one, item.place_at(hit.start))

    def _data(self, entry: Entry, hits: Sequence[tuple[Item, Hit]], lines: _SkillsOfLines) -> Iterator[Place]:
        """Lines that name a source or a size of data, at a job only such as show a skill or tell of a thing that was
        given away; of a job also how many use what it made, or which share of what came in that took.
        """
        rules, at_work = self._rules.data, entry.kind.is_work
        given = {id(item) for item, hit in hits if hit.key == _RELEASED}
        for item in entry.items:
            amounts = list(self._amounts.shares(item.text)) if at_work else []
            if not at_work or id(item) in given or any(lines[_key(place)] for place in item.places):
                amounts += self._amounts.of_data(item.text)
            holds = self._index.hold(item.text, [(one.start, one.end) for one in amounts])
            yield from (item.place_at(one.start) for one, held in zip(amounts, holds, strict=True) if held)
        for item, hit in hits:
            if hit.key == _DATA:
                yield item.place_at(hit.start)
            elif at_work and hit.key == _REACH and item.text[hit.start : hit.end].lower() in rules.in_use:
                number, start = self._amounts.before(item.text, hit.start)
                if number >= rules.amounts.least:
                    yield item.place_at(start)
            elif (
                hit.key == _SPAN
                and self._span.search(item.text, max(0, hit.start - _BEFORE), hit.start)
                and not item.text[hit.end :].lstrip().lower().startswith(rules.amounts.not_before)
            ):
                yield item.place_at(hit.start)

    def _results(self, entry: Entry, hits: Sequence[tuple[Item, Hit]]) -> Iterator[Place]:
        """Lines that give a measure with a figure in the same clause, tell from how much to how much something went,
        or say how many it reached.
        """
        least = self._rules.results.amounts.least
        for item in entry.items:
            changes = [found.span() for found in self._change.finditer(item.text)]
            holds = self._index.hold(item.text, changes)
            yield from (item.place_at(start) for (start, _), held in zip(changes, holds, strict=True) if held)
        for item, hit in hits:
            measured = hit.key == _MEASURE and self._figure.search(*_clause(item.text, hit))
            if measured or (hit.key == _REACH and self._amounts.before(item.text, hit.start)[0] >= least):
                yield item.place_at(hit.start)

    def _uses(self, entry: Entry, hits: Sequence[tuple[Item, Hit]], lines: _SkillsOfLines) -> Iterator[Place]:
        """Lines that say who uses what was made, or how often it runs; of a job those that show a skill of a trade."""
        rules = self._rules.use
        for item, hit in hits:
            of_it = frozenset[str]().union(*(lines[_key(place)] for place in item.places))
            if entry.kind.is_work and of_it.isdisjoint(self._speak_of_work):
                continue
            number, start = self._amounts.before(item.text, hit.start) if hit.key == _USERS else (0, hit.start)
            source = item.text[:start].lower().split()[-1:]
            if hit.key == _USED or (number >= rules.amounts.least and rules.not_of.isdisjoint(source)):
                yield item.place_at(hit.start)

    def _verdict(
        self,
        criterion: Criterion,
        projects: Sequence[ProjectReview],
        at_work: Sequence[ProjectReview],
        linked: Sequence[ProjectReview],
    ) -> CriterionVerdict:
        works = [*projects, *at_work] if criterion.at_work else projects
        if criterion.asks == _LINK:  # code is code, whatever it is about
            works = [*works, *(one for one in linked if self._is_of_code(one))]
        proofs = tuple(_one_a_line(proof for work in works for proof in work.proofs(criterion.asks, self._rules)))
        if len(proofs) >= criterion.least:
            return CriterionVerdict(criterion, len(proofs), proofs, None)
        own = at_work if criterion.instead_of else [one for one in projects if one.can_go_on]
        # A work without a model has nothing that others could try.
        own = [one for one in own if _TRAINED in one.stages] if criterion.asks == _DEPLOYED else own
        own = [one for one in own if one.kind is not EntryKind.thesis or len(one.stages) > 1]
        # What a class had its teams build gets no strong work by a further line.
        own = [one for one in own if not (one.of_team and criterion.asks == _STRONG)]
        lacking = [work for work in own if work.stages and not work.shows(criterion.asks, self._rules)]
        closest = max(lacking, key=lambda project: (not project.shared, project.worth), default=None)
        advice = (closest and closest.entrusted and criterion.entrusted) or criterion.advice
        suggestion = (
            advice.format(project=_name(closest.title), missing=", ".join(self._missing(closest, criterion)))
            if closest
            else criterion.otherwise
        )
        return CriterionVerdict(criterion, len(proofs), proofs, suggestion)

    def _is_of_code(self, work: ProjectReview) -> bool:
        languages = self._taxonomy.entry_words.language_categories
        return any(self._taxonomy.skills[one].category in languages for one in work.skills)

    def _missing(self, project: ProjectReview, criterion: Criterion) -> tuple[str, ...]:
        """Names of what the project does not show; for the whole pipeline only stages."""
        names = {stage.name for stage in self._rules.stages}
        return tuple(name for name in project.missing if criterion.asks != "pipeline" or name in names)


def _one_a_line(places: Iterable[Place]) -> Iterable[Place]:
    """The first place of each line."""
    found: dict[tuple[int, int], Place] = {}
    for place in places:
        found.setdefault(_key(place), place)
    return found.values()


def _name(title: str) -> str:
    """A title without the tools after it, at most 48 characters."""
    name = title.partition(" | ")[0].replace(" ,", ",")
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _key(place: Place) -> tuple[int, int]:
    return place.page, place.line.number


def _first(hits: Iterable[tuple[Item, Hit]], key: str) -> Place | None:
    return next((item.place_at(hit.start) for item, hit in hits if hit.key == key), None)


def _clause(text: str, hit: Hit) -> tuple[str, int, int]:
    """The text with the start and the end of the clause in which a phrase stands."""
    before = [mark.end() for mark in _CLAUSE_END.finditer(text, 0, hit.start)]
    after = _CLAUSE_END.search(text, hit.end)
    return text, before[-1] if before else 0, after.start() if after else len(text)


def _skills_of_lines(skills: Iterable[SkillEvidence]) -> _SkillsOfLines:
    found: _SkillsOfLines = defaultdict(set)
    for one in skills:
        for line in one.evidence:
            found[line.page, line.line].add(one.skill)
    return found


def _skill_line(places: Iterable[Place], lines: _SkillsOfLines, wanted: Iterable[str]) -> Place | None:
    """The first of the places that speaks for one of the skills."""
    asked = frozenset(wanted)
    return next((place for place in places if asked & lines[_key(place)]), None)
