"""Component `skill_taken_up`: what others began, made or wanted and the writer went on with is the writer's as well.

`The dashboard in Power BI was begun by a consultant; since 2023 I build it`: the sentence of the name gives it to
somebody else, the clause behind it gives it back. And what the writer made and others went on with: `a page for
guests; a team mate deployed it` says of all of its sentence who deployed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from gapcheck.skills.pipeline.mention import Mention, Passage, set_up_extensions
from gapcheck.skills.pipeline.surroundings import in_company
from gapcheck.taxonomy import PHRASED, Reason, Taxonomy
from gapcheck.text.tokens import Tokens
from gapcheck.text.word_classes import NAME, NOUN, NOUNS, word_classes

_REASONS = frozenset([Reason.other_person, Reason.aspiration])
_SENTENCE_ENDS = frozenset([".", "!", "?"])
_SENTENCES = 2  # its own and the next
_REACH = 6  # words from the writer to the thing
_NAMED = frozenset([NOUN, NOUNS, NAME])
_OPENS_ANOTHER = _NAMED | {"DT", "JJ"}


@Language.factory("skill_taken_up")
def _create(nlp: Language, name: str) -> SkillTakenUp:
    return SkillTakenUp()


class SkillTakenUp:
    """Takes back the `reason` of names of which the writer says right behind them, by a pronoun, that the thing was
    worked on: `somebody else's` and `hoped for` become the writer's. English alone. Then, as it is settled whose all
    is, words that ask for a skill beside them go where that is somebody else's.
    """

    def __init__(self) -> None:
        set_up_extensions()
        self._phrased: frozenset[str] = frozenset()
        self._broader: Mapping[str, Iterable[str]] = {}
        self._writer: frozenset[str] = frozenset()
        self._things: frozenset[str] = frozenset()
        self._no_work: frozenset[str] = frozenset()
        self._denials: frozenset[str] = frozenset()
        self._away: frozenset[str] = frozenset()

    def use(self, taxonomy: Taxonomy) -> None:
        """Learns the words for the writer and the thing, and what is no work on it."""
        words, self._broader = taxonomy.context.taken_up, taxonomy.broader
        self._writer, self._things, self._no_work = words.writer, words.things, words.no_work
        self._denials, self._away = words.denials, words.away
        self._phrased = frozenset(one.id for one in taxonomy.skills.values() if one.category == PHRASED)

    def __call__(self, doc: Doc) -> Doc:
        """The same document with its mentions updated."""
        tokens, passages = Tokens.of(doc), doc._.passages

        def judged(mention: Mention) -> Mention:
            passage: Passage = passages[mention.passage]
            is_told = mention.fixed and mention.names and not mention.handled and passage.entry.kind.demonstrates
            if mention.reason not in _REASONS or not is_told or mention.skill in self._phrased:
                return mention
            return replace(mention, reason=None) if self._is_taken_up(tokens, mention.end, passage.end) else mention

        judged_all = self._without_what_others_did(tokens, passages, [judged(one) for one in doc._.mentions])
        doc._.mentions = in_company(passages, judged_all, self._broader)
        return doc

    def _without_what_others_did(
        self, tokens: Tokens, passages: Sequence[Passage], mentions: Sequence[Mention]
    ) -> list[Mention]:
        """The mentions, where what one says was done by others to `it` is theirs in all words before it in its sentence
        that only describe the same skill.
        """
        theirs = [
            one
            for one in mentions
            if one.reason is Reason.other_person
            and _describes(one)
            and not self._things.isdisjoint(tokens.lower[one.start : one.end + 1])
        ]

        def is_theirs(mention: Mention) -> bool:
            return any(
                one.skill == mention.skill
                and one.passage == mention.passage
                and mention.end <= one.start
                and not any(_ends(tokens, at) for at in range(mention.end, one.start))
                for one in theirs
            )

        return [
            replace(one, reason=Reason.other_person)
            if one.reason is None and _describes(one) and is_theirs(one)
            else one
            for one in mentions
        ]

    def _is_taken_up(self, tokens: Tokens, start: int, limit: int) -> bool:
        """Whether behind token `start` the writer did something to `it`, in this sentence or the next."""
        ends = [at for at in range(start, limit) if _ends(tokens, at)]
        limit = min(ends[_SENTENCES - 1] if len(ends) >= _SENTENCES else limit, limit)
        words = range(start, limit)
        classes = word_classes([tokens.text[at] for at in words], [False] * len(words))
        clauses = [
            (range(at + 1, min(at + 1 + _REACH, limit)), classes[at + 1 - start :])
            for at in words
            # behind a noun it is told of that noun: "on nodes we lend them"
            if tokens.lower[at] in self._writer and (at == start or classes[at - 1 - start] not in _NAMED)
        ]
        if any(tokens.lower[at] in self._denials for behind, _ in clauses for at in behind):
            return False
        return any(self._works_on_it(tokens, *clause) for clause in clauses)

    def _works_on_it(self, tokens: Tokens, behind: range, classes: Sequence[str]) -> bool:
        """Whether the words behind the writer, of these classes, are those of work and then the thing, all by itself:
        `look after it`, not `read it`, `send them figures` or `kept it off`.
        """
        for place, at in enumerate(behind):
            word = tokens.lower[at]
            if word in self._things:
                stands_alone = classes[place + 1 : place + 2] == [] or classes[place + 1] not in _OPENS_ANOTHER
                return place > 0 and stands_alone and (at + 1 == len(tokens) or tokens.lower[at + 1] not in self._away)
            if word in self._no_work or not tokens.alpha[at]:
                return False
        return False


def _describes(mention: Mention) -> bool:
    """Whether the words of a mention tell of its skill and do not name it."""
    return not (mention.names and mention.fixed)


def _ends(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends with this token."""
    return tokens.text[index] in _SENTENCE_ENDS and tokens.spaced[index]
