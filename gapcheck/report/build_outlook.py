"""The reviewed portfolio and where the resume leads → their parts of the published report."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.career.prospects import Applies, Interview, Pay
from gapcheck.career.reader import Career
from gapcheck.career.titles import Fit
from gapcheck.gap import Gap
from gapcheck.plan import Plan
from gapcheck.portfolio.ideas import IdeaValue
from gapcheck.portfolio.model import CriterionVerdict, Portfolio, ProjectReview
from gapcheck.report.career_model import (
    CareerPart,
    ChallengePart,
    FitPart,
    GoodToKnowPart,
    InterviewPart,
    LaterTitlePart,
    PayPart,
    ShortPlanPart,
    SituationPart,
    StagePart,
    TitlePart,
)
from gapcheck.report.portfolio_model import (
    CriterionPart,
    DoubtPart,
    MovePart,
    PortfolioPart,
    ProjectIdeaPart,
    ProjectPart,
    ProofPart,
    ShownStagePart,
)
from gapcheck.resume import Place
from gapcheck.skills.quotes import quote
from gapcheck.taxonomy import Span, Stage, Taxonomy

_FIRST, _MOST_LACKING = 2, 6  # steps of a plan that is told in short, and names of what it is for


def portfolio_part(
    portfolio: Portfolio, ideas: Sequence[IdeaValue], plan: Plan, taxonomy: Taxonomy, *, projects: int, work_months: int
) -> PortfolioPart:
    """The portfolio; `projects` and `work_months` count what the resume has, of any field."""
    return PortfolioPart(
        projects=projects,
        work_months=work_months,
        strong=portfolio.strong,
        at_work=len(portfolio.at_work),
        entries=(
            *(_project(one, taxonomy, of_field=True) for one in portfolio.projects if one.is_work),
            *(_project(one, taxonomy, of_field=False) for one in portfolio.linked_projects),
        ),
        other_projects=portfolio.other_projects,
        criteria=tuple(_criterion(one) for one in portfolio.criteria),
        doubts=tuple(
            DoubtPart(
                title=work.title,
                page=one.place.page,
                line=one.place.line.number,
                quote=quote(one.place.line.text),
                ask=one.doubt.ask,
                skill=taxonomy.portfolio.doubts_about,
            )
            for work in (*portfolio.projects, *portfolio.at_work)
            for one in work.doubts
        ),
        ideas=tuple(_idea(one, plan) for one in ideas),
    )


def _project(one: ProjectReview, taxonomy: Taxonomy, *, of_field: bool) -> ProjectPart:
    return ProjectPart(
        kind=one.kind.value,
        title=one.title,
        page=one.place.page,
        line=one.place.line.number,
        strong=one.strong,
        stages=tuple(
            ShownStagePart(id=stage.id, name=stage.name, proof=_proof(one.stages[stage.id]))
            for stage in taxonomy.portfolio.stages
            if stage.id in one.stages
        ),
        data=_proof(one.data) if one.data else None,
        practice_set=_proof(one.practice_set) if one.practice_set else None,
        result=_proof(one.result) if one.result else None,
        link=_proof(one.link) if one.link else None,
        skills=one.skills,
        missing=one.missing,
        of_field=of_field,
    )


def _proof(place: Place) -> ProofPart:
    return ProofPart(page=place.page, line=place.line.number, quote=quote(place.line.text))


def _criterion(one: CriterionVerdict) -> CriterionPart:
    return CriterionPart(
        id=one.criterion.id,
        name=one.criterion.name,
        met=one.met,
        count=one.count,
        least=one.criterion.least,
        most=one.criterion.most,
        evidence=tuple(_proof(proof) for proof in one.proofs),
        suggestion=one.suggestion,
    )


def _idea(one: IdeaValue, plan: Plan) -> ProjectIdeaPart:
    without = plan.without.get(one.idea.id)
    return ProjectIdeaPart(
        id=one.idea.id,
        title=one.idea.title,
        build=one.idea.build,
        data=one.idea.data,
        field=one.field.name if one.field else None,
        field_data=one.field.data[one.idea.on or ""] if one.field else None,
        own_data=one.own_data,
        skills=one.skills,
        new_skills=one.new_skills,
        readiness=round(one.readiness, 3),
        plan_without=None if without is None else round(without, 3),
        moves=tuple(
            MovePart(
                requirement=move.requirement,
                skill=move.skill,
                from_level=move.found.name,
                to_level=move.reached.name,
                closes=move.closes,
            )
            for move in one.moves
        ),
    )


def career_part(
    career: Career, beyond: Fit | None, other_gaps: Sequence[Gap], other_plan: Plan | None, taxonomy: Taxonomy
) -> CareerPart:
    """Where the resume leads, and in short the plan for the profile that fits better, or else for the one to go on to,
    `beyond`; `other_gaps` and `other_plan` are of that profile.
    """
    other = _short_plan(other_gaps, other_plan, taxonomy) if other_plan else None
    return CareerPart(
        stage=_stage(career.stage),
        situation=SituationPart(
            id=career.situation.id,
            name=career.situation.name,
            why=career.background.why,
            opening=career.situation.opening,
            by_work=career.situation.by_work,
            tested=career.situation.begins,
            later=career.situation.later,
            page=career.situation.page,
        ),
        measured_by=career.measured_by.id,
        next_stage=_stage(career.next_stage) if career.next_stage else None,
        closing=career.closing,
        titles=tuple(TitlePart(title=one.title, profile=one.profile) for one in career.titles),
        titles_from=career.titles_from.name,
        title_later=LaterTitlePart(title=career.later.title, step=career.later.step) if career.later else None,
        pay=_pay(career.pay) if career.pay else None,
        interviews=tuple(_interview(one) for one in career.interviews),
        profiles=tuple(_fit(one) for one in career.fits),
        better=_fit(career.better) if career.better else None,
        better_plan=other if career.better else None,
        beyond=_fit(beyond) if beyond else None,
        beyond_plan=other if beyond else None,
        challenges=tuple(_challenge(one) for one in career.challenges),
        good_to_know=tuple(
            GoodToKnowPart(id=one.id, about=one.about, text=one.text, topics=one.topics, first=one.first)
            for one in career.good_to_know
        ),
    )


def _stage(stage: Stage) -> StagePart:
    return StagePart(
        id=stage.id, name=stage.name, timeline=stage.timeline, focus=stage.focus, roles=stage.roles,
        readiness=stage.readiness,
    )  # fmt: skip


def _range(span: Span) -> tuple[int, int]:
    return span.min, span.max


def _pay(pay: Pay) -> PayPart:
    return PayPart(
        title=pay.title,
        base=_range(pay.base),
        total=_range(pay.total) if pay.total else None,
        years=_range(pay.years) if pay.years else None,
        currency=pay.currency,
        region=pay.region,
        why=pay.why,
        source=pay.source,
        as_of=pay.as_of,
    )


def _interview(one: Interview) -> InterviewPart:
    return InterviewPart(
        id=one.stage.id, name=one.stage.name, focus=one.stage.focus, requirements=one.requirements,
        criteria=one.criteria,
    )  # fmt: skip


def _fit(fit: Fit) -> FitPart:
    return FitPart(
        id=fit.profile,
        name=fit.name,
        readiness=round(fit.readiness, 3),
        after=round(fit.after, 3),
        open=fit.still_open,
        asks=fit.asks,
    )


def _short_plan(gaps: Sequence[Gap], plan: Plan, taxonomy: Taxonomy) -> ShortPlanPart:
    lacking = sorted((gap for gap in gaps if gap.is_to_do and not gap.sure), key=lambda gap: -gap.urgency)
    works = [one.step for one in plan.steps if one.step.hours]
    return ShortPlanPart(
        hours=plan.hours,
        ends=plan.ends,
        readiness=round(plan.readiness, 3),
        begins_with=tuple(taxonomy.skills[step.skill].name for step in works[:_FIRST]),
        lacks=tuple(gap.requirement.name for gap in lacking[:_MOST_LACKING]),
    )


def _challenge(one: Applies) -> ChallengePart:
    return ChallengePart(
        id=one.challenge.id, challenge=one.challenge.challenge, why=one.why, solution=one.challenge.solution,
        source=one.source,
    )  # fmt: skip
