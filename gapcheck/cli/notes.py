"""`gapcheck notes`: a resume → a file in which a person corrects how it was read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, say
from gapcheck.cli.options import OutputFile, Overlays, Password, is_written, loaded, month, warn_of_far_day


def notes(
    path: Annotated[Path, typer.Argument(help="A resume.", show_default=False)],
    output: OutputFile = None,
    as_of: Annotated[date | None, typer.Option(parser=month, metavar="YYYY-MM", help='What "present" means.')] = None,
    password: Password = None,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Write how a resume was read as notes to correct and to use with --notes."""
    from gapcheck.batch import Limits, guarded
    from gapcheck.documents import DocumentError, ReadOptions, read_document
    from gapcheck.notes import notes_template
    from gapcheck.resume import read_resume

    if output is not None and output.exists():
        raise typer.BadParameter(f"{output} is there already: name another file", param_hint="--output")
    warn_of_far_day(as_of)
    taxonomy = loaded(overlays)

    def read() -> str:
        document = read_document(path, ReadOptions(password=password))
        return notes_template(read_resume(document, taxonomy, as_of or date.today()))

    try:
        text = guarded(read, Limits(1))
    except DocumentError as error:
        say(f"{path}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    if is_written(text, output):
        say(f"wrote {output}: correct it, then run gapcheck {path} --notes {output}")
