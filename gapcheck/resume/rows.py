"""Lines of one section → rows that say of each line what it looks like and what it may be: a title, a date, a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gapcheck.documents import Line
from gapcheck.resume.dates import completes, date_spans, is_only_dates, states_length
from gapcheck.resume.items import leaves_open, opens_item
from gapcheck.resume.model import Place
from gapcheck.resume.told_lines import is_a_name, is_labelled_by_dates, is_told, tells_leave, told_jobs
from gapcheck.taxonomy import EntryWords

Look = tuple[float, bool]
"""Font size to half a point, and bold."""

_BEFORE_DATE, _BEFORE_BRACKET = 14, 24  # words at most stand before the date of a title, and before one in brackets
_PROSE = 9  # words from which a line may be running text
_SENTENCE = 6  # words from which a line with a full stop is one
_IN_BRACKETS = 2  # words before the year in which a firm began, or before the date with which a remark ends
_NEAR_A_REMARK = 2  # lines below the end of a remark in brackets that may hold the time of its entry
_LISTED = 3  # years on one line: a list of what was when
_LONGEST_REST = 4  # words of a title that did not fit on its line
_PLACE = 3  # words behind the time of an entry
_FULL = 0.75  # of the widest line: a line so long was broken by the margin
_INDENT = 6.0  # points
_SAME_EDGE = 2.0  # points
_SET_IN, _LARGER = 2.0, 1.2  # points right of a bullet; times its size: no text of it is set so large
_BESIDE = 0.15  # times the size that two lines overlap in height
_YEARS = re.compile(r"(?:19|20)\d\d")
_ENDED = re.compile(r"[.!?:;][\"”’)]?$")
_SENTENCE_INSIDE = re.compile(r"(?<![^\W\d_])[a-z]{3,}[.!?] +[A-Z]")  # not "Kestrel Foods Inc. Boston"
_OPENS = re.compile(r"(?:^|[\t|,;:(\[{/–—•·-]|\b(?:from|since))\s*$", re.IGNORECASE)
_CLOSES = re.compile(r"^\s*(?:$|[\t|,;:)\]}/–—•·.-])")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section. `dated`: it says when an entry was; `bare`: and nothing else; `is_range`: from and to.
    `body`: it belongs to the text of an entry, rather than to its head. `late_date`: the date at the right edge beside
    a text, which is that of the head above. `completes`: it ends a range that the line above begins. `remarks`: its
    date ends a remark in brackets.
    """

    place: Place
    look: Look
    marked: bool
    dated: bool
    bare: bool
    is_range: bool
    body: bool
    late_date: str = ""
    completes: bool = False
    remarks: bool = False

    @property
    def text(self) -> str:
        """The line's text."""
        return self.place.line.text

    @property
    def closes(self) -> bool:
        """Whether the line can be the last one of an entry that ends with its time: that, and where it was at most."""
        if self.bare or not self.is_range:
            return self.bare
        begin, end, _ = next(iter(date_spans(self.text)), (0, 0, False))
        before, behind = self.text[:begin].strip(), self.text[end:].strip()
        placed = before.endswith(",") and not behind and len(before.split()) <= _PLACE
        return placed or (bool(end) and not before and len(behind.split()) <= _PLACE)


