"""Lines of a document → which of them are section headings, and of what kind: by their words and their look."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gapcheck.documents import Line
from gapcheck.resume.dates import has_date
from gapcheck.resume.heading_candidates import LONGEST_HEADING, candidates_in, label_of
from gapcheck.resume.heading_looks import (
    LARGER,
    MAIN,
    RECURRING,
    Candidate,
    Look,
    body_size,
    ends_list,
    in_small_columns,
    is_dated,
    kinds_of,
    larger_capitals,
    look_of,
    looks_above_times,
    main_looks,
    parts_texts,
    says_when,
    small_looks,
    standing_clear,
    stands_out,
    title_looks,
    without_remark,
)
from gapcheck.resume.heading_starts import begun_headings
from gapcheck.resume.items import mark_of, opens_item
from gapcheck.resume.lexicon import HeadingLexicon, plain_heading
from gapcheck.resume.model import KnownBy, Place
from gapcheck.resume.row_labels import without_row_labels
from gapcheck.resume.rows import stands_beside
from gapcheck.resume.spaced_headings import spaced_alike
from gapcheck.taxonomy import EntryWords, SectionKind

_LONGEST_SAYING = 9  # words of one that says more, larger than the text: "With what I feel at home by now"
_FEWEST_CLEAR = 2  # kinds of headings that stand clear of the lines above
_LETTERHEAD = 1  # lines at the top that hold the name and what the person is, never a heading
_MUCH_LARGER = 1.25  # times the body size: as large as only headings are
_FEWEST_LABELS = 2  # known headings in the margin beside which an unknown one is believed
_LISTS = frozenset([SectionKind.skills, SectionKind.languages, SectionKind.interests, SectionKind.awards])
_OF_ENTRIES = (SectionKind.experience, SectionKind.projects, SectionKind.activities, SectionKind.education)
_POINT = 1.0  # larger than a title
_LIST_COMMAS = 2  # of a line that is a list
_LISTED = re.compile(r"\d{3}|,.*,")  # in a line that nobody knows: it is no heading


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at line `index` that names one kind of section, or several. Where it labels its line, it is the first
    `label` words, and the rest of the line belongs to the section.
    """

    index: int
    kinds: tuple[SectionKind, ...]
    text: str
    label: int = 0
    known_by: KnownBy = KnownBy.listed

    @property
    def kind(self) -> SectionKind:
        """The first kind that it names."""
        return self.kinds[0]


def find_headings(places: Sequence[Place], words: HeadingLexicon, entry_words: EntryWords) -> list[Heading]:
    """The headings among the lines, in order.

    First the lines whose words are known and that stand out from the body; then, in the look of those, lines that say
    something unknown. Where nothing stands out (plain text), known phrases alone on their line are headings.
    """
    body = body_size(places)
    known = without_row_labels(places, _known(places, words, entry_words, body))
    known = begun_headings(places, known, words, entry_words) | known
    standing_out = {index: found for index, found in known.items() if stands_out(found.look, body)}
    titles = title_looks(places, known)
    above = looks_above_times(places, known)
    chosen = main_looks(standing_out, titles | above) if standing_out else small_looks(places, known, body)
    alone = {index: one for index, one in known.items() if not one.label and one.text[:1].isupper()}
    if not chosen or _are_plain(alone, standing_out):
        named = bool(kinds_of(alone) & MAIN)
        if not chosen and (found := _by_look(places, body, words, titles, larger=named)):
            return found
        beside = {index: one for index, one in known.items() if one.label and one.text[:1].isupper()}
        if not kinds_of(alone) & MAIN and kinds_of(beside) & MAIN and len(kinds_of(beside)) > 1:
            alone |= beside  # headings in a column of their own
        small = {index: one for index, one in known.items() if one.text[:1].islower() and one.clear and not one.label}
        if not alone and len(kinds_of(small)) >= RECURRING and kinds_of(small) & MAIN:
            alone = small
        spaced = spaced_alike(places, small).items() if alone is small else ()
        plain = {index: _heading(index, one) for index, one in _without_labels(alone, places).items()}
        return [one for _, one in sorted((plain | {at: _guessed(at, text, words) for at, text in spaced}).items())]
    least = min(look[0] for look in chosen)
    styles = {look[1:] for look in chosen}
    headings = {
        index: _heading(index, one)
        for index, one in known.items()
        if one.look in chosen
        or (one.look[0] >= body * LARGER and one.look[0] >= least)
        or (one.look[0] >= body * _MUCH_LARGER and one.look[1:] in styles and not one.label)
    }
    headings |= _others_known(places, _may_open(places, known, standing_out, body), headings, titles, body)
    looks = chosen | larger_capitals(chosen, (known[index].look for index in headings))
    headings |= _unknown(places, looks, headings, words, entry_words, body)
    headings |= _unknown_labels(places, headings, words)
    found = _without_first_titles([headings[index] for index in sorted(headings)], places)
    return _without_repeated(_without_parts(found, places))


