"""JSON Resume (jsonresume.org, schema 1.0.0) → paragraphs, in the order of a printed resume.

What the file states stays stated: each section and entry is marked as what it is, with its own dates, so nothing is
guessed from the text below it. Dates become date ranges, a missing end is "present". A skill's level stands behind its
name and before its keywords, where a reader, and the level rule, look for a rating. Lists under keys that the schema
does
not have are read with their key as a label.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.layout.typeset import INDENT, Paragraph, plain, typeset
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.model import Page, Stated

SECTIONS = (
    "basics", "work", "volunteer", "projects", "education", "skills", "certificates", "publications", "awards",
    "languages", "interests", "references",
)  # fmt: skip
"""The parts of the schema, in the order in which they are read."""

_HEADINGS = {"work": "Experience", "volunteer": "Volunteering"}
_SECTIONS = {"work": "experience", "volunteer": "activities", "certificates": "certifications"}
_ENTRIES = {
    "work": "job", "volunteer": "activity", "projects": "project", "education": "education",
    "certificates": "certificate", "publications": "publication", "awards": "award",
}  # fmt: skip
"""The kinds of sections and entries where they are not called like the part."""
_FIELDS = {
    "name": ("company", "employer"), "position": ("title", "role", "jobTitle"), "studyType": ("degree",),
    "institution": ("school", "university"), "startDate": ("start", "from"), "endDate": ("end", "to", "until"),
    "summary": ("description",), "url": ("website", "link", "repository", "github"),
}  # fmt: skip
"""Fields by the names that older schemas and other tools give them."""
_ALONE = {"skills": "name", "certificates": "name", "languages": "language", "interests": "name", "awards": "title"}
"""Parts in which a plain text stands for an entry, and the field that it is; one text may be the whole part, and lists
by name may (`{"backend": ["Go"]}`).
"""
_TOOLS = frozenset(
    ["technologies", "technology", "tech", "stack", "techstack", "toolstack", "tools", "tooling", "skills", "software"]
).union(["frameworks", "libraries", "environment", "builtwith", "tags", "programminglanguages", "databases"])
"""Keys, as bare letters, of what the schema calls keywords: a plain text there names tools too."""
_READ = frozenset(
    ["name", "organization", "position", "url", "startDate", "endDate", "summary", "description", "highlights", "roles"]
).union(
    ["entity", "type", "location", "institution", "area", "studyType", "score", "courses", "level", "keywords"],
    ["date", "issuer", "title", "awarder", "publisher", "releaseDate", "language", "fluency", "reference", "id"],
    *_FIELDS.values(),
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DATE = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?(?:T.*)?$")
_WORDS_OF_KEY = re.compile(r"[_-]+|(?<=[a-z])(?=[A-Z])")
_SAME_LEVEL = {"master": "expert"}  # the schema's own example word, as a resume would say it
_BELOW = 4.0  # points between entries
_ABOVE = 10.0  # points above a heading

Entry = dict[str, Any]


def read_json_resume(text: str, limits: ReadLimits) -> tuple[Page, ...]:
    """The resume as a typeset page. Raises `DocumentError` with code `not-a-resume-file`, `broken` or
    `too-large`.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise DocumentError(
            "broken", "it looks like JSON but is none: check it with a JSON validator, or save the resume as PDF"
        ) from None
    if not isinstance(found, dict) or not any(isinstance(found.get(part), dict | list) for part in SECTIONS):
        raise DocumentError(
            "not-a-resume-file", "this JSON is no resume: give JSON Resume (jsonresume.org), or save the resume as PDF"
        )
    return typeset(_paragraphs(found), limits)


def _paragraphs(resume: Entry) -> Iterator[Paragraph]:
    basics = resume.get("basics")
    if isinstance(basics, dict):
        yield from _basics(basics)
    for part in SECTIONS[1:]:
        entries = _entries(resume, part)
        if entries:
            yield _heading(_HEADINGS.get(part, part.capitalize()), _SECTIONS.get(part, part))
        for entry in entries:
            stated = Stated(entry=_ENTRIES.get(part, ""), dates=_dates(entry))
            paragraphs = [one for one in (*_LAYOUTS[part](entry), *_further(entry)) if one.text.strip()]
            for index, paragraph in enumerate(paragraphs):
                yield replace(paragraph, stated=stated) if stated.entry and not index else paragraph


