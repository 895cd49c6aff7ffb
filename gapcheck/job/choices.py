"""Blocks of a posting → the same, with a choice that its writer spread over several lines in one: `one of these:` above
a list, `Kafka, or` above `Kinesis`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from gapcheck.job.blocks import TextBlock
from gapcheck.taxonomy import PostingWords
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of

_LONGEST = 8  # words of a member of a list of which one is enough, and of a line that an "or" joins to the next
_LONGEST_OPENING = 20  # words of the line above such a list
_BEHIND = 4  # tokens behind "one of the following": "areas of work:"


class Choices:
    """Knows the words that open a choice. `welcomes` tells of a line whether what stands below it is nice to have:
    there one is as welcome as the other.
    """

    def __init__(self, words: PostingWords, welcomes: Callable[[str], bool]) -> None:
        self._welcomes = welcomes
        self._choices: Phrases[bool] = Phrases([(True, words.choices)])
        self._all_of = words.all_of
        self._any = words.lists.any

    def in_one_line(self, blocks: Sequence[TextBlock]) -> list[TextBlock]:
        """The blocks; a list of which one is enough stands in the line that says so, and lines with an "or" between
        them are one.
        """
        found: list[TextBlock] = []
        index = 0
        while index < len(blocks):
            block = blocks[index]
            index += 1
            members = self._members(block, blocks[index:])
            if members:
                for number, member in enumerate(members):
                    block = _joined(block, member, ", " if number else " ")
                block = replace(block, heading=False, bullet=True)
            elif found and self._is_joined(found[-1], block):
                block = _joined(found.pop(), block, " ")
            found.append(block)
            index += len(members)
        return found

    def _members(self, opening: TextBlock, below: Sequence[TextBlock]) -> list[TextBlock]:
        """The entries of the list of which a line asks for one; none where it does not, or an entry is a sentence."""
        if not opening.text.rstrip().endswith(":") or len(opening.text.split()) > _LONGEST_OPENING:
            return []
        tokens = tokens_of(opening.text)
        last = [one for one in self._choices(tokens) if len(tokens.text) - one.end <= _BEHIND]
        if self._welcomes(opening.text) or not last:
            return []
        if last[-1].start and tokens.lower[last[-1].start - 1] in self._all_of:
            return []
        left = _left(opening) if opening.bullet else None
        members = []
        for block in below:
            if not block.bullet or (left is not None and _left(block) <= left):
                break
            members.append(block)
        return members if all(len(one.text.split()) <= _LONGEST for one in members) else []

    def _is_joined(self, above: TextBlock, below: TextBlock) -> bool:
        """Whether an "or" ends one entry of a list or begins the next one."""
        first, second = above.text.lower().split(), below.text.lower().split()
        if above.heading or below.heading or not above.bullet or max(len(first), len(second)) > 2 * _LONGEST:
            return False
        return bool(first and second) and (first[-1] in self._any or (second[0] in self._any and len(second) > 1))


def _left(block: TextBlock) -> float:
    """Where the first line of a block begins, in points."""
    return block.item.places[0].line.x0


def _joined(above: TextBlock, below: TextBlock, between: str) -> TextBlock:
    """Two blocks as one, with these signs between them."""
    text = f"{above.text.rstrip(' .;') if between == ', ' else above.text}{between}"
    item = replace(
        above.item,
        text=text + below.text,
        places=(*above.item.places, *below.item.places),
        starts=(*above.item.starts, *(len(text) + one for one in below.item.starts)),
    )
    return replace(above, item=item)
