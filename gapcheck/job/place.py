"""The texts at the top of a posting → where the job is."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_HEADER = 12  # texts among which the place stands
_LONGEST = 8  # words
_LABELS = ("location", "locations", "job location", "job locations")
_LABEL = re.compile(r"^(?:(?:job )?locations?|based(?: in)?|place of work)\s*[:\t]\s*(.+)$", re.IGNORECASE)
_NAME = r"[A-Z][\w.'’-]*"
_PART = rf"{_NAME}(?: (?:of |de |am |upon )?{_NAME}){{0,3}}"
_PLACE = re.compile(rf"^{_PART}(?:, {_PART}){{1,3}}(?: ?\([^)]*\))?$")
_REMOTE = re.compile(r"^(?:fully )?remote\b|\b(?:hybrid|on-?site)\b", re.IGNORECASE)
_DASH = re.compile(r"\s+[-–—]\s+")
_CELLS = re.compile(r"\s*[|·•\t]\s*")


def place_in(texts: Sequence[str], roles: Collection[str]) -> str | None:
    """The place in a text that is labelled so, else in a short one at the top that is written like a place and names
    no role ("Data Scientist, Pricing"); None where there is none.
    """
    for label, text in zip(texts, [*texts[1:], ""], strict=False):
        if found := _LABEL.match(label):
            return found[1].strip()
        if label.lower().strip(" :") in _LABELS and 0 < len(text.split()) <= _LONGEST:
            return text.strip()
    cells = [cell for text in texts[:_HEADER] for cell in _CELLS.split(text) if len(cell.split()) <= _LONGEST]
    cells = [cell for cell in cells if not set(re.findall(r"[a-z]+", cell.lower())) & set(roles)]
    parts = [part for cell in cells for part in _DASH.split(cell)[1:]]  # "Acme - Utrecht, Netherlands"
    return next((cell for cell in cells if _PLACE.match(cell) or _REMOTE.search(cell)), None) or next(
        filter(_PLACE.match, parts), None
    )
