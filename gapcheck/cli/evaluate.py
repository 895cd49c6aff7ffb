"""`gapcheck evaluate`: labelled resumes → how right the reading is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gapcheck.cli.messages import SOME_FAILED, put, say
from gapcheck.cli.options import DataFormat, Format, PdfReaderName, month


def evaluate(
    corpus: Annotated[
        Path, typer.Argument(help="A folder with resumes/ID.pdf and labels/ID.json.", show_default=False)
    ],
    format: Format = DataFormat.text,
    compare: Annotated[
        Path | None, typer.Option(help="A JSON output of an earlier run: print what changed.", show_default=False)
    ] = None,
    as_of: Annotated[date | None, typer.Option(parser=month, metavar="YYYY-MM", help='What "present" means.')] = None,
    pdf_reader: Annotated[PdfReaderName, typer.Option(help="Force a reader.")] = PdfReaderName.auto,
    outcomes: Annotated[
        Path | None,
        typer.Option(help="Add what was said, and whether it was right, to this CSV file.", show_default=False),
    ] = None,
) -> None:
    """Measure how right the reading is, on resumes that you have labelled."""
    import json

    from gapcheck.analyzer import Analyzer
    from gapcheck.documents import PdfReader
    from gapcheck.evaluation.measure import CorpusError
    from gapcheck.evaluation.measure import evaluate as run
    from gapcheck.evaluation.show import changes, table

    try:
        earlier = json.loads(compare.read_text(encoding="utf-8")) if compare else None
        if earlier is not None and earlier.get("schema") != "gapcheck/evaluation/1":
            raise ValueError
    except (OSError, ValueError):
        raise typer.BadParameter(f"{compare} is no JSON output of gapcheck evaluate", param_hint="--compare") from None
    try:
        evaluation = run(corpus, Analyzer(as_of=as_of, pdf_reader=PdfReader(pdf_reader.value)))
    except CorpusError as error:
        say(str(error))
        raise typer.Exit(SOME_FAILED) from None
    if outcomes is not None:
        from gapcheck.training.confidences import rows_of, write_rows

        write_rows(rows_of(evaluation.outcomes), outcomes)
    found = evaluation.to_data()
    put(json.dumps(found, indent=1) if format is DataFormat.json else table(found))
    if earlier is not None and format is DataFormat.text:
        put(changes(earlier, found))
