"""Make resumes that look like the exports of well-known résumé builders, profiles and forms, with the right answers.

    python exports.py OUT --seed N --rounds K

writes the folders that make.py writes: one document per look and round. Each look draws the whole page by itself, so
that heads of entries, headings and labels are those of the builder, not those of the styles in styles.py.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from docx import Document as Word
from docx.shared import Pt
from export_pieces import Made, Sheet, clubs, divs, pairs, shell, tools, ul
from homemade import LOOKS as HOMEMADE
from model import Resume, invent, invent_traits, label
from pieces import KIND, e, joined
from printing import print_all
from styles import DEJA, NARROW, SANS, SERIF
from tabular import LOOKS as TABULAR
from when import HABIT, spoken_length

# ------------------------------------------------------------------------------------------------------------- profiles


def profile(r: Resume, rng: Random) -> Made:
    """A business network's profile, saved as PDF: dark sidebar with wrapped certificates, groups with total times."""
    side, main = Sheet("<h3>{}</h3>"), Sheet("<h2>{}</h2>")
    left = divs(["<h3>Contact</h3>", e(r.mail), f"www.{e(r.link)} (LinkedIn)"])
    left += side.add("skills", "Top Skills", divs([e(x) for x in tools(r)[:3]]))
    left += side.add("languages", "Languages", divs([f"{e(n)} ({e(v)})" for n, v in r.languages]))
    left += side.add("certifications", "Certifications", divs([e(c.title) for c in r.certificates], "cert"))
    left += side.add("awards", "Honors-Awards", divs([e(a.title) for a in r.awards], "cert"))
    right = f"<h1>{e(r.name)}</h1><div>{e(r.headline)} at {e(r.employers[0].org)}</div><div class=q>{e(r.place)}</div>"
    right += main.add("summary", "Summary", f"<p>{e(r.summary)}</p>")
    body = ""
    for emp in r.employers:
        several = len(emp.roles) > 1
        months = frozenset[int]().union(*(role.when.months for role in emp.roles))
        body += f"<div class=o>{e(emp.org)}</div>" + (
            f"<div>{spoken_length(len(months), True)}</div>" if several else ""
        )
        for role in emp.roles:
            text = "".join(f"<div>{e(x)}</div>" for x in role.lines)
            body += f"<div class=t>{e(role.title)}</div><div class=d>{e(role.when.text)}</div>"
            body += f"<div class=q>{e(emp.place)}</div><div class=x>{text}</div>"
    right += main.add("experience", "Experience", body)
    study = ""
    for d in r.degrees:
        when = f" · ({e(d.when.text)})" if d.when.text else ""
        study += f"<div class=o>{e(d.org)}</div><div>{e(d.title)}{when}</div>"
    right += main.add("education", "Education", study)
    css = f"""body{{font-family:{SANS};font-size:10.5pt}}table{{width:100%;border-collapse:collapse}}td{{vertical-align:top;
    padding:8mm}}td.l{{width:58mm;background:#293e49;color:#eee;font-size:9.5pt}}h1{{font-size:24pt;font-weight:normal;
    margin:0}}h2{{font-size:15pt;font-weight:normal;margin:7mm 0 2mm}}h3{{font-size:12pt;font-weight:normal;margin:6mm 0 2mm}}
    .o{{font-size:12pt;margin-top:4mm}}.t{{font-size:11.5pt;font-weight:500}}.q{{color:#777}}.cert{{margin-bottom:1mm;
    width:42mm}}.x{{margin-top:2mm}}@page{{@bottom-center{{content:"Page " counter(page) " of " counter(pages)}}}}"""
    body = f"<table><tr><td class=l>{left}<td>{right}</table>"
    return Made(shell(css, body, "size:Letter;margin:0 0 12mm 0"), side.kinds + main.kinds)


def job_board(r: Resume, rng: Random) -> Made:
    """A job board's own resume: title, "Company-Town", "March 2020 to Present", skills with years."""
    s = Sheet("<h2>{}</h2>")
    body = ""
    for emp, role in pairs(r):
        text = ul(role.lines) if rng.random() < 0.5 else "".join(f"<div>• {e(x)}</div>" for x in role.lines)
        body += f"<div class=t>{e(role.title)}</div><div>{e(emp.org)}-{e(emp.place)}</div><div>{e(role.when.text)}</div>{text}"
    s.add("experience", "Work Experience", body)
    body = ""
    for d in r.degrees:
        body += f"<div class=t>{e(d.title)}</div><div>{e(d.org)}-{e(d.place)}</div><div>{e(d.when.text)}</div>"
    s.add("education", "Education", body)
    s.add(
        "skills", "Skills", ul([f"{x} ({rng.choice(['Less than 1 year', '3 years', '10+ years'])})" for x in tools(r)])
    )
    s.add("languages", "Languages", ul([f"{n} - {v}" for n, v in r.languages]))
    body = "".join(f"<div class=t>{e(c.title)}</div><div>{e(c.when.text)}</div>" for c in r.certificates)
    s.add("certifications", "Certifications and Licenses", body)
    body = "".join(f"<div class=t>{e(a.title)}</div><div>{e(a.when.text)}</div>" for a in r.awards)
    s.add("awards", "Awards", body)
    body = "".join(f"<div class=t>{e(x.title)}, {e(x.org)}</div><div>{e(x.when.text)}</div>" for x in clubs(r))
    s.add("volunteering", "Groups", body)
    head = f"<h1>{e(r.name)}</h1><div>{e(r.headline)}</div><div>{e(r.place)}</div><div>{e(r.mail)}</div><div>{e(r.phone)}</div>"
    css = f"body{{font-family:{SANS}}}h1{{font-size:20pt;margin:0}}h2{{font-size:15pt;border-bottom:1px solid #bbb}}.t{{font-weight:bold;margin-top:3mm}}"
    return Made(shell(css, f"{head}<p>{e(r.summary)}</p>{''.join(s.parts)}", "size:Letter;margin:18mm"), s.kinds)


