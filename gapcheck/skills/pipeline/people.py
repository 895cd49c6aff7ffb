"""Names of people in the text: a tool's name inside of one is no tool. `Robin Spark`, `Prof. Julia Brandt`, `L. Go`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Token

from gapcheck.resume import EntryKind, Place
from gapcheck.skills.pipeline.mention import Passage
from gapcheck.taxonomy import EntryWords, SectionKind
from gapcheck.text.tokens import Tokens

_INITIALS = 3  # letters of an author's given names
_BETWEEN_AUTHORS = frozenset([",", ";", "&", "and", ".", "et"])
_TITLE_OPENS = frozenset([".", ":", "“", '"', "(", "?"])
_MOST_WORDS = 4  # of a name after a form of address
_NO_WORDS = frozenset(
    [":", ",", "(", "to", "by", "of", "my", "our", "the", "was", "and", "with", "-", "–"]
)  # before a name
_BEFORE_POST = frozenset([",", "("])


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A name of somebody, as it stands on a line."""

    name: str
    page: int
    line: int


def people_named(doc: Doc) -> tuple[PersonNamed, ...]:
    """The names of people in a document that the pipeline has read; a name over two lines is one for each."""
    passages: Sequence[Passage] = doc._.passages
    starts = [passage.start for passage in passages]
    runs: list[tuple[Place, list[Token]]] = []
    for index in sorted(doc._.people):
        token, passage = doc[index], passages[bisect_right(starts, index) - 1]
        place = passage.item.place_at(token.idx - passage.offset)
        if runs and runs[-1][0] is place and runs[-1][1][-1].i == index - 1:
            runs[-1][1].append(token)
        else:
            runs.append((place, [token]))
    named = [("".join(token.text_with_ws for token in tokens).strip(" .,"), place) for place, tokens in runs]
    return tuple(PersonNamed(name, at.page, at.line.number) for name, at in named if any(map(str.isalpha, name)))


def names_of_people(doc: Doc, person: Sequence[str], words: EntryWords) -> set[int]:
    """The tokens that belong to names of people: to that of the writer, to what follows a form of address, and
    surnames after an initial, the first line of a resume, the authors of a work, those to whom somebody reports, and
    any of these names where it stands again.

    `person` holds the words of the writer's name in lower case; they are a name only beside one another.
    """
    own = frozenset(person)
    languages = {mention.start for mention in doc._.candidates}  # of one letter, as R and C are
    skills = {at for mention in doc._.candidates if mention.fixed for at in range(mention.start, mention.end)}
    tokens = Tokens.of(doc)
    passages: Sequence[Passage] = doc._.passages
    found: set[int] = set()
    if passages and passages[0].section.kind is SectionKind.header:
        found.update(_name_on_top(tokens, passages[0], words))
    for passage in passages:
        if passage.entry.kind is EntryKind.publication or passage.section.kind is SectionKind.references:
            found.update(_authors(tokens, passage))
        for index in range(passage.start, passage.end):
            text = tokens.text[index]
            if tokens.lower[index] in own and index + 1 < passage.end and tokens.lower[index + 1] in own:
                found |= {index, index + 1}
            elif text == "I" and tokens.lower[index - 1] == "and":
                found.update(_beside_the_writer(tokens, index - 2, passage.start, words))
            elif text in words.address:
                found.update(_after_address(tokens, index + 1, passage, words))
            elif len(text) == 1 and _is_initial(tokens, index, passage, languages, words):
                found.add(index + 2)
            elif _names_somebody(tokens, index, passage, skills, words):
                found |= {index, index + 1}
    found |= {at for index in found for at in _hyphenated(tokens, index)}
    return found | _again(tokens, found, skills)


def _hyphenated(tokens: Tokens, index: int) -> Iterator[int]:
    """The other parts of a name of two with a hyphen: `Spark-Ortiz`."""
    for step in (-1, 1):
        hyphen, other = index + step, index + 2 * step
        if not (0 <= other < len(tokens) and tokens.text[hyphen] == "-" and tokens.text[other].istitle()):
            continue
        if not (tokens.spaced[min(index, hyphen)] or tokens.spaced[min(hyphen, other)]):
            yield other


def _name_on_top(tokens: Tokens, passage: Passage, words: EntryWords) -> Sequence[int]:
    """The words in capitals that open the first line of a resume where they can be a name: two to four, no role."""
    run: list[int] = []
    for index in range(passage.start, passage.end):
        text = tokens.text[index]
        if not (text[0].isupper() and tokens.alpha[index]):
            if text == ":" and run:
                run.pop()  # a label follows the name: "Cassandra Jenkins Email: …"
            if text not in (".", "-", "’", "'"):
                break
        else:
            run.append(index)
    is_name = 2 <= len(run) <= _MOST_WORDS and not any(
        tokens.lower[index] in words.role_words or tokens.lower[index] in words.block_words["role"] for index in run
    )
    return run if is_name else ()


