"""The commands `gapcheck taxonomy` and `gapcheck profiles`: arguments → calls → exit code."""

from __future__ import annotations

import json
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gapcheck.cli_print import put, say

if TYPE_CHECKING:
    from gapcheck.taxonomy import Taxonomy

PROBLEMS = 1

taxonomy_app = typer.Typer(no_args_is_help=True, help="Look at, search and check what gapcheck knows.")
profiles_app = typer.Typer(invoke_without_command=True, help="Look at the profiles, or start one of your own.")


class DataFormat(StrEnum):
    """How data is printed."""

    text = "text"
    json = "json"


class ExportFormat(StrEnum):
    """How the whole taxonomy is printed."""

    json = "json"
    markdown = "markdown"


class TableFormat(StrEnum):
    """How the list of profiles is printed."""

    text = "text"
    json = "json"
    markdown = "markdown"


Overlays = Annotated[
    list[Path],
    typer.Option("--taxonomy", help="A folder of data files to lay over ours; repeatable.", show_default=False),
]
Format = Annotated[DataFormat, typer.Option("--format", "-f", help="Text for people, JSON for programs.")]


def loaded(overlays: list[Path]) -> Taxonomy:
    """The taxonomy with the overlays; ends the command with one line where a file is wrong."""
    from gapcheck.taxonomy import TaxonomyError, load_taxonomy

    try:
        return load_taxonomy(tuple(overlays))
    except TaxonomyError as error:
        say(str(error))
        raise typer.Exit(2) from None


def _print_json(data: Any) -> None:
    put(json.dumps(data, indent=2, ensure_ascii=False))


@taxonomy_app.command("list")
def list_skills(
    category: Annotated[str | None, typer.Option(help="Only this category.")] = None,
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006 - Typer's way to say that there are none
) -> None:
    """List all skills by category."""
    taxonomy = loaded(overlays)
    if category is not None and category not in taxonomy.categories:
        known = ", ".join(sorted(taxonomy.categories))
        raise typer.BadParameter(f"there is no category {category}: choose one of {known}", param_hint="--category")
    skills = [skill for skill in taxonomy.skills.values() if category in (None, skill.category)]
    if format is DataFormat.json:
        _print_json([{"id": skill.id, "name": skill.name, "category": skill.category} for skill in skills])
        return
    for skill in sorted(skills, key=lambda skill: (skill.category, skill.id)):
        put(f"{skill.category:24}{skill.id:32}{skill.name}")


