"""Lines of one section → its entries: where each begins, what it is, and when it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from gapcheck.resume.borders import ONE_LINERS, SERIAL_NUMBER, introduction, name_of_value, starts_of
from gapcheck.resume.dates import (
    completes,
    date_spans,
    dates_of,
    is_only_dates,
    printed_dates,
    without_dates,
)
from gapcheck.resume.dates_in_text import told_in_text
from gapcheck.resume.degrees import is_table_head, lists_dated
from gapcheck.resume.entry_blocks import (
    PARTS,
    Block,
    texts_of,
    with_both_spells,
    with_open_time,
    with_their_assignments,
    with_their_employer,
)
from gapcheck.resume.items import items_of
from gapcheck.resume.lexicon import HeadingLexicon
from gapcheck.resume.model import DateRange, Entry, EntryKind, Item, Place
from gapcheck.resume.rows import Row, rows_of
from gapcheck.taxonomy import EntryWords, SectionKind

_USUAL = {
    SectionKind.experience: EntryKind.job,
    SectionKind.projects: EntryKind.project,
    SectionKind.education: EntryKind.education,
    SectionKind.certifications: EntryKind.certificate,
    SectionKind.publications: EntryKind.publication,
    SectionKind.awards: EntryKind.award,
    SectionKind.activities: EntryKind.activity,
}
BESIDE = {
    SectionKind.experience: {
        SectionKind.education,
        SectionKind.certifications,
        SectionKind.awards,
        SectionKind.projects,
    },
    SectionKind.projects: {SectionKind.certifications, SectionKind.awards},
    SectionKind.education: {SectionKind.certifications},
}
"""What may stand among the entries of a section under a heading that names both: "Employment & Certificates"."""
_OPENING_WORDS = 2  # that say what was earned: "Certificate in ...", "Certified ..."
_DEGREES = ("bachelor", "master")  # a doctorate may be a post
_WITH_DEGREES = (SectionKind.experience, SectionKind.certifications)  # that may stand among others there
_POST_WORDS = 8  # of a line that names a post
_LEAVE_LINES = 3  # the title, and the lines of the head in which it stands or is broken off
_NAME_LINES, _NAME_WORDS = 2, 14  # of a certificate whose name did not fit on a line
_STUDIES = 6  # months

_LEADING_MARK = re.compile(r"^[^\w\"“(\[]+\s+")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_FURTHER_SENTENCE = re.compile(r";\s|(?:(?<=\)\.)|(?<=[a-z]{4}\.)|(?<=\d{4}\.)|(?<=, \.))\s+(?=[A-Z])")


def entries_of(
    kind: SectionKind,
    places: Sequence[Place],
    words: EntryWords,
    lexicon: HeadingLexicon,
    as_of: int,
    heading: str = "",
) -> tuple[Entry, ...]:
    """The section's entries in order; a section that has none is one entry of kind `text`."""
    if not places:
        return ()
    rows = rows_of(places, words) if kind in _USUAL or kind is SectionKind.interests else []
    if kind is SectionKind.interests and _tells_of_work(rows):
        kind = SectionKind.projects
    if kind not in _USUAL:
        items = items_of(places, words.prefixes, lists=kind is SectionKind.skills)
        return (Entry(EntryKind.text, "", items),)
    if kind is SectionKind.experience and (lead := introduction(rows, words)):
        return (_text(places[:lead], words), *entries_of(kind, places[lead:], words, lexicon, as_of, heading))
    bounds = [*starts_of(kind, rows, words, lexicon), len(rows)]
    opening = [_text(places[: bounds[0]], words)] if bounds[0] else []  # the head of a table
    blocks = [Block(rows[begin:end]) for begin, end in pairwise(bounds)]
    if kind is SectionKind.education:
        blocks = [part for block in blocks for part in _own_work_apart(block, words)]
    if kind is not SectionKind.education:
        blocks = list(with_their_employer(with_both_spells(blocks, words, as_of), words, as_of))
    if kind is SectionKind.experience:
        blocks = with_open_time(with_their_assignments(blocks, words, as_of))
    said = lexicon.says(heading)
    others = BESIDE.get(kind, set()).intersection(said.kinds if said else ())
    posts_only = SectionKind.projects in others or lexicon.holds_projects_too(heading)
    alone = len(blocks) == 1
    entries = (_entry(kind, block, words, as_of, alone=alone, posts_only=posts_only) for block in blocks)
    named = [_as_named(entry, block, others, words) for entry, block in zip(entries, blocks, strict=True)]
    return (*opening, *_with_one_that_goes_on(named, as_of))


def _tells_of_work(rows: Sequence[Row]) -> bool:
    """Whether a section of pastimes opens as one of projects does: a title that says when, and marked lines below."""
    return len(rows) > 1 and rows[0].dated and not rows[0].marked and rows[1].marked


def _text(places: Sequence[Place], words: EntryWords) -> Entry:
    return Entry(EntryKind.text, "", items_of(places, words.prefixes))