def _without_labels(plain: dict[int, Candidate], places: Sequence[Place]) -> dict[int, Candidate]:
    """Headings that are set as plain as the text, but for labels inside of jobs: these end with a colon and stand close
    below a line of the job, where headings of the resume stand clear of what is above them.
    """
    clear = {index: one for index, one in plain.items() if one.clear}
    if len(kinds_of(clear)) < _FEWEST_CLEAR or SectionKind.experience not in kinds_of(clear):
        return plain
    found, within = dict[int, Candidate](), False
    for index, one in sorted(plain.items()):
        if one.clear or not within or not places[index].line.text.rstrip().endswith(":"):
            found[index] = one
            within = SectionKind.experience in one.said.kinds
    return found


def _are_plain(alone: dict[int, Candidate], standing_out: dict[int, Candidate]) -> bool:
    """Whether headings are set as plain as the text: such name jobs or degrees, and none that stands out does."""
    plain = kinds_of({index: one for index, one in alone.items() if index not in standing_out})
    return not kinds_of(standing_out) & MAIN and bool(plain & MAIN) and len(plain) >= RECURRING


def _known(
    places: Sequence[Place], words: HeadingLexicon, entry_words: EntryWords, body: float
) -> dict[int, Candidate]:
    """Lines all of whose words are those of a heading; several with a time are titles: "Work 3 (2026)"."""
    clear = standing_clear(places)
    known: dict[int, Candidate] = {}
    for index, place in enumerate(places):
        for text, part, label in candidates_in(place.line, entry_words):
            look = look_of(without_remark(part))
            said = words.says(text, slips=stands_out(look, body) or look[0] * LARGER <= body)
            if said is not None and said.whole and not words.is_inner(text):
                known[index] = Candidate(text, said, label, look, index in clear)
                break
    dated = {index for index, one in known.items() if not one.label and has_date(places[index].line.text)}
    return {index: one for index, one in known.items() if len(dated) == 1 or index not in dated}


def _heading(index: int, one: Candidate) -> Heading:
    joint = len(one.said.kinds) > 1
    return Heading(index, one.said.kinds, one.text, one.label, KnownBy.joint if joint else KnownBy.listed)


def _others_known(
    places: Sequence[Place],
    standing_out: dict[int, Candidate],
    headings: dict[int, Heading],
    titles: set[Look],
    body: float,
) -> dict[int, Heading]:
    """Known headings in a look of their own: they stand clear, end a list, are in capitals and either several words
    or bold, are bold and larger than titles, or are of a main section and in capitals larger than the `body`; and they
    open what no heading has opened yet. A list with such a heading among the jobs belongs to one of them.
    """
    found = {kind for heading in headings.values() for kind in heading.kinds}
    largest = max([body * LARGER, *(look[0] + _POINT for look in titles)])
    dated = [index for index, place in enumerate(places) if look_of(place.line.words) in titles and says_when(place)]
    return {
        index: _heading(index, one)
        for index, one in standing_out.items()
        if index not in headings
        and (
            one.clear
            or (one.look[0] >= body * LARGER and not MAIN.isdisjoint(one.said.kinds) and one.text.isupper())
            or (one.look[2] and (len(one.text.split()) > 1 or (one.look[1] and one.look not in titles)))
            or (one.look[1] and one.look[0] >= largest)
            or ((one.look not in titles or _opens_list(places, index, one)) and ends_list(places, index))
        )
        and not one.label
        and found.isdisjoint(one.said.kinds)
        and (one.said.kinds[0] not in _LISTS or not _stands_between(index, sorted(headings), dated))
    }


def _may_open(
    places: Sequence[Place], known: dict[int, Candidate], standing_out: dict[int, Candidate], body: float
) -> dict[int, Candidate]:
    """The known headings that stand out from the text, or from that of their column, and those of several words that
    stand between a list with marks and one with commas.
    """
    listed = {
        index: one for index, one in known.items() if _opens_list(places, index, one) and ends_list(places, index)
    }
    return listed | standing_out | in_small_columns(places, known, body)


