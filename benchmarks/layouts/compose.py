"""From a style and a seed to one document: the choices, the sections, the HTML, and the right answers."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

import pieces as pc
from model import Employer, Entry, Resume, invent, invent_traits, label
from pieces import HEADINGS, JOINT, KIND, Look, e, joined
from styles import BASE, SANS, Block, Page, Style, h2
from when import HABIT, HABITS, NOW, Span, written


@dataclass
class Section:
    """A section before it is drawn: which kinds it holds (two for a joint heading), its words, and its employers if any."""

    kinds: list[str]
    heading: str
    employers: list[Employer]


@dataclass
class Document:
    """One finished document."""

    doc_id: str
    style: Style
    resume: Resume
    look: Look
    sections: list[Section]
    label: dict[str, Any]
    about: dict[str, Any]
    html: str = ""
    landscape: bool = False


ORDERS = {
    "usual": [
        "summary",
        "experience",
        "internships",
        "earlier",
        "education",
        "skills",
        "projects",
        "certifications",
        "publications",
        "awards",
        "clubs",
        "volunteering",
        "languages",
        "courses",
        "interests",
        "references",
    ],
    "skills-first": [
        "summary",
        "skills",
        "experience",
        "internships",
        "earlier",
        "projects",
        "education",
        "certifications",
        "awards",
        "languages",
        "publications",
        "clubs",
        "volunteering",
        "courses",
        "interests",
        "references",
    ],
    "study-first": [
        "summary",
        "education",
        "courses",
        "experience",
        "internships",
        "earlier",
        "projects",
        "skills",
        "clubs",
        "volunteering",
        "awards",
        "certifications",
        "languages",
        "publications",
        "interests",
        "references",
    ],
    "campus": [
        "education",
        "awards",
        "experience",
        "internships",
        "earlier",
        "projects",
        "clubs",
        "volunteering",
        "skills",
        "courses",
        "certifications",
        "publications",
        "languages",
        "interests",
        "summary",
        "references",
    ],
}


def choose_habit(style: Style, rng: Random) -> str:
    """A date habit that the style allows; lengths only where a style asks for them, or rarely."""
    if style.habits:
        return rng.choice(style.habits)
    return rng.choice([h.name for h in HABITS if not h.length or rng.random() < 0.3])


def fit_case(text: str, case: str) -> str:
    """Write a heading in capitals, in lower case, or as it is."""
    return text.upper() if case == "upper" else text.lower() if case == "lower" else text


def present(resume: Resume, kind: str) -> bool:
    """Is there anything to print under this kind?"""
    if kind in ("summary", "skills"):
        return True
    if kind in ("experience", "internships", "earlier"):
        return False  # handled apart
    return bool(getattr(resume, {"education": "degrees", "certifications": "certificates"}.get(kind, kind)))


def plan_sections(resume: Resume, style: Style, rng: Random, side: list[str]) -> list[Section]:
    """Which sections there are, under which words, and in which order. Puts the employers into the order of print."""
    traits = resume.traits
    dated = [x for x in resume.employers if any(r.when.text for r in x.roles)]
    undated = [x for x in resume.employers if x not in dated]
    interns = [x for x in dated if all(r.kind == "internship" for r in x.roles)]
    jobs = [x for x in dated if x not in interns]
    parts: dict[str, list[Employer]] = {}
    split_interns = bool(interns) and (not jobs or rng.random() < 0.4) and style.name != "linkedin"
    if not jobs and rng.random() < 0.5:
        split_interns = False
    split_old = bool(undated) and rng.random() < 0.5
    main = [x for x in resume.employers if not (split_interns and x in interns) and not (split_old and x in undated)]
    if rng.random() < 0.07 and style.name != "linkedin":
        main = main[::-1]
        for emp in main:
            emp.roles.reverse()
    if main:
        parts["experience"] = main
    if split_interns:
        parts["internships"] = interns
    if split_old:
        parts["earlier"] = undated
    order_name = (
        "campus"
        if style.name == "campus"
        else rng.choice(["study-first", "study-first", "skills-first", "usual"])
        if traits.career == "student"
        else rng.choice(["usual", "usual", "usual", "skills-first", "study-first"])
    )
    if "functional" in style.notes:
        order_name = "skills-first"
    kinds = [k for k in ORDERS[order_name] if k in parts or present(resume, k)]
    drop = rng.random()
    if drop < 0.35 and "summary" in kinds:
        kinds.remove("summary")
    if drop > 0.93 and "skills" in kinds and style.name not in ("functional", "linkedin"):
        kinds.remove("skills")
    joint: dict[str, tuple[str, str]] = {}
    if style.joint and rng.random() < 0.4:
        pairs = [p for p in JOINT if p[0] in kinds and p[1] in kinds and (p[0] in side) == (p[1] in side)]
        if pairs:
            pair = rng.choice(pairs)
            joint[pair[0]] = pair
            kinds.remove(pair[1])
    case = rng.choice(style.cases)
    sections = []
    for kind in kinds:

        def word(k: str) -> str:
            return style.words.get(k) or rng.choice(HEADINGS[k])

        if kind in joint:
            a, b = joint[kind]
            both = f"{HEADINGS[a][0]} {rng.choice(['and', '&', '/'])} {HEADINGS[b][0]}"
            sections.append(Section([a, b], fit_case(both, case), []))
        else:
            sections.append(Section([kind], fit_case(word(kind), case), parts.get(kind, [])))
    resume.employers = [emp for s in sections for emp in s.employers]
    return sections


def add_engagements(resume: Resume, rng: Random) -> None:
    """A consultant's list of projects at clients; the dates lie within the jobs."""
    trade = resume.trade
    resume.projects = []
    clients = [
        "a regional bank",
        "a maker of pumps",
        "a city council",
        "an insurer",
        "a chain of bakeries",
        "a public hospital",
        "a rail operator",
    ]
    spans = [r.when for r in resume.roles if len(r.when.months) > 5]
    for client in rng.sample(clients, rng.randint(3, 5)):
        months = sorted(rng.choice(spans).months) if spans else list(range(NOW - 30, NOW - 5))
        first = rng.choice(months[: max(1, len(months) // 2)])
        habit = (
            HABIT["mmm-yyyy"] if resume.traits.habit.years_only or resume.traits.habit.since else resume.traits.habit
        )
        when = written(Span(first, min(first + rng.randint(2, 7), months[-1])), habit)
        task = rng.choice(
            [
                "Move of the ledger",
                "New reporting",
                "Review of the supply chain",
                "Training for the help desk",
                "Plan for the data platform",
                "Price model",
            ]
        )
        resume.projects.append(
            Entry(
                task,
                client,
                "",
                when,
                rng.sample(
                    [
                        "Led two workshops and wrote the concept.",
                        "Built the first version and handed it over.",
                        "Checked the data and wrote the final report.",
                        "Planned the rollout to five sites.",
                    ],
                    2,
                ),
                rng.sample(list(trade.tools), 3),
                "project",
            )
        )
    resume.projects.sort(key=lambda p: p.when.label_from or "", reverse=True)


def engagements(resume: Resume) -> str:
    """The consultant's projects as small tables."""
    out = ""
    for p in resume.projects:
        rows = [
            ("Project", p.title),
            ("Client", p.org),
            ("Period", p.when.text),
            ("Tasks", " ".join(p.lines)),
            ("Tools", ", ".join(p.tools)),
        ]
        out += '<table class="pj">' + "".join(f"<tr><td>{k}</td><td>{e(v)}</td></tr>" for k, v in rows) + "</table>"
    return out


def job_table(employers: list[Employer], look: Look) -> str:
    """Jobs as the rows of a table."""
    rows = ""
    for emp in employers:
        for r in emp.roles:
            rows += f"<tr><td>{e(r.when.text)}</td><td><b>{e(r.title)}</b><br>{e(joined([emp.org, emp.place], ', '))}</td><td>{pc.sentences(r, look)}</td></tr>"
    return f'<table class="t jt"><tr><th style="width:30mm">Period</th><th style="width:48mm">Position and employer</th><th>Duties</th></tr>{rows}</table>'


def prose_jobs(employers: list[Employer], rng: Random) -> str:
    """Jobs told as paragraphs, with the dates in the running text."""
    out = ""
    for emp in employers:
        for r in emp.roles:
            w = r.when
            if not w.text:
                out += f"<p>Before that I worked as <b>{e(r.title)}</b> at {e(emp.org)} in {e(emp.place)}. {e(' '.join(r.lines))}</p>"
            elif w.label_to == "present":
                out += f"<p><b>{e(r.title)}</b> at <b>{e(emp.org)}</b>, {e(emp.place)}, {e(w.text)}. {e(' '.join(r.lines))}</p>"
            elif w.end and w.stated is None:
                out += f"<p>From {e(w.text)} I worked as <b>{e(r.title)}</b> at <b>{e(emp.org)}</b> in {e(emp.place)}. {e(' '.join(r.lines))}</p>"
            else:
                out += f"<p><b>{e(r.title)}</b> at <b>{e(emp.org)}</b>, {e(emp.place)} ({e(w.text)}). {e(' '.join(r.lines))}</p>"
    return out


def functional_skills(resume: Resume, rng: Random) -> str:
    """Skills told in groups, with what was done in them, as functional resumes do."""
    lines = [x for r in resume.roles for x in r.lines][:9]
    names = ["Planning and organisation", "Tools and methods", "Working with people"]
    out = ""
    for i, name in enumerate(names):
        mine = lines[i::3]
        out += f"<div><b>{name}</b></div><ul>" + "".join(f"<li>{e(x)}</li>" for x in mine) + "</ul>"
    return out + f"<p>{e(', '.join(s for _, items in resume.skills for s in items))}</p>"


def block_body(section: Section, doc: Document, narrow: bool, rng: Random) -> str:
    """The HTML of a section's content."""
    resume, look, style = doc.resume, doc.look, doc.style
    out = ""
    for kind in section.kinds:
        if kind in ("experience", "internships", "earlier"):
            if look.form == "jobtable":
                out += job_table(section.employers, look)
            elif look.form == "prosejobs":
                out += prose_jobs(section.employers, rng)
            else:
                for emp in section.employers:
                    out += pc.employer(emp, look)
        elif kind == "education":
            narrow_look = look
            if narrow and look.study_form not in ("below", "above", "bulleted", "brackets"):
                narrow_look = Look(**{**look.__dict__, "study_form": "below"})
            out += pc.studies(resume, narrow_look)
        elif kind == "skills":
            out += (
                functional_skills(resume, rng) if "functional" in style.notes else pc.skills(resume, look.skills, rng)
            )
        elif kind == "projects" and "engagements" in style.notes:
            out += engagements(resume)
        else:
            quiet = look if look.form not in ("jobtable", "prosejobs") else Look(**{**look.__dict__, "form": "one-row"})
            out += pc.others(resume, kind, quiet, narrow, rng)
    return out


def compose(doc_id: str, style: Style, seed: int) -> Document:
    """Invent one document in one style."""
    rng = Random(f"{seed}/{doc_id}/{style.name}")
    career = rng.choice(style.careers)
    traits = invent_traits(rng, career, HABIT[choose_habit(style, rng)])
    resume = invent(rng, traits)
    form = rng.choice(style.forms)
    study = rng.choice(style.study_forms)
    if study == "same":
        study = (
            form
            if form not in ("bullet-head", "first-bullet", "last", "labelled", "jobtable", "prosejobs", "pipe")
            else "one-row"
        )
    org_first = style.org_first if style.org_first is not None else rng.random() < 0.4
    groups = (
        style.groups
        if form
        not in (
            "run-in",
            "bullet-head",
            "leaders",
            "first-bullet",
            "three-col",
            "last",
            "brackets",
            "before",
            "pipe",
            "left-col-org",
        )
        else ("repeat",)
    )
    if form in ("one-row", "two-rows", "pill") and "nest" in groups:
        groups = (*groups, "stack", "nest-range")
    look = Look(
        form,
        study,
        rng.choice(groups),
        rng.choice(style.bodies),
        rng.choice(style.skills),
        org_first,
        rng.random() < 0.45,
        rng.choice([", ", ", ", " – ", " | ", " · "]),
        tech_line=rng.random() < 0.25 and traits.career != "senior",
        notes={
            "mark": rng.choice(["•", "-", "–", "▪", "➢", "*", "◦"]),
            "tech": rng.choice(["Tech", "Technologies", "Tools", "Environment"]),
            "duty": rng.choice(["Responsibilities:", "Key duties:", "Main tasks:"]),
            "cert": rng.choice(["list", "rows"]),
            "habit": traits.habit.name,
            **style.notes,
        },
    )
    if style.name == "linkedin":
        look.tech_line = False
        look.comma = ", "
    if form == "brackets":
        look.comma = ", "
    if "engagements" in style.notes:
        add_engagements(resume, rng)
    if "federal" in style.notes:
        for r in resume.roles:
            r.lines.insert(
                0,
                f"Hours per week: {rng.choice([40, 40, 38, 20])}; Salary: {rng.randint(30, 90)},000 per year; Supervisor: {rng.choice(['M.', 'K.', 'A.'])} {resume.last[:3]}wood, may be contacted.",
            )
    side_kinds = [k for k in style.side]
    sections = plan_sections(resume, style, rng, side_kinds)
    kinds: list[str] = []
    for s in sections:
        for k in s.kinds:
            kind = KIND.get(k, k)
            if kind not in kinds:
                kinds.append(kind)
    lab = label(resume, doc_id, kinds)
    about = {
        "id": doc_id,
        "style": style.name,
        "form": form,
        "study_form": study,
        "body": look.body,
        "groups": look.group_form,
        "habit": traits.habit.name,
        "career": career,
        "headings": [s.heading for s in sections],
        "joint": [s.heading for s in sections if len(s.kinds) > 1],
        "traits": [
            t for t in ("promotions", "overlap", "gap", "undated", "season_jobs", "stated_length") if getattr(traits, t)
        ],
        "jobs": [
            {"title": r.title, "org": emp.org, "place": emp.place, "printed": r.when.text}
            for emp in resume.employers
            for r in emp.roles
        ],
        "name": resume.name,
        "degrees": [d.title for d in resume.degrees],
        "projects": [p.title for p in resume.projects],
        "certificates": [c.title for c in resume.certificates],
        "not_jobs": [
            joined([x.title, x.org, x.when.text], ", ") for x in resume.clubs + resume.volunteering + resume.awards
        ],
    }
    doc = Document(doc_id, style, resume, look, sections, lab, about)
    if style.output in ("pdf", "html"):
        doc.html = page_html(doc, rng)
    return doc


def page_html(doc: Document, rng: Random) -> str:
    """The whole HTML file."""
    style = doc.style
    draw = style.heading or h2
    main: list[Block] = []
    side: list[Block] = []
    for number, s in enumerate(doc.sections, 1):
        narrow = bool(style.side) and s.kinds[0] in style.side
        body = block_body(s, doc, narrow and style.name not in ("cards",), rng)
        kind = KIND.get(s.kinds[0], s.kinds[0])
        (side if narrow else main).append(Block(kind, draw(s.heading, number), body))
    page = Page(doc.resume, main, side, style, rng)
    font = rng.choice(style.fonts)
    size = rng.choice([9.5, 10, 10, 10.5])
    if doc.resume.traits.career == "student" and not style.side and style.name != "campus":
        size += 0.5
    bullet = rng.choice(["disc", "disc", "disc", "square", "circle", "'–  '", "'▪ '", "'➢ '", "none"])
    paper = rng.choice(style.papers)
    margin = "0" if style.bleed else style.margin
    css = f"@page{{size:{paper};margin:{margin}}}{BASE}body{{font-family:{font};font-size:{size}pt}}ul{{list-style-type:{bullet}}}{style.css}"
    tweaks = [
        x
        for x in (
            ".org{text-transform:uppercase}",
            ".title{font-style:italic}",
            ".a{font-weight:normal}",
            ".d{font-weight:bold}",
            ".d{font-style:italic}",
        )
        if rng.random() < 0.12
    ]
    css += "".join(tweaks)
    if not style.bleed and rng.random() < 0.2:  # a running foot, which must not become part of an entry
        foot = rng.choice(
            [
                '"Page " counter(page) " of " counter(pages)',
                f'"{doc.resume.name} – " counter(page)',
                f'"Curriculum Vitae, {doc.resume.name}"',
            ]
        )
        css += f"@page{{@bottom-{rng.choice(['center', 'right'])}{{content:{foot};font:8pt {SANS};color:#777}}}}"
        doc.about["running_foot"] = True
    doc.about.update(font=font.split(",")[0].strip("'"), paper=paper, bullet=bullet)
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{e(doc.resume.name)}</title><style>{css}</style></head><body>{style.skeleton(page)}</body></html>'
