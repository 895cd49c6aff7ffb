"""Looks in which tables and sentences tell the jobs: periods without a dash, overviews, events, letters, years in a margin."""

from __future__ import annotations

from random import Random

from export_pieces import Made, Sheet, divs, pairs, shell, tools, ul
from model import Resume
from pieces import e, joined
from styles import DEJA, NARROW, SANS, SERIF

_MONTHS = ("slash", "dot", "mmm-yyyy", "day-slash")
_TABLE = "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;padding:.8mm 2mm}"


def _rows(rows: list[list[str]], head: list[str]) -> str:
    """A table below its head."""
    cells = "".join(f"<tr>{''.join(f'<td>{e(cell)}' for cell in row)}" for row in rows)
    return f"<table><tr>{''.join(f'<th>{e(cell)}' for cell in head)}{cells}</table>"


def _studies(s: Sheet, r: Resume, heading: str) -> None:
    s.add("education", heading, divs([e(joined([d.title, d.org, d.when.text], ", ")) for d in r.degrees]))


def contracts(r: Resume, rng: Random) -> Made:
    """A list of contracts on grey bands: no line between the cells, begin and end side by side without any dash."""
    s = Sheet("<h3>{}</h3>")
    rows = [[x.title, emp.org, emp.place, x.when.start.removeprefix("since "), x.when.end] for emp, x in pairs(r)]
    s.add("experience", rng.choice(["CONTRACTS (newest on top)", "POSTINGS", "SERVICE RECORD"]),
          _rows(rows, ["Function", "Client", "Site", "Begun", "Ended"]))  # fmt: skip
    _studies(s, r, "STUDIES")
    s.add(
        "certifications", "PERMITS AND COURSES", divs([e(joined([c.title, c.when.text], ", ")) for c in r.certificates])
    )
    s.add("languages", "LANGUAGES", divs([", ".join(f"{e(n)} ({e(v)})" for n, v in r.languages)]))
    css = f"body{{font-family:{NARROW};font-size:10pt}}h3{{font-size:11pt;margin:5mm 0 1mm}}tr:nth-child(even){{background:#eee}}{_TABLE}"
    return Made(shell(css, f"<h1>{e(r.name)}</h1><div>{e(r.mail)} | {e(r.phone)}</div>{''.join(s.parts)}"), s.kinds)


def three_cells(r: Resume, rng: Random) -> Made:
    """A ruled table of period, place and work, whose last cell goes on over several lines."""
    s = Sheet("<h2>{}</h2>")
    rows = [[x.when.text or "–", emp.org, f"{x.title}. {' '.join(x.lines)}"] for emp, x in pairs(r)]
    s.add(
        "experience",
        "Jobs so far",
        _rows(rows, rng.choice([["Time", "Firm", "Tasks"], ["Period", "Employer", "Role"]])),
    )
    degrees = [[d.when.text, d.org, d.title] for d in r.degrees]
    s.add("education", "Schooling", _rows(degrees, ["Time", "School", "Result"]))
    s.add("skills", "What I can do", f"<p>{e(', '.join(tools(r)))}</p>")
    css = f"body{{font-family:{SERIF};font-size:11pt}}h2{{font-size:12.5pt}}{_TABLE}td,th{{border:1px solid #555}}td:first-child{{white-space:nowrap}}"
    return Made(
        shell(css, f"<h1>{e(r.name)}</h1><p>{e(r.place)}, {e(r.mail)}</p>{''.join(s.parts)}", "size:A4;margin:18mm"),
        s.kinds,
    )


