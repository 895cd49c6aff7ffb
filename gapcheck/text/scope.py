"""Where the clause or sentence around a word begins and ends, in tokens."""

from __future__ import annotations

from gapcheck.taxonomy import Cue
from gapcheck.text.tokens import Tokens

_SENTENCE_ENDS = frozenset([".", "!", "?", "\n"])


_CLAUSE_ENDS = _SENTENCE_ENDS | {";", ":", "•", "–", "—", "\t"}


_CLAUSE_STARTS = _SENTENCE_ENDS | {";", "•"}
_JOINS = frozenset([",", "and", "or", "nor", "any", "other"])


def end_after(tokens: Tokens, start: int, limit: int, cue: Cue, mentioned: set[int]) -> int:
    """Where the scope of a cue ends: at the end of its clause or sentence, at a word that turns it, or at a comma
    after which no further skill is listed.
    """
    ends = _SENTENCE_ENDS if cue.ends == "sentence" else _CLAUSE_ENDS
    if start < limit and tokens.text[start] in (":", "\t"):
        return limit  # the cue labels a list: "Never used: AWS; JAX"
    depth = 0  # brackets that open in the scope belong to it: "the team runs the score (scikit-learn)"
    for index in range(start, limit):
        text = tokens.text[index]
        depth += (text == "(") - (text == ")")
        if depth < 0:
            return index
        if text == "." and not (tokens.spaced[index] or index + 1 == limit or tokens.text[index + 1].isspace()):
            continue  # a point inside a name: Node.js
        if text in ends or tokens.lower[index] in cue.until:
            return index
        if cue.ends == "clause" and text == ",":
            ahead = index + 1
            while ahead < limit and tokens.lower[ahead] in _JOINS:
                ahead += 1
            if ahead >= limit or ahead not in mentioned:
                return index
    return limit


def start_before(tokens: Tokens, end: int, limit: int) -> int:
    """Where the clause before a cue begins."""
    depth = 0
    for index in range(end - 1, limit - 1, -1):
        text = tokens.text[index]
        depth += (text == ")") - (text == "(")
        if depth < 0 or (text in _CLAUSE_STARTS and (text != "." or tokens.spaced[index])):
            return index + 1
    return limit
