"""Words of a skill and how they are set among their neighbours → whether they are an initial, a quoted title, a shouted
word, an abbreviation of something else or a model of another kind.
"""

from __future__ import annotations

from collections.abc import Set

from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.stemmer import stem
from gapcheck.text.tokens import Tokens

_LIST_MARKS = frozenset([",", "/", "|", "·", "•", "\t", ";", "&", "(", ")", "+", "–", "-", ":"])
_QUOTES = frozenset('"“”„«»')
_ABBREVIATION = 3  # letters: shorter names stand in capitals anywhere
_MODEL = stem("models")
_MOVE_REACH = 10  # words from what was moved to where
_SHORT = 2  # letters
_SMALL_WORDS = frozenset(["of", "and", "the", "for", "to", "in", "de"])


def is_among_letters(tokens: Tokens, mention: Mention, passage: Passage, taken: Set[int], joins: Set[str]) -> bool:
    """Whether a letter stands in a list with one that is no skill: `R and S enantiomers`, `licences B, BE, C`."""
    if mention.end - mention.start != 1 or len(tokens.text[mention.start]) != 1:
        return False
    for step in (-1, 1):
        between, other = mention.start + step, mention.start + 2 * step
        while passage.start <= other < passage.end and _joins_letters(tokens, between, other, joins):
            if len(tokens.text[other]) == 1 and other not in taken:
                return True
            between, other = between + 2 * step, other + 2 * step
    return False


def _joins_letters(tokens: Tokens, between: int, other: int, joins: Set[str]) -> bool:
    """Whether one token joins another, of a capital or two, to a list."""
    text = tokens.text[other]
    is_join = tokens.text[between] in _LIST_MARKS or tokens.lower[between] in joins
    return is_join and len(text) <= _SHORT and text.isupper()


def is_quoted(tokens: Tokens, mention: Mention, passage: Passage) -> bool:
    """Whether a name stands alone in quotes, as a title or a word that is spoken of does: `the level "Snowflake"`."""
    if not passage.start < mention.start or mention.end >= passage.end:
        return False
    return tokens.text[mention.start - 1] in _QUOTES and tokens.text[mention.end] in _QUOTES


def is_shouted(tokens: Tokens, mention: Mention, passage: Passage) -> bool:
    """Whether what is not written in capitals stands in them between small words: `the SPARK study`, `LED lamps`."""
    text, usual = tokens.written(mention.start, mention.end), mention.alias.text
    is_name = mention.alias.case and not usual.isupper() and len(text) > _ABBREVIATION
    if not text.isupper() or not (is_name or (usual == text.lower() and mention.alias.is_conditional)):
        return False
    beside = [index for index in (mention.start - 1, mention.end) if passage.start <= index < passage.end]
    return any(tokens.alpha[index] and tokens.text[index].islower() for index in beside)


def is_introduced(tokens: Tokens, mention: Mention, passage: Passage) -> bool:
    """Whether a name opens a sentence and its article follows, as of a person or a pet: `Julia the ferry`. A word that
    is written small elsewhere names none: `Containerised the loaders`.
    """
    opens = (
        mention.start == passage.start
        or not any(tokens.text[at][0].isalnum() for at in range(passage.start, mention.start))
        or tokens.text[mention.start - 1] in (".", "!", "?")
    )
    follows = tokens.text[mention.end] if mention.end < passage.end else ""
    is_name = mention.end - mention.start == 1 and mention.fixed and mention.names and mention.alias.text[0].isupper()
    return is_name and opens and follows == "the"


def is_initial(tokens: Tokens, mention: Mention, passage: Passage, taken: Set[int]) -> bool:
    """Whether a letter is short for a word or a name: `C. elegans`, `Anna and R. Jansen`.

    After "in", or after "and" with another skill before it, it may end a sentence.
    """
    point, following = mention.end, mention.end + 1
    if mention.end - mention.start != 1 or len(tokens.text[mention.start]) != 1 or following >= passage.end:
        return False
    is_sentence = tokens.text[following] == "I" and (following + 1 == passage.end or tokens.text[following + 1] != ".")
    if tokens.text[point] != "." or not tokens.alpha[following] or is_sentence:
        return False
    before = tokens.text[mention.start - 1] if mention.start > passage.start else ""
    listed = before != "and" or mention.start - 2 in taken
    ends_list = before in ("and", ",", "&") and mention.start - 2 in taken
    return tokens.text[following][0].islower() or not (ends_list or (listed and is_one_of(before, mention.alias.after)))


def expansion(tokens: Tokens, mention: Mention, passage: Passage) -> str | None:
    """The words in or before brackets whose initials are the abbreviation."""
    letters = tokens.lower[mention.start]
    # "RAG (red, amber, green)", "NLP Practitioner (…)"; two letters may be the initials of anything further on
    last = passage.end if len(letters) > _SHORT else min(mention.end + _SHORT, passage.end)
    for opening in range(mention.end, last):
        if tokens.text[opening] == "(":
            inside = []
            for index in range(opening + 1, passage.end):
                if tokens.text[index] == ")":
                    break
                if tokens.alpha[index]:
                    inside.append(index)
            if _initials([tokens.lower[index] for index in inside]) == letters:
                return " ".join(tokens.text[index] for index in inside)
    if mention.start - 1 > passage.start and tokens.text[mention.start - 1] == "(":  # "weather stations (AWS)"
        reach = range(max(passage.start, mention.start - 10), mention.start - 1)
        before = [index for index in reach if tokens.alpha[index]]
        for count in range(len(letters), min(len(before), len(letters) + 2) + 1):
            if _initials([tokens.lower[index] for index in before[-count:]]) == letters:
                return " ".join(tokens.text[index] for index in before[-count:])
    return None


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word not in _SMALL_WORDS)


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case."""
    return "".join(character for character in text.lower() if character.isalnum())


def is_one_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a neighbour is one of the words; capitals in a word are asked for only where it has some."""
    return text in words or text.lower() in words


def is_common_noun(tokens: Tokens, mention: Mention, passage: Passage) -> bool:
    """Whether a tool's name in small letters is an ordinary word, of which its line has several: `a docker shift with
    three crews of dockers`. There is one Docker.
    """
    word, name = tokens.text[mention.start], mention.alias.text
    is_name = mention.fixed and mention.end - mention.start == 1 and name.istitle() and word == name.lower()
    return is_name and f"{word}s" in tokens.lower[passage.start : passage.end]


def is_another_model(tokens: Tokens, start: int, end: int, taxonomy: Taxonomy) -> bool:
    """Whether the model in loose words about models is of a kind that learns nothing: `deployed the 3D models`."""
    kinds, determiners = taxonomy.entry_words.other_models, taxonomy.context.grammar.determiners
    return any(
        tokens.norm[at] == _MODEL
        and tokens.lower[at - 1] in kinds
        and (at > start or tokens.lower[at - 2] in determiners)  # "building models" may be what one does
        for at in range(start, end)
    )


def ends_a_move(tokens: Tokens, mention: Mention, passage: Passage, taken: Set[int], taxonomy: Taxonomy) -> bool:
    """Whether work of another tool was moved to what is named: `ported the COBOL batch to Go`."""
    opens = [tokens.lower[at] for at in range(max(passage.start, mention.start - _MOVE_REACH), mention.start)]
    return (
        opens[-1:] == ["to"]
        and not taxonomy.entry_words.moves.isdisjoint(opens)
        and not taken.isdisjoint(range(passage.start, mention.start))
    )
