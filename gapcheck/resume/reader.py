"""A `Document` → a `Resume`: sections by their headings, entries with titles and dates, items of text."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date

from gapcheck.documents import Document
from gapcheck.documents.pdf.drawn_ratings import is_scale
from gapcheck.resume.broken_dates import dates_in_one_piece
from gapcheck.resume.column_order import order_of_columns
from gapcheck.resume.date_forms import month_number
from gapcheck.resume.dates import date_spans, dates_in, grammar_of, is_only_dates
from gapcheck.resume.edge_times import is_at_the_edge
from gapcheck.resume.entries import entries_of
from gapcheck.resume.event_rows import events_as_ranges
from gapcheck.resume.filled_forms import without_box_labels
from gapcheck.resume.heading_looks import says_when
from gapcheck.resume.heading_model import heading_features, load_heading_model
from gapcheck.resume.headings import Heading, find_headings
from gapcheck.resume.heads_of_entries import heads_of, told_by_month, with_jobs_set_alike
from gapcheck.resume.jobs_told_twice import jobs_told_once
from gapcheck.resume.labels_beside import labels_at_their_text
from gapcheck.resume.language import languages_of
from gapcheck.resume.lexicon import HeadingLexicon, lexicon
from gapcheck.resume.marks_apart import marks_at_their_text
from gapcheck.resume.model import EntryKind, KnownBy, Place, Resume, Section
from gapcheck.resume.name_line import name_line
from gapcheck.resume.run_in_headings import run_in_headings_apart
from gapcheck.resume.sections import degrees_apart, parts_of
from gapcheck.resume.sections_together import sections_together
from gapcheck.resume.side_by_side import below_their_headings
from gapcheck.resume.stated import stated_sections
from gapcheck.resume.unheaded_jobs import holds_jobs, with_unheaded_jobs, with_work_of_years
from gapcheck.resume.unnamed_letters import with_named_letters
from gapcheck.taxonomy import EntryWords, SectionKind, Taxonomy
from gapcheck.taxonomy.in_languages import in_languages

_PUNCTUATION = ".,;:()[]“”\"'"
_DASHES = ("-", "–", "—", "−")
_FRAGMENT = 4  # letters: shorter words in a text are as often pieces of longer ones
_HEAD_LINES = 4  # of an entry
_FEWEST_POSTS = 2  # under a heading that nobody knows, beside one that need not be of jobs
_WITH_ENTRIES = (SectionKind.experience, SectionKind.projects, SectionKind.education, SectionKind.activities)
_CONTACT = re.compile(r"^\S+@\S+\.\w+$|^(?:https?://|www\.)\S+$")
_LISTED = re.compile(r"[,;|·•\t]")
_PHONE = re.compile(r"^\+?[\d ()/-]{8,}$")


def lines_to_read(document: Document) -> list[Place]:
    """The document's lines without headers, footers, contact details and lines of mere marks, but for dashes between
    dates.
    """
    places = [
        Place(page.number, line)
        for page in document.pages
        for line in page.lines
        if not line.running
        and not _CONTACT.match(line.text)
        and not (_PHONE.match(line.text) and not is_only_dates(line.text))
    ]
    marked = marks_at_their_text(places)
    return [place for at, place in enumerate(marked) if _says_something(place) or _joins_dates(marked, at)]


def _says_something(place: Place) -> bool:
    return is_scale(place.line.text) or any(map(str.isalnum, place.line.text))


def _joins_dates(places: list[Place], index: int) -> bool:
    """Whether a line is a dash alone between a date and its end: a narrow cell has broken a range in three."""
    if places[index].line.text not in _DASHES or not 0 < index < len(places) - 1:
        return False
    above, below = (places[here].line.text for here in (index - 1, index + 1))
    return is_only_dates(above) and is_only_dates(f"{above} – {below}")  # "Present" is no date by itself


def _headings(places: list[Place], taxonomy: Taxonomy) -> list[Heading]:
    """All headings; those whose words tell nothing are judged by the lines below them too."""
    known = lexicon(taxonomy.headings)
    found = _with_posts_among_courses(find_headings(places, known, taxonomy.entry_words), places, taxonomy.entry_words)
    if not any(map(_is_unclear, found)):
        return _with_work(found, places, taxonomy.entry_words, known)
    model = load_heading_model()
    told = [heading for heading in found if not _is_unclear(heading)]
    works = holds_jobs(told, places)
    ends = [heading.index for heading in found[1:]] + [len(places)]
    judged = []
    for heading, end in zip(found, ends, strict=True):
        block = places[heading.index + 1 : end]
        if _is_unclear(heading) and block:
            lines = [place.line.text for place in block]
            spoken = [] if _lists_languages(lines, taxonomy.entry_words) else [SectionKind.languages]
            kind = model.kind_of(heading.text, heading_features(heading.text, lines, taxonomy), but_for=spoken)
            if known.names_work(heading.text) and _are_heads_by_month(block):
                kind = SectionKind.experience
            elif kind is SectionKind.experience and not _may_be_work(block, taxonomy.entry_words, beside=works):
                kind = SectionKind.activities if _are_activities(block, taxonomy.entry_words) else SectionKind.other
            elif kind is SectionKind.projects and not works and _are_posts(block, taxonomy.entry_words):
                kind = SectionKind.experience
            judged.append(replace(heading, kinds=(kind,)))
        else:
            judged.append(heading)
    judged = with_jobs_set_alike(judged, places, taxonomy.entry_words)
    return _without_titles(_with_work(judged, places, taxonomy.entry_words, known), places)


def _with_work(headings: list[Heading], places: list[Place], words: EntryWords, known: HeadingLexicon) -> list[Heading]:
    """The headings, of which those that nobody knows are about work if no other one has jobs and a post with its time
    stands below them (`Recent`); those that may be of work or not (`Positions held`), if any time does. Beside one
    that need not be of jobs (`Teaching`), they are if several times by months do, with a post, and of nothing else; by
    years only if the heading ends with a word for work (`Stage work`) and most name a post, also beside one that is
    but guessed.
    """
    others = holds_jobs(headings, places)
    guessed = {heading.text for heading in headings if heading.known_by is KnownBy.guessed}
    certain = holds_jobs(headings, places, but_for=lambda text: text in guessed or known.holds_projects_too(text))
    surely = holds_jobs(headings, places, but_for=known.holds_projects_too)
    if certain:
        return headings
    ends = [heading.index for heading in headings[1:]] + [len(places)]
    found = []
    for heading, end in zip(headings, ends, strict=False):
        below = places[heading.index + 1 : end]
        lists = heading.kind is SectionKind.summary and _lists_posts(below, words)
        may_be = (known.may_hold_jobs(heading.text) or lists) and not others
        block = below if may_be or _is_unclear(heading) else []
        heads = heads_of(block)
        named = any(map(words.names_a_post, heads))
        if others:
            other = any(
                words.kind_of(head, SectionKind.experience) not in (None, EntryKind.internship) for head in heads
            )
            most = 2 * sum(map(words.names_a_post, heads)) > len(heads) and known.names_work(heading.text)
            told = most or (not surely and _all_of_months(block))
            is_work = len(heads) >= _FEWEST_POSTS and named and not other and told
        else:
            clubs = sum(words.kind_of(head, SectionKind.experience) == EntryKind.activity for head in heads)
            is_work = named or (may_be and bool(heads))
            is_work = is_work and not (may_be and 2 * clubs >= len(heads))
        found.append(replace(heading, kinds=(SectionKind.experience,)) if is_work else heading)
    return found


def _may_be_work(block: list[Place], words: EntryWords, *, beside: bool) -> bool:
    """Whether what the model takes for jobs may be so: a head names a post, or may do so by its ending, or all times
    are told in months. `beside` known jobs it must name a post, and tell most of its times in months.
    """
    heads = heads_of(block)
    named = any(map(words.names_a_post, heads))
    if beside:
        by_month = told_by_month(block)
        return named and 2 * sum(by_month) > len(by_month)
    return named or _all_of_months(block) or any(map(words.may_name_a_post, heads))


def _lists_posts(block: list[Place], words: EntryWords) -> bool:
    """Whether most of the lines of a block say from when to when something was, and most of these name a post."""
    dated = [place.line.text for place in block if any(is_range for *_, is_range in date_spans(place.line.text))]
    posts = sum(map(words.names_a_post, dated))
    return len(dated) >= _FEWEST_POSTS and 2 * len(dated) > len(block) and 2 * posts >= len(dated)


def _are_posts(block: list[Place], words: EntryWords) -> bool:
    """Whether most of several heads of entries name a post."""
    heads = heads_of(block)
    return len(heads) >= _FEWEST_POSTS and 2 * sum(map(words.names_a_post, heads)) > len(heads)


def _with_posts_among_courses(headings: list[Heading], places: list[Place], words: EntryWords) -> list[Heading]:
    """The headings; one that only seems to be of courses (`Training at a mill`) is of work where posts stand below."""
    ends = [heading.index for heading in headings[1:]] + [len(places)]
    return [
        replace(heading, kinds=(SectionKind.experience,))
        if heading.known_by is KnownBy.guessed
        and heading.kind is SectionKind.certifications
        and _are_posts_by_month(places[heading.index + 1 : end], words)
        else heading
        for heading, end in zip(headings, ends, strict=False)
    ]


def _lists_languages(lines: list[str], words: EntryWords) -> bool:
    """Whether at least half of what lines list are languages: where none is, a list is one of skills."""
    listed = [part for line in lines for part in _LISTED.split(line) if part.strip()]
    return 2 * sum(words.share(part, "language") > 0 for part in listed) >= len(listed)


def _are_activities(block: list[Place], words: EntryWords) -> bool:
    """Whether all heads of entries in a block tell of unpaid posts, clubs and the like."""
    heads = heads_of(block)
    return bool(heads) and all(words.kind_of(one, SectionKind.experience) == EntryKind.activity for one in heads)


def _are_posts_by_month(block: list[Place], words: EntryWords) -> bool:
    """Whether all times in a block are told in months, and all heads of entries there name a post or an internship:
    courses hardly do.
    """
    heads = heads_of(block)
    held = (
        words.names_a_post(head) or words.kind_of(head, SectionKind.experience) == EntryKind.internship
        for head in heads
    )
    return bool(heads) and all(held) and _all_of_months(block) and not any(map(words.names_a_certificate, heads))


def _are_heads_by_month(block: list[Place]) -> bool:
    """Whether a block has heads of entries that begin or end with a time from when to when, all told in months."""
    return _all_of_months(block) and any(is_at_the_edge(place.line.text, ended=False) for place in block)


def _all_of_months(block: list[Place]) -> bool:
    """Whether all ranges of dates in a block say more than years."""
    return all(told_by_month(block))


def _is_unclear(heading: Heading) -> bool:
    return heading.known_by is KnownBy.guessed and heading.kind is SectionKind.other


def _without_titles(headings: list[Heading], places: list[Place]) -> list[Heading]:
    """The headings without titles of entries that look like them: right below a time, or several above one."""
    ends = [heading.index for heading in headings[1:]] + [len(places)]
    section, below, titles = SectionKind.header, list[Heading](), set[int]()
    for heading, end in zip(headings, ends, strict=True):
        guessed = heading.known_by is KnownBy.guessed
        below_time = any(map(says_when, places[heading.index - 1 : heading.index])) and _is_close(places, heading.index)
        if guessed and section in _WITH_ENTRIES and below_time:
            titles.add(heading.index)
        elif not _is_unclear(heading):
            section, below = heading.kind, []
        elif section in _WITH_ENTRIES and any(
            map(says_when, places[heading.index + 1 : min(end, heading.index + _HEAD_LINES)])
        ):
            below.append(heading)
            titles |= {one.index for one in below} if len(below) > 1 else set()
    return [heading for heading in headings if heading.index not in titles]


def _is_close(places: list[Place], index: int) -> bool:
    """Whether a line is set no larger than the one above and stands as near to it as to the one below: a heading stands
    out from what it ends, and clear of it.
    """
    if index + 1 >= len(places) or index < 1 or places[index - 1].page != places[index].page:
        return False
    above, line, below = (places[here].line for here in (index - 1, index, index + 1))
    return line.size <= above.size and line.top - above.bottom <= below.top - line.bottom + 1


def _whole_words(places: list[Place], taxonomy: Taxonomy) -> frozenset[str]:
    """Words that stand whole in the document or name a skill: before a hyphen at a line's end they are no fragments."""
    inside = {word.text.strip(_PUNCTUATION) for place in places for word in place.line.words[:-1]}
    return frozenset(word.lower() for word in inside if len(word) >= _FRAGMENT) | taxonomy.single_words


