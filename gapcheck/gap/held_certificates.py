"""Certificates on a resume → the certifications we know, with their status on the day of that knowledge, and the skills
that they show.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gapcheck.resume import EntryKind, Place, Resume
from gapcheck.skills import Evidence, SkillEvidence, Support, level_of
from gapcheck.skills.confidence import Finding, line_features, load_confidence_model
from gapcheck.skills.evidence import PHRASED
from gapcheck.skills.quotes import quote
from gapcheck.taxonomy import Certification, How, SectionKind, Taxonomy

_WORD = re.compile(r"[^\W_]+")
_LEARNING = re.compile(r"\bML\b")
_NOTHING = Support()
_ENOUGH = 0.99  # share of the words of a certification's name that have to stand in the certificate
_EMPTY = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "to",
        "for",
        "with",
        "certificate",
        "exam",
        "certified",
        "online",
        "academy",
        "university",
        "institute",
        "school",
    ]
)


@dataclass(frozen=True, slots=True)
class HeldCertification:
    """A certification that the resume says was earned, and the line that says so."""

    certification: Certification
    place: Place


def held_certifications(resume: Resume, taxonomy: Taxonomy) -> tuple[HeldCertification, ...]:
    """Certifications recognised among the resume's certificates, by exam code or name; one a certificate at most."""
    found: list[HeldCertification] = []
    for _, entry in resume.entries():
        if entry.kind is not EntryKind.certificate:
            continue
        for item in entry.items:
            words = _words(_LEARNING.sub("machine learning", item.text))
            likely = [one for one in taxonomy.certifications if _is_named(one, item.text, words)]
            if likely:
                best = max(likely, key=lambda one: (len(_name_words(one.name)), one.status == "active"))
                found.append(HeldCertification(best, item.places[0]))
    return tuple(found)


def with_certified(
    skills: Sequence[SkillEvidence], held: Iterable[HeldCertification], taxonomy: Taxonomy
) -> tuple[SkillEvidence, ...]:
    """The skills with those that the catalogue says of the certifications held: as `certified`, at basic.

    A skill that is shown better keeps its level: only a certificate that names a skill can lift it, and the reader has
    seen that already.
    """
    lines: defaultdict[str, list[Place]] = defaultdict(list)
    for one in held:
        for skill in one.certification.skills:
            lines[skill].append(one.place)
    found = {one.skill: one for one in skills}
    for skill, places in lines.items():
        found[skill] = _certified(skill, places, found.get(skill), taxonomy)
    return tuple(sorted(found.values(), key=lambda one: (-one.level, -one.entries, -one.months, one.skill)))


def _certified(skill: str, places: Sequence[Place], known: SkillEvidence | None, taxonomy: Taxonomy) -> SkillEvidence:
    """A skill with the lines of certificates that show it, as far as these lines do not speak for it already."""
    spoken = {(line.page, line.line) for line in known.evidence} if known else set[tuple[int, int]]()
    new = [place for place in places if (place.page, place.line.number) not in spoken]
    is_better = known is not None and (known.entries > 0 or known.how in (How.demonstrated, How.certified))
    finding = _finding(skill, known, len(new), taxonomy)
    likely = load_confidence_model().line.probability(line_features(finding, How.certified.value, direct=True))
    added = [
        Evidence(place.page, place.line.number, quote(place.line.text), SectionKind.certifications.value,
                 place.line.box, How.certified, skill, likely)
        for place in new
    ]  # fmt: skip
    if known is not None and is_better:
        return replace(known, evidence=(*known.evidence, *added))
    if known is not None:
        return replace(known, how=How.certified, evidence=(*added, *known.evidence))
    level, _ = level_of(_NOTHING, taxonomy.levels)
    return SkillEvidence(
        skill=skill,
        level=level,
        how=How.certified,
        entries=0,
        months=0,
        why="a certificate covers it, but no entry shows it",
        evidence=tuple(added),
        confidence=load_confidence_model().level.probability(finding.features()),
    )


def _finding(skill: str, known: SkillEvidence | None, lines: int, taxonomy: Taxonomy) -> Finding:
    """What is known of a skill that a certificate shows."""
    level = known.level if known else level_of(_NOTHING, taxonomy.levels)[0]
    return Finding(
        level=level.name,
        how=known.how.value if known and known.entries else How.certified.value,
        entries=known.entries if known else 0,
        months=known.months if known else 0,
        rated="rates" in known.why if known else False,
        lines=lines + (len(known.evidence) if known else 0),
        direct=lines,
        doubted=False,
        phrased=taxonomy.skills[skill].category == PHRASED,
    )


def _is_named(certification: Certification, text: str, words: frozenset[str]) -> bool:
    code = certification.exam_code
    if code and code in text and re.search(rf"\b{re.escape(code)}\b", text):
        return True
    name = _name_words(certification.name)
    if len(name & words) < _ENOUGH * len(name):
        return False
    # Many courses share a name: the provider has to be named as well.
    issuer = _words(f"{certification.issuer} {_in_brackets(certification.name)}")
    return certification.level != "course" or bool((issuer - _EMPTY) & words)


@cache
def _name_words(name: str) -> frozenset[str]:
    return _words(re.sub(r"\(.*?\)", "", name)) - _EMPTY


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _in_brackets(name: str) -> str:
    return " ".join(re.findall(r"\((.*?)\)", name))
