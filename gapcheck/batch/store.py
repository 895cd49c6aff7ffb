"""Outcomes of a run → `gapcheck.sqlite` in the output folder, and from it `reports.jsonl` and `summary.csv`.

The store is the truth. Each outcome is a transaction of its own, written when its document is done: a run that is
killed loses none that was finished. The two files are written anew from the store at the end of a run, each into a
draft that then takes the place of the old file; nothing is ever appended to them. So a document can't stand in them
twice, and what a reader sees is always a whole file. Outcomes are kept by the hash of the document's bytes and the hash
of the settings.

An open store is locked, by SQLite's own lock, which ends with the process however it ends: two runs can't share a
folder.
"""

from __future__ import annotations

import csv
import errno
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from types import TracebackType
from typing import TextIO

from gapcheck.batch.inputs import Input
from gapcheck.batch.outcome import Outcome, renamed, shown_path
from gapcheck.batch.parquet import REQUIREMENTS, write_requirements
from gapcheck.batch.pool import Work
from gapcheck.batch.sources import MARK
from gapcheck.files import open_private
from gapcheck.report import error_report
from gapcheck.safe_text import harmless_cells

STORE, REPORTS, SUMMARY = "gapcheck.sqlite", "reports.jsonl", "summary.csv"
COLUMNS = ("path", "sha256", "status", "readiness", "stage", "met", "below", "missing", "error")

_APPLICATION = 0x67617063  # "gapc", in the header of the SQLite file
_VERSION = 2
_FULL = "the disk is full: make room and run the same command again; what is saved stays"
_TABLES = """
CREATE TABLE options (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE inputs (position INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT, error TEXT, code TEXT);
CREATE INDEX inputs_by_content ON inputs (sha256);
CREATE TABLE outcomes (
    settings TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, json TEXT NOT NULL, code TEXT, message TEXT,
    readiness REAL, stage TEXT, met INTEGER, below INTEGER, missing INTEGER, PRIMARY KEY (sha256, settings)
);
CREATE TABLE marks (mark TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
"""
_JOINED = "FROM inputs i LEFT JOIN outcomes o ON o.sha256 = i.sha256 AND o.settings = ?"


class StoreError(Exception):
    """The output folder can't be used. `is_usage`: another command would do; otherwise the machine is at fault."""

    def __init__(self, message: str, *, is_usage: bool = False) -> None:
        super().__init__(message)
        self.is_usage = is_usage


@dataclass(frozen=True, slots=True)
class Counts:
    """The documents of a run: all, those with a report, and those with an error."""

    documents: int
    reports: int
    errors: int

    @property
    def open(self) -> int:
        """Those that are not done."""
        return self.documents - self.reports - self.errors


