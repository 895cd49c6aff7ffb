"""Data files and their overlays → one catalogue of skills, profiles and rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from gapcheck.taxonomy.models.advice import AdviceTexts, PortfolioRules
from gapcheck.taxonomy.models.context import Context
from gapcheck.taxonomy.models.deliverables import Deliverables
from gapcheck.taxonomy.models.demand import DemandTable
from gapcheck.taxonomy.models.gaps import GapLayout
from gapcheck.taxonomy.models.health import HealthWords
from gapcheck.taxonomy.models.languages import LanguageFile, UnreadLanguages
from gapcheck.taxonomy.models.learning import Learning, PracticeTexts
from gapcheck.taxonomy.models.levels import LevelRule
from gapcheck.taxonomy.models.market import Market
from gapcheck.taxonomy.models.postings import PostingWords
from gapcheck.taxonomy.models.privacy import PrivacyWords
from gapcheck.taxonomy.models.profiles import Certifications, Profile, Roadmap
from gapcheck.taxonomy.models.reading import EntryWords, Headings
from gapcheck.taxonomy.models.skills import Skill, SkillFile, WrittenSkill
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.records import Origin, Record, TaxonomyError, checked, laid_over, read_file, yaml_files

_SINGLE = (
    "certifications", "roadmap", "headings", "entries", "context", "unread_languages", "health", "levels", "postings",
    "advice", "deliverables", "gaps", "practice", "demand", "portfolio", "market", "privacy",
)  # fmt: skip
_ADDED = ("aliases", "signs")


@dataclass
class Catalogue:
    """The raw records of all layers, and where each stands: what loading and checking start from."""

    skills: dict[str, Record] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    category_of: dict[str, str] = field(default_factory=dict)
    profiles: dict[str, Record] = field(default_factory=dict)
    languages: dict[str, Record] = field(default_factory=dict)
    single: dict[str, Record] = field(default_factory=dict)
    layers: dict[str, list[Record]] = field(default_factory=dict)

    def origin_in(self, name: str, key: str, item: str) -> Origin:
        """Where the item with this id is written in the single file `name`: in the last layer that has it."""
        for record in reversed(self.layers[name]):
            ids = [one.get("id") for one in record.data.get(key) or []]
            if item in ids:
                return record.origin.at(key, ids.index(item))
        return self.single[name].origin


def _check_layer(folder: Path) -> None:
    if not folder.is_dir():
        raise TaxonomyError(f"{folder}: there is no such folder: check the path given to --taxonomy")
    if not _data_files(folder) and not yaml_files(folder / "quiz"):
        raise TaxonomyError(f"{folder}: the folder holds no data file: put them into {folder}/skills/ or /profiles/")


def _data_files(folder: Traversable | Path) -> list[Traversable | Path]:
    """The files of a layer that the taxonomy is made of."""
    single = [folder / f"{name}.yaml" for name in _SINGLE]
    found = [file for part in ("skills", "profiles", "languages") for file in yaml_files(folder / part)]
    return found + [file for file in single if file.is_file()]


def read_catalogue(overlays: tuple[Path, ...] = (), profile_files: tuple[Path, ...] = ()) -> Catalogue:
    """All records, later layers over earlier ones. Raises `TaxonomyError` on a file that can't be read."""
    catalogue = Catalogue()
    _add_layer(catalogue, files("skills_taxonomy"), "")
    for folder in overlays:
        _check_layer(folder)
        _add_layer(catalogue, folder, f"{folder}/")
    for file in profile_files:
        _add_profile(catalogue, read_file(file, str(file)))
    return catalogue


def _add_layer(catalogue: Catalogue, folder: Traversable | Path, prefix: str) -> None:
    for file in yaml_files(folder / "skills"):
        _add_skills(catalogue, read_file(file, f"{prefix}skills/{file.name}"))
    for file in yaml_files(folder / "profiles"):
        _add_profile(catalogue, read_file(file, f"{prefix}profiles/{file.name}"))
    for file in yaml_files(folder / "languages"):
        _add_language(catalogue, read_file(file, f"{prefix}languages/{file.name}"), file.name.partition(".")[0])
    for name in _SINGLE:
        file = folder / f"{name}.yaml"
        if file.is_file():
            record = read_file(file, f"{prefix}{name}.yaml")
            catalogue.layers.setdefault(name, []).append(record)
            below = catalogue.single.get(name)
            catalogue.single[name] = Record(laid_over(below.data, record.data), record.origin) if below else record


def _add_skills(catalogue: Catalogue, record: Record) -> None:
    part = checked(Record({**record.data, "skills": []}, record.origin), SkillFile)
    catalogue.categories.setdefault(part.category, part.title or part.category)
    for skill in part.remove:
        if catalogue.skills.pop(skill, None) is None:
            raise TaxonomyError(f"{record.origin.at('remove')}: there is no skill {skill} to remove: correct the id")
    seen: set[str] = set()
    for index, raw in enumerate(record.data.get("skills") or []):
        one = record.part("skills", index)
        if not isinstance(raw, Mapping) or not isinstance(raw.get("id"), str):
            raise TaxonomyError(f"{one.origin}: a skill needs an id: add a line `id: ...`")
        skill = raw["id"]
        if skill in seen:
            raise TaxonomyError(f"{one.origin}: the skill {skill} stands twice in this file: remove one")
        seen.add(skill)
        below = catalogue.skills.get(skill)
        catalogue.skills[skill] = Record(_over_skill(below.data, raw), one.origin) if below else one
        catalogue.category_of.setdefault(skill, part.category)


