"""The words of a line → the kinds of section that it announces as a heading, if it does."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapidfuzz import process
from rapidfuzz.distance import OSA

from gapcheck.taxonomy import Headings, SectionKind

_LETTERS_A_SLIP = 7  # letters of a phrase for each that may be wrong, missing or too many
_SHORTEST = 5  # letters of a phrase in which a letter may be single that is double, or the other way round
_PIECE = 3  # letters of a piece of a word
_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_BRACKETS = re.compile(r"\s*[(\[{].*?(?:[)\]}]|$)")
_REMARK = re.compile(r"\s+(?:[-–—]\s|[*†‡]).*$")
_ASIDE = re.compile(r"^(.+?)\s*[:,/|;·]\s+((?:[^\s,;:/|]+\s+){2,}[^\s,;:/|]+)$")  # "skills / what I also know"
_INSTRUCTED = re.compile(r"^\s*\d{1,2}[.)]\s+([^.]+)\.\s+[A-Z][^\d]*$")
_EDGE = re.compile(r"^(?:[\W_]|\d{1,2}[\W_])+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Said:
    """What a heading says: the kinds it names, and whether all of its words were understood."""

    kinds: tuple[SectionKind, ...]
    whole: bool = True


class HeadingLexicon:
    """What headings say, ready to be looked up."""

    def __init__(self, headings: Headings) -> None:
        self._phrases = {_letters(phrase): kind.kind for kind in headings.kinds for phrase in kind.phrases}
        work = [phrase for kind in headings.kinds if kind.kind is SectionKind.experience for phrase in kind.phrases]
        self._work_ends = {phrase.split()[-1] for phrase in work if " " in phrase}
        self._long = _by_initial(self._phrases)
        self._short = _by_slip(self._phrases)
        self._words = {word: kind.kind for kind in headings.kinds for word in kind.words}
        self._long_words = _by_initial(self._words)
        self._modifiers = headings.modifiers
        self._weak = headings.weak
        self._inner = {_letters(phrase) for phrase in headings.inner}
        self._with_projects = {_letters(phrase) for phrase in headings.with_projects}
        self._or_work = _by_initial({_letters(phrase) for phrase in headings.or_work})
        self._goes_on = headings.goes_on
        self._or_skills = _by_initial({_letters(phrase) for phrase in headings.or_skills})
        self._work_nouns = headings.work_nouns
        self._of_courses = {_letters(phrase) for phrase in headings.of_courses}
        self._joins = headings.joins
        self._spoken, self._writer = headings.spoken, headings.writer
        self._deeds = {deed: kind.kind for kind in headings.kinds for deed in kind.deeds}
        joins = "|".join(sorted(map(re.escape, headings.joins)))
        self._and = re.compile(rf"\s*(?:[&/|,]|\b(?:{joins})\b)\s*", re.IGNORECASE)
        named = "|".join(sorted(map(re.escape, headings.numbered)))
        self._number = re.compile(
            rf"^(?:(?:{named})\s+[A-Z\d]{{1,3}}\s*[.):–—-]|[A-Z][.)]|[IVX]{{1,4}}[.)])\s+", re.IGNORECASE
        )
        self.says = lru_cache(maxsize=2000)(self._says)

    def exact(self, text: str) -> SectionKind | None:
        """The kind of a heading that says exactly a known phrase, however it is spaced, cased or decorated."""
        return self._phrases.get(_letters(text))

    def is_inner(self, text: str) -> bool:
        """Whether a line labels a part of an entry: "Key Responsibilities:"."""
        return _letters(_BRACKETS.sub("", text)) in self._inner

    def holds_projects_too(self, heading: str) -> bool:
        """Whether a heading, or all that it names, is experience that need not be a job: "Technical Experience"."""
        parts = [_letters(part) for part in self._and.split(heading)]
        return _letters(heading) in self._with_projects or all(part in self._with_projects for part in parts)

    def goes_on(self, word: str) -> bool:
        """Whether a heading may go on with a word behind what it names: "Skills used at sea"."""
        return word in self._goes_on

    def joins(self, word: str) -> bool:
        """Whether a word joins two kinds in one heading: "Courses and training"."""
        return word in self._joins

    def may_hold_jobs(self, heading: str) -> bool:
        """Whether a heading of activities may as well stand above the jobs: "Positions held", "Positions I held"."""
        return bool(letters := _letters(heading)) and _nearest(letters, self._or_work) is not None

    def names_work(self, heading: str) -> bool:
        """Whether a heading that nobody knows ends with a word for work: "Stage work"."""
        return not self._work_nouns.isdisjoint(heading.lower().split()[-1:])

    def may_hold_skills(self, heading: str) -> bool:
        """Whether a heading of education may as well stand above a list of skills: "Qualifications"."""
        return bool(letters := _letters(heading)) and _nearest(letters, self._or_skills) is not None

    def names_qualifications(self, heading: str) -> bool:
        """Whether a heading of education, or a part of it, begins as one that may stand above skills: "Qualifications
        with dates", "Education & Training".
        """
        parts = heading.split()
        begun = (" ".join(parts[:end]) for end in range(1, len(parts) + 1))
        named = map(_letters, (*self._and.split(heading), *begun))
        return any(letters in self._or_skills.get(letters[:1], ()) for letters in named)

    def names_courses(self, heading: str) -> bool:
        """Whether what a heading names of education are courses alone: "Coursework", "Coursework and others"."""
        studies = [part for part in self._and.split(heading) if self.exact(part) is SectionKind.education]
        return bool(studies) and all(_letters(part) in self._of_courses for part in studies)

    def _says(self, text: str, *, slips: bool = True) -> Said | None:
        """What a heading announces: as a phrase, word by word, or but for `slips` of the pen and for what the writer
        says about it ("Skills: what I bring"); None where no word of it tells.
        """
        text = self._number.sub("", text)
        if kind := self._phrases.get(_letters(text)):
            return Said((kind,))
        plain = _REMARK.sub("", _BRACKETS.sub("", text))
        if kind := self._phrases.get(_letters(plain)):
            return Said((kind,))
        joint = self._joint([part for part in self._and.split(plain) if part], slips=slips)
        named = [one for one in joint if one is not None]
        whole = len(named) == len(joint) and all(one.whole for one in named)
        aside = _ASIDE.match(plain) if slips and not whole else None
        if aside and aside[2][0].islower() and (said := self._says(aside[1], slips=False)) and said.whole:
            return said
        if named and len(joint) > 1:
            return Said(tuple(dict.fromkeys(one.kinds[0] for one in named)), whole)
        return self._one(plain, slips=slips)

    def _joint(self, parts: Sequence[str], *, slips: bool) -> list[Said | None]:
        """What each part of a heading says; one that only describes shares the last word of all: "Professional &
        Volunteer Experience".
        """
        said = [self._one(part, slips=slips) for part in parts]
        if len(parts) < 2 or said[-1] is None:
            return said
        last = _WORD.findall(parts[-1])[-1]
        return [
            one or (self._one(f"{part} {last}", slips=slips) if self._describes(part) else None)
            for one, part in zip(said, parts, strict=True)
        ]

    def _describes(self, part: str) -> bool:
        return self._modifiers.issuperset(word.lower() for word in _WORD.findall(part))

    def _one(self, text: str, *, slips: bool) -> Said | None:
        """What words say that are not joined by any "and", in whatever language."""
        letters = _letters(text)
        if kind := self._phrases.get(letters):
            return Said((kind,))
        words = [word.lower() for word in _WORD.findall(text)]
        if kind := self._told(words):
            return Said((kind,))
        if slips and len(letters) >= _LETTERS_A_SLIP and (near := _nearest(letters, self._long)):
            return Said((self._phrases[near],))
        if slips and _SHORTEST <= len(letters) < _LETTERS_A_SLIP and (near := self._short.get(_undoubled(letters))):
            return Said((self._phrases[near],))
        if _is_letter_spaced(text) and (spelt := self._spelt_out(letters)):
            words = spelt
        kinds = [self._kind_of(word, slips=slips) for word in words]
        named = [kind for kind in kinds if kind is not None]
        for weak in self._weak:
            if len(set(named)) > 1:
                named = [kind for kind in named if kind is not weak]
        while not named and len(words) > 1 and words[0] in self._modifiers:  # "Earlier Career"
            words = words[1:]
            if kind := self._phrases.get("".join(words)):
                return Said((kind,))
        if not named:
            return self._described_work(text)
        whole = all(kind is not None or word in self._modifiers for word, kind in zip(words, kinds, strict=True))
        return Said((named[-1],), whole)

    def _described_work(self, text: str) -> Said | None:
        """Work where it comes first, all other words only describe, and the last one ends other headings of work:
        "Career Background"; None elsewhere.
        """
        words = _WORD.findall(text.lower())
        described = len(words) > 1 and self._modifiers.issuperset(words) and words[-1] in self._work_ends
        work = described and self._phrases.get(words[0]) is SectionKind.experience
        return Said((SectionKind.experience,)) if work else None

    def _told(self, words: Sequence[str]) -> SectionKind | None:
        """The kind of the deed of which the writer speaks, and of nothing else: "What I have been doing"."""
        deeds = [self._deeds[word] for word in words if word in self._deeds]
        rest = {word for word in words if word not in self._deeds}
        return deeds[0] if deeds and not self._writer.isdisjoint(rest) and self._spoken.issuperset(rest) else None

    def _spelt_out(self, letters: str) -> list[str]:
        """The words of headings that letters are, where nothing else is in them: "Pr ofessional cert i f ic at e s"."""
        parts: list[list[str] | None] = [[], *[None] * len(letters)]
        for end in range(1, len(letters) + 1):
            for begin in range(end):
                before, word = parts[begin], letters[begin:end]
                if before is not None and (word in self._words or word in self._modifiers):
                    parts[end] = [*before, word]
                    break
        return parts[-1] or []

    def _kind_of(self, word: str, *, slips: bool) -> SectionKind | None:
        if word in self._words:
            return self._words[word]
        if not slips or word in self._modifiers or len(word) < _LETTERS_A_SLIP:
            return None
        near = _nearest(word, self._long_words)
        return self._words[near] if near else None


@lru_cache(maxsize=4)
def lexicon(headings: Headings) -> HeadingLexicon:
    """The lexicon of these headings, built once."""
    return HeadingLexicon(headings)


def instructed_heading(text: str) -> str:
    """The heading of a form behind which stands what to fill in: "7. EMPLOYMENT RECORD. Begin with your present post.";
    empty where a line is none.
    """
    found = _INSTRUCTED.match(text)
    return found[1] if found and found[1].isupper() else ""


@lru_cache(maxsize=2000)  # several steps ask for the heading of a line
def plain_heading(text: str) -> str:
    """A heading without numbers, marks and rules around it."""
    parts = [part for part in text.split("\t") if re.search(r"[^\W\d_]", part)]
    return _EDGE.sub("", " ".join(parts))


def _is_letter_spaced(text: str) -> bool:
    """Whether the words of a heading are set so wide that they fell to pieces."""
    words = _WORD.findall(text)
    return 2 * sum(len(word) <= _PIECE for word in words) > len(words)


def _by_initial(known: Iterable[str]) -> dict[str, list[str]]:
    """What is long enough to be known in spite of a slip, by its first letter: that is hardly ever wrong."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one in known:
        if len(one) >= _LETTERS_A_SLIP:
            found[one[0]].append(one)
    return found


def _by_slip(known: Iterable[str]) -> dict[str, str]:
    """What is too short to be known in spite of any slip, by its letters without the doubled ones: `skkils`."""
    return {_undoubled(one): one for one in known if _SHORTEST <= len(one) <= _LETTERS_A_SLIP}


def _undoubled(letters: str) -> str:
    return "".join(letter for letter, _ in groupby(letters))


def _nearest(letters: str, known: dict[str, list[str]]) -> str | None:
    """The known word that `letters` is but for a slip of the pen."""
    likely = known.get(letters[0], ())
    found = process.extractOne(letters, likely, scorer=OSA.distance, score_cutoff=len(letters) // _LETTERS_A_SLIP)
    return found[0] if found else None


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", text.lower().replace("&", "and"))
