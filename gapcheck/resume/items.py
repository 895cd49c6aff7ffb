"""Lines of one entry → items: bullets with their continuations, paragraphs, lines of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gapcheck.documents import Line
from gapcheck.documents.layout.reading_order import is_bullet
from gapcheck.documents.pdf.drawn_ratings import is_scale
from gapcheck.resume.dates import has_date
from gapcheck.resume.model import Item, Place

_NUMBERED = re.compile(r"^(?:\[\d{1,2}\]|\(?\d{1,2}[.)])$")
_SPACED = "␣"  # how some fonts hand out the space behind a mark
_GLUED = re.compile(r"^[^\w\s\ue000-\uefff][^\W\d_]{2}")
"""A mark set without a space before its text: `→Cleaned`; not a capital that its font draws and does not name."""
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)]?$")
_LABEL = re.compile(r"^[A-Z][\w&/ +-]{1,30}:(?:\s|$)")
_SPOKEN_LABEL = re.compile(r"^[A-Z][^\W_]+(?:,? [a-z'’]+){2,10}:\s")  # of a row: `Not yet, but the book is there: R`
_BRACKETS = (("(", ")"), ("[", "]"))
_LABEL_WORDS = 4
_LIST_MARK = re.compile(r"[·•|,;]")
_LIST_COMMAS = 2  # of a line that is a list
_INDENT = 2.0  # points
_ALIKE, _BOLD_ALIKE = 1.2, 0.7  # points that lines of one item differ in size; a title and a label below are both bold
_FULL_LINE = 0.80  # of the widest line of the entry: a line this long was broken by the margin, not by the writer


def opens_item(place: Place) -> bool:
    """Whether a line starts with a bullet, a number or a dash."""
    return bool(mark_of(place))


def mark_of(place: Place) -> str:
    """The bullet or dash that opens a line, `1` for any number; empty where none does."""
    line = place.line
    words = line.body
    if line.margin == 1 and is_mark(line.words[0].text):
        words = line.words
    elif "\t" in line.text:
        label, _, rest = line.text.partition("\t")
        if len(rest.split()) > 1 and is_bullet(rest.split()[0]) and not has_date(label):  # a label beside a list
            words = line.words[len(label.split()) :]
    first = words[0].text
    if len(words) > 1 and is_mark(first):
        return "1" if _NUMBERED.match(first) else first
    return first[0] if _GLUED.match(first) and is_mark(first[0]) else ""


@lru_cache(maxsize=1000)
def is_mark(text: str) -> bool:
    """Whether a word is a bullet, a number or a dash that opens an item."""
    return is_bullet(text.rstrip(_SPACED)) or bool(_NUMBERED.match(text))


def items_of(places: Sequence[Place], hyphen_prefixes: frozenset[str], *, lists: bool = False) -> tuple[Item, ...]:
    """The lines as items. In `lists` every line is an item unless it plainly goes on the one above."""
    groups: list[list[Place]] = []
    widest = max((place.line.x1 - place.line.x0 for place in places), default=0.0)
    for place in places:
        if groups and _continues(groups[-1], place, widest, lists):
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(_labelled(groups, hyphen_prefixes) if lists else (_item(group, hyphen_prefixes) for group in groups))


def _labelled(groups: Sequence[Sequence[Place]], hyphen_prefixes: frozenset[str]) -> Iterator[Item]:
    """The items of a list, those below a title of their own as `title, tab, item`: the title speaks of all of them."""
    label: Place | None = None
    for group, following in zip(groups, [*groups[1:], ()], strict=True):
        if _is_title(group, following):
            label = group[0]
        elif label is not None and not group[0].line.bold and group[0].line.column == label.line.column:
            item = _item(group, hyphen_prefixes)
            title = label.line.text.rstrip(" :") + "\t"
            starts = (0, *(start + len(title) for start in item.starts))
            yield Item(title + item.text, (label, *item.places), starts, item.bullet)
        else:
            label = None
            yield _item(group, hyphen_prefixes)


def _is_title(group: Sequence[Place], following: Sequence[Place]) -> bool:
    """Whether a line names the group of what follows: alone, short and bold above lines that are not."""
    line = group[0].line
    return (
        len(group) == 1
        and bool(following)
        and line.bold
        and not following[0].line.bold
        and following[0].line.column == line.column
        and len(line.body) <= _LABEL_WORDS
        and not any(mark in line.text for mark in ",\t|")
    )


def _continues(group: Sequence[Place], place: Place, widest: float, lists: bool) -> bool:
    before, line = group[-1].line, place.line
    alike = _BOLD_ALIKE if line.bold and before.bold else _ALIKE
    if opens_item(place) or line.margin or abs(line.size - before.size) > alike:
        return False
    text = before.text.rstrip()
    if is_scale(line.text):  # a rating drawn below the name of its skill
        return True
    starts_lower = line.text[:1].islower()
    if _is_bare_label(text) and not _LABEL.match(line.text):
        return True
    if starts_lower and _is_bare_label(_LIST_MARK.split(text)[-1]):  # `SQL · Git · Julia:` / `next spring`
        return True
    if text.endswith(("-", ",", "/", "&")) or (starts_lower and not _SENTENCE_END.search(text)):
        return True
    if leaves_open(text) and _closes(line.text):
        return True
    first = group[0]
    if opens_item(first):
        return line.x0 > first.line.x0 + _INDENT or starts_lower or _hangs(first.line, before, line, widest)
    if lists:
        indented = line.x0 > first.line.x0 + _INDENT or _is_broken_list(before, line, widest)
        is_labelled = _LABEL.match(line.text) or _SPOKEN_LABEL.match(line.text)
        return indented and not is_labelled and "\t" not in before.text.strip()
    if line.bold != before.bold or _LABEL.match(line.text):
        return False
    return before.x1 - first.line.x0 >= _FULL_LINE * widest and "\t" not in before.text and not before.margin


def _hangs(first: Line, before: Line, line: Line, widest: float) -> bool:
    """Whether a line stands below the text of a mark in the margin, and the line above is full."""
    below = bool(first.margin) and abs(line.x0 - first.x0) <= _INDENT and line.bold == before.bold
    return below and before.x1 - first.x0 >= _FULL_LINE * widest


def leaves_open(text: str) -> bool:
    """Whether a bracket is open at the end of a line: the next line goes on."""
    return any(text.rfind(opens) > text.rfind(closes) for opens, closes in _BRACKETS)


def _closes(text: str) -> bool:
    """Whether the first bracket of a line closes one that was opened above it."""
    first = next((char for char in text if any(char in pair for pair in _BRACKETS)), "")
    return bool(first) and any(first == closes for _, closes in _BRACKETS)


def _is_broken_list(before: Line, line: Line, widest: float) -> bool:
    """Whether a list with commas was broken by the margin: inside of a name, where no comma stands at its end."""
    return (
        before.text.count(",") >= _LIST_COMMAS
        and "," in line.text
        and before.x1 - before.x0 >= _FULL_LINE * widest
        and before.bold == line.bold
        and "\t" not in line.text
    )


def _is_bare_label(text: str) -> bool:
    """Whether a line is nothing but the label of what follows: `Not yet:`."""
    return text.endswith(":") and len(text.rstrip(" :").split()) <= _LABEL_WORDS


def _item(group: Sequence[Place], hyphen_prefixes: frozenset[str]) -> Item:
    text = ""
    starts = []
    for place in group:
        part = place.line.text
        if text:
            text = _joint(text, part, hyphen_prefixes)
        starts.append(len(text))
        text += part
    return Item(text, tuple(group), tuple(starts), opens_item(group[0]))


def _joint(text: str, part: str, hyphen_prefixes: frozenset[str]) -> str:
    """`text` as it stands before `part`: with a space, or with a hyphen at its end kept or taken away."""
    if not text.endswith("-") or len(text) < 2 or not text[-2].isalnum():
        return text + " "
    fragment = re.split(r"[\s(/\"“]", text[:-1])[-1]
    if part[:1].islower() and "-" not in fragment and fragment.lower() not in hyphen_prefixes:
        return text[:-1]
    return text
