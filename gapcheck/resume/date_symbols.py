"""A text → one symbol for each of its words, numbers and marks, as far as dates are concerned.

A date is a matter of a few kinds of words, whatever the language: `3. März 2021 – heute` and `3 mars 2021 à ce jour`
are both a day, a month, a year, a sign of range and a word for the present. So the words of a language are needed only
here, and the forms of dates (`date_forms`) are written once, in symbols.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from gapcheck.taxonomy import DateWords

_TOKEN = re.compile(r"\d+|[^\W\d_]+|\s+|\.{2,}|(?:-{1,2}|–|=)>|.", re.DOTALL)
_MARKS = {
    **dict.fromkeys("-‐‑", "-"), **dict.fromkeys("–—−‒―~→➔➜►▶", "–"), **dict.fromkeys("'’‘`´ʼ′", "'"),
    **dict.fromkeys(("->", "-->", "–>", "=>"), "–"),
    **dict.fromkeys("([{<", "("), **dict.fromkeys(")]}>", ")"), **dict.fromkeys("|•·●▪■◆∙¦", "|"),
    **dict.fromkeys("$£€¥₹#@=_", "$"),
    **dict.fromkeys("/.,;:+%", ""), "&": "A", **dict.fromkeys(["..", "...", "…"], "~"),
}  # fmt: skip
_LEADER = "...."
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_PARTS = {
    "E": "expected", "B": "birth", "O": "onwards", "F": "since", "o": "of", "V": "range_openers", "R": "range_words",
    "A": "and_", "I": "inside", "L": "length_labels", "G": "length_nouns", "h": "ordinals",
    "H": "length_posts", "T": "phone", "v": "about",
}  # fmt: skip
_UNITS = ("hour", "day", "week", "month", "year")
_FIRST_YEAR, _LAST_YEAR = 1950, 2099
_MISTYPED_YEARS = ("19", "21")  # begin what may have been meant as a year
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
_GLUED_RANGE = re.compile(
    r"(?:\d\d?[./])?(?:19|20)\d\d ?[-–—] ?(?:(?:\d\d?[./])?(?:19|20)\d\d|([^\W\d_]+))(?=\s*(?:$|[\t\n|,;)]))"
)
"""A range behind which a cell ends: glued to a word (`Mills2018 – 2020`) it is none of a name, as `Studio2015` is."""
_YEARS_ALONE = re.compile(r"\W{1,3}(?:19|20)\d\d ?[-–—] ?(?:19|20)\d\d(?!\d)")
"""Behind a word whose end may be a month (`RedMar, 2018 - 2019`) two years tell that it is none."""
_SPACED_YEAR = re.compile(r"(?<!\S)[12] \d \d \d(?!\S)")
_PIECE = re.compile(r"\S+")
_ROMAN_NAMES = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = {name: month for month, name in enumerate(_ROMAN_NAMES, start=1)}
_ROMAN_MONTH = re.compile(r"(?<![^\W_])([IVX]{1,4})(?:[./-]|\. )(?:19|20)\d\d(?!\d)")
"""The number of a month before its year, `IX.2020`; behind a word it counts something else: `Part II/2020`."""
_ROMAN_RANGE = re.compile(
    r"(?<![^\W_])([IVX]{1,4})[./ -] ?(?:19|20)\d\d ?[-–—] ?([IVX]{1,4})[./ -] ?(?:19|20)\d\d(?!\d)"
)
"""Two such are a range behind a word too, and with spaces: `IX 2020 – II 2021`."""
_ROMAN_MONTHS = re.compile(r"(?:^|(?<=[\t\n(]))([IVX]{1,4})[./]? ?[-–—] ?([IVX]{1,4})[./-] ?(?:19|20)\d\d(?!\d)")
"""And where a cell begins, two of one year: `VII–IX.2020`."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ .]?$")
_BEFORE_DATES = ("F", "V", "R", "o", "E")
_LONGEST_PIECE = 8  # letters that stand together in a word set with spaces between its letters: `PRESE N T`
_MOST_PIECES = 12  # of such a word
_SHORTEST_MISTYPED = 5  # letters
_INSIDE = frozenset(" -.'’")  # what may stand inside of a phrase: "on-going", "aujourd'hui"


@dataclass(frozen=True, slots=True)
class DateWord:
    """What a word means in a date: its symbol, and its number where it has one."""

    symbol: str
    value: int = 0


@dataclass(frozen=True, slots=True)
class Symbols:
    """A text as symbols: one character of `text` for each of its tokens, with its number and its place."""

    text: str
    values: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]


