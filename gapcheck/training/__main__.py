"""`python -m gapcheck.training CORPUS`: fits the models that ship with gapcheck and prints their figures."""

from __future__ import annotations

import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.extras import how_to_install
from gapcheck.resume import heading_model
from gapcheck.skills import confidence
from gapcheck.skills.pipeline import (
    described_in_languages,
    described_model,
    meaning_model,
    ownership_in_languages,
    ownership_model,
)
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import load_taxonomy
from gapcheck.training import (
    confidences,
    described,
    headings,
    languages_described,
    languages_ownership,
    meanings,
    ownership,
)
from gapcheck.training.files import write

_DATA = Path("skills_taxonomy")


def main(corpus: Annotated[Path, typer.Argument(help="A folder of resumes with usual headings.")]) -> None:
    """Fits the models from CORPUS and the examples in skills_taxonomy/, and writes them there."""
    if find_spec("sklearn") is None:
        sys.exit(f"fitting needs scikit-learn: {how_to_install('train')}")
    taxonomy = load_taxonomy()
    reader = SkillReader(taxonomy)
    models = {
        heading_model.MODEL_FILE: headings.train(corpus, _DATA, taxonomy, date.today()),
        meaning_model.MODEL_FILE: meanings.train(_DATA / "meaning_examples.yaml", reader, date.today()),
        described_model.MODEL_FILE: described.train(
            _DATA / "described_examples", described.people_in(_DATA), reader, date.today()
        ),
        ownership_model.MODEL_FILE: ownership.train(
            _DATA / "ownership_examples",
            _DATA / "meaning_examples.yaml",
            described.people_in(_DATA),
            reader,
            date.today(),
        ),
        described_in_languages.MODEL_FILE: languages_described.train(
            _DATA / "described_in_languages",
            _DATA / "described_examples",
            described.people_in(_DATA),
            reader,
            date.today(),
        ),
        ownership_in_languages.MODEL_FILE: languages_ownership.train(
            _DATA / "ownership_in_languages", taxonomy, date.today()
        ),
        confidence.MODEL_FILE: confidences.train(_DATA / "outcomes.csv", date.today()),
    }
    for name, model in models.items():
        write(model, _DATA / name)
        typer.echo(f"{name}: {model['made from']} examples, {model['cross-validation']}")


typer.run(main)