def labelled_form(r: Resume, rng: Random) -> Made:
    """The form of a large job site for engineers: labels with colons, a table of exams, personal details, a declaration."""
    s = Sheet("<h2>{}</h2>")
    s.add("summary", "CAREER OBJECTIVE:", f"<p>{e(r.summary)}</p>")
    body = ""
    for number, (emp, role) in enumerate(pairs(r), 1):
        rows = [
            ("Organization", emp.org),
            ("Designation", role.title),
            ("Duration", role.when.text),
            ("Location", emp.place),
        ]
        rows = [row for row in rows if row[1]]
        if rng.random() < 0.5:
            body += "<table class=f>" + "".join(f"<tr><td>{k}<td>: {e(v)}" for k, v in rows) + "</table>"
        else:
            body += divs([f"<b>{k}:</b> {e(v)}" for k, v in rows])
        body += f"<div><b><u>Roles &amp; Responsibilities:</u></b></div>{ul(role.lines)}"
        if role.tools and number == 1:
            body += f"<div><b>Environment:</b> {e(', '.join(role.tools))}</div>"
    s.add("experience", "PROFESSIONAL EXPERIENCE:", body)
    degrees = "".join(
        f"<tr><td>{e(d.title)}<td>{e(d.org)}<td>{e(d.when.end or d.when.text)}<td>{e(d.note or '-')}" for d in r.degrees
    )
    head = "<tr><th>Course<th>Institute / Board<th>Year of Passing<th>Marks"
    s.add("education", "ACADEMIC CREDENTIALS:", f"<table class=b>{head}{degrees}</table>")
    body = "<table class=b>" + "".join(f"<tr><td>{e(k)}<td>{e(', '.join(v))}" for k, v in r.skills) + "</table>"
    s.add("skills", "IT SKILLS:", body)
    body = "".join(
        f"<div><b>Project {i}: {e(p.title)}</b></div>{divs([f'Team size: {rng.randint(2, 6)}'])}{ul(p.lines)}"
        for i, p in enumerate(r.projects, 1)
    )
    s.add("projects", "PROJECT DETAILS:", body)
    s.add(
        "certifications", "CERTIFICATIONS:", ul([joined([c.title, c.org, c.when.text], ", ") for c in r.certificates])
    )
    s.add("awards", "ACHIEVEMENTS:", ul([f"{a.title} in {a.when.text}" for a in r.awards]))
    s.add("clubs", "EXTRA CURRICULAR:", ul([f"{x.title}, {x.org} ({x.when.text})" for x in clubs(r)]))
    day = f"{rng.randint(10, 28)}/0{rng.randint(1, 9)}/{rng.randint(1980, 2001)}"
    personal = [("Date of Birth", day), ("Languages known", "English, Hindi"), ("Marital Status", "Single")]
    s.parts.append(
        "<h2>PERSONAL DETAILS:</h2><table class=f>" + "".join(f"<tr><td>{k}<td>: {v}" for k, v in personal) + "</table>"
        "<p>I hereby declare that the above is true to the best of my knowledge.</p><p>Date: 01/11/2026</p>"
    )
    css = f"""body{{font-family:{SERIF};font-size:11pt}}h2{{font-size:11pt;background:#d9d9d9;margin:4mm 0 1mm}}td,th{{padding:
    .5mm 2mm;text-align:left}}.b{{border-collapse:collapse}}.b td,.b th{{border:1px solid #000}}.f td:first-child{{width:45mm}}"""
    top = f"<h1 style='font-size:15pt;margin:0'>{e(r.name.upper())}</h1><div>Email: {e(r.mail)}</div><div>Mobile: {e(r.phone)}</div>"
    return Made(shell(css, top + "".join(s.parts)), s.kinds)


