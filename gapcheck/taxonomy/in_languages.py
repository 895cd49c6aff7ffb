"""A taxonomy and languages → the taxonomy by which a document in these languages is read: its words and theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from gapcheck.taxonomy.models.context import Cue, OtherLanguages
from gapcheck.taxonomy.models.languages import LanguageFile
from gapcheck.taxonomy.models.levels import RatingWords
from gapcheck.taxonomy.models.reading import HeadingKind
from gapcheck.taxonomy.models.skills import Alias, Skill
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.models.vocabulary import Reason

_USUAL = ("en",)
_PLAIN_WORD = 3  # letters: shorter small words are shared, as `in` by German and English
_PLACES = re.compile(r"[^\s|]+")
_Model = TypeVar("_Model", bound=BaseModel)


def in_languages(taxonomy: Taxonomy, codes: tuple[str, ...]) -> Taxonomy:
    """The taxonomy with the words of these languages beside the English ones; itself where that is all."""
    return taxonomy if codes == _USUAL else _merged(SameTaxonomy(taxonomy), codes)


class SameTaxonomy:
    """A taxonomy as a key: the same object is the same taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.taxonomy = taxonomy

    def __hash__(self) -> int:
        return id(self.taxonomy)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SameTaxonomy) and other.taxonomy is self.taxonomy


@lru_cache(maxsize=16)
def _merged(same: SameTaxonomy, codes: tuple[str, ...]) -> Taxonomy:
    taxonomy = same.taxonomy
    files = [_counting(_spelt(taxonomy.languages[code])) for code in codes if code in taxonomy.languages]
    return _with(
        taxonomy,
        headings=_headings(taxonomy, files),
        entry_words=_entry_words(taxonomy, files),
        levels=_levels(taxonomy, files),
        context=_with(
            taxonomy.context,
            others=_others(taxonomy, files),
            joins=taxonomy.context.joins.union(*(file.joins for file in files)),
            cues=(*_unmistaken(taxonomy.context.cues, files), *(cue for file in files for cue in file.cues)),
            quiet_headings=_quiet_headings(taxonomy, files),
            stuffing=_with(
                taxonomy.context.stuffing,
                cues=(*taxonomy.context.stuffing.cues, *(cue for file in files for cue in file.stuffing)),
            ),
        ),
        skills={skill.id: _skill(skill, files) for skill in taxonomy.skills.values()},
    )


def _spelt(file: LanguageFile) -> LanguageFile:
    """The file with its headings, cues and names also as people write them who have no such letters on their keys."""
    table = str.maketrans(file.language.spellings)
    if not table:
        return file

    def both(texts: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(spelt for text in texts for spelt in (text, _respelt(text, table))))

    def aliases(named: dict[str, tuple[Alias, ...]]) -> dict[str, tuple[Alias, ...]]:
        return {
            skill: tuple(_with(one, text=text) for one in found for text in both([one.text]))
            for skill, found in named.items()
        }

    cues = tuple(
        _with(cue, phrases=both(cue.phrases), until=both(cue.until), unless_next=both(cue.unless_next))
        for cue in file.cues
    )
    headings = file.headings and _with(
        file.headings,
        kinds=tuple(_with(one, phrases=both(one.phrases), words=both(one.words)) for one in file.headings.kinds),
    )
    named = {"names": aliases(file.names), "described": aliases(file.described)}
    return _with(file, headings=headings, cues=cues, **named)


def _counting(file: LanguageFile) -> LanguageFile:
    """The file with its number words beside each `#` in signs and cues: `équipe de #` is one of `trois` as of 3. The
    word for one is left out, for it is an article as well.
    """
    if file.language.code in _USUAL:
        return file  # English number words are numbers to the tokenizer
    numbers = "|".join(("#", *(word for names in file.dates.numbers[1:] for word in names)))

    def counted(text: str) -> str:
        return " ".join(numbers if place == "#" else place for place in text.split()) if "#" in text else text

    described = {
        skill: tuple(_with(one, text=counted(one.text)) for one in found) for skill, found in file.described.items()
    }
    cues = tuple(_with(cue, phrases=tuple(counted(text) for text in cue.phrases)) for cue in file.cues)
    return _with(file, described=described, cues=cues)


def _respelt(text: str, table: Mapping[int, str]) -> str:
    """A phrase in other letters, but for the endings in it: `*é` tells a verb, and `*e` does not."""
    return _PLACES.sub(lambda place: place[0] if place[0].startswith("*") else place[0].translate(table), text)


def _others(taxonomy: Taxonomy, files: Sequence[LanguageFile]) -> OtherLanguages:
    """What tells a line in one of these languages, and the names that mean something else there."""
    usual = taxonomy.languages[_USUAL[0]].language.small_words
    small = (file.language.small_words for file in files if file.language.code not in _USUAL)
    ordinary = (alias.text.lower() for file in files for named in file.homographs.values() for alias in named)
    all_small = frozenset[str]().union(*small)
    plain = frozenset(word for word in usual - all_small if len(word) >= _PLAIN_WORD)
    return OtherLanguages(
        codes=tuple(file.language.code for file in files if file.language.code not in _USUAL),
        small_words=all_small - usual,
        english_words=plain,
        homographs=frozenset(ordinary),
    )