def rows_of(places: Sequence[Place], words: EntryWords) -> list[Row]:
    """The lines as rows."""
    widths = [place.line.x1 - place.line.x0 for place in places if "\t" not in place.line.text]
    page = _Page(max(widths, default=0.0), _edges(places), words)
    found: list[Row] = []
    bullet: Place | None = None
    titled = date_first = False
    jobs = told_jobs(places, words)
    for index, place in enumerate(places):
        previous = found[-1] if found else None
        icon = previous is not None and _is_icon(place, previous)
        timed = place.line.text.partition(" ")[2] if icon else words.behind_label_of_time(place.line.text)
        dated, bare, is_range = _date(timed)
        marked = opens_item(place) and not icon
        if marked:
            bullet = place
        noted = date_first and _closes_with_bracket(place.line.text)
        in_sentence = titled and index not in jobs and (noted or is_told(place.line.text, words))
        in_sentence = in_sentence and not tells_leave(place.line.text, words)
        told = bare and is_range and not (previous is not None and previous.body and leaves_open(previous.text))
        after_text = told and previous is not None and previous.body and _ENDED.search(previous.text) is not None
        ends_range = dated and previous is not None and not after_text and completes(previous.text, place.line.text)
        remarked = not (is_range or ends_range) and _is_remark(places, index)
        if remarked or in_sentence or (previous is not None and _is_in_a_name(place.line.text, previous)):
            dated = is_range = False
            bare = bare and not remarked
        ends_sentence = bare and previous is not None and _ends_sentence(place.line.text, previous, words, is_range)
        if ends_range or ends_sentence:
            dated = bare = told = is_range = False
        if ends_range and previous is not None and not previous.dated and _may_be_head(found, place, words):
            found[-1] = replace(previous, dated=True, is_range=True, body=False)
        labels = not dated and stands_beside(places, index)
        opens_text = in_sentence and _opens_with_date(place.line.text)
        goes_on = not told and _is_body(place, previous, bullet, page, dated=dated, is_range=is_range)
        body = marked or labels or opens_text or goes_on
        if not body:
            bullet = None
        late = _late_date(place.line.text) if body else ""
        found.append(Row(place, look_of(place), marked, dated, bare, is_range, body, late, ends_range, remarked))
        text = place.line.text
        labelled = bare or place.line.margin > 0 or not (is_told(text, words) or _ENDED.search(text))
        date_first = date_first or (is_range and not (body or titled) and _opens_with_date(text))
        titled = titled or (is_range and not body and labelled)
    return _with_long_heads(found, page, words)


def _may_be_head(rows: Sequence[Row], below: Place, words: EntryWords) -> bool:
    """Whether the last of the rows, whose time ends on the line below it, is no text, or opens that of a job that is
    told in sentences: names before the time, as a sentence of their own, and an ended sentence above.
    """
    *above, row = rows
    if not row.body:
        return True
    begin, _, is_range = next(iter(date_spans(f"{row.text}\n{below.line.text}")), (0, 0, False))
    named = row.text[:begin].rstrip()
    ended = not above or _ENDED.search(above[-1].text.rstrip())
    return bool(ended) and is_range and not row.marked and named.endswith(".") and is_a_name(named, words)


def _with_long_heads(rows: list[Row], page: _Page, words: EntryWords) -> list[Row]:
    """The rows; two full lines below a list, of which the second ends with a range, are the head of an entry."""
    for index in range(1, len(rows)):
        first, second = rows[index - 1 : index + 1]
        line, below = first.place.line, second.place.line
        ends = second.completes or (second.is_range and (second.body or _goes_on(first.text, words)))
        if not (ends and first.body) or second.marked or first.marked or first.dated:
            continue
        (_, end, _) = date_spans(second.text)[-1]
        together = abs(line.x0 - below.x0) < _SAME_EDGE and line.column == below.column
        named = second.bare and words.names_a_post(first.text) and _ENDED.search(rows[index - 2].text)
        opens = index == 1 or named or _ends_list(rows[index - 2], first, page.widest, words)
        if opens and together and not any(map(str.isalnum, second.text[end:])) and not _ENDED.search(first.text):
            begun = second.completes
            rows[index - 1] = replace(first, body=False, dated=begun, is_range=begun)
            rows[index] = replace(second, body=False)
    return rows


def _ends_list(row: Row, following: Row, widest: float, words: EntryWords) -> bool:
    """Whether a row is the last one of a list, and the unmarked one below it begins something new."""
    listed = row.marked or row.place.line.x0 > following.place.line.x0 + _INDENT
    wraps = _is_full(row.place, widest) and not _ENDED.search(row.text)
    return listed and not wraps and not _goes_on(row.text, words) and following.text[:1].isupper()


def stands_beside(places: Sequence[Place], index: int) -> bool:
    """Whether a line stands between the heights of two lines to its right: it labels them from the margin."""
    line = places[index].line
    for other in (*places[max(0, index - 1) : index], *places[index + 1 : index + 2]):
        right = other.page == places[index].page and other.line.x0 >= line.x1
        edge = _BESIDE * line.size
        if right and other.line.top < line.bottom - edge and other.line.bottom > line.top + edge:
            return True
    return False


def look_of(place: Place) -> Look:
    """How a line is set."""
    return round(place.line.size * 2) / 2, place.line.bold


@dataclass(frozen=True, slots=True)
class _Page:
    """How wide the widest line of a section is, where its columns begin, and the words that tell lines apart."""

    widest: float
    edges: dict[tuple[int, int], float]
    words: EntryWords