def european_form(r: Resume, rng: Random) -> Made:
    """The newer form of the European CV: date and place in one line, title and employer in capitals and dashes below."""
    s = Sheet("<h2>{}</h2>")
    s.add("summary", "About me", f"<p>{e(r.summary)}</p>")
    bracket = rng.random() < 0.5

    def entry(when: str, title: str, org: str, place: str, body: str) -> str:
        if bracket:
            first = f"[ {e(when)} ]" if when else ""
            return f"<div class=d>{first}</div><div class=t>{e(title)}</div><div><b>{e(org)}</b></div><div><b>City:</b> {e(place)} | <b>Country:</b> Austria</div>{body}"
        return f"<div class=d>{e(joined([when.upper(), place], ' – '))}</div><div class=t>{e(title.upper())} – {e(org.upper())}</div>{body}"

    body = "".join(entry(x.when.text, x.title, emp.org, emp.place, ul(x.lines)) for emp, x in pairs(r))
    s.add("experience", "Work experience", body)
    body = "".join(
        entry(d.when.text, d.title, d.org, d.place, f"<div>Final grade: {e(d.note)}</div>" if d.note else "")
        for d in r.degrees
    )
    s.add("education", "Education and training", body)
    body = "<div>Mother tongue(s): English</div><div>Other language(s):</div><table class=b><tr><td><td>Listening<td>Reading<td>Spoken production<td>Writing"
    names = [n for n, _ in r.languages if n != "English"] or ["German"]
    s.add(
        "languages",
        "Language skills",
        body + "".join(f"<tr><td>{e(n)}<td>B2<td>C1<td>B2<td>B1" for n in names) + "</table>",
    )
    s.add("skills", "Digital skills", f"<div>{e(' | '.join(tools(r)))}</div>")
    body = "".join(f"<div class=d>[ {e(p.when.text)} ]</div><div class=t>{e(p.title)}</div>{ul(p.lines)}" if p.when.text
                   else f"<div class=t>{e(p.title)}</div>{ul(p.lines)}" for p in r.projects)  # fmt: skip
    s.add("projects", "Projects", body)
    body = "".join(entry(x.when.text, x.title, x.org, "", "") if not bracket else
                   f"<div class=d>[ {e(x.when.text)} ]</div><div class=t>{e(x.title)}, {e(x.org)}</div>" for x in clubs(r))  # fmt: skip
    s.add("volunteering", "Volunteering", body)
    s.add(
        "awards",
        "Honours and awards",
        "".join(f"<div class=d>[ {e(a.when.text)} ]</div><div class=t>{e(a.title)}</div>" for a in r.awards),
    )
    s.add("interests", "Hobbies and interests", f"<div>{e(', '.join(r.interests))}</div>" if r.interests else "")
    css = f"""body{{font-family:{DEJA};font-size:9pt}}h1{{font-size:18pt;margin:0}}h2{{font-size:11pt;text-transform:uppercase;
    border-bottom:1px solid #004494;color:#004494;margin:5mm 0 2mm}}.d{{color:#666;margin-top:3mm}}.t{{font-weight:bold}}
    .b td{{border:1px solid #ccc;padding:1mm 3mm}}.sec{{padding-left:6mm}}"""
    top = f"<h1>{e(r.name)}</h1><div><b>Date of birth:</b> 14/03/1991 | <b>Phone:</b> {e(r.phone)} | <b>Email:</b> {e(r.mail)}</div>"
    return Made(shell(css, top + "".join(s.parts)), s.kinds)


def old_european_form(r: Resume, rng: Random) -> Made:
    """The older form of the European CV: a table of two columns whose left one names what stands in the right one."""
    s = Sheet("")
    rows: list[tuple[str, str]] = [
        ("<b>Personal information</b>", ""),
        ("First name(s) / Surname(s)", f"<b>{e(r.name)}</b>"),
        ("E-mail", e(r.mail)),
    ]
    s.kinds.append("experience")
    rows += [("", ""), ("<b>Work experience</b>", ""), ("", "")]
    for emp, x in pairs(r):
        rows += [("Dates", e(x.when.text) or "earlier"), ("Occupation or position held", e(x.title))]
        rows += [
            ("Main activities and responsibilities", e(" ".join(x.lines))),
            ("Name and address of employer", e(f"{emp.org}, {emp.place}")),
            ("", ""),
        ]
    s.kinds.append("education")
    rows += [("<b>Education and training</b>", ""), ("", "")]
    for d in r.degrees:
        rows += [
            ("Dates", e(d.when.text)),
            ("Title of qualification awarded", e(d.title)),
            ("Name and type of organisation providing education and training", e(d.org)),
            ("", ""),
        ]
    s.kinds += ["skills"]
    rows += [
        ("<b>Personal skills and competences</b>", ""),
        ("Mother tongue(s)", "<b>English</b>"),
        ("Computer skills and competences", e(", ".join(tools(r)))),
    ]
    if r.interests:
        rows += [("Other skills and competences", e(", ".join(r.interests)))]
    body = "".join(f"<tr><td class=l>{a or '&nbsp;'}<td>{b}" for a, b in rows)
    css = f"body{{font-family:{NARROW};font-size:10pt}}td{{vertical-align:top;padding:.6mm 2.5mm}}.l{{text-align:right;width:52mm;border-right:1px solid #000}}h1{{font-size:14pt;width:60mm;text-align:right}}"
    return Made(shell(css, f"<h1>Curriculum Vitae</h1><table>{body}</table>"), s.kinds)


# ------------------------------------------------------------------------------------------------------------- builders


def design_tool(r: Resume, rng: Random) -> Made:
    """A page from a drawing program: dark sidebar, spaced capitals, a time line with dots and dates above the titles."""
    side, main = Sheet("<h3>{}</h3>"), Sheet("<h2>{}</h2>")
    left = f"<h3>CONTACT</h3>{divs([e(r.phone), e(r.mail), e(r.place)])}"
    body = "".join(
        f"<div class=d>{e(d.when.text)}</div><div class=t>{e(d.org.upper())}</div>{ul([joined([d.title, d.note], ', ')])}"
        for d in r.degrees
    )
    left += side.add("education", "EDUCATION", body)
    left += side.add("skills", "SKILLS", ul(tools(r)))
    left += side.add("languages", "LANGUAGES", ul([f"{n} ({v})" for n, v in r.languages]))
    left += side.add("certifications", "CERTIFICATES", ul([c.title for c in r.certificates]))
    main.add("summary", "PROFILE", f"<p>{e(r.summary)}</p>")
    body = "".join(
        f"<div class=e><div class=r><span class=o>{e(emp.org)}</span><span class=d>{e(x.when.text.upper())}</span></div><div class=i>{e(x.title)}</div>{ul(x.lines)}</div>"
        for emp, x in pairs(r)
    )
    main.add("experience", "WORK EXPERIENCE", body)
    main.add(
        "projects",
        "PROJECTS",
        "".join(f"<div class=e><div class=o>{e(p.title)}</div>{ul(p.lines)}</div>" for p in r.projects),
    )
    main.add("references", "REFERENCE", "".join(f"<div>{e(x)}</div>" for x in r.references))
    css = f"""body{{font-family:{SANS}}}.w{{display:flex;min-height:297mm}}.l{{width:70mm;background:#2b3a4a;color:#fff;padding:12mm 8mm}}
    .m{{flex:1;padding:12mm 9mm}}h1{{font-size:26pt;letter-spacing:3px;margin:0;font-weight:normal}}h2,h3{{font-size:12pt;letter-spacing:2.5px;
    border-bottom:1px solid;padding-bottom:1mm}}.r{{display:flex;justify-content:space-between}}.o{{font-weight:bold}}.e{{border-left:1.5px solid #2b3a4a;
    padding-left:5mm;margin-bottom:3mm}}.hd{{letter-spacing:2px;font-size:12pt}}"""
    body = f"<div class=w><div class=l>{left}</div><div class=m><h1>{e(r.first.upper())} <b>{e(r.last.upper())}</b></h1><div class=hd>{e(r.headline)}</div>{''.join(main.parts)}</div></div>"
    return Made(shell(css, body, "size:A4;margin:0"), side.kinds + main.kinds)