def _heading(text: str, section: str) -> Paragraph:
    return Paragraph(plain(text, rank=2), gap=_ABOVE, stated=Stated(section=section))


def _further(entry: Entry) -> Iterator[Paragraph]:
    """Lists that the schema has no place for, and tools in one text, each with its key: `technologies`, `techStack`."""
    for key in entry:
        is_list = isinstance(entry[key], list) or "".join(filter(str.isalpha, key)).lower() in _TOOLS
        if key not in _READ and is_list and (texts := _texts(entry, key)):
            yield Paragraph(plain(f"{_words_of(key)}: {', '.join(texts)}"))


def _words_of(key: str) -> str:
    words = _WORDS_OF_KEY.sub(" ", key).strip().lower()
    return f"{words[:1].upper()}{words[1:]}"


def _basics(basics: Entry) -> Iterator[Paragraph]:
    place = basics.get("location")
    where = _text(place, "city") if isinstance(place, dict) else ""
    yield Paragraph(plain(_text(basics, "name"), rank=1), stated=Stated(section="header"))
    yield Paragraph(plain(_text(basics, "label")))
    for text in (_text(basics, "email"), _text(basics, "phone"), _text(basics, "url"), where):
        yield Paragraph(plain(text))
    for profile in _entries(basics, "profiles"):
        url, username = _text(profile, "url"), _text(profile, "username").lstrip("@")
        yield Paragraph(plain(url))
        if username and username.lower() not in url.lower():
            yield Paragraph(plain(f"@{username}"))
    if summary := _text(basics, "summary"):
        yield _heading("Summary", "summary")
        yield from _prose(summary)


def _work(entry: Entry) -> Iterator[Paragraph]:
    title = _text(entry, "position") or _text(entry, "name") or _text(entry, "organization")
    yield _head(title, _dates(entry), _text(entry, "url"))
    names = [_text(entry, field) for field in ("name", "organization", "location")]
    yield Paragraph(plain(", ".join(name for name in names if name and name != title)))
    yield from _described(entry)
    yield from _keywords(entry)


def _project(entry: Entry) -> Iterator[Paragraph]:
    names = [_text(entry, "name"), *_texts(entry, "roles")]
    yield _head(", ".join(filter(None, names)), _dates(entry), _text(entry, "url"))
    yield Paragraph(plain(_text(entry, "entity")))
    yield from _described(entry)
    yield from _keywords(entry)


def _keywords(entry: Entry) -> Iterator[Paragraph]:
    if keywords := _texts(entry, "keywords"):
        yield Paragraph(plain(f"Keywords: {', '.join(keywords)}"))


def _education(entry: Entry) -> Iterator[Paragraph]:
    degree = ", ".join(filter(None, (_text(entry, "studyType"), _text(entry, "area"))))
    school = _text(entry, "institution")
    yield _head(degree or school, _dates(entry))
    yield Paragraph(plain(school if degree else ""))
    if score := _text(entry, "score"):
        yield _point(f"Grade: {score}")
    if courses := _texts(entry, "courses"):
        yield _point(f"Courses: {', '.join(courses)}")


def _skill(entry: Entry) -> Iterator[Paragraph]:
    name, keywords = _text(entry, "name"), ", ".join(_texts(entry, "keywords"))
    level = _SAME_LEVEL.get(_text(entry, "level").lower(), _text(entry, "level"))
    level = level[:1].upper() + level[1:]  # what begins small goes on with the line above
    if not level:
        yield Paragraph(plain(f"{name}: {keywords}" if name and keywords else name or keywords))
        return
    yield Paragraph(plain(f"{name} ({level})" if name else ""))
    yield Paragraph(plain(f"{level}: {keywords}" if keywords else ""))


