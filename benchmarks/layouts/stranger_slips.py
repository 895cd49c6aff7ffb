"""Looks of strangers with what people do wrong or in their own way: mixed forms, misspelt headings, forms."""

from __future__ import annotations

from html import escape as E

from stranger_pieces import (
    END,
    SK,
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
def mixed_date_forms(p: Person) -> Made:
    fs = ["Mon YYYY", "MM/YYYY", "Month YYYY", "Mon ’YY", "YYYY-MM"]
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b>, {E(j['org'])}, {rg(j, fs[i % 5], ' - ', 'till now')}</p>{ul(j)}"
            for i, j in enumerate(p["jobs"])
        ),
        "Proffesional Experiance",
    ), months(p)


@look
def missing_newest_end(p: Person) -> Made:
    p["jobs"][0]["now"] = True
    p["jobs"][0]["b"] = END
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b><br>{E(j['org'])}, {my(j['a'])} –{'' if j['now'] else ' ' + my(j['b'])}</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def oldest_first(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{rg(j, 'MM.YYYY', '-', 'today')} {E(j['org'])}, {j['city']}: {j['post']}</p>"
            for j in reversed(p["jobs"])
        ),
        "Work record",
    ), months(p)


@look
def gov_form(p: Person) -> Made:
    return std(
        p,
        "td{border:1px solid #888}",
        "".join(
            f"<table style='width:100%'><tr><td>From (mm/yyyy)<td>{my(j['a'], 'MM/YYYY')}<td>To (mm/yyyy)<td>{'Present' if j['now'] else my(j['b'], 'MM/YYYY')}<tr><td>Employer<td colspan=3>{E(j['org'])}, {j['city']}<tr><td>Job title<td colspan=3>{j['post']}<tr><td>Duties<td colspan=3>{'. '.join(j['lines'])}</table><br>"
            for j in p["jobs"]
        ),
        "EMPLOYMENT RECORD",
    ), months(p)


@look
def un_form(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>FROM: {my(j['a'], 'Month YYYY')} TO: {'Present' if j['now'] else my(j['b'], 'Month YYYY')}<br>JOB TITLE: {j['post']}<br>NAME OF EMPLOYER: {E(j['org'])}<br>PLACE: {j['city']}</p>{para(j)}"
            for j in p["jobs"]
        ),
        "EMPLOYMENT",
    ), months(p)


@look
def date_below_bullets(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']} – {E(j['org'])}</b></p>{ul(j)}<p style='text-align:right'><i>{rg(j)}</i></p>"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def inline_bold_paragraph(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b>, {E(j['org'])}, {j['city']}, {rg(j, 'Month YYYY', ' to ', 'the present')}. {'. '.join(j['lines'])}.</p>"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def initials_date_right_small(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><span style='font-size:13pt'>{E(j['org'])}</span> <span style='color:#999;font-size:8pt'>{j['city']}</span></p><p style='font-size:9pt;letter-spacing:1px'>{j['post'].upper()} / {rg(j, 'MON YYYY')}</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def two_column_dates_title(p: Person) -> Made:
    return std(
        p,
        "",
        "<div style='display:grid;grid-template-columns:35mm 1fr'>"
        + "".join(
            f"<div>{my(j['a'], 'Month YYYY')} to<br>{'present' if j['now'] else my(j['b'], 'Month YYYY')}</div><div><b>{j['post']}</b>, {E(j['org'])}{para(j)}</div>"
            for j in p["jobs"]
        )
        + "</div>",
    ), months(p)


@look
def years_and_org_only(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(f"<p>{E(j['org'])}, {j['city']} ({rg(j, 'YYYY', '–', 'present')})</p>{ul(j)}" for j in p["jobs"]),
        "Places of work",
    ), ymonths(p)


@look
def year_pairs_slash(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{my(j['a'], 'YYYY')}/{'now' if j['now'] else my(j['b'], 'YYYY')} {j['post']}, {E(j['org'])}</p>{para(j)}"
            for j in p["jobs"]
        ),
        "Experience",
    ), ymonths(p)


