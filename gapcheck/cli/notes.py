"""`gapcheck notes`: a resume → a file in which a person corrects how it was read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, put, say
from gapcheck.cli.options import OutputFile, Overlays, Password, loaded, month
from gapcheck.files import WriteError, write_file


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
    taxonomy = loaded(overlays)

    def read() -> str:
        document = read_document(path, ReadOptions(password=password))
        return notes_template(read_resume(document, taxonomy, as_of or date.today()))

    try:
        text = guarded(read, Limits(1))
    except DocumentError as error:
        say(f"{path}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    if output is None:
        put(text, nl=False)
        return
    try:
        write_file(output, text)
    except WriteError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None
    say(f"wrote {output}: correct it, then run gapcheck {path} --notes {output}")
