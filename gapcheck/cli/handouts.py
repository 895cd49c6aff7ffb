"""The reports of a run → a file for each below `reports/`, a page that leads to them, and a table for Excel."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path, PurePath, PurePosixPath
from typing import TYPE_CHECKING

from gapcheck.cli.write import Pictures, rendered
from gapcheck.files import WriteError, make_private, write_file
from gapcheck.outputs.formats import FORMATS, View

if TYPE_CHECKING:
    from gapcheck.batch.outcome import Unread
    from gapcheck.documents.pdf.page_images import PagePicture
    from gapcheck.report import GapReport

FOLDER, INDEX, TABLE = "reports", "index.html", "students"

_WRITTEN = ".written"  # the list of the files that the run before put there
_LONGEST_NAME = 120  # characters of a file's name: far below what file systems take, in any script
_UNFIT = re.compile(r"[^\w. -]+")

Sources = Callable[[], Iterable[tuple[str, str]]]
"""Gives the true path of each document and its JSON, report or error."""


def no_pictures(_: GapReport) -> Sequence[PagePicture]:
    """For reports without the resume."""
    return ()


def write_handouts(
    sources: Sources,
    unread: Sequence[Unread],
    places: Sequence[str],
    folder: Path,
    format: str,
    view: View,
    pictures: Pictures,
) -> None:
    """Writes the files; the page and the table name the files without a report too. Those that the run before wrote
    and that are not written now go. Raises `WriteError`.
    """
    from gapcheck.outputs.html.handouts import Handout, handouts_page
    from gapcheck.outputs.students import StudentTable

    names = {path: name + FORMATS[format].suffix for path, name in handout_names(_shown(sources), places).items()}
    shown: list[Handout] = []
    table = StudentTable()
    try:
        for path, report in _reports(sources):
            target = folder / FOLDER / names[path]
            make_private(target.parent)
            write_file(target, rendered(report, format, view, pictures))
            shown.append(Handout(report.document.path, f"{FOLDER}/{names[path]}", report.summary, report.requirements))
            table.add(report)
        _forget_others(folder / FOLDER, set(names.values()))
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise WriteError(f"{folder} can't be written ({reason}): check permissions and the room on the disk") from None
    for file in unread:
        table.add_unread(file)
    write_file(folder / INDEX, handouts_page(shown, unread))
    write_file(folder / f"{TABLE}.csv", table.to_csv())
    if find_spec("xlsxwriter"):
        write_file(folder / f"{TABLE}.xlsx", table.to_xlsx())


def has_handouts(folder: Path) -> bool:
    """Whether `write_handouts` wrote into the folder."""
    return (folder / FOLDER / _WRITTEN).is_file()


def forget_handouts(folder: Path) -> bool:
    """Removes what `write_handouts` wrote into the folder; gives whether there was anything."""
    if not has_handouts(folder):
        return False
    _forget_others(folder / FOLDER, set())
    for name in (INDEX, f"{TABLE}.csv", f"{TABLE}.xlsx", f"{FOLDER}/{_WRITTEN}"):
        (folder / name).unlink(missing_ok=True)
    for place in sorted((folder / FOLDER).rglob("*/"), reverse=True):
        with suppress(OSError):  # what else lies there stays
            place.rmdir()
    return True


def handout_names(shown: Mapping[str, str], places: Sequence[str]) -> dict[str, str]:
    """For each true path the name of its file, without suffix: with its folders below the place that was searched, and
    the same in every run. `shown` are the paths as reports show them; where names were taken out of one, a part of the
    true path's hash keeps it apart.
    """
    names = {path: _name(path, as_shown, places) for path, as_shown in shown.items()}
    count = Counter(name.casefold() for name in names.values())
    return {path: name if count[name.casefold()] == 1 else f"{name}-{_hash(path)}" for path, name in names.items()}


def _name(path: str, shown: str, places: Sequence[str]) -> str:
    below = [place for place in places if _below(path, place)]
    kept = len(_below(path, max(below, key=len))) if below else 1
    parts = [_UNFIT.sub("-", part).strip(" .-")[:_LONGEST_NAME] or "-" for part in PurePath(shown).parts[-kept:]]
    last = PurePosixPath(parts[-1])
    parts[-1] = last.stem if last.suffix.lower() == ".pdf" else last.name
    return "/".join(parts) + ("" if shown == path else f"-{_hash(path)}")


def _below(path: str, place: str) -> tuple[str, ...]:
    """The parts of a path below a place; none where it is not below it."""
    try:
        return PurePath(path).relative_to(place).parts
    except ValueError:
        return ()


def _hash(path: str) -> str:
    return hashlib.sha256(path.encode()).hexdigest()[:8]


def _shown(sources: Sources) -> dict[str, str]:
    return {path: report.document.path for path, report in _reports(sources)}


def _reports(sources: Sources) -> Iterable[tuple[str, GapReport]]:
    from gapcheck.report import GapReport

    for path, line in sources():
        if line.startswith('{"schema":"gapcheck/report/'):
            yield path, GapReport.model_validate_json(line)


def _forget_others(folder: Path, written: set[str]) -> None:
    """Removes what the run before wrote and this one did not, so that no file tells names that were taken out."""
    listed = folder / _WRITTEN
    before = listed.read_text(encoding="utf-8").splitlines() if listed.is_file() else []
    for name in set(before) - written:
        (folder / name).unlink(missing_ok=True)
    make_private(folder)
    write_file(listed, "".join(f"{name}\n" for name in sorted(written)))