def _authors(tokens: Tokens, passage: Passage) -> Iterator[int]:
    """Names in a list of authors: with initials behind them (`Jenkins RA,`, `Jenkins, R. A.`, `JENKINS, R.`), and whole
    names before the title (`Cassandra Jenkins, Tom Vale and`).
    """
    opens = True  # before the title of the work
    for index in range(passage.start, passage.end):
        text = tokens.text[index]
        following = [tokens.text[at] if at < passage.end else "" for at in range(index + 1, index + 4)]
        if text in _TITLE_OPENS and index > passage.start + 1:
            opens = opens and text == "." and len(tokens.text[index - 1]) <= _INITIALS
        if not ((text.istitle() or text.isupper()) and len(text) > 1 and tokens.alpha[index]):
            continue
        initials = following[0].isalpha() and following[0].isupper() and len(following[0]) <= _INITIALS
        points = (
            following[0] == "," and len(following[1]) == 1 and following[1].isupper() and following[2] in (".", ",")
        )
        if points or (initials and following[1] in _BETWEEN_AUTHORS):
            yield index
            if points and following[2] == ".":
                yield index + 2
        elif opens and following[0] in _BETWEEN_AUTHORS and index > passage.start and tokens.text[index - 1].istitle():
            yield from (index - 1, index)


def _after_address(tokens: Tokens, start: int, passage: Passage, words: EntryWords) -> Iterator[int]:
    for index in range(start, min(start + 2 * _MOST_WORDS, passage.end)):
        text = tokens.text[index]
        is_part = (
            text[0].isupper() or text in words.particles or (text == "." and len(tokens.text[index - 1]) <= _MOST_WORDS)
        )
        if not is_part:
            return
        yield index


def _beside_the_writer(tokens: Tokens, last: int, first: int, words: EntryWords) -> Iterator[int]:
    """The names in capitals of a list that ends with "and I": `Julia, Jo and I`; not in `moved it to Kafka and I`."""
    run: list[int] = []
    for index in range(last, first - 1, -1):
        if tokens.text[index] == ",":
            continue
        if not (tokens.alpha[index] and tokens.text[index].istitle()):
            if tokens.lower[index] in words.open_words:
                return
            break
        run.append(index)
    yield from run


def _names_somebody(tokens: Tokens, index: int, passage: Passage, skills: set[int], words: EntryWords) -> bool:
    """Whether a word in capitals before a tool's word is a given name: behind words such as `reported to`, or before a
    post (`Nora Spark, head of sales`).
    """
    surname = index + 1
    if (
        passage.section.kind is SectionKind.skills
        or index == passage.start
        or surname >= passage.end
        or surname not in skills
        or index in skills
    ):
        return False
    if not (tokens.text[index].istitle() and tokens.alpha[index] and tokens.text[surname].istitle()):
        return False
    before = next((at for at in range(index - 1, passage.start - 1, -1) if tokens.lower[at] not in _NO_WORDS), None)
    if before is None:
        return False
    if not words.before_people.isdisjoint((tokens.lower[before], " ".join(tokens.lower[before : before + 2]))):
        return True
    opens = not any(tokens.alpha[at] for at in range(passage.start, index))
    behind = tokens.lower[surname + 1 : min(surname + 3, passage.end)]
    return not opens and len(behind) == 2 and behind[0] in _BEFORE_POST and behind[1] in words.posts_of_people


def _again(tokens: Tokens, people: set[int], skills: set[int]) -> set[int]:
    """Where a given name and a surname stand again that are known, and a word of a tool."""
    names = {
        (tokens.text[index], tokens.text[index + 1])
        for index in people
        if index + 1 in people and index + 1 in skills and tokens.alpha[index] and tokens.alpha[index + 1]
    }
    pairs = enumerate(pairwise(tokens.text))
    return {at for index, pair in pairs if pair in names for at in (index, index + 1)} if names else set()


def _is_initial(tokens: Tokens, index: int, passage: Passage, languages: set[int], words: EntryWords) -> bool:
    """Whether a letter is a capital that with a point abbreviates the given name in front of a surname."""
    if not tokens.text[index].isupper() or index + 2 >= passage.end or tokens.text[index + 1] != ".":
        return False
    if index in languages and index > passage.start and tokens.lower[index - 1] in words.before_languages:
        return False
    surname = tokens.text[index + 2]
    return not tokens.spaced[index] and surname.isalpha() and surname[0].isupper() and len(surname) > 1
