"""A `Resume` → its health: what in the reading looks wrong, each with its line, and whether it can be trusted."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from gapcheck.resume.health_signs import signs_of
from gapcheck.resume.language import unread_language
from gapcheck.resume.model import HealthFinding, Resume
from gapcheck.resume.reader import dates_of_languages
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.in_languages import in_languages

_HABITS = frozenset({"title-in-text", "job-look", "job-out-of-order", "job-unnamed"})  # of a writer, or of a layout
# Found on no page that was read well, but on those made odd on purpose: one of them is told whatever the weights say.
_SURE = frozenset(
    {"time-in-text", "time-in-cells", "job-unread", "dates-unread", "post-as-paper", "post-since", "work-little"}
)
_ASKED = frozenset({"post-at-own-school"})  # what no reader can know, and the months hang on: told by itself
_MOST_OF_EACH = 3  # findings of one code that are told, and that count


class ReadingTrust(StrEnum):
    """How far the reading can be trusted."""

    fine = "fine"
    check = "check"
    unread = "unread"


@dataclass(frozen=True, slots=True)
class Health:
    """What follows from the findings. `doubt` is the chance that months of work are wrong, 0 to 1, by the model."""

    verdict: ReadingTrust
    findings: tuple[HealthFinding, ...] = ()
    doubt: float = 0.0


def health_of(resume: Resume, taxonomy: Taxonomy) -> Health:
    """What the reader doubts of its own result. Findings are told where together they make a wrong reading likely."""
    if language := unread_language(resume.document, taxonomy):
        return Health(ReadingTrust.unread, (HealthFinding("language-unread", None, language),), 1.0)
    with dates_of_languages(resume.languages, taxonomy):
        found = tuple(signs_of(resume, in_languages(taxonomy, resume.languages)))
    model = load_health_model()
    doubt = model.doubt(found)
    if doubt < model.threshold:
        asked = tuple(one for one in found if one.code in _ASKED)
        return Health(ReadingTrust.check if asked else ReadingTrust.fine, asked, doubt)
    return Health(ReadingTrust.check, tuple(model.telling(found)), doubt)


@dataclass(frozen=True, slots=True)
class HealthModel:
    """Weights of the codes: how much each makes a wrong reading likelier. `benchmarks/layouts/doubts.py` fits them. One
    that is sure is told by itself.
    """

    weights: dict[str, float]
    intercept: float
    threshold: float

    def doubt(self, found: Iterable[HealthFinding]) -> float:
        """The chance that the months of work are wrong, 0 to 1."""
        return self.doubt_of(dict(features(found)))

    def doubt_of(self, counts: Mapping[str, float]) -> float:
        """The same, of how often each code is found as `features` counts them."""
        total = self.intercept + sum(self.weights.get(code, 0) * count for code, count in counts.items())
        doubt = 1 / (1 + math.exp(-total))
        return doubt if counts.keys().isdisjoint(_SURE) else max(doubt, self.threshold)

    def telling(self, found: Iterable[HealthFinding]) -> Iterator[HealthFinding]:
        """The findings that speak for a wrong reading, the first few of each code."""
        seen: Counter[str] = Counter()
        for one in found:
            seen[one.code] += 1
            if (self.weights.get(one.code, 0) > 0 or one.code in _SURE | _ASKED) and seen[one.code] <= _MOST_OF_EACH:
                yield one


def features(found: Iterable[HealthFinding]) -> Iterator[tuple[str, float]]:
    """How often each code is found: more than a few count as a few, habits as one."""
    for code, count in Counter(one.code for one in found).items():
        yield code, min(count, 1 if code in _HABITS else _MOST_OF_EACH)


@lru_cache(maxsize=1)
def load_health_model() -> HealthModel:
    """The fitted model."""
    return HealthModel(**json.loads((files("skills_taxonomy") / "health_model.json").read_text(encoding="utf-8")))
