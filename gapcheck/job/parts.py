"""The blocks of a posting → the part that each stands in: must-haves, nice to have, duties, about the company,
benefits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from gapcheck.job.blocks import TextBlock
from gapcheck.job.posting import Posting
from gapcheck.taxonomy import Need, PostingPart, PostingWords, Taxonomy
from gapcheck.text.patterns import is_pattern

_PARTS = {Need.must: PostingPart.must, Need.nice: PostingPart.nice, Need.duty: PostingPart.duties}
_HEADING_WORDS = 9
_TITLE_WORDS = 12
_FIRST = {PostingPart.nice: 2, PostingPart.unneeded: 1}  # parts whose words in a heading decide before those of others
_HEADER = 8  # blocks among which the title stands
_LABEL_WORDS = 5
_SHORTEST_LIST = 2
_LONGEST_LINE = 20  # words: more of them make a paragraph
_BRACKET_WITH_COMMA = re.compile(r"\s*\([^()]*,[^()]*\)$")  # of a mail: "(Acme Ltd, Leeds)"
_CELLS = re.compile(r"\s+[|·•@]\s+|\t")


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block, the part it stands in, and the characters of a label before its text ("Nice to have: ")."""

    block: TextBlock
    part: PostingPart
    label: int = 0


class PostingHeadings:
    """What headings say, ready to be looked up."""

    def __init__(self, words: PostingWords) -> None:
        self._small_words = words.small_words
        said = ((one.need, phrase) for one in words.stances if one.scope != "cell" for phrase in one.phrases)
        self._said = {
            _letters(phrase): _PARTS[need] for need, phrase in said if need in _PARTS and not is_pattern(phrase)
        }
        self._alone = words.heading_alone
        self._kinds = {_letters(phrase): heading.kind for heading in words.headings for phrase in heading.phrases}

    def part_of(self, text: str, *, sure: bool) -> PostingPart | None:
        """The part that a heading opens; None where its words tell none.

        The longest known phrase decides. A phrase that says "nice" goes before one that says "not needed" ("not needed,
        but nice"), and that one before all others ("what we don't ask for"). Where the block is not `sure` to be a
        heading, known words must be most of it.
        """
        words = _letters(text).split()
        spans = [
            (_FIRST.get(self._kinds[phrase], 0), end - start, -start, phrase)
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if (phrase := " ".join(words[start:end])) in self._kinds
        ]
        if not spans:
            said = self._said_by(" ".join(words)) if sure else None
            return said or (
                self._alone.get(words[-1]) if sure and self._small_words.issuperset(words[:-1]) and words else None
            )
        _, length, start, phrase = max(spans)
        alike = {word for *_, other in spans if self._kinds[other] is self._kinds[phrase] for word in other.split()}
        rest = [word for word in words if word not in self._small_words and word not in alike]
        if not sure and (len(rest) > 1 or len(rest) >= length or -start > 2):
            return None
        return self._kinds[phrase]

    def _said_by(self, text: str) -> PostingPart | None:
        """The part that a heading names by words that say it in a sentence too: "you should bring"."""
        found = [phrase for phrase in self._said if phrase and f" {phrase} " in f" {text} "]
        return self._said[max(found, key=len)] if found else None


def _letters(text: str) -> str:
    """Words in small letters, parted at hyphens too; what stands in brackets is left out."""
    return " ".join(re.findall(r"[a-z]+(?:'[a-z]+)*", re.sub(r"\([^)]*\)", " ", text.lower())))


def placed_blocks(posting: Posting, taxonomy: Taxonomy) -> Iterator[PlacedBlock]:
    """The blocks that are no headings, with their parts."""
    headings = PostingHeadings(taxonomy.postings)
    part, listed = PostingPart.open, False
    for index, block in enumerate(posting.blocks):
        if not block.text.strip():
            continue
        heading = _heading_part(block, headings)
        if heading is None and listed and _opens_list(block, posting.blocks[index + 1 :]):
            heading = headings.part_of(block.text, sure=True) or PostingPart.open
        if heading is PostingPart.open and _asks_below(posting.blocks[index + 1 :], headings, taxonomy):
            heading = part if part in (PostingPart.must, PostingPart.nice) else PostingPart.must
        if heading is not None:
            part, listed = heading, False
            continue
        label, opened = _label(block, headings)
        if listed and not block.bullet and len(block.text.split()) > _LONGEST_LINE:
            part, listed = PostingPart.open, False  # a text below a list closes the posting or opens something new
        listed |= block.bullet
        yield PlacedBlock(block, opened or part, label)


