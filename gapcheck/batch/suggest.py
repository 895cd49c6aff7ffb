"""Reports on many resumes → the names that the taxonomy lacks, the most frequent first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gapcheck.report import GapReport, NearestPart


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word that no skill matches, in how many resumes it stands, and the skill that is spelled most like it."""

    text: str
    resumes: int
    nearest: NearestPart | None


def suggestions(reports: Iterable[GapReport]) -> list[Suggestion]:
    """The unrecognised words of all reports, ranked by the number of resumes, then by the alphabet.

    A word is shown as it is written most often.
    """
    resumes: Counter[str] = Counter()
    spellings: dict[str, Counter[str]] = {}
    nearest: dict[str, NearestPart | None] = {}
    for report in reports:
        for one in report.not_recognised:
            key = one.text.lower()
            resumes[key] += 1
            spellings.setdefault(key, Counter())[one.text] += 1
            nearest[key] = one.nearest
    ranked = sorted(resumes, key=lambda key: (-resumes[key], key))
    return [Suggestion(spellings[key].most_common(1)[0][0], resumes[key], nearest[key]) for key in ranked]
