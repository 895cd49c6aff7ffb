"""What the looks of strangers share: invented people, dates in many forms, pages."""

from __future__ import annotations

from collections.abc import Callable
from html import escape as E
from random import Random
from typing import Any

Job = dict[str, Any]
Person = dict[str, Any]
Made = tuple[str, int | list[int]]
"""A page, and its months of work, or the counts of months that are right."""
Look = Callable[[Person], Made]

MON = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
AB = [m[:3] for m in MON]
POSTS = [
    "Site Engineer",
    "Store Keeper",
    "Sous Chef",
    "Deck Officer",
    "Warehouse Operative",
    "Tour Guide",
    "Assistant Accountant",
    "Primary Teacher",
    "Lab Technician",
    "Sales Associate",
    "Bus Driver",
    "Payroll Clerk",
    "Staff Nurse",
    "Web Developer",
    "Data Analyst",
    "Field Enumerator",
    "Quality Inspector",
    "Receptionist",
    "Account Executive",
    "Forklift Operator",
    "Legal Secretary",
    "Draughtsman",
    "Junior Architect",
    "HR Generalist",
    "Midwife",
    "Carpenter",
    "Shift Supervisor",
    "Research Assistant",
    "Project Coordinator",
    "Head Baker",
    "Procurement Officer",
    "Hotel Manager",
    "Telecaller",
    "Surveyor",
    "Operations Manager",
    "Marketing Lead",
    "Software Engineer",
    "Systems Administrator",
    "Physiotherapist",
    "Social Worker",
]
ORG = [
    "Norvik Fisheries",
    "Halden Bakery",
    "Cedar & Stone",
    "Oyelade Holdings",
    "Patel Textiles",
    "Municipality of Larvo",
    "Kestrel Foods Ltd",
    "Brightwater Clinic",
    "Sunda Shipping",
    "Lindqvist Tre AB",
    "Tamarind Hotels",
    "Ravi Constructions Pvt Ltd",
    "Pelican Logistics",
    "Green Door Nursery",
    "Ostrava Steelworks",
    "Quito Flowers S.A.",
    "Mbali Insurance",
    "Tuan Phat Garments",
    "Aurora Power",
    "St. Brannoc Hospital",
    "Delfino Software",
    "Harborline Bank",
    "Wexcombe Council",
    "Zorlu Plastics",
    "Kaimana Resort",
    "Blue Fjord Media",
]
CITY = [
    "Bergen, Norway",
    "Pune",
    "Lagos, Nigeria",
    "Quito",
    "Leeds, UK",
    "Izmir",
    "Da Nang",
    "Durban",
    "Cebu City",
    "Porto",
    "Krakow, Poland",
    "Hilo, HI",
    "Accra",
    "Almaty",
    "Lahore",
]
VERB = [
    "Kept the daily register of deliveries and returns",
    "Trained new colleagues on the till and on safety",
    "Planned weekly shifts for a team of nine people",
    "Checked goods against orders and reported losses",
    "Answered questions of customers by phone and e-mail",
    "Prepared monthly reports for the regional office",
    "Cut waste by a fifth by reordering the cold room",
    "Introduced a checklist that halved the number of errors",
    "Looked after four machines and their maintenance plan",
    "Wrote the handbook that all branches now use",
    "Negotiated prices with six suppliers",
    "Led the move to a new stock system without a lost day",
]
UNI = [
    "University of Larvo",
    "Technical University of Almaty",
    "Wexcombe College",
    "Quito Polytechnic Institute",
    "Lagos State University",
    "Bergen University College",
]
DEG = [
    "Bachelor of Commerce",
    "BSc in Biology",
    "Diploma in Civil Engineering",
    "B.A. English",
    "MSc Logistics",
    "Bachelor of Science in Nursing",
]
NAME = [
    "Ines Marholt",
    "Tunde Oyelaran",
    "Priya Venkatesan",
    "Lars Hellebust",
    "Minh Anh Trinh",
    "Zeynep Karadal",
    "Marta Wiszniewska",
    "Kofi Ansahene",
    "Aigerim Satybal",
    "Rui Pedrosa",
    "Nadia Qureshy",
    "Paul Whitcroft",
]
END = 2026 * 12 + 10


