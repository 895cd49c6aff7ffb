"""A document → how a reader reads it that lacks a step or knows fewer words: as ours reads a layout that nobody thought of.

Documents that were made by the rules hide what the rules lack. Leaving something out at random shows it again: the
misreadings are natural ones, on pages that nobody broke. What is left out is left out of the doubts about the reading too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pydantic import BaseModel

from gapcheck.documents import Document, ReadOptions, read_document
from gapcheck.documents.layout import columns_or_table, reading_order
from gapcheck.resume import Resume, borders, entries, reader, sections
from gapcheck.resume.model import KnownBy
from gapcheck.taxonomy import Taxonomy

_FORGOTTEN = 0.4  # of the words
_LOST_HEADINGS = 0.25

Step = tuple[Any, str, Callable[[Any, random.Random], Any]]


def _left_out(_: Any, chance: random.Random) -> Any:
    """What is given comes back as it is."""
    return lambda given, *rest, **more: list(given)


def _answer(value: Any) -> Callable[[Any, random.Random], Any]:
    return lambda old, chance: lambda *given, **more: value


def _contrary(old: Any, chance: random.Random) -> Any:
    return lambda *given: not old(*given)


def _sometimes_contrary(old: Any, chance: random.Random) -> Any:
    return lambda *given, **more: old(*given, **more) is (chance.random() < 0.5)


def _some_headings(old: Any, chance: random.Random) -> Any:
    return lambda *given: [one for one in old(*given) if chance.random() > _LOST_HEADINGS]


def _listed_headings(old: Any, chance: random.Random) -> Any:
    return lambda *given: [one for one in old(*given) if one.known_by is not KnownBy.guessed]


STEPS: dict[str, Step] = {
    "dates in pieces": (reader, "dates_in_one_piece", _left_out),
    "labels beside": (reader, "labels_at_their_text", _left_out),
    "headings side by side": (reader, "below_their_headings", _left_out),
    "jobs without heading": (reader, "with_unheaded_jobs", _left_out),
    "order of columns": (reader, "order_of_columns", lambda old, _: lambda places, found: list(range(len(places)))),
    "marks apart": (reader, "marks_at_their_text", _left_out),
    "degrees apart": (reader, "degrees_apart", _left_out),
    "headings of work": (reader, "_with_work", _left_out),
    "titles like headings": (reader, "_without_titles", _left_out),
    "some headings": (reader, "find_headings", _some_headings),
    "headings that no list knows": (reader, "find_headings", _listed_headings),
    "two spells": (entries, "with_both_spells", _left_out),
    "employers": (entries, "with_their_employer", _left_out),
    "marked entries": (borders, "_marked_entries", _answer(None)),
    "looks of titles": (borders, "_title_looks", _answer(frozenset())),
    "dates in lists": (borders, "_without_dates_in_lists", _left_out),
    "titles without dates": (borders, "_opens_undated", _sometimes_contrary),
    "sections without heading": (sections, "_with_unopened", lambda old, _: lambda part, words: iter([part])),
}
PAGES: dict[str, Step] = {
    "columns taken for rows": (reading_order, "are_columns", _answer(False)),
    "rows taken for columns": (reading_order, "are_columns", _answer(True)),
    "columns and rows by chance": (reading_order, "are_columns", _sometimes_contrary),
    "cards": (reading_order, "headings_between", _answer([])),
    "spaces between letters": (reading_order, "without_letter_spacing", lambda old, _: lambda words, *rest: words),
    "tables for columns": (columns_or_table, "_is_table", _contrary),
    "columns of dates": (reading_order, "_follows_dates", _answer(False)),
}


def _fewer(words: Any, chance: random.Random) -> Any:
    """Some of the words, in whatever they are kept."""
    if isinstance(words, dict):
        return {key: _fewer(one, chance) for key, one in words.items()}
    kept = [one for one in sorted(words, key=str) if chance.random() > _FORGOTTEN]
    return type(words)(kept or list(words)[:1])


def _without(model: Any, names: tuple[str, ...], chance: random.Random) -> Any:
    """A copy with fewer words, and without what was computed from the old ones."""
    copy: BaseModel = model.model_copy(update={name: _fewer(getattr(model, name), chance) for name in names})
    for name in set(copy.__dict__) - set(type(model).model_fields):
        copy.__dict__.pop(name)
    return copy


def _headings(taxonomy: Taxonomy, chance: random.Random) -> Taxonomy:
    known = taxonomy.headings
    kinds = tuple(_without(kind, ("phrases", "words"), chance) for kind in known.kinds)
    fewer = _without(known, ("modifiers", "inner"), chance).model_copy(update={"kinds": kinds})
    return taxonomy.model_copy(update={"headings": fewer})


def _entries(taxonomy: Taxonomy, chance: random.Random) -> Taxonomy:
    names = ("block_words", "further_posts", "trades", "schools", "certificates", "degree_levels", "not_paid", "paid")
    return taxonomy.model_copy(update={"entry_words": _without(taxonomy.entry_words, names, chance)})


def _dates(taxonomy: Taxonomy, chance: random.Random) -> Taxonomy:
    names = ("present", "since", "onwards", "range_words", "range_openers", "and_", "inside", "ordinals")
    english = taxonomy.languages["en"]
    months = tuple(_fewer(month, chance) for month in english.dates.months)
    dates = _without(english.dates, names, chance).model_copy(update={"months": months})
    languages = {**taxonomy.languages, "en": english.model_copy(update={"dates": dates})}
    return taxonomy.model_copy(update={"languages": languages})


WORDS = {"words of headings": _headings, "words of entries": _entries, "words of dates": _dates}
FORGETFUL = (*STEPS, *PAGES, *WORDS)


@contextmanager
def _without_step(step: Step, chance: random.Random) -> Iterator[None]:
    module, name, make = step
    with patch.object(module, name, make(getattr(module, name), chance)):
        yield


def forgetful(
    file: Path, document: Document, ways: Sequence[str], taxonomy: Taxonomy, chance: random.Random, as_of: date
) -> tuple[Resume, Taxonomy]:
    """What a reader reads that is forgetful in several ways, and the words that it knows."""
    with ExitStack() as steps:
        for way in ways:
            if way in WORDS:
                taxonomy = WORDS[way](taxonomy, chance)
            else:
                steps.enter_context(_without_step({**STEPS, **PAGES}[way], chance))
        if PAGES.keys() & set(ways):
            document = read_document(file, ReadOptions())
        return reader.read_resume(document, taxonomy, as_of), taxonomy
