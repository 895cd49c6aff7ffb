"""Looks of strangers, of columns and tables, and some that tell their jobs in their own order."""

from __future__ import annotations

from html import escape as E

from stranger_pieces import (
    END,
    ORG,
    Made,
    Person,
    edu,
    look,
    months,
    my,
    page,
    para,
    rg,
    std,
    ul,
    ymonths,
)


@look
def sections_by_left_heading(p: Person) -> Made:
    def row(h: str, b: str) -> str:
        return f"<tr><td style='width:32mm;color:#246'><b>{h}</b><td>{b}"

    return page(
        p,
        "",
        [
            (
                "",
                "<table>"
                + row("Profile", p["summary"])
                + row(
                    "Experience",
                    "".join(
                        f"<p><b>{j['post']}</b>, {E(j['org'])} <br><i>{rg(j, 'Month YYYY')}</i></p>{ul(j)}"
                        for j in p["jobs"]
                    ),
                )
                + row("Education", edu(p))
                + row("Skills", "MS Excel, SAP")
                + "</table>",
            )
        ],
    ), months(p)


@look
def date_middle_pipes(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{E(j['org'])} | {rg(j, 'Mon YYYY', '-')} | {j['post']} | {j['city']}</p>{ul(j)}" for j in p["jobs"]
        ),
    ), months(p)


@look
def jakes(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b><span style='float:right'>{j['city']}</span><br><i>{j['post']}</i><span style='float:right'><i>{rg(j)}</i></span></p>{ul(j)}"
            for j in p["jobs"]
        ),
        "EXPERIENCE",
    ), months(p)


@look
def caps_brackets(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{j['post'].upper()}<br><i>{E(j['org'])}, {j['city']}</i> ({rg(j, 'Mon ’YY', ' – ', 'date')})</p>{para(j)}"
            for j in p["jobs"]
        ),
        "EMPLOYMENT",
    ), months(p)


@look
def own_heading(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b><br>{j['post']} ({rg(j, 'MM/YYYY', '-', 'now')})</p>{para(j)}" for j in p["jobs"]
        ),
        "Where I have worked",
        "Where I learned",
    ), months(p)


@look
def numbered_headings(p: Person) -> Made:
    return page(
        p,
        "",
        [
            ("1. PROFILE", f"<p>{p['summary']}</p>"),
            ("2. EDUCATION", edu(p)),
            (
                "3. PROFESSIONAL EXPERIENCE",
                "".join(
                    f"<p>3.{i}. {j['post']}, {E(j['org'])}, {rg(j, 'MM/YYYY')}</p>{ul(j)}"
                    for i, j in enumerate(p["jobs"], 1)
                ),
            ),
            ("4. SKILLS", "<p>MS Excel</p>"),
        ],
    ), months(p)


@look
def break_between(p: Person) -> Made:
    j = p["jobs"][1]
    j["a"] += 4
    k = f"<p><b>Career break – care of a parent</b><br>{my(j['a'] - 4)} – {my(j['a'] - 1)}</p>"
    x = [f"<p><b>{j['post']} – {E(j['org'])}</b><br>{rg(j)}</p>{ul(j)}" for j in p["jobs"]]
    x.insert(2, k)
    return std(p, "", "".join(x)), months(p)


@look
def volunteer_among(p: Person) -> Made:
    v = f"<p><b>Volunteer reader</b>, Wexcombe Library <span style='float:right'>{my(END - 90)} – {my(END - 60)}</span></p><ul><li>Read stories to children on Saturdays</ul>"
    x = [f"<p><b>{j['post']}</b>, {E(j['org'])} <span style='float:right'>{rg(j)}</span></p>{ul(j)}" for j in p["jobs"]]
    x.append(v)
    return std(p, "", "".join(x)), months(p)


@look
def agency(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b> (via Talentbridge Staffing)<br>{j['post']} — contract, {rg(j, 'MM/YYYY', ' to ', 'present')}</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "Contracts",
    ), months(p)


@look
def projects_in_jobs(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}, {E(j['org'])}</b> <span style='float:right'>{rg(j)}</span></p><p style='margin-left:5mm'>Project: New depot ({my(j['a'] + 2)} – {my(j['a'] + 7)})</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def certs_with_ranges(p: Person) -> Made:
    c = f"<p>First aid trainer – Red Lamp Institute ({my(END - 100, 'MM/YYYY')} – {my(END - 64, 'MM/YYYY')})</p><p>Forklift operator licence ({my(END - 60, 'MM/YYYY')} – {my(END - 1, 'MM/YYYY')})</p>"
    return page(
        p,
        "",
        [
            (
                "Work experience",
                "".join(f"<p><b>{j['post']}</b>, {E(j['org'])}<br>{rg(j, 'MM/YYYY')}</p>{ul(j)}" for j in p["jobs"]),
            ),
            ("Licences and certificates", c),
            ("Education", edu(p)),
        ],
    ), months(p)


@look
def sidebar(p: Person) -> Made:
    left = "<h2>Contact</h2><p>Bergen</p><h2>Languages</h2><p>English, Norwegian</p><h2>Education</h2>" + edu(p, "<br>")
    right = (
        "<h2>Profile</h2><p>"
        + p["summary"]
        + "</p><h2>Experience</h2>"
        + "".join(
            f"<p><b>{j['post']}</b><br>{E(j['org'])}, {j['city']}<br><span style='color:#888'>{rg(j, 'Month YYYY')}</span></p>{ul(j)}"
            for j in p["jobs"]
        )
    )
    return page(
        p,
        "",
        [
            (
                "",
                f"<div style='display:flex;gap:8mm'><div style='width:52mm;background:#eef;padding:3mm'>{left}</div><div style='flex:1'>{right}</div></div>",
            )
        ],
    ), months(p)