def person(rng: Random) -> Person:
    n = rng.randint(3, 5)
    jobs = []
    t = END if rng.random() < 0.6 else END - rng.randint(1, 9)
    posts = rng.sample(POSTS, n)
    orgs = rng.sample(ORG, n)
    for i in range(n):
        d = rng.randint(10, 46)
        last = t
        first = t - d + 1
        jobs.append(
            dict(
                post=posts[i],
                org=orgs[i],
                city=rng.choice(CITY),
                a=first,
                b=last,
                now=(i == 0 and t == END),
                lines=rng.sample(VERB, rng.randint(2, 4)),
            )
        )
        t = first - 1 - rng.choice([0, 0, 1, 2, 5])
    deg = [dict(t=rng.choice(DEG), u=rng.choice(UNI), y=t // 12 - 1, y0=t // 12 - 4)]
    if rng.random() < 0.5:
        deg.append(dict(t="Secondary school certificate", u="St. Paul High School", y=t // 12 - 4, y0=t // 12 - 8))
    return dict(
        name=rng.choice(NAME),
        jobs=jobs,
        deg=deg,
        summary="Reliable and calm colleague who likes order, clear words and a day that ends with the work done.",
    )


def my(t: int, f: str = "Mon YYYY") -> str:
    y, m = divmod(t, 12)
    return {
        "Mon YYYY": f"{AB[m]} {y}",
        "Month YYYY": f"{MON[m]} {y}",
        "MM/YYYY": f"{m + 1:02}/{y}",
        "MM.YYYY": f"{m + 1:02}.{y}",
        "YYYY.MM": f"{y}.{m + 1:02}",
        "YYYY-MM": f"{y}-{m + 1:02}",
        "YYYY/MM": f"{y}/{m + 1:02}",
        "Mon-YY": f"{AB[m]}-{y % 100:02}",
        "Mon ’YY": f"{AB[m]} ’{y % 100:02}",
        "Mon. YYYY": f"{AB[m]}. {y}",
        "YYYY": f"{y}",
        "MON YYYY": f"{AB[m].upper()} {y}",
        "YYYY Mon": f"{y} {AB[m]}",
    }[f]


def rg(j: Job, f: str = "Mon YYYY", sep: str = " – ", now: str = "Present") -> str:
    return my(j["a"], f) + sep + (now if j["now"] else my(j["b"], f))


def ul(j: Job) -> str:
    return "<ul>" + "".join(f"<li>{E(x)}" for x in j["lines"]) + "</ul>"


def para(j: Job) -> str:
    return "<p>" + ". ".join(j["lines"]) + ".</p>"


def months(p: Person) -> int:
    s = set()
    for j in p["jobs"]:
        s |= set(range(j["a"], j["b"] + 1))
    return len(s)


def ymonths(p: Person) -> list[int]:
    s = set()
    for j in p["jobs"]:
        a, b = j["a"] // 12, j["b"] // 12
        if j["now"]:
            s |= set(range(a * 12, END + 1))
        else:
            s |= set(range(a * 12, a * 12 + (12 * (b - a) or 12)))
    s2 = set()
    for j in p["jobs"]:
        a, b = j["a"] // 12, j["b"] // 12
        s2 |= set(range(a * 12, a * 12 + (12 * (b - a) or 12)))
    return [len(s), len(s2)]


def edu(p: Person, sep: str = ", ") -> str:
    return "".join(f"<p><b>{d['t']}</b>{sep}{d['u']}{sep}{d['y0']} – {d['y']}</p>" for d in p["deg"])


def page(p: Person, css: str, parts: list[tuple[str, str]], h: str = "h2") -> str:
    return (
        f"<!doctype html><meta charset=utf-8><style>@page{{size:A4;margin:18mm}}body{{font:10.5pt Georgia,serif;margin:0}}h1{{font-size:19pt;margin:0}}h2{{font-size:13pt;margin:5mm 0 1mm}}ul{{margin:1mm 0 2mm 5mm;padding-left:4mm}}p{{margin:1mm 0}}table{{border-collapse:collapse}}td{{vertical-align:top;padding:.7mm 2mm}}{css}</style><h1>{p['name']}</h1><div>{p['name'].split()[0].lower()}@example.com · +47 555 01 23</div>"
        + "".join(f"<{h}>{a}</{h}>{b}" if a else b for a, b in parts)
    )


LOOKS: dict[str, Look] = {}


def look(f: Look) -> Look:
    LOOKS[f.__name__] = f
    return f


SK = ("Skills", "<p>MS Excel, SAP, English (fluent), driving licence B</p>")


def std(p: Person, css: str, exp: str, head: str = "Experience", eh: str = "Education", summ: bool = True) -> str:
    return page(p, css, ([("Profile", f"<p>{p['summary']}</p>")] if summ else []) + [(head, exp), (eh, edu(p)), SK])
