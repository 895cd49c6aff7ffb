"""The content of a resume before it has any looks: who, where, when, and what the right answers are."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

import words as w
from when import HABIT, NOTHING, NOW, Habit, Span, When, graduation, month, season, stated, total_months, written


@dataclass
class Entry:
    """Anything with a head line and a body: one position, degree, project, club."""

    title: str
    org: str = ""
    place: str = ""
    when: When = NOTHING
    lines: list[str] = field(default_factory=list)
    tools: list[str] = field(default_factory=list)
    kind: str = "job"
    note: str = ""
    """Grade, provider or other small print."""
    level: str = ""


@dataclass
class Employer:
    """A company and the positions held there, the latest first."""

    org: str
    place: str
    roles: list[Entry]


@dataclass
class Traits:
    """What kind of life and what writing habits a document should have."""

    career: str
    habit: Habit
    study_habit: Habit
    promotions: bool = False
    overlap: bool = False
    gap: bool = False
    undated: bool = False
    season_jobs: bool = False
    stated_length: bool = False
    vague_oldest: bool = False
    """The oldest job is dated in years only, though the others have months."""
    many_lines: bool = False
    current: bool = True
    graduation_only: bool = False
    project_dates: bool = False
    certificate_dates: bool = True


@dataclass
class Resume:
    """Everything that a layout may print."""

    first: str
    last: str
    headline: str
    place: str
    mail: str
    phone: str
    link: str
    trade: w.Field
    traits: Traits
    summary: str = ""
    employers: list[Employer] = field(default_factory=list)
    degrees: list[Entry] = field(default_factory=list)
    projects: list[Entry] = field(default_factory=list)
    certificates: list[Entry] = field(default_factory=list)
    skills: list[tuple[str, list[str]]] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)
    volunteering: list[Entry] = field(default_factory=list)
    clubs: list[Entry] = field(default_factory=list)
    awards: list[Entry] = field(default_factory=list)
    publications: list[str] = field(default_factory=list)
    courses: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"

    @property
    def roles(self) -> list[Entry]:
        """All positions in the order in which they are printed."""
        return [role for employer in self.employers for role in employer.roles]


def invent_traits(rng: Random, career: str, habit: Habit) -> Traits:
    """Draw a life and habits that go together: years-only dates with no overlaps, so that the months are certain."""
    coarse = habit.years_only
    study = HABIT["years"] if rng.random() < 0.45 else habit
    if study.since or study.length:
        study = HABIT["month-yyyy"]
    return Traits(
        career=career,
        habit=habit,
        study_habit=study,
        promotions=career in ("mid", "senior") and rng.random() < 0.5,
        overlap=not coarse and career != "student" and rng.random() < 0.3,
        gap=rng.random() < 0.35,
        undated=career == "senior" and rng.random() < 0.35,
        season_jobs=not coarse
        and not habit.point.startswith("day")
        and career in ("student", "early")
        and rng.random() < 0.35,
        stated_length=not coarse and career in ("student", "early") and rng.random() < 0.15,
        vague_oldest=career in ("mid", "senior") and rng.random() < 0.2,
        many_lines=rng.random() < 0.3,
        current=rng.random() < (0.35 if coarse else 0.7) if career != "student" else rng.random() < 0.3,
        graduation_only=rng.random() < 0.4,
        project_dates=rng.random() < 0.4,
        certificate_dates=rng.random() < 0.6,
    )


def invent(rng: Random, traits: Traits) -> Resume:
    """Invent one person and a whole resume."""
    words = w.Words(rng)
    trade = rng.choice(w.FIELDS)
    if traits.career == "student":
        trade = rng.choice(w.FIELDS[:4] + w.FIELDS[8:])
    first, last = words.person()
    town = words.town()
    home = town + rng.choice([r for r in w.REGION if "Remote" not in r])
    tld = rng.choice(["example.com", "example.org", "mail.example"])
    resume = Resume(
        first,
        last,
        "",
        home,
        f"{first}.{last}@{tld}".lower(),
        rng.choice(["+1 555 01{} {}", "(555) 01{}-{}", "+44 7700 90{} {}"]).format(
            rng.randint(10, 99), rng.randint(100, 9999)
        ),
        f"linkedin.com/in/{first}{last}".lower(),
        trade,
        traits,
    )
    invent_jobs(rng, words, resume)
    invent_studies(rng, words, resume)
    ladder_title = resume.roles[0].title if resume.roles else trade.intern
    resume.headline = ladder_title if traits.career != "student" else f"{trade.subjects[0]} Student"
    years = max(1, total_months([r.when for r in resume.roles])[0] // 12)
    resume.summary = rng.choice(
        [
            "{h} who likes clear goals and short meetings. Used to working with {t}, and glad to learn from colleagues.",
            "I look for a role in which I can use {t} and go on learning. People say that I am calm and careful.",
            "Reliable {h} with a good eye for detail, known for {t} and for friendly, honest answers.",
            "{h} with {y} of practice in {t}. Looking for a team that builds useful things.",
        ]
    ).format(
        h=resume.headline,
        t=" and ".join(rng.sample(list(trade.tools), 2)),
        y=f"about {years} years" if years > 1 else "some months",
    )
    invent_rest(rng, words, resume)
    return resume


def invent_jobs(rng: Random, words: w.Words, resume: Resume) -> None:
    """Build the career backwards from today."""
    traits, trade, habit = resume.traits, resume.trade, resume.traits.habit
    used: set[str] = set()
    count = {
        "student": rng.randint(1, 3),
        "early": rng.randint(2, 3),
        "mid": rng.randint(3, 4),
        "senior": rng.randint(4, 6),
    }[traits.career]
    rung = {"student": -1, "early": 1, "mid": 2, "senior": 4}[traits.career]
    cursor = NOW if traits.current else NOW - rng.randint(2, 9)
    if habit.years_only and not traits.current:
        cursor = month(NOW // 12, 1) - 1
    still = traits.current
    gap_at = rng.randrange(1, max(2, count)) if traits.gap else -1
    promoted_at = rng.randrange(0, max(1, count - 1)) if traits.promotions else -1
    lines_per = (4, 6) if traits.many_lines else (2, 4) if traits.career != "senior" else (2, 3)

    def place() -> str:
        return words.town() + rng.choice(w.REGION) if rng.random() < 0.9 else "Remote"

    def role(title: str, when: When, kind: str, few: bool = False) -> Entry:
        year = int((when.label_from or "2020")[:4])
        lines = [
            words.line(trade, used, year) for _ in range(rng.randint(*lines_per) if not few else rng.randint(1, 2))
        ]
        return Entry(title, when=when, lines=lines, tools=rng.sample(list(trade.tools), 3), kind=kind)

    def span_back(low: int, high: int, open_: bool, touching: bool = False) -> Span:
        """The next span backwards. Where only years show, no two spans share a counted year."""
        nonlocal cursor
        length = rng.randint(low, high)
        if habit.years_only:
            years = (length + 5) // 12
            last_year = (cursor + 1) // 12  # the first January that is not free
            if open_:
                first_year = NOW // 12 - max(1, years)
                span = Span(month(first_year, 3), NOW, True)
            elif years == 0:
                first_year = last_year - 1
                span = Span(month(first_year, 2), month(first_year, 9))
            else:
                first_year = last_year - years
                span = Span(month(first_year, 2), month(last_year, 9))
            cursor = month(first_year, 1) - 1
            return span
        span = Span(cursor - length + 1, cursor, open_)
        cursor = span.first - 1
        if not touching:
            cursor -= rng.choice([0, 0, 0, 1, 1, 2])
            if rng.random() < 0.15:
                cursor = span.first  # one ended in the month in which the other began
        return span

    for number in range(count):
        if number == gap_at:
            cursor -= rng.randint(9, 20) if not habit.years_only else 12 * rng.randint(1, 2)
        org = words.firm()
        open_ = still and number == 0
        if traits.career == "student":
            if traits.season_jobs and rng.random() < 0.7:
                name, year = rng.choice(["Summer", "Summer", "Summer", "Fall", "Spring"]), cursor // 12
                if max(season(name, year).months) > cursor:
                    year -= 1
                when = season(name, year)
                cursor = min(when.months) - 2
            elif traits.stated_length and number == count - 1:
                when = stated(rng.randint(2, 6), cursor // 12 - 1, rng)
            else:
                when = written(span_back(2, 7, open_), habit)
                cursor -= rng.randint(1, 6) if not habit.years_only else 0
            title = (
                trade.intern
                if number < 2
                else rng.choice(["Working Student", "Teaching Assistant", "Research Assistant"])
            )
            kind = "internship" if title == trade.intern else "job"
            if kind == "job" and rng.random() < 0.5:
                org = words.university()
            resume.employers.append(Employer(org, place(), [role(title, when, kind)]))
            continue
        last_one = number == count - 1
        if last_one and traits.career == "early":
            if traits.season_jobs:
                when = season("Summer", (cursor - 8) // 12)
            elif traits.stated_length:
                when = stated(rng.randint(3, 6), cursor // 12 - 1, rng)
            else:
                when = written(span_back(3, 8, False), habit)
            resume.employers.append(Employer(org, place(), [role(trade.intern, when, "internship")]))
            continue
        if number == promoted_at:
            steps = rng.choice([2, 2, 3])
            roles = []
            for step in range(steps):
                title = trade.ladder[max(0, min(rung, len(trade.ladder) - 1))]
                span = span_back(9, 30, open_ and step == 0, touching=step < steps - 1)
                roles.append(role(title, written(span, habit), "job", few=step > 0))
                rung -= 1
                if rung < 0 and step < steps - 1:
                    break
            resume.employers.append(Employer(org, place(), roles))
        else:
            title = trade.ladder[max(0, min(rung, len(trade.ladder) - 1))]
            low, high = (14, 40) if traits.career == "senior" else (8, 30)
            resume.employers.append(
                Employer(
                    org,
                    place(),
                    [
                        role(
                            title,
                            written(span_back(low, high, open_), habit),
                            "job",
                            few=traits.career == "senior" and number > 3,
                        )
                    ],
                )
            )
            rung -= 1 if rng.random() < 0.75 else 0
        if number == 0 and traits.overlap:
            employer = resume.employers[0]
            months = sorted(employer.roles[-1].when.months)
            if len(months) > 8:
                begin = months[0] + rng.randint(1, 3)
                end = min(begin + rng.randint(3, 14), months[-1] - 1)
                side = role(
                    rng.choice([f"Freelance {trade.ladder[0]}", "Visiting Lecturer", "Part-time Consultant"]),
                    written(Span(begin, end), habit),
                    "job",
                    few=True,
                )
                resume.employers.append(
                    Employer(words.firm() if rng.random() < 0.6 else "Self-employed", place(), [side])
                )
    if (
        traits.vague_oldest
        and not habit.years_only
        and not traits.overlap
        and len(resume.employers) > 2
        and len(resume.employers[-1].roles) == 1
    ):
        oldest = resume.employers[-1].roles[0]
        if (
            oldest.kind == "job"
            and oldest.when.stated is None
            and min(oldest.when.months) // 12 < max(oldest.when.months) // 12
        ):
            oldest.when = written(Span(min(oldest.when.months), max(oldest.when.months)), HABIT["years"])
    if traits.undated:
        resume.employers.append(Employer(words.firm(), place(), [role(trade.ladder[0], NOTHING, "job", few=True)]))


def invent_studies(rng: Random, words: w.Words, resume: Resume) -> None:
    """Degrees before (or, for students, beside) the jobs."""
    traits, trade = resume.traits, resume.trade
    dated = [min(r.when.months) for r in resume.roles if r.when.months]
    if traits.career == "student":
        end = month(rng.choice([2026, 2027, 2027, 2028]), rng.choice([5, 6, 7]))
    else:
        end = (min(dated) if dated else NOW - 60) - rng.randint(2, 8)
        end = (end // 12) * 12 + 5 if end % 12 >= 5 else (end // 12) * 12 - 7
    subject = rng.choice(trade.subjects)
    short_way = rng.random() < 0.5

    def bachelor_name() -> str:
        tech = trade.name in ("software", "data", "mechanical", "biology")
        if short_way:
            return rng.choice(["B.Tech in {}", "B.Sc. {}", "B.E. {}"] if tech else ["B.A. {}", "B.Sc. {}"]).format(
                subject
            )
        return rng.choice(
            ["Bachelor of Science in {}", "Bachelor of Engineering, {}"]
            if tech
            else ["Bachelor of Arts in {}", "Bachelor of Science in {}"]
        ).format(subject)

    def master_name() -> str:
        return rng.choice(
            ["M.Sc. {}", "M.S. in {}"] if short_way else ["Master of Science in {}", "Master of Science, {}"]
        ).format(rng.choice(trade.subjects))

    plan: list[tuple[str, str, str, int]] = []
    if traits.career != "student" and rng.random() < 0.12:
        plan.append(
            (
                "phd",
                rng.choice(["PhD in {}", "Ph.D., {}", "Doctor of Philosophy in {}"]).format(rng.choice(trade.subjects)),
                "u",
                48,
            )
        )
        plan.append(("master", master_name(), "u", 24))
    elif rng.random() < 0.4:
        plan.append(("master", master_name(), "u", 24))
    plan.append(("bachelor", bachelor_name(), "u", rng.choice([36, 48])))
    if rng.random() < (0.6 if traits.career == "student" else 0.2):
        plan.append(
            (
                "school",
                rng.choice(
                    ["High School Diploma", "Senior Secondary (XII)", "A-levels", "Higher Secondary Certificate"]
                ),
                "s",
                24,
            )
        )
    for level, name, where, length in plan:
        span = Span(end - length + 4, end)
        if span.last > NOW and not traits.graduation_only:
            when = written(Span(span.first, NOW, True), traits.study_habit)
        elif traits.graduation_only or (level == "school" and rng.random() < 0.5):
            when = graduation(span, traits.study_habit, rng)
        else:
            when = written(span, traits.study_habit)
        grade = rng.choice(
            [
                f"GPA {rng.randint(30, 39) / 10}/4.0",
                f"CGPA: {rng.randint(70, 95) / 10}/10",
                f"{rng.randint(70, 95)}%",
                "with distinction",
                "",
            ]
        )
        town = words.town()
        resume.degrees.append(
            Entry(
                name,
                words.university() if where == "u" else words.school(),
                town,
                when,
                note=grade,
                kind="degree",
                level=level,
            )
        )
        end = span.first - rng.randint(3, 4)
        end = (end // 12) * 12 + 5 if end % 12 >= 5 else (end // 12) * 12 - 7


def invent_rest(rng: Random, words: w.Words, resume: Resume) -> None:
    """Everything that is neither a job nor a degree, including the dated things that must not be taken for jobs."""
    traits, trade = resume.traits, resume.trade
    student = traits.career == "student"
    if student or rng.random() < 0.4:
        for name in rng.sample(list(trade.projects), min(len(trade.projects), rng.randint(2, 4))):
            when = NOTHING
            if traits.project_dates:
                habit = HABIT["mmm-yyyy"] if traits.habit.years_only else traits.habit
                first = NOW - rng.randint(6, 40)
                when = written(Span(first, first + rng.randint(0, 3)), habit)
            tool = rng.sample(list(trade.tools), 2)
            lines = rng.sample(
                [
                    f"Made with {tool[0]} and {tool[1]} together with two friends.",
                    f"Used by about {rng.randint(2, 9)}0 people in the neighbourhood.",
                    "Wrote the documentation and a short guide for users.",
                    f"Planned, built and tested it in {rng.randint(3, 9)} weeks.",
                    f"Learned {tool[1]} on the way and gave a talk about it.",
                ],
                rng.randint(1, 3),
            )
            resume.projects.append(Entry(name, when=when, lines=lines, tools=tool, kind="project"))
    if rng.random() < 0.5:
        picks = rng.sample(list(trade.certificates), rng.randint(1, min(3, len(trade.certificates))))
        for name in picks:
            year = rng.randint(2018, 2025)
            when = NOTHING
            if traits.certificate_dates:
                when = _year_or_month(rng, traits, year)
            resume.certificates.append(
                Entry(
                    name,
                    org=rng.choice(["", "Coursera", "Udemy", "edX"])
                    if "Specialization" in name or "Certificate" in name
                    else "",
                    when=when,
                    kind="certificate",
                )
            )
    half = len(trade.tools) // 2
    names = (
        ["Tools", "Methods"]
        if trade.name not in ("software", "data")
        else ["Languages and frameworks", "Platforms and tools"]
    )
    resume.skills = [(names[0], list(trade.tools[:half])), (names[1], list(trade.tools[half:]))]
    if rng.random() < 0.5:
        resume.skills.append(("Personal", rng.sample(w.SOFT, 3)))
    if rng.random() < 0.55:
        names = ["English"] + rng.sample(w.LANGUAGES[1:], rng.randint(1, 2))
        resume.languages = [(n, rng.choice(w.LANGUAGE_LEVELS[1:])) for n in names]
        resume.languages[-1] = (names[-1], "native")
    if rng.random() < 0.5:
        resume.interests = rng.sample(w.INTERESTS, rng.randint(3, 5))
    club_habit = (
        HABIT["years"]
        if rng.random() < 0.5
        else (traits.habit if not traits.habit.since and not traits.habit.length else HABIT["mmm-yyyy"])
    )
    if student or rng.random() < 0.35:
        for _ in range(rng.randint(1, 2)):
            first = NOW - rng.randint(20, 60)
            resume.clubs.append(
                Entry(
                    rng.choice(w.CLUB_ROLES),
                    words.fresh(lambda: rng.choice(w.CLUBS)),
                    when=written(Span(first, first + rng.randint(9, 19)), club_habit),
                    lines=[rng.choice(w.CLUB_LINES)],
                    kind="club",
                )
            )
    if rng.random() < 0.35:
        first = NOW - rng.randint(20, 90)
        resume.volunteering.append(
            Entry(
                rng.choice(w.HELP_ROLES),
                rng.choice(w.CAUSES).format(t=words.town()),
                when=written(Span(first, first + rng.randint(5, 19)), club_habit),
                lines=[rng.choice(w.CLUB_LINES)],
                kind="volunteering",
            )
        )
    if rng.random() < (0.6 if student else 0.3):
        pool = w.CONTESTS if student else w.PRIZES
        for name in rng.sample(pool, rng.randint(1, 2)):
            when = _year(rng.randint(2019, 2025))
            resume.awards.append(Entry(name.format(t=words.town(), o=words.firm().split()[0]), when=when, kind="award"))
    if trade.name == "biology" and rng.random() < 0.7:
        resume.publications = [
            f"{resume.last} {resume.first[0]}, {rng.choice(w.LAST_A)}ner K. {rng.choice(['Growth of yeast in cold water', 'A short note on pond algae', 'Counting pollen by eye and by machine'])}. "
            f"{words.town()} Letters of Biology, {y}, {rng.randint(2, 40)}, {rng.randint(10, 90)}–{rng.randint(91, 120)}."
            for y in rng.sample(range(2017, 2026), 2)
        ]
    if student and rng.random() < 0.5:
        resume.courses = rng.sample(list(trade.courses), min(4, len(trade.courses)))
    if rng.random() < 0.2:
        resume.references = (
            ["Available on request"]
            if rng.random() < 0.6
            else [
                f"{rng.choice(w.FIRST)} {rng.choice(w.LAST_A)}{rng.choice(w.LAST_B)}, {trade.ladder[-1]}, {resume.employers[0].org}"
            ]
        )


def _year(year: int) -> When:
    """One year, for something that has no length."""
    return When(str(year), str(year), "", str(year), str(year))


def _year_or_month(rng: Random, traits: Traits, year: int) -> When:
    """The date of a certificate."""
    if traits.habit.years_only or rng.random() < 0.5:
        return _year(year)
    first = month(year, rng.randint(1, 12))
    habit = traits.habit
    plain = Habit("plain", habit.point if not habit.point.startswith("day") else "long")
    return written(Span(first, first), plain)


def label(resume: Resume, doc_id: str, sections: list[str]) -> dict[str, Any]:
    """The right answers, in the format that README.md tells."""
    total, others = total_months([r.when for r in resume.roles])
    out: dict[str, Any] = {
        "id": doc_id,
        "jobs": [_job(r) for r in resume.roles],
        "work_months": total,
    }
    if others:
        out["alt_months"] = others
    out["education"] = [{"from": d.when.label_from, "to": d.when.label_to, "level": d.level} for d in resume.degrees]
    out["sections"] = sections
    out["projects"] = len(resume.projects)
    out["certificates"] = len(resume.certificates)
    out["sure"] = "yes"
    return out


def _job(role: Entry) -> dict[str, Any]:
    job: dict[str, Any] = {
        "from": role.when.label_from,
        "to": role.when.label_to,
        "printed": role.when.text,
        "kind": role.kind,
    }
    if role.when.stated is not None:
        job["months"] = role.when.stated
    return job