def _as_named(entry: Entry, block: Block, others: set[SectionKind], words: EntryWords) -> Entry:
    """The entry; under a heading that names degrees beside the work ("Education and Experience") it is one if it names
    one, or a school without any text, and no post. So is one of a line and no stretch of time a certificate or a prize.
    """
    text = block.rows[0].text
    listed = not any(row.body for row in block.rows) and words.names_a_school(text)
    studied = words.degree_level([text]) is not None or listed
    if SectionKind.education in others and studied and not words.names_a_post(text):
        return replace(entry, kind=EntryKind.education)
    if len(block.rows) > 1 or block.rows[0].is_range:
        return entry
    if SectionKind.certifications in others and entry.kind is EntryKind.education:
        taught = words.degree_level([text]) or words.names_a_school(text)
        return entry if taught else replace(entry, kind=EntryKind.certificate)
    if SectionKind.certifications in others and words.names_a_certificate(text):
        return replace(entry, kind=EntryKind.certificate)
    if SectionKind.awards in others and words.share(text, "prize"):
        return replace(entry, kind=EntryKind.award)
    return entry


def _entry(
    section: SectionKind, block: Block, words: EntryWords, as_of: int, *, alone: bool, posts_only: bool
) -> Entry:
    headed = len(block.rows) > 1 and is_table_head(block.rows[0].text, words)
    texts = texts_of(replace(block, rows=block.rows[1:]) if headed else block)
    texts = texts[next((at for at, text in enumerate(texts) if SERIAL_NUMBER.match(text)), 0) :]
    items = items_of([row.place for row in block.rows], words.prefixes)
    when = [block.spells] if block.spells else _labelled_time(block) or texts[block.when :]
    dates = dates_of(when, as_of)
    tells = section is SectionKind.experience and not (_is_introduction(block, words) and not alone)
    if tells and dates is None and (told := told_in_text(items, words)):
        when, dates = told, dates_of(told, as_of)
    rows = [row.text for row in reversed(block.rows) if not is_table_head(row.text, words)]
    labelled = dict(found for text in rows if (found := words.labelled(text)))
    named = labelled.get("post") or labelled.get("organisation") or ""
    named = "" if section is SectionKind.projects else named  # there a role is the writer's part in it
    below = _post_below(texts, words) if section is SectionKind.experience and not named else ""
    head = [items[0].text, *texts] if section in ONE_LINERS and _is_wrapped(items[0]) else texts
    title = _title([named or below, *head], words)
    kind = _kind(section, block, [title, *texts], dates, words, alone=alone, posts_only=posts_only)
    organisation = labelled.get("organisation") or (_title(texts, words) if below else _organisation(texts, words))
    return Entry(kind, title, items, dates, printed_dates(when), organisation)


def _with_one_that_goes_on(entries: Sequence[Entry], as_of: int) -> Sequence[Entry]:
    """The entries; a first job of which only the month is said that follows on the end of the next one, where all
    others say from when to when, goes on: nobody begins a job without a gap and leaves it in a month.
    """
    jobs = [one for one in entries if one.kind.is_work]
    if len(jobs) <= 1 or jobs[0] is not entries[0] or not all(map(_is_from_to, jobs[1:])):
        return entries
    (first, *_), dates, before = jobs, jobs[0].dates, jobs[1].dates
    if dates is None or dates.first is None or before is None or before.last is None or _is_from_to(first):
        return entries
    follows = dates.months == 1 and dates.first - before.last in (0, 1)
    since = DateRange(dates.first, as_of, as_of - dates.first + 1, open=True, ongoing=True)
    return [replace(first, dates=since), *entries[1:]] if follows else entries


def _is_from_to(entry: Entry) -> bool:
    return any(is_range for *_, is_range in date_spans(entry.printed))


def _labelled_time(block: Block) -> list[str]:
    """The range that a row of a labelled entry holds alone: `Period: 10/2019 - now`, whatever else its rows tell."""
    if not name_of_value(block.rows[0]):
        return []
    values = (row.text.partition(":")[2].strip() for row in block.rows if name_of_value(row))
    return [value for value in values if is_only_dates(value) and any(one for *_, one in date_spans(value))][:1]


def _is_introduction(block: Block, words: EntryWords) -> bool:
    """Whether nothing but running text that names no post stands where an entry would: `All since 2015 by Halm Ltd.`"""
    first = block.rows[0]
    told = all(row.body for row in block.rows) and not first.marked
    return told and not any(words.names_a_title(row.text) for row in block.rows)


def _title(texts: Sequence[str], words: EntryWords) -> str:
    """What the entry is called: its first line that says more than when it was, without its dates."""
    whole = (
        f"{text}\n{below}" if completes(text, below) else text  # the end of its date stands on the next line
        for text, below in zip_longest(texts, texts[1:], fillvalue="")
        if not is_only_dates(text) and not is_table_head(text, words)
    )
    told = map(without_dates, whole)
    named = next((text for text in told if any(map(str.isalnum, text))), " ".join(texts))
    return _LEADING_MARK.sub("", " ".join(SERIAL_NUMBER.sub("", named).split()))


