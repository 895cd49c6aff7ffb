"""Looks that people make by themselves: tables with a column each for begin and end, cells beside entries, dates as headings."""

from __future__ import annotations

from random import Random

from export_pieces import Made, Sheet, clubs, divs, pairs, shell, tools, ul
from model import Resume
from pieces import e, joined
from styles import DEJA, NARROW, SANS, SERIF


def begin_and_end_table(r: Resume, rng: Random) -> Made:
    """Jobs in a ruled table with a number, and a column each for the begin and the end."""
    s = Sheet("<h2>{}</h2>")
    s.add("summary", "Career Objective", f"<p>{e(r.summary)}</p>")
    rows = "".join(
        f"<tr><td>{n}.<td>{e(emp.org)}<td>{e(x.title)}<td>{e(x.when.start.removeprefix('since '))}<td>{e(x.when.end)}"
        for n, (emp, x) in enumerate(pairs(r), 1)
    )
    head = "<tr><th>S.No<th>Organisation<th>Designation<th>From<th>To"
    s.add("experience", "Work Experience", f"<table class=b>{head}{rows}</table>{ul(pairs(r)[0][1].lines)}")
    rows = "".join(
        f"<tr><td>{e(d.title)}<td>{e(d.org)}<td>{e(d.when.end or d.when.text)}<td>{e(d.note)}" for d in r.degrees
    )
    s.add(
        "education",
        "Educational Qualification",
        f"<table class=b><tr><th>Degree<th>Institution<th>Year<th>Result{rows}</table>",
    )
    s.add("skills", "Technical Skills", ul([", ".join(v) for _, v in r.skills]))
    s.add("certifications", "Courses", ul([joined([c.title, c.when.text], ", ") for c in r.certificates]))
    css = f"body{{font-family:{SERIF};font-size:11pt}}h2{{font-size:12pt;text-decoration:underline}}.b{{border-collapse:collapse}}.b td,.b th{{border:1px solid #000;padding:.7mm 2mm;text-align:left}}"
    return Made(
        shell(
            css,
            f"<h1 style='text-align:center;font-size:16pt'>{e(r.name)}</h1><div>{e(r.mail)}</div>{''.join(s.parts)}",
            "size:A4;margin:20mm",
        ),
        s.kinds,
    )


def cells_beside(r: Resume, rng: Random) -> Made:
    """A campus sheet: employer and dates stand centred in a cell at the left of the title and its bullets."""
    s = Sheet("<h2>{}</h2>")

    def rows(items: list[tuple[str, str, str, list[str]]]) -> str:
        made = "".join(f"<tr><td class=l><b>{e(org)}</b><br>({e(when)})<td><b>{e(title)}</b>{ul(lines)}" if when else
                       f"<tr><td class=l><b>{e(org)}</b><td><b>{e(title)}</b>{ul(lines)}" for org, when, title, lines in items)  # fmt: skip
        return f"<table class=c>{made}</table>" if made else ""

    body = "".join(
        f"<tr><td>{e(d.title)}<td>{e(d.org)}<td>{e(d.when.end or d.when.text)}<td>{e(d.note)}" for d in r.degrees
    )
    s.add("education", "EDUCATION", f"<table class=e><tr><th>Degree<th>Institute<th>Year<th>Score{body}</table>")
    s.add(
        "experience", "PROFESSIONAL EXPERIENCE", rows([(emp.org, x.when.text, x.title, x.lines) for emp, x in pairs(r)])
    )
    s.add(
        "projects",
        "KEY PROJECTS",
        rows(
            [
                ("Course project" if rng.random() < 0.5 else "Self project", p.when.text, p.title, p.lines)
                for p in r.projects
            ]
        ),
    )
    s.add("clubs", "POSITIONS OF RESPONSIBILITY", rows([(x.org, x.when.text, x.title, x.lines) for x in clubs(r)]))
    s.add("awards", "ACHIEVEMENTS", ul([f"{a.title} ({a.when.text})" for a in r.awards]))
    s.add(
        "skills",
        "TECHNICAL SKILLS",
        f"<table class=c>{''.join(f'<tr><td class=l><b>{e(k)}</b><td>{e(chr(44).join(v))}' for k, v in r.skills)}</table>",
    )
    css = f"""body{{font-family:{NARROW};font-size:10pt}}h2{{font-size:10.5pt;background:#cfd8e6;text-align:center;margin:2mm 0 0}}.c{{border-collapse:collapse;width:100%}}
    .c td{{border-bottom:1px solid #999;padding:.5mm 1.5mm}}.l{{width:36mm;text-align:center;vertical-align:middle}}.e{{width:100%}}.e th{{text-align:left}}ul{{list-style-type:'▪ '}}"""
    return Made(
        shell(css, f"<div><b>{e(r.name)}</b></div><div>{e(r.mail)}</div>{''.join(s.parts)}", "size:A4;margin:11mm"),
        s.kinds,
    )