@look
def cards(p: Person) -> Made:
    return std(
        p,
        "",
        "<div style='display:grid;grid-template-columns:1fr 1fr;gap:6mm'>"
        + "".join(f"<div><b>{j['post']}</b><br>{E(j['org'])}<br>{rg(j, 'MM/YYYY')}{ul(j)}</div>" for j in p["jobs"])
        + "</div>",
    ), months(p)


@look
def timeline_right_dates(p: Person) -> Made:
    return std(
        p,
        "",
        "<table style='width:100%'>"
        + "".join(
            f"<tr><td><b>{j['post']}</b><br>{E(j['org'])}{ul(j)}<td style='width:36mm;text-align:right'>{my(j['a'])}<br>–<br>{'Present' if j['now'] else my(j['b'])}"
            for j in p["jobs"]
        )
        + "</table>",
    ), months(p)


@look
def stacked_years_right(p: Person) -> Made:
    return std(
        p,
        "",
        "<table style='width:100%'>"
        + "".join(
            f"<tr><td><b>{E(j['org'])}</b><td style='text-align:right'>{rg(j, 'YYYY', ' - ', 'Now')}<tr><td><i>{j['post']}</i><td style='text-align:right'>{j['city']}<tr><td colspan=2>{ul(j)}"
            for j in p["jobs"]
        )
        + "</table>",
    ), ymonths(p)


@look
def prose(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{'Since' if j['now'] else 'From'} {my(j['a'], 'Month YYYY')}{'' if j['now'] else ' to ' + my(j['b'], 'Month YYYY')} I {'have been' if j['now'] else 'was'} a {j['post'].lower()} with {E(j['org'])} in {j['city']}. {'. '.join(j['lines'])}.</p>"
            for j in p["jobs"]
        ),
        "Experience",
    ), months(p)


@look
def short_years(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>’{j['a'] // 12 % 100:02}–{'now' if j['now'] else '’' + format(j['b'] // 12 % 100, '02')}</b> {j['post']}, {E(j['org'])}</p>{para(j)}"
            for j in p["jobs"]
        ),
        "Jobs",
    ), ymonths(p)


@look
def client_list(p: Person) -> Made:
    a, *r = p["jobs"]
    n = a["b"] - a["a"] + 1
    k = n // 2
    x = f"<p><b>Freelance {a['post']}</b> <span style='float:right'>{rg(a)}</span></p><p>Clients:</p><ul><li>{E(ORG[3])}: stock count ({my(a['a'])} – {my(a['a'] + k)})<li>{E(ORG[5])}: audit ({my(a['a'] + k + 1)} – {my(a['b'])})</ul>"
    return std(
        p,
        "",
        x
        + "".join(
            f"<p><b>{j['post']}</b>, {E(j['org'])} <span style='float:right'>{rg(j)}</span></p>{ul(j)}" for j in r
        ),
    ), months(p)


@look
def bordered_table(p: Person) -> Made:
    return std(
        p,
        "td,th{border:1px solid #333;text-align:left;padding:1mm 2mm}",
        "<table><tr><th>S/N<th>Employer<th>Post held<th>From<th>To"
        + "".join(
            f"<tr><td>{i}<td>{E(j['org'])}<td>{j['post']}<td>{my(j['a'], 'Month YYYY')}<td>{'To date' if j['now'] else my(j['b'], 'Month YYYY')}"
            for i, j in enumerate(p["jobs"], 1)
        )
        + "</table>",
        "Working experience",
    ), months(p)


@look
def table_duties_column(p: Person) -> Made:
    return std(
        p,
        "td,th{border:1px solid #333;text-align:left;padding:1mm 2mm}",
        "<table><tr><th>Dates<th>Employer and position<th>Duties"
        + "".join(
            f"<tr><td>{rg(j, 'MM/YYYY', ' – ', 'present')}<td>{E(j['org'])}, {j['post']}<td>{'; '.join(j['lines'])}"
            for j in p["jobs"]
        )
        + "</table>",
        "Employment",
    ), months(p)


@look
def org_comma_title_dash(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>• {E(j['org'])}, {j['city']} – {j['post']} ({rg(j, 'YYYY', '-', 'present')})</p>" for j in p["jobs"]
        ),
        "Work experience",
    ), ymonths(p)


@look
def dates_line_between(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b></p><p>{rg(j, 'Month YYYY', ' - ')}</p><p><b>{j['post']}</b></p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def separate_begin_end(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b> – {E(j['org'])}<br>Start: {my(j['a'], 'Month YYYY')} &nbsp; End: {'current' if j['now'] else my(j['b'], 'Month YYYY')}</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def year_heading_blocks(p: Person) -> Made:
    return std(
        p,
        "h3{font-size:11pt;margin:3mm 0 0;color:#357}",
        "".join(
            f"<h3>{rg(j, 'YYYY', ' – ', 'today')}</h3><p>{j['post']}<br>{E(j['org'])}, {j['city']}</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "Professional path",
    ), ymonths(p)


@look
def jobs_then_training(p: Person) -> Made:
    t = f"<p>Apprentice, {E(ORG[0])}, {my(p['jobs'][-1]['a'] - 20)} – {my(p['jobs'][-1]['a'] - 9)}</p>"
    return page(
        p,
        "",
        [
            ("Employment", "".join(f"<p>{j['post']}, {E(j['org'])}, {rg(j)}</p>{ul(j)}" for j in p["jobs"])),
            ("Internships and traineeships", t),
            ("Education", edu(p)),
        ],
    ), months(p) + 12
