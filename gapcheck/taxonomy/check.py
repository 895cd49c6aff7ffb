"""What is wrong or doubtful in the data, beyond the shape of each file: ids, circles, claims, dates, addresses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, timedelta

from gapcheck.taxonomy.catalogue import Catalogue
from gapcheck.taxonomy.models.market import Market
from gapcheck.taxonomy.models.skills import Alias, Skill
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.models.vocabulary import Level
from gapcheck.taxonomy.problem import Problem, Severity
from gapcheck.taxonomy.records import Origin

_WAYS = 2  # resources that a skill of a profile has at least
_FRESH = 548  # days, about 18 months, after which a certification is not recommended on old facts


def problems(catalogue: Catalogue, taxonomy: Taxonomy, *, today: date, max_age: int) -> list[Problem]:
    """All problems; facts older than `max_age` days are warnings."""
    if structure := list(_structure(catalogue, taxonomy)):
        return structure  # the rest can't be computed
    return [
        *_claims(catalogue, taxonomy),
        *_levels_out_of_reach(catalogue, taxonomy),
        *_hours(catalogue, taxonomy),
        *_ways_to_learn(catalogue, taxonomy),
        *_certification_needs(catalogue, taxonomy),
        *_recommended(catalogue, taxonomy, today),
        *_successors(catalogue, taxonomy),
        *_addresses(catalogue, taxonomy),
        *_dates(catalogue, taxonomy, today, max_age),
    ]


def first_error(catalogue: Catalogue, taxonomy: Taxonomy) -> Problem | None:
    """The first problem without which nothing can be computed: an unknown id or a circle."""
    return next(_structure(catalogue, taxonomy), None)


def _error(origin: Origin, message: str) -> Problem:
    return Problem(Severity.error, origin, message)


def _structure(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    yield from _unknown_ids(catalogue, taxonomy)
    yield from _unknown_in_portfolio(catalogue, taxonomy)
    yield from _unknown_in_market(catalogue, taxonomy)
    yield from _unknown_in_gaps(catalogue, taxonomy)
    for name, onward in _RELATIONS.items():
        if circle := _circle(taxonomy, onward):
            way = " → ".join(circle)
            yield _error(catalogue.skills[circle[0]].origin.at(name), f"{name} go in a circle, {way}: remove one")


def _unknown_ids(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    for skill in taxonomy.skills.values():
        origin = catalogue.skills[skill.id].origin
        for name, onward in _RELATIONS.items():
            for other in onward(skill):
                if other not in taxonomy.skills:
                    yield _error(origin.at(name), f"there is no skill {other}: correct the id or add the skill")
        for alias in (*skill.aliases, *skill.signs):
            for other in alias.with_:
                if other not in taxonomy.skills:
                    yield _error(origin, f"“{alias.text}” asks for {other}, which is no skill: correct the id")
    for profile in taxonomy.profiles.values():
        origin = catalogue.profiles[profile.id].origin
        for index, rule in enumerate(profile.requirements):
            for other in rule.any_of:
                if other not in taxonomy.skills:
                    own = _own_requirement(catalogue, profile.id, rule.id)
                    yield _error(origin.at("requirements", own if own is not None else index),
                                 f"{rule.id}: there is no skill {other}: correct the id or add the skill")  # fmt: skip
    for certification in taxonomy.certifications:
        for other in certification.skills:
            if other not in taxonomy.skills:
                place = _certification(catalogue, certification.id).at("skills")
                yield _error(place, f"{certification.id}: there is no skill {other}: correct the id or add the skill")


def _unknown_in_portfolio(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    rules = taxonomy.portfolio
    named = [
        (catalogue.single["portfolio"].origin.at("subjects"), "subjects", rules.subjects),
        *((_item(catalogue, "stages", one.id), one.id, (*one.needs, *one.skills)) for one in rules.stages),
        *((_item(catalogue, "ideas", one.id), one.id, one.skills) for one in rules.ideas),
    ]
    for origin, name, skills in named:
        for skill in skills:
            if skill not in taxonomy.skills:
                yield _error(origin, f"{name}: there is no skill {skill}: correct the id or add the skill")


def _unknown_in_gaps(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    origin, layout = catalogue.single["gaps"].origin, taxonomy.gaps
    named = [
        *(("areas", number, area.skills) for number, area in enumerate(layout.areas)),
        *(
            ("sure", number, (*rule.skills, *sorted(rule.by | rule.beside | rule.named)))
            for number, rule in enumerate(layout.sure)
        ),
    ]
    for key, number, skills in named:
        for skill in sorted(skills):
            if skill not in taxonomy.skills:
                yield _error(origin.at(key, number), f"there is no skill {skill}: correct the id or add the skill")
    for area in sorted(layout.last - {one.id for one in layout.areas}):
        yield _error(origin.at("last"), f"there is no area {area}: correct the id")


def _item(catalogue: Catalogue, key: str, item: str) -> Origin:
    return catalogue.origin_in("portfolio", key, item).at("skills")


def _unknown_in_market(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Ids of skills, categories, criteria, profiles and stages in the facts that a report draws on."""
    known: dict[str, Collection[str]] = {
        "skill": taxonomy.skills,
        "category": taxonomy.categories,
        "criterion": {one.id for one in taxonomy.portfolio.criteria},
        "profile": taxonomy.profiles,
        "stage": {stage.id for stage in taxonomy.roadmap.stages},
        "situation": {one.id for one in taxonomy.market.situations.list},
        "fact": {f"{topic}.{name}" for topic, facts in taxonomy.market.model_dump().items() for name in facts},
    }
    origin = catalogue.single["market"].origin
    for steps, kind, names in _market_ids(taxonomy.market):
        for name in names:
            if name is not None and name not in known[kind]:
                yield _error(origin.at(*steps), f"there is no {kind} {name}: correct the id")