def overview_first(r: Resume, rng: Random) -> Made:
    """An overview of the jobs with their times, and further down what was done in each, without any."""
    s = Sheet("<h2>{}</h2>")
    made = pairs(r)
    s.add("experience", rng.choice(["Employment at a glance", "Career history", "Positions held"]),
          divs([f"<b>{e(x.when.text)}</b><span>{e(x.title)}</span><span>{e(emp.org)}</span>" for emp, x in made], "o"))  # fmt: skip
    _studies(s, r, "Education")
    details = "".join(f"<h4>{e(emp.org)}</h4>{ul([y for x in emp.roles for y in x.lines])}" for emp in r.employers)
    s.add("experience", rng.choice(["In more detail", "Main achievements by employer"]), details)
    s.add("skills", "Skills", f"<p>{e(', '.join(tools(r)))}</p>")
    css = f"body{{font-family:{SANS};font-size:9.5pt}}h2{{font-size:13pt;color:#734}}.o{{display:grid;grid-template-columns:46mm 60mm 1fr}}h4{{margin:2mm 0 0;font-size:9.5pt}}"
    return Made(shell(css, f"<h1>{e(r.name)}</h1>{e(r.headline)}, {e(r.mail)}{''.join(s.parts)}"), s.kinds)


def letter(r: Resume, rng: Random) -> Made:
    """Jobs as paragraphs: the post in italics, then a sentence that tells its time."""
    s = Sheet("<h2>{}</h2>")

    def told(title: str, org: str, start: str, end: str, lines: list[str]) -> str:
        start = start.removeprefix("since ")
        if not start:
            when = ""
        elif not end:
            when = f"That was in {start}. "
        elif end.lower() in ("present", "current", "now", "today", "ongoing"):
            when = f"I have been there since {start}. "
        else:
            when = f"From {start} to {end}. "
        return f"<p><i>{e(title)}, {e(org)}.</i> {when}{e(' '.join(lines))}</p>"

    s.add("experience", "Where I have worked", "".join(
        told(x.title, emp.org, x.when.start, x.when.end, x.lines) for emp, x in pairs(r)))  # fmt: skip
    _studies(s, r, "What I studied")
    s.add("interests", "Besides", f"<p>{e(', '.join(r.interests))}</p>" if r.interests else "")
    css = f"body{{font-family:{SERIF};font-size:12pt}}h2{{font-size:13pt;margin:4mm 0 1mm}}p{{margin:1.5mm 0}}i{{font-weight:bold}}"
    return Made(
        shell(css, f"<h1>{e(r.name)}</h1><div>{e(r.mail)}</div>{''.join(s.parts)}", "size:A4;margin:24mm"), s.kinds
    )


def years_in_margin(r: Resume, rng: Random) -> Made:
    """Begin and end below each other in a narrow margin, title and place beside them, for jobs and degrees."""
    s = Sheet("<h2>{}</h2>")

    def entry(begin: str, end: str, title: str, org: str, lines: list[str]) -> str:
        return (
            f"<div class=g><div>{e(begin)}<br>{e(end)}</div><div><b>{e(title)}</b><br>{e(org)}{ul(lines)}</div></div>"
        )

    s.add("experience", "Experience", "".join(
        entry(x.when.start.removeprefix("since "), x.when.end, x.title, emp.org, x.lines) for emp, x in pairs(r)))  # fmt: skip
    s.add("education", "Education", "".join(entry(d.when.start, d.when.end, d.title, d.org, []) for d in r.degrees))
    s.add("skills", "Skills", f"<p>{e(' · '.join(tools(r)))}</p>")
    css = f"body{{font-family:{DEJA};font-size:9pt}}h2{{font-size:12pt;margin-left:28mm}}.g{{display:grid;grid-template-columns:24mm 1fr;gap:4mm;margin-bottom:2.5mm}}"
    return Made(shell(css, f"<h1>{e(r.name)}</h1><div>{e(r.mail)}</div>{''.join(s.parts)}"), s.kinds)


LOOKS = {
    "contracts": (contracts, _MONTHS),
    "three cells": (three_cells, ("month-yyyy", "slash", "years")),
    "overview first": (overview_first, ("month-yyyy", "mmm-yyyy-hyphen", "years")),
    "letter": (letter, ("month-yyyy",)),
    "years in margin": (years_in_margin, ("years", "mmm-yyyy-hyphen")),
}
