"""What the data says of doubts about a reading: their words, and the posts that people hold at their own school."""

from __future__ import annotations

from gapcheck.taxonomy.models.vocabulary import _Strict


class HealthText(_Strict):
    """What is said of a doubt about the reading, and what to do; `text` may hold `{quote}`."""

    text: str
    remedy: str


class HealthWords(_Strict):
    """What is said of each doubt about the reading, by its code, the codes after which nothing is judged, and words of
    posts: those that students hold in a body of their school, and those for which a school pays.
    """

    findings: dict[str, HealthText]
    unread: frozenset[str]
    responsible: frozenset[str]
    employed: frozenset[str]
