"""Looks of strangers: how people of many countries and trades set out their jobs, each of another hand."""

from __future__ import annotations

from html import escape as E

from stranger_pieces import (
    AB,
    SK,
    Job,
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
def overview_then_details(p: Person) -> Made:
    t = (
        "<table>"
        + "".join(f"<tr><td>{rg(j, 'MM/YYYY')}<td>{j['post']}<td>{E(j['org'])}" for j in p["jobs"])
        + "</table>"
    )
    d = "".join(f"<p><b>{j['post']}, {E(j['org'])}</b></p>{ul(j)}" for j in p["jobs"])
    return page(p, "", [("Career overview", t), ("Experience in detail", d), ("Education", edu(p)), SK]), months(p)


@look
def overview_details_years(p: Person) -> Made:
    t = (
        "<ul>"
        + "".join(
            f"<li>{j['a'] // 12}-{'present' if j['now'] else j['b'] // 12}: {j['post']} – {E(j['org'])}, {j['city']}"
            for j in p["jobs"]
        )
        + "</ul>"
    )
    d = "".join(f"<p><b>{E(j['org'])}</b></p>{para(j)}" for j in p["jobs"])
    return page(p, "", [("Employment history", t), ("Main duties", d), ("Education", edu(p)), SK]), ymonths(p)


@look
def year_org_then_title(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{rg(j, 'YYYY', '–', 'present')} {E(j['org'])}, {j['city']}</b><br>{j['post']}</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), ymonths(p)


@look
def title_org_year_lines(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b><br>{E(j['org'])}, {j['city']}<br>{rg(j, 'YYYY')}</p>{ul(j)}" for j in p["jobs"]
        ),
    ), ymonths(p)


@look
def org_title_year_plain(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(f"<p>{E(j['org'])}<br>{j['post']}<br>{rg(j, 'YYYY', ' - ', 'today')}</p>{para(j)}" for j in p["jobs"]),
        "Work History",
    ), ymonths(p)


@look
def year_left_column(p: Person) -> Made:
    return std(
        p,
        "",
        "<table>"
        + "".join(
            f"<tr><td style='width:30mm'>{rg(j, 'YYYY', '–')}<td><b>{j['post']}</b><br>{E(j['org'])}{ul(j)}"
            for j in p["jobs"]
        )
        + "</table>",
    ), ymonths(p)


@look
def org_left_title_right(p: Person) -> Made:
    return std(
        p,
        "",
        "<table>"
        + "".join(
            f"<tr><td style='width:45mm'><b>{E(j['org'])}</b><br>{j['city']}<br>{rg(j, 'MM/YYYY', ' - ')}<td><b>{j['post']}</b>{ul(j)}"
            for j in p["jobs"]
        )
        + "</table>",
    ), months(p)


@look
def sentence_from_until(p: Person) -> Made:
    return std(
        p,
        "",
        "<ul>"
        + "".join(
            f"<li>From {my(j['a'], 'Month YYYY')} until {'now' if j['now'] else my(j['b'], 'Month YYYY')}: {j['post']} at {E(j['org'])}, {j['city']}"
            for j in p["jobs"]
        )
        + "</ul>",
        "Work",
    ), months(p)


@look
def worked_with_as(p: Person) -> Made:
    def d(t: int, k: str) -> str:
        return f"{k} {AB[t % 12]} {t // 12}"

    return std(
        p,
        "",
        "<ol>"
        + "".join(
            f"<li>{'Working' if j['now'] else 'Worked'} with {E(j['org'])} as a {j['post']} from {d(j['a'], '1st')} to {'till date' if j['now'] else d(j['b'], '28th')}.</li>"
            for j in p["jobs"]
        )
        + "</ol>",
        "Work Experience:",
    ), months(p)


@look
def labels(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<table><tr><td>Position<td>{j['post']}<tr><td>Company<td>{E(j['org'])}<tr><td>Period<td>{rg(j, 'MM.YYYY', ' – ', 'present')}<tr><td>Duties<td>{'; '.join(j['lines'])}</table><br>"
            for j in p["jobs"]
        ),
        "Employment record",
    ), months(p)


@look
def labels_colon(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>Organization: {E(j['org'])}<br>Designation: {j['post']}<br>Duration: {rg(j, 'Mon-YY', ' to ', 'till date')}<br>Responsibilities:</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "Professional Experience",
        "Academics",
    ), months(p)


@look
def period_first(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>Period: {rg(j, 'MM.YYYY', ' – ', 'until now')}<br>Company: {E(j['org'])} ({j['city']})<br>Position: {j['post']}</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "Work experience",
    ), months(p)


@look
def duration_and_range(p: Person) -> Made:
    def L(j: Job) -> str:
        y, m = divmod(j["b"] - j["a"] + 1, 12)
        return (f"{y} yr{'s' if y > 1 else ''} " if y else "") + (f"{m} mos" if m else "")

    return std(
        p,
        "",
        "".join(
            f"<p><b>{E(j['org'])}</b><br>{j['post']}<br>{rg(j)} · {L(j)}<br>{j['city']}</p>{para(j)}" for j in p["jobs"]
        ),
    ), months(p)


@look
def promotions(p: Person) -> Made:
    a, b, *r = p["jobs"]
    b["org"] = a["org"]
    b["b"] = a["a"] - 1
    x = f"<p><b>{E(a['org'])}</b>, {a['city']} ({my(b['a'])} – {'Present' if a['now'] else my(a['b'])})</p>" + "".join(
        f"<p style='margin-left:6mm'><i>{j['post']}</i>, {rg(j)}</p>{ul(j)}" for j in (a, b)
    )
    return std(
        p,
        "",
        x
        + "".join(
            f"<p><b>{E(j['org'])}</b>, {j['city']} ({rg(j)})</p><p style='margin-left:6mm'><i>{j['post']}</i></p>{ul(j)}"
            for j in r
        ),
    ), months(p)


