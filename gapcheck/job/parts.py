"""The blocks of a posting → the part that each stands in: must-haves, nice to have, duties, about the company,
benefits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from gapcheck.job.blocks import HEADING_WORDS, TextBlock, heading_length
from gapcheck.job.choices import Choices
from gapcheck.job.columns import Columns, columns_of, in_columns
from gapcheck.job.grids import with_grids_as_rows
from gapcheck.job.headings import PostingHeadings
from gapcheck.job.posting import Posting
from gapcheck.taxonomy import Need, PostingPart, PostingWords, Taxonomy

_TITLE_WORDS = 12
_HEADER = 8  # blocks among which the title stands
_LABEL_WORDS = 5
_WANTED = (PostingPart.must, PostingPart.nice)
_ASKING = (*_WANTED, PostingPart.open)  # parts in which a table may ask
_LONGEST_MARK = 3  # letters of a cell that may answer another question: "yes", "M"
_SHORTEST_LIST = 2
_LONGEST_NAME = 3  # words of a name of a skill that is looked for below an unknown heading
_SIBLINGS = 2  # headings of one shape, by which another of that shape is known as one
_LONGEST_LINE = 20  # words: more of them make a paragraph
_BRACKET_WITH_COMMA = re.compile(r"\s*\([^()]*,[^()]*\)$")  # of a mail: "(Acme Ltd, Leeds)"
_QUOTES = frozenset('"“”„')
_INNER_LABEL = re.compile(r"(?<=[.!?;]) ([A-Z][^.:!?;]{2,40}):\s")
_CELLS = re.compile(r"\s+[|·•@]\s+|\t")


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block, the part it stands in, and the characters of a label before its text ("Nice to have: ")."""

    block: TextBlock
    part: PostingPart
    label: int = 0


def placed_blocks(posting: Posting, taxonomy: Taxonomy) -> Iterator[PlacedBlock]:
    """The blocks that are no headings, with their parts."""
    headings = PostingHeadings(taxonomy.postings)
    choices = Choices(taxonomy.postings, lambda line: headings.part_of(line, sure=True) is PostingPart.nice)
    blocks = with_grids_as_rows(choices.in_one_line(posting.blocks), taxonomy.postings)
    blocks = [part for block in blocks for part in _at_labels(block, headings)]
    sections = list(_sections(blocks, headings, taxonomy))
    for index, (heading, placed) in enumerate(sections):
        asks = _asks_first(heading, [other for _, other in sections[:index]], [other for _, other in sections[index:]])
        for one in placed:
            if _names_jobs(one.block.text, taxonomy.postings):
                yield replace(one, part=PostingPart.around)
            else:
                yield replace(one, part=PostingPart.must) if asks and not one.label else one


def _at_labels(block: TextBlock, headings: PostingHeadings) -> Iterator[TextBlock]:
    """A text in pieces, each of which begins with a label ("Must have: SQL. Nice to have: Rust")."""
    labels = [
        one.start(1) for one in _INNER_LABEL.finditer(block.text) if headings.part_of(one[1], sure=False) is not None
    ]
    for start, end in pairwise([0, *labels, len(block.text)]):
        starts = tuple(max(0, one - start) for one in block.item.starts)
        yield replace(block, item=replace(block.item, text=block.text[start:end].rstrip(), starts=starts))