def plain(word: str) -> str:
    """A word in small letters and without accents: they are often left out."""
    word = word.lower()
    if word.isascii():
        return word
    return "".join(one for one in unicodedata.normalize("NFKD", word) if not unicodedata.combining(one))


class DateLexicon:
    """The date words of some languages, looked up in a text. Of a word with two meanings the first below counts."""

    def __init__(self, languages: Sequence[DateWords], others: Sequence[DateWords] = ()) -> None:
        self._words: dict[str, DateWord] = {}
        self._thousands: set[str] = set()
        self._phrases: dict[str, list[tuple[list[str], DateWord]]] = {}
        for one in languages:
            for month, names in enumerate(one.months, start=1):
                self._add("M", names, month)
        for one in (*languages, *others):  # where a range ends, nothing else can be meant
            self._add_present(one)
        for one in languages:
            for first, names in one.fiscal.items():
                self._add("f", names, first)
            for first, names in one.seasons.items():
                self._add("S", names, first)
            for length, names in one.parts.items():
                self._add("Q", names, length)
        for symbol, part in _PARTS.items():  # of a word with several meanings the first counts
            for one in languages:
                self._add(symbol, getattr(one, part))
        for one in languages:
            for unit, names in one.units.items():
                self._add("U", names, _UNITS.index(unit))
            for number, names in enumerate(one.numbers, start=1):
                self._add("C", names, number)
            self._add_years(one)
        for phrases in self._phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))

    def _add_present(self, words: DateWords) -> None:
        """The words for the present; those that begin with a sign of range ("to date") need no other."""
        signs = [_WORD.findall(plain(word)) for word in words.range_words]
        for name in words.present:
            parts = _WORD.findall(plain(name))
            self._add("p" if any(parts[: len(sign)] == sign for sign in signs) else "P", [name])

    def _add_years(self, words: DateWords) -> None:
        """The years that are told in words: "two thousand nineteen", "two thousand and nineteen"."""
        self._thousands |= {plain(name) for names in words.thousands.values() for name in names}
        for first, names in words.thousands.items():
            for after, number in enumerate(words.after_thousands, start=1):
                joined = [f"{name} {join} {number}" for name in names for join in ("", *words.and_)]
                self._add("Y", joined, first + after)

    def may_date(self, text: str) -> bool:
        """Whether a text holds a number, in digits or as the beginning of a year in words: without one there is no
        date.
        """
        if _DIGIT.search(text):
            return True
        lower = text.lower()
        return any(name in lower for name in self._thousands)

    def _add(self, symbol: str, names: Sequence[str], value: int = 0) -> None:
        for name in names:
            first, *rest = _WORD.findall(plain(name))
            if rest:
                self._phrases.setdefault(first, []).append((rest, DateWord(symbol, value)))
            else:
                self._words.setdefault(first, DateWord(symbol, value))

    @cached_property
    def _typed(self) -> dict[str, list[str]]:
        """The words that are told though mistyped, by their symbol."""
        return {
            symbol: [
                name for name, word in self._words.items() if word.symbol == symbol and len(name) >= _SHORTEST_MISTYPED
            ]
            for symbol in "PM"
        }

    def symbols(self, text: str) -> Symbols:
        """The text in symbols; the letters are told at `Forms`."""
        plain_text, places = _closed_up(text, self._words) if _SPACED_YEAR.search(text) else (text, None)
        found: list[tuple[str, int, int, int]] = []
        parts = _TOKEN.findall(plain_text)  # nothing is left between them
        edges = [0, *accumulate(map(len, parts))]
        tokens = [*zip(parts, edges, edges[1:], strict=False)]
        roman = self._roman_months(plain_text)
        index = 0
        while index < len(tokens):
            token, start, end = tokens[index]
            index += 1
            if start in roman:
                found.append(("M", roman[start], start, end))
            elif token[0].isalpha():
                word, more = self._torn_month(tokens, index) or self._word(token, tokens, index)
                if more:
                    end = tokens[index + more - 1][2]
                    index += more
                if word is None and not _YEARS_ALONE.match(plain_text, end) and (glued := self._glued(token)):
                    word, length = glued
                    found += [("w", 0, start, end - length), (" ", 0, end - length, end - length)]
                    start = end - length
                if word is None:
                    word = self._mistyped(token, found, tokens[index : index + 3])
                found.append((word.symbol, word.value, start, end) if word else ("w", 0, start, end))
            elif token.isdecimal():
                before = "".join(symbol for symbol, *_ in found[-2:])  # a word, or a short form with its dot
                if before.endswith(("w", "w.")) and self._opens_range(plain_text, start):
                    found.append((" ", 0, start, start))
                found.append((_number(token), int(token[:9]), start, end))
                if index < len(tokens) and tokens[index][0][:2].istitle() and len(tokens[index][0]) > 1:
                    found.append((" ", 0, end, end))  # "2020Search team"
            elif token.isspace():
                found.append(("\n" if "\n" in token else "\t" if "\t" in token else " ", 0, start, end))
            elif token.startswith(_LEADER):  # from the end of one cell to the next
                found.append(("\t", 0, start, end))
            else:
                mark = "–" if token == ">" and "<" not in text else _MARKS.get(token, "*") or token
                found.append((mark, 0, start, end))
        found = _exactly(found)
        symbols, values, starts, ends = zip(*found, strict=True) if found else ((), (), (), ())
        if places is not None:
            starts, ends = tuple(places[one] for one in starts), tuple(places[one - 1] + 1 for one in ends)
        return Symbols("".join(symbols), values, starts, ends)

    def _opens_range(self, text: str, start: int) -> bool:
        """Whether a range of dates begins here, behind a word that it is glued to, and ends with its cell."""
        found = _GLUED_RANGE.match(text, start)
        return found is not None and (found[1] is None or self._symbol(found[1]) in ("P", "p"))

    def may_go_on(self, before: str, line: str) -> bool:
        """Whether a date in the line before may end in this one: a sign of range or a month stands at the edge."""
        last, first = _LAST.search(before[-_EDGE:]), _FIRST.match(line)
        edge = [found[0].strip() for found in (last, first) if found]
        if any(one in _MARKS or self._symbol(one) in _AT_EDGE for one in edge):
            return True
        return last is not None and len(last[0]) >= _SHORTEST_MISTYPED and self._meant(last[0], "M") is not None

    def names_a_month(self, word: str) -> bool:
        """Whether a word names a month or a season."""
        return self._symbol(word) in ("M", "S")

    def _symbol(self, word: str) -> str:
        found = self._words.get(plain(word))
        return found.symbol if found else ""

    def _word(self, token: str, tokens: Sequence[tuple[str, int, int]], index: int) -> tuple[DateWord | None, int]:
        """What a word means, alone or with those after it, and how many tokens after it belong to it."""
        key = plain(token)
        for rest, word in self._phrases.get(key, ()):
            at = index
            for part in rest:
                while at < len(tokens) and tokens[at][0] in _INSIDE:
                    at += 1
                if at >= len(tokens) or plain(tokens[at][0]) != part:
                    break
                at += 1
            else:
                return word, at - index
        return self._words.get(key), 0

    def _torn_month(self, tokens: Sequence[tuple[str, int, int]], index: int) -> tuple[DateWord, int] | None:
        """The month whose name fell in two pieces before a number, and how many tokens after the first it has: `No v.
        2012`, as text is handed out whose letters are set close to each other.
        """
        name, space, rest = ([one for one, *_ in tokens[index - 1 : index + 2]] + ["", ""])[:3]
        if space != " " or not rest.isalpha() or not any(one.isdecimal() for one, *_ in tokens[index + 2 : index + 5]):
            return None
        word = self._words.get(plain(name + rest))
        return (word, 2) if word is not None and word.symbol == "M" else None

    def _roman_months(self, text: str) -> dict[int, int]:
        """The months that are written as Roman numerals, by where each begins."""
        found: dict[int, int] = {}
        for match in (*_ROMAN_RANGE.finditer(text), *_ROMAN_MONTHS.finditer(text)):
            found |= {match.start(group): _ROMAN.get(match[group], 0) for group in (1, 2)}
        for match in _ROMAN_MONTH.finditer(text):
            before = _WORD_BEFORE.search(text, max(0, match.start() - _EDGE), match.start())
            if before is None or self._symbol(before[1]) in _BEFORE_DATES:
                found[match.start()] = _ROMAN.get(match[1], 0)
        return {start: month for start, month in found.items() if month}

    def _glued(self, token: str) -> tuple[DateWord, int] | None:
        """The month or season at the end of a word without a space before it, "LabsSep", and its length."""
        parts = _GLUED.split(token)
        word = self._words.get(plain(parts[-1])) if len(parts) > 1 else None
        return (word, len(parts[-1])) if word is not None and word.symbol in "MSF" else None

    def _mistyped(
        self, token: str, before: Sequence[tuple[str, int, int, int]], after: Sequence[tuple[str, int, int]]
    ) -> DateWord | None:
        """The word that was meant where one is due: the present after a dash, a month before a number."""
        if len(token) < _SHORTEST_MISTYPED:
            return None
        due = "M" if any(one[0].isdecimal() for one in after) else ""
        if next((symbol for symbol, *_ in reversed(before[-2:]) if symbol != " "), "") in _SIGNS:
            due += "P"
        if not due:
            return None
        return self._meant(token, due)

    def _meant(self, token: str, due: str) -> DateWord | None:
        """The word of one of these symbols that a word is but for a slip of the pen; in the shortest names of months
        letters may only have changed places: `Mrach`, but no `Match 2019`.
        """
        key = plain(token)
        for symbol, name in ((one, name) for one in due for name in self._typed[one]):
            turned = symbol == "P" or len(name) > _SHORTEST_MISTYPED or sorted(name) == sorted(key)
            if turned and name[0] == key[0] and name[-1] == key[-1] and _is_a_slip_from(name, key):
                return self._words[name]
        return None


