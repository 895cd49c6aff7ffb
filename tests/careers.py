"""People with some skills, and what is said of their career."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from pages import AS_OF, document_of, resume_pdf

from gapcheck import Analyzer
from gapcheck.career.reader import Career, CareerReader
from gapcheck.career.situation import background_of
from gapcheck.gap.compare import Gap, compare, readiness
from gapcheck.portfolio.model import Portfolio
from gapcheck.report.career_model import CareerPart
from gapcheck.resume import Resume
from gapcheck.resume.reader import read_resume
from gapcheck.skills import Evidence, SkillEvidence
from gapcheck.skills.strength import Depth, Strength
from gapcheck.taxonomy import How, Level, Profile, Taxonomy, load_taxonomy

TAXONOMY = load_taxonomy()
MARKET = TAXONOMY.market
READER = CareerReader(TAXONOMY)
PROFILES = sorted(TAXONOMY.profiles.values(), key=lambda profile: profile.id)
SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.pdf"))
NOBODY = read_resume(document_of(resume_pdf("Ada Quill\nDayton, OH\n\n# Interests\nKites")), TAXONOMY, AS_OF)
NO_PORTFOLIO = Portfolio((), (), (), (), ())


LINES = tuple(Evidence(1, line, "a deed", "Projects", (0, 0, 9, 9), How.demonstrated, "x", 1.0) for line in (1, 2))
FAIR = Strength(Depth.fair, "two lines speak of it")


def shown(levels: dict[str, Level]) -> list[SkillEvidence]:
    return [
        SkillEvidence(skill, level, How.demonstrated, 1, 0, "a test", LINES, strength=FAIR)
        for skill, level in levels.items()
    ]


def thinly(skills: list[SkillEvidence]) -> list[SkillEvidence]:
    return [replace(one, strength=replace(FAIR, depth=Depth.thin), evidence=LINES[:1]) for one in skills]


def worked(months: int) -> Resume:
    """Of somebody with so many months in the field."""
    first = AS_OF.year * 12 + AS_OF.month - months
    dates = f"{first // 12}-{first % 12 + 1:02} - Present"
    job = (
        f"# Experience\n## Machine Learning Engineer, Kestrel Foods | {dates}\n- Looked after the models"
        if months
        else ""
    )
    return read_resume(
        document_of(resume_pdf(f"Ada Quill\nDayton, OH\n\n{job}\n\n# Interests\nKites")), TAXONOMY, AS_OF
    )


class Nowhere:
    """A plan that closes the requirements in their order, and whose levels are those that are there."""

    def __init__(self, profile: Profile, skills: list[SkillEvidence]) -> None:
        self.gaps = compare(profile, skills)
        self.levels = {one.skill: one.level for one in skills}

    def closing(self, goal: float) -> tuple[str, ...]:
        closed, taken = {gap.requirement.id: gap for gap in self.gaps}, list[str]()
        for gap in self.gaps:
            if readiness(closed.values()) >= goal:
                break
            if gap.status.is_open:
                closed[gap.requirement.id] = as_met(gap)
                taken.append(gap.requirement.id)
        return tuple(taken)

    @property
    def length(self) -> int:
        return len(self.gaps)

    def step_reaching(
        self, goal: float, suits: Callable[[Mapping[str, Level]], bool] = lambda _: True, *, least_hours: int = 0
    ) -> int | None:
        return len(self.closing(goal)) or None


def career_of(
    profile: Profile,
    skills: list[SkillEvidence],
    resume: Resume = NOBODY,
    ahead: Nowhere | None = None,
    taxonomy: Taxonomy = TAXONOMY,
) -> Career:
    ahead = ahead or Nowhere(profile, skills)
    reader = READER if taxonomy is TAXONOMY else CareerReader(taxonomy)
    background = background_of(resume, skills, taxonomy)
    return reader.career(profile, ahead.gaps, skills, NO_PORTFOLIO, resume, background, ahead)


def reaching(profile: str, share: float, months: int = 0, *, thin: bool = False) -> Career:
    """Where somebody leads who meets the profile's requirements in their order up to this readiness."""
    rules = TAXONOMY.profiles[profile].requirements
    levels: dict[str, Level] = {}
    for rule in rules:
        if readiness(compare(TAXONOMY.profiles[profile], shown(levels))) >= share:
            break
        levels[rule.any_of[0]] = rule.expected
    skills = shown({**levels, "machine-learning": Level.basic})
    return career_of(
        TAXONOMY.profiles[profile], thinly(skills) if thin else skills, worked(months) if months else NOBODY
    )


def career(analyzer: Analyzer, text: str) -> CareerPart:
    return analyzer.analyze_document(document_of(resume_pdf(f"Ada Quill\nada@example.com\n\n{text}"))).career


def as_met(gap: Gap) -> Gap:
    return Gap(gap.requirement, gap.requirement.expected, None, gap.status)
