"""An output folder → the reports as they stood after one of its runs, with the true paths of their documents."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from gapcheck.batch.folders import STORE

LAST = "last"


class SnapshotError(Exception):
    """There is no such snapshot; the message says which there are."""


def lines_at(folder: Path, when: str | None) -> Iterator[bytes]:
    """The reports of a snapshot as lines of JSON: the newest, for `last` the one before it, else the last one up to a
    day (YYYY-MM-DD). Raises `SnapshotError`.
    """
    path = (folder / STORE).absolute()
    if not path.is_file():
        raise SnapshotError(f"{folder} is no output folder of gapcheck: name the folder that the runs went to")
    if path.with_name(f"{STORE}-wal").exists():
        raise SnapshotError(f"the run in {folder} has not ended: let it end, or run the same command again")
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?immutable=1", uri=True)) as database:
            taken = _chosen(
                [row[0] for row in database.execute("SELECT DISTINCT taken FROM snapshots ORDER BY 1")], when
            )
            for shown, text in database.execute(
                "SELECT s.path, o.json FROM snapshots s JOIN outcomes o USING (sha256, settings) WHERE taken = ? "
                "ORDER BY s.path",
                (taken,),
            ):
                report = json.loads(text)
                report["document"]["path"] = shown
                yield json.dumps(report).encode()
    except sqlite3.Error as error:
        raise SnapshotError(
            f"{folder} can't be read ({error}): look at the disk, or run again into a new folder"
        ) from None


def _chosen(taken: list[str], when: str | None) -> str:
    if not taken:
        raise SnapshotError("no run in it has ended with a report yet: run it first")
    if when is None:
        return taken[-1]
    if when == LAST:
        if len(taken) == 1:
            raise SnapshotError(f"there is one run alone, of {taken[0][:10]}: run again when resumes have changed")
        return taken[-2]
    earlier = [one for one in taken if one[: len(when)] <= when]
    if not earlier:
        raise SnapshotError(f"the first run is of {taken[0][:10]}: give that day or a later one")
    return earlier[-1]