def two_columns(r: Resume, rng: Random) -> Made:
    """A builder with two columns of text: title, employer, dates and place on lines of their own, small italic labels."""
    left, right = Sheet("<h2>{}</h2>"), Sheet("<h2>{}</h2>")
    body = ""
    for emp, x in pairs(r):
        row = f"<div class=r><span>{e(x.when.text)}</span><span>{e(emp.place)}</span></div>"
        body += f"<div class=t>{e(x.title)}</div><div class=o>{e(emp.org)}</div>{row}<div class=i>Achievements/Tasks</div>{ul(x.lines)}"
    left.add("experience", "WORK EXPERIENCE", body)
    body = ""
    for d in r.degrees:
        body += f"<div class=t>{e(d.title)}</div><div class=o>{e(d.org)}</div><div class=r><span>{e(d.when.text)}</span><span>{e(d.note)}</span></div>"
    (left if rng.random() < 0.5 else right).add("education", "EDUCATION", body)
    right.add("skills", "SKILLS", "<div>" + " ".join(f"<span class=c>{e(x)}</span>" for x in tools(r)) + "</div>")
    body = "".join(
        f"<div class=t>{e(p.title)}{f' ({e(p.when.text)})' if p.when.text else ''}</div>{ul(p.lines)}"
        for p in r.projects
    )
    right.add("projects", "PERSONAL PROJECTS", body)
    body = "".join(f"<div class=t>{e(x.org)} ({e(x.when.text)})</div><div class=i>{e(x.title)}</div>" for x in clubs(r))
    right.add("clubs", "ORGANIZATIONS", body)
    body = "".join(
        f"<div>{e(c.title)}{f' ({e(c.when.text)})' if c.when.text else ''}</div><div class=i>{e(c.org)}</div>"
        for c in r.certificates
    )
    right.add("certifications", "CERTIFICATES", body)
    right.add("languages", "LANGUAGES", "".join(f"<div>{e(n)}</div><div class=i>{e(v)}</div>" for n, v in r.languages))
    right.add(
        "interests",
        "INTERESTS",
        "<div>" + " ".join(f"<span class=c>{e(x)}</span>" for x in r.interests) + "</div>" if r.interests else "",
    )
    css = f"""body{{font-family:{SANS};font-size:9.5pt}}.w{{display:flex;gap:9mm}}.w>div{{width:50%}}h1{{font-size:21pt;margin:0}}h2{{font-size:13pt;
    color:#357;border-bottom:2px solid #357;margin:4mm 0 2mm}}.t{{font-weight:bold;font-size:10.5pt;margin-top:2.5mm}}.r{{display:flex;justify-content:space-between;
    font-style:italic;color:#357;font-size:8.5pt}}.i{{font-style:italic;color:#357;font-size:8.5pt}}.c{{display:inline-block;background:#579;color:#fff;padding:.5mm 2mm;margin:.6mm}}"""
    top = f"<h1>{e(r.name)}</h1><div>{e(r.headline)}</div><p>{e(r.summary)}</p><div class=r><span>{e(r.mail)}</span><span>{e(r.phone)}</span><span>{e(r.place)}</span></div>"
    body = f"{top}<div class=w><div>{''.join(left.parts)}</div><div>{''.join(right.parts)}</div></div>"
    return Made(shell(css, body, "size:A4;margin:11mm"), left.kinds + right.kinds)


