"""The name of the person that a resume is about: which words it is made of, and where a text or a path says it."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from gapcheck.documents import Document, Line
from gapcheck.privacy.marking import Detail, folded, replaced
from gapcheck.resume import Resume
from gapcheck.resume.lexicon import lexicon
from gapcheck.taxonomy import SectionKind, Taxonomy

_TOP = 6  # lines of the first page among which a name stands
_FEWEST, _MOST = 2, 6  # words of a name
_MOST_LINES, _SAME_SIZE = 4, 0.5  # of a name that is set larger than all else; points
_SHORTEST_ALONE, _SHORTEST_INSIDE = 2, 4  # letters of a word of the name that is found alone, or inside another word
_SHORTEST_JOINED, _SHORTEST_AFTER, _MOST_INITIALS = 6, 6, 2  # letters of two words together, of a word after initials
_MARKS = ".,;:!?()[]{}'\"’“”"
_PARTS = re.compile(r"\s+[|•·–—-]\s+|[|•·,\t()]")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"\S+")
_MAILBOX = re.compile(r"([\w.+-]+)\s?@")
_PROFILE = re.compile(r"(?:linkedin\.com/(?:in|pub)|github\.com|gitlab\.com|kaggle\.com)/([\w.-]+)", re.IGNORECASE)
_MONTHS = frozenset(map(str.lower, month_name[1:]))


@dataclass(frozen=True, slots=True)
class NameFound:
    """The words of a person's name, folded, and the lines (page, number) that say nothing else."""

    words: frozenset[str]
    lines: frozenset[tuple[int, int]]


def own_name(document: Document, resume: Resume, taxonomy: Taxonomy) -> NameFound:
    """The person's name; without words where no line looks like one.

    It stands in the line that was read as the name, and in lines set as large; else in the first part of a line above
    the first heading that looks like one. Capitalised words there that an e-mail or profile address is made of belong
    to it.
    """
    headings = {section.heading for section in resume.sections}
    first = [line for page in document.pages[:1] for line in page.lines if line.text not in headings]
    no_name = _no_name(taxonomy)
    looks = partial(_looks_like_name, no_name=no_name, taxonomy=taxonomy)
    lines = _name_lines(first, list(resume.person), no_name, looks)
    above = {
        (place.page, place.line.number)
        for section, entry in resume.entries()
        if section.kind is SectionKind.header
        for item in entry.items
        for place in item.places
    }
    header = [line.text for line in first if (1, line.number) in above][:_TOP]
    addresses = _addresses(document)
    named = {word for line in lines for word in _words_in(line.text)}
    named = named or _name_in(header, addresses, no_name, looks)
    capitals = {
        word for text in header if not set("@/") & set(text) for word in _WORD.findall(text) if word[0].isupper()
    }
    no_word = {*no_name, *taxonomy.privacy.mailboxes, *taxonomy.single_words}
    named |= _in_any({folded(word) for word in capitals} - no_word, addresses)
    words = frozenset(word for word in named if len(word) > 1 and word not in no_name)
    return NameFound(words, frozenset((1, line.number) for line in lines))


def _no_name(taxonomy: Taxonomy) -> set[str]:
    """Words that are no part of a name, folded: of roles, degrees and addresses, and the small words
    inside of names.
    """
    words, own = taxonomy.entry_words, taxonomy.privacy
    return {
        *own.not_names,
        *words.role_words,
        *map(folded, words.address),
        *("".join(_WORD.findall(word)) for word in words.block_words["degree"]),
        *words.particles,
    }


def _name_lines(
    lines: Sequence[Line], person: Sequence[str], no_name: Collection[str], looks: Callable[[str, int], bool]
) -> list[Line]:
    """The lines of the first page that are the name and nothing else: those with the words that were read as the
    person, and lines in the largest type that look like a name.
    """
    found = [line for line in lines if person and _WORD.findall(line.text.lower()) == person]
    found = [line for line in found if not _words_in(line.text) <= set(no_name)]
    largest = max((line.size for line in lines), default=0.0)
    large = [line for line in lines if line.size >= largest - _SAME_SIZE]
    return found + ([line for line in large if looks(line.text, 1)] if len(large) <= _MOST_LINES else [])


