"""Words that tell personal details apart, as skills_taxonomy/privacy.yaml has them."""

from __future__ import annotations

from gapcheck.taxonomy.models.vocabulary import _Strict


class PersonalLabel(_Strict):
    """Words in front of a personal detail, and the marker that takes its place. `single` ones stand only before a
    single word.
    """

    marker: str
    words: tuple[str, ...]
    single: bool = False


class PrivacyWords(_Strict):
    """What tells personal details apart where a report is redacted."""

    labels: tuple[PersonalLabel, ...]
    link_endings: tuple[str, ...]
    phone_countries: tuple[str, ...]
    streets: tuple[str, ...]
    street_endings: tuple[str, ...]
    not_names: frozenset[str]
    degrees: frozenset[str]
    mailboxes: frozenset[str]
    path_words: frozenset[str]
