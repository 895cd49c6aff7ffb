"""Lines of a list of skills → the same, but as one item where a line ends inside of a name: `Excel, Machine` above
`Learning, Docker`.

What a line's end breaks can't be told by its looks alone: a narrow column and a line break by hand look like a list
with one name a line. The names tell: what two lines break between them is a name, and one part at least is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.resume import Entry, Item, Section
from gapcheck.taxonomy import SectionKind, Taxonomy
from gapcheck.text.patterns import is_pattern

_MARKS = re.compile(r"[,;|•·/\t:()]")
Part = tuple[Section, Entry, int, Item]


class BrokenNames:
    """Joins items of lists of skills; build it once for a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        names = {
            _key(alias.text)
            for skill in taxonomy.skills.values()
            for alias in (*skill.aliases, *skill.signs)
            if not is_pattern(alias.text)
        }
        self._names = frozenset(names)
        self._begun = frozenset(
            " ".join(words[:count]) for words in map(str.split, names) for count in range(1, len(words))
        )

    def joined(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts in order, those that share a name as one."""
        waiting: Part | None = None
        for part in parts:
            if waiting is not None and self._is_broken(waiting, part):
                waiting = (*waiting[:3], _one_item(waiting[3], part[3]))
                continue
            if waiting is not None:
                yield waiting
            waiting = part
        if waiting is not None:
            yield waiting

    def _is_broken(self, part: Part, following: Part) -> bool:
        section, _, entry, item = part
        if section.kind is not SectionKind.skills or following[2] != entry or following[3].bullet:
            return False
        if not (item.places and following[3].places):
            return False
        end, whole = _MARKS.split(item.text)[-1], _MARKS.split(following[3].text)
        end, begin = _key(end), _key(whole[0])
        if not end or not begin or (end in self._names and begin in self._names):
            return False
        both = f"{end} {begin}"
        return both in self._names or (len(whole) == 1 and both in self._begun)


def _key(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").split())


def _one_item(item: Item, following: Item) -> Item:
    starts = (*item.starts, *(len(item.text) + 1 + start for start in following.starts))
    return Item(f"{item.text} {following.text}", (*item.places, *following.places), starts, item.bullet)
