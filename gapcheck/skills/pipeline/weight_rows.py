"""The rows of weights as the file of a fitted model writes them → their sums.

A resume has some hundred of a model's 13,000 features: a row is read when its feature is first asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_AT_FIRST = 512


Reader = Callable[[str], NDArray[np.int64]]


def _numbers(written: str) -> NDArray[np.int64]:
    return np.fromstring(written, dtype=np.int64, sep=" ")


def written_sparsely(weights: Sequence[int]) -> str:
    """The weights of a feature of which most are 0: each other one behind the number of its column.

    >>> written_sparsely([0, 45, 0, -40])
    '1 45 3 -40'
    """
    return " ".join(f"{column} {weight}" for column, weight in enumerate(weights) if weight)


def sparse_rows(columns: int) -> Reader:
    """What reads the rows that `written_sparsely` wrote, of so many columns."""

    def read(written: str) -> NDArray[np.int64]:
        row = np.zeros(columns, dtype=np.int64)
        pairs = _numbers(written)
        row[pairs[::2]] = pairs[1::2]
        return row

    return read


class WeightRows:
    """Rows of whole numbers by the name of their feature, as `written`. `read` gives the numbers of one; without it
    they have blanks between them.
    """

    def __init__(self, written: Mapping[str, str], columns: int, read: Reader = _numbers) -> None:
        self._written = written
        self._numbers = read
        self._place: dict[str, int] = {}
        self._read = np.empty((_AT_FIRST, columns), dtype=np.int64)

    def __contains__(self, name: str) -> bool:
        """Whether the model knows the feature."""
        return name in self._written

    def row(self, name: str) -> NDArray[np.int64]:
        """The weights of a feature that the model knows."""
        place = self._placed(name)  # before the rows are looked at: to read one may make more room for them
        row: NDArray[np.int64] = self._read[place]
        return row

    def sum_of(self, names: Collection[str]) -> NDArray[np.int64]:
        """The sum of the rows of those features that the model knows; each is named once."""
        places = [self._placed(name) for name in names if name in self._written]
        total: NDArray[np.int64] = np.add.reduce(self._read.take(np.array(places, dtype=np.intp), axis=0))
        return total

    def _placed(self, name: str) -> int:
        """Where the row stands among those that were read."""
        place = self._place.get(name)
        if place is None:
            place = len(self._place)
            if place == len(self._read):
                self._read = np.concatenate([self._read, np.empty_like(self._read)])
            self._read[place] = self._numbers(self._written[name])
            self._place[name] = place
        return place