def newest_on_top(r: Resume, rng: Random) -> Made:
    """A time line that runs upwards: the end of each job stands above its begin in the left column."""
    s = Sheet("<h2>{}</h2>")

    def entry(begin: str, end: str, title: str, org: str, lines: list[str]) -> str:
        when = f"<div>{e(end or begin)}</div>" + (f"<div style='margin-top:3mm'>{e(begin)}</div>" if end else "")
        return f"<div class=g><div>{when if begin else ''}</div><div><b>{e(title)}</b>, {e(org)}{ul(lines)}</div></div>"

    s.add(
        "experience",
        "Professional Experience",
        "".join(entry(x.when.start, x.when.end, x.title, emp.org, x.lines) for emp, x in pairs(r)),
    )
    s.add(
        "education",
        "Education",
        "".join(entry(d.when.start, d.when.end, d.title, d.org, [d.note] if d.note else []) for d in r.degrees),
    )
    s.add("skills", "Skills", f"<p>{e(', '.join(tools(r)))}</p>")
    s.add("languages", "Languages", divs([f"{e(n)}: {e(v)}" for n, v in r.languages]))
    css = f"body{{font-family:{SERIF};font-size:11pt}}h2{{color:#048;font-size:14pt}}.g{{display:grid;grid-template-columns:26mm 1fr;gap:5mm;margin-bottom:3mm}}.g>div:first-child{{text-align:right;color:#048}}"
    return Made(shell(css, f"<h1>{e(r.name)}</h1>{''.join(s.parts)}", "size:A4;margin:18mm"), s.kinds)


def signs_and_toggles(r: Resume, rng: Random) -> Made:
    """A page of notes turned into PDF: signs before headings, small triangles before titles, dates in grey below."""
    s = Sheet("<h2>◈ {}</h2>")
    s.add("summary", "About", f"<p>{e(r.summary)}</p>")
    s.add(
        "experience",
        "Where I've worked",
        "".join(
            f"<div>▸ <b>{e(x.title)}</b> @ {e(emp.org)}</div><div class=q>{e(joined([x.when.text, emp.place], ' · '))}</div>{ul(x.lines)}"
            for emp, x in pairs(r)
        ),
    )
    s.add(
        "projects",
        "Things I've built",
        "".join(
            f"<div>▸ <b>{e(p.title)}</b></div><div class=q>{e(p.when.text)}</div>{ul(p.lines)}" for p in r.projects
        ),
    )
    s.add(
        "education",
        "Education",
        "".join(f"<div>▸ <b>{e(d.title)}</b> @ {e(d.org)}</div><div class=q>{e(d.when.text)}</div>" for d in r.degrees),
    )
    s.add("skills", "Toolbox", "".join(f"<div><b>{e(k)}:</b> {e(', '.join(v))}</div>" for k, v in r.skills))
    css = f"body{{font-family:{DEJA};font-size:9.5pt}}h2{{font-size:14pt}}.q{{color:#888;font-size:8.5pt;margin-left:5mm}}"
    return Made(
        shell(
            css,
            f"<h1>{e(r.name)}</h1><div class=q>{e(r.mail)} | {e(r.place)}</div>{''.join(s.parts)}",
            "size:A4;margin:17mm",
        ),
        s.kinds,
    )