def _asks_first(mixed: bool, before: Sequence[list[PlacedBlock]], onward: Sequence[list[PlacedBlock]]) -> bool:
    """Whether a section whose heading both asks and welcomes asks: no section before it asks, and one behind it, or a
    label in it, is what is nice to have.
    """
    if not mixed or any(one.part is PostingPart.must and not one.label for blocks in before for one in blocks):
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
    opener: TextBlock | None = None
    signed = False
    columns: Columns = ()
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
    welcomes = any(PostingPart.nice in (_heading_part(block, headings), _label(block, headings)[1]) for block in blocks)
    for index, block in enumerate(blocks):
        if not block.text.strip():
            continue
        below = blocks[index + 1 :]
        if "\t" in block.text and (heads := columns_of(block, below, headings)):
            columns = heads
            continue
        if cells := list(in_columns(block, columns)):
            found += [PlacedBlock(cell, one) for cell, one in cells]
            continue
        columns = ()
        heading = _heading_part(block, headings)
        if heading is None and not after_heading and _stands_out(block, below):
            heading = headings.part_of(block.text, sure=False)
            signed |= heading is not None
            alone = _sign(block) not in (_sign(below[0]), _sign(blocks[index - 1]))
            if heading is None and below[0].bullet and (alone or (signed and block.apart and not below[0].apart)):
                heading = headings.part_of(block.text, sure=True) or PostingPart.open
        if heading is None and listed and _opens_list(block, below):
            heading = headings.part_of(block.text, sure=True) or PostingPart.open
        if heading is None and _introduces_list(block, below):
            heading = headings.part_of(block.text, sure=True)
        if heading is None and index and _stands_above(block, below):
            heading = headings.part_of(block.text, sure=True)
            if heading is None and shaped >= _SIBLINGS and not after_heading:
                heading = PostingPart.open  # it looks like the other headings of the posting
        if heading is PostingPart.open:
            if part in _WANTED and opener is not None and _is_smaller(block, opener):
                heading = part  # a heading of a part of the list
            elif _asks_below(below, headings, taxonomy):
                heading = part if part in _WANTED else PostingPart.must
            elif part is not PostingPart.nice and _names_skills_below(below, headings, taxonomy):
                heading = _between(part, below, headings, welcomes=welcomes)
        after_heading = heading is not None
        if heading is not None:
            yield mixed, found
            if not (part is PostingPart.around and has_space and not block.apart):
                # what follows the line above at once belongs to the board's own summary
                opener = opener if opener is not None and _is_smaller(block, opener) and part is heading else block
                part = heading
            listed, row, found = False, None, []
            mixed = part is PostingPart.nice and headings.names_the_person(block.text)
            continue
        label, opened = _label(block, headings)
        if "\t" in block.text or len(block.text.split()) > _LONGEST_LINE:
            row = opened if "\t" in block.text and part in _ASKING else None
        closes = listed and not _is_entry(block) and len(block.text.split()) > _LONGEST_LINE
        if closes or _follows_value(block, found):
            part, listed = PostingPart.open, False  # a text below a list closes the posting or opens something new
        listed |= _is_entry(block)
        if part is PostingPart.open and asking_cells & {cell.strip().lower() for cell in block.text.split("\t")[1:]}:
            opened = opened or PostingPart.must  # a row of a table whose cells say how much is wanted
        found.append(PlacedBlock(block, opened or row or part, label))
        last = re.split(r"[.!?] ", block.text)[-1]
        if (
            part not in _WANTED
            and last != block.text
            and _introduces_list(replace(block, item=replace(block.item, text=last)), below)
        ):
            part = headings.part_of(last, sure=True) or part
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


def _stands_out(block: TextBlock, below: Sequence[TextBlock]) -> bool:
    """Whether a short line has a number or a sign before it that the line below has not, or stands apart as that does
    not, as a heading does in a text without type: "2. What we need" above "- SQL".
    """
    short = len(block.text.split()) <= HEADING_WORDS and not block.text.endswith((".", ",", ";"))
    if not block.bullet or not short or not below:
        return False
    return _sign(block) != _sign(below[0]) or (block.apart and not below[0].apart)


def _sign(block: TextBlock) -> str:
    """The sign of a bullet, `#` for any number; empty for other blocks."""
    return re.sub(r"\d+", "#", block.item.places[0].line.text.split()[0]) if block.bullet else ""


def _opens_list(block: TextBlock, below: Sequence[TextBlock]) -> bool:
    """Whether a short line between two lists looks like the heading of the second, though nothing sets it apart."""
    text = block.text.strip()
    short = len(text.split()) <= HEADING_WORDS and text[:1].isupper() and not text.endswith((".", ",", ";", "!"))
    return short and not block.bullet and ":" not in text and "\t" not in text and any(one.bullet for one in below[:1])