def narrow_dates(r: Resume, rng: Random) -> Made:
    """A builder with dates broken over two lines in a narrow left column, and a sidebar at the right."""
    main, side = Sheet("<h2>{}</h2>"), Sheet("<h2>{}</h2>")

    def entry(when: str, title: str, org: str, body: str) -> str:
        broken = e(when).replace(" – ", " –<br>").replace(" - ", " -<br>")
        return f"<div class=g><div class=d>{broken}</div><div><div class=t>{e(title)}</div><div class=i>{e(org)}</div>{body}</div></div>"

    main.add("summary", "", "")
    body = "".join(entry(x.when.text, x.title, joined([emp.org, emp.place], ", "), ul(x.lines)) for emp, x in pairs(r))
    main.add("experience", "Work History", body)
    main.add(
        "education",
        "Education",
        "".join(
            entry(d.when.text, d.title, f"{d.org} - {d.place}", f"<div>{e(d.note)}</div>" if d.note else "")
            for d in r.degrees
        ),
    )
    main.add("clubs", "Affiliations", "".join(entry(x.when.text, x.title, x.org, "") for x in clubs(r)))
    main.add(
        "certifications", "Certifications", "".join(entry(c.when.text, c.title, c.org, "") for c in r.certificates)
    )
    side.add(
        "skills",
        "Skills",
        "".join(
            f"<div>{e(x)}</div><div class=bar><div></div></div><div class=i>{rng.choice(['Excellent', 'Very Good', 'Advanced'])}</div>"
            for x in tools(r)
        ),
    )
    side.add("languages", "Languages", divs([f"{e(n)} ({e(v)})" for n, v in r.languages]))
    side.add("interests", "Interests", divs([e(x) for x in r.interests]))
    css = f"""body{{font-family:{SANS};font-size:9.5pt}}.w{{display:flex;gap:8mm}}.m{{flex:1}}.s{{width:48mm}}h1{{font-size:22pt;margin:0;color:#246}}h2{{color:#246;
    font-size:13pt;border-top:1px solid #ccc;border-bottom:1px solid #ccc;padding:1mm 0}}.g{{display:grid;grid-template-columns:21mm 1fr;gap:4mm;margin-bottom:3mm}}
    .d{{font-weight:bold}}.t{{font-weight:bold;font-size:11pt}}.i{{font-style:italic}}.bar{{background:#ddd;height:1.5mm}}.bar div{{background:#246;width:80%;height:1.5mm}}"""
    top = f"<h1>{e(r.name)}</h1><div>{e(r.headline)}</div><p>{e(r.summary)}</p>"
    contact = f"<h2>Personal Info</h2><b>Phone</b><div>{e(r.phone)}</div><b>E-mail</b><div>{e(r.mail)}</div>"
    body = f"<div class=w><div class=m>{top}{''.join(main.parts)}</div><div class=s>{contact}{''.join(side.parts)}</div></div>"
    return Made(shell(css, body, "size:A4;margin:12mm"), main.kinds + side.kinds)


def title_at(r: Resume, rng: Random) -> Made:
    """A builder that writes "Title at Company, Town" with the dates below in grey, and details in a narrow column."""
    main, side = Sheet("<h2>{}</h2>"), Sheet("<h3>{}</h3>")
    main.add("summary", "Profile", f"<p>{e(r.summary)}</p>")
    body = "".join(
        f"<div class=t>{e(x.title)} at {e(joined([emp.org, emp.place], ', '))}</div><div class=d>{e(x.when.text.upper())}</div>{ul(x.lines)}"
        for emp, x in pairs(r)
    )
    main.add("experience", "Employment History", body)
    main.add(
        "education",
        "Education",
        "".join(
            f"<div class=t>{e(joined([d.title, d.org, d.place], ', '))}</div><div class=d>{e(d.when.text.upper())}</div><p>{e(d.note)}</p>"
            for d in r.degrees
        ),
    )
    main.add(
        "courses",
        "Courses",
        "".join(
            f"<div class=t>{e(joined([c.title, c.org], ', '))}</div><div class=d>{e(c.when.text.upper())}</div>"
            for c in r.certificates
        ),
    )
    main.add(
        "clubs",
        "Extra-curricular activities",
        "".join(
            f"<div class=t>{e(x.title)} at {e(x.org)}</div><div class=d>{e(x.when.text.upper())}</div>{ul(x.lines)}"
            for x in clubs(r)
        ),
    )
    main.add("references", "References", divs([e(x) for x in r.references]))
    side.add("skills", "Skills", divs([e(x) for x in tools(r)], "k"))
    side.add("interests", "Hobbies", f"<div>{e(', '.join(r.interests))}</div>" if r.interests else "")
    side.add("languages", "Languages", divs([e(n) for n, _ in r.languages], "k"))
    css = f"""body{{font-family:{SERIF};font-size:10pt}}.w{{display:flex;gap:10mm}}.m{{flex:1}}.s{{width:42mm;font-size:9pt}}h1{{text-align:center;font-size:20pt;margin:0}}
    .hd{{text-align:center;font-size:9pt}}h2{{font-size:13pt;margin:4mm 0 1mm}}h3{{font-size:10.5pt;margin:4mm 0 1mm}}.t{{font-weight:bold;margin-top:2mm}}.d{{color:#999;font-size:8pt;letter-spacing:.6px}}.k{{border-bottom:2px solid #444;margin-bottom:2mm}}"""
    top = f"<h1>{e(r.name)}</h1><div class=hd>{e(r.headline)}, {e(r.place)}, {e(r.phone)}, {e(r.mail)}</div>"
    details = f"<h3>Details</h3>{divs([e(r.place), e(r.phone), e(r.mail)])}"
    body = f"{top}<div class=w><div class=m>{''.join(main.parts)}</div><div class=s>{details}{''.join(side.parts)}</div></div>"
    kinds = [k for k in main.kinds if k != "other" or clubs(r) or r.references] + side.kinds
    return Made(shell(css, body, "size:A4;margin:15mm"), kinds)