def _certificate(entry: Entry) -> Iterator[Paragraph]:
    yield _head(", ".join(filter(None, (_text(entry, "name"), _text(entry, "issuer")))), _date(entry, "date"))


def _award(entry: Entry) -> Iterator[Paragraph]:
    yield _head(", ".join(filter(None, (_text(entry, "title"), _text(entry, "awarder")))), _date(entry, "date"))
    yield from _described(entry)


def _publication(entry: Entry) -> Iterator[Paragraph]:
    yield _head(", ".join(filter(None, (_text(entry, "name"), _text(entry, "publisher")))), _date(entry, "releaseDate"))
    yield from _described(entry)


def _language(entry: Entry) -> Iterator[Paragraph]:
    fluency = _text(entry, "fluency")
    yield Paragraph(plain(_text(entry, "language") + (f" ({fluency})" if fluency else "")))


def _interest(entry: Entry) -> Iterator[Paragraph]:
    yield Paragraph(plain(", ".join(filter(None, (_text(entry, "name"), *_texts(entry, "keywords"))))))


def _reference(entry: Entry) -> Iterator[Paragraph]:
    yield Paragraph(plain(_text(entry, "name")))
    yield from _prose(_text(entry, "reference"))


_LAYOUTS = {
    "work": _work, "volunteer": _work, "projects": _project, "education": _education, "skills": _skill,
    "certificates": _certificate, "publications": _publication, "awards": _award, "languages": _language,
    "interests": _interest, "references": _reference,
}  # fmt: skip


def _head(title: str, dates: str, link: str = "") -> Paragraph:
    runs = (*(replace(run, link=link) for run in plain(title, bold=True)), *plain(f"\t{dates}" if dates else ""))
    return Paragraph(runs, gap=_BELOW)


def _described(entry: Entry) -> Iterator[Paragraph]:
    for text in dict.fromkeys((_shown(entry.get("description")), _text(entry, "summary"))):
        yield from _prose(text)
    yield from map(_point, _texts(entry, "highlights"))


def _prose(text: str) -> Iterator[Paragraph]:
    for line in text.splitlines():
        yield Paragraph(plain(line))


def _point(text: str) -> Paragraph:
    return Paragraph(plain(text), indent=INDENT, bullet=True)


def _dates(entry: Entry) -> str:
    start, end = _date(entry, "startDate"), _date(entry, "endDate")
    single = next(filter(None, (_date(entry, field) for field in ("date", "releaseDate"))), "")
    return f"{start} – {end or 'present'}" if start else end or single


def _date(entry: Entry, field: str) -> str:
    """`2024-06` and `2024-06-17` as `Jun 2024`; what is no such date as it stands."""
    text = _text(entry, field)
    found = _DATE.match(text)
    return f"{_MONTHS[int(found[2]) - 1]} {found[1]}" if found and found[2] else found[1] if found else text


def _entries(resume: Entry, part: str) -> list[Entry]:
    found, alone = resume.get(part), _ALONE.get(part)
    if alone and isinstance(found, dict):
        found = [{alone: _words_of(key), "keywords": one} for key, one in found.items()]
    elif alone and isinstance(found, str):
        found = found.splitlines()
    if not isinstance(found, list):
        return []
    entries = ({alone: one} if alone and isinstance(one, str) else one for one in found)
    return [entry for entry in entries if isinstance(entry, dict)]


def _texts(entry: Entry, field: str) -> list[str]:
    """The texts of a field, a list, one text, or lists by name (`{"backend": ["Go"]}`); of an object its name."""

    def inside(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            value = [value["name"]] if "name" in value else list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from inside(one)
        elif shown := _shown(value):
            yield shown

    found = entry.get(field)
    return list(inside(found)) if isinstance(found, list | dict | str) else []


def _text(entry: Entry, field: str) -> str:
    """The text of a field, under any of its names."""
    return next(filter(None, (_shown(entry.get(name)) for name in (field, *_FIELDS.get(field, ())))), "")


def _shown(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