def _introduces_list(block: TextBlock, below: Sequence[TextBlock]) -> bool:
    """Whether a line ends in a colon right above a list ("It would be great, but not essential, if you have:"), or is
    a sentence of some words there ("We ask.").
    """
    text = block.text.strip()
    longest = _LONGEST_LINE if text.endswith(":") else _LABEL_WORDS
    one_sentence = text.endswith((":", ".")) and len(text.split()) <= longest and not re.search(r"[.!?:] ", text)
    return one_sentence and not block.bullet and "\t" not in text and any(map(_is_entry, below[:1]))


def _is_entry(block: TextBlock) -> bool:
    """Whether a block is an entry of a list: a bullet, or a text in quotation marks."""
    text = block.text.strip()
    return block.bullet or (text[:1] in _QUOTES and text[-1:] in _QUOTES)


def _asks_below(blocks: Sequence[TextBlock], headings: PostingHeadings, taxonomy: Taxonomy) -> bool:
    """Whether most entries of the list below a heading name experience or a level: then the list asks for skills."""
    postings = taxonomy.postings
    words = {*postings.levels.by_word(), *postings.carriers, *postings.asking}
    rows = _list_below(blocks, headings)
    asking = [row for row in rows if words & set(re.findall(r"[a-z-]+", row.text.lower()))]
    return len(rows) >= _SHORTEST_LIST and len(asking) >= len(rows) / 2


def _names_skills_below(blocks: Sequence[TextBlock], headings: PostingHeadings, taxonomy: Taxonomy) -> bool:
    """Whether half of the entries of the list below a heading name a skill."""
    rows = _list_below(blocks, headings)
    naming = [row for row in rows if not taxonomy.list_names.isdisjoint(_runs_of_words(row.text))]
    return len(rows) >= _SHORTEST_LIST and len(naming) >= len(rows) / 2


def _between(
    before: PostingPart, below: Sequence[TextBlock], headings: PostingHeadings, *, welcomes: bool
) -> PostingPart:
    """The part of a list of skills below an unknown heading, by its place: it asks where what is nice to have follows
    it, and is nice to have itself behind what is asked for where nothing else is.
    """
    following = below[len(_list_below(below, headings)) :]
    if following and _heading_part(following[0], headings) is PostingPart.nice:
        return PostingPart.must
    return PostingPart.nice if before is PostingPart.must and not welcomes else PostingPart.open


def _list_below(blocks: Sequence[TextBlock], headings: PostingHeadings) -> list[TextBlock]:
    return list(takewhile(lambda block: block.bullet and _heading_part(block, headings) is None, blocks))


def _runs_of_words(text: str) -> Iterator[str]:
    """All runs of up to three words, as they are written and in small letters."""
    words = [word.strip(".,;:()!?\"'") for word in re.split(r"[\s/]+", text)]
    for start in range(len(words)):
        for size in range(1, _LONGEST_NAME + 1):
            run = " ".join(words[start : start + size])
            yield from (run, run.lower())


def _is_smaller(heading: TextBlock, other: TextBlock) -> bool:
    """Whether a heading is set smaller than another one, and so belongs to what the other has opened."""
    return heading.item.places[0].line.size < other.item.places[0].line.size


def _label(block: TextBlock, headings: PostingHeadings) -> tuple[int, PostingPart | None]:
    """A label that opens a block ("Nice to have: Docker"): its length, and the part that it speaks of."""
    found = re.match(r"([^:.\t]{3,50}?)\s*(?:[:.]\s|:|\t| [–—] )\s*", block.text)
    if not found or len(found[1].split()) > _LABEL_WORDS:
        return 0, None
    part = headings.part_of(found[1], sure=False) or headings.alone(found[1]) or headings.welcomes_last(found[1])
    if part is None and not block.bullet and headings.asks_what(found[1]):
        part = headings.part_of(found[1], sure=True)  # "What you should bring along: ..."
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