def icons(r: Resume, rng: Random) -> Made:
    """A builder with icons before dates and places, strengths and achievements in a second column."""
    left, right = Sheet("<h2>{}</h2>"), Sheet("<h2>{}</h2>")

    def row(when: str, place: str) -> str:
        return (
            f"<div class=q><span class=ic>▣</span> {e(when)} &nbsp;&nbsp;&nbsp; <span class=ic>◎</span> {e(place)}</div>"
            if when
            else f"<div class=q><span class=ic>◎</span> {e(place)}</div>"
        )

    left.add("summary", "SUMMARY", f"<p>{e(r.summary)}</p>")
    left.add(
        "experience",
        "EXPERIENCE",
        "".join(
            f"<div class=t>{e(x.title)}</div><div class=o>{e(emp.org)}</div>{row(x.when.text, emp.place)}{ul(x.lines)}"
            for emp, x in pairs(r)
        ),
    )
    left.add(
        "education",
        "EDUCATION",
        "".join(
            f"<div class=t>{e(d.title)}</div><div class=o>{e(d.org)}</div>{row(d.when.text, d.place)}"
            for d in r.degrees
        ),
    )
    strengths = rng.sample(["Leadership", "Calm under pressure", "Curiosity", "Clear writing"], 2)
    right.parts.append(
        "<h2>STRENGTHS</h2>"
        + "".join(
            f"<div><span class=ic>★</span> <b>{x}</b></div><div>{e(rng.choice(r.employers[0].roles[0].lines))}</div>"
            for x in strengths
        )
    )
    right.add("skills", "SKILLS", "<div>" + " &nbsp; ".join(f"<u>{e(x)}</u>" for x in tools(r)) + "</div>")
    right.add(
        "certifications",
        "TRAINING / COURSES",
        "".join(
            f"<div class=o>{e(c.title)}</div><div class=q>{e(joined([c.org, c.when.text], ', '))}</div>"
            for c in r.certificates
        ),
    )
    right.add(
        "projects",
        "SIDE PROJECTS",
        "".join(
            f"<div class=o>{e(p.title)}</div><div class=q>{e(p.when.text)}</div><div>{e(' '.join(p.lines))}</div>"
            for p in r.projects
        ),
    )
    right.add(
        "clubs",
        "VOLUNTEERING",
        "".join(
            f"<div class=t>{e(x.title)}</div><div class=o>{e(x.org)}</div>{row(x.when.text, r.place)}" for x in clubs(r)
        ),
    )
    right.add(
        "languages",
        "LANGUAGES",
        "".join(f"<div>{e(n)} <span class=q>{e(v)}</span> ●●●●○</div>" for n, v in r.languages),
    )
    css = f"""body{{font-family:{SANS};font-size:9.3pt}}.w{{display:flex;gap:8mm}}.m{{flex:1}}.s{{width:64mm}}h1{{font-size:22pt;margin:0}}h2{{font-size:12pt;font-weight:normal;border-bottom:2px solid #000;margin:4mm 0 1mm}}
    .t{{font-size:11.5pt;margin-top:2mm}}.o{{font-weight:bold;color:#07a}}.q{{color:#555;font-size:8.5pt}}"""
    top = f"<h1>{e(r.name.upper())}</h1><div class=o>{e(r.headline)}</div><div class=q>{e(r.phone)} &nbsp; {e(r.mail)} &nbsp; {e(r.place)}</div>"
    body = f"{top}<div class=w><div class=m>{''.join(left.parts)}</div><div class=s>{''.join(right.parts)}</div></div>"
    return Made(shell(css, body, "size:A4;margin:12mm"), left.kinds + right.kinds)


# ------------------------------------------------------------------------------------------------------------ templates


def engineer_template(r: Resume, rng: Random) -> Made:
    """The one-page template of computing students: small capitals, title and date, employer and place, projects with tools."""
    s = Sheet("<h2>{}</h2>")

    def four(a: str, b: str, c: str, d: str) -> str:
        return f"<div class=r><b>{e(a)}</b><span>{e(b)}</span></div><div class='r i'><span>{e(c)}</span><span>{e(d)}</span></div>"

    s.add(
        "education",
        "Education",
        "".join(four(d.org, d.place, joined([d.title, d.note], ", "), d.when.text) for d in r.degrees),
    )
    s.add(
        "experience",
        "Experience",
        "".join(four(x.title, x.when.text, emp.org, emp.place) + ul(x.lines) for emp, x in pairs(r)),
    )
    s.add(
        "projects",
        "Projects",
        "".join(
            f"<div class=r><span><b>{e(p.title)}</b> | <i>{e(', '.join(p.tools))}</i></span><span>{e(p.when.text)}</span></div>{ul(p.lines)}"
            for p in r.projects
        ),
    )
    s.add("skills", "Technical Skills", divs([f"<b>{e(k)}</b>: {e(', '.join(v))}" for k, v in r.skills]))
    s.add(
        "clubs",
        "Leadership / Extracurricular",
        "".join(four(x.title, x.when.text, x.org, "") + ul(x.lines) for x in clubs(r)),
    )
    css = f"body{{font-family:{SERIF};font-size:10.5pt}}h1{{text-align:center;font-variant:small-caps;margin:0}}h2{{font-size:13pt;font-weight:normal;font-variant:small-caps;border-bottom:1px solid #000;margin:3mm 0 1mm}}.r{{display:flex;justify-content:space-between}}.i{{font-style:italic;font-size:9.5pt}}"
    top = f"<h1>{e(r.name)}</h1><div style='text-align:center'>{e(r.phone)} | <u>{e(r.mail)}</u> | <u>{e(r.link)}</u></div>"
    return Made(shell(css, top + "".join(s.parts), "size:Letter;margin:12mm 14mm"), s.kinds)


