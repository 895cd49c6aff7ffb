"""Parts of the taxonomy → text for people: a skill, a list, a search, a profile, tables for the docs, a file to start
a profile from.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any

from gapcheck.taxonomy.models.demand import Demand, percent
from gapcheck.taxonomy.models.levels import LevelRule
from gapcheck.taxonomy.models.profiles import Profile, RequirementRule
from gapcheck.taxonomy.models.skills import Alias, Resource, Skill
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.models.vocabulary import Level

_DEMAND = (
    "`source` is where the expected level comes from; `demand` is the share of postings that ask for it, of how many "
    "(the mean of several groups); *not counted* says nothing about how many ask. A weight in *italics* is judgement, "
    "the others follow from guides and demand. Which postings, and how, stands in "
    "[demand.yaml](../skills_taxonomy/demand.yaml); `gapcheck profiles show ID` prints all evidence and the reasons."
)
_CLOSE = 0.75  # likeness (0-1) from which a misspelt name is offered


def skill_lines(skill: Skill, taxonomy: Taxonomy) -> Iterator[str]:
    """What a skill is, how it is recognised, what it implies, what comes before it, and how to learn it."""
    yield f"{skill.name} ({skill.id}, {taxonomy.categories[skill.category]})"
    yield f"  {skill.about}"
    if skill.aliases:
        yield "recognised by"
        yield from (f"  {_alias(alias)}" for alias in skill.aliases)
    if skill.signs:
        yield "described by"
        yield from (f"  {_alias(alias)}" for alias in skill.signs)
    if skill.implies:
        yield f"implies\n  {', '.join(sorted(taxonomy.broader[skill.id]))}"
    narrower = sorted(other for other, broader in taxonomy.broader.items() if skill.id in broader)
    if narrower:
        yield f"implied by\n  {', '.join(narrower)}"
    if skill.prerequisites:
        yield f"comes after\n  {', '.join(skill.prerequisites)}"
    if skill.hours:
        hours = skill.hours
        top = f", to advanced {hours.advanced} h more" if hours.advanced else ""
        yield (
            f"hours\n  to basic {hours.basic} h, to intermediate {hours.intermediate} h more{top}"
            f" ({hours.basis}{': ' + hours.source if hours.source else ''}, as of {hours.as_of})"
        )
    if resources := taxonomy.resources_of(skill.id):
        yield "learn it with"
        yield from (f"  {_steps(one)}: {one.name} ({_terms(one)}): {one.url}" for one in resources)
    if own := taxonomy.learning.practice.skills.get(skill.id):
        yield "practise it"
        for level in ("basic", "intermediate", "advanced"):
            if practice := getattr(own, level):
                yield f"  to {level}: {practice.do}"
                yield f"    then write: {practice.line}"
    if skill.ids:
        yield "known elsewhere as\n  " + ", ".join(f"{name} {code}" for name, code in skill.ids.items())


def _steps(resource: Resource) -> str:
    start = "" if resource.from_level is Level.none else f"from {resource.from_level.name} "
    return f"{start}to {resource.to_level.name}"


def _terms(resource: Resource) -> str:
    """Who gives it, what it is, what it costs and takes, and when its address was seen."""
    hours = resource.hours
    parts = [
        resource.provider,
        resource.kind,
        *([] if resource.language == "en" else [resource.language]),
        "free" if resource.cost == "free" else "free to read" if resource.cost == "audit" else "paid",
        *([f"{hours.min}-{hours.max} h {hours.basis}"] if hours else []),
        f"{'seen' if resource.sure == 'high' else 'to be checked'} {resource.as_of}",
    ]
    return ", ".join(parts)


def _alias(alias: Alias) -> str:
    conditions = [
        name if value is True else f"{name} {', '.join(map(str, value))}"
        for name, value in alias.model_dump(by_alias=True, exclude_defaults=True, exclude={"text"}).items()
    ]
    return alias.text + (f"  [{'; '.join(conditions)}]" if conditions else "")


def found_skills(text: str, taxonomy: Taxonomy) -> list[Skill]:
    """Skills whose id, name, description or alias has the text, and those spelled like it; the closest first."""
    wanted = text.lower().strip()
    names = {name: skill for skill in taxonomy.skills.values() for name in _words(skill)[:-1]}
    close = [names[name] for name in difflib.get_close_matches(wanted, names, 5, _CLOSE)]
    holding = [skill for skill in taxonomy.skills.values() if any(wanted in one for one in _words(skill))]
    exact = [skill for skill in holding if wanted in _words(skill)]
    return list({skill.id: skill for skill in (*exact, *close, *holding)}.values())


def skill_ids(taxonomy: Taxonomy) -> dict[str, str]:
    """The id of a skill by its id, its name and other words for it, in small letters."""
    ids = {alias.text.casefold(): skill.id for skill in taxonomy.skills.values() for alias in skill.aliases}
    ids |= {skill.name.casefold(): skill.id for skill in taxonomy.skills.values()}
    return ids | {id: id for id in taxonomy.skills}


def skill_called(text: str, taxonomy: Taxonomy) -> Skill:
    """The skill with this id, name or alias. Raises `ValueError`, which names those that are most like it."""
    if found := skill_ids(taxonomy).get(text.strip().casefold()):
        return taxonomy.skills[found]
    close = ", ".join(one.id for one in found_skills(text, taxonomy)[:3]) if text.strip() else ""
    remedy = f"did you mean {close}?" if close else "gapcheck taxonomy search finds skills by a part of their name"
    raise ValueError(f"there is no skill {text}: {remedy}")


def _words(skill: Skill) -> list[str]:
    return [skill.id, skill.name.lower(), *(alias.text.lower() for alias in skill.aliases), skill.about.lower()]


def profile_lines(profile: Profile, taxonomy: Taxonomy) -> Iterator[str]:
    """What a profile expects, the heaviest first, with the source of each level and each weight."""
    points = sum(rule.weight for rule in profile.requirements)
    yield f"{profile.name} ({profile.id}, version {profile.version}, as of {profile.as_of})"
    yield f"  {profile.about}"
    if profile.extends:
        yield f"  builds on {profile.extends}"
    yield f"  {len(profile.requirements)} requirements, {points:g} points, the heaviest first"
    yield f"  {_levels(taxonomy.levels)}"
    for rule in _heaviest_first(profile):
        names = " or ".join(taxonomy.skills[skill].name for skill in rule.any_of)
        demand = taxonomy.demand_for(profile, rule)
        weight = f"weight {rule.weight:g} ({rule.weight / points:.1%} of the points)"
        yield f"{rule.name}: {rule.expected.name}, {weight}{_judged(rule, demand, taxonomy)}"
        yield f"  {names} ({rule.source}{': ' + rule.reason if rule.reason else ''})"
        yield from (f"  {line}" for line in _evidence(rule, demand))


def _heaviest_first(profile: Profile) -> list[RequirementRule]:
    return sorted(profile.requirements, key=lambda rule: -rule.weight)


def _levels(levels: LevelRule) -> str:
    """What the levels of a profile want to see on a resume."""
    some, much = levels.intermediate, levels.advanced
    return (
        f"levels: basic is named, studied or used once; intermediate is {some.entries} pieces of work or {some.months} "
        f"months in jobs; advanced is {much.entries} pieces of work, one of them a job, or {much.months} months in jobs"
    )


def _judged(rule: RequirementRule, demand: Demand | None, taxonomy: Taxonomy) -> str:
    """Where the weight is not the one that demand and guides give: that it is judgement, and what they give."""
    computed = taxonomy.demand.weight(demand, rule.guide)
    if computed == rule.weight:
        return ""
    return " by judgement" + ("" if computed is None else f", demand and guides give {computed:g}")


def _evidence(rule: RequirementRule, demand: Demand | None) -> Iterator[str]:
    """What guides and postings say about a requirement."""
    if rule.guide:
        yield "guides: named without a level" if rule.guide == "named" else f"guides: {rule.guide}"
    if demand is None:
        yield "demand: not counted"
    else:
        yield f"demand: {percent(demand.share)} ({demand.among}, as of {demand.as_of})"


def counts(taxonomy: Taxonomy) -> str:
    """How much there is."""
    aliases = sum(len(skill.aliases) for skill in taxonomy.skills.values())
    signs = sum(len(skill.signs) for skill in taxonomy.skills.values())
    return (
        f"{len(taxonomy.skills)} skills in {len(taxonomy.categories)} categories, {aliases} aliases, {signs} signs, "
        f"{len(taxonomy.profiles)} profiles, {len(taxonomy.certifications)} certifications"
    )


def skills_table(taxonomy: Taxonomy) -> str:
    """All skills as Markdown, category by category."""
    parts = [f"# Skills\n\nMade by `gapcheck taxonomy export --format markdown`. {counts(taxonomy)}.\n"]
    for category, title in sorted(taxonomy.categories.items(), key=lambda pair: pair[1]):
        skills = sorted((s for s in taxonomy.skills.values() if s.category == category), key=lambda s: s.id)
        if skills:
            rows = "\n".join(
                f"| `{s.id}` | {_cell(s.name)} | {_cell(s.about)} | {', '.join(s.implies)} |" for s in skills
            )
            parts.append(f"## {title}\n\n| id | name | what it is | implies |\n| --- | --- | --- | --- |\n{rows}\n")
    return "\n".join(parts)


def profiles_table(taxonomy: Taxonomy) -> str:
    """All profiles as Markdown: who they are for, and the expected level of every requirement."""
    parts = [f"# Profiles\n\nMade by `gapcheck profiles --format markdown`.\n\n{_DEMAND}\n"]
    for profile in sorted(taxonomy.profiles.values(), key=lambda profile: profile.id):
        rows = "\n".join(_requirement_row(rule, profile, taxonomy) for rule in _heaviest_first(profile))
        head = "| requirement | any of | expected | weight | source | demand |\n| --- | --- | --- | --- | --- | --- |"
        parts.append(f"## {profile.name}\n\n`{profile.id}`: {profile.about}.\n\n{head}\n{rows}\n")
    return "\n".join(parts)


def _requirement_row(rule: RequirementRule, profile: Profile, taxonomy: Taxonomy) -> str:
    skills, demand = " or ".join(rule.any_of), taxonomy.demand_for(profile, rule)
    weight = f"*{rule.weight:g}*" if _judged(rule, demand, taxonomy) else f"{rule.weight:g}"
    asked = f"{percent(demand.share)} of {demand.postings}" if demand else "not counted"
    return f"| {_cell(rule.name)} | {skills} | {rule.expected.name} | {weight} | {rule.source} | {asked} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def profile_draft(name: str, profile: Profile) -> str:
    """A commented file to start a profile of one's own from."""
    rule = profile.requirements[0]
    return f"""\
# A profile of your own. Use it with: gapcheck resume.pdf --profile {name}.yaml
# What each field means: docs/taxonomy.md. Skill ids: gapcheck taxonomy search TEXT
id: {name}
name: {name.replace("-", " ").capitalize()}
version: "1"
about: Say in one line whom this profile is for
# What it builds on: the requirements of that profile are taken over. Delete the line to start from nothing.
extends: {profile.id}
# Requirements of that profile to leave out, by id.
remove: []
source: [our programme]
as_of: {profile.as_of}
requirements:
# An id of the profile above changes only the fields given here ...
- id: {rule.id}
  expected: {rule.expected.name}
  source: judgement
  reason: say why
# ... a new id needs them all. One of the skills in any_of is enough; expected is basic, intermediate or advanced.
- id: polars
  name: Polars
  category: data-tools
  any_of: [polars, pandas]
  expected: basic
  weight: 1
  source: judgement
  reason: say why
"""


def skill_data(skill: Skill, taxonomy: Taxonomy) -> dict[str, Any]:
    """A skill with its resources as plain data, for JSON."""
    data: dict[str, Any] = skill.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    resources = [
        one.model_dump(mode="json", by_alias=True, exclude_defaults=True) for one in taxonomy.resources_of(skill.id)
    ]
    return {**data, "resources": resources} if resources else data
