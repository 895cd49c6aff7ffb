"""Lines of a list of skills → the same, but one item where a line ends inside of a name (`Excel, Machine` above
`Learning, Docker`), and one for each column of a table whose columns are levels (`Expert, tab, Basic`).

What a line's end breaks can't be told by its looks alone: a narrow column and a line break by hand look like a list
with one name a line. The names tell: what two lines break between them is a name, and one part at least is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from gapcheck.resume import Entry, Item, Section
from gapcheck.taxonomy import SectionKind, Taxonomy
from gapcheck.text.patterns import is_pattern

_MARKS = re.compile(r"[,;|•·/\t:()]")
Part = tuple[Section, Entry, int, Item]


class SkillLists:
    """Reads the items of lists of skills anew; build it once for a taxonomy."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._ratings = frozenset(taxonomy.levels.ratings.by_word())
        names = {
            _key(alias.text)
            for skill in taxonomy.skills.values()
            for alias in (*skill.aliases, *skill.signs)
            if not is_pattern(alias.text)
        }
        self._names = frozenset(names)
        self._alone = frozenset(
            _key(alias.text) for skill in taxonomy.skills.values() for alias in skill.aliases if alias.alone
        )
        self._begun = frozenset(
            " ".join(words[:count]) for words in map(str.split, names) for count in range(1, len(words))
        )

    def reread(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts in order, those that share a name as one, and the columns of levels one by one."""
        return self._by_columns(self._joined(parts))

    def _by_columns(self, parts: Iterable[Part]) -> Iterator[Part]:
        rows: list[Part] = []
        for part in parts:
            if rows and part[2] == rows[0][2] and part[3].text.count("\t") == rows[0][3].text.count("\t"):
                rows.append(part)
                continue
            yield from _columns(rows)
            rows = [part] if self._is_head(part) else []
            if not rows:
                yield part
        yield from _columns(rows)

    def _is_head(self, part: Part) -> bool:
        """Whether a line is nothing but levels, one above each column, or a wish."""
        cells = part[3].text.lower().split("\t")
        rated = sum(not self._ratings.isdisjoint(cell.split()) for cell in cells)
        is_list = part[0].kind is SectionKind.skills and len(cells) > 1
        return is_list and rated >= max(2, len(cells) - 1) and not any(_key(cell) in self._names for cell in cells)

    def _joined(self, parts: Iterable[Part]) -> Iterator[Part]:
        for _, rows in itertools.groupby(parts, key=lambda part: part[2]):
            lines = list(rows)
            pairs = list(itertools.pairwise(lines))
            # Where one line of a list surely goes on in the next, no end of a line stands for a comma.
            goes_on = (len(one[3].places) > 1 or one[3].text.rstrip().endswith(",") for one in lines)
            wrapped = any(goes_on) or any(self._is_broken(one, following) for one, following in pairs)
            waiting = lines[0]
            for before, part in pairs:
                if self._is_broken(before, part, wrapped=wrapped):
                    waiting = (*waiting[:3], _one_item(waiting[3], part[3]))
                    continue
                yield waiting
                waiting = part
            yield waiting

    def _is_broken(self, part: Part, following: Part, *, wrapped: bool = False) -> bool:
        """Whether a name stands on two lines: one that is known, or one of an unknown kind that ends with a word that
        tells of little by itself, in a list that is `wrapped` ("Search Engine" above "Optimization, Storage").
        """
        section, item, next_item = part[0], part[3], following[3]
        if section.kind is not SectionKind.skills or next_item.bullet or not (item.places and next_item.places):
            return False
        end, whole = _MARKS.split(item.text)[-1], _MARKS.split(next_item.text)
        end, begin = _key(end), _key(whole[0])
        if not end or not begin:
            return False
        if begin in self._alone and "," in item.text and (wrapped or end not in self._names):
            return wrapped or len(whole) > 1
        if end in self._names and begin in self._names:
            return False
        both = f"{end} {begin}"
        return both in self._names or (len(whole) == 1 and both in self._begun)


def _columns(rows: list[Part]) -> Iterator[Part]:
    """The columns of a table with its head first: `Expert, tab, Python, SQL`."""
    if len(rows) < 2:
        yield from rows
        return
    section, entry, number, _ = rows[0]
    heads = rows[0][3].text.split("\t")
    for column, head in enumerate(heads):
        text, places, starts = head.strip() + "\t", list(rows[0][3].places), [0] * len(rows[0][3].places)
        for *_, item in rows[1:]:
            cell = item.text.split("\t")[column].strip()
            if cell and item.places:
                text += "" if text.endswith("\t") else ", "
                places.append(item.places[0])
                starts.append(len(text))
                text += cell
        yield section, entry, number, Item(text, tuple(places), tuple(starts))


def _key(text: str) -> str:
    return " ".join(text.lower().replace("-", " ").split())


def _one_item(item: Item, following: Item) -> Item:
    starts = (*item.starts, *(len(item.text) + 1 + start for start in following.starts))
    return Item(f"{item.text} {following.text}", (*item.places, *following.places), starts, item.bullet)