def dates_as_headings(r: Resume, rng: Random) -> Made:
    """The dates stand above each entry, larger than its title."""
    s = Sheet("<h2>{}</h2>")

    def entry(when: str, title: str, org: str, lines: list[str]) -> str:
        return f"<div class=d>{e(when)}</div><div class=t>{e(title)}</div><div class=o>{e(org)}</div>{ul(lines)}"

    s.add(
        "experience",
        "Career",
        "".join(entry(x.when.text, x.title, joined([emp.org, emp.place], ", "), x.lines) for emp, x in pairs(r)),
    )
    s.add(
        "education",
        "Education",
        "".join(
            entry(d.when.text, d.title, joined([d.org, d.place], ", "), [d.note] if d.note else []) for d in r.degrees
        ),
    )
    s.add("clubs", "Volunteering", "".join(entry(x.when.text, x.title, x.org, x.lines) for x in clubs(r)))
    s.add("skills", "Expertise", f"<p>{e(' / '.join(tools(r)))}</p>")
    css = f"body{{font-family:{SANS};font-size:10pt}}h2{{font-size:16pt;color:#a33;margin:5mm 0 1mm}}.d{{font-size:12pt;color:#a33;margin-top:3mm}}.t{{font-weight:bold}}.o{{font-style:italic}}"
    return Made(
        shell(css, f"<h1>{e(r.name)}</h1><p>{e(r.summary)}</p>{''.join(s.parts)}", "size:Letter;margin:18mm"), s.kinds
    )


def skills_then_list(r: Resume, rng: Random) -> Made:
    """What was done stands under skills; the jobs follow as lines without any text."""
    s = Sheet("<h2>{}</h2>")
    lines = [x for role in r.roles for x in role.lines]
    s.add("summary", "Summary", f"<p>{e(r.summary)}</p>")
    groups = "".join(
        f"<div><b>{name}</b></div>{ul(lines[i::3][:4])}"
        for i, name in enumerate(("Technology", "Organisation", "Communication"))
    )
    s.add("skills", "Key Skills", groups + f"<p>{e(', '.join(tools(r)))}</p>")
    mark = rng.choice([", ", " | ", " – "])
    s.add(
        "experience",
        "Employment History",
        "".join(f"<div>{e(joined([x.title, emp.org, x.when.text], mark))}</div>" for emp, x in pairs(r)),
    )
    s.add(
        "education",
        "Education",
        "".join(f"<div>{e(joined([d.title, d.org, d.when.text], mark))}</div>" for d in r.degrees),
    )
    s.add(
        "certifications",
        "Professional Development",
        "".join(f"<div>{e(joined([c.title, c.org, c.when.text], mark))}</div>" for c in r.certificates),
    )
    css = f"body{{font-family:{SANS};font-size:10.5pt}}h2{{font-size:12pt;border-top:1px solid #444;padding-top:1mm}}"
    return Made(
        shell(
            css,
            f"<h1>{e(r.name)}</h1><div>{e(r.place)} | {e(r.phone)} | {e(r.mail)}</div>{''.join(s.parts)}",
            "size:A4;margin:20mm",
        ),
        s.kinds,
    )