@look
def semicolon_line(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{j['post']}; {E(j['org'])}; {j['city']}; {rg(j, 'MM/YYYY', '–', 'present')}</p>" for j in p["jobs"]
        ),
        "Employment history",
    ), months(p)


@look
def markdownish(p: Person) -> Made:
    return std(
        p,
        "body{font-family:monospace;font-size:9.5pt}",
        "".join(
            f"<p>### {j['post']} | {E(j['org'])}<br>*{rg(j)}* | {j['city']}</p>"
            + "".join(f"<p>- {x}</p>" for x in j["lines"])
            for j in p["jobs"]
        ),
    ), months(p)


@look
def plain_text_caps(p: Person) -> Made:
    b = "".join(
        f"{E(j['org']) + ' ':.<50} {rg(j, 'MM/YYYY', '-', 'now')}\n  {j['post']}\n"
        + "".join(f"    * {x}\n" for x in j["lines"])
        + "\n"
        for j in p["jobs"]
    )
    return page(
        p,
        "pre{font:9.5pt monospace}",
        [
            (
                "",
                f"<pre>PROFILE\n{p['summary']}\n\nWORK HISTORY\n\n{b}EDUCATION\n\n"
                + "".join(f"{d['t']}, {d['u']}, {d['y']}\n" for d in p["deg"])
                + "</pre>",
            )
        ],
    ), months(p)


@look
def label_grid(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<div style='display:flex;gap:10mm'><div style='width:70mm'><small>EMPLOYER</small><br><b>{E(j['org'])}</b></div><div style='width:55mm'><small>ROLE</small><br>{j['post']}</div><div><small>DATES</small><br>{rg(j, 'MM/YYYY', '–', 'now')}</div></div>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def heading_as_job(p: Person) -> Made:
    return page(
        p,
        "h3{font-size:12pt;margin:3mm 0 0}",
        [
            ("Profile", f"<p>{p['summary']}</p>"),
            (
                "Work experience",
                "".join(
                    f"<h3>{j['post'].upper()}</h3><p>{E(j['org'])} – {j['city']}</p><p>{rg(j, 'Month YYYY')}</p><p><i>Responsibilities</i></p>{ul(j)}<p><i>Achievements</i></p><ul><li>Employee of the month twice</ul>"
                    for j in p["jobs"]
                ),
            ),
            ("Education", edu(p)),
            SK,
        ],
    ), months(p)


@look
def duration_words(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b> – {j['post']}<br>Duration: From {my(j['a'], 'Month YYYY')} upto {'present' if j['now'] else my(j['b'], 'Month YYYY')}</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "ORGANISATIONAL EXPERIENCE",
        "EDUCATIONAL CREDENTIALS",
    ), months(p)


@look
def day_month_year(p: Person) -> Made:
    def d(t: int, k: int) -> str:
        return f"{k:02}.{t % 12 + 1:02}.{t // 12}"

    return std(
        p,
        "",
        "".join(
            f"<p>{d(j['a'], 1)} – {'to date' if j['now'] else d(j['b'], 28)} &nbsp; {E(j['org'])}, {j['post']}</p>"
            for j in p["jobs"]
        ),
        "Labour activity",
    ), months(p)


@look
def us_days(p: Person) -> Made:
    def d(t: int, k: int) -> str:
        return f"{t % 12 + 1:02}/{k:02}/{t // 12}"

    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b>, {j['city']}<br>{d(j['a'], 1)} to {'Present' if j['now'] else d(j['b'], 28)}; Hours per week: 40; Salary: $21 per hour<br>{j['post']} (This is a federal job)</p>{para(j)}"
            for j in p["jobs"]
        ),
        "Work Experience",
    ), months(p)