@look
def promotions_years(p: Person) -> Made:
    a, b, *r = p["jobs"]
    b["org"] = a["org"]
    b["b"] = a["a"] - 1
    x = (
        f"<p><b>{E(a['org']).upper()}</b> <span style='float:right'>{b['a'] // 12}–{'present' if a['now'] else a['b'] // 12}</span></p>"
        + "".join(
            f"<p><i>{j['post']}</i> <span style='float:right'>{rg(j, 'YYYY', '–', 'present')}</span></p>{ul(j)}"
            for j in (a, b)
        )
    )
    return std(
        p,
        "",
        x
        + "".join(
            f"<p><b>{E(j['org']).upper()}</b> <span style='float:right'>{rg(j, 'YYYY', '–')}</span></p><p><i>{j['post']}</i></p>{ul(j)}"
            for j in r
        ),
    ), ymonths(p)


@look
def japanese_table(p: Person) -> Made:
    rows = []
    for j in reversed(p["jobs"]):
        rows.append((j["a"], f"Joined {E(j['org'])} as {j['post']}"))
        rows.append((j["b"], f"Left {E(j['org'])}") if not j["now"] else (None, "To the present"))
    return std(
        p,
        "td{border:1px solid #555}",
        "<table><tr><td>Year<td>Month<td>Work history"
        + "".join(f"<tr><td>{t // 12 if t else ''}<td>{t % 12 + 1 if t else ''}<td>{x}" for t, x in rows)
        + "</table>",
        "Work History",
    ), months(p)


@look
def german_tabular(p: Person) -> Made:
    return std(
        p,
        "",
        "<table>"
        + "".join(
            f"<tr><td style='width:38mm'>{('since ' + my(j['a'], 'MM/YYYY')) if j['now'] else rg(j, 'MM/YYYY')}<td><b>{j['post']}</b><br>{E(j['org'])}, {j['city']}{ul(j)}"
            for j in p["jobs"]
        )
        + "</table>",
        "Career",
    ), months(p)


@look
def present_previous(p: Person) -> Made:
    x = [
        (
            "Present employment" if j["now"] else ("Last employment" if i == 0 else "Previous employment"),
            f"<p>{E(j['org'])}, {j['city']}<br>{j['post']}, {rg(j, 'Month YYYY', ' to ', 'date')}</p>{para(j)}",
        )
        for i, j in enumerate(p["jobs"])
    ]
    return page(p, "", [("Profile", f"<p>{p['summary']}</p>"), *x, ("Education", edu(p)), SK]), months(p)


@look
def arrows(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b> @ {E(j['org'])} <small>{rg(j, 'Mon YYYY', ' → ', 'now')}</small></p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def asian_numbers(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{rg(j, 'YYYY.MM', '–', 'present')}&nbsp;&nbsp; {E(j['org'])}&nbsp;&nbsp; {j['post']}</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "WORK EXPERIENCE",
    ), months(p)


@look
def thru(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{j['post'].upper()}, {E(j['org'])}, {j['city']}<br>{rg(j, 'Mon. YYYY', ' thru ', 'present')}</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def military_days(p: Person) -> Made:
    def d(t: int, k: int) -> str:
        return f"{k:02} {AB[t % 12].upper()} {t // 12}"

    return std(
        p,
        "",
        "".join(
            f"<p>{d(j['a'], 1)} – {'PRESENT' if j['now'] else d(j['b'], 28)}</p><p><b>{j['post']}</b>, {E(j['org'])}, {j['city']}</p>{ul(j)}"
            for j in p["jobs"]
        ),
        "EXPERIENCE",
    ), months(p)


@look
def functional(p: Person) -> Made:
    x = "".join(
        f"<p><b>{h}</b></p>{ul(j)}" for h, j in zip(["Planning", "Service", "Quality", "Teams", "Numbers"], p["jobs"])
    )
    y = "".join(f"<p>{j['post']}, {E(j['org'])}, {j['city']} — {rg(j, 'YYYY', '-', 'present')}</p>" for j in p["jobs"])
    return page(
        p,
        "",
        [
            ("Profile", f"<p>{p['summary']}</p>"),
            ("Key strengths and achievements", x),
            ("Employment history", y),
            ("Education", edu(p)),
        ],
    ), ymonths(p)


@look
def functional_months(p: Person) -> Made:
    x = "".join(
        f"<p><b>{h}</b></p>{ul(j)}" for h, j in zip(["Planning", "Service", "Quality", "Teams", "Numbers"], p["jobs"])
    )
    y = (
        "<ul>"
        + "".join(f"<li>{j['post']} | {E(j['org'])} | {rg(j, 'MM/YYYY', ' - ', 'present')}" for j in p["jobs"])
        + "</ul>"
    )
    return page(p, "", [("Professional Experience", x), ("Positions", y), ("Education", edu(p))]), months(p)


@look
def academic(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{(str(j['a'] // 12) + '–') if j['now'] else str(j['a'] // 12) + '–' + str(j['b'] // 12)[2:]} &emsp; {j['post']}, {E(j['org'])}</p>"
            for j in p["jobs"]
        ),
        "Appointments",
        summ=False,
    ), ymonths(p)