def _edges(places: Sequence[Place]) -> dict[tuple[int, int], float]:
    """Where the unmarked lines of each column of each page usually begin at the left."""
    found: dict[tuple[int, int], float] = {}
    for place in places:
        if not opens_item(place):
            key = place.page, place.line.column
            found[key] = min(found.get(key, place.line.x0), place.line.x0)
    return found


def _is_body(
    place: Place, previous: Row | None, bullet: Place | None, page: _Page, *, dated: bool, is_range: bool
) -> bool:
    """Whether an unmarked line goes on with a text, or is running text by itself."""
    line, words, widest = place.line, page.words, page.widest
    if words.is_tool_line(line.text):
        return True
    if previous is None:
        return not dated and _is_prose(place, widest) and not line.bold
    if line.margin and (dated or words.labelled(line.text)):
        return False
    before = previous.text.rstrip()
    same_column = previous.place.line.column == line.column
    hanging = same_column and line.x0 > page.edges.get((place.page, line.column), line.x0) + _INDENT
    below_mark = bullet is not None and _hangs_from(bullet.line, line)
    wrapped = _is_full(previous.place, widest) and not line.bold and "\t" not in line.text
    if below_mark and (not dated or (wrapped and previous.body)):
        return True
    if dated:
        goes_on = line.text.split()[0] in words.open_words and not is_labelled_by_dates(line.text)
        opens_with_date = _opens_with_date(line.text) and not goes_on
        begun = line.text[:1].islower() and not opens_with_date and same_column and not _ENDED.search(before)
        told = hanging and _is_prose(place, widest) and not opens_with_date
        rest = wrapped and not is_range and line.text.rstrip().endswith(".") and not _ENDED.search(before)
        left_open = _goes_on(before, words) and not _late_date(line.text)
        return previous.body and (begun or told or rest or left_open) and not line.bold
    if previous.body and _goes_on(before, words):
        return not line.bold or previous.place.line.bold
    if line.text[:1].islower() and not line.bold:
        wraps = _is_full(previous.place, widest) and len(line.text.split()) <= _LONGEST_REST
        told = previous.dated and _opens_with_date(previous.text) and _is_prose(previous.place, widest)
        told = told or (previous.dated and len(previous.text.rpartition("\t")[0].split()) >= _PROSE)
        return previous.body or told or not (previous.dated or wraps)
    if previous.body and not previous.marked and hanging and not line.bold:
        return True
    if previous.body and not previous.marked and not line.bold and _is_full(previous.place, widest):
        goes_on = not _ENDED.search(before) and look_of(place) == previous.look
        return goes_on or _is_prose(place, widest)
    return _is_prose(place, widest) and not line.bold


def _hangs_from(bullet: Line, line: Line) -> bool:
    """Whether a line is set in from a bullet above it, and neither larger than that nor bold below a plain one."""
    stands_out = line.size >= _LARGER * bullet.size or (line.bold and not bullet.bold)
    return line.x0 > bullet.x0 + _SET_IN and line.column == bullet.column and not stands_out


def _is_icon(place: Place, previous: Row) -> bool:
    """Whether the mark of a line stands for its date, as a picture of a calendar does below a title."""
    if previous.body or previous.dated or not opens_item(place):
        return False
    return is_only_dates(place.line.text.partition(" ")[2].partition("\t")[0])


def _goes_on(before: str, words: EntryWords) -> bool:
    """Whether a line can't end like this."""
    return before.endswith(("-", ",", "/", "&")) or before.rpartition(" ")[2] in words.open_words or leaves_open(before)


def _is_full(place: Place, widest: float) -> bool:
    return place.line.x1 - place.line.x0 >= _FULL * widest and "\t" not in place.line.text


def _is_prose(place: Place, widest: float) -> bool:
    """Whether a line is running text: long and full, or a sentence."""
    text = place.line.text
    count = len(text.split())
    if "\t" in text or "|" in text:
        return False
    return (count >= _PROSE and _is_full(place, widest)) or (count >= _SENTENCE and text.rstrip().endswith("."))


def _late_date(text: str) -> str:
    """The range alone in the last cell of a line."""
    before, tab, last = text.rpartition("\t")
    _, bare, is_range = _date(last) if tab and before else (False, False, False)
    return last if bare and is_range else ""