def academic(r: Resume, rng: Random) -> Made:
    """An academic's CV: years hang in the left margin, headings in small letters, posts as sentences."""
    s = Sheet("<h2>{}</h2>")

    def hang(when: str, text: str) -> str:
        return f"<div class=g><div>{e(when)}</div><div>{text}</div></div>"

    s.add(
        "experience",
        "Professional appointments",
        "".join(
            hang(x.when.text, f"{e(x.title)}, {e(joined([emp.org, emp.place], ', '))}{ul(x.lines[:2])}")
            for emp, x in pairs(r)
        ),
    )
    s.add(
        "education",
        "Academic degrees",
        "".join(hang(d.when.text, e(joined([d.title, d.org, d.note], ", "))) for d in r.degrees),
    )
    s.add("awards", "Honours and prizes", "".join(hang(a.when.text, e(a.title)) for a in r.awards))
    s.add("publications", "Refereed articles", "".join(f"<p>{e(x)}</p>" for x in r.publications))
    s.add(
        "projects",
        "Funded projects",
        "".join(hang(p.when.text, f"{e(p.title)}. {e(' '.join(p.lines))}") for p in r.projects),
    )
    s.add("clubs", "Service", "".join(hang(x.when.text, e(f"{x.title}, {x.org}")) for x in clubs(r)))
    s.add("skills", "Methods and software", f"<p>{e(', '.join(tools(r)))}</p>")
    css = f"body{{font-family:{SERIF};font-size:11pt}}h1{{font-size:16pt;font-weight:normal}}h2{{font-size:12pt;font-style:italic;font-weight:bold}}.g{{display:grid;grid-template-columns:38mm 1fr;margin-bottom:2mm}}"
    return Made(
        shell(
            css,
            f"<h1>{e(r.name)}</h1><div>{e(r.place)}</div><div>{e(r.mail)}</div>{''.join(s.parts)}",
            "size:A4;margin:25mm 22mm",
        ),
        s.kinds,
    )


def margin_table(r: Resume, rng: Random) -> Made:
    """A consultant's page: headings in the left margin of a ruled table, employer in bold capitals, the date at the right."""
    s = Sheet("")
    rows = ""

    def row(kind: str, heading: str, body: str) -> str:
        s.add(kind, heading, body)
        return f"<tr><th>{e(heading)}<td>{body}" if body else ""

    body = ""
    for emp in r.employers:
        body += f"<div class=r><b>{e(emp.org.upper())}</b><b>{e(emp.place)}</b></div>"
        body += "".join(
            f"<div class=r><i>{e(x.title)}</i><i>{e(x.when.text)}</i></div>{ul(x.lines)}" for x in emp.roles
        )
    study = "".join(
        f"<div class=r><b>{e(d.org.upper())}</b><b>{e(d.place)}</b></div><div class=r><i>{e(d.title)}</i><i>{e(d.when.text)}</i></div>{ul([d.note] if d.note else [])}"
        for d in r.degrees
    )
    order = [("experience", "experience", body), ("education", "education", study)]
    for kind, heading, text in order if rng.random() < 0.5 else order[::-1]:
        rows += row(kind, heading, text)
    rows += row(
        "clubs",
        "leadership",
        "".join(
            f"<div class=r><span><b>{e(x.org)}</b>, {e(x.title)}</span><i>{e(x.when.text)}</i></div>{ul(x.lines)}"
            for x in clubs(r)
        ),
    )
    rows += row(
        "skills",
        "additional",
        ul([f"Skills: {', '.join(tools(r))}", *([f"Interests: {', '.join(r.interests)}"] if r.interests else [])]),
    )
    css = f"body{{font-family:{SERIF};font-size:10.5pt}}h1{{text-align:center;font-size:17pt;margin:0}}table{{border-collapse:collapse;width:100%;margin-top:4mm}}th{{width:28mm;text-align:left;vertical-align:top;font-variant:small-caps;font-weight:bold;border-top:1px solid #000;padding-top:2mm}}td{{border-top:1px solid #000;padding:2mm 0}}.r{{display:flex;justify-content:space-between}}"
    return Made(
        shell(
            css,
            f"<h1>{e(r.name.upper())}</h1><div style='text-align:center'>{e(r.mail)} • {e(r.phone)}</div><table>{rows}</table>",
            "size:Letter;margin:18mm",
        ),
        s.kinds,
    )


def typed_sentences(r: Resume, rng: Random) -> Made:
    """Typed without care: headings in capitals with dashes, jobs as "2019-2021 – Title – Company", long lines with brackets at the end."""
    s = Sheet("<p>--- {} ---</p>")
    long_heads = rng.random() < 0.5
    body = ""
    for emp, x in pairs(r):
        when = f" ({e(x.when.text)})" if x.when.text else ""
        if long_heads:
            body += f"<p>{e(x.title)} in the {rng.choice(['northern', 'central'])} {rng.choice(['planning', 'service', 'research'])} department of {e(emp.org)}, a company with {rng.randint(2, 90)}0 people, {e(emp.place)}{when}</p>"
        else:
            body += f"<p>{e(joined([x.when.text, x.title, emp.org], ' – '))}</p>"
        body += "".join(f"<div>- {e(y)}</div>" for y in x.lines)
    s.add("experience", "JOB HISTORY", body)
    s.add(
        "education",
        "SCHOOLING",
        "".join(f"<p>{e(joined([d.title, d.org, d.when.text], ' – '))}</p>" for d in r.degrees),
    )
    s.add("skills", "WHAT I KNOW", f"<p>{e(', '.join(tools(r)))}</p>")
    s.add(
        "certifications",
        "CERTIFICATES",
        "".join(f"<div>- {e(joined([c.title, c.when.text], ', '))}</div>" for c in r.certificates),
    )
    s.add(
        "clubs", "OTHER THINGS", "".join(f"<div>- {e(x.title)} – {e(x.org)} – {e(x.when.text)}</div>" for x in clubs(r))
    )
    css = f"body{{font-family:{SANS};font-size:11pt}}p{{margin:2.5mm 0 1mm}}"
    return Made(
        shell(
            css, f"<div>{e(r.name)}</div><div>{e(r.mail)}, {e(r.phone)}</div>{''.join(s.parts)}", "size:A4;margin:22mm"
        ),
        s.kinds,
    )