def _opens_list(places: Sequence[Place], index: int, one: Candidate) -> bool:
    """Whether a heading of skills says so in several words, and a list with commas stands below it."""
    listed = any(place.line.text.count(",") >= _LIST_COMMAS for place in places[index + 1 : index + 2])
    return listed and one.said.kinds == (SectionKind.skills,) and len(one.text.split()) > 1


def _stands_between(index: int, headings: Sequence[int], titles: Sequence[int]) -> bool:
    """Whether titles of entries stand on both sides of a line, with no heading between."""
    begin = max((one for one in headings if one < index), default=0)
    end = min((one for one in headings if one > index), default=index)
    return any(begin < one < index for one in titles) and any(index < one < end for one in titles)


def _without_parts(headings: Sequence[Heading], places: Sequence[Place]) -> list[Heading]:
    """The headings without those of parts of entries: set smaller than the titles of these, which are smaller than the
    headings of sections. One of that size stands between two titles.
    """
    sizes = [look_of(place.line.words)[0] for place in places]
    often = Counter(sizes[heading.index] for heading in headings)
    found: list[Heading] = []
    parts: list[Heading] = []
    between = set[float]()
    ends = [*(heading.index for heading in headings[1:]), len(places)]
    for heading, end in zip(headings, ends, strict=False):
        above = found[-1] if found and found[-1].kind in _OF_ENTRIES else None
        own, section = (sizes[one.index] if one else 0.0 for one in (heading, above))
        titles = [
            index
            for index in range(above.index + 1 if above and often[section] > 1 else end, end)
            if own < sizes[index] < section and any(map(says_when, places[index : index + 2]))
        ]
        if MAIN.isdisjoint(heading.kinds) and titles and titles[0] < heading.index:
            parts.append(heading)
            between |= {own} if titles[-1] > heading.index else set()
        else:
            found.append(heading)
    kept = [*found, *(heading for heading in parts if sizes[heading.index] not in between)]
    return sorted(kept, key=lambda heading: heading.index)


def _without_first_titles(headings: Sequence[Heading], places: Sequence[Place]) -> list[Heading]:
    """The headings without a guessed one that stands right below that of entries, in its look and above a line that
    says when: it is the title of the first entry.
    """
    opened = {heading.index for heading in headings if heading.kind in _OF_ENTRIES and not _is_guess(heading)}
    return [
        heading
        for heading in headings
        if not (_is_guess(heading) and heading.index - 1 in opened and _heads_time(places, heading.index))
    ]


def _is_guess(heading: Heading) -> bool:
    return heading.known_by is KnownBy.guessed


def _heads_time(places: Sequence[Place], index: int) -> bool:
    """Whether a line is set as the one above it, and the one below says when something was."""
    above, title, *below = places[index - 1 : index + 2]
    alike = look_of(above.line.words) == look_of(title.line.words)
    return alike and any(has_date(place.line.text) and not opens_item(place) for place in below)


def _without_repeated(headings: Sequence[Heading]) -> list[Heading]:
    """The headings without those that stand in one job after the other: "Key Achievements"."""
    times = Counter(heading.text.lower() for heading in headings)
    found: list[Heading] = []
    for heading in headings:
        inside = found and found[-1].kind is SectionKind.experience
        if not (inside and times[heading.text.lower()] > 1 and heading.kind not in (SectionKind.experience,)):
            found.append(heading)
    return found


def _by_look(
    places: Sequence[Place], body: float, words: HeadingLexicon, titles: set[Look], *, larger: bool
) -> list[Heading]:
    """Headings of a resume in which no list knows one that stands out: short lines that do, all alike; only those set
    `larger` than the body where known words alone on their lines may be the headings.

    The look must recur; of several the largest is taken, for titles of entries are set smaller than headings.
    """
    found: defaultdict[Look, list[Heading]] = defaultdict(list)
    for index, place in enumerate(places):
        line = place.line
        text = plain_heading(line.text)
        look = look_of(line.words)
        short = (
            0 < len(text.split()) <= LONGEST_HEADING and "\t" not in line.text and not 0 < line.margin < len(line.words)
        )
        apart = look[0] >= body * LARGER or not (larger or look in titles or not stands_out(look, body))
        if index > _LETTERHEAD and short and text[0].isupper() and apart and "@" not in text:
            found[look].append(_guessed(index, text, words))
    recurring = {look: headings for look, headings in found.items() if len(headings) >= RECURRING}
    return recurring[max(recurring, key=lambda look: look[0])] if recurring else []


