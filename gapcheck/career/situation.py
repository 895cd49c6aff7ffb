"""A resume and its skills → where the person comes from: student, career changer, engineer moving over, working in the
field, researcher, returner; and the stage that work has brought.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from gapcheck.resume import Entry, EntryKind, Item, Resume, months_covered
from gapcheck.skills import SkillEvidence
from gapcheck.taxonomy import PHRASED, Roadmap, Stage, Taxonomy
from gapcheck.taxonomy.models.market import Situation
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of


@dataclass(frozen=True, slots=True)
class Background:
    """What a resume says of the way so far, overlaps counted once: months of all work, of technical work, of such or
    analytic work, of work in the field, and of such outside research and schools; months since the last job; whether
    the person studies now, and does research; months of jobs `with_skills`, any tool or method; `trade` are the numbers
    of the entries that are jobs of technical or analytic work, by their titles or by most of what they say; `ranked`
    tells that the last job in the field is one of a higher rank by its title; `studies_left` are the months until all
    studies that go on end, None where that is not said; `of_software` tells whether they have written software for a
    living, `bridges` are titles that lead over from their trade, with what these ask first (`begins`, none where that
    is as usual), `holds` those of the posts that go on, in small letters.
    """

    work: int
    technical: int
    analytic: int
    in_field: int
    in_industry: int
    away: int
    studies: bool
    research: bool
    with_skills: int = 0
    studies_left: int | None = None
    trade: frozenset[int] = frozenset()
    ranked: bool = False
    of_software: bool = False
    bridges: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """In words what the situation is taken from."""
        parts = [f"{self.in_field} months of work that show machine learning" if self.in_field else ""]
        if self.technical > self.in_field:
            parts.append(f"{self.technical} months of technical work")
        elif self.analytic > self.technical:
            parts.append(f"{self.analytic} months of work with data")
        elif self.studies and self.with_skills > self.technical:
            parts.append(f"{self.with_skills} months of work that uses what is studied")
        elif self.work > self.technical and not self.studies:
            parts.append(f"{self.work} months of work")
        parts += ["research" if self.research else "", "studies that go on" if self.studies else ""]
        return ", ".join(filter(None, parts)) or "no dated work"


def background_of(resume: Resume, skills: Iterable[SkillEvidence], taxonomy: Taxonomy) -> Background:
    """The background that the dated entries of a resume tell."""
    facts = taxonomy.market.situations
    lines: dict[tuple[int, int], set[str]] = {}
    for one in skills:
        for line in one.evidence:
            lines.setdefault((line.page, line.line), set()).add(one.skill)

    def shown(items: Sequence[Item]) -> list[set[str]]:
        places = [[(place.page, place.line.number) for place in item.places] for item in items]
        return [set().union(*(lines.get(place, set()) for place in one)) for one in places]

    def fitting(job: Entry, categories: frozenset[str], others: frozenset[str], share: float = facts.share) -> int:
        """How many lines show skills of these categories, or these skills, where they are such a share of what is said;
        0.
        """
        said = _told(job, shown(job.items[1:] or job.items))
        found = sum(
            any(taxonomy.skills[one].category in categories or one in others for one in skills) for skills in said
        )
        return found if found >= share * len(said) else 0

    def shows_any(job: Entry, skills: frozenset[str]) -> bool:
        return not skills.isdisjoint(taxonomy.with_broader(set[str]().union(*shown(job.items))))

    def is_called(entry: Entry, words: Sequence[str]) -> bool:
        return any(word in entry.title.lower() for word in words)

    entries = [entry for _, entry in resume.entries()]
    jobs = [entry for entry in entries if entry.kind.is_work and entry.dates is not None]

    def of_kind(sure: Sequence[Entry], told: Sequence[tuple[Entry, int]]) -> list[Entry]:
        """The jobs that are surely of a kind, and those that are by their lines, where these are enough together."""
        by_lines = told if sure or sum(lines for _, lines in told) >= facts.least_lines else []
        return [*sure, *(job for job, lines in by_lines if lines and job not in sure)]

    of_numbers = [job for job in jobs if is_called(job, facts.analytic_titles)]
    trades = [word for one in facts.bridges for word in one.of]

    def is_of_data(job: Entry) -> bool:
        """Whether a job on models or numbers is more than the use of such by another trade."""
        return job in of_numbers or not is_called(job, trades) or shows_any(job, facts.analytic_needs)

    ends = _ends(taxonomy.gaps.unfinished)

    def lasting(job: Entry) -> Entry:
        """A job without what came to no end there, was made in a day, or is of use to any trade: nobody has a post in
        the field by two days, or by an assistant that writes code.
        """
        useful = zip(job.items, shown(job.items), strict=True)
        own = (item for item, skills in useful if facts.field_not.isdisjoint(skills))
        return replace(job, items=tuple(item for item in own if not ends.everywhere(tokens_of(item.text))))

    on_models = [
        (job, fitting(job, facts.field, facts.field_too, facts.field_share))
        for job in jobs
        if shows_any(lasting(job), facts.field_needs) and is_of_data(job)
    ]
    on_systems = [(job, fitting(job, facts.technical, facts.technical_too)) for job in jobs if job not in of_numbers]
    on_numbers = [(job, fitting(job, facts.analytic, facts.analytic_too)) for job in jobs if is_of_data(job)]
    field = of_kind([job for job in jobs if is_called(job, facts.field_titles)], on_models)
    # Who does research on models goes on with it in the next post, however much that tells of field work and theses.
    if any(is_called(job, facts.research_words) for job in field):
        field += [job for job, _ in on_models if is_called(job, facts.research_words) and job not in field]
    titled = [job for job in jobs if job not in field and is_called(job, facts.technical_titles)]
    technical = of_kind([*field, *titled], on_systems)
    analytic = of_kind(technical, on_numbers)
    trade = [*analytic, *(job for job, lines in (*on_models, *on_systems, *on_numbers) if lines)]
    lasts = [job.dates.last for job in jobs if job.dates is not None and job.dates.last is not None]
    studies = [entry for entry in entries if entry.kind is EntryKind.education]
    has_post = any(job.dates.ongoing and job.dates.months >= facts.beside_months for job in jobs if job.dates)
    studies_now = [one for one in studies if not has_post or _takes_all_days(one, taxonomy)]
    going_on = [
        one.dates for one in studies_now if one.dates and (one.dates.ends or one.dates.last or 0) >= resume.as_of
    ]
    until = [one.ends for one in going_on if one.ends is not None]
    skilled = [
        job for job in jobs if any(taxonomy.skills[one].category != PHRASED for one in set().union(*shown(job.items)))
    ]
    written = [
        job
        for job in jobs
        if is_called(job, facts.software_titles) or (job in technical and shows_any(job, facts.software))
    ]
    bridge = next((one for one in facts.bridges if any(is_called(job, one.of) for job in jobs)), None)
    code = frozenset(
        one.id for one in taxonomy.skills.values() if one.category in taxonomy.entry_words.language_categories
    )
    coded = bridge.coded if bridge and any(shows_any(job, code) for job in jobs) else ()
    return Background(
        work=_months(jobs),
        technical=_months(technical),
        analytic=_months(analytic),
        in_field=_months(field),
        in_industry=_months(
            [job for job in field if not is_called(job, (*facts.research_words, *facts.academic_words))]
        ),
        away=max(0, resume.as_of - max(lasts)) if lasts else 0,
        studies=bool(going_on),
        research=any(is_called(one, facts.research_words) for one in [*jobs, *studies]),
        with_skills=_months(skilled),
        studies_left=max(until) - resume.as_of if until and len(until) == len(going_on) else None,
        trade=frozenset(number for number, entry in enumerate(entries) if any(entry is one for one in trade)),
        of_software=bool(written),
        bridges=(*coded, *bridge.titles) if bridge else (),
        begins=bridge.begins if bridge else (),
        holds=tuple(job.title.lower() for job in jobs if job.dates is not None and job.dates.ongoing),
        ranked=any(is_called(job, facts.ranks) for job in _last_of(field)),
    )


def _takes_all_days(studies: Entry, taxonomy: Taxonomy) -> bool:
    """Whether studies are for a degree, and not such as one has beside a post by their own words."""
    texts = [item.text for item in studies.items]
    beside = _ends(taxonomy.market.situations.beside)
    return taxonomy.entry_words.degree_level(texts) is not None and not any(
        beside.everywhere(tokens_of(one)) for one in texts
    )


@lru_cache(maxsize=4)
def _ends(words: tuple[str, ...]) -> Phrases[str]:
    """What tells that something came to no end, or is done beside a post."""
    return Phrases([("said", words)])


def _told(job: Entry, said: Sequence[set[str]]) -> Sequence[set[str]]:
    """What the lines of a job say, without those above its first bullet that show nothing: an employer or a place on a
    line of its own tells neither for nor against a kind of work.
    """
    body = job.items[1:]
    first = next((at for at, item in enumerate(body) if item.bullet), 0)
    return [skills for at, skills in enumerate(said) if skills or at >= first] or said


def _last_of(jobs: Sequence[Entry]) -> list[Entry]:
    """The job that ended last or goes on, the first of such."""
    return sorted(jobs, key=lambda job: -(job.dates.last or 0) if job.dates else 0)[:1]


def _months(jobs: Sequence[Entry]) -> int:
    return months_covered([job.dates for job in jobs if job.dates is not None])


def situation_of(background: Background, taxonomy: Taxonomy) -> Situation:
    """The first situation of the data that fits; the last one fits everybody. Who is led over from a trade begins with
    what the titles of that ask.
    """
    found = next(one for one in taxonomy.market.situations.list if _fits(one, background))
    leads_over = found.bridged and background.begins
    return found.model_copy(update={"begins": background.begins}) if leads_over else found


def _fits(one: Situation, person: Background) -> bool:
    return (
        person.in_field >= one.field_months
        and person.in_industry >= one.industry_months
        and person.technical >= one.technical_months
        and (one.most_technical_months is None or person.technical <= one.most_technical_months)
        and person.analytic >= one.analytic_months
        and person.work >= one.work_months
        and (one.studies is None or one.studies == person.studies)
        and (one.research is None or one.research == person.research)
        and (one.studies_left is None or (person.studies_left is not None and person.studies_left <= one.studies_left))
        and (not one.away or person.away >= one.away)
    )


def is_senior(situation: Situation, background: Background) -> bool:
    """Whether somebody is sent to no post for juniors."""
    months = situation.senior_months
    return situation.senior or (months is not None and background.analytic >= months)


def stage_of(background: Background, by_readiness: Stage, roadmap: Roadmap) -> Stage:
    """The career stage: what the paper shows, and not below what months of work have brought."""
    by_work = [
        stage
        for stage in roadmap.stages
        if (stage.field_months is not None and background.in_field >= stage.field_months)
        or (stage.technical_months is not None and background.technical >= stage.technical_months)
    ]
    return max([by_readiness, *by_work], key=lambda stage: stage.readiness)
