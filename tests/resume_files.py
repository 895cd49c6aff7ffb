"""One invented resume as the bytes of a DOCX, Markdown, plain text, HTML or JSON Resume file."""

from __future__ import annotations

import html
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm

sys.path.insert(0, str(Path(__file__).parent.parent / "samples"))
from make_samples import Entry, Resume

_TAGS = re.compile(r"</?[bi]>")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = {
    "experience": "work",
    "research experience": "work",
    "work experience": "work",
    "projects": "projects",
    "education": "education",
    "certifications": "certificates",
    "skills": "skills",
}


def _bare(text: str) -> str:
    return _TAGS.sub("", text)


def _title(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.title, entry.place)))


def as_text(resume: Resume) -> bytes:
    """Plain text as people type it: headings in capitals, dates after a wide gap."""
    lines = [resume.name, resume.headline, " | ".join(resume.contact)]
    for section in resume.sections:
        lines += ["", section.title.upper(), ""]
        for item in section.content:
            if isinstance(item, Entry):
                lines += [
                    f"{_title(item)}    {item.dates}".rstrip(),
                    *(f"- {_bare(point)}" for point in item.points),
                    "",
                ]
            else:
                lines.append(_bare(str(item)))
    return "\n".join(lines).encode()


def as_markdown(resume: Resume) -> bytes:
    """Markdown with a heading for each section and entry."""
    lines = [f"# {resume.name}", "", resume.headline, "", " | ".join(resume.contact)]
    for section in resume.sections:
        lines += ["", f"## {section.title}", ""]
        for item in section.content:
            if isinstance(item, Entry):
                lines += ["", f"### {_title(item)}", "", f"*{item.dates}*" if item.dates else "", ""]
                lines += [f"- {_bare(point)}" for point in item.points]
            else:
                lines += [
                    str(item).replace("<b>", "**").replace("</b>", "**").replace("<i>", "*").replace("</i>", "*"),
                    "",
                ]
    return "\n".join(lines).encode()


def as_html(resume: Resume) -> bytes:
    """A web page with headings and lists."""
    parts = [f"<!DOCTYPE html><html><head><title>x</title></head><body><h1>{resume.name}</h1><p>{resume.headline}</p>"]
    parts.append(f"<p>{' | '.join(resume.contact)}</p>")
    for section in resume.sections:
        parts.append(f"<section><h2>{html.escape(section.title)}</h2>")
        for item in section.content:
            if isinstance(item, Entry):
                points = "".join(f"<li>{html.escape(_bare(point))}</li>" for point in item.points)
                parts.append(f"<h3>{html.escape(_title(item))}</h3><p>{item.dates}</p><ul>{points}</ul>")
            else:
                parts.append(f"<p>{str(item).replace('&', '&amp;')}</p>")
        parts.append("</section>")
    return "".join([*parts, "</body></html>"]).encode()


def as_docx(resume: Resume) -> bytes:
    """A Word document with Word's own headings and lists, the dates at a right tab stop."""
    document = docx.Document()
    document.add_heading(resume.name, 0)
    document.add_paragraph(resume.headline)
    document.add_paragraph(" | ".join(resume.contact))
    for section in resume.sections:
        document.add_heading(section.title, 1)
        for item in section.content:
            if isinstance(item, Entry):
                head = document.add_paragraph()
                head.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
                head.add_run(_title(item)).bold = True
                head.add_run(f"\t{item.dates}" if item.dates else "")
                for point in item.points:
                    document.add_paragraph(_bare(point), style="List Bullet")
            else:
                paragraph = document.add_paragraph()
                for part in re.split(r"(<b>.*?</b>)", str(item)):
                    paragraph.add_run(_bare(part)).bold = part.startswith("<b>")
    return docx_bytes(document)


def docx_bytes(document: Any) -> bytes:
    """The file of a document of python-docx."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def as_json(resume: Resume) -> bytes:
    """JSON Resume, schema 1.0.0; sections that it does not know are left out."""
    found: dict[str, Any] = {
        "basics": {"name": resume.name, "label": resume.headline, "email": resume.contact[0], "summary": ""}
    }
    for section in resume.sections:
        part = _PARTS.get(section.title.lower())
        if part is None:
            found["basics"]["summary"] = " ".join(_bare(str(item)) for item in section.content)
        else:
            found[part] = [_json_entry(part, item) for item in section.content]
    return json.dumps(found).encode()


def _json_entry(part: str, item: Any) -> dict[str, Any]:
    if not isinstance(item, Entry):
        name, _, keywords = _bare(item).partition(": ")
        return {"name": name, "keywords": keywords.split(", ")}
    start, _, end = item.dates.partition(" – ")
    dates = {"startDate": _iso(start)} | ({"endDate": _iso(end)} if end and end.lower() != "present" else {})
    dates |= {} if end else {"endDate": _iso(start)}
    if part == "work":
        return {"position": item.title, "name": item.place, "highlights": list(item.points), **dates}
    if part == "education":
        courses = [point for text in item.points for point in text.split("Courses: ")[-1].rstrip(".").split(", ")]
        return {"area": item.title, "institution": item.place, "courses": courses, **dates}
    if part == "certificates":
        return {"name": item.title, "date": _iso(start)}
    return {"name": item.title, "highlights": list(item.points), **dates}


def _iso(text: str) -> str:
    month, _, year = text.rpartition(" ")
    return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}" if month else year


FORMATS: dict[str, Callable[[Resume], bytes]] = {
    "docx": as_docx,
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "json": as_json,
}
