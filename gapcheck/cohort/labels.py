"""`folder`, or a column of a CSV file → a function that gives the label of the group that a document belongs to."""

from __future__ import annotations

from pathlib import Path, PurePath

from gapcheck.batch.inputs import ListError, rows_in
from gapcheck.cohort.reading import CohortError, LabelOf

FOLDER = "folder"
NOT_LISTED = "not listed"
_FILES = ("file", "path", "resume")  # the last in students.csv, to which a column can be added


def label_of(by: str) -> LabelOf:
    """What labels documents: the folder they lie in, or `FILE.csv:COLUMN`, where the column `file` names them by path
    or file name. Raises `CohortError`.
    """
    if by == FOLDER:
        return lambda path: PurePath(path).parent.name or "."
    name, _, column = by.rpartition(":")
    if Path(by).is_file():
        name, column = by, ""
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
    if key is None:
        raise CohortError(f"{file} needs a column file that names the resumes: it has {', '.join(names) or 'none'}")
    if column not in names:
        others = ", ".join(one for one in names if one != key) or "none besides: add one"
        fault = f"has no column {column}" if column else "needs a column to group by"
        raise CohortError(f"{file} {fault}: write --by {file}:COLUMN with one of its columns ({others})")
    return {row[key]: row[column] for row in rows if row[key]}
