"""Outcomes of a run → `gapcheck.sqlite` in the output folder, and from it `reports.jsonl`, `summary.csv`, `run.json`.

All that a run has done stands in the store. Each outcome is a transaction of its own, written when its document is
done: a run that is killed loses none that was finished. The files are written anew from the store at the end of a run,
each into a draft that then takes the place of the old file; nothing is ever appended to them. So a document can't stand
in them twice, and what a reader sees is always a whole file. Outcomes are kept by the hash of the document's bytes and
the hash of the settings. Each run leaves a snapshot: which outcome stood for which path.

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
from dataclasses import asdict, astuple, dataclass, fields
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from gapcheck.batch.folders import STORE
from gapcheck.batch.inputs import Input
from gapcheck.batch.outcome import Outcome, Unread, renamed, same_as, shown_path
from gapcheck.batch.parquet import REQUIREMENTS, write_requirements
from gapcheck.batch.pool import Work
from gapcheck.batch.sources import MARK
from gapcheck.documents.naming import NO_RESUME, OWN_REPORT, SKIPPED
from gapcheck.files import open_private
from gapcheck.report import error_report
from gapcheck.safe_text import harmless_cells
from gapcheck.version import __version__

REPORTS, SUMMARY, RUN = "reports.jsonl", "summary.csv", "run.json"
COLUMNS = ("path", "sha256", "status", "readiness", "stage", "met", "below", "missing", "error", "message")

_APPLICATION = 0x67617063  # "gapc", in the header of the SQLite file
_VERSION = 3
_FULL = "the disk is full: make room and run the same command again; what is saved stays"
_TABLES = """
CREATE TABLE options (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE inputs (
    position INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT, error TEXT, code TEXT,
    unsure INTEGER NOT NULL, searched INTEGER NOT NULL
);
CREATE INDEX inputs_by_content ON inputs (sha256);
CREATE TABLE outcomes (
    settings TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL, json TEXT NOT NULL, named TEXT NOT NULL,
    code TEXT, message TEXT, readiness REAL, stage TEXT, met INTEGER, below INTEGER, missing INTEGER,
    PRIMARY KEY (sha256, settings)
);
CREATE TABLE marks (mark TEXT PRIMARY KEY, sha256 TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE snapshots (taken TEXT NOT NULL, settings TEXT NOT NULL, path TEXT NOT NULL, sha256 TEXT NOT NULL);
CREATE VIEW firsts AS SELECT sha256, min(position) AS position FROM inputs WHERE sha256 IS NOT NULL GROUP BY sha256;
"""
_PASSED = ", ".join(f"'{code}'" for code in SKIPPED)
_STATUS = f"""CASE
    WHEN i.searched AND coalesce(i.code, o.code) IN ({_PASSED}) THEN 'skipped'
    WHEN i.code IS NOT NULL THEN 'error'
    WHEN f.position < i.position AND NOT :each THEN 'same'
    WHEN o.sha256 IS NULL THEN 'pending'
    WHEN o.code IS NOT NULL THEN 'error'
    ELSE 'ok' END"""
_ROWS = f"""(SELECT i.*, o.path AS own, iif(:named, o.named, o.json) AS json, o.code AS failure, o.message, o.readiness,
    o.stage, o.met, o.below, o.missing, o.sha256 AS done, first.path AS first, {_STATUS} AS status
    FROM inputs i LEFT JOIN outcomes o ON o.sha256 = i.sha256 AND o.settings = :settings
    AND (o.code IS NOT '{NO_RESUME}' OR i.unsure)
    LEFT JOIN firsts f ON f.sha256 = i.sha256 LEFT JOIN inputs first ON first.position = f.position)"""

_SHOWN = "shown(path, own, json_extract(json, '$.document.path'))"
_SHOWN_FIRST = "shown(first, own, json_extract(json, '$.document.path'))"


class StoreError(Exception):
    """The output folder can't be used. `is_usage`: another command would do; otherwise the machine is at fault."""

    def __init__(self, message: str, *, is_usage: bool = False) -> None:
        super().__init__(message)
        self.is_usage = is_usage


@dataclass(frozen=True, slots=True)
class Counts:
    """The files of a run: the documents, of them those with a report, with an error, and not done; apart from them
    those that were skipped, and those with the bytes of another.
    """

    documents: int
    reports: int
    errors: int
    pending: int
    skipped: int
    same: int


class Store:
    """The store of an output folder, locked until it is closed. `names`: what is written holds personal details;
    `each`: files with the same bytes are reported each. Raises `StoreError`, as all methods do.
    """

    def __init__(self, folder: Path, *, names: bool = False, each: bool = False) -> None:
        self.folder = folder
        self._names, self._each = names, each
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
                "INSERT INTO inputs (path, sha256, error, code, unsure, searched) VALUES (?, ?, ?, ?, ?, ?)",
                map(_input_row, inputs),
            )
            database.execute("UPDATE inputs SET sha256 = m.sha256 FROM marks m WHERE m.mark = inputs.sha256")

    def add(self, outcome: Outcome, settings: str, *, found_as: str) -> None:
        """Keeps an outcome. `found_as` is the hash or mark that the document had when it was found; where it has
        another hash by now, or can't be read any more, that is kept too.
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

    def open_work(
        self, settings: str, *, errors_too: bool = False, locked_too: bool = False, all_again: bool = False
    ) -> list[Work]:
        """The documents that are to be read, in order, each content once: those without an outcome, and by wish those
        with an error too, those locked by a password, or all.
        """
        rows = self._rows(
            settings,
            "path, sha256, min(unsure), min(position)",
            f"WHERE sha256 IS NOT NULL AND (done IS NULL OR :all OR (:errors AND failure NOT IN ({_PASSED})) "
            "OR (:locked AND failure = 'encrypted')) GROUP BY sha256 ORDER BY 4",
            all=all_again,
            errors=errors_too,
            locked=locked_too,
        )
        return [Work(path, sha256, unsure=bool(unsure)) for path, sha256, unsure, _ in rows]

    def counts(self, settings: str) -> Counts:
        """How far the run is."""
        found = dict(self._rows(settings, "status, count(*)", "GROUP BY status"))
        of = {status: found.get(status, 0) for status in ("ok", "error", "pending", "skipped", "same")}
        documents = of["ok"] + of["error"] + of["pending"]
        return Counts(documents, of["ok"], of["error"], of["pending"], of["skipped"], of["same"])

    def least_readiness(self, settings: str) -> float | None:
        """The lowest readiness among the reports; None where there is no report."""
        found: float | None = self._rows(settings, "min(readiness)", "WHERE status = 'ok'").fetchone()[0]
        return found

    def said(self, settings: str, *statuses: str) -> Iterator[tuple[str, str, str]]:
        """Path, code and message of the files with one of these statuses: `error`, `skipped` or `same`."""
        marks = ", ".join(f"'{status}'" for status in statuses)
        columns = "path, coalesce(code, failure, status), error, message, first, status"
        for path, code, error, message, first, status in self._rows(
            settings, columns, f"WHERE status IN ({marks}) ORDER BY position"
        ):
            yield path, code, _message(status, error, message, first) or ""

    def unread(self, settings: str) -> Iterator[Unread]:
        """The files without a report, in order; those that gapcheck wrote itself are left out."""
        columns = f"{_SHOWN}, status, error, message, {_SHOWN_FIRST}"
        rest = f"WHERE status != 'ok' AND coalesce(code, failure, '') != '{OWN_REPORT}' ORDER BY position"
        for path, status, error, message, first in self._rows(settings, columns, rest):
            yield Unread(path, status, _message(status, error, message, first) or "")

    def wrote_names(self) -> bool:
        """Whether the files in the folder hold personal details: those of the run before, until they are written."""
        try:
            return bool(json.loads((self.folder / RUN).read_bytes())["names"])
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def done(self, settings: str) -> Iterator[str]:
        """The paths of the documents that were read, with whatever outcome."""
        rows = self._rows(settings, "path", "WHERE status IN ('ok', 'error') AND error IS NULL ORDER BY position")
        return (path for (path,) in rows)

    def write_files(self, settings: str) -> None:
        """Writes the files from what is kept, a line for each document that is done, in the order of the inputs; and
        keeps a snapshot of it, where it is another than the last.
        """
        self._replace(REPORTS, lambda file: file.writelines(f"{line}\n" for line in self.lines(settings)))
        self._replace(SUMMARY, lambda file: self._write_table(file, settings))
        self._replace(RUN, lambda file: print(json.dumps(self._run(settings), indent=2), file=file))
        self._snap(settings)

    def write_parquet(self, settings: str) -> None:
        """Writes the requirements of all reports as a table. Needs pyarrow."""
        self._replace(REQUIREMENTS, lambda file: write_requirements(self.lines(settings), file.buffer))

    def lines(self, settings: str) -> Iterator[str]:
        """The reports and errors as JSON, in the order of the inputs."""
        for _, line in self.sources(settings):
            yield line

    def sources(self, settings: str) -> Iterator[tuple[str, str]]:
        """For each report and error the path of its document, never redacted, and its JSON."""
        for path, error, own, text, failure in self._rows(
            settings, "path, error, own, json, failure", "WHERE status IN ('ok', 'error') ORDER BY position"
        ):
            if error is not None:
                yield path, error
            else:
                yield path, text if own == path else renamed(text, own, path, is_report=failure is None)

    def _rows(self, settings: str, columns: str, rest: str, **more: object) -> sqlite3.Cursor:
        values = {"settings": settings, "named": self._names, "each": self._each, **more}
        return self._database.execute(f"SELECT {columns} FROM {_ROWS} {rest}", values)

    def _write_table(self, file: TextIO, settings: str) -> None:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        columns = (
            f"{_SHOWN}, iif(sha256 GLOB '{MARK}*', NULL, sha256), status, "
            "iif(status = 'ok', round(readiness, 4), NULL), "
            "iif(status = 'ok', stage, NULL), iif(status = 'ok', met, NULL), iif(status = 'ok', below, NULL), "
            "iif(status = 'ok', missing, NULL), iif(status IN ('same', 'pending'), NULL, coalesce(code, failure)), "
            f"error, message, {_SHOWN_FIRST}"
        )
        for *cells, error, message, first in self._rows(settings, columns, "ORDER BY position"):
            table.writerow(harmless_cells((*cells, _message(cells[2], error, message, first))))

    def _run(self, settings: str) -> dict[str, object]:
        """What `run.json` says: how far the run is, and what its reports rest on."""
        return {
            "schema": "gapcheck/run/1",
            "gapcheck": __version__,
            "ended": datetime.now().astimezone().isoformat(timespec="seconds"),
            "settings": settings,
            "options": self.options(),
            "names": self._names,
            "files": asdict(self.counts(settings)),
        }

    def _snap(self, settings: str) -> None:
        """Keeps which outcome stands for which path."""
        found = self._rows(settings, "path, sha256", "WHERE status = 'ok' ORDER BY path").fetchall()
        with self._transaction() as database:
            last = database.execute(
                "SELECT path, sha256 FROM snapshots WHERE taken = (SELECT max(taken) FROM snapshots) AND settings = ? "
                "ORDER BY path",
                (settings,),
            ).fetchall()
            if found and found != last:
                taken = datetime.now().isoformat(timespec="microseconds")
                rows = ((taken, settings, *row) for row in found)
                database.executemany("INSERT INTO snapshots VALUES (?, ?, ?, ?)", rows)

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


def _input_row(one: Input) -> tuple[str, str | None, str | None, str | None, bool, bool]:
    if one.error is None:
        return one.path, one.sha256, None, None, one.unsure, one.searched
    return one.path, None, error_report(one.path, one.error).to_json(), one.error.code, one.unsure, one.searched


def _message(status: str, error: str | None, message: str | None, first: str | None) -> str | None:
    """What a row says besides its status: the reason, and what to do about it."""
    match status:
        case "same":
            return same_as(first or "")
        case "pending":
            return "not read yet: run the same command again to go on"
        case "ok":
            return None
    if error is None:
        return message
    found: str = json.loads(error)["error"]["message"]
    return found


def _foreign(path: Path) -> StoreError:
    return StoreError(f"{path} is not gapcheck's: give another folder", is_usage=True)


def _cant(folder: Path, error: Exception) -> StoreError:
    if "full" in str(error) or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT):
        return StoreError(f"{folder}: {_FULL}")
    reason = (getattr(error, "strerror", None) or str(error)).lower()
    return StoreError(f"{folder} can't be written ({reason}): check its permissions and the room on the disk")