def _guessed(index: int, text: str, words: HeadingLexicon) -> Heading:
    """A heading by its look; its kind is that of a word in it, where it has one."""
    said = words.says(text)
    kinds = said.kinds if said else (SectionKind.other,)
    return Heading(index, kinds, text, known_by=KnownBy.guessed)


def _unknown(
    places: Sequence[Place],
    looks: set[Look],
    known: dict[int, Heading],
    words: HeadingLexicon,
    entry_words: EntryWords,
    body: float,
) -> dict[int, Heading]:
    """Lines in the look of headings with words that no list knows; none for a look that entry titles share."""
    found: defaultdict[Look, dict[int, Heading]] = defaultdict(dict)
    usual = Counter(look_of(places[index].line.words) for index in known)
    small = any(heading.text[:1].islower() for heading in known.values())  # the writer begins headings so
    marks = Counter(mark_of(places[index]) for index in known)
    marked = 2 * (len(known) - marks[""]) > len(known)  # each with an icon
    largest, styles = max(look[0] for look in looks), {look[1:] for look in looks}
    for index, place in enumerate(places):
        line = place.line
        if index in known or 0 < line.margin < len(line.words):
            continue
        text = plain_heading(line.text)
        look = look_of(without_remark(line.words))
        own = look in looks or (look[0] > largest and look[1:] in styles)
        if not text or not own or _is_row(line) or (text[0].islower() and not small):
            continue
        listed = opens_item(place) and not (marked or marks[mark_of(place)] > 1)
        if listed or stands_beside(places, index):
            continue
        heading = _guessed(index, text, words)
        unclear = heading.kind is SectionKind.other
        odd = "@" in text or (unclear and _LISTED.search(text)) or is_dated(line) or words.is_inner(text)
        named = _ends_as_heading(text, words, entry_words) or _begins_as_heading(text, words, entry_words)
        titled = _is_title(text, entry_words) and (unclear or not named)
        apart = look[0] >= max(body * LARGER, largest) or look[2]
        longest = _LONGEST_SAYING if apart else LONGEST_HEADING
        if len(text.split()) <= longest and not odd and not titled:
            found[look][index] = heading
    first = min(known, default=0)
    return {
        index: heading
        for look, headings in found.items()
        if len(headings) <= usual[look]
        or look[0] >= max(body * LARGER, largest)
        or look[2]
        or parts_texts(places, look)
        for index, heading in headings.items()
        if index > min(first, _LETTERHEAD)
    }


def _unknown_labels(places: Sequence[Place], known: dict[int, Heading], words: HeadingLexicon) -> dict[int, Heading]:
    """Labels in the margin, in the look of those that are known headings, with words that no list knows."""
    labels = {index: places[index].line.words[: heading.label] for index, heading in known.items() if heading.label}
    looks = {look_of(label) for label in labels.values()}
    found = {}
    for index, place in enumerate(places):
        line = place.line
        label = line.words[: label_of(line)]
        if len(labels) < _FEWEST_LABELS or index in known or not label or line.margin >= len(line.words):
            continue
        text = plain_heading(" ".join(word.text for word in label))
        said = text[:1].isupper() and not has_date(text) and not words.is_inner(text)
        if said and look_of(label) in looks and len(text.split()) <= LONGEST_HEADING:
            found[index] = replace(_guessed(index, text, words), label=len(label))
    return found


def _is_row(line: Line) -> bool:
    """Whether a line is made of cells."""
    return sum(any(map(str.isalpha, cell)) for cell in line.text.split("\t")) > 1


def _ends_as_heading(text: str, words: HeadingLexicon, entry_words: EntryWords) -> bool:
    """Whether the last word says what a section holds: "Short courses and training", not "Institute of Technology"."""
    before, _, last = text.rpartition(" ")
    small = before.rpartition(" ")[2].lower()
    return words.says(last) is not None and (small not in entry_words.open_words or words.joins(small))


def _begins_as_heading(text: str, words: HeadingLexicon, entry_words: EntryWords) -> bool:
    """Whether the first word of a line says what a section holds, and the next one goes on: "Courses I finished",
    "Courses and papers".
    """
    first, _, rest = text.partition(" ")
    second = rest.partition(" ")[0].lower()
    goes_on = words.goes_on(second) or words.joins(second)
    return goes_on and words.says(first) is not None and not entry_words.names_a_post(text)


def _is_title(text: str, words: EntryWords) -> bool:
    """Whether a line is the title of an entry: a post, a degree, a school."""
    return words.names_a_title(text) or words.names_a_school(text) or words.degree_level([text]) is not None