def _date(text: str) -> tuple[bool, bool, bool]:
    """Whether a line says when an entry was, whether it says nothing else, and whether that is a range."""
    spans = date_spans(text)
    if not spans:
        return False, False, False
    if is_only_dates(text):
        return True, True, any(is_range for *_, is_range in spans)
    years = _YEARS.findall(text) if not any(is_range for *_, is_range in spans) else []
    if len(years) >= _LISTED and ":" in text[: spans[0][0]]:
        return False, False, False  # "Tours: Harbour 2012, Hills 2014 and Lakes 2019"
    for begin, end, is_range in spans:
        before = text[:begin]
        bracketed = is_range and before.endswith("(") and text[end:].strip() == ")"
        alone = is_range and before.endswith("\t") and not text[end:].strip()
        told = _SENTENCE_INSIDE.search(before) and not alone
        if len(before.split()) > (_BEFORE_BRACKET if bracketed else _BEFORE_DATE) or told:
            continue
        opens = bool(_OPENS.search(before))
        closes = bool(_CLOSES.match(text[end:])) or states_length(text[end:])  # "2024 (2 months)"
        closes = closes or is_only_dates(text[begin:])
        if is_range or (opens and closes) or (closes and not _ENDED.search(text)) or not before.strip():
            return True, False, is_range
    return False, False, False


def _is_in_a_name(text: str, above: Row) -> bool:
    """Whether a line below one with a whole time holds a single year that is none of a job: in brackets behind a
    name, as the age of a firm (`Lark Books (since 1998), Bruges`), or as part of a name, and later than the job
    (`Garden Expo 2023, Arnhem`).
    """
    spans = date_spans(text)
    if len(spans) != 1 or not above.is_range:
        return False
    begin, end, _ = spans[0]
    years = _YEARS.findall(text[begin:end])
    if len(years) != 1 or not text[:begin].strip(" ("):
        return False
    in_name = text[begin:end] == years[0] and text[:begin].rstrip()[-1:].isalpha() and text[end:][:1] in ("", ",")
    is_later = years[0] > max(_YEARS.findall(above.text), default=years[0])
    opening, _, before = text[:begin].rpartition("(")  # "(since 1998)", "(founded 2001)"
    in_brackets = bool(opening) and text[end:][:1] == ")" and len(before.split()) <= _IN_BRACKETS
    return in_brackets or (in_name and is_later)


def _is_remark(places: Sequence[Place], index: int) -> bool:
    """Whether the date of a line ends a remark in brackets, which may begin on the line above, beside a range near it
    that is the time: `MSc (evenings, likely until` / `May 2028)` / `since 2026`.
    """
    text = places[index].line.text
    begin, end, _ = next(iter(date_spans(text)), (0, 0, False)) if ")" in text else (0, 0, False)
    if not text[end:].lstrip().startswith(")"):
        return False
    above = places[index - 1].line.text if index else ""
    _, opening, before = text[:begin].rpartition("(")
    below = [place.line.text for place in places[index + 1 : index + 1 + _NEAR_A_REMARK]]
    remarked = len(before.split()) >= _IN_BRACKETS if opening else leaves_open(above)
    return remarked and any(is_range for one in (above, *below) for *_, is_range in date_spans(one))


def _opens_with_date(text: str) -> bool:
    return any(begin == 0 for begin, *_ in date_spans(text))


def _closes_with_bracket(text: str) -> bool:
    """Whether a sentence ends with a range in brackets: where titles open with theirs, a note inside of an entry."""
    begin, end, is_range = next(iter(date_spans(text)), (0, 0, False))
    return is_range and text[:begin].endswith("(") and text[end:].strip() == ")."


def _ends_sentence(text: str, previous: Row, words: EntryWords, is_range: bool) -> bool:
    """Whether a line of nothing but dates is the end of what the line above tells."""
    if not is_range:
        return _goes_on(previous.text, words)
    open_text = previous.body and not _ENDED.search(previous.text)
    return open_text and text[:1].islower() and text.rstrip().endswith(".")


def usual_look(rows: Sequence[Row]) -> Look | None:
    """How the text of the entries is set."""
    looks = Counter(row.look for row in rows if row.body)
    return looks.most_common(1)[0][0] if looks else None


def title_in(rows: Sequence[Row], begin: int, dated: int, usual: int, titles: set[Look]) -> int:
    """The row from `begin` to the `dated` one that looks like a title, where others do not; else the `usual` one."""
    alike = [index for index in range(begin, dated + 1) if rows[index].look in titles]
    if alike and len(alike) < dated + 1 - begin:
        run = alike[-1]
        while run - 1 in alike:
            run -= 1
        return run
    return usual