def _exactly(found: list[tuple[str, int, int, int]]) -> list[tuple[str, int, int, int]]:
    """The symbols without the words for about when that stand before a date, "from early 2020 to the end of May 2021";
    elsewhere they are words like any others.
    """
    if not any(symbol == "v" for symbol, *_ in found):
        return found  # most texts
    kept: list[tuple[str, int, int, int]] = []
    left_out = False
    for index, one in enumerate(found):
        if one[0] == "v":
            after = next((symbol for symbol, *_ in found[index + 1 :] if symbol not in " \n-v"), "")
            left_out = after in _DATED
            if not left_out:
                kept.append(("w", *one[1:]))
        elif not (left_out and one[0] in " -"):
            left_out = False
            kept.append(one)
    return kept


_LAST, _FIRST = re.compile(r"(?:[^\W\d_]+|[-–—−~→&])(?=[\s.,]*$)"), re.compile(r"\s*(?:[^\W\d_]+|[-–—−~→])")
_EDGE = 40  # characters at the end of a line that are looked at
_AT_EDGE = frozenset("MSRFVoAE")
_SIGNS = ("-", "–", "R")  # of a range
_DATED = frozenset("MSQYdDKf")  # what a word for about when stands before: "early 2020", "the end of May 2020"


def _is_a_slip_from(name: str, typed: str) -> bool:
    """Whether one letter is missing, wrong, too many or has changed its place."""
    from rapidfuzz.distance import OSA

    return OSA.distance(name, typed, score_cutoff=1) <= 1


