"""`python -m gapcheck.training CORPUS`: fits the heading model and prints its figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.resume.heading_model import MODEL_FILE
from gapcheck.taxonomy import load_taxonomy
from gapcheck.training.headings import train, write

_DATA = Path("skills_taxonomy")


def main(corpus: Annotated[Path, typer.Argument(help="A folder of resumes with usual headings.")]) -> None:
    """Fits the heading model from CORPUS and skills_taxonomy/heading_examples.yaml, and writes it beside them."""
    model = train(corpus, _DATA / "heading_examples.yaml", load_taxonomy(), date.today())
    write(model, _DATA / MODEL_FILE)
    typer.echo(f"{model['made from']} examples, accuracy in cross-validation: {model['accuracy in cross-validation']}")


typer.run(main)
