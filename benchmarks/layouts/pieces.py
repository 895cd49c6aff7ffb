"""Small pieces of HTML: heads and bodies of entries, education in several shapes, skills, and the words of headings."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from random import Random

from model import Employer, Entry, Resume
from when import HABIT, Span, spoken_length, written

HEADINGS: dict[str, list[str]] = {
    "summary": [
        "Summary",
        "Profile",
        "About Me",
        "Professional Summary",
        "Career Objective",
        "Personal Statement",
        "Objective",
    ],
    "experience": [
        "Experience",
        "Work Experience",
        "Professional Experience",
        "Employment History",
        "Employment",
        "Work History",
        "Career History",
        "Relevant Experience",
    ],
    "internships": ["Internships", "Internship Experience"],
    "earlier": ["Earlier Career", "Previous Experience", "Other Experience"],
    "education": [
        "Education",
        "Academic Background",
        "Education and Training",
        "Qualifications",
        "Studies",
        "Academic Qualifications",
    ],
    "skills": ["Skills", "Technical Skills", "Key Skills", "Core Competencies", "Skills and Tools", "Expertise"],
    "projects": ["Projects", "Selected Projects", "Personal Projects", "Academic Projects"],
    "certifications": ["Certifications", "Certificates", "Licences and Certifications", "Professional Certifications"],
    "publications": ["Publications", "Selected Publications"],
    "awards": ["Awards", "Honours and Awards", "Achievements"],
    "languages": ["Languages", "Language Skills"],
    "interests": ["Interests", "Hobbies", "Personal Interests"],
    "volunteering": ["Volunteering", "Volunteer Work", "Community Service"],
    "clubs": [
        "Activities",
        "Extracurricular Activities",
        "Positions of Responsibility",
        "Clubs and Societies",
        "Leadership",
    ],
    "courses": ["Relevant Coursework", "Coursework", "Courses"],
    "references": ["References", "Referees"],
}
KIND = {
    "internships": "experience",
    "earlier": "experience",
    "languages": "other",
    "volunteering": "other",
    "clubs": "other",
    "courses": "other",
    "references": "other",
}
"""The kind that a label gives to a section; those not named here are their own kind."""
JOINT = [
    ("education", "certifications"),
    ("skills", "languages"),
    ("awards", "interests"),
    ("skills", "interests"),
    ("clubs", "volunteering"),
    ("languages", "interests"),
    ("projects", "awards"),
    ("certifications", "awards"),
    ("education", "courses"),
]


def e(text: str) -> str:
    """Escape for HTML."""
    return escape(text, quote=False)


def joined(parts: list[str], by: str) -> str:
    """Join what is not empty."""
    return by.join(p for p in parts if p)


@dataclass
class Look:
    """The choices made for one document."""

    form: str
    study_form: str
    group_form: str
    body: str
    skills: str
    org_first: bool
    study_org_first: bool
    comma: str = ", "
    tech_line: bool = False
    notes: dict[str, str] = field(default_factory=dict)


def span(cls: str, text: str) -> str:
    """A span, or nothing for no text."""
    return f'<span class="{cls}">{e(text)}</span>' if text else ""


def head(form: str, entry: Entry, body: str, org_first: bool, comma: str = ", ") -> str:
    """One entry: its head lines in the named form, and its body."""
    first, second = ("org", "title") if org_first and entry.org else ("title", "org")
    a = span(f"a {first}", getattr(entry, first))
    b = span(f"b {second}", getattr(entry, second))
    p, when = span("p", entry.place), entry.when
    d = span("d", when.text)
    if form == "two-rows":
        row = f'<div class="r">{b}{p}</div>' if b or p else ""
        return f'<div class="e"><div class="r">{a}{d}</div>{row}{body}</div>'
    if form == "two-rows-crossed":
        if not b:
            return f'<div class="e"><div class="r">{a}{d}</div>{body}</div>'
        return f'<div class="e"><div class="r">{a}{p}</div><div class="r">{b}{d}</div>{body}</div>'
    if form == "one-row":
        return f'<div class="e"><div class="r"><span>{joined([a, b, p], comma)}</span>{d}</div>{body}</div>'
    if form == "left-col":
        return f'<div class="e g"><div class="gd">{d}</div><div class="gc"><div>{a}</div><div>{joined([b, p], comma)}</div>{body}</div></div>'
    if form == "left-col-one":
        return f'<div class="e g"><div class="gd">{d}</div><div class="gc"><div>{joined([a, b, p], comma)}</div>{body}</div></div>'
    if form in ("left-col-stacked", "left-col-bare"):
        dash = (
            when.text[len(when.start) : when.text.index(when.end, len(when.start))].rstrip()
            if form == "left-col-stacked" and when.end
            else ""
        )
        d = joined([span("d", when.start + dash), span("d", when.end)], "<br>") if when.text else ""
        return f'<div class="e g"><div class="gd">{d}</div><div class="gc"><div>{a}</div><div>{joined([b, p], comma)}</div>{body}</div></div>'
    if form == "left-col-place":
        return f'<div class="e g"><div class="gd">{joined([d, p], "<br>")}</div><div class="gc"><div>{a}</div><div>{b}</div>{body}</div></div>'
    if form == "left-col-org":
        return f'<div class="e g"><div class="gd">{joined([d, b, p], "<br>")}</div><div class="gc"><div>{a}</div>{body}</div></div>'
    if form == "three-col":
        return f'<div class="e g3"><div>{d}</div><div>{joined([a, b, p], "<br>")}</div><div>{body}</div></div>'
    if form == "right-col":
        return f'<div class="e gr"><div class="gc"><div>{a}</div><div>{joined([b, p], comma)}</div>{body}</div><div class="gd">{d}</div></div>'
    if form == "above":
        return f'<div class="e"><div>{d}</div><div>{a}</div><div>{joined([b, p], comma)}</div>{body}</div>'
    if form == "below":
        return f'<div class="e"><div>{a}</div><div>{joined([b, p], comma)}</div><div>{d}</div>{body}</div>'
    if form == "below-place":
        return f'<div class="e"><div>{a}</div>{b and f"<div>{b}</div>"}<div>{joined([d, p], " | ")}</div>{body}</div>'
    if form == "between":
        return f'<div class="e"><div>{a}</div><div>{d}</div><div>{joined([b, p], comma)}</div>{body}</div>'
    if form == "brackets":
        return f'<div class="e"><div>{joined([a, b, p], comma)}{f" ({d})" if d else ""}</div>{body}</div>'
    if form == "before":
        return f'<div class="e"><div>{f"{d}: " if d else ""}{joined([a, b, p], comma)}</div>{body}</div>'
    if form == "at":
        who = f"{span('a title', entry.title)}{' at ' + span('b org', entry.org) if entry.org else ''}"
        return f'<div class="e"><div>{who}</div><div>{joined([d, p], " · ")}</div>{body}</div>'
    if form == "pipe":
        return f'<div class="e"><div>{joined([a, b, p, d], " | ")}</div>{body}</div>'
    if form == "deedy":
        return f'<div class="e"><div>{joined([a, b], " | ")}</div><div>{joined([d, p], " | ")}</div>{body}</div>'
    if form == "beside-company":
        if not entry.org:
            return f'<div class="e"><div class="r">{a}{d}</div>{body}</div>'
        return f'<div class="e"><div>{span("a title", entry.title)}</div><div class="r"><span>{joined([span("b org", entry.org), p], comma)}</span>{d}</div>{body}</div>'
    if form == "first-bullet":
        return f'<div class="e"><div>{joined([a, b, p], comma)}</div><div class="g"><div class="gd">{d}</div><div class="gc">{body or "&nbsp;"}</div></div></div>'
    if form == "last":
        return f'<div class="e"><div>{a}</div><div>{joined([b, p], comma)}</div>{body}<div class="last">{d}</div></div>'
    if form == "pill":
        return f'<div class="e"><div class="r">{a}{d and f"<span class=pill>{d}</span>"}</div><div>{joined([b, p], comma)}</div>{body}</div>'
    if form == "run-in":
        words = " ".join(entry.lines) or entry.note
        return f'<p class="e">{joined([a, b, p], comma)}{f" ({d})" if d else ""}. {e(words)}</p>'
    if form == "bullet-head":
        return f'<ul class="e"><li>{joined([a, b, p], comma)}{f", {d}" if d else ""}{body}</li></ul>'
    if form == "leaders":
        row = f"<div>{joined([b, p], comma)}</div>" if b or p else ""
        return f'<div class="e"><div class="ld">{a}<span class="dots"></span>{d}</div>{row}{body}</div>'
    if form == "labelled":
        rows = [
            ("Company", entry.org),
            ("Designation", entry.title),
            ("Location", entry.place),
            ("Duration", when.text),
        ]
        if entry.kind != "job" and entry.kind != "internship":
            return head("one-row", entry, body, org_first)
        text = "".join(
            f'<div class="lr"><span class="lk">{k}</span><span class="lc">:</span><span>{e(v)}</span></div>'
            for k, v in rows
            if v
        )
        return f'<div class="e">{text}{body}</div>'
    raise ValueError(form)


def sentences(entry: Entry, look: Look) -> str:
    """The body of an entry."""
    lines = list(entry.lines)
    if not lines:
        return ""
    tech = ""
    if look.tech_line and entry.tools:
        word = look.notes.get("tech", "Tech")
        tech = f'<div class="tech"><b>{word}:</b> {e(", ".join(entry.tools))}</div>'
    items = "".join(f"<li>{e(x)}</li>" for x in lines)
    if look.body == "bullets":
        return f"<ul>{items}</ul>{tech}"
    if look.body == "typed":
        mark = look.notes.get("mark", "•")
        return "".join(f'<div class="typed">{mark} {e(x)}</div>' for x in lines) + tech
    if look.body == "duties":
        return f'<div class="duty">{look.notes.get("duty", "Responsibilities:")}</div><ul>{items}</ul>{tech}'
    if look.body == "prose":
        return f"<p>{e(' '.join(lines))}</p>{tech}"
    if look.body == "mixed":
        rest = "".join(f"<li>{e(x)}</li>" for x in lines[1:])
        return f"<p>{e(lines[0])}</p>" + (f"<ul>{rest}</ul>" if rest else "") + tech
    if look.body == "nopoint":
        return "".join(f"<p>{e(x)}</p>" for x in lines) + tech
    if look.body == "none":
        return tech
    raise ValueError(look.body)


def employer(emp: Employer, look: Look) -> str:
    """A company with one position or several."""
    if len(emp.roles) == 1 or look.group_form == "repeat":
        return "".join(
            head(look.form, _with(r, emp), sentences(r, look), look.org_first, look.comma) for r in emp.roles
        )
    if look.group_form == "stack":
        rows = "".join(f'<div class="r">{span("a title", r.title)}{span("d", r.when.text)}</div>' for r in emp.roles)
        body = "".join(sentences(r, look) for r in emp.roles[:1])
        return f'<div class="e"><div>{joined([span("b org", emp.org), span("p", emp.place)], look.comma)}</div>{rows}{body}</div>'
    form = {"labelled": "one-row", "two-rows-crossed": "two-rows", "beside-company": "one-row"}.get(
        look.form, look.form
    )
    inner = "".join(head(form, Entry(r.title, when=r.when), sentences(r, look), False, look.comma) for r in emp.roles)
    if look.group_form == "nest-length":  # LinkedIn gives the whole time at the company and no place there
        length = spoken_length(sum(r.when.length for r in emp.roles), True)
        inner = "".join(
            head(look.form, Entry(r.title, "", emp.place, r.when), sentences(r, look), False, look.comma)
            for r in emp.roles
        )
        return f'<div class="grp"><div class="gh"><div>{span("a org", emp.org)}</div><div>{length}</div></div>{inner}</div>'
    total = span("d", whole(emp, look)) if look.group_form == "nest-range" else ""
    return f'<div class="grp"><div class="gh r"><span>{joined([span("a org", emp.org), span("p", emp.place)], look.comma)}</span>{total}</div>{inner}</div>'


def whole(emp: Employer, look: Look) -> str:
    """The whole time at one company, as it stands beside its name above the single positions."""
    roles = sorted(emp.roles, key=lambda r: min(r.when.months))
    first, last = min(roles[0].when.months), max(roles[-1].when.months)
    habit = HABIT[look.notes["habit"]]
    if habit.years_only and roles[-1].when.label_to != "present":
        return f"{roles[0].when.start}{habit.dash}{roles[-1].when.label_to}"
    return written(Span(first, last, roles[-1].when.label_to == "present"), habit).text


def _with(role: Entry, emp: Employer) -> Entry:
    return Entry(role.title, emp.org, emp.place, role.when, role.lines, role.tools, role.kind, role.note, role.level)


def studies(resume: Resume, look: Look) -> str:
    """Education in the shape that was chosen."""
    form = look.study_form
    if form == "table":
        rows = "".join(
            f"<tr><td>{e(d.title)}</td><td>{e(d.org)}</td><td>{e(d.when.text)}</td><td>{e(d.note)}</td></tr>"
            for d in resume.degrees
        )
        return f'<table class="t"><tr><th>Degree</th><th>Institute</th><th>Year</th><th>Result</th></tr>{rows}</table>'
    if form == "table-year-first":
        rows = "".join(
            f"<tr><td>{e(d.when.text)}</td><td>{e(d.title)}</td><td>{e(d.org)}</td></tr>" for d in resume.degrees
        )
        return (
            f'<table class="t"><tr><th>Year</th><th>Qualification</th><th>University / School</th></tr>{rows}</table>'
        )
    if form == "bulleted":
        return (
            "<ul>"
            + "".join(f"<li>{e(joined([d.title, d.org, d.note, d.when.text], ', '))}</li>" for d in resume.degrees)
            + "</ul>"
        )
    if form == "bulleted-sentence":
        out = ""
        for d in resume.degrees:
            out += f"<li><b>{e(d.title)}</b> from {e(d.org)}, {e(d.place)}{f' ({e(d.when.text)})' if d.when.text else ''}{'; ' + e(d.note) if d.note else ''}</li>"
        return f"<ul>{out}</ul>"
    if form == "lines":
        return "".join(
            f'<div class="ln">{e(joined([d.when.text, d.title, d.org], "  –  "))}</div>' for d in resume.degrees
        )
    if form == "lines-right":
        return "".join(
            f'<div class="r"><span><b>{e(d.title)}</b>, {e(d.org)}</span>{span("d", d.when.text)}</div>'
            for d in resume.degrees
        )
    out = ""
    for d in resume.degrees:
        body = f'<div class="note">{e(d.note)}</div>' if d.note else ""
        out += head(form, d, body, look.study_org_first, look.comma)
    return out


def skills(resume: Resume, form: str, rng: Random) -> str:
    """Skills as lines, pills, bars, dots, a table, or one list."""
    groups = resume.skills
    flat = [s for _, items in groups for s in items]
    if form == "lines":
        return "".join(f'<div class="sk"><b>{e(n)}:</b> {e(", ".join(items))}</div>' for n, items in groups)
    if form == "comma":
        return f"<p>{e(', '.join(flat))}</p>"
    if form == "pipe":
        return f"<p>{e(' | '.join(flat))}</p>"
    if form == "dotted":
        return f"<p>{e(' · '.join(flat))}</p>"
    if form == "bullets":
        return "<ul>" + "".join(f"<li>{e(s)}</li>" for s in flat) + "</ul>"
    if form == "columns":
        return '<ul class="c3">' + "".join(f"<li>{e(s)}</li>" for s in flat) + "</ul>"
    if form == "pills":
        return "<div>" + " ".join(f'<span class="sp">{e(s)}</span>' for s in flat) + "</div>"
    if form == "bars":
        return "".join(
            f'<div class="bar"><div>{e(s)}</div><div class="bo"><div class="bi" style="width:{rng.choice([50, 60, 70, 80, 90])}%"></div></div></div>'
            for s in flat[:9]
        )
    if form == "dots":
        out = ""
        for s in flat[:9]:
            n = rng.randint(2, 5)
            out += f'<div class="r"><span>{e(s)}</span><span class="dots">{"●" * n}{"○" * (5 - n)}</span></div>'
        return out
    if form == "table":
        return (
            '<table class="t">'
            + "".join(f"<tr><td><b>{e(n)}</b></td><td>{e(', '.join(items))}</td></tr>" for n, items in groups)
            + "</table>"
        )
    raise ValueError(form)


def others(resume: Resume, kind: str, look: Look, narrow: bool, rng: Random) -> str:
    """The content of a section that is neither jobs nor education nor skills; nothing if there is none."""
    small_form = (
        look.form
        if look.form not in ("labelled", "last", "three-col", "left-col-org", "first-bullet", "bullet-head")
        else "one-row"
    )
    if narrow:
        small_form = "below"
    plain = Look(
        small_form,
        "",
        "repeat",
        look.body if look.body not in ("none", "duties") else "bullets",
        "",
        look.org_first,
        False,
        look.comma,
    )
    if kind == "summary":
        return f"<p>{e(resume.summary)}</p>" if resume.summary else ""
    if kind == "projects":
        return "".join(head(small_form, p, sentences(p, plain), False, look.comma) for p in resume.projects)
    if kind == "certifications":
        shape = "list" if narrow else look.notes.get("cert", "list")
        if shape == "rows":
            return "".join(
                f'<div class="r"><span>{e(joined([c.title, c.org], ", "))}</span>{span("d", c.when.text)}</div>'
                for c in resume.certificates
            )
        items = [
            e(joined([c.title, c.org], ", ")) + (f" ({e(c.when.text)})" if c.when.text else "")
            for c in resume.certificates
        ]
        return "<ul>" + "".join(f"<li>{x}</li>" for x in items) + "</ul>" if items else ""
    if kind == "awards":
        items = [f"{a.title}, {a.when.text}" for a in resume.awards]
        return "<ul>" + "".join(f"<li>{e(x)}</li>" for x in items) + "</ul>" if items else ""
    if kind == "languages":
        if not resume.languages:
            return ""
        if narrow:
            return "".join(f"<div>{e(n)} – {e(v)}</div>" for n, v in resume.languages)
        return "<p>" + e(", ".join(f"{n} ({v})" for n, v in resume.languages)) + "</p>"
    if kind == "interests":
        return f"<p>{e(', '.join(resume.interests).capitalize())}</p>" if resume.interests else ""
    if kind in ("clubs", "volunteering"):
        return "".join(
            head(small_form, x, sentences(x, plain), look.org_first, look.comma) for x in getattr(resume, kind)
        )
    if kind == "courses":
        return f"<p>{e(', '.join(resume.courses))}</p>" if resume.courses else ""
    if kind == "references":
        return "".join(f"<p>{e(x)}</p>" for x in resume.references)
    if kind == "publications":
        return (
            "<ol>" + "".join(f"<li>{e(x)}</li>" for x in resume.publications) + "</ol>" if resume.publications else ""
        )
    raise ValueError(kind)
