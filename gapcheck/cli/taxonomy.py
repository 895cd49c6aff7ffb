"""`gapcheck taxonomy`: looks at, searches and checks what gapcheck knows."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, put, say
from gapcheck.cli.options import DataFormat, Format, Overlays, loaded, named_skill, print_json
from gapcheck.cli.suggest import suggest

taxonomy_app = typer.Typer(
    name="taxonomy", add_completion=False, no_args_is_help=True, help="Look at, search and check what gapcheck knows."
)


class ExportFormat(StrEnum):
    """How the whole taxonomy is printed."""

    json = "json"
    markdown = "markdown"


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
        print_json([{"id": skill.id, "name": skill.name, "category": skill.category} for skill in skills])
        return
    for skill in sorted(skills, key=lambda skill: (skill.category, skill.id)):
        put(f"{skill.category:24}{skill.id:32}{skill.name}")


@taxonomy_app.command()
def show(
    skill: Annotated[str, typer.Argument(help="Id, name or alias of a skill.", show_default=False)],
    format: Format = DataFormat.text,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Show what a skill is, how it is recognised, what it implies, what comes before it, and how to learn it."""
    from gapcheck.taxonomy.describe import skill_data, skill_lines

    taxonomy = loaded(overlays)
    found = taxonomy.skills[named_skill(skill, taxonomy)]
    if format is DataFormat.json:
        print_json(skill_data(found, taxonomy))
    else:
        put("\n".join(skill_lines(found, taxonomy)))


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
        print_json([{"id": skill.id, "name": skill.name, "about": skill.about} for skill in skills])
    else:
        for skill in skills:
            put(f"{skill.id:32}{skill.name}: {skill.about}")
    if not skills:
        say(f"no skill is like {text!r}: try a shorter word")
        raise typer.Exit(SOME_FAILED)


@taxonomy_app.command()
def check(
    own: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE|FOLDER", help="Profiles of your own, or folders as --taxonomy takes them.", show_default=False
        ),
    ] = [],  # noqa: B006
    max_age: Annotated[int, typer.Option(min=1, help="Days after which a fact is reported as old.")] = 730,
    links: Annotated[
        bool, typer.Option("--links", help="Ask every address whether it is alive; needs a network.")
    ] = False,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Check all data files, or only those of your own that you name, and count what is there. Exits with 1 where
    something has to be corrected.
    """
    from gapcheck.taxonomy import TaxonomyError
    from gapcheck.taxonomy.catalogue import build, read_catalogue
    from gapcheck.taxonomy.check import problems
    from gapcheck.taxonomy.describe import counts
    from gapcheck.taxonomy.problem import Severity
    from gapcheck.taxonomy.quizzes import quiz_problems

    for path in own:
        if not path.exists():
            raise typer.BadParameter(f"there is no file or folder {path}: check the path", param_hint="FILE|FOLDER")
    overlays = [*overlays, *(path for path in own if path.is_dir())]
    profiles = [path for path in own if not path.is_dir()]
    try:
        catalogue = read_catalogue(tuple(overlays), tuple(profiles))
        taxonomy = build(catalogue)
    except TaxonomyError as error:
        put(f"error: {error}")
        raise typer.Exit(SOME_FAILED) from None
    found = problems(catalogue, taxonomy, today=date.today(), max_age=max_age)
    found += quiz_problems(taxonomy, overlays)
    if named := (*(f"{folder}/" for folder in overlays), *map(str, profiles)):
        found = [one for one in found if one.severity is Severity.error or one.origin.file.startswith(named)]
    for problem in found:
        put(f"{problem.severity.value}: {problem}")
    if links:
        from gapcheck.taxonomy.links import addresses, dead_links

        for line in dead_links(addresses(taxonomy).items()):
            put(f"warning: {line}: look it up again, or remove it")
    put(counts(taxonomy))
    if any(problem.severity is Severity.error for problem in found):
        raise typer.Exit(SOME_FAILED)


@taxonomy_app.command()
def demand(
    folder: Annotated[Path, typer.Argument(help="A folder of job postings: text, HTML or PDF.", show_default=False)],
    group: Annotated[str, typer.Option(help="Id of this group of postings, to name in a profile.")] = "ours",
    name: Annotated[str, typer.Option(help="What these postings are, in words.")] = "our postings",
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Count how many postings of a folder ask for each skill, and print the table as demand.yaml."""
    from gapcheck.job import JobError, read_job
    from gapcheck.job.demand import Asking, demand_text
    from gapcheck.skills.reader import skill_reader

    if not folder.is_dir():
        raise typer.BadParameter(f"there is no folder {folder}: give one that holds postings", param_hint="FOLDER")
    taxonomy = loaded(overlays)
    reader = skill_reader(taxonomy)
    files = sorted(file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    jobs, failed = [], 0
    for file in files:
        try:
            jobs.append(read_job(file, taxonomy, reader))
        except JobError as error:
            failed += 1
            say(f"{file}: {error.code}: {error.message}")
    if not jobs:
        say(f"{folder}: none of {len(files)} files could be read as a posting: nothing was counted")
        raise typer.Exit(SOME_FAILED)
    put(demand_text(Asking.of(jobs), group, name, f"{len(jobs)} files of {folder.name}", date.today()), nl=False)
    if failed:
        raise typer.Exit(SOME_FAILED)


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


taxonomy_app.command()(suggest)