def placed_tags(posting: Posting) -> Iterator[PlacedBlock]:
    """The words that a board hangs on a posting: hints, nice to have at most."""
    return (PlacedBlock(block, PostingPart.nice) for block in posting.tags)


def _heading_part(block: TextBlock, headings: PostingHeadings) -> PostingPart | None:
    """The part that a block opens as a heading; None where it is none."""
    text = block.text.strip()
    if block.bullet or len(text.split()) > _HEADING_WORDS or "\t" in text:
        return None
    if block.heading:
        return headings.part_of(text, sure=True) or PostingPart.open
    text = re.sub(r"(?:\.{3}|…)$", "", text)
    if text.endswith((".", ",", ";", "!")) or not text[:1].isupper() or ":" in text[:-1]:
        return None
    return headings.part_of(text, sure=False)


def _opens_list(block: TextBlock, below: Sequence[TextBlock]) -> bool:
    """Whether a short line between two lists looks like the heading of the second, though nothing sets it apart."""
    text = block.text.strip()
    short = len(text.split()) <= _HEADING_WORDS and text[:1].isupper() and not text.endswith((".", ",", ";", "!"))
    return short and not block.bullet and ":" not in text and "\t" not in text and any(one.bullet for one in below[:1])


def _asks_below(blocks: Sequence[TextBlock], headings: PostingHeadings, taxonomy: Taxonomy) -> bool:
    """Whether most entries of the list below a heading name experience or a level: then the list asks for skills."""
    postings = taxonomy.postings
    words = {*postings.levels.by_word(), *postings.carriers, *postings.asking}
    rows = list(takewhile(lambda block: block.bullet and _heading_part(block, headings) is None, blocks))
    asking = [row for row in rows if words & set(re.findall(r"[a-z-]+", row.text.lower()))]
    return len(rows) >= _SHORTEST_LIST and len(asking) >= len(rows) / 2


def _label(block: TextBlock, headings: PostingHeadings) -> tuple[int, PostingPart | None]:
    """A label that opens a block ("Nice to have: Docker"): its length, and the part that it speaks of."""
    found = re.match(r"([^:\t]{3,50}?)\s*(?::|\t| [–—] )\s*", block.text)
    if not found or len(found[1].split()) > _LABEL_WORDS:
        return 0, None
    part = headings.part_of(found[1], sure=False)
    return (found.end(), part) if part else (0, None)


def title_of(posting: Posting, taxonomy: Taxonomy) -> str:
    """The title of the job: what the file says, else the first line that names a role, or the role that a sentence
    names; else the first line.
    """
    words = taxonomy.postings
    if posting.title:
        tails = _any_of(words.title_tails)
        return re.sub(rf"(?i)\s+[-–—|]\s+(?:{tails})$", "", posting.title)
    people = _any_of(sorted(words.roles))
    label = rf"(?i)(?:{_any_of(words.title_labels)}|(?P<mail>{_any_of(words.subject_labels)}))\s*[:\t]\s*"
    label += rf"(?:(?:{_any_of(words.subject_prefixes)}):\s*)*"
    texts = [block.text for block in posting.blocks[:_HEADER]]
    for text in texts:
        if found := re.match(label, text):
            title = text[found.end() :].split("\t")[0]
            return _BRACKET_WITH_COMMA.sub("", title) if found["mail"] else title
    lines = [_plain_title(cell) for text in texts for cell in _CELLS.split(text)]
    for line in lines:
        if len(line.split()) <= _TITLE_WORDS and not line.endswith(".") and re.search(rf"(?i)\b(?:{people})s?\b", line):
            return line
    lines = [_plain_title(text) for text in texts]
    for line in lines:
        if found := re.search(rf"(?i)\b(?:{_any_of(words.before_title)}) ((?:[\w/+-]+ ){{0,4}}(?:{people}))\b", line):
            return re.sub(r"^(?:[a-z]+ )+(?=[A-Z])", "", found[1])  # "our first Data Engineer"
    return lines[0]


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _plain_title(text: str) -> str:
    """The first cell without decoration: "🚀 Founding Engineer"."""
    return re.sub(r"^[^\w(]+|[\s:]+$", "", text.split("\t")[0])
