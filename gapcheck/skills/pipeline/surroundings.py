"""A mention and its document → what stands around it, as far as it tells whether a word means its skill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.tokens import Doc

from gapcheck.resume import EntryKind
from gapcheck.skills.pipeline.meaning_model import load_meaning_model, meaning_features
from gapcheck.skills.pipeline.mention import Mention, Passage
from gapcheck.taxonomy import SectionKind, Taxonomy
from gapcheck.text.tokens import Tokens

_LIST_MARKS = frozenset([",", "/", "|", "·", "•", "\t", ";", "&", "(", ")", "+", "–", "-", ":"])
_LONGEST_REMARK = 2  # words
_OTHERS_IN_LINE = 2
_NO_TALE = frozenset([SectionKind.skills, SectionKind.header, SectionKind.summary, SectionKind.languages])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A mention where it stands. `taken` are the tokens of all names of skills, `words` those of its line as written
    and as stems, `plain` the tokens of names in it that ask for no company, `named` its names. `in_trade` and
    `among_tools` tell whether its resume and its entry name another tool of the trade, `in_tool_line` whether its line
    lists tools; `passages` are those of the document.
    """

    tokens: Tokens
    mention: Mention
    passage: Passage
    taken: Set[int]
    words: frozenset[str]
    plain: set[int]
    named: Sequence[Mention]
    in_trade: bool
    among_tools: bool
    in_tool_line: bool
    passages: Sequence[Passage]

    @property
    def before(self) -> str | None:
        """The word right before it in its line; none where a sentence has ended there."""
        at = self.mention.start - 1
        if at < self.passage.start or (self.tokens.text[at] == "." and self.tokens.spaced[at]):
            return None
        return self.tokens.text[at]

    @property
    def after(self) -> str | None:
        """The word right behind it in its line."""
        return self.tokens.text[self.mention.end] if self.mention.end < self.passage.end else None

    @property
    def is_name(self) -> bool:
        """Whether the words are a fixed name of the skill."""
        return self.mention.fixed and self.mention.names

    @property
    def is_told(self) -> bool:
        """Whether a name stands in the text of an entry, where ordinary words stand as well."""
        kind = self.passage.entry.kind
        in_text = kind.demonstrates or kind is EntryKind.text
        return self.is_name and in_text and self.passage.section.kind not in _NO_TALE

    @property
    def told(self) -> list[Passage]:
        """The lines of its entry that follow."""
        following = self.passages[self.mention.passage + 1 :]
        return [one for one in following if one.entry_index == self.passage.entry_index]

    @property
    def is_beside_tools(self) -> bool:
        """Whether a name stands with others of tools in one line, however set: joined to one of them, or two at all."""
        mention = self.mention
        others = [one for one in self.named if one.skill != mention.skill]
        near = any(one.end + 1 == mention.start or mention.end + 1 == one.start for one in others)
        return near or len({one.skill for one in others}) >= _OTHERS_IN_LINE

    @property
    def is_all(self) -> bool:
        """Whether its line says nothing else."""
        inside = range(self.mention.start, self.mention.end)
        return all(
            at in inside or not self.tokens.text[at][0].isalnum() for at in range(self.passage.start, self.passage.end)
        )

    def has_in_capitals(self, word: str) -> bool:
        """Whether its line has an abbreviation as abbreviations are written: `RAG` or `RAGs`, not `rags`."""
        line = self.tokens.text[self.passage.start : self.passage.end]
        return any(one[: len(word)] == word and len(one) <= len(word) + 1 for one in line)

    def probability(self, *, unknown: float) -> float:
        """How likely the model takes the word for the skill; `unknown` where it does not know the word."""
        mention, known = self.mention, load_meaning_model().words
        if not self.is_name or self.tokens.written(mention.start, mention.end) not in known:
            return unknown
        return _probability(self.tokens, mention, self.passage, self.plain)


class DocumentSurroundings:
    """What stands around each mention of a document."""

    def __init__(self, doc: Doc, taxonomy: Taxonomy) -> None:
        self._tokens = Tokens.of(doc)
        self._passages: list[Passage] = doc._.passages
        fixed: list[Mention] = [mention for mention in doc._.mentions if mention.fixed]
        self._taken = {index for mention in fixed for index in range(mention.start, mention.end)}
        self._plain = plain_names(doc)
        self._named: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in fixed:
            if mention.names:
                self._named[mention.passage].append(mention)
        self._tools = _tools_of_entries(doc, taxonomy, self._plain)
        self._all_tools = set().union(*self._tools.values())
        self._tool_lines = _tool_lines(self._passages, taxonomy)
        self._words: dict[int, frozenset[str]] = {}

    def of(self, mention: Mention) -> Surroundings:
        """What stands around one of them."""
        at = mention.passage
        passage = self._passages[at]
        if at not in self._words:
            inside = slice(passage.start, passage.end)
            self._words[at] = frozenset(self._tokens.lower[inside]).union(self._tokens.norm[inside])
        return Surroundings(
            self._tokens,
            mention,
            passage,
            self._taken,
            self._words[at],
            self._plain[at],
            self._named[at],
            in_trade=len(self._all_tools) > (mention.skill in self._all_tools),
            among_tools=bool(self._tools[passage.entry_index] - {mention.skill}),
            in_tool_line=at in self._tool_lines,
            passages=self._passages,
        )


