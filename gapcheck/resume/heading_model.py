"""A heading that no list knows, and the lines below it → the kind of section it opens.

A multinomial logistic regression on letter triples of the heading and on what the block holds: its words, dates,
bullets, lists, posts, schools, degrees, certificates. `python -m gapcheck.training` fits it with scikit-learn from
data in this repository and writes it as plain numbers; reading a resume needs only those numbers, and only when there
is such a heading.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gapcheck.resume.dates import date_spans, has_date
from gapcheck.resume.items import is_mark
from gapcheck.resume.model import EntryKind
from gapcheck.taxonomy import SectionKind, Taxonomy

MODEL_FILE = "heading_model.json"
WORD = "word: "  # begins the names of the features that are words of a block
_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_BLOCK_WORD = re.compile(r"[^\W\d_]{2,}")
_CONTACT = re.compile(r"\w@\w|www\.|\+?\d[\d ]{7,}")
_SURE = 0.5  # probability from which the model's word is taken: likelier than all else together
_SCALE = 8.0  # shares are small numbers: brought to the size of the letter features


@dataclass(frozen=True, slots=True)
class HeadingModel:
    """The fitted model: for each kind a weight per feature, and an intercept."""

    kinds: tuple[SectionKind, ...]
    weights: dict[str, tuple[float, ...]]
    intercepts: tuple[float, ...]
    examples: dict[str, SectionKind]

    def probabilities(self, features: Mapping[str, float]) -> dict[SectionKind, float]:
        """Each kind's probability; they add up to 1."""
        scores = list(self.intercepts)
        for name, value in features.items():
            for index, weight in enumerate(self.weights.get(name, ())):
                scores[index] += weight * value
        top = max(scores)
        shares = [math.exp(score - top) for score in scores]
        return {kind: share / sum(shares) for kind, share in zip(self.kinds, shares, strict=True)}

    def kind_of(self, text: str, features: Mapping[str, float], but_for: Container[SectionKind] = ()) -> SectionKind:
        """The kind of an example with this very text; else the likeliest kind `but_for` some, or `other` where none is
        likely: jobs are only those with dates.
        """
        if kind := self.examples.get(plain(text)):
            return kind
        likely = {kind: share for kind, share in self.probabilities(features).items() if kind not in but_for}
        kind = max(likely, key=lambda one: likely[one])
        if likely[kind] < _SURE * sum(likely.values()) or (
            kind is SectionKind.experience and not features["block: dated"]
        ):
            return SectionKind.other
        return kind


@cache
def load_heading_model() -> HeadingModel:
    """The model that ships with gapcheck."""
    data = json.loads((files("skills_taxonomy") / MODEL_FILE).read_text(encoding="utf-8"))
    return HeadingModel(
        tuple(SectionKind(kind) for kind in data["kinds"]),
        {name: tuple(weights) for name, weights in data["weights"].items()},
        tuple(data["intercepts"]),
        {text: SectionKind(kind) for text, kind in data["examples"].items()},
    )


def plain(text: str) -> str:
    """A heading as its letters in lower case."""
    return "".join(character for character in text.lower() if character.isalpha())


def heading_features(text: str, block: Sequence[str], taxonomy: Taxonomy) -> dict[str, float]:
    """Named features of a heading with the texts of the lines below it."""
    return {**letter_features(text), **block_features(block, taxonomy)}


def block_features(block: Sequence[str], taxonomy: Taxonomy) -> dict[str, float]:
    """Those of the lines, whatever their heading."""
    return {**_word_features(block), **_shape_features(block, taxonomy)}


def letter_features(text: str) -> dict[str, float]:
    """Those of the heading alone."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    triples = Counter(f"^{word}$"[start : start + 3] for word in words for start in range(len(word)))
    whole = Counter(f"={word}" for word in words)
    size = math.sqrt(sum(count**2 for count in (*triples.values(), *whole.values()))) or 1.0
    return {name: count / size * 2 for name, count in (triples + whole).items()}


def _word_features(block: Sequence[str]) -> dict[str, float]:
    words = Counter(word.lower() for line in block for word in _BLOCK_WORD.findall(line))
    size = math.sqrt(sum(words.values())) or 1.0
    return {WORD + word: count / size for word, count in words.items()}


def _shape_features(block: Sequence[str], taxonomy: Taxonomy) -> dict[str, float]:
    count = max(len(block), 1)
    words = [word.lower() for line in block for word in _WORD.findall(line)]
    total = max(len(words), 1)
    shares = {
        name: sum(word in known for word in words) / total for name, known in taxonomy.entry_words.block_words.items()
    }
    features = {
        "dated": sum(map(has_date, block)) / count,
        "bullets": sum(map(_opens_item, block)) / count,
        "lists": sum(line.count(",") + line.count("\t") >= 3 for line in block) / count,
        "labels": sum(":" in line[:30] for line in block) / count,
        "sentences": sum(line.rstrip().endswith(".") for line in block) / count,
        "names of skills": sum(word in taxonomy.single_words for word in words) / total * 2,
        "lines": min(math.log1p(count) / 4, 1.0),
        "words a line": min(total / count / 15, 1.0),
        **{name: min(share * _SCALE, 1.0) for name, share in shares.items()},
        **_entry_features(block, taxonomy),
    }
    return {f"block: {name}": value for name, value in features.items()}


def _entry_features(block: Sequence[str], taxonomy: Taxonomy) -> dict[str, float]:
    """What entries of the block would be: shares of the lines, and 1 where any line is so."""
    words, count = taxonomy.entry_words, max(len(block), 1)
    spans = [date_spans(line) for line in block]
    ranges = [any(is_range for *_, is_range in found) for found in spans]
    posts = [words.names_a_post(line) for line in block]
    schools = [words.names_a_school(line) for line in block]
    degrees = [words.degree_level([line]) is not None for line in block]
    single = [bool(found) and not is_range for found, is_range in zip(spans, ranges, strict=True)]
    timed = (post and any(ranges[at : at + 2]) for at, post in enumerate(posts))  # on its line or the next one
    return {
        "posts with a time": float(any(timed)),
        "posts": sum(posts) / count,
        "schools": sum(schools) / count,
        "degrees": sum(degrees) / count,
        "degrees and schools": float(any(degrees) and any(schools)),
        "ranges": sum(ranges) / count,
        "single dates": sum(single) / count,
        "certificates": sum(map(words.names_a_certificate, block)) / count,
        "activities": float(any(words.kind_of(line, SectionKind.experience) == EntryKind.activity for line in block)),
        "contact": float(any(map(_CONTACT.search, block))),
    }


def _opens_item(line: str) -> bool:
    first, _, rest = line.partition(" ")
    return bool(rest) and is_mark(first)
