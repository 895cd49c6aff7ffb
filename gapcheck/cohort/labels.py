"""`folder`, or a column of a CSV file → a function that gives the label of the group that a document belongs to."""

from __future__ import annotations

from pathlib import Path, PurePath

from gapcheck.batch.inputs import ListError, rows_in
from gapcheck.cohort.reading import CohortError, LabelOf

FOLDER = "folder"
NOT_LISTED = "not listed"
_FILES = ("file", "path")


def label_of(by: str) -> LabelOf:
    """What labels documents: the folder they lie in, or `FILE.csv:COLUMN`, where the column `file` names them by path
    or file name. Raises `CohortError`.
    """
    if by == FOLDER:
        return lambda path: PurePath(path).parent.name or "."
    name, _, column = by.rpartition(":")
    if not name:
        raise CohortError(f"{by!r} is nothing to group by: write folder, or FILE.csv:COLUMN")
    labels = _labels(Path(name), column)
    return lambda path: labels.get(path) or labels.get(PurePath(path).name) or NOT_LISTED


def _labels(file: Path, column: str) -> dict[str, str]:
    try:
        names, rows = rows_in(file)
    except ListError as error:
        raise CohortError(str(error)) from None
    key = next((one for one in _FILES if one in names), None)
    if key is None or column not in names:
        known = ", ".join(names)
        raise CohortError(f"{file} needs the columns file and {column}: it has {known or 'none'}")
    return {row[key]: row[column] for row in rows if row[key]}