def _name_in(
    texts: Sequence[str], addresses: Sequence[str], no_name: Collection[str], looks: Callable[[str, int], bool]
) -> set[str]:
    """The words of the first part of these texts that looks like a name; in small letters it does where an address
    holds some of them. Empty where no part does.
    """
    parts = [(_without(part, no_name), text) for text in texts for part in _PARTS.split(text)]
    named = next((_words_in(part) | _without_case(text) for part, text in parts if looks(part, _FEWEST)), set[str]())
    if named:
        return named
    small = (part for part, _ in parts if looks(part.title(), _FEWEST))
    return next((_words_in(part) for part in small if _in_any(_words_in(part), addresses)), set())


def _addresses(document: Document) -> list[str]:
    """The names in e-mail and profile addresses, folded."""
    text = "\n".join(line.text for page in document.pages for line in page.lines)
    return [folded(found) for found in (*_MAILBOX.findall(text), *_PROFILE.findall(text))]


def _in_any(words: Collection[str], addresses: Sequence[str]) -> set[str]:
    """Those of the words, of three letters or more, that stand in an address."""
    return {word for word in words if len(word) > _FEWEST and any(word in address for address in addresses)}


def _without(text: str, no_name: Collection[str]) -> str:
    """The text without words at its ends that are no part of a name: "Resume of" in "Resume of Anna Smith"."""
    words = text.split()
    while words and folded(words[0].strip(".,:")) in (*no_name, "of", "for"):
        words.pop(0)
    while words and folded(words[-1].strip(".,:")) in no_name:
        words.pop()
    return " ".join(words)


