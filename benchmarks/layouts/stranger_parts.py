"""Looks of strangers whose work stands in several parts, or beside what is none."""

from __future__ import annotations

from html import escape as E

from stranger_pieces import (
    END,
    ORG,
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
def two_jobs_same_time(p: Person) -> Made:
    a, b, *r = p["jobs"]
    b["a"], b["b"] = a["a"] - 3, a["a"] + 6
    return std(
        p,
        "",
        "".join(
            f"<p><b>{j['post']}</b>, {E(j['org'])} ({'part-time, ' if j is b else ''}{rg(j)})</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def seasonal(p: Person) -> Made:
    a, *r = p["jobs"]
    y = a["a"] // 12
    x = "".join(
        f"<p><b>Ski Instructor</b>, Kaimana Resort — December {k} – March {k + 1}</p>" for k in (y - 3, y - 4, y - 5)
    )
    p["jobs"] = [a]
    a["a"] = y * 12 + 6 if y * 12 + 6 <= a["b"] else a["b"]
    return std(p, "", f"<p><b>{a['post']}</b>, {E(a['org'])} — {rg(a, 'Month YYYY')}</p>{ul(a)}" + x), months(p) + 12


@look
def summer_jobs(p: Person) -> Made:
    a = p["jobs"][0]
    p["jobs"] = [a]
    y = a["a"] // 12 - 2
    return std(
        p,
        "",
        f"<p><b>{a['post']}</b>, {E(a['org'])}, {rg(a, 'Month YYYY')}</p>{ul(a)}<p><b>Camp Leader</b>, Green Door Nursery, Summers {y}, {y - 1}</p><ul><li>Led walks</ul>",
    ), [months(p) + 6]


@look
def intern_and_clubs(p: Person) -> Made:
    a = p["jobs"][0]
    a["a"] = END - 30
    a["b"] = END - 27
    a["now"] = False
    p["jobs"] = [a]
    c = f"<p><b>President, Chess Club</b> <span style='float:right'>{my(END - 40)} – {my(END - 20)}</span></p><ul><li>Ran weekly meetings</ul><p><b>Treasurer, Debating Society</b> <span style='float:right'>{my(END - 50)} – {my(END - 42)}</span></p><ul><li>Kept the accounts</ul>"
    return page(
        p,
        "",
        [
            ("Education", edu(p)),
            (
                "Internship Experience",
                f"<p><b>{a['post']} Intern</b>, {E(a['org'])} <span style='float:right'>{rg(a)}</span></p>{ul(a)}",
            ),
            ("Leadership & Positions of Responsibility", c),
            SK,
        ],
    ), 4


@look
def projects_titled_posts(p: Person) -> Made:
    a, *r = p["jobs"]
    x = f"<p><b>Team Lead – Solar Dryer</b> ({my(END - 50)} – {my(END - 45)})</p><ul><li>Built a dryer for a course</ul><p><b>Designer – Bus Stop Map</b> ({my(END - 40)} – {my(END - 36)})</p><ul><li>Drew a map</ul>"
    return page(
        p,
        "",
        [
            ("Experience", "".join(f"<p><b>{j['post']}</b>, {E(j['org'])} ({rg(j)})</p>{ul(j)}" for j in p["jobs"])),
            ("Projects", x),
            ("Education", edu(p)),
        ],
    ), months(p)


@look
def no_headings(p: Person) -> Made:
    return page(
        p, "", [("", "".join(f"<p><b>{j['post']}</b>, {E(j['org'])}, {rg(j)}</p>{ul(j)}" for j in p["jobs"]) + edu(p))]
    ), months(p)


@look
def story_headings(p: Person) -> Made:
    return page(
        p,
        "",
        [
            ("Hello", f"<p>{p['summary']}</p>"),
            (
                "The road so far",
                "".join(f"<p><b>{j['post']}</b>, {E(j['org'])} · {rg(j)}</p>{ul(j)}" for j in p["jobs"]),
            ),
            ("Before that I studied", edu(p)),
            ("What I am good at", "<p>Excel, calm</p>"),
        ],
    ), months(p)


@look
def split_recent_earlier(p: Person) -> Made:
    def f(js: list[Job]) -> str:
        return "".join(f"<p><b>{j['post']}</b>, {E(j['org'])}<br>{rg(j, 'MM/YYYY')}</p>{ul(j)}" for j in js)

    return page(
        p,
        "",
        [
            ("Recent positions", f(p["jobs"][:2])),
            (
                "Earlier positions",
                "".join(f"<p>{j['post']}, {E(j['org'])}, {rg(j, 'MM/YYYY')}</p>" for j in p["jobs"][2:]),
            ),
            ("Education", edu(p)),
        ],
    ), months(p)


@look
def paid_unpaid(p: Person) -> Made:
    a, *r = p["jobs"]
    v = f"<p><b>Kitchen volunteer</b>, Larvo Food Bank, {rg(dict(a=END - 70, b=END - 60, now=False))}</p><ul><li>Cooked soup</ul>"
    return page(
        p,
        "",
        [
            ("Paid work", "".join(f"<p><b>{j['post']}</b>, {E(j['org'])}, {rg(j)}</p>{ul(j)}" for j in p["jobs"])),
            ("Unpaid work", v),
            ("Education", edu(p)),
        ],
    ), months(p)


@look
def org_years_roles_inside(p: Person) -> Made:
    a, b, *r = p["jobs"]
    b["org"] = a["org"]
    b["b"] = a["a"] - 1
    x = f"<p><b>{E(a['org'])}</b></p><ul><li>{a['post']}: {rg(a)}<li>{b['post']}: {rg(b)}</ul>{para(a)}"
    return std(
        p, "", x + "".join(f"<p><b>{E(j['org'])}</b></p><ul><li>{j['post']}: {rg(j)}</ul>{para(j)}" for j in r)
    ), months(p)


@look
def dotted_leaders(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{j['post']}, {E(j['org'])} ........................ {rg(j, 'YYYY', '-', 'pres.')}</p>"
            for j in p["jobs"]
        ),
        "Employment",
    ), ymonths(p)


@look
def year_only_since(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p>{('Since ' + my(j['a'], 'YYYY')) if j['now'] else rg(j, 'YYYY', ' to ')}: {j['post']} ({E(j['org'])})</p>{para(j)}"
            for j in p["jobs"]
        ),
        "Professional life",
    ), ymonths(p)


@look
def icons(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<p style='font-size:12pt;color:#07a'>{j['post']}</p><p>▣ {E(j['org'])} &nbsp; ⌚ {rg(j, 'MM/YYYY')} &nbsp; ⚑ {j['city']}</p>{ul(j)}"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def left_bar_dates_vertical(p: Person) -> Made:
    return std(
        p,
        "",
        "".join(
            f"<div style='display:flex'><div style='width:22mm;border-right:1px solid #aaa;text-align:center'>{'now' if j['now'] else my(j['b'], 'MM/YYYY')}<br>|<br>{my(j['a'], 'MM/YYYY')}</div><div style='padding-left:4mm'><b>{j['post']}</b><br>{E(j['org'])}{ul(j)}</div></div><br>"
            for j in p["jobs"]
        ),
    ), months(p)


@look
def experience_after_each_skill(p: Person) -> Made:
    return page(
        p,
        "",
        [
            ("Skills", "<p>Excel (5 years), SAP (2 years), forklift licence since 2015</p>"),
            ("Experience", "".join(f"<p><b>{j['post']}</b> | {E(j['org'])} | {rg(j)}</p>{ul(j)}" for j in p["jobs"])),
            ("Education", edu(p)),
            ("Courses", "<p>Fire safety, 03/2019 – 03/2022</p>"),
        ],
    ), months(p)


@look
def references_with_posts(p: Person) -> Made:
    return page(
        p,
        "",
        [
            ("Experience", "".join(f"<p><b>{j['post']}</b>, {E(j['org'])}, {rg(j)}</p>{ul(j)}" for j in p["jobs"])),
            ("Education", edu(p)),
            (
                "References",
                f"<p>Jo Fenwick, Operations Manager, {E(ORG[3])} (my manager from {my(END - 50)} to {my(END - 30)})</p>",
            ),
        ],
    ), months(p)


@look
def military_civil(p: Person) -> Made:
    a, b, *r = p["jobs"]
    return page(
        p,
        "",
        [
            ("Civilian experience", f"<p><b>{a['post']}</b>, {E(a['org'])}, {rg(a, 'MON YYYY')}</p>{ul(a)}"),
            (
                "Military service",
                "".join(
                    f"<p><b>{t}</b>, 3rd Signals Regiment, {rg(j, 'MON YYYY')}</p>{ul(j)}"
                    for t, j in zip(["Sergeant", "Corporal", "Private", "Recruit"], p["jobs"][1:])
                ),
            ),
            ("Education", edu(p)),
        ],
    ), months(p)
