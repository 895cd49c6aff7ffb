"""Cues in a text → how far each reaches: which words are denied, only hoped for, or about somebody else."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Protocol, TypeVar

from gapcheck.taxonomy import Cue, Grammar, Reason, SectionKind
from gapcheck.text.phrases import PhraseMatch, Phrases
from gapcheck.text.tokens import Tokens

_SENTENCE_ENDS = frozenset([".", "!", "?", "\n"])
_CLAUSE_ENDS = _SENTENCE_ENDS | {";", ":", "•", "·", "–", "—", "\t"}
_CLAUSE_STARTS = _SENTENCE_ENDS | {";", "•", "·"}
_SUBJECT_STARTS = _CLAUSE_STARTS | {":", ",", "–", "—"}
_DASHES = frozenset(["–", "—", "-", "|"])
_LABEL_MARKS = _DASHES | {":", "\t"}
_LABEL_ENDS = frozenset([":", "\t"])
_REMARKS = _DASHES | {",", "(", ";"}
_REMARK_ENDS = frozenset(["\t", ")", ",", ";", "|"])
_LONGEST_SUBJECT = 4  # words before its noun
_LONGEST_LABEL = 6  # tokens before what ends it
_AFTER_LABEL = frozenset([",", ".", ";", ")", "!", "\t", "|", "·"])


@dataclass(frozen=True, slots=True)
class Scope:
    """The words, tokens `start` to `end` (excluded), that a cue speaks of, and the reason why they do not count; it
    says nothing of skills that it `spares`, by their ids or categories, up to the end of its clause, `ends`.
    """

    start: int
    end: int
    reason: Reason
    spares: frozenset[str] = frozenset()
    ends: int = 0

    def covers(self, start: int, end: int, *, fixed: bool) -> bool:
        """Whether a phrase stands in the scope. A phrase with gaps does too where the cue stands in a gap of it and its
        last word in the scope: `model was never deployed`.
        """
        within = self.start <= start and end <= self.end
        return within or (not fixed and start < self.start < end <= self.end)


@dataclass(frozen=True, slots=True)
class ScopedSpan:
    """A part of a document that no scope leaves, from token `start` to `end` (excluded)."""

    start: int
    end: int
    section: SectionKind | None = None


class _Part(Protocol):
    @property
    def start(self) -> int: ...


_Thing = TypeVar("_Thing")


class ScopeFinder:
    """Finds the scopes of all cues; build it once, use it for many texts."""

    def __init__(self, cues: Iterable[Cue], grammar: Grammar | None = None) -> None:
        self._grammar = grammar or Grammar()
        self._phrases: Phrases[Cue] = Phrases((cue, cue.phrases) for cue in cues)

    def __call__(self, tokens: Tokens, parts: Sequence[ScopedSpan], spans: Sequence[tuple[int, int]]) -> list[Scope]:
        """The scopes in all parts, which are in order. `spans` are the tokens of what is judged: a scope goes on over a
        list of them.
        """
        listed = {index for start, end in spans for index in range(start, end)}
        inside = by_part(spans, itemgetter(0), parts)
        found: list[Scope] = []
        at = 0
        for cue_at in sorted(self._phrases.everywhere(tokens), key=lambda one: one.start):
            while at < len(parts) and parts[at].end <= cue_at.start:
                at += 1
            if at == len(parts):
                break
            part, cue = parts[at], cue_at.meaning
            if cue_at.start >= part.start and (not cue.sections or part.section in cue.sections):
                found += self._scopes_of(tokens, cue_at, part, listed, inside.get(at, ()))
        return found

    def _scopes_of(
        self,
        tokens: Tokens,
        cue_at: PhraseMatch[Cue],
        part: ScopedSpan,
        listed: Set[int],
        spans: Sequence[tuple[int, int]],
    ) -> Iterator[Scope]:
        """The scopes of one cue in its part, of which `spans` are what is judged; none where its words mean something
        else here.
        """
        cue, start, end = cue_at.meaning, cue_at.start, cue_at.end
        if cue.scope == "label":
            joins = self._grammar.breaks | self._grammar.of
            if start == _first_word(tokens, part) and _is_label(tokens, end, part.end, listed, joins):
                if cue.unless_beside.isdisjoint(tokens.lower[end : part.end]):
                    yield Scope(start, part.end, cue.reason)
            elif cue.reason is Reason.negated and _ends_a_label(tokens, start, end, part, listed):
                yield Scope(start, part.end, cue.reason)
            elif _is_label_behind(tokens, start, end, part):
                yield Scope(_start_of_row(tokens, start, part.start, listed), start, cue.reason)
        elif cue.scope == "opening":
            opens = start == _first_word(tokens, part) and not (end < part.end and tokens.lower[end] in cue.unless_next)
            if opens and _opens_label(tokens, end, part.end, listed):
                yield Scope(start, part.end, cue.reason)
        elif _is_wish_behind(tokens, cue, start, part, listed):
            if tokens.text[start - 1] == "(":
                yield from _attached(tokens, cue, start - 1, part, spans)
            else:
                yield Scope(_start_of_row(tokens, start, part.start, listed), start, cue.reason)
        elif cue.scope == "attached":
            yield from _attached(tokens, cue, start, part, spans)
        elif _is_turned(tokens, cue, start, end, part):
            return
        elif cue.scope == "within":
            yield Scope(start, end, cue.reason)
        elif cue.scope == "object":
            behind = next((at for at in range(end, part.end) if tokens.text[at] in _CLAUSE_STARTS), part.end)
            yield Scope(start + 1, end_after(tokens, end, part.end, cue, listed), cue.reason, cue.spares, behind)
        elif cue.scope == "after" or (cue.scope == "subject" and self._acts(tokens, start, end, part)):
            yield Scope(start, end_after(tokens, end, part.end, cue, listed), cue.reason)
        elif cue.scope != "subject":
            yield Scope(_start_of_labelled(tokens, start, part.start, cue), end, cue.reason)

    def _acts(self, tokens: Tokens, start: int, end: int, part: ScopedSpan) -> bool:
        """Whether the words open a clause as its subject: `Our programmers moved to`, `Analysts of the bank draw`."""
        first = start_before(tokens, start, part.start, _SUBJECT_STARTS)
        first = next((index for index in range(first, start) if tokens.text[index][0].isalnum()), start)
        grammar, length = self._grammar, start - first
        opens = first == start or (length <= _LONGEST_SUBJECT and tokens.lower[first] in grammar.determiners)
        if not opens or any(tokens.lower[index] in grammar.breaks for index in range(first + 1, start)):
            return False
        in_s = tokens.lower[end - 1].endswith("s")
        several = in_s or tokens.lower[end - 1] in grammar.plurals
        if first == start and (not in_s or (first > part.start and tokens.text[first - 1] == ",")):
            return False
        verb = end
        if verb < part.end and tokens.lower[verb] in grammar.of:
            near = range(verb + 2, min(verb + _LONGEST_SUBJECT + 2, part.end))
            verb = next((index for index in near if self._is_verb(tokens, index, several)), end)
        return verb < part.end and self._is_verb(tokens, verb, several)

    def _is_verb(self, tokens: Tokens, index: int, several: bool) -> bool:
        """Whether a word behind a subject is its verb, as far as its ending and what it can't be tell."""
        word, grammar = tokens.lower[index], self._grammar
        if not tokens.alpha[index] or not tokens.text[index].islower() or word in grammar.breaks or word in grammar.of:
            return False
        return word in grammar.verbs or word.endswith(("ed", "s")) or (several and not word.endswith("ing"))