def _post_below(texts: Sequence[str], words: EntryWords) -> str:
    """The post that the second line of a head names below an employer; empty where the first line names one, or none
    does.
    """
    lines = [without_dates(text) for text in texts if not is_only_dates(text)][:2]
    if len(lines) < 2 or words.names_a_post(lines[0]) or not words.names_a_post(lines[1]):
        return ""
    if words.kind_of(lines[0], SectionKind.experience) == EntryKind.internship:  # a post that no list names
        return ""
    return lines[1] if len(lines[1].split()) <= _POST_WORDS and not lines[1].endswith(".") else ""


def _is_wrapped(item: Item) -> bool:
    """Whether an item is one name on two lines."""
    return len(item.places) == _NAME_LINES and len(item.text.split()) <= _NAME_WORDS


def _kind(
    section: SectionKind,
    block: Block,
    texts: Sequence[str],
    dates: DateRange | None,
    words: EntryWords,
    *,
    alone: bool,
    posts_only: bool,
) -> EntryKind:
    """What an entry is: what its head says, else what its section holds; text where it has nothing of that."""
    if section is SectionKind.education:
        if named := words.opens_own_work(texts[0]):
            return EntryKind(named)
        first = block.rows[0]
        head = [row.text for row in block.rows if not row.body or (row is first and row.marked)]
        whole = " ".join(head) or texts[0]
        opening = " ".join(texts[0].split()[:_OPENING_WORDS])
        taught = words.names_a_school(opening) or words.names_a_full_time_course(opening)
        named_first = words.names_a_certificate(opening) and not taught
        if words.degree_level([whole]) or (words.names_a_school(whole) and not named_first) or _took_long(block, dates):
            return EntryKind.education
        if words.names_a_certificate(whole) or lists_dated(first.text):
            return EntryKind.certificate
        return EntryKind.education if dates is not None else EntryKind.text
    first_sentence = _FURTHER_SENTENCE.split("\n".join(texts))[0]
    named = words.kind_of(first_sentence, section)
    if named == EntryKind.thesis and section in _WITH_DEGREES and words.kind_of(texts[0], section) is None:
        named = None if _names_a_degree(texts, words) else named  # the thesis of a degree
    if named == EntryKind.internship and section is SectionKind.projects and dates is None:
        named = None  # where the project was done
    if named == EntryKind.leave:  # not where a job is about the leave of others
        opening = "\n".join(first_sentence.split("\n")[:_LEAVE_LINES])
        told = words.kind_of(opening, section) == EntryKind.leave and not words.names_a_post(texts[0])
        named = named if told else None
    if named is not None:
        return EntryKind(named)
    if section in _WITH_DEGREES and _names_a_degree(texts, words):
        return EntryKind.education
    if section is not SectionKind.experience:
        return _USUAL[section]
    if words.opens_with_a_certificate(texts[0]) and not any(row.marked for row in block.rows[1:]):
        return EntryKind.certificate
    sentence = first_sentence.replace("\n", " ")
    post = _IN_BRACKETS.sub("", sentence) if posts_only else sentence  # there a role is the writer's part in it
    held = words.names_a_post(post) or words.names_a_school(sentence)
    if posts_only and not held and not words.is_paid("\n".join(texts)):
        return EntryKind.project
    if any(words.labelled(row.text) for row in block.rows):
        return EntryKind.job
    marked, titled = block.rows[0].marked, any(map(words.names_a_title, texts))
    opens_with_text = block.rows[0].body and not marked
    is_text = marked and not titled if alone else opens_with_text
    return EntryKind.text if dates is None and is_text else EntryKind.job


def _took_long(block: Block, dates: DateRange | None) -> bool:
    """Whether what was studied took longer than courses do."""
    return dates is not None and any(row.is_range for row in block.rows) and dates.months >= _STUDIES


def _names_a_degree(texts: Sequence[str], words: EntryWords) -> bool:
    """Whether the head of an entry names a degree and its school and no post: a degree that stands among jobs."""
    return (
        words.degree_level(texts) in _DEGREES
        and any(map(words.names_a_school, texts))
        and not any(map(words.names_a_post, texts))
    )


def _organisation(texts: Sequence[str], words: EntryWords) -> str:
    """Who the entry was for: of the parts of the head's first lines, the first that names no post and no degree."""
    texts = [text.partition(":")[2] if words.labelled(text) else text for text in texts[:2]]
    parts = [part for text in texts for part in PARTS.split(without_dates(text)) if part.strip(" ()[]-–—|,")]
    named = [words.names_a_title(part) for part in parts]
    if True not in named or len(parts) < 2:
        return ""
    other = next((part for part, title in zip(parts, named, strict=True) if not title), "")
    return _LEADING_MARK.sub("", other).strip(" ()[],")


def _own_work_apart(block: Block, words: EntryWords) -> list[Block]:
    """A degree and, each from the line that says so, its thesis and larger projects."""
    rows = block.rows
    cuts = [index for index, row in enumerate(rows) if index and words.opens_own_work(row.text)]
    return [Block(rows[begin:end]) for begin, end in pairwise([0, *cuts, len(rows)])]