def _number(token: str) -> str:
    """The symbol of a number: what it may be in a date."""
    if len(token) == 4:
        return "Y" if _FIRST_YEAR <= int(token) <= _LAST_YEAR else "X" if token[:2] in _MISTYPED_YEARS else "N"
    if len(token) > 2 or token == "0":
        return "N"
    number = int(token)
    if len(token) == 1:
        return "d"
    return "D" if 1 <= number <= 12 else "K" if 13 <= number <= 31 else "Z"


def _closed_up(text: str, words: dict[str, DateWord]) -> tuple[str, list[int]]:
    """A text that is set with spaces between its letters, "M AY 2 0 2 1", without those inside of numbers and of date
    words; and for each of its characters its place in the text.
    """
    drop: set[int] = set()
    pieces = list(_PIECE.finditer(text))
    for run in _runs(pieces, str.isdecimal, 1):
        drop.update(piece.end() for piece in run[:-1])
    for run in _runs(pieces, str.isalpha, _LONGEST_PIECE):
        drop.update(_inside_of_words(run, words))
    places = [index for index in range(len(text)) if index not in drop]
    return "".join(text[index] for index in places), places


def _inside_of_words(run: Sequence[re.Match[str]], words: dict[str, DateWord]) -> Iterator[int]:
    """Where the spaces stand between pieces that are a date word together, the longest one from each piece on."""
    begin = 0
    while begin < len(run) - 1:
        for end in range(min(len(run), begin + _MOST_PIECES), begin + 1, -1):
            if plain("".join(piece[0] for piece in run[begin:end])) in words:
                yield from (piece.end() for piece in run[begin : end - 1])
                begin = end - 1
                break
        begin += 1


def _runs(
    pieces: Sequence[re.Match[str]], holds: Callable[[str], bool], longest: int
) -> Iterator[Sequence[re.Match[str]]]:
    """The longest stretches of pieces of one kind with one space between them."""
    begin = 0
    for index in range(1, len(pieces) + 1):
        joined = index < len(pieces) and pieces[index].start() == pieces[index - 1].end() + 1
        both = joined and all(len(piece[0]) <= longest and holds(piece[0]) for piece in pieces[index - 1 : index + 1])
        if not both:
            if index - begin > 1:
                yield pieces[begin:index]
            begin = index