def dates_of_languages(codes: tuple[str, ...], taxonomy: Taxonomy) -> AbstractContextManager[None]:
    """Within it dates are read in these languages; of the others only words such as "present" are known."""
    others = (one.dates for code, one in taxonomy.languages.items() if code not in codes)
    return dates_in(grammar_of(tuple(taxonomy.languages[code].dates for code in codes), tuple(others)))


def read_resume(document: Document, taxonomy: Taxonomy, as_of: date) -> Resume:
    """The document as sections of entries; `as_of` is the day that "present" means."""
    document = with_named_letters(document, taxonomy)
    codes = languages_of(document, taxonomy)
    with dates_of_languages(codes, taxonomy):
        return replace(_read(document, in_languages(taxonomy, codes), as_of), languages=codes)


def _read(document: Document, taxonomy: Taxonomy, as_of: date) -> Resume:
    month = month_number(as_of.year, as_of.month)
    lines = lines_to_read(document)
    words = taxonomy.entry_words.with_prefixes(_whole_words(lines, taxonomy))
    if stated := stated_sections(lines, words, month):
        return Resume(document, stated, month, _words_of(stated[0].start.line.text))
    known = lexicon(taxonomy.headings)
    events = events_as_ranges(lines, words, month)
    whole = [place for place in dates_in_one_piece(events, words, month) if _says_something(place)]
    whole = run_in_headings_apart(whole, known)
    places = labels_at_their_text(without_box_labels(whole, words), known)
    places = below_their_headings(places, known)
    known_headings = with_unheaded_jobs(_headings(places, taxonomy), places, words)
    known_headings = with_work_of_years(known_headings, places, words, month)
    found = {heading.index: heading for heading in known_headings}
    order = order_of_columns(places, found)
    headings = {here: replace(found[index], index=here) for here, index in enumerate(order) if index in found}
    places = [places[index] for index in order]
    name = name_line(places, known, taxonomy.entry_words)
    sections = tuple(
        Section(
            part.kind,
            part.text,
            entries_of(part.kind, part.lines, words, known, month, part.text),
            part.known_by,
            part.start,
        )
        for part in degrees_apart(list(parts_of(places, headings, name, words, known)), words, known)
    )
    person = () if name is None else _words_of(places[name].line.text)
    sections = jobs_told_once(sections, lambda lines: entries_of(SectionKind.experience, lines, words, known, month))
    return Resume(document, sections_together(sections, words, known), month, person)


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W\d_]+", text.lower()))
