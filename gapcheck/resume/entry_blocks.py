"""Rows of a section, cut where its entries begin → blocks: those of one job together, whatever times its rows say.

A post and its employer may each say a time, an employer how long all posts there took, and what is set in from a job
what was done there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from gapcheck.resume.dates import date_spans, dates_of, printed_dates, without_dates
from gapcheck.resume.model import months_covered
from gapcheck.resume.rows import Row
from gapcheck.taxonomy import EntryWords

_HEAD_LINES = 4
_YEAR = 12  # months
_ANY_YEAR = 2000
_SET_IN = 6.0  # points that an assignment stands right of the job that it was part of
_POSTS = 2  # below an employer that says as much as they do
_TOTAL_LINES = 2  # an employer, and how long all posts there took

_DASH = re.compile(r" ?[-–] +[^\W\d_]")  # behind the month in which an entry begins
_DASH_OF_YEAR = re.compile(r"[-–] [^\W\d_]")
PARTS = re.compile(r"\s*(?:\t|\||·|•| [-–—] |,(?=\s)|\bat\b|@)\s*")
"""What parts the post from the employer in a line."""


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one entry; its dates stand from row `when` on, or are the `spells`, which stand on several rows."""

    rows: Sequence[Row]
    when: int = 0
    spells: str = ""


def with_both_spells(blocks: Sequence[Block], words: EntryWords, as_of: int) -> list[Block]:
    """The blocks; a post and, on the next row, its employer with a time of its own are one entry of two spells, and an
    employer with the post that was reached there is one entry.
    """
    found: list[Block] = []
    for block in blocks:
        before = found[-1] if found else None
        if before is not None and len(before.rows) == 1 and _is_spell(before.rows[0], block.rows[0], words, as_of):
            spells = ", ".join(printed_dates([row.text]) for row in (before.rows[0], block.rows[0]))
            found[-1] = Block([*before.rows, *block.rows], spells=spells)
        elif before is not None and len(before.rows) == 1 and _is_rise(before.rows[0], block.rows[0], words, as_of):
            found[-1] = Block([*before.rows, *block.rows])
        else:
            found.append(block)
    return found


def _is_spell(post: Row, employer: Row, words: EntryWords, as_of: int) -> bool:
    """Whether a row names nothing but a post and its time, and the next one an employer and another time."""
    if not (post.is_range and employer.is_range) or post.body or employer.body or employer.bare:
        return False
    named = words.names_a_post(post.text) and not words.names_a_post(employer.text)
    if not named or len(PARTS.split(without_dates(post.text))) > 1:
        return False
    one, other = (dates_of([row.text], as_of) for row in (post, employer))
    return one is not None and other is not None and months_covered([one, other]) == one.months + other.months


def _is_rise(employer: Row, post: Row, words: EntryWords, as_of: int) -> bool:
    """Whether a row names an employer and a time that has ended, and the next one a post "since" a day within it."""
    if employer.body or words.names_a_post(employer.text) or not words.names_a_post(post.text):
        return False
    whole, part = (dates_of([row.text], as_of) for row in (employer, post))
    if whole is None or part is None or whole.ongoing or not part.ongoing or len(PARTS.split(post.text)) > 1:
        return False
    known = whole.first is not None and whole.last is not None and part.first is not None
    return known and whole.first <= part.first <= whole.last  # type: ignore[operator]


def with_their_assignments(blocks: Sequence[Block], words: EntryWords, as_of: int) -> list[Block]:
    """The blocks; what is set in from a job, lies within its time and names no post is what was done there."""
    found: list[Block] = []
    for block in blocks:
        if found and _is_assignment(found[-1], block, words, as_of):
            job = found[-1]
            printed = job.spells or printed_dates(texts_of(job)[job.when :])
            found[-1] = Block([*job.rows, *block.rows], job.when, printed)
        else:
            found.append(block)
    return found