HTML_LOOKS: dict[str, tuple[Callable[[Resume, Random], Made], tuple[str, ...]]] = {
    "profile": (profile, ("length-brackets",)),
    "job board": (job_board, ("month-yyyy-to",)),
    "labelled form": (labelled_form, ("till-date", "mmm-yyyy-hyphen", "apostrophe-tight")),
    "european form": (european_form, ("slash", "day-slash", "day-words")),
    "old european form": (old_european_form, ("dot", "slash", "month-yyyy-to")),
    "design tool": (design_tool, ("years", "mmm-yyyy-hyphen", "years-tight")),
    "two columns": (two_columns, ("slash",)),
    "narrow dates": (narrow_dates, ("iso", "slash", "mmm-yyyy")),
    "title at": (title_at, ("mmm-yyyy-em", "month-yyyy")),
    "icons": (icons, ("slash", "mmm-yyyy-hyphen")),
    "engineer template": (engineer_template, ("dotted", "mmm-yyyy")),
    "academic": (academic, ("years-tight", "years", "month-yyyy")),
    "margin table": (margin_table, ("mmm-yyyy", "years", "month-yyyy")),
    "typed sentences": (typed_sentences, ("month-share", "years-tight", "slash-tight")),
}


# ----------------------------------------------------------------------------------------------------------------- Word


def word_processor(r: Resume, rng: Random, path: Path) -> list[str]:
    """A word processor's own templates: "Company, Town — Title" above "MARCH 2020 - PRESENT", or a table with dates at the left."""
    page = Word()
    page.styles["Normal"].font.size = Pt(10.5)
    table = rng.random() < 0.4
    page.add_paragraph(r.name, style="Title")
    page.add_paragraph(f"{r.place}\n{r.phone}\n{r.mail}")
    kinds: list[str] = []

    def heading(kind: str, text: str) -> None:
        kind = KIND.get(kind, kind)
        kinds.extend([] if kind in kinds else [kind])
        page.add_paragraph(text, style="Heading 1")

    def entry(org: str, place: str, title: str, when: str, lines: list[str]) -> None:
        if table:
            cells = page.add_table(rows=1, cols=2).rows[0].cells
            cells[0].text = when
            cells[1].text = title
            cells[1].paragraphs[0].runs[0].bold = True
            cells[1].add_paragraph(joined([org, place], ", "))
            for line in lines:
                cells[1].add_paragraph(line, style="List Bullet")
            return
        head = page.add_paragraph(style="Heading 2")
        head.add_run(joined([org, place], ", "))
        head.add_run(f" — {title}").italic = True
        if when:
            page.add_paragraph(when.upper(), style="Heading 3")
        for line in lines:
            page.add_paragraph(line, style="List Bullet" if rng.random() < 0.8 else None)

    heading("experience", "Experience")
    for emp, x in pairs(r):
        entry(emp.org, emp.place, x.title, x.when.text, x.lines)
    heading("education", "Education")
    for d in r.degrees:
        entry(d.org, d.place, d.title, d.when.text, [d.note] if d.note else [])
    if r.projects:
        heading("projects", "Projects")
        for p in r.projects:
            entry(p.title, "", "what I built", p.when.text, p.lines) if not table else entry(
                "", "", p.title, p.when.text, p.lines
            )
    heading("skills", "Skills")
    for tool in tools(r):
        page.add_paragraph(tool, style="List Bullet")
    if r.awards:
        heading("awards", "Awards")
        for a in r.awards:
            page.add_paragraph(f"{a.title}, {a.when.text}")
    if r.certificates:
        heading("certifications", "Licenses & Certifications")
        for c in r.certificates:
            page.add_paragraph(joined([c.title, c.org, c.when.text], ", "))
    if r.languages:
        heading("languages", "Languages")
        page.add_paragraph(", ".join(f"{n} ({v})" for n, v in r.languages))
    page.save(str(path))
    return kinds


LOOKS = (*HTML_LOOKS, "word processor", *HOMEMADE, *TABULAR)
ALL = HTML_LOOKS | HOMEMADE | TABULAR
_WORD_HABITS = ("month-yyyy", "mmm-yyyy-hyphen", "years")


def make(out: Path, seed: int, rounds: int, looks: Sequence[str]) -> None:
    """Every look, `rounds` times, each with another person."""
    for name in ("resumes", "labels", "about"):
        (out / name).mkdir(parents=True, exist_ok=True)
    queue: list[tuple[Path, Path]] = []
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(rounds * len(looks)):
            look = looks[number % len(looks)]
            rng = Random(f"{seed}/{number}/{look}")
            habits = ALL[look][1] if look in ALL else _WORD_HABITS
            career = rng.choice(["student", "early", "mid", "mid", "senior"])
            resume = invent(rng, invent_traits(rng, career, HABIT[rng.choice(habits)]))
            name = f"x{number + 1:02d}"
            if look in ALL:
                made = ALL[look][0](resume, rng)
                page = Path(scratch) / f"{name}.html"
                page.write_text(made.html, encoding="utf-8")
                queue.append((page, out / "resumes" / f"{name}.pdf"))
                kinds = made.kinds
            else:
                kinds = word_processor(resume, rng, out / "resumes" / f"{name}.docx")
            _keep(out / "labels" / f"{name}.json", label(resume, name, list(dict.fromkeys(kinds))))
            jobs = [f"{emp.org} | {x.title} | {x.when.text}" for emp, x in pairs(resume)]
            _keep(out / "about" / f"{name}.json", {"style": look, "jobs": jobs, "career": career})
        print_all(queue)


def _keep(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments and make the documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--looks", nargs="+", choices=LOOKS, default=LOOKS)
    args = parser.parse_args()
    make(args.out, args.seed, args.rounds, args.looks)


if __name__ == "__main__":
    main()