def _unmistaken(cues: Iterable[Cue], files: Sequence[LanguageFile]) -> Iterator[Cue]:
    """The English cues without those that are small words of these languages: `no` is "in the" in Portuguese."""
    small = frozenset[str]().union(*(file.language.small_words for file in files if file.language.code not in _USUAL))
    for cue in cues:
        yield _with(cue, phrases=tuple(text for text in cue.phrases if text not in small))


def _quiet_headings(taxonomy: Taxonomy, files: Sequence[LanguageFile]) -> dict[Reason, tuple[str, ...]]:
    every = [taxonomy.context.quiet_headings, *(file.quiet_headings for file in files)]
    reasons = dict.fromkeys(reason for one in every for reason in one)
    return {reason: tuple(text for one in every for text in one.get(reason, ())) for reason in reasons}


def _headings(taxonomy: Taxonomy, files: Sequence[LanguageFile]) -> Any:
    usual = taxonomy.headings
    more = [file.headings for file in files if file.headings is not None]
    kinds = [
        HeadingKind(
            kind=one.kind,
            phrases=(
                *one.phrases,
                *(text for words in more for other in words.kinds if other.kind is one.kind for text in other.phrases),
            ),
            words=(
                *one.words,
                *(text for words in more for other in words.kinds if other.kind is one.kind for text in other.words),
            ),
            deeds=one.deeds,
        )
        for one in usual.kinds
    ]
    return _with(
        usual,
        kinds=tuple(kinds),
        modifiers=usual.modifiers.union(*(words.modifiers for words in more)),
        inner=(*usual.inner, *(text for words in more for text in words.inner)),
        joins=usual.joins.union(*(file.joins for file in files)),
    )


def _entry_words(taxonomy: Taxonomy, files: Sequence[LanguageFile]) -> Any:
    usual = taxonomy.entry_words
    more = [file.entries for file in files if file.entries is not None]
    return _with(
        usual,
        kinds=(*usual.kinds, *(rule for words in more for rule in words.kinds)),
        **{
            name: (*getattr(usual, name), *(text for words in more for text in getattr(words, name)))
            for name in ("tool_labels", "hyphen_prefixes", "roles", "schools", "certificates", "runs_out")
        },
        **{
            name: getattr(usual, name).union(*(getattr(words, name) for words in more))
            for name in ("names", "open_words", "address", "particles", "before_languages")
        },
        compound_posts=tuple(
            sorted(
                word
                for file in files
                if file.language.compounds and file.entries is not None
                for word in file.entries.block_words.get("role", ())
            )
        ),
        block_words={
            name: words.union(*(one.block_words.get(name, frozenset()) for one in more))
            for name, words in usual.block_words.items()
        },
        **{
            name: {
                key: (*words, *(text for one in more for text in getattr(one, name).get(key, ())))
                for key, words in getattr(usual, name).items()
            }
            for name in ("degree_levels", "head_labels")
        },
    )


def _levels(taxonomy: Taxonomy, files: Sequence[LanguageFile]) -> Any:
    usual = taxonomy.levels
    more = [file.ratings for file in files if file.ratings is not None]
    return _with(
        usual,
        ratings=_rating_words(usual.ratings, (one.ratings for one in more)),
        phrases=_rating_words(usual.phrases, (one.phrases for one in more)),
        years_words=usual.years_words.union(*(one.years_words for one in more)),
    )


def _rating_words(usual: RatingWords, more: Iterable[RatingWords]) -> RatingWords:
    others = list(more)
    return RatingWords(
        **{
            level: (*getattr(usual, level), *(text for one in others for text in getattr(one, level)))
            for level in ("advanced", "intermediate", "basic")
        }
    )


def _skill(skill: Skill, files: Sequence[LanguageFile]) -> Skill:
    """A skill with its names in these languages; of usual names that are ordinary words there only the safe ones."""
    names = [alias for file in files for alias in file.names.get(skill.id, ())]
    signs = [alias for file in files for alias in file.described.get(skill.id, ())]
    safe = [alias for file in files for alias in file.homographs.get(skill.id, ())]
    if not (names or signs or safe):
        return skill
    replaced = {alias.text.lower() for alias in safe}
    kept, kept_signs = (
        [alias for alias in usual if alias.text.lower() not in replaced] for usual in (skill.aliases, skill.signs)
    )
    return _with(skill, aliases=_once([*kept, *safe, *names]), signs=_once([*kept_signs, *signs]))


def _once(aliases: Iterable[Alias]) -> tuple[Alias, ...]:
    return tuple({alias.text: alias for alias in aliases}.values())


def _with(model: _Model, **update: object) -> _Model:
    """A copy with other values and without what was computed from the old ones."""
    copy = model.model_copy(update=update)
    for name in set(copy.__dict__) - set(type(model).model_fields):
        copy.__dict__.pop(name)
    return copy
