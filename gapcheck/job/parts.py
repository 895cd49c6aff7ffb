"""The blocks of a posting → the part that each stands in: must-haves, nice to have, duties, about the company,
benefits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from gapcheck.job.blocks import HEADING_WORDS, TextBlock, heading_length
from gapcheck.job.choices import Choices
from gapcheck.job.grids import with_grids_as_rows
from gapcheck.job.posting import Posting
from gapcheck.taxonomy import Need, PostingPart, PostingWords, Taxonomy
from gapcheck.text.patterns import is_pattern

_PARTS = {Need.must: PostingPart.must, Need.nice: PostingPart.nice, Need.duty: PostingPart.duties}
_TITLE_WORDS = 12
_FIRST = {PostingPart.nice: 2, PostingPart.unneeded: 1}  # parts whose words in a heading decide before those of others
_HEADER = 8  # blocks among which the title stands
_LABEL_WORDS = 5
_ASKING = (PostingPart.must, PostingPart.nice, PostingPart.open)  # parts in which a table may ask
_LONGEST_MARK = 3  # letters of a cell that may answer another question: "yes", "M"
_SHORTEST_LIST = 2
_SIBLINGS = 2  # headings of one shape, by which another of that shape is known as one
_LONGEST_LINE = 20  # words: more of them make a paragraph
_BRACKET = re.compile(r"\(([^()]*)\)")
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
        spans = self._spans(words)
        in_brackets = [self._kinds.get(_letters(inside)) for inside in _BRACKET.findall(text)]
        for kind in in_brackets if spans or sure else ():
            if kind in (PostingPart.must, PostingPart.nice):
                return kind  # "Primary skills (must have)"
        if not spans and sure:
            heading = " ".join(words)
            return self._said_by(heading) or self.alone(heading) or self._in_brackets(text)
        if not spans:
            return None
        _, length, start, phrase = max(spans)
        alike = {word for *_, other in spans if self._kinds[other] is self._kinds[phrase] for word in other.split()}
        rest = [word for word in words if word not in self._small_words and word not in alike]
        known = max(length, len(alike.intersection(words)))
        if not sure and (len(rest) > 1 or len(rest) >= known or -start > 2):
            return None
        return self._kinds[phrase]

    def _in_brackets(self, text: str) -> PostingPart | None:
        """Whether only the brackets of a heading ask or welcome: "Other information (asset qualifications)"."""
        inside = (self.part_of(words, sure=True) for words in _BRACKET.findall(text))
        return next((part for part in inside if part in (PostingPart.must, PostingPart.nice)), None)

    def _spans(self, words: Sequence[str]) -> list[tuple[int, int, int, str]]:
        """The known phrases in a heading, to sort by: what goes first, length, how early it begins."""
        found = [
            (start, end, phrase)
            for start in range(len(words))
            for end in range(start + 1, len(words) + 1)
            if (phrase := " ".join(words[start:end])) in self._kinds
        ]
        return [
            (_FIRST.get(self._kinds[phrase], 0), end - start, -start, phrase)
            for start, end, phrase in found
            if not any(one <= start and end <= other and other - one > end - start for one, other, _ in found)
        ]

    def alone(self, text: str) -> PostingPart | None:
        """The part that a heading opens which is one word and small words at most: "You", "And you"."""
        words = _letters(text).split()
        return self._alone.get(words[-1]) if words and self._small_words.issuperset(words[:-1]) else None

    def welcomes_last(self, text: str) -> PostingPart | None:
        """`nice` where the last word of a label says it: "added advantage"."""
        last = " ".join(_letters(text).split()[-1:])
        return PostingPart.nice if self._kinds.get(last) is PostingPart.nice else None

    def names_the_person(self, text: str) -> bool:
        """Whether a heading that welcomes also has words of one that asks: "desired candidate profile"."""
        return PostingPart.must in {self._kinds[phrase] for *_, phrase in self._spans(_letters(text).split())}

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
    choices = Choices(taxonomy.postings, lambda line: headings.part_of(line, sure=True) is PostingPart.nice)
    blocks = with_grids_as_rows(choices.in_one_line(posting.blocks), taxonomy.postings)
    sections = list(_sections(blocks, headings, taxonomy))
    for index, (heading, placed) in enumerate(sections):
        asks = _asks_first(heading, [other for _, other in sections[:index]], [other for _, other in sections[index:]])
        for one in placed:
            if _names_jobs(one.block.text, taxonomy.postings):
                yield replace(one, part=PostingPart.around)
            else:
                yield replace(one, part=PostingPart.must) if asks and not one.label else one


def _asks_first(mixed: bool, before: Sequence[list[PlacedBlock]], onward: Sequence[list[PlacedBlock]]) -> bool:
    """Whether a section whose heading both asks and welcomes asks: no section before it asks, and one behind it, or a
    label in it, is what is nice to have.
    """
    if not mixed or any(one.part is PostingPart.must for blocks in before for one in blocks):
        return False
    own, *later = onward
    labelled = any(one.label and one.part is PostingPart.nice for one in own)
    return labelled or any(one.part is PostingPart.nice for blocks in later for one in blocks)


def _names_jobs(text: str, words: PostingWords) -> bool:
    """Whether a line lists other jobs: "Scala Developer · Tableau Developer"."""
    cells = [cell.split() for cell in _CELLS.split(text.strip().lower()) if cell.strip()]
    return len(cells) > 1 and all(cell[-1].rstrip("s") in words.roles for cell in cells)


def _sections(
    blocks: Sequence[TextBlock], headings: PostingHeadings, taxonomy: Taxonomy
) -> Iterator[tuple[bool, list[PlacedBlock]]]:
    """The blocks below each heading, and whether the heading both asks and welcomes."""
    part, listed, mixed, row, after_heading = PostingPart.open, False, False, None, True
    found: list[PlacedBlock] = []
    asking_cells = {
        phrase
        for one in taxonomy.postings.stances
        if one.scope == "cell" and one.need in (Need.must, Need.nice)
        for phrase in one.phrases
        if " " in phrase or len(phrase) > _LONGEST_MARK
    }
    has_space = sum(block.apart for block in blocks) > 1
    shaped = sum(
        _stands_above(block, blocks[index + 1 :]) and headings.part_of(block.text, sure=True) is not None
        for index, block in enumerate(blocks)
    )
    for index, block in enumerate(blocks):
        if not block.text.strip():
            continue
        below = blocks[index + 1 :]
        heading = _heading_part(block, headings)
        if heading is None and listed and _opens_list(block, below):
            heading = headings.part_of(block.text, sure=True) or PostingPart.open
        if heading is None and _introduces_list(block, below):
            heading = headings.part_of(block.text, sure=True)
        if heading is None and index and _stands_above(block, below):
            heading = headings.part_of(block.text, sure=True)
            if heading is None and shaped >= _SIBLINGS and not after_heading:
                heading = PostingPart.open  # it looks like the other headings of the posting
        if heading is PostingPart.open and _asks_below(below, headings, taxonomy):
            heading = part if part in (PostingPart.must, PostingPart.nice) else PostingPart.must
        after_heading = heading is not None
        if heading is not None:
            yield mixed, found
            if not (part is PostingPart.around and has_space and not block.apart):
                part = heading  # what follows the line above at once belongs to the board's own summary
            listed, row, found = False, None, []
            mixed = part is PostingPart.nice and headings.names_the_person(block.text)
            continue
        label, opened = _label(block, headings)
        if "\t" in block.text or len(block.text.split()) > _LONGEST_LINE:
            row = opened if "\t" in block.text and part in _ASKING else None
        closes = listed and not block.bullet and len(block.text.split()) > _LONGEST_LINE
        if closes or _follows_value(block, found):
            part, listed = PostingPart.open, False  # a text below a list closes the posting or opens something new
        listed |= block.bullet
        if part is PostingPart.open and asking_cells & {cell.strip().lower() for cell in block.text.split("\t")[1:]}:
            opened = opened or PostingPart.must  # a row of a table whose cells say how much is wanted
        found.append(PlacedBlock(block, opened or row or part, label))
    yield mixed, found


def _follows_value(block: TextBlock, above: Sequence[PlacedBlock]) -> bool:
    """Whether a text stands apart from names that stand right below their heading, as in a list of facts."""
    if len(above) != 1 or above[0].label or above[0].block.bullet or above[0].block.apart:
        return False
    value = above[0].block.text.rstrip()
    return block.apart and not value.endswith((".", "!", "?", ":")) and block.text.rstrip().endswith(".")


def _stands_above(block: TextBlock, below: Sequence[TextBlock]) -> bool:
    """Whether a short line stands alone above a list or a text that begins right below it, as a heading does."""
    text = block.text.strip()
    if block.bullet or not block.apart or not below or below[0].apart or len(text.split()) > HEADING_WORDS:
        return False
    if text.endswith((".", ",", ";", "!", "?")) or not text[:1].isupper() or ":" in text or "\t" in text:
        return False
    return below[0].bullet or below[0].text.rstrip().endswith((".", "!"))


def placed_tags(posting: Posting, taxonomy: Taxonomy) -> Iterator[PlacedBlock]:
    """The words that a board hangs on a posting: hints, nice to have at most. Those that name jobs hint at nothing."""
    jobs = taxonomy.postings.other_jobs | taxonomy.postings.roles
    for block in posting.tags:
        last = block.text.lower().split()[-1:]
        if last and last[0].rstrip("s") not in jobs:
            yield PlacedBlock(block, PostingPart.nice)


def _heading_part(block: TextBlock, headings: PostingHeadings) -> PostingPart | None:
    """The part that a block opens as a heading; None where it is none."""
    text = block.text.strip()
    if block.bullet or heading_length(text) > HEADING_WORDS or "\t" in text:
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
    short = len(text.split()) <= HEADING_WORDS and text[:1].isupper() and not text.endswith((".", ",", ";", "!"))
    return short and not block.bullet and ":" not in text and "\t" not in text and any(one.bullet for one in below[:1])


def _introduces_list(block: TextBlock, below: Sequence[TextBlock]) -> bool:
    """Whether a line ends in a colon right above a list: "It would be great, but not essential, if you have:"."""
    text = block.text.strip()
    one_sentence = text.endswith(":") and len(text.split()) <= _LONGEST_LINE and not re.search(r"[.!?:] ", text)
    return one_sentence and not block.bullet and "\t" not in text and any(one.bullet for one in below[:1])


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
    part = headings.part_of(found[1], sure=False) or headings.alone(found[1]) or headings.welcomes_last(found[1])
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
