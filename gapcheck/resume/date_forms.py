"""The forms of dates and lengths, as patterns over the symbols of `date_symbols`.

    M  name of a month            Y  year, 1950 to 2099       F  since        ' - – / . , ( ) | : ; +  such marks
    S  season                     X  19.. or 21.., no such    V  from         (– is any long dash, | any bullet)
    Q  quarter, half year         d  1 to 9                   R  to, until    space  tab  newline  white space
    P  present                    D  01 to 12                 O  onwards      $  signs before numbers that are no dates
    p  present with its "to"      K  13 to 31                 o  of           *  any other mark
    E  expected                   Z  other number, 2 digits   A  and          w  any other word
    B  born                       N  any other number         h  end of 1st   I  in, by: a sentence goes on
    C  one to twelve              U  hour, month, year        L  duration     G  internship, project: what lasts
    T  telephone                  f  fiscal year              ~  two or three dots
    H  as: the post that lasted

`@` stands for the number of the date in its range. All repetitions are bounded, so a pattern needs linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gapcheck.resume.date_symbols import Symbols

_DAY, _MONTH, _SHORT, _DIGITS = "[dDK]", "[dD]", "[DKZ]", "dDKZNXY"
_BEFORE = r"(?<![A-Za-z.$])(?<![dDKZNXY][./-])"  # no piece of a number, an address or a name
_AFTER = r"(?![A-Za-z%+])"
_NAMED_JOIN = r"\.?(?:,?\n| ?(?:[,/–-] ?)?(?:o[ '])?)"
_DAY_BEFORE = rf"(?:{_DAY}h?\.?(?: ?[-/.] ?| )?(?:o[' ])?|(?<=[FV] ){_DAY}h?\n)?"
_NO_DAY = r"(?!h)(?! ?,? ?Y)"  # "May 12, 2020" is no year 12

_POINT = (
    rf"(?:(?P<named@>M)\.? ?(?P<day@>{_DAY})h?(?: ?, ?| )(?:' ?)?(?P<dyear@>Y)"  # March 5, 2020
    rf"|{_DAY_BEFORE}(?P<month@>M)"  # 5 March 2020, Mar-2020, Mar '20, Mar 20
    rf"(?:{_NAMED_JOIN}(?:(?:' ?)?(?P<myear@>Y)|' ?(?P<mshort@>{_SHORT}))|(?:[-/]|\.? ?)(?P<mbare@>{_SHORT}){_NO_DAY})"
    rf"|(?P<ryear@>Y)[ ,./-]{{1,2}}(?P<rmonth@>M)\.?(?:[-./ ]{_DAY})?(?![ ,./'-]{{0,2}}[YDKZ])"  # 2020-Mar-05
    rf"|(?P<season@>S){_NAMED_JOIN}(?:(?:' ?)?(?P<syear@>Y)|' ?(?P<sshort@>{_SHORT}))(?:/(?:Y|{_SHORT})|-{_SHORT})?"
    rf"|(?P<fiscal@>f) ?(?:' ?)?(?P<fiscalyear@>Y|{_SHORT})(?P<fiscalend@>[-/]{_SHORT}(?![\w.]))?"  # FY18, FY 2018-19
    rf"|(?P<q@>Q) ?(?P<part@>d){_NAMED_JOIN}(?:' ?)?(?P<qyear@>Y|{_SHORT})"  # Q1 2020
    rf"|(?P<part_@>d)\.?h?\.? ?(?P<q_@>Q){_NAMED_JOIN}(?:' ?)?(?P<qyear_@>Y|{_SHORT})"
    rf"|(?P<qyear__@>Y)[-/ ]? ?(?P<q__@>Q) ?(?P<part__@>d)"
    rf"|(?P<iyear@>Y)(?:-(?P<imonth@>{_MONTH})(?:-{_DAY})?|(?:\.| ?/ ?)(?P<imonth_@>{_MONTH})(?:(?:\.| ?/ ?){_DAY})?)"
    r"(?![dDKZNXY])"  # 2020-03-05
    rf"|(?P<first@>{_DAY}) ?(?P<sep@>[./-]) ?(?P<second@>{_DAY}) ?(?P=sep@) ?(?P<fyear@>Y)"  # 05.03.2020, 3/5/2020
    rf"|(?P<number@>{_MONTH})(?:[.-]| ?/ ?)(?P<nyear@>Y)"  # 03/2020
    rf"|(?:{_DAY}[./])?(?P<snumber@>{_MONTH}) ?[./'] ?(?P<snyear@>{_SHORT})(?![/.]\w)"  # 03/20
    rf"|' ?(?P<apos@>[DKZ])(?![./])"  # '18 - '21
    rf"|(?P<only@>Y)(?: ?\( ?E\.? ?\))?)"
)


def _point(n: int) -> str:
    return _POINT.replace("@", str(n))


_SIGN = r"(?:[ \t\n]?(?:[-–]{1,3} ?(?:R(?: ?:)?)?|~|R(?: ?:)?(?:\nR)?)|[ \t]?[|,;] ?R ?:| :)[ \t\n]?"
_JOIN = r" ?(?:[-–/]|R|A) ?"
_LEAD = r"(?:(?P<expected>E)\.?:? ?I? ?)?(?:(?:(?P<since>F)\.?|(?P<from>V)|o'?)(?: ?:)?[ \n]?)?"
_DAYS = (
    rf"(?P<days>M)\.? ?{_DAY}h? ?(?:[-–]|R|A) ?{_DAY}h?(?: ?, ?| )(?P<daysyear>Y)"  # May 7-15, 2020
    rf"|{_DAY}h?\.? ?(?:[-–]|R|A) ?{_DAY}h?\.?[ .]?(?:o )?(?P<days_>M){_NAMED_JOIN}(?P<daysyear_>Y)"
    rf"|{_DAY}\.? ?[-–] ?{_DAY}\.(?P<daysnumber>{_MONTH})\.(?P<daysyear__>Y)"
    rf"|(?P<dmonth>M)\.? ?{_DAY}h?{_JOIN}(?P<dmonth2>M)\.? ?{_DAY}h?(?: ?, ?| )(?P<dmyear>Y)"  # May 2 - Jun 3, 2020
    rf"|(?P<nmonth>{_MONTH}) ?[-–] ?(?P<nmonth2>{_MONTH})(?:\.| ?/ ?)(?P<nmyear>Y)"  # 03 - 08/2020
)
_START = (
    rf"(?:(?P<whole>{_point(1)})"
    rf"|{_DAY_BEFORE}(?P<pmonth>M)\.?|(?P<pseason>S)|(?P<pq>Q) ?(?P<ppart>d))"  # Jun - Aug 2020: the year follows
)
_UNKNOWN = r"(?P<unknown>(?<=[dD][./-]Y) w (?=[dD][./-]Y))"  # 03/2020 ol 05/2021, in whatever language
_LEFT = r"(?(from)(?: A[ \n](?:R )?|[,;] ?(?:A )?R )|(?!))"  # hired 03/2020, left 05/2021
_END = (
    rf"(?:(?:{_SIGN}|(?(whole)(?:(?:(?<=Y)|(?<=Y[-.][dD])) ?/ ?|{_LEFT}|{_UNKNOWN})|{_JOIN}))"
    r"(?:\(E\.?:? ?\) ?|(?P<opened>\()?E\.?:? ?)?"  # – (expected) May 2027
    rf"(?:(?P<bracket>\( ?)?(?P<present>P|p)(?(bracket) ?\))"
    rf"|(?:{_DAY}h?\n)?{_point(2)}(?(opened) ?\))|(?:' ?)?(?P<end>{_SHORT})(?![./]))"
    r"|(?P<present_>[ \t\n]?p|\tP|(?(whole), ?P(?= ?(?:[\n\t)|;]|$))|(?!)))"  # May 2023, ongoing
    r"|(?P<onwards> ?O|(?<=[YdD])/~(?=[ \n\t)|]|$))"
    r"|(?P<dangling>(?:[ \t]?(?:[-–]{1,3}|R) ?|[ \t]~)(?=[\n\t)|]|$)))"  # 2020-03 ..
)
_MORE = (
    r"(?(whole)(?P<more>(?: ?[,A][ \n]?(?:A )?(?:' ?)?Y){1,6}(?! ?(?:[-–/]|R)))?|(?!))"  # Summer 2021, 2022 and 2023
)

RANGE = re.compile(
    rf"{_BEFORE}(?:(?P<birth>B[ :.\t]{{0,3}}(?:[IoV] )?[dDKZYMho ./,'–-]{{1,14}})"
    rf"|(?P<phone>T(?: ?[:.]{{1,2}}[ \t]?[{_DIGITS} ()/+.–-]{{1,24}}| (?:[{_DIGITS}+()]{{1,4}} ){{1,6}}[{_DIGITS}]))"
    rf"|{_DAYS}|{_LEAD}{_START}(?:{_END}|{_MORE})){_AFTER}"
)
"""A date or a range. Date 1 begins it or stands alone, 2 ends it."""

_AMOUNT = r"(?P<{0}>[dDKZNX])(?:[.,](?P<{0}_>[dDKZ]))?|(?P<{0}__>C)"
_EDGE = r"[\t\n|,;()]"
LENGTH = re.compile(
    rf"(?:^|(?<=^\* )|(?<=\n\* )|(?<={_EDGE})|(?<={_EDGE} )|(?<=[:–-] ))(?:L ?[:–-]? ?)?(?:C )??"
    rf"(?:{_AMOUNT.format('count')})\+?[ -]?(?P<unit>U)\.?"
    rf"(?: ?(?:,|A)? ?(?:{_AMOUNT.format('count2')})[ -]?(?P<unit2>U)\.?)?"
    rf"(?= ?(?:{_EDGE}|$|(?<=\.) ?w| G| H | I (?:(?:w )?(?:U )?Y|[SM](?: w)?(?:,? Y)?) ?(?:{_EDGE}|$)))"
)
"""A length that stands by itself: `6 months`, `(1 year 3 months)`, `100 hours`; or before a post: `2 years as cook`."""

CURRENT = re.compile(r"\((?:[^()\n]{0,20}[,;])? ?[Pp] ?\)")
"""What says in brackets that something goes on: `(permanent, current)`."""

UNTIL = re.compile(r"(?:^|[\t\n,;(]) ?R $")
"""What makes a date the end of a length beside it: `1 year 8 months, until April 2023`."""

BETWEEN_SPELLS = re.compile(r"[ ,;A+/|()\n]{1,4}|(?P<post>\)?[,;]? ?[(/]?(?: ?[wVoIA],?){1,6} ?\(?)")
"""What stands between two spells of one entry, or names the post that was held before: "(promoted from Clerk, "."""

DATE_LIKE = re.compile(
    r"(?<![A-Za-z.$])(?:M[ .,/'–-]{0,2}[NXY]|X ?(?:[-–]|R) ?[YXPp]|[YDKZ] ?(?:[-–]|R) ?X"
    r"|[dDKZ] ?[./-] ?[XY]|[XN] ?(?:[-–]|R) ?[Pp])"
)
"""What looks like a date, where no form above fits."""

_APART_BEFORE = re.compile(r"(?:^|[\t\n(|,;:–]|[ )]-) ?$")
_APART_AFTER = re.compile(r" ?(?:[\t\n()|,;:–-]|$)")
_GOES_ON = re.compile(r" ?R ?(?:\n|$)")  # the end of a range stands on the next line
_PRESENT_BELOW = re.compile(r" ?\n(?:[^\n]*[\t(|,] ?)?[Pp]\)?(?:\n|$)")
_TIME = re.compile(r",? [dDKZ]:")
_IN_SENTENCE = re.compile(r"[IFVRo] ?$")
_LENGTH_BEFORE = 9  # symbols: an edge, a length and "in"
_AFTER_LENGTH = re.compile(r"(?:^|[\t\n|,;(] ?|[-–] )[dDKZC][ -]?U I $")  # "6 months in 2018"
_JOINING = 4  # letters of a word that joins two dates, at most
_LABELLED = re.compile(
    r"(?:(?:^|[\t\n()|,;:–]| -) ?(?:[A-Za-z] ?)?|[LU] ?)$"
)  # "Class of 2018-2022", "for the period of"
_CENTURY = 50  # years below this one are of this century
_SEASON_LENGTH = 3
_LONGEST_SPAN = 5  # years of a span that could also be a month: "2010-12"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as precise as it was written: first and last month counted from year 0."""

    first: int
    last: int
    year_only: bool = False


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or range where it stands: from `begin` to `end` in the text, from `first` to `last` in its symbols.

    A range has an end `until`, or is `open`; `dangling` if only a dash says so. `apart` is what is no part of a
    sentence.
    `also` are further spells like the first ("Summer 2021 and 2022"). Without a `start` it is a date of birth, a number
    of a telephone, or none.
    """

    begin: int
    end: int
    first: int
    last: int
    start: Moment | None = None
    until: Moment | None = None
    open: bool = False
    dangling: bool = False
    apart: bool = True
    also: tuple[Moment, ...] = ()

    @property
    def is_range(self) -> bool:
        """Whether more is said than one date."""
        return self.open or self.until is not None

    @property
    def is_stretch(self) -> bool:
        """Whether it is a range or the name of one, as a season is."""
        return self.is_range or (
            self.start is not None and self.start.first < self.start.last and not self.start.year_only
        )


def month_number(year: int, month: int) -> int:
    """Months from year 0; January is 1."""
    return year * 12 + month - 1


def dated_in(symbols: Symbols, text: str) -> list[DateSpan]:
    """All that has the form of a date or range in a text and its symbols, in order."""
    found = (_Match(match, symbols, text).dated() for match in RANGE.finditer(symbols.text))
    return [one for one in found if one is not None]


class _Match:
    """One match of `RANGE`, and what it says."""

    def __init__(self, match: re.Match[str], symbols: Symbols, text: str) -> None:
        self._match, self._symbols, self._text = match, symbols, text

    def dated(self) -> DateSpan | None:
        """The date or range; None where it is none by itself ("Jan 13")."""
        match, symbols = self._match, self._symbols
        first, last = match.start(), match.end()
        place = DateSpan(symbols.starts[first], symbols.ends[last - 1], first, last)
        if match["birth"] or match["phone"]:
            return replace(place, apart=False)
        if not match["whole"]:
            start, until = self._joint()
            return replace(place, start=start, until=until)
        start, until = self._point(1), self._point(2)
        if match["end"] or match["unknown"]:
            until = self._short_end() if match["end"] else self._behind_unknown(until)
            if until is None:
                last = match.end("whole")
                place = replace(place, last=last, end=symbols.ends[last - 1])
        is_open = any(match[name] for name in ("present", "present_", "onwards")) or self._dangles_openly(first, last)
        apart = self._is_apart(first, last)
        if match["since"] and until is None:
            is_open, apart = True, is_open or apart
        if match["from"] and until is None and not is_open:
            is_open = apart and _GOES_ON.match(symbols.text[last : last + 5]) is None
        if not (is_open or until is not None):
            if self._is_only_day(first, last):
                return None
            start, until = self._span_of_years() or (start, None)
        else:
            apart = apart or not (match["since"] or self._is_of_something(first))
        also = self._also(start) if match["more"] else ()
        return replace(
            place, start=start, until=until, open=is_open, dangling=bool(match["dangling"]), apart=apart, also=also
        )

    def _value(self, name: str) -> int:
        return self._symbols.values[self._match.start(name)]

    def _year(self, *names: str) -> int:
        """The year in the first of these groups that matched, with its century."""
        name = next(name for name in names if self._match[name] is not None)
        year = self._value(name)
        return year if year > 99 else year + (2000 if year < _CENTURY else 1900)

    def _point(self, n: int) -> Moment | None:
        """Date `n` of the match; None where it is not there, or is no date."""
        match = self._match
        if match[f"named{n}"]:
            return _month(self._year(f"dyear{n}"), self._value(f"named{n}"))
        if match[f"month{n}"]:
            return _month(self._year(f"myear{n}", f"mshort{n}", f"mbare{n}"), self._value(f"month{n}"))
        if match[f"rmonth{n}"]:
            return _month(self._year(f"ryear{n}"), self._value(f"rmonth{n}"))
        if match[f"season{n}"]:
            return _stretch(self._year(f"syear{n}", f"sshort{n}"), self._value(f"season{n}"), _SEASON_LENGTH)
        if match[f"fiscal{n}"]:
            year = self._year(f"fiscalyear{n}") - (match[f"fiscalend{n}"] is None)
            return _stretch(year, self._value(f"fiscal{n}"), 12)
        for more in ("", "_", "__"):
            if match[f"part{more}{n}"]:
                length = self._value(f"q{more}{n}")
                return _part(self._year(f"qyear{more}{n}"), self._value(f"part{more}{n}"), length)
        for more in ("", "_"):
            if match[f"imonth{more}{n}"]:
                return _month(self._value(f"iyear{n}"), self._value(f"imonth{more}{n}"))
        if match[f"fyear{n}"]:
            month = self._value(f"first{n}" if self._month_first() else f"second{n}")
            return _month(self._value(f"fyear{n}"), month) if month <= 12 else None
        if match[f"nyear{n}"]:
            return _month(self._value(f"nyear{n}"), self._value(f"number{n}"))
        if match[f"snyear{n}"]:
            return _month(self._year(f"snyear{n}"), self._value(f"snumber{n}"))
        if match[f"apos{n}"]:
            return _year(self._year(f"apos{n}"))
        return _year(self._value(f"only{n}")) if match[f"only{n}"] else None

    def _month_first(self) -> bool:
        """Whether the month stands before the day, as in the US: day first unless a date can't be so, or both would
        begin on the first of a month.
        """
        ends = [n for n in (1, 2) if self._match[f"fyear{n}"]]
        firsts, seconds = ([self._value(f"{name}{n}") for n in ends] for name in ("first", "second"))
        if max(seconds) > 12 or max(firsts) > 12:
            return max(seconds) > 12
        return len(ends) == 2 and set(seconds) == {1} and self._match["sep1"] == "/"

    def _joint(self) -> tuple[Moment | None, Moment | None]:
        """Both ends of a range whose year, or month and year, is said once."""
        match = self._match
        for month, year in (("days", "daysyear"), ("days_", "daysyear_"), ("daysnumber", "daysyear__")):
            if match[month]:
                moment = _month(self._value(year), self._value(month))
                return moment, moment
        for first, second, year in (("dmonth", "dmonth2", "dmyear"), ("nmonth", "nmonth2", "nmyear")):
            if match[first]:
                end = _month(self._value(year), self._value(second))
                return _before(end, self._value(first), 1), end
        until = self._point(2)
        if until is None:
            return None, None
        for first, length in (("pmonth", 1), ("pseason", _SEASON_LENGTH)):
            if match[first]:
                return _before(until, self._value(first), length), until
        return _part(until.first // 12, self._value("ppart"), self._value("pq")), until

    def _short_end(self) -> Moment | None:
        """The end of a range of years whose century was said before, `2018-20`; None where the number is none."""
        if not self._match["only1"]:
            return None
        end = self._symbols.ends[self._match.end() - 1]
        after = self._text[end : end + 2]
        first, short = self._value("only1"), self._value("end")
        year = first - first % 100 + short
        if year < first and first < 2000:
            year += 100
        return _year(year) if year >= first and not after.strip().islower() else None

    def _behind_unknown(self, until: Moment | None) -> Moment | None:
        """The end of a range behind a word that no list knows: only a short one joins two dates."""
        at = self._match.start("unknown") + 1
        short = self._symbols.ends[at] - self._symbols.starts[at] <= _JOINING
        start = self._point(1)
        return until if short and until and start and until.last >= start.first else None

    def _is_only_day(self, first: int, last: int) -> bool:
        """Whether a single date may as well be a day of a month, `Jan 13`, or no date at all, `05/23`, as `'14` is
        where it does not stand between marks or in a cell of its own.
        """
        match, text = self._match, self._symbols.text
        bare = match["mbare1"] and text[match.start("mbare1") - 1] not in "-/"
        alone = _APART_BEFORE.search(text[:first]) and _APART_AFTER.match(text, last)
        return bool(bare or match["snyear1"] or (match["apos1"] and not alone))

    def _span_of_years(self) -> tuple[Moment, Moment] | None:
        """The ends of `2010-12` where that is a span of years: such a month would be `12/2010`."""
        match = self._match
        if match["imonth1"] is None or match.end("imonth1") != match.end("whole"):
            return None
        year = self._value("iyear1")
        years = self._value("imonth1") - year % 100
        return (_year(year), _year(year + years)) if 0 < years <= _LONGEST_SPAN else None

    def _also(self, start: Moment | None) -> tuple[Moment, ...]:
        """The further years of `Summer 2021, 2022 and 2023`."""
        if start is None:
            return ()
        begin, end = self._match.span("more")
        years = [self._symbols.values[at] for at in range(begin, end) if self._symbols.text[at] == "Y"]
        steps = [12 * (year - start.first // 12) for year in years]
        return tuple(Moment(start.first + step, start.last + step, start.year_only) for step in steps)

    def _dangles_openly(self, first: int, last: int) -> bool:
        """Whether a sign of range without an end means the present: a dash does, "to" where that stands below it, and
        dots where they do not end a sentence.
        """
        dangling = self._match["dangling"] or ""
        if "~" in dangling and not _APART_BEFORE.search(self._symbols.text[:first]):
            return False
        return bool(dangling) and ("R" not in dangling or bool(_PRESENT_BELOW.match(self._symbols.text, last)))

    def _is_of_something(self, first: int) -> bool:
        """Whether a range tells of what time something is: "the readings of 2010 to 2022"."""
        return self._symbols.text[first] == "o" and not _LABELLED.search(self._symbols.text[:first])

    def _is_apart(self, first: int, last: int) -> bool:
        """Whether a date stands by itself and not inside of a sentence."""
        before, after = self._symbols.text[max(0, first - _LENGTH_BEFORE) : first], self._symbols.text[last : last + 5]
        if self._match["expected"] or _GOES_ON.match(after):
            return True
        if self._symbols.text[first] == "o" and not self._match["fyear1"]:
            return False  # the reports of 2020
        alone = (
            before[-1:] in ("", "\n") and after[:1] in ("", "\n") and not (self._match["since"] or self._match["from"])
        )
        if self._match["fyear1"] and (_TIME.match(after) or alone):
            return False  # the day on which a page was printed
        if _IN_SENTENCE.search(before):
            return bool(_AFTER_LENGTH.search(before) and _APART_AFTER.match(after))
        return bool(_APART_BEFORE.search(before) or _APART_AFTER.match(after))


def _before(until: Moment, month: int, length: int) -> Moment:
    """The beginning whose year is that of the end, or the year before where it would come after it."""
    start = _stretch(until.last // 12, month, length)
    return start if start.first <= until.last else _stretch(until.last // 12 - 1, month, length)


def _month(year: int, month: int) -> Moment:
    return _stretch(year, month, 1)


def _year(year: int) -> Moment:
    return Moment(month_number(year, 1), month_number(year, 12), year_only=True)


def _part(year: int, number: int, length: int) -> Moment | None:
    """The quarter, the half of a year; None where a year has no such."""
    return _stretch(year, (number - 1) * length + 1, length) if 1 <= number <= 12 // length else None


def _stretch(year: int, month: int, length: int) -> Moment:
    first = month_number(year, month)
    return Moment(first, first + length - 1)
