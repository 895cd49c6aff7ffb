"""A `GapReport` and pictures of the resume's pages → one HTML file, with each claim tied to the marked line."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil
from typing import TypeVar

from gapcheck.documents.pdf.page_images import PagePicture
from gapcheck.outputs.html.page import render_page
from gapcheck.report import advice_wording as advice
from gapcheck.report import certificate_wording as certificates
from gapcheck.report import idea_wording, wording
from gapcheck.report.model import GapReport
from gapcheck.report.skills_model import EvidencePart, SkillPart
from gapcheck.report.step_numbers import numbered
from gapcheck.taxonomy import Level

_T = TypeVar("_T")

_NEXT = 3
_FEW_TOPICS = 4
_MOST_TICKS = 4
_MARK_MARGIN = 1.0  # points around a marked line


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another page of a site that the report is shown on."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class _Area:
    """A category of requirements: its mean levels, 0 to 3, by the weight of the requirements."""

    name: str
    expected: float
    found: float
    met: int
    total: int


@dataclass(frozen=True, slots=True)
class _Next:
    """One of the first things to do, and the part of the page that says more."""

    when: str
    text: str
    part: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line of the resume that shows skills. The edges are in percent of the page."""

    id: str
    page: int
    line: int
    quote: str
    skills: tuple[SkillPart, ...]
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the resume as a picture, with its marks from top to bottom."""

    number: int
    width: int
    height: int
    source: str
    marks: tuple[_Mark, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of the plan's time, in percent of the whole."""

    start: float
    length: float


@dataclass(frozen=True, slots=True)
class _Tick:
    """The first day of a month on the plan's axis, in percent."""

    at: float
    label: str


def html_report(report: GapReport, pages: Sequence[PagePicture] = (), *, links: Sequence[Link] = ()) -> str:
    """The report as one HTML file that needs no other. With `pages` the resume stands beside it, its lines marked;
    without, evidence is text alone. `links` stand above it, for a site that shows it.
    """
    file_name = re.split(r"[\\/]", report.document.path)[-1]
    if not report.is_read:
        return render_page(
            "unread.html.j2",
            styles=("base.css", "report.css"),
            report=report,
            links=links,
            wording=wording,
            file_name=file_name,
        )
    shown = _shown_pages(report, pages)
    marks = {(mark.page, mark.line): mark for page in shown for mark in page.marks}
    first, last = report.schedule.begins, report.schedule.ends
    return render_page(
        "report.html.j2",
        styles=("base.css", "report.css"),
        scripts=("report.js",),
        rules="".join(map(_rule, marks.values())),
        report=report,
        links=links,
        wording=wording,
        certificates=certificates,
        ideas=idea_wording,
        advice=advice,
        file_name=file_name,
        names=wording.requirement_names(report),
        skill_names=wording.skill_names(report),
        skills={skill.id: skill for skill in report.skills},
        next_things=_next_things(report),
        areas=_areas(report),
        requirements=_groups(report.requirements, lambda row: row.category),
        homes=_homes(report),
        plan=_groups(numbered(report.plan), lambda one: one[1].phase),
        phases={phase.id: phase for phase in report.schedule.phases},
        span=lambda begins, ends: _span(begins, ends, first, last),
        ticks=_ticks(first, last),
        further=_groups(wording.further_skills(report), lambda skill: skill.level),
        not_counted=_groups(sorted(report.not_counted, key=lambda one: one.reason), lambda one: one.reason),
        few=_FEW_TOPICS,
        pages=shown,
        marks=marks,
        pictured={page.number for page in shown},
    )


def _groups(items: Iterable[_T], key: Callable[[_T], str]) -> list[tuple[str, list[_T]]]:
    """The items in groups: neighbours with the same key are one group, and each group comes with its key."""
    return [(name, list(group)) for name, group in groupby(items, key=key)]