def cards(r: Resume, rng: Random) -> Made:
    """Jobs as cards, two in a row, each with its dates on top."""
    s = Sheet("<h2>{}</h2>")
    body = "".join(
        f"<div class=k><div class=d>{e(x.when.text)}</div><div><b>{e(x.title)}</b></div><div>{e(emp.org)}</div>{ul(x.lines)}</div>"
        for emp, x in pairs(r)
    )
    s.add("experience", "Experience", f"<div class=w>{body}</div>")
    body = "".join(
        f"<div class=k><div class=d>{e(d.when.text)}</div><div><b>{e(d.title)}</b></div><div>{e(d.org)}</div></div>"
        for d in r.degrees
    )
    s.add("education", "Education", f"<div class=w>{body}</div>")
    s.add("skills", "Skills", "<div>" + " ".join(f"<span class=c>{e(x)}</span>" for x in tools(r)) + "</div>")
    s.add("interests", "Interests", f"<p>{e(', '.join(r.interests))}</p>" if r.interests else "")
    css = f"body{{font-family:{SANS};font-size:9.5pt}}.w{{display:grid;grid-template-columns:1fr 1fr;gap:5mm}}.k{{border:1px solid #ccc;border-radius:2mm;padding:3mm;break-inside:avoid}}.d{{color:#777}}.c{{border:1px solid #999;padding:.4mm 2mm}}"
    return Made(
        shell(
            css, f"<h1>{e(r.name)}</h1><p>{e(r.headline)}. {e(r.summary)}</p>{''.join(s.parts)}", "size:A4;margin:13mm"
        ),
        s.kinds,
    )


def place_below_date(r: Resume, rng: Random) -> Made:
    """Title and employer at the left; date and place below each other at the right edge."""
    s = Sheet("<h2>{}</h2>")

    def entry(title: str, org: str, when: str, place: str, lines: list[str]) -> str:
        return f"<div class=r><div><b>{e(title)}</b><br><i>{e(org)}</i></div><div class=a>{e(when)}<br>{e(place)}</div></div>{ul(lines)}"

    s.add(
        "education",
        "EDUCATION",
        "".join(entry(d.org, d.title, d.when.text, d.place, [d.note] if d.note else []) for d in r.degrees),
    )
    s.add(
        "experience",
        "RELEVANT EXPERIENCE",
        "".join(entry(x.title, emp.org, x.when.text, emp.place, x.lines) for emp, x in pairs(r)),
    )
    s.add(
        "clubs",
        "LEADERSHIP & ACTIVITIES",
        "".join(entry(x.title, x.org, x.when.text, r.place, x.lines) for x in clubs(r)),
    )
    s.add("skills", "SKILLS & INTERESTS", f"<div><b>Technical:</b> {e(', '.join(tools(r)))}</div>")
    css = f"body{{font-family:{SERIF};font-size:11pt}}h1{{text-align:center;font-size:18pt;margin:0}}h2{{text-align:center;font-size:11.5pt;margin:3mm 0 1mm}}.r{{display:flex;justify-content:space-between}}.a{{text-align:right}}"
    return Made(
        shell(
            css,
            f"<h1>{e(r.name)}</h1><div style='text-align:center'>{e(r.mail)}</div>{''.join(s.parts)}",
            "size:Letter;margin:18mm",
        ),
        s.kinds,
    )


LOOKS = {
    "begin and end table": (begin_and_end_table, ("mmm-yyyy", "slash", "day-slash", "apostrophe-tight")),
    "cells beside": (cells_beside, ("apostrophe-tight", "mmm-yyyy-hyphen", "short-share")),
    "newest on top": (newest_on_top, ("mmm-yyyy", "month-yyyy", "slash")),
    "signs and toggles": (signs_and_toggles, ("mmm-yyyy-tight", "years", "arrow")),
    "dates as headings": (dates_as_headings, ("month-yyyy", "mmm-yyyy-em", "years-tight")),
    "skills then list": (skills_then_list, ("years-tight", "month-yyyy", "slash-tight")),
    "cards": (cards, ("mmm-yyyy", "years", "slash")),
    "place below date": (place_below_date, ("month-yyyy", "mmm-yyyy", "month-share")),
}