def _market_ids(market: Market) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str | None, ...]]]:
    """Where ids stand in the file, of what kind they are, and the ids."""
    yield ("titles", "from_stage"), "stage", (market.titles.from_stage,)
    yield ("titles", "timeline"), "profile", (market.titles.timeline,)
    yield ("titles", "of_research"), "profile", tuple(sorted(market.titles.of_research))
    for profile, heart in market.titles.hearts.items():
        yield ("titles", "hearts", profile), "profile", (profile,)
        yield ("titles", "hearts", profile), "skill", tuple(sorted(heart))
    for profile, core in market.titles.cores.items():
        yield ("titles", "cores", profile), "profile", (profile,)
        yield ("titles", "cores", profile), "skill", tuple(sorted({skill for one in core for skill in one.any_of}))
    for profile, asked in market.titles.newcomers.asked.items():
        place = ("titles", "newcomers", "asked", profile)
        yield place, "profile", (profile,)
        yield place, "skill", tuple(sorted({skill for one in asked for skill in one.any_of}))
    for key, titles in (("entry_level", market.titles.entry_level), ("by_stage", market.titles.by_stage)):
        for index, title in enumerate(titles):
            yield ("titles", key, index), "profile", (title.profile,)
            yield ("titles", key, index), "stage", (title.stage,)
    for index, situation in enumerate(market.situations.list):
        yield ("situations", "list", index, "openings"), "profile", tuple(one.profile for one in situation.openings)
        yield ("situations", "list", index, "begins"), "skill", tuple(sorted(situation.begins))
    yield ("situations", "analytic_needs"), "skill", tuple(sorted(market.situations.analytic_needs))
    for index, bridge in enumerate(market.situations.bridges):
        yield ("situations", "bridges", index, "begins"), "skill", bridge.begins
    for index, one in enumerate(market.specialisations.kinds):
        yield ("specialisations", "kinds", index), "profile", (one.profile,)
    yield ("salary_bands", "profiles"), "profile", market.salary_bands.profiles
    for index, band in enumerate(market.salary_bands.bands):
        yield ("salary_bands", "bands", index), "stage", band.stages
    for index, row in enumerate(market.career_path.pay):
        yield ("career_path", "pay", index), "profile", (row.profile,)
        yield ("career_path", "pay", index), "stage", row.stages
    for index, stage in enumerate(market.interview.stages):
        yield ("interview", "stages", index), "skill", stage.skills
        yield ("interview", "stages", index), "category", stage.categories
        yield ("interview", "stages", index), "criterion", stage.criteria
    for index, known in enumerate(market.good_to_know.list):
        yield ("good_to_know", "list", index), "situation", known.situations
        yield ("good_to_know", "list", index), "fact", known.facts
    for index, challenge in enumerate(market.challenges.list):
        if when := challenge.when:
            yield ("challenges", "list", index), "criterion", when.criteria
            yield ("challenges", "list", index), "skill", (when.no_work_in,)
            yield ("challenges", "list", index), "category", when.categories
            yield ("challenges", "list", index), "profile", when.profiles


def _own_requirement(catalogue: Catalogue, profile: str, rule: str) -> int | None:
    own = catalogue.profiles[profile].data.get("requirements") or []
    return next((index for index, item in enumerate(own) if item.get("id") == rule), None)