def by_part(
    things: Iterable[_Thing], start: Callable[[_Thing], int], parts: Sequence[_Part]
) -> Mapping[int, list[_Thing]]:
    """The things by the number of the part in which each begins. `start` gives the token at which a thing begins; the
    parts are in order.
    """
    starts = [part.start for part in parts]
    found: defaultdict[int, list[_Thing]] = defaultdict(list)
    for one in things:
        found[bisect_right(starts, start(one)) - 1].append(one)
    return found


def _is_turned(tokens: Tokens, cue: Cue, start: int, end: int, part: ScopedSpan) -> bool:
    """Whether a word in the cue or beside it gives it another meaning: `built by a team of`, `used by the team`, `gave
    a two-day course on`.
    """
    if end < part.end and tokens.lower[end] in cue.unless_next:
        return True
    if cue.opens and not _opens(tokens, start, part):
        return True
    if not cue.unless_within.isdisjoint(tokens.lower[start:end]):
        return True
    if not (cue.unless_beside or cue.unless_previous):
        return False
    before = [word for word in tokens.lower[start_before(tokens, start, part.start) : start] if word[0].isalnum()]
    return not cue.unless_beside.isdisjoint(before) or (before[-1] if before else "") in cue.unless_previous


def _opens(tokens: Tokens, start: int, part: ScopedSpan) -> bool:
    """Whether a clause begins at a token, with nothing but marks before it."""
    first = start_before(tokens, start, part.start, _SUBJECT_STARTS)
    return not any(tokens.text[index][0].isalnum() for index in range(first, start))


