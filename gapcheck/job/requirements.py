"""What each sentence wants → the requirements of the posting: each set of skills once, with the level asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from gapcheck.job.model import Asked
from gapcheck.job.parts import PlacedBlock
from gapcheck.job.reading import Wanted
from gapcheck.taxonomy import Level, Need, PostingPart, Taxonomy
from gapcheck.taxonomy.models.postings import Seniority

_DUTY = "named in a duty"
_HEADER_WORDS = 16  # of a line that may name the level of the job


def seniority_of(title: str, blocks: Sequence[PlacedBlock], taxonomy: Taxonomy) -> Seniority | None:
    """The seniority that the title names, else a short line above all that is asked for; None where none is named."""
    header = takewhile(lambda one: one.part is PostingPart.open and not one.block.bullet, blocks)
    lines = [one.block.text for one in header if len(one.block.text.split()) <= _HEADER_WORDS]
    label = re.compile(rf"(?:{'|'.join(taxonomy.postings.seniority_labels)})\s*:", re.IGNORECASE)
    labelled = [one.block.text for one in blocks if label.match(one.block.text)]
    plain = re.compile("|".join(map(re.escape, taxonomy.postings.plain_titles)))
    for text in (plain.sub("", line.lower()) for line in (title, *labelled, *lines)):
        for one in taxonomy.postings.seniority:
            if any(re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) for word in one.words):
                return one
    return None


def requirements_of(wanted: Iterable[Wanted], seniority: Seniority | None, taxonomy: Taxonomy) -> tuple[Asked, ...]:
    """The requirements in the order of the posting; of two with the same skills the stronger one."""
    found: dict[frozenset[str], Asked] = {}
    for one in wanted:
        asked = _asked(one, seniority, taxonomy)
        key = frozenset(one.skills)
        before = found.get(key)
        if before is None or _rank(asked, one) > _rank(before, one):
            found[key] = asked
    return tuple(one for one in found.values() if not _is_covered(one, list(found.values())))


def _rank(asked: Asked, wanted: Wanted) -> tuple[bool, bool]:
    return asked.need is Need.must, asked.why.startswith("“")


def _is_covered(one: Asked, others: Sequence[Asked]) -> bool:
    """Whether a must-have asks for the same already. That is so where a skill of a nice-to-have group is a must-have by
    itself, and where the skill of a duty is one of several that a must-have accepts.
    """
    musts = [set(other.any_of) for other in others if other.need is Need.must]
    if one.need is not Need.nice:
        return False
    if len(one.any_of) > 1:
        return any(len(must) == 1 and must <= set(one.any_of) for must in musts)
    return one.why == _DUTY and any(one.any_of[0] in must for must in musts)


def _asked(one: Wanted, seniority: Seniority | None, taxonomy: Taxonomy) -> Asked:
    need = Need.must if one.need is Need.must else Need.nice
    if one.level is not None and one.need is not Need.duty:
        level, why = one.level, f"“{one.why}”"
    elif need is Need.must:
        level = seniority.level if seniority else Level.intermediate
        why = f"a must-have of {f'a {seniority.name} role' if seniority else 'a role of no stated level'}"
    else:
        level = taxonomy.postings.nice_level
        why = _DUTY if one.need is Need.duty else "nice to have, without a word on the level"
    return Asked(one.skills, need, level, why, one.quote, one.place.page, one.place.line.number)