def in_company(
    passages: Sequence[Passage], mentions: Sequence[Mention], broader: Mapping[str, Iterable[str]]
) -> list[Mention]:
    """Without the mentions that ask for another skill of the writer in their entry (`with`) where none is shown."""
    shown: defaultdict[int, set[str]] = defaultdict(set)
    for mention in mentions:
        if not mention.alias.with_ and mention.reason is None:
            shown[passages[mention.passage].entry_index] |= {mention.skill, *broader[mention.skill]}
    return [
        mention
        for mention in mentions
        if not mention.alias.with_ or shown[passages[mention.passage].entry_index] & set(mention.alias.with_)
    ]


def _probability(tokens: Tokens, mention: Mention, passage: Passage, plain: set[int]) -> float:
    """How likely the model takes a word that it knows for the skill."""
    line, beside = range(passage.start, passage.end), plain.difference(range(mention.start, mention.end))
    features = meaning_features(tokens, mention.start, mention.end, line, beside)
    return load_meaning_model().probability(features)


def plain_names(doc: Doc) -> defaultdict[int, set[int]]:
    """For each passage the tokens of names that ask for no company: what an ambiguous name may be judged by."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for mention in doc._.candidates:
        if mention.fixed and mention.names and not mention.alias.needs_company:
            found[mention.passage].update(range(mention.start, mention.end))
    return found


def _tools_of_entries(doc: Doc, taxonomy: Taxonomy, plain: Mapping[int, set[int]]) -> defaultdict[int, set[str]]:
    """For each entry the tools in it whose names mean nothing else, but for those of every office."""
    words, ordinary = taxonomy.entry_words, load_meaning_model().words
    tools, tokens = words.tool_categories, Tokens.of(doc)
    found: defaultdict[int, set[str]] = defaultdict(set)
    for mention in doc._.candidates:
        is_tool = taxonomy.skills[mention.skill].category in tools and mention.skill not in words.office_tools
        if not is_tool or not (mention.fixed and mention.names) or mention.alias.needs_company:
            continue
        passage: Passage = doc._.passages[mention.passage]
        is_ordinary = mention.alias.text in ordinary and not mention.alias.text.isupper()
        if (
            not is_ordinary
            or passage.section.kind is SectionKind.skills
            or _probability(tokens, mention, passage, plain[mention.passage]) >= load_meaning_model().threshold
        ):
            found[passage.entry_index].add(mention.skill)
    return found


def _tool_lines(passages: Sequence[Passage], taxonomy: Taxonomy) -> set[int]:
    """The passages that list tools: labelled so (`Stack: Kafka`), or below such a label in their entry."""
    words = taxonomy.entry_words
    pairs = zip([None, *passages], passages, strict=False)
    return {
        at
        for at, (above, passage) in enumerate(pairs)
        if words.is_tool_line(passage.item.text)
        or (above and above.entry_index == passage.entry_index and words.is_tool_label(above.item.text))
    }


def is_listed(tokens: Tokens, mention: Mention, passage: Passage, taken: Set[int], joins: Set[str]) -> bool:
    """Whether the mention stands in a list with another skill: `Python, R and Go`, `R/Python`, `Spark (Scala)`. `joins`
    are the words that stand between names of a list.
    """
    between = _LIST_MARKS | joins
    for start, limit, step in ((mention.start - 1, passage.start - 1, -1), (mention.end, passage.end, 1)):
        at = start
        while at != limit and tokens.lower[at] in between:
            at = _past_remark(tokens, at, limit, step, taken)
        if at not in (start, limit) and at in taken:
            return True
    return False


def _past_remark(tokens: Tokens, at: int, limit: int, step: int, taken: Set[int]) -> int:
    """The token beside a mark of a list, in steps of 1 or -1; a bracket that says nothing of tools, but how well the
    one before it is known, is passed over: `Go (good), Java (basic)`.
    """
    if tokens.text[at] != ("(" if step > 0 else ")"):
        return at + step
    closing = ")" if step > 0 else "("
    end = next((one for one in range(at + step, limit, step) if tokens.text[one] == closing), None)
    if end is None or not taken.isdisjoint(range(min(at, end), max(at, end))):
        return at + step
    return end + step if sum(tokens.alpha[at:end:step]) <= _LONGEST_REMARK else at + step