def _first_word(tokens: Tokens, part: ScopedSpan) -> int:
    """The first token of a part after its bullet."""
    return next((index for index in range(part.start, part.end) if tokens.alpha[index]), part.end)


def _is_label(tokens: Tokens, end: int, limit: int, mentioned: Set[int], joins: Set[str]) -> bool:
    """Whether the words before token `end` are a label: a mark follows at once, or after a remark that names no skill
    (`Not yet, but planned: Julia`).
    """
    if end == limit or not (tokens.text[end] in _LABEL_ENDS | _REMARKS or tokens.lower[end] in joins):
        return False
    return _opens_label(tokens, end, limit, mentioned)


def _ends_a_label(tokens: Tokens, start: int, end: int, part: ScopedSpan, mentioned: Set[int]) -> bool:
    """Whether the words end a label that says more before them, and names no skill: `Read about, not used: Django`."""
    before = range(_first_word(tokens, part), start)
    ends = end < part.end and tokens.text[end] == ":"
    return ends and 0 < len(before) <= _LONGEST_LABEL and mentioned.isdisjoint(before)


def _opens_label(tokens: Tokens, end: int, limit: int, mentioned: Set[int]) -> bool:
    """Whether the words before token `end` open a label that names no skill: `Not my thing: Django`."""
    mark = next((at for at in range(end, limit) if at in mentioned or tokens.text[at] in _LABEL_ENDS), limit)
    return mark < limit and mark not in mentioned


def _attached(tokens: Tokens, cue: Cue, at: int, part: ScopedSpan, spans: Sequence[tuple[int, int]]) -> Iterator[Scope]:
    """Scopes over the phrase right before a cue, and of a degree's subjects over those that are joined to it, which are
    one course: `Sets and Logic (in progress)`.
    """
    for start, end in reversed(spans):
        if part.start <= start and end <= at and _only_marks(tokens, end, at):
            yield Scope(start, end, cue.reason)
            if part.section is SectionKind.education and tokens.lower[start - 1] in cue.goes_on:
                at = start - 1