def _areas(report: GapReport) -> list[_Area]:
    areas = []
    for name, rows in _groups(report.requirements, lambda row: row.category):
        weight = sum(row.weight for row in rows) or 1.0
        expected = sum(row.weight * Level[row.expected] for row in rows) / weight
        found = sum(row.weight * Level[row.found] for row in rows) / weight
        areas.append(
            _Area(name.replace("-", " "), expected, found, sum(row.status == "met" for row in rows), len(rows))
        )
    return areas


def _next_things(report: GapReport) -> list[_Next]:
    """Three things to do this week: lines to write, work to begin."""
    return [_Next("This week", said, "plan") for said in advice.this_week(report)][:_NEXT]


def _homes(report: GapReport) -> dict[str, list[SkillPart]]:
    """For each requirement the skills whose evidence stands there. A skill stands where it first carries a requirement,
    else where it is first asked for, so that it has one place on the page.
    """
    shown = {skill.id: skill for skill in report.skills}
    home: dict[str, str] = {}
    for row in report.requirements:
        if row.skill in shown:
            home.setdefault(row.skill, row.id)
    for row in report.requirements:
        for skill in row.any_of:
            if skill in shown:
                home.setdefault(skill, row.id)
    return {
        row.id: sorted(
            (shown[skill] for skill in row.any_of if home.get(skill) == row.id), key=lambda one: one.id != row.skill
        )
        for row in report.requirements
    }


def _shown_pages(report: GapReport, pictures: Iterable[PagePicture]) -> tuple[_Page, ...]:
    lines: dict[tuple[int, int], list[tuple[SkillPart, EvidencePart]]] = {}
    for skill in report.skills:
        for part in skill.evidence:
            lines.setdefault((part.page, part.line), []).append((skill, part))
    return tuple(
        _Page(
            picture.number,
            round(picture.width),
            round(picture.height),
            f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}",
            tuple(
                sorted(
                    (_mark(picture, line, shown) for (page, line), shown in lines.items() if page == picture.number),
                    key=lambda mark: mark.line,
                )
            ),
        )
        for picture in pictures
    )


def _mark(picture: PagePicture, line: int, shown: Sequence[tuple[SkillPart, EvidencePart]]) -> _Mark:
    """One mark for all skills of a line: a little larger than the box around their words, and within the page."""
    boxes = [part.box for _, part in shown]
    x0, top = (max(0.0, min(box[edge] for box in boxes) - _MARK_MARGIN) for edge in (0, 1))
    x1 = min(picture.width, max(box[2] for box in boxes) + _MARK_MARGIN)
    bottom = min(picture.height, max(box[3] for box in boxes) + _MARK_MARGIN)
    return _Mark(
        id=f"line-{picture.number}-{line}",
        page=picture.number,
        line=line,
        quote=shown[0][1].quote,
        skills=tuple(skill for skill, _ in shown),
        left=100 * x0 / picture.width,
        top=100 * top / picture.height,
        width=100 * (x1 - x0) / picture.width,
        height=100 * (bottom - top) / picture.height,
    )


def _rule(mark: _Mark) -> str:
    """The place of a mark as CSS: an attribute would need a looser Content-Security-Policy."""
    return (
        f"#{mark.id}{{left:{mark.left:.2f}%;width:{mark.width:.2f}%;top:{mark.top:.2f}%;height:{mark.height:.2f}%}}"
        f"#{mark.id}+.shows{{top:{mark.top + mark.height:.2f}%;--at:{mark.left:.2f}%}}"
    )


def _span(begins: date, ends: date, first: date, last: date) -> _Span:
    whole = max(1, (last - first).days)
    return _Span(100 * (begins - first).days / whole, max(1.0, 100 * (ends - begins).days / whole))


def _ticks(first: date, last: date) -> list[_Tick]:
    """The first days of months between two days, at most four of them, at even distances."""
    months = range(first.year * 12 + first.month - (first.day == 1), last.year * 12 + last.month)
    apart = max(1, ceil(len(months) / _MOST_TICKS))
    days = [date(month // 12, month % 12 + 1, 1) for month in months[::apart]]
    return [_Tick(_span(day, day, first, last).start, f"{day:%b %Y}") for day in days]
