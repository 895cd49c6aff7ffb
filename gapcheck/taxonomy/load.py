"""The YAML files in `skills_taxonomy/` → one checked `Taxonomy`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from gapcheck.taxonomy.models import (
    Certification,
    Context,
    EntryWords,
    HeadingKind,
    Languages,
    LevelRule,
    Profile,
    Roadmap,
    Skill,
    SkillFile,
    Taxonomy,
)

_BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BaseLoader):  # type: ignore[misc]
    """YAML as people mean it: `no`, `on` and `off` are words, as in YAML 1.2; only true and false are truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, re.compile("^(?:true|false)$") if tag == "tag:yaml.org,2002:bool" else pattern)
        for tag, pattern in resolvers
    ]
    for first, resolvers in _BaseLoader.yaml_implicit_resolvers.items()
}
_Model = TypeVar("_Model", bound=BaseModel)


class TaxonomyError(Exception):
    """A data file is wrong; the message names the file and what to do."""


@cache
def load_taxonomy() -> Taxonomy:
    """The taxonomy that ships with gapcheck.

    Raises `TaxonomyError` where a file does not parse, a field is wrong, or an id is unknown.
    """
    root = files("skills_taxonomy")
    skills: dict[str, Skill] = {}
    categories: dict[str, str] = {}
    for file in _yaml_files(root / "skills"):
        part = _model(file, SkillFile)
        categories[part.category] = part.title
        for skill in part.skills:
            if skill.id in skills:
                raise TaxonomyError(f"{file.name}: the skill {skill.id} is defined twice: remove one")
            skills[skill.id] = skill.model_copy(update={"category": part.category})
    profiles = {profile.id: profile for profile in (_model(file, Profile) for file in _yaml_files(root / "profiles"))}
    taxonomy = Taxonomy(
        skills=skills,
        categories=categories,
        profiles=profiles,
        certifications=tuple(
            _checked(item, Certification, "certifications.yaml")
            for item in _data(root / "certifications.yaml")["certifications"]
        ),
        roadmap=_model(root / "roadmap.yaml", Roadmap),
        headings=tuple(_checked(item, HeadingKind, "headings.yaml") for item in _data(root / "headings.yaml")["kinds"]),
        entry_words=_model(root / "entries.yaml", EntryWords),
        context=_model(root / "context.yaml", Context),
        languages=_model(root / "languages.yaml", Languages),
        levels=_model(root / "levels.yaml", LevelRule),
    )
    _check_ids(taxonomy)
    return taxonomy


def _yaml_files(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


def _data(file: Traversable) -> Any:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        raise TaxonomyError(f"{file.name}: not valid YAML: {str(error).splitlines()[0]}") from error


def _model(file: Traversable, model: type[_Model]) -> _Model:
    return _checked(_data(file), model, file.name)


def _checked(data: Any, model: type[_Model], name: str) -> _Model:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise TaxonomyError(f"{name}: {where}: {first['msg']}") from error


def _check_ids(taxonomy: Taxonomy) -> None:
    """Raises `TaxonomyError` on the first reference to a skill that does not exist."""
    for skill in taxonomy.skills.values():
        withs = [other for alias in (*skill.aliases, *skill.signs) for other in alias.with_]
        for other in (*skill.implies, *skill.prerequisites, *withs):
            if other not in taxonomy.skills:
                raise TaxonomyError(f"skill {skill.id}: there is no skill {other}: correct the id")
    for profile in taxonomy.profiles.values():
        for requirement in profile.requirements:
            for other in requirement.any_of:
                if other not in taxonomy.skills:
                    raise TaxonomyError(f"profile {profile.id}, {requirement.id}: there is no skill {other}")
    for certification in taxonomy.certifications:
        for other in certification.skills:
            if other not in taxonomy.skills:
                raise TaxonomyError(f"certification {certification.id}: there is no skill {other}")
