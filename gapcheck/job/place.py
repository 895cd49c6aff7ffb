"""The texts at the top of a posting → where the job is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.taxonomy import PostingWords

_HEADER = 12  # texts among which the place stands
_LONGEST = 8  # words
_CODED = re.compile(r"^[A-Z]{2}-([A-Z]{2})-(\D+)$")
_NAME = r"[A-Z][\w.'’-]*"
_PART = rf"{_NAME}(?: (?:of |de |am |upon )?{_NAME}){{0,3}}"
_PLACE = re.compile(rf"^{_PART}(?:, {_PART}){{1,3}}(?: (?:or|and) (?:fully )?[Rr]emote)?(?: ?\([^)]*\))?$")
_REMOTE = re.compile(r"^(?:fully )?remote\b|\b(?:hybrid|on-?site)\b", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s+")
_CELLS = re.compile(r"\s*[|·•\t]\s*")


def place_in(texts: Sequence[str], words: PostingWords) -> str | None:
    """The place in a text that is labelled so, else in a short one at the top that is written like a place and names
    no role ("Data Scientist, Pricing"); None where there is none.
    """
    if labelled := labelled_place(texts, words):
        return labelled
    cells = [cell for text in texts[:_HEADER] for cell in _CELLS.split(text) if len(cell.split()) <= _LONGEST]
    cells = [cell for cell in cells if not set(re.findall(r"[a-z]+", cell.lower())) & set(words.roles)]
    parts = [part for cell in cells for part in _DASH.split(cell)[1:]]  # "Acme - Utrecht, Netherlands"
    return next((cell for cell in cells if _PLACE.match(cell) or _REMOTE.search(cell)), None) or next(
        filter(_PLACE.match, parts), None
    )


def labelled_place(texts: Sequence[str], words: PostingWords) -> str | None:
    """The place behind a label ("Place of work: Leeds"), or in the text below one."""
    labels = "|".join(map(re.escape, words.place_labels))
    inline = re.compile(rf"^(?:{labels})\s*[:\t]\s*(.+)$", re.IGNORECASE)
    for label, text in zip(texts, [*texts[1:], ""], strict=False):
        if found := inline.match(label):
            return named_place(found[1])
        if label.lower().strip(" :") in words.place_labels and 0 < len(text.split()) <= _LONGEST:
            return named_place(text)
    return None


def named_place(text: str) -> str:
    """A place as people write it.

    >>> named_place("US-OH-Dayton")
    'Dayton, OH'
    """
    return _CODED.sub(r"\2, \1", text.strip())