def _only_marks(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing but a drawn rating stands between two tokens: `Go ○○○○○ (next year)`."""
    return all(not one[0].isalnum() and one not in _AFTER_LABEL for one in tokens.text[start:end])


def _is_label_behind(tokens: Tokens, start: int, end: int, part: ScopedSpan) -> bool:
    """Whether the words from `start` to `end` are a label behind what it is about, in a cell of its own or after a
    mark: `Docker: none, so far`.
    """
    is_set_off = start > part.start and tokens.text[start - 1] in _LABEL_MARKS
    return is_set_off and (end == part.end or tokens.text[end] in _AFTER_LABEL)


def _is_wish_behind(tokens: Tokens, cue: Cue, start: int, part: ScopedSpan, mentioned: Set[int]) -> bool:
    """Whether a wish fills a cell or a remark in a list of skills, and names none itself: then it is about the skills
    before it.
    """
    if part.section is not SectionKind.skills or cue.scope != "after" or cue.reason is not Reason.aspiration:
        return False
    if start == part.start or tokens.text[start - 1] not in _LABEL_MARKS | {"("}:
        return False
    end = next((at for at in range(start, part.end) if tokens.text[at] in _REMARK_ENDS), part.end)
    return mentioned.isdisjoint(range(start, end))


def _start_of_row(tokens: Tokens, label: int, limit: int, mentioned: Set[int]) -> int:
    """The first token that a label in a cell of its own is about: the names in the cells before it, up to a cell that
    says how well other names are known (`Julia, tab, good, tab, Go, tab, none`: the last cell is about Go alone).
    """
    start = _start_of_labelled(tokens, label, limit)
    if tokens.text[label - 1] != "\t":
        return start
    tabs = [start - 1, *(at for at in range(start, label) if tokens.text[at] == "\t")]
    cells = [(before + 1, not mentioned.isdisjoint(range(before, after))) for before, after in pairwise(tabs)]
    named = False
    for begin, names_one in reversed(cells):
        if named and not names_one:
            return start
        named = named or names_one
        start = begin
    return start


def _start_of_labelled(tokens: Tokens, label: int, limit: int, cue: Cue | None = None) -> int:
    """The first token that words behind it are about: the beginning of the clause, but behind a dash that of the last
    member of the list; of what the sentence beside says, where that begins.
    """
    starts = _CLAUSE_STARTS if cue is None or cue.ends == "clause" else _SENTENCE_ENDS
    start = start_before(tokens, label, limit, starts)
    if cue is not None and cue.ends == "sentence before":
        opens = not any(text[0].isalnum() for text in tokens.text[start:label])
        return start_before(tokens, start - 1, limit, starts) if opens and start > limit else start
    if label == start or tokens.text[label - 1] not in _DASHES:
        return start
    return next((at + 1 for at in range(label - 2, start - 1, -1) if tokens.text[at] == ","), start)


def _ends_sentence(tokens: Tokens, index: int, limit: int) -> bool:
    """Whether a point ends a sentence: it is none inside a name, `Node.js`."""
    return tokens.spaced[index] or index + 1 == limit or tokens.text[index + 1].isspace()


def _end_of_sentence(tokens: Tokens, start: int, limit: int) -> int:
    ends = (at for at in range(start, limit) if tokens.text[at] in ".!?" and _ends_sentence(tokens, at, limit))
    return next(ends, limit)


def end_after(tokens: Tokens, start: int, limit: int, cue: Cue, mentioned: Set[int]) -> int:
    """Where the scope of a cue ends: at the end of its clause or sentence, at a word that turns it, or at a comma
    after which no further skill is listed.
    """
    ends = _SENTENCE_ENDS if cue.ends == "sentence" else _CLAUSE_ENDS
    if start < limit and tokens.text[start] in (":", "\t"):
        return _end_of_sentence(tokens, start, limit)  # the cue labels a list: "Never used: AWS; JAX"
    depth = 0  # brackets that open in the scope belong to it: "the team runs the score (scikit-learn)"
    for index in range(start, limit):
        text = tokens.text[index]
        depth += (text == "(") - (text == ")")
        if depth < 0:
            return index
        if text == "." and not _ends_sentence(tokens, index, limit):
            continue
        joins = depth > 0 and tokens.lower[index] in cue.goes_on  # "(scikit-learn and XGBoost)" is one thing
        if text in ends or (tokens.lower[index] in cue.until and not joins):
            return index
        if (
            cue.reason is Reason.negated
            and tokens.lower[index] == "and"
            and not _skill_follows(index + 1, limit, tokens, mentioned)
        ):
            return index  # "no faults and trained a network": what is denied ends with the list of it
        if cue.ends == "clause" and text == ",":
            ahead = index + 1
            while ahead < limit and (tokens.text[ahead] == "," or tokens.lower[ahead] in cue.goes_on):
                ahead += 1
            if ahead >= limit or ahead not in mentioned:
                return index
    return limit


def _skill_follows(index: int, limit: int, tokens: Tokens, mentioned: Set[int]) -> bool:
    """Whether a skill is named in the next two words."""
    return any(at in mentioned for at in range(index, min(index + 2, limit)))


def start_before(tokens: Tokens, end: int, limit: int, starts: Set[str] = _CLAUSE_STARTS) -> int:
    """Where the clause before a cue begins, or what else these marks end."""
    depth = 0
    for index in range(end - 1, limit - 1, -1):
        text = tokens.text[index]
        depth += (text == ")") - (text == "(")
        if depth < 0 or (text in starts and (text != "." or tokens.spaced[index])):
            return index + 1
    return limit