_RELATIONS: Mapping[str, Callable[[Skill], tuple[str, ...]]] = {
    "implies": lambda skill: skill.implies,
    "prerequisites": lambda skill: skill.prerequisites,
}


def _circle(taxonomy: Taxonomy, onward: Callable[[Skill], tuple[str, ...]]) -> list[str] | None:
    """A circle of skills, its first skill named again at the end; None where there is none."""
    done: set[str] = set()

    def walk(skill: str, path: list[str]) -> list[str] | None:
        if skill in path:
            return [*path[path.index(skill) :], skill]
        if skill in done or skill not in taxonomy.skills:
            return None
        for other in onward(taxonomy.skills[skill]):
            if found := walk(other, [*path, skill]):
                return found
        done.add(skill)
        return None

    return next((found for skill in taxonomy.skills if (found := walk(skill, []))), None)


def _claims(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Two skills that are named by one alias under the same conditions: no reader could tell them apart. And words that
    a skill gives twice: only the first ones count.
    """
    owners: defaultdict[Alias, list[str]] = defaultdict(list)
    for skill in taxonomy.skills.values():
        for part, aliases in (("aliases", skill.aliases), ("signs", skill.signs)):
            given = Counter((one.case, one.text if one.case else one.text.lower()) for one in aliases)
            for text in (text for (_, text), times in given.items() if times > 1):
                origin = catalogue.skills[skill.id].origin.at(part)
                yield _error(origin, f"{skill.id} gives “{text}” twice, and only the first counts: keep one")
        for alias in skill.aliases:
            key = alias if alias.case else alias.model_copy(update={"text": alias.text.lower()})
            if skill.id not in owners[key]:
                owners[key].append(skill.id)
    for alias, skills in owners.items():
        related = any(one in taxonomy.broader[other] for one in skills for other in skills)
        if len(skills) > 1 and not related:
            yield _error(
                catalogue.skills[skills[1]].origin.at("aliases"),
                f"{' and '.join(skills)} both claim “{alias.text}”: give one of them conditions, or make it a sign",
            )


def _levels_out_of_reach(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Requirements at a level that no hours of study lead to: the plan could not close them."""
    for profile in taxonomy.profiles.values():
        for rule in profile.requirements:
            for skill in rule.any_of:
                hours = taxonomy.skills[skill].hours if skill in taxonomy.skills else None
                if skill in taxonomy.skills and (
                    hours is None or (rule.expected is Level.advanced and hours.advanced is None)
                ):
                    place = _own_requirement(catalogue, profile.id, rule.id)
                    origin = catalogue.profiles[profile.id].origin
                    yield _error(
                        origin if place is None else origin.at("requirements", place),
                        f"{rule.id} expects {skill} at {rule.expected.name}, which its hours do not reach: add hours",
                    )


def _hours(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Hours that fall from one step to the next: each level is harder won than the one before."""
    for skill in taxonomy.skills.values():
        if hours := skill.hours:
            steps = [hours.basic, hours.intermediate, *([] if hours.advanced is None else [hours.advanced])]
            if steps != sorted(steps):
                place = catalogue.skills[skill.id].origin.at("hours")
                yield _error(place, f"the hours of {skill.id} fall from one level to the next: correct one of them")


def _ways_to_learn(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Skills of a profile, or before one of them, that nothing leads to: fewer than two resources, none free, or a step
    that none covers.

    A folder laid over ours may hold skills that only its owners teach, so this is no error.
    """
    needed: defaultdict[str, Level] = defaultdict(lambda: Level.none)
    for profile in taxonomy.profiles.values():
        for rule in profile.requirements:
            for one in rule.any_of:
                needed[one] = max(needed[one], rule.expected)
    ahead = list(needed)
    while ahead:
        one = ahead.pop()
        for before in taxonomy.skills[one].prerequisites if one in taxonomy.skills else ():
            if before not in needed:
                needed[before] = Level.basic
                ahead.append(before)
    for one, expected in needed.items():
        if one not in taxonomy.skills:
            continue
        ways = taxonomy.resources_of(one)
        lacking = [
            *(["two resources"] if len(ways) < _WAYS else []),
            *(["a free resource"] if not any(way.is_free for way in ways) else []),
            *(
                f"a resource from {Level(step).name} to {Level(step + 1).name}"
                for step in range(expected)
                if not any(way.from_level <= step < way.to_level for way in ways)
            ),
        ]
        if lacking:
            origin = catalogue.skills[one].origin.at("resources")
            message = f"a profile leads to {one}, which lacks {' and '.join(lacking)}: add it"
            yield Problem(Severity.warning, origin, message)


def _certification_needs(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    """Ids among what comes before a certification, and skills that are practised, that do not exist."""
    known = {one.id for one in taxonomy.certifications}
    for one in taxonomy.certifications:
        place = _certification(catalogue, one.id).at("prerequisites")
        for exam in one.needs.exams:
            if exam not in known:
                yield _error(place, f"{one.id}: there is no certification {exam}: correct the id")
        for skill in one.needs.skills:
            if skill not in taxonomy.skills:
                yield _error(place, f"{one.id}: there is no skill {skill}: correct the id or add the skill")
    for name, skills in (("practice", taxonomy.learning.practice.skills), ("demand", taxonomy.demand.shares)):
        for skill in skills:
            if skill not in taxonomy.skills:
                place = catalogue.single[name].origin
                yield Problem(Severity.warning, place, f"{name}: there is no skill {skill}: correct the id")


def _recommended(catalogue: Catalogue, taxonomy: Taxonomy, today: date) -> Iterator[Problem]:
    """Certifications that are recommended though they can't be had, or though nobody has looked for long."""
    oldest = today - timedelta(days=_FRESH)
    for one in taxonomy.certifications:
        if one.fit not in ("recommend", "optional"):
            continue
        place = _certification(catalogue, one.id).at("fit")
        if one.status != "active":
            yield _error(place, f"{one.id} is {one.status} and yet fit for newcomers: set do-not-recommend")
        elif one.as_of < oldest:
            yield _error(
                place, f"{one.id} is recommended by facts of {one.as_of}: look them up, or do not recommend it"
            )


def _certification(catalogue: Catalogue, certification: str) -> Origin:
    return catalogue.origin_in("certifications", "certifications", certification)


def _successors(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    by_id = {one.id: one for one in taxonomy.certifications}
    for one in taxonomy.certifications:
        place = _certification(catalogue, one.id).at("replaced_by")
        if one.replaced_by and one.replaced_by not in by_id:
            yield _error(place, f"{one.id}: its successor {one.replaced_by} does not exist: correct the id")
        elif one.replaced_by and by_id[one.replaced_by].status == "retired":
            yield _error(place, f"{one.id}: its successor {one.replaced_by} is retired too: name one that is active")


def _addresses(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[Problem]:
    for skill in taxonomy.skills.values():
        for index, resource in enumerate(taxonomy.resources_of(skill.id)):
            if not resource.url.startswith(("https://", "http://")):
                origin = catalogue.skills[skill.id].origin.at("resources", index, "url")
                yield _error(origin, f"{resource.name} has no address: write it out with https://")


def _dates(catalogue: Catalogue, taxonomy: Taxonomy, today: date, max_age: int) -> Iterator[Problem]:
    oldest = today - timedelta(days=max_age)
    for origin, day, what in _facts(catalogue, taxonomy):
        if day > today:
            yield _error(origin, f"{what} is dated {day}, which lies ahead: correct the date")
        elif day < oldest:
            message = f"{what} is as of {day}, more than {max_age} days ago: look it up again"
            yield Problem(Severity.warning, origin, message)


def _facts(catalogue: Catalogue, taxonomy: Taxonomy) -> Iterator[tuple[Origin, date, str]]:
    for skill in taxonomy.skills.values():
        origin = catalogue.skills[skill.id].origin
        if skill.hours:
            yield origin.at("hours"), skill.hours.as_of, f"the hours of {skill.id}"
        for index, resource in enumerate(taxonomy.resources_of(skill.id)):
            yield origin.at("resources", index), resource.as_of, resource.name
    for profile in taxonomy.profiles.values():
        yield catalogue.profiles[profile.id].origin.at("as_of"), profile.as_of, f"the profile {profile.id}"
    for one in taxonomy.certifications:
        yield _certification(catalogue, one.id).at("as_of"), one.as_of, one.id
    for name, day in (
        ("roadmap", taxonomy.roadmap.as_of),
        ("levels", taxonomy.levels.as_of),
        ("postings", taxonomy.postings.as_of),
        ("advice", taxonomy.advice.as_of),
        ("deliverables", taxonomy.deliverables.as_of),
        ("gaps", taxonomy.gaps.as_of),
        ("portfolio", taxonomy.portfolio.as_of),
    ):
        yield catalogue.single[name].origin.at("as_of"), day, name
    market = catalogue.single["market"]
    for topic, facts in market.data.items():
        yield market.origin.at(topic, "as_of"), facts["as_of"], f"the facts on {topic.replace('_', ' ')}"
