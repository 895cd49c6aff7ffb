"""`gapcheck job`: a job posting → a profile to edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.analyze import spare
from gapcheck.cli.messages import SOME_FAILED, say
from gapcheck.cli.options import OutputFile, Overlays, is_written, loaded


def job_profile(
    posting: Annotated[
        Path, typer.Argument(help="A job posting: PDF, DOCX, HTML, Markdown or text.", show_default=False)
    ],
    output: OutputFile = None,
    overlays: Overlays = [],  # noqa: B006
) -> None:
    """Print what a job posting asks for as a profile, to edit and to use with --profile."""
    from gapcheck.job import JobError, profile_text, read_job
    from gapcheck.skills.reader import skill_reader

    if output is not None:
        spare(output, posting)
    taxonomy = loaded(overlays)
    try:
        read = read_job(posting, taxonomy, skill_reader(taxonomy))
    except JobError as error:
        say(f"{posting}: {error.code}: {error.message}")
        raise typer.Exit(SOME_FAILED) from None
    text = profile_text(read, read.profile(taxonomy, date.today()))
    if is_written(text, output):
        say(f"wrote {output}: edit it, then run gapcheck resume.pdf --profile {output}")
