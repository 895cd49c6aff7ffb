"""Output folders of runs, or files of reports → `Group`s. Lines are read one by one; of each a few numbers are kept."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, NotRequired

from pydantic import Discriminator, Field, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from gapcheck.batch.folders import STORE
from gapcheck.batch.inputs import ListError, rows_in
from gapcheck.batch.snapshots import SnapshotError, lines_at
from gapcheck.batch.store import REPORTS, RUN, SUMMARY
from gapcheck.cohort.group import Group, SkillCount, skills_on_the_way
from gapcheck.cohort.model import UnreadPart
from gapcheck.documents.naming import OWN_REPORT
from gapcheck.report.model import ProfilePart
from gapcheck.report.skills_model import LevelText
from gapcheck.report.wording import TOO_LITTLE_READ
from gapcheck.taxonomy import Level, RequirementRule, Taxonomy

_REMEDY = "write them with gapcheck resumes/ -o out/"


class CohortError(Exception):
    """There is nothing to sum up; the message says why and what to do. `is_usage`: the command was
    wrong, not the data.
    """

    def __init__(self, message: str, *, is_usage: bool = True) -> None:
        super().__init__(message)
        self.is_usage = is_usage


class _Document(TypedDict):
    path: str


class _Summary(TypedDict):
    readiness: float
    stage: str
    as_of: date


class _Skill(TypedDict):
    id: str
    name: str
    category: str
    level: LevelText
    afar: NotRequired[bool]


class _Requirement(TypedDict):
    id: str
    name: str
    category: str
    any_of: Annotated[tuple[str, ...], Field(min_length=1)]
    expected: LevelText
    weight: Annotated[float, Field(gt=0)]


class _Report(TypedDict):
    schema: Literal["gapcheck/report/1"]
    document: _Document
    profile: ProfilePart
    summary: _Summary
    skills: list[_Skill]
    requirements: Annotated[list[_Requirement], Field(min_length=1)]


class _Why(TypedDict):
    code: str
    message: str


class _Error(TypedDict):
    schema: Literal["gapcheck/error/1"]
    document: _Document
    error: _Why


_UNREAD: _Why = {"code": "unread", "message": TOO_LITTLE_READ}

_LINE: TypeAdapter[_Report | _Error] = TypeAdapter(Annotated[_Report | _Error, Discriminator("schema")])


@dataclass(slots=True)
class Reports:
    """What was read: a group for each profile, and how many documents had which error. `skipped` files were taken for
    no resume; `unread` are these and the documents with an error, by name. `warnings` are for people.
    """

    groups: list[Group] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    skipped: int = 0
    unread: list[UnreadPart] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def documents(self) -> int:
        """All documents, those with an error too."""
        return sum(map(len, self.groups)) + self.errors.total()


LabelOf = Callable[[str], str | None]
"""Gives the label of the group that a document belongs to, by its path."""


def read_reports(sources: Sequence[Path], taxonomy: Taxonomy, label_of: LabelOf = lambda path: None) -> Reports:
    """The reports in output folders of `gapcheck resumes/ -o out/`, or in files with one a line.

    Raises `CohortError` where a source can't be read, is something else, or holds no report.
    """
    found = Reports()
    gathering = _Gathering(found, taxonomy, label_of)
    for source in sources:
        before = found.documents
        gathering.add(source, _lines(source, found))
        if found.documents == before:
            raise CohortError(f"{source} holds no report: the run found no resume")
    if not found.groups:
        kinds = ", ".join(f"{code} {count}" for code, count in found.errors.most_common())
        raise CohortError(f"none of the {found.documents} documents could be analysed ({kinds})", is_usage=False)
    found.warnings += _unknown(found.groups, taxonomy)
    return found


def read_snapshots(
    folders: Sequence[Path], taxonomy: Taxonomy, when: str | None = None, label_of: LabelOf = lambda path: None
) -> Reports:
    """The reports in output folders as they stood after a run: see `lines_at`. Raises `CohortError`."""
    found = Reports()
    gathering = _Gathering(found, taxonomy, label_of)
    for folder in folders:
        try:
            gathering.add(folder, lines_at(folder, when))
        except SnapshotError as error:
            raise CohortError(str(error)) from None
    return found


@dataclass(slots=True)
class _Gathering:
    """Reads lines of reports and adds each report to its group in `found`."""

    found: Reports
    taxonomy: Taxonomy
    label_of: LabelOf
    asked: list[list[_Requirement]] = field(
        default_factory=list
    )  # of each group: a user's own profile may have changed

    def add(self, source: Path, lines: Iterable[bytes]) -> None:
        for number, line in enumerate(lines, start=1):
            try:
                one = _LINE.validate_json(line)
            except ValidationError as error:
                raise CohortError(f"{source}: {_damage(error, number)}") from None
            if one["schema"] == "gapcheck/error/1":
                self._add_unread(one["document"], one["error"])
            elif one["summary"]["readiness"] is None:
                self._add_unread(one["document"], _UNREAD)
            else:
                _add(one, self._group_of(one))

    def _add_unread(self, document: _Document, why: _Why) -> None:
        self.found.errors[why["code"]] += 1
        self.found.unread.append(UnreadPart(path=document["path"], code=why["code"], message=why["message"]))

    def _group_of(self, report: _Report) -> Group:
        label = self.label_of(report["document"]["path"])
        for group, rules in zip(self.found.groups, self.asked, strict=True):
            if (group.profile, group.label, rules) == (report["profile"], label, report["requirements"]):
                return group
        group = _group(report, self.taxonomy, label)
        self.found.groups.append(group)
        self.asked.append(report["requirements"])
        return group


def _lines(source: Path, found: Reports) -> Iterator[bytes]:
    """The lines of a source that are not empty. What is read is a whole file also while a run has the store open."""
    file = source
    if source.is_dir():
        file = source / REPORTS
        if not file.is_file():
            if (source / STORE).is_file():
                raise CohortError(f"the run in {source} has written no reports yet: let it end, or start it again")
            raise CohortError(f"{source} is no output folder of gapcheck ({REPORTS} is not there): {_REMEDY}")
        found.warnings += _unfinished(source)
        skipped = list(_skipped(source))
        found.skipped += len(skipped)
        found.unread += skipped
    try:
        with file.open("rb") as stream:
            yield from filter(bytes.strip, stream)
    except FileNotFoundError:
        raise CohortError(f"there is no folder or file {source}: check the name, or {_REMEDY}") from None
    except OSError as error:
        raise CohortError(f"{file} can't be read ({error.strerror}): check its permissions") from None


def _skipped(folder: Path) -> Iterator[UnreadPart]:
    """The files that a run took for no resume, without those that gapcheck wrote itself."""
    file = folder / SUMMARY
    try:
        rows = rows_in(file)[1] if file.is_file() else []
    except ListError as error:
        raise CohortError(str(error)) from None
    for row in rows:
        if row.get("status") == "skipped" and row.get("error") != OWN_REPORT:
            yield UnreadPart(path=row["path"], code=row["error"], message=row["message"])


def _unfinished(folder: Path) -> Iterator[str]:
    """What the reports of a run lack, in words."""
    if (folder / f"{STORE}-wal").exists():
        yield f"the run in {folder} has not ended: these are the reports that it last wrote"
    try:
        files = json.loads((folder / RUN).read_bytes())["files"]
        documents, pending = int(files["documents"]), int(files["pending"])
    except (OSError, ValueError, KeyError, TypeError):
        return
    if pending:
        yield (
            f"{documents - pending} of {documents} documents are read, the run in {folder} was stopped: "
            "run the same command again to go on"
        )


def _damage(error: ValidationError, line: int) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] in ("json_invalid", "union_tag_not_found", "model_attributes_type", "dict_type"):
        return f"line {line} is no report of gapcheck: give the output folder of a run, or its {REPORTS}"
    if first["type"] == "union_tag_invalid":
        tag = first["ctx"]["tag"]
        return f"line {line} is {tag}, not gapcheck/report/1: analyse the resumes with this version, into a new folder"
    place = ".".join(str(part) for part in first["loc"][1:])
    return (
        f"line {line} is a report of another gapcheck, or was edited ({place}: {first['msg'].lower()}): "
        "analyse the resumes again, into a new folder"
    )


def _group(report: _Report, taxonomy: Taxonomy, label: str | None) -> Group:
    rules = tuple(
        RequirementRule(**{**one, "expected": Level[one["expected"]]}, source="report")
        for one in report["requirements"]
    )
    skills = skills_on_the_way((skill for rule in rules for skill in rule.any_of), taxonomy)
    return Group(report["profile"], rules, {skill: bytearray() for skill in skills}, label=label)


def _add(report: _Report, group: Group) -> None:
    shown: dict[str, Level] = {}
    for one in report["skills"]:
        level = Level[one["level"]]
        shown[one["id"]] = Level.none if one.get("afar") else level
        if one["id"] not in group.skills:
            group.skills[one["id"]] = SkillCount(one["name"], one["category"])
        group.skills[one["id"]].levels[level] += 1
    for skill, column in group.levels.items():
        column.append(shown.get(skill, Level.none))
    group.paths.append(report["document"]["path"])
    group.readiness.append(report["summary"]["readiness"])
    group.stages.append(sys.intern(report["summary"]["stage"]))
    group.as_of.add(report["summary"]["as_of"])


def _unknown(groups: list[Group], taxonomy: Taxonomy) -> Iterator[str]:
    asked = {skill for group in groups for rule in group.rules for skill in rule.any_of}
    if unknown := sorted(asked - set(taxonomy.skills)):
        names = ", ".join(unknown[:3]) + (" and others" if len(unknown) > 3 else "")
        yield f"no session can be planned for {names}: give the same --taxonomy as the run had"
