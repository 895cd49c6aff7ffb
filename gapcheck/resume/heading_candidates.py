"""A line → the parts of it that may be a heading: all of it, its label in the margin, or its first cell."""

from __future__ import annotations

import re

from gapcheck.documents import Line, Word
from gapcheck.resume.dates import is_only_dates
from gapcheck.resume.heading_looks import look_of
from gapcheck.resume.lexicon import instructed_heading, plain_heading
from gapcheck.taxonomy import EntryWords

LONGEST_HEADING = 6  # words
_WORD_LENGTH = 4  # letters, at least in the middle
_LONGEST_LINE = 12  # words with what stands in brackets behind it
_MOST_CELLS = 2  # of a line that opens with a heading in the look of the rest: more are the head of a table
_BRACKETED = re.compile(r"\s*\(.*$")  # the closing bracket may be gone with the marks at the edge


def candidates_in(line: Line, entry_words: EntryWords) -> list[tuple[str, tuple[Word, ...], int]]:
    """Texts of a line that may be a heading: all of it, its margin label or its first cell, or what stands behind the
    names of columns of time; with their words, and how many of them label what follows.
    """
    found: list[tuple[str, tuple[Word, ...], int]] = []
    if told := entry_words.behind_time_columns(line.text):
        return [(plain_heading(told), line.words, 0)]
    if instructed := instructed_heading(line.text):
        return [(instructed, line.words[: len(instructed.split()) + 1], 0)]
    if len(line.words) > _LONGEST_LINE and not line.margin and "\t" not in line.text:
        return found
    text = plain_heading(line.text)
    first, *_ = every = line.text.split("\t")
    labels = first.rstrip().endswith(":")  # `Education:` beside `2013 - 2016` labels the rows that begin there
    cells = [cell for cell in every if re.search(r"[^\W\d_]", cell) or (labels and is_only_dates(cell))]
    bare = _BRACKETED.sub("", text)
    count = min(len(bare.split()), sum(map(str.isalpha, bare)) // _WORD_LENGTH)  # fewer where letters are set apart
    short = count <= LONGEST_HEADING + 1
    if short and len(cells) == 1 and not line.text.endswith((".", ",")):
        found.append((text, line.words, 0))
    if short and len(cells) == 1 and (capitals := _capitals_before(line)):
        found.append((plain_heading(" ".join(word.text for word in line.words[:capitals])), line.words[:capitals], 0))
    label = label_of(line) or len(first.split())
    words, rest = line.words[:label], line.words[label:]
    if len(cells) > 1 and words and rest and not (len(cells) > _MOST_CELLS and look_of(words) == look_of(rest)):
        found.append((plain_heading(" ".join(word.text for word in words)), words, label))
    return found


def _capitals_before(line: Line) -> int:
    """How many words in capitals open a line that goes on in small letters: `SKILLS & tools at hand`."""
    texts = [word.text for word in line.words]
    count = next((at for at, text in enumerate(texts) if not (text.isupper() and text.isalpha())), 0)
    rest = [text for text in texts[count:] if any(map(str.isalpha, text))]
    return count if rest and all(text.islower() for text in rest) else 0


def label_of(line: Line) -> int:
    """How many words in the margin label a line, without the dates of a column of their own between both."""
    cell = len(line.text.split("\t")[0].split())
    dated = line.margin > cell and is_only_dates(" ".join(word.text for word in line.words[cell : line.margin]))
    return cell if dated else line.margin