def with_open_time(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a first or last one that opens with the time of its beginning and a dash goes on where others open
    with a range: `2023- Cook`, `10.2022 - Cook`. In `2023 - Cook` the dash may only part the year from the post.
    """
    found = list(blocks)
    opening = [next(iter(date_spans(block.rows[0].text)), (-1, -1, False)) for block in blocks]
    if not any(begin == 0 and is_range for begin, _, is_range in opening):
        return found
    for at in {0, len(blocks) - 1}:
        (begin, end, is_range), text = opening[at], blocks[at].rows[0].text
        goes_on = _DASH_OF_YEAR if text[:end].isdigit() else _DASH
        if begin == 0 and not is_range and (dash := goes_on.match(text, end)) and not _is_month(text[dash.end() - 1 :]):
            found[at] = replace(blocks[at], spells=f"{text[:end]} -")
    return found


def _is_month(text: str) -> bool:
    """Whether a text begins with the name of a month."""
    spans = date_spans(f"{text.split()[0]} {_ANY_YEAR}")
    return bool(spans) and spans[0][0] == 0


def _is_assignment(job: Block, block: Block, words: EntryWords, as_of: int) -> bool:
    head, first = job.rows[0].place, block.rows[0].place
    if first.page != head.page or first.line.column != head.line.column:
        return False
    listed = _names_a_list(job.rows) and not _ends_list(job.rows, block, words)
    if not listed and (
        first.line.x0 < head.line.x0 + _SET_IN
        or any(map(words.names_a_post, texts_of(block)))
        or not any(map(words.names_a_post, texts_of(job)))
    ):
        return False
    whole, part = (dates_of([one.spells] if one.spells else texts_of(one)[one.when :], as_of) for one in (job, block))
    if whole is None or part is None or None in (whole.first, whole.last, part.first, part.last):
        return False
    step = _YEAR if listed else 1  # a list is often told in years
    return whole.first // step <= part.first // step and part.last // step <= whole.last // step  # type: ignore[operator]


def _ends_list(rows: Sequence[Row], block: Block, words: EntryWords) -> bool:
    """Whether a block names a post, and none of those that the list above it holds does: it is another job."""
    name = next(at for at in range(len(rows) - 1, -1, -1) if rows[at].text.rstrip().endswith(":"))
    held = [row.text for row in rows[name + 1 :]]
    return bool(held) and not any(map(words.names_a_post, held)) and any(map(words.names_a_post, texts_of(block)))


def _names_a_list(rows: Sequence[Row]) -> bool:
    """Whether a job ends with a name and a colon, `Clients:`, below which each line opens with its time."""
    names = [row for row in rows[1:] if not date_spans(row.text)[:1] or date_spans(row.text)[0][0]]
    return bool(names) and names[-1].text.rstrip().endswith(":")


def with_their_employer(blocks: Sequence[Block], words: EntryWords, as_of: int) -> Iterator[Block]:
    """The blocks; one that only names an employer and the length of the posts below is the head of the first post."""
    employer: Block | None = None
    for after, block in enumerate(blocks, start=1):
        if employer is None and _is_total(block, blocks[after : after + _POSTS], words, as_of):
            employer = block
            continue
        if employer is not None:
            yield Block([*employer.rows, *block.rows], len(employer.rows))
            employer = None
        else:
            yield block


def _is_total(block: Block, below: Sequence[Block], words: EntryWords, as_of: int) -> bool:
    """Whether a block says nothing but an employer and the time of the posts below it. One that says as much as the
    post below is none, but where two lie within its time and both name a post.
    """
    if not below or len(block.rows) > _TOTAL_LINES or any(row.body for row in block.rows) or block.rows[0].bare:
        return False
    if words.names_a_title(block.rows[0].text):
        return False
    said, *_ = parts = [len(PARTS.split(without_dates(one.rows[0].text))) for one in (block, below[0])]
    if 1 < said == parts[1]:
        posts = len(below) == _POSTS and all(words.names_a_post(one.rows[0].text) for one in below)
        return posts and all(_is_of_total(block, one, as_of) for one in below)
    return _is_of_total(block, below[0], as_of)


def _is_of_total(block: Block, following: Block, as_of: int) -> bool:
    """Whether the time of a block lies within that of another, and is shorter."""
    whole, part = (dates_of(texts_of(one), as_of) for one in (block, following))
    if whole is None or part is None or part.first is None or part.last is None or following.rows[0].bare:
        return False
    if whole.first is None or whole.last is None:
        return part.months <= whole.months
    last = whole.last + _YEAR * whole.is_of_whole_years  # "2009 - 2023": into its last year
    return whole.first <= part.first and part.last <= last and whole.months > part.months


def texts_of(block: Block) -> list[str]:
    """The texts of the entry's head, up to its first bullet or paragraph; all of one that opens it."""
    opens_with_text = block.rows[0].body
    found: list[str] = []
    for index, row in enumerate(block.rows[:_HEAD_LINES]):
        if index and (row.marked or (row.body and not opens_with_text)) and not row.completes:
            break
        found.append(row.text)
    if not any(row.dated for row in block.rows[: len(found)]):
        head = takewhile(lambda row: not row.body, block.rows)
        found += [row.text for row in head if row.dated][:1]  # in a head that is longer than usual
        found += [row.late_date for row in block.rows[: len(found) + 1] if row.late_date]
        found += [row.text for row in block.rows[len(found) :][-1:] if row.bare]  # below the text
    return found