def _looks_like_name(text: str, fewest: int, *, no_name: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether a text is nothing but words that may be a name, at least so many."""
    words = text.split()
    particles = taxonomy.entry_words.particles
    plain = [folded(word.strip(".,-")) for word in words]
    return (
        fewest <= len(words) <= _MOST
        and not re.search(r"[\d@/&+:]", text)
        and all(not word[0].islower() or word.partition("-")[0] in particles for word in words)  # "al-Farsi"
        and not any(word in no_name and word not in particles for word in plain)
        and taxonomy.single_words.isdisjoint(plain)
        and lexicon(taxonomy.headings).exact(text) is None
    )


def _without_case(text: str) -> set[str]:
    """The words of a text in scripts without capitals: there a name often stands beside its transcription."""
    return {folded(word) for word in _WORD.findall(text) if word.lower() == word.upper()}


def _words_in(text: str) -> set[str]:
    """The folded words of a name; those with an apostrophe, and double names, also as one."""
    plain = folded(text)
    joined = {"".join(_WORD.findall(word)) for word in (*plain.split(), *re.split(r"[\s-]", plain))}
    return joined.union(_WORD.findall(plain))


class OwnName:
    """Finds a name, given by its folded words, and known handles of its bearer in texts."""

    def __init__(self, words: frozenset[str], particles: Collection[str], handles: Collection[str] = ()) -> None:
        self.words = words
        self._particles = frozenset(map(folded, particles))
        self._initials = frozenset(word[0] for word in words)
        longest_first = "|".join(map(re.escape, sorted(handles, key=len, reverse=True)))
        self._handles = re.compile(rf"@?(?<![^\W_])(?:{longest_first})(?![^\W_])" if handles else r"(?!)")

    def details(self, text: str, kept: Collection[str] = (), *, contact: bool = False) -> Iterator[Detail]:
        """Where the text says the name: two of its words beside one another, initials and small words between them
        allowed, or one alone that is written as a name; and handles. Words in `kept` mean something else where they
        stand alone. In a line of `contact` details every word that holds the name is a handle.
        """
        plain = folded(text)
        yield from (Detail(*one.span(), "link") for one in self._handles.finditer(plain))
        if not any(word in plain for word in self.words):
            return
        yield from self._words(text, plain, kept)
        for token in _TOKEN.finditer(plain):
            if self._is_handle(token[0], contact=contact) and token[0].strip(_MARKS) not in kept:
                yield Detail(*token.span(), "name" if token[0].isalpha() else "link")

    def in_path(self, path: str) -> str:
        """The path with the name and handles replaced, file and folders alike."""
        plain = folded(path)
        found = (word for word in _WORD.finditer(plain) if word[0] in self.words or self._is_joined(word[0]))
        handles = (Detail(*one.span(), "link") for one in self._handles.finditer(plain))
        return replaced(path, [*(Detail(*word.span(), "name") for word in found), *handles])

    def _words(self, text: str, plain: str, kept: Collection[str]) -> Iterator[Detail]:
        tokens = list(_WORD.finditer(plain))
        own = [index for index, word in enumerate(tokens) if word[0] in self.words]
        runs: list[list[int]] = []
        for index in own:
            if runs and self._is_joined_by(plain, tokens, runs[-1][-1], index):
                runs[-1].append(index)
            else:
                runs.append([index])
        for run in runs:
            start, end = tokens[run[0]].start(), tokens[run[-1]].end()
            word = text[start:end]
            alone = (
                len(word) >= _SHORTEST_ALONE
                and not word[0].islower()
                and not (word.isupper() and word.isascii() and len(word) <= _SHORTEST_ALONE)
                and plain[start:end] not in kept
                and not (plain[start:end] in _MONTHS and re.match(r"\W{1,2}\d", plain[end:]))
            )
            if len(run) > 1 or alone:
                initials = re.search(r"(?:\b[A-ZÀ-Þ]\.\s?)+$", text[:start])
                yield Detail(initials.start() if initials else start, end, "name")

    def _is_joined_by(self, plain: str, tokens: Sequence[re.Match[str]], first: int, second: int) -> bool:
        """Whether between two words of the name there are only marks, initials and small words of names."""
        between = tokens[first + 1 : second]
        gaps = [plain[a.end() : b.start()] for a, b in pairwise(tokens[first : second + 1])]
        return all(len(one[0]) == 1 or one[0] in self._particles for one in between) and all(
            re.fullmatch(r"[\s.,'’-]{1,3}", gap) for gap in gaps
        )

    def _is_handle(self, token: str, *, contact: bool) -> bool:
        """Whether a word is made of the name and more: `@anna-smith`, `smith_92`, `itsannasmith`, `asmithersdev`."""
        letters = "".join(_WORD.findall(token))
        inside = [word for word in self.words if len(word) >= _SHORTEST_INSIDE and word in letters]
        if not inside:
            return False
        if contact and letters not in self.words and not _is_plain_compound(token):
            return True
        if self._is_joined(letters) or any(self._is_after_initials(word, letters) for word in inside):
            return True
        return bool(re.search(r"[\w][@/._\d-]+[\w]|^@", token)) and not _is_plain_compound(token)

    def _is_joined(self, letters: str) -> bool:
        """Whether two words of the name follow one another in the letters: `annasmith`, `itssmithannacv`."""
        return any(
            letters.startswith(other, begin + len(word))
            for word in self.words
            for other in self.words
            if word != other and len(word + other) >= _SHORTEST_JOINED
            for begin in [letters.find(word)]
            if begin >= 0
        )

    def _is_after_initials(self, word: str, letters: str) -> bool:
        """Whether the letters are initials and a long word of the name, whatever follows, or such a word and an
        initial: `asmithersdev`, `smithersa`, `avansmithers`. The second initial may be of a name that is not written.
        """
        if len(word) < _SHORTEST_AFTER:
            return False
        before, _, after = letters.partition(word)
        initials = self._initials - {word[0]}
        inside = (one for one in self._particles if len(before) > len(one) and before.endswith(one))
        before = before.removesuffix(max(inside, key=len, default=""))
        return (0 < len(before) <= _MOST_INITIALS and before[0] in initials) or (
            not before and len(after) == 1 and after in initials
        )


def without_words(path: str, *, but: str, of: str) -> str:
    """The path without the words that stand in `of` and not in `but`."""
    words = set(_WORD.findall(folded(of))) - set(_WORD.findall(folded(but)))
    return OwnName(frozenset(words), ()).in_path(path)


def _is_plain_compound(token: str) -> bool:
    """Whether a word is only words with hyphens, as in "Smith-based"."""
    return re.fullmatch(r"\W*[^\W\d_]+(?:-[^\W\d_]+)+\W*", token) is not None