def _over_skill(below: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """A skill with another layer's fields: aliases and signs are added, other fields replaced."""
    added = {key: [*below.get(key, []), *over[key]] for key in _ADDED if key in over}
    return {**below, **over, **added}


def _add_profile(catalogue: Catalogue, record: Record) -> None:
    if not isinstance(record.data, Mapping) or not isinstance(record.data.get("id"), str):
        raise TaxonomyError(f"{record.origin}: a profile needs an id: add a line `id: ...`")
    catalogue.profiles[record.data["id"]] = record


def _add_language(catalogue: Catalogue, record: Record, code: str) -> None:
    """A language, or what another layer says of it."""
    below = catalogue.languages.get(code)
    data = laid_over(below.data, record.data) if below else record.data
    name = data.get("language") if isinstance(data, Mapping) else None
    if not isinstance(name, Mapping) or name.get("code") != code:
        raise TaxonomyError(f"{record.origin.at('language')}: the file's name {code} must be the code of its language")
    catalogue.languages[code] = Record(data, record.origin)


def resolved_profile(catalogue: Catalogue, profile: str, chain: tuple[str, ...] = ()) -> Record:
    """The profile with what it inherits. Raises `TaxonomyError` on an unknown or circular `extends`."""
    record = catalogue.profiles[profile]
    parent = record.data.get("extends")
    if parent is None:
        return record
    if parent not in catalogue.profiles:
        raise TaxonomyError(f"{record.origin.at('extends')}: there is no profile {parent}: correct the id")
    if parent in (*chain, profile):
        raise TaxonomyError(
            f"{record.origin.at('extends')}: {profile} extends itself through {parent}: break the circle"
        )
    above = resolved_profile(catalogue, parent, (*chain, profile)).data
    inherited = above["requirements"]
    removed = set(record.data.get("remove", []))
    if unknown := removed - {rule["id"] for rule in inherited}:
        name = min(unknown)
        raise TaxonomyError(f"{record.origin.at('remove')}: {parent} has no requirement {name}: correct the id")
    kept = [rule for rule in inherited if rule["id"] not in removed]
    own = record.data.get("requirements") or []
    demand = record.data.get("demand") or above.get("demand") or ()
    rules = laid_over(kept, own) if own else kept
    return Record({**record.data, "demand": demand, "requirements": rules}, record.origin)


def _weighed(record: Record, demand: DemandTable) -> Record:
    """The profile with a weight for each requirement that has none of its own.

    Raises `TaxonomyError` where neither a weight is given nor demand or a guide gives one.
    """
    groups = record.data.get("demand") or ()
    if unknown := set(groups) - {group.id for group in demand.groups}:
        place = record.origin.at("demand")
        raise TaxonomyError(f"{place}: there is no group of postings {min(unknown)}: write one of demand.yaml")
    weighed = []
    for index, rule in enumerate(record.data.get("requirements") or ()):
        if isinstance(rule, Mapping):
            weight = rule.get("weight")
            if weight is None:
                weight = demand.weight(demand.demand_for(rule.get("any_of") or (), groups), rule.get("guide"))
            if weight is None:
                place = record.origin.at("requirements", index)
                raise TaxonomyError(f"{place}: {rule.get('id')} has no weight, and no demand is known: add weight")
            rule = {**rule, "weight": weight}
        weighed.append(rule)
    return Record({**record.data, "requirements": weighed}, record.origin)


def _without_resources(skill: WrittenSkill) -> dict[str, Any]:
    return {name: value for name, value in skill if name != "resources"}


def build(catalogue: Catalogue) -> Taxonomy:
    """The records as checked models. Raises `TaxonomyError` on the first field that is wrong."""
    single = catalogue.single
    demand = checked(single["demand"], DemandTable)
    written = {skill: checked(record, WrittenSkill) for skill, record in catalogue.skills.items()}
    skills = {
        skill: Skill(**{**_without_resources(one), "category": catalogue.category_of[skill]})
        for skill, one in written.items()
    }
    learning = Learning(
        resources={skill: one.resources for skill, one in written.items() if one.resources},
        practice=checked(single["practice"], PracticeTexts),
    )
    return Taxonomy(
        skills=skills,
        categories=catalogue.categories,
        profiles={
            profile: checked(_weighed(resolved_profile(catalogue, profile), demand), Profile)
            for profile in catalogue.profiles
        },
        certifications=checked(single["certifications"], Certifications).certifications,
        roadmap=checked(single["roadmap"], Roadmap),
        headings=checked(single["headings"], Headings),
        entry_words=checked(single["entries"], EntryWords),
        context=checked(single["context"], Context),
        languages={code: checked(record, LanguageFile) for code, record in catalogue.languages.items()},
        unread_languages=checked(single["unread_languages"], UnreadLanguages),
        health=checked(single["health"], HealthWords),
        levels=checked(single["levels"], LevelRule),
        postings=checked(single["postings"], PostingWords),
        advice=checked(single["advice"], AdviceTexts),
        deliverables=checked(single["deliverables"], Deliverables),
        gaps=checked(single["gaps"], GapLayout),
        learning=learning,
        demand=demand,
        portfolio=checked(single["portfolio"], PortfolioRules),
        market=checked(single["market"], Market),
        privacy=checked(single["privacy"], PrivacyWords),
    )
