"""An item of a resume → its sentences as items: bullets without a sign before them are read as one; and whether an
entry is the rest of the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gapcheck.resume import Entry, Item

_END = re.compile(r"[.!?;](?=\s+[A-Z•▪◦])")
_NAME = re.compile(r"[\w.+-]+\s?[(:|–—]")  # `raindepth: code and models`, as against `teams, internal competition`


def goes_on_from(before: Entry | None, entry: Entry) -> bool:
    """Whether the title of an entry goes on with the sentence of the one before it, and names nothing."""
    if before is None or not entry.title[:1].islower() or _NAME.match(entry.title):
        return False
    return before.items[-1].text.rstrip()[-1:].isalnum()


def sentences(item: Item) -> Iterator[Item]:
    """The sentences of an item, each with the lines that it stands in."""
    ends = [*(mark.end() for mark in _END.finditer(item.text)), len(item.text)]
    for start, end in zip([0, *ends], ends, strict=False):
        if text := item.text[start:end].strip():
            offset = item.text.index(text, start)
            within = [at for at, place in enumerate(item.places) if _overlaps(item, at, offset, offset + len(text))]
            places, starts = [item.places[at] for at in within], [max(0, item.starts[at] - offset) for at in within]
            yield Item(text, tuple(places), tuple(starts), item.bullet)


def _overlaps(item: Item, at: int, start: int, end: int) -> bool:
    """Whether the line number `at` of an item holds some of its text from `start` to `end`."""
    behind = item.starts[at + 1] if at + 1 < len(item.starts) else len(item.text)
    return item.starts[at] < end and behind > start
