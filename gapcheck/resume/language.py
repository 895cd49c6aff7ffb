"""Whether a document is in a language that is read, by its smallest words."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.documents import Document
from gapcheck.taxonomy import Taxonomy

_FEWEST_WORDS = 40
_FEWEST_HITS = 8


def doubts_about_language(document: Document, taxonomy: Taxonomy) -> list[str]:
    """A warning where more small words of another language than of English stand in the text; else nothing."""
    text = " ".join(line.text for page in document.pages for line in page.lines)
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    if words.total() < _FEWEST_WORDS:
        return []
    english = sum(words[word] for word in taxonomy.languages.english)
    counts = {name: sum(words[word] for word in small) for name, small in taxonomy.languages.others.items()}
    likely = max(counts, key=lambda name: counts[name])
    if counts[likely] >= _FEWEST_HITS and counts[likely] > english:
        return [f"the text looks {likely}: only English is read, so skills described in words are missed"]
    return []
