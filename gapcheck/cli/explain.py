"""`gapcheck explain`: how the level of one skill on a resume comes about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, say
from gapcheck.cli.options import Corrections, Overlays, Password, built, loaded, month, named_skill, warn_of_far_day


def explain(
    path: Annotated[Path, typer.Argument(help="A resume.", show_default=False)],
    skill: Annotated[str, typer.Argument(help="Id, name or alias of a skill.", show_default=False)],
    as_of: Annotated[date | None, typer.Option(parser=month, metavar="YYYY-MM", help='What "present" means.')] = None,
    notes: Corrections = None,
    password: Password = None,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Show how a skill's level comes about on a resume: every mention, what counts, and the rule that decides."""
    from gapcheck.batch import Limits, guarded
    from gapcheck.batch.settings import Recipe
    from gapcheck.documents import DocumentError
    from gapcheck.outputs.terminal.console import PlainConsole
    from gapcheck.outputs.terminal.explanation import print_explanation

    warn_of_far_day(as_of)
    skill = named_skill(skill, loaded(overlays))
    analyzer = built(Recipe(overlays=tuple(overlays), as_of=as_of, password=password, notes=notes))
    console = PlainConsole()

    def explained() -> str:
        found = analyzer.explain(path, skill)
        with console.capture() as captured:
            print_explanation(found, analyzer.taxonomy, console)
        return captured.get()

    try:
        text = guarded(explained, Limits(1))
    except DocumentError as error:
        say(f"{path}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    console.file.write(text)