class Store:
    """The store of an output folder, locked until it is closed. Raises `StoreError`, as all methods do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        path = folder / STORE
        try:
            folder.mkdir(exist_ok=True, mode=0o700)
            open_private(path, "a").close()  # SQLite gives its other files the mode of this one
            self._database = sqlite3.connect(path, timeout=1, isolation_level=None)
        except FileExistsError:
            raise StoreError(f"{folder} is a file: give a folder to write to", is_usage=True) from None
        except FileNotFoundError:
            raise StoreError(f"the folder {folder.parent} does not exist: create it first", is_usage=True) from None
        except (OSError, sqlite3.Error) as error:
            raise _cant(folder, error) from None
        try:
            self._open()
        except sqlite3.OperationalError as error:
            self.close()
            if "locked" in str(error):
                raise StoreError(f"another run or program uses {path}: wait for it, or give another folder") from None
            raise _cant(folder, error) from None
        except sqlite3.DatabaseError:
            self.close()
            raise _foreign(path) from None
        except StoreError:
            self.close()
            raise

    def _open(self) -> None:
        run = self._database.execute
        self._database.create_function("shown", 3, shown_path, deterministic=True)
        run("PRAGMA locking_mode = EXCLUSIVE")  # before anything else: then the lock is taken and kept
        kept = run("PRAGMA application_id").fetchone()[0], run("PRAGMA user_version").fetchone()[0]
        is_new = not run("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not is_new and kept[0] != _APPLICATION:
            raise _foreign(self.folder / STORE)
        if not is_new and kept[1] != _VERSION:
            age = "an older" if kept[1] < _VERSION else "a newer"
            raise StoreError(f"{self.folder} was written by {age} gapcheck: give another folder", is_usage=True)
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = NORMAL")  # a killed process loses nothing; a power cut perhaps the last outcomes
        run("BEGIN EXCLUSIVE")
        if is_new:
            for statement in filter(str.strip, _TABLES.split(";")):
                run(statement)
            run(f"PRAGMA application_id = {_APPLICATION}")
            run(f"PRAGMA user_version = {_VERSION}")
        run("COMMIT")

    def close(self) -> None:
        """Gives the lock back."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def options(self) -> dict[str, str]:
        """What the run that is kept here was asked for; nothing in a new store."""
        return dict(self._database.execute("SELECT name, value FROM options ORDER BY name"))

    def begin(self, options: dict[str, str], inputs: Iterable[Input]) -> None:
        """Keeps what this run is asked for and its documents, in place of those of the run before."""
        with self._transaction() as database:
            database.execute("DELETE FROM options")
            database.executemany("INSERT INTO options VALUES (?, ?)", options.items())
            database.execute("DELETE FROM inputs")
            database.executemany(
                "INSERT INTO inputs (path, sha256, error, code) VALUES (?, ?, ?, ?)", map(_input_row, inputs)
            )
            database.execute("UPDATE inputs SET sha256 = m.sha256 FROM marks m WHERE m.mark = inputs.sha256")

    def add(self, outcome: Outcome, settings: str, *, found_as: str) -> None:
        """Keeps an outcome. `found_as` is the hash or mark that the document had when it was found: its hash now, or
        that it can't be read any more, is kept of its path too.
        """
        with self._transaction() as database:
            if outcome.code in ("not-found", "unreadable"):
                gone = (outcome.json, outcome.code, outcome.path)
                database.execute("UPDATE inputs SET sha256 = NULL, error = ?, code = ? WHERE path = ?", gone)
                return
            marks = ", ".join("?" * (len(fields(outcome)) + 1))
            names = ", ".join(field.name for field in fields(outcome))
            values = (*astuple(outcome), settings)
            database.execute(f"INSERT OR REPLACE INTO outcomes ({names}, settings) VALUES ({marks})", values)
            if outcome.sha256 != found_as:
                database.execute("UPDATE inputs SET sha256 = ? WHERE path = ?", (outcome.sha256, outcome.path))
                if found_as.startswith(MARK):
                    database.execute("INSERT OR REPLACE INTO marks VALUES (?, ?)", (found_as, outcome.sha256))

    def open_work(self, settings: str, *, errors_too: bool = False, all_again: bool = False) -> list[Work]:
        """The documents without an outcome, in order, the same bytes once; or also those with an error, or all."""
        wanted = "o.sha256 IS NULL" + (" OR o.code IS NOT NULL" if errors_too else "") + (" OR 1" if all_again else "")
        rows = self._database.execute(
            f"SELECT i.path, i.sha256, min(i.position) {_JOINED} "
            f"WHERE i.sha256 IS NOT NULL AND ({wanted}) GROUP BY i.sha256 ORDER BY 3",
            (settings,),
        )
        return [Work(path, sha256) for path, sha256, _ in rows]

    def counts(self, settings: str) -> Counts:
        """How far the run is."""
        row = self._database.execute(
            "SELECT count(*), coalesce(sum(o.sha256 IS NOT NULL AND o.code IS NULL), 0), "
            f"coalesce(sum(i.code IS NOT NULL OR o.code IS NOT NULL), 0) {_JOINED}",
            (settings,),
        ).fetchone()
        return Counts(*row)

    def least_readiness(self, settings: str) -> float | None:
        """The lowest readiness among the reports; None where there is no report."""
        row = self._database.execute(f"SELECT min(o.readiness) {_JOINED} WHERE o.code IS NULL", (settings,)).fetchone()
        found: float | None = row[0]
        return found

    def unread(self) -> Iterator[tuple[str, str, str]]:
        """Path, code and message of the inputs whose bytes can't be had."""
        for path, text, code in self._database.execute(
            "SELECT path, error, code FROM inputs WHERE error IS NOT NULL ORDER BY position"
        ):
            yield path, code, json.loads(text)["error"]["message"]

    def write_files(self, settings: str) -> None:
        """Writes the two files from what is kept, a line for each document that is done, in the order of the inputs."""
        self._replace(REPORTS, lambda file: file.writelines(f"{line}\n" for line in self._lines(settings)))
        self._replace(SUMMARY, lambda file: self._write_table(file, settings))

    def write_parquet(self, settings: str) -> None:
        """Writes the requirements of all reports as a table. Needs pyarrow."""
        self._replace(REQUIREMENTS, lambda file: write_requirements(self._lines(settings), file.buffer))

    def _lines(self, settings: str) -> Iterator[str]:
        for path, error, own, text, code in self._database.execute(
            f"SELECT i.path, i.error, o.path, o.json, o.code {_JOINED} "
            "WHERE i.error IS NOT NULL OR o.json IS NOT NULL ORDER BY i.position",
            (settings,),
        ):
            if error is not None:
                yield error
            else:
                yield text if own == path else renamed(text, own, path, is_report=code is None)

    def _write_table(self, file: TextIO, settings: str) -> None:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        rows = self._database.execute(
            "SELECT shown(i.path, o.path, json_extract(o.json, '$.document.path')), "
            f"iif(i.sha256 GLOB '{MARK}*', NULL, i.sha256), "
            "CASE WHEN coalesce(i.code, o.code) IS NULL THEN 'ok' ELSE 'error' END, "
            f"round(o.readiness, 4), o.stage, o.met, o.below, o.missing, coalesce(i.code, o.code) {_JOINED} "
            "WHERE i.error IS NOT NULL OR o.json IS NOT NULL ORDER BY i.position",
            (settings,),
        )
        table.writerows(map(harmless_cells, rows))

    def _replace(self, name: str, write: Callable[[TextIO], None]) -> None:
        draft = self.folder / f".{name}.draft"
        try:
            draft.unlink(missing_ok=True)
            with open_private(draft, "x", newline="") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / name)
        except (OSError, sqlite3.Error) as error:
            draft.unlink(missing_ok=True)
            raise _cant(self.folder, error) from None

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        try:
            self._database.execute("BEGIN IMMEDIATE")
            yield self._database
            self._database.execute("COMMIT")
        except sqlite3.Error as error:
            self._roll_back()
            raise _cant(self.folder, error) from None
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")


def _input_row(one: Input) -> tuple[str, str | None, str | None, str | None]:
    if one.error is None:
        return one.path, one.sha256, None, None
    return one.path, None, error_report(one.path, one.error).to_json(), one.error.code


def _foreign(path: Path) -> StoreError:
    return StoreError(f"{path} is not gapcheck's: give another folder", is_usage=True)


def _cant(folder: Path, error: Exception) -> StoreError:
    if "full" in str(error) or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return StoreError(f"{folder}: {_FULL}")
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return StoreError(f"{folder} can't be written ({reason}): check its permissions and the room on the disk")