@taxonomy_app.command()
def show(
    skill: Annotated[str, typer.Argument(help="Id of a skill.", show_default=False)],
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Show what a skill is, how it is recognised, what it implies, what comes before it, and how to learn it."""
    from gapcheck.taxonomy.describe import found_skills, skill_data, skill_lines

    taxonomy = loaded(overlays)
    if skill not in taxonomy.skills:
        close = ", ".join(one.id for one in found_skills(skill, taxonomy)[:3])
        raise typer.BadParameter(f"there is no skill {skill}" + (f": did you mean {close}?" if close else ""))
    if format is DataFormat.json:
        _print_json(skill_data(taxonomy.skills[skill]))
    else:
        put("\n".join(skill_lines(taxonomy.skills[skill], taxonomy)))


@taxonomy_app.command()
def search(
    text: Annotated[str, typer.Argument(help="Part of a name, an alias or a description.", show_default=False)],
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Find skills by name, alias or description."""
    from gapcheck.taxonomy.describe import found_skills

    skills = found_skills(text, loaded(overlays))
    if format is DataFormat.json:
        _print_json([{"id": skill.id, "name": skill.name, "about": skill.about} for skill in skills])
    else:
        for skill in skills:
            put(f"{skill.id:32}{skill.name}: {skill.about}")
    if not skills:
        say(f"no skill is like {text!r}: try a shorter word")
        raise typer.Exit(PROBLEMS)


@taxonomy_app.command()
def check(
    max_age: Annotated[int, typer.Option(min=1, help="Days after which a fact is reported as old.")] = 730,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Check all data files and count what is there. Exits with 1 where something has to be corrected."""
    from gapcheck.taxonomy import TaxonomyError
    from gapcheck.taxonomy.check import Severity, problems
    from gapcheck.taxonomy.describe import counts
    from gapcheck.taxonomy.load import build, read_catalogue

    try:
        catalogue = read_catalogue(tuple(overlays))
        taxonomy = build(catalogue)
    except TaxonomyError as error:
        put(f"error: {error}")
        raise typer.Exit(PROBLEMS) from None
    found = problems(catalogue, taxonomy, today=date.today(), max_age=max_age)
    for problem in found:
        put(f"{problem.severity.value}: {problem}")
    put(counts(taxonomy))
    if any(problem.severity is Severity.error for problem in found):
        raise typer.Exit(PROBLEMS)


@taxonomy_app.command()
def export(
    format: Annotated[ExportFormat, typer.Option("--format", "-f")] = ExportFormat.json,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Print everything: as one JSON document, or the skills as a Markdown table."""
    from gapcheck.taxonomy.describe import skills_table

    taxonomy = loaded(overlays)
    if format is ExportFormat.markdown:
        put(skills_table(taxonomy), nl=False)
    else:
        put(taxonomy.model_dump_json(by_alias=True, exclude_defaults=True, indent=2))


@taxonomy_app.command()
def suggest(
    paths: Annotated[list[Path], typer.Argument(help="Resumes, or folders of them.", show_default=False)],
    least: Annotated[int, typer.Option(min=1, help="Only words that stand in so many resumes.")] = 1,
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Rank the words on resumes that stand where skills stand and are not known: what the taxonomy lacks."""
    from gapcheck.analyzer import Analyzer
    from gapcheck.batch import Limits, analyze_all, suggestions
    from gapcheck.report import GapReport

    reports: list[GapReport] = []
    failed = False
    for result in analyze_all(map(str, paths), Analyzer(taxonomy=loaded(overlays)), Limits(1)):
        if isinstance(result, GapReport):
            reports.append(result)
        else:
            failed = True
            say(f"{result.document.path}: {result.error.code}: {result.error.message}")
    found = [one for one in suggestions(reports) if one.resumes >= least]
    if format is DataFormat.json:
        _print_json(
            [
                {"text": one.text, "resumes": one.resumes, "nearest": one.nearest.model_dump() if one.nearest else None}
                for one in found
            ]
        )
    else:
        put(f"resumes  word ({len(reports)} resumes read)")
        for one in found:
            guess = f"did you mean {one.nearest.name} ({one.nearest.id})?" if one.nearest else ""
            put(f"{one.resumes:7}  {one.text:32}{guess}".rstrip())
    if failed:
        raise typer.Exit(PROBLEMS)


@profiles_app.callback()
def list_profiles(
    context: typer.Context,
    format: Annotated[TableFormat, typer.Option("--format", "-f")] = TableFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """List the profiles."""
    if context.invoked_subcommand is not None:
        return
    from gapcheck.taxonomy.describe import profiles_table

    taxonomy = loaded(overlays)
    profiles = sorted(taxonomy.profiles.values(), key=lambda profile: profile.id)
    if format is TableFormat.markdown:
        put(profiles_table(taxonomy), nl=False)
    elif format is TableFormat.json:
        _print_json([{"id": one.id, "name": one.name, "about": one.about, "extends": one.extends} for one in profiles])
    else:
        for one in profiles:
            put(f"{one.id:30}{one.name}: {one.about}")


@profiles_app.command("show")
def show_profile(
    profile: Annotated[str, typer.Argument(help="Id of a profile.", show_default=False)],
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Show what a profile expects, with the source of every level."""
    from gapcheck.taxonomy.describe import profile_lines

    taxonomy = loaded(overlays)
    if profile not in taxonomy.profiles:
        known = ", ".join(sorted(taxonomy.profiles))
        raise typer.BadParameter(f"there is no profile {profile}: choose one of {known}")
    one = taxonomy.profiles[profile]
    if format is DataFormat.json:
        put(one.model_dump_json(indent=2))
    else:
        put("\n".join(profile_lines(one, taxonomy)))


@profiles_app.command()
def new(
    name: Annotated[str, typer.Argument(help="Id of your profile: small letters and hyphens.", show_default=False)],
    extends: Annotated[str, typer.Option(help="The profile to build on.")] = "junior-ml-engineer",
) -> None:
    """Write a commented file NAME.yaml to start a profile of your own from."""
    import re

    from gapcheck.taxonomy.describe import profile_draft

    taxonomy = loaded([])
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise typer.BadParameter(f"{name!r} is no id: use small letters, digits and hyphens, for example our-bootcamp")
    if extends not in taxonomy.profiles:
        known = ", ".join(sorted(taxonomy.profiles))
        raise typer.BadParameter(f"there is no profile {extends}: choose one of {known}", param_hint="--extends")
    file = Path(f"{name}.yaml")
    try:
        with file.open("x", encoding="utf-8") as stream:
            stream.write(profile_draft(name, taxonomy.profiles[extends]))
    except FileExistsError:
        raise typer.BadParameter(f"{file} exists already: choose another name or remove it") from None
    put(f"wrote {file}: edit it, then run gapcheck resume.pdf --profile {file}")
