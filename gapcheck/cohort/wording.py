"""How the figures of a cohort are said to people, wherever they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gapcheck.cohort.model import ChangePart, Cohort, GroupPart, MoverPart, SessionPart, SkillCountPart
from gapcheck.report.wording import counted as counted
from gapcheck.report.wording import days_moved, level_change
from gapcheck.report.wording import percent as percent

_NEXT = 3
_FURTHER = 6


def points(share: float) -> str:
    """A share (0 to 1) as points of readiness, of which there are 100."""
    text = f"{100 * share:.1f}"
    return f"{text} point" if text == "1.0" else f"{text} points"


def levels(session: SessionPart) -> str:
    """From which level to which a session leads."""
    return level_change(session.from_level, session.to_level)


def topic(session: SessionPart) -> str:
    """What a session teaches, in a sentence."""
    return f"{session.name} ({levels(session)})"


def lifts(session: SessionPart) -> str:
    """Whom a session lifts, and by how much."""
    if not session.resumes:
        return "lifts nobody by itself"
    said = f"lifts {counted(session.resumes, 'resume')} by {points(session.gain_each)} of readiness each"
    return f"{said} and closes {counted(session.closes, 'gap')}" if session.closes else said


def waiting(session: SessionPart) -> str | None:
    """Who would gain by a session and is not ready for it; None where all are."""
    if not session.waiting:
        return None
    lacks = ", ".join(f"{one.name} ({one.resumes})" for one in session.waiting_for[:_NEXT])
    return f"{session.waiting} more would gain but first need {lacks}"


def opens(session: SessionPart) -> str | None:
    """Who needs a session for a later one only; None where nobody does."""
    return f"{session.opens} more need it for a later session" if session.opens else None


def group_title(group: GroupPart) -> str:
    """Who the group is, in one line."""
    of = f"{group.label}: " if group.label else ""
    return f"{of}{counted(group.resumes, 'resume')} compared with {group.profile.name}"


def sessions_title(group: GroupPart) -> str:
    """All sessions in one line."""
    if not group.sessions:
        return "Group sessions: no topic lifts enough of them in the time"
    hours = sum(one.hours for one in group.sessions)
    reached = f"{percent(group.readiness.mean)} → {percent(group.sessions[-1].readiness)}"
    return f"Group sessions: {hours} hours, mean readiness {reached} once it is shown"


def to_write(group: GroupPart) -> str | None:
    """What is to be put into words rather than taught; None where nothing is."""
    if not group.to_write:
        return None
    topics = ", ".join(f"{one.name} ({counted(one.resumes, 'resume')})" for one in group.to_write)
    return f"Nothing to teach, but to write: who has a real case says so in a line on the resume. {topics}."


def quartiles(group: GroupPart) -> str:
    """How readiness spreads, in one line."""
    one = group.readiness
    middle = f"median {percent(one.median)}, mean {percent(one.mean)}"
    return f"half of them lie between {percent(one.lower)} and {percent(one.upper)}; {middle}"


def decision(group: GroupPart) -> Iterator[str]:
    """What can be decided from the figures, in a few sentences."""
    stages = ", ".join(f"{one.resumes} at {one.name}" for one in group.stages if one.resumes)
    yield f"Half of them show {percent(group.readiness.median)} of what is expected, or less. By stage: {stages}."
    if group.sessions:
        first, *later = group.sessions
        then = f", then {', then '.join(topic(one) for one in later[: _NEXT - 1])}" if later else ""
        size = first.resumes + first.opens
        yield f"Teach {topic(first)} first, {first.hours} hours for {size} of {group.resumes}{then}."
    costly = [one for one in group.requirements if one.met < group.resumes][:_NEXT]
    if costly:
        names = ", ".join(f"{one.name} ({group.resumes - one.met} short of {one.expected})" for one in costly)
        yield f"What holds them back most: {names}."


def asked_skills(group: GroupPart) -> list[SkillCountPart]:
    """The skills that the profile asks for, those first that most show above basic."""
    return [one for one in group.skills if one.asked]


def further_skills(group: GroupPart) -> str | None:
    """The skills that most show though the profile does not ask for them; None where there are none."""
    shown = [(one.basic + one.intermediate + one.advanced, one.name) for one in group.skills if not one.asked]
    most = sorted(shown, key=lambda one: -one[0])[:_FURTHER]
    named = ", ".join(f"{name} ({count})" for count, name in most)
    return f"Also shown, and not asked for: {named}." if named else None


def title(cohort: Cohort) -> str:
    """What was read, in one line."""
    if len(cohort.groups) > 1:
        return f"{counted(cohort.documents, 'document')}, {len(cohort.groups)} groups"
    return group_title(cohort.groups[0])


UNREAD = "Files without a report"


def unread_said(cohort: Cohort) -> Iterator[str]:
    """How many documents could not be analysed and why, and how many files were taken for no resume."""
    if cohort.errors:
        failed = sum(error.documents for error in cohort.errors)
        kinds = ", ".join(f"{error.code} {error.documents}" for error in cohort.errors)
        yield f"{failed} of {counted(cohort.documents, 'document')} could not be analysed: {kinds}."
    if cohort.skipped:
        where = "below" if cohort.unread else "summary.csv"
        yield f"Besides, {counted(cohort.skipped, 'file')} taken for no resume: {where} says which and why."


def histogram_said(group: GroupPart) -> str:
    """The histogram in words."""
    bars = ", ".join(f"{bar.at_least:.0%} to {bar.below:.0%}: {bar.resumes}" for bar in group.readiness.histogram)
    return f"Resumes by readiness. {bars}. {quartiles(group).capitalize()}."


def moved_said(mover: MoverPart) -> str:
    """Who moved and by what, in a line."""
    gained = f"; now met: {', '.join(mover.closed)}" if mover.closed else ""
    lost = f"; no longer met: {', '.join(mover.opened)}" if mover.opened else ""
    return f"{percent(mover.old_readiness)} → {percent(mover.new_readiness)}{gained}{lost}"


def change_title(change: ChangePart) -> str:
    """Since when, and over how many."""
    return f"Since {change.as_of[0]:%Y-%m}: {counted(change.matched, 'resume')} in both runs"


def change_said(change: ChangePart) -> Iterator[str]:
    """How readiness changed, and who is not counted."""
    moved = f"{change.higher} higher, {change.same} the same, {change.lower} lower"
    yield f"Mean readiness {change.old_readiness:.1%} → {change.new_readiness:.1%}: {moved}."
    if said := days_moved(*change.as_of):
        yield f"{said.capitalize()}."
    if change.came or change.went:
        yield f"Not in both runs by file name, and not counted: {change.came} only now, {change.went} only before."
    if change.not_compared:
        names = ", ".join(change.not_compared)
        yield f"The profile has changed: not compared are {names}."


NOTE_COSTS = (
    "“1 more”: one level more would meet it. “Cost”: points of readiness, of 100, that a resume loses by it on average."
)


def closing(cohort: Cohort) -> Iterator[str]:
    """What to bear in mind, and what was read."""
    yield (
        "These figures speak of what is on paper, not of ability: a level counts once a resume shows it. "
        "Hours are those of one person studying alone."
    )
    yield (
        f"Names are left out, and groups of fewer than {cohort.fewest}; who knows the group may still recognise "
        "a person behind a small count."
        if cohort.fewest > 1
        else "This holds names: share it only with those who may see each person's figures."
    )
    days: dict[str, list[date]] = {}
    for group in cohort.groups:
        days.setdefault(f"{group.profile.id} {group.profile.version}", []).extend(group.as_of)
    for profile, read in days.items():
        first, last = f"{min(read):%Y-%m}", f"{max(read):%Y-%m}"
        yield f"Profile {profile}, read as of {first if first == last else f'{first} to {last}'}."
