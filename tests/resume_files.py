"""One invented resume as the bytes of a DOCX, Markdown, plain text, HTML or JSON Resume file."""

from __future__ import annotations

import html
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm
from reportlab.lib.colors import HexColor
from reportlab.pdfgen import canvas

sys.path.insert(0, str(Path(__file__).parent.parent / "samples"))
from make_samples import ANALYST, BEGINNER, RESEARCHER, STRONG, Entry, Resume

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
    """The file of a document of python-docx, the same bytes at any time."""
    saved, file = io.BytesIO(), io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(zipfile.ZipInfo(part.filename), old.read(part), zipfile.ZIP_DEFLATED)
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
    """`Jan 2025` and `01/2025` as `2025-01`; other dates as they stand."""
    month, _, year = text.replace("/", " ").rpartition(" ")
    if month[:3].lower() in _MONTHS:
        return f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}"
    return f"{year}-{month}" if month.isdecimal() else text


RESUMES: dict[str, Resume] = {"strong": STRONG, "analyst": ANALYST, "researcher": RESEARCHER, "beginner": BEGINNER}
"""The contents of samples, by the name of their PDF file."""

FORMATS: dict[str, Callable[[Resume], bytes]] = {
    "docx": as_docx,
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "json": as_json,
}


def linkedin_pdf() -> bytes:
    """An invented profile as LinkedIn exports it: a dark sidebar, a main column without bold, two pages."""
    file = io.BytesIO()
    pdf = canvas.Canvas(file, pagesize=(612, 792), invariant=1)
    pages: list[tuple[list[_Row], list[_Row]]] = [(_LINKEDIN_SIDE, _LINKEDIN_FIRST), ([], _LINKEDIN_SECOND)]
    for number, (side, main) in enumerate(pages, start=1):
        pdf.setFillColor(HexColor("#293e49"))
        pdf.rect(0, 0, 204, 792, stroke=0, fill=1)
        for x, rows, color in ((22.0, side, "#e1e8eb"), (224.0, main, "#191919")):
            y = 745.0
            for size, text in rows:
                pdf.setFillColor(HexColor(color))
                pdf.setFont("Helvetica", size)
                pdf.drawString(x, y, text)
                y -= 1.5 * size if text else size
        pdf.setFillColor(HexColor("#808080"))
        pdf.setFont("Helvetica", 9)
        pdf.drawCentredString(408, 25, f"Page {number} of 2")
        pdf.showPage()
    pdf.save()
    return file.getvalue()


_Row = tuple[float, str]
_GAP: _Row = (10, "")
_LINKEDIN_SIDE: list[_Row] = [
    (13, "Contact"), (10.5, "ines.varga@example.com"), _GAP, (10.5, "www.linkedin.com/in/ines-"),
    (10.5, "varga-example (LinkedIn)"), _GAP, (13, "Top Skills"), (10.5, "PyTorch"), (10.5, "Kubernetes"),
    (10.5, "Time Series Analysis"), _GAP, (13, "Languages"), (10.5, "English (Full Professional)"),
    (10.5, "Hungarian (Native or Bilingual)"), _GAP, (13, "Certifications"),
    (10.5, "AWS Certified Machine Learning"), (10.5, "Engineer – Associate"),
]  # fmt: skip
_LINKEDIN_FIRST: list[_Row] = [
    (26, "Ines Varga"), (12, "Data Scientist at Quillfern Energy"), (12, "Budapest, Hungary"), _GAP,
    (15.75, "Summary"), (12, "Data scientist who likes small models and honest baselines."), _GAP,
    (15.75, "Experience"), _GAP,
    (12, "Quillfern Energy"), (10.5, "2 years 9 months"), (11.5, "Senior Data Scientist"),
    (10.5, "January 2026 - Present (11 months)"), (10.5, "Budapest, Hungary"),
    (10.5, "Lead the move of all models to Kubernetes."), _GAP,
    (11.5, "Data Scientist"), (10.5, "March 2024 - December 2025 (1 year 10 months)"),
    (10.5, "Budapest, Hungary"), (10.5, "Forecast the load of 300 substations with LightGBM and pandas, and serve"),
    (10.5, "the forecasts with FastAPI in Docker."), _GAP,
    (12, "Marlow & Teague Insurance"), (11.5, "Data Analyst"),
    (10.5, "September 2022 - February 2024 (1 year 6 months)"),
    (10.5, "Vienna, Austria"), (10.5, "Wrote SQL reports on claims and moved them to Airflow."), _GAP,
    (12, "Danubia Robotics"), (11.5, "Machine Learning Intern"), (10.5, "June 2021 - August 2021 (3 months)"),
    (10.5, "Trained an object detector in PyTorch."),
]  # fmt: skip
_LINKEDIN_SECOND: list[_Row] = [
    (15.75, "Education"), _GAP,
    (12, "University of Castleby"), (10.5, "Master of Science, Statistics · (September 2020 - June 2022)"), _GAP,
    (12, "University of Castleby"), (10.5, "Bachelor of Science, Mathematics · (2017 - 2020)"),
]  # fmt: skip
