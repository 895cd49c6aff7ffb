"""A line of text → the personal details that are known by their form: e-mail, link, phone, address, birth date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from gapcheck.privacy.marking import Detail, folded, unaccented
from gapcheck.taxonomy import PrivacyWords

_AT, _DOT = r"(?:@|\s?[(\[{]\s?at\s?[)\]}]\s?|\s@\s)", r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?)"
_DIGIT, _AT_SPELLED = re.compile(r"\d"), re.compile(r"[(\[{]\s?at\s?[)\]}]", re.IGNORECASE)
_EMAIL = re.compile(
    rf"[\w.+%'-]*\w{_AT}[\w-]+(?:{_DOT}[\w-]+)*{_DOT}[a-z]{{2,}}|[\w.+%'-]*\w@$|^@[\w-]+(?:\.[\w-]+)+", re.I
)
_SPELLED_EMAIL = re.compile(r"[\w.+-]+ at [\w-]+(?: dot [\w-]+)+", re.IGNORECASE)
_URL = re.compile(r"(?:\w+://|www\.)\S*[^\s.,;)\]|]", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z_][\w.-]{2,}")
_DIGITS = re.compile(r"(?<![\w.])\+?[(\[]?\d[\d\s()\[\]./‐-―-]{5,}\d(?!\w)")
_MONTH = r"[^\W\d_]{3,10}\.?"
_DAY_OR_MONTH = r"(?:0?[1-9]|[12]\d|3[01])"
_NUMBERS = "|".join(
    rf"{_DAY_OR_MONTH}\s?{mark}\s?{_DAY_OR_MONTH}\s?{mark}\s?(?:(?:19|20)\d\d|\d\d)" for mark in (r"\.", "/", "-")
)
_DAY = (
    rf"(?:{_NUMBERS}|\d{{4}}-\d\d-\d\d|\d{{4}}/\d\d/\d\d"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\.?\s(?:de\s|of\s)?{_MONTH},?\s(?:de\s)?(?:19|20)\d\d"
    rf"|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d\d)"
)
_FULL_DATE = re.compile(rf"\*?\s?(?<![\d.,/-]){_DAY}(?![\d.,/-]*\d)", re.IGNORECASE)
_YEARS_OLD = re.compile(r"\b[1-9]\d[\s-]years?[\s-]old\b", re.IGNORECASE)
_DATES = re.compile(rf"{_DAY}|\b\d{{1,2}}\s?[./-]\s?(?:19|20)\d\d\b|\b(?:19|20)\d\d(?:\s?[./-]\s?\d{{1,2}})?\b")
_SHARES = re.compile(r"(?<!\d)[1-9]\d{0,2}(?:[.,]\d{1,2})?\s?/\s?[1-9]\d{0,2}(?:[.,]\d{1,2})?(?!\d)")  # 8.9/10
_NO_PHONE = (
    re.compile(  # numbers that are none of a phone, where they begin with neither zero nor the code of a country
        r"\.\d(?!\d)"  # 4.18.0-305
        r"|^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$"  # 20261129
        r"|^\d+\.\d+$"  # 2103.12345
        r"|\..*/|/.*\."  # 10.1000/182
        r"|^\d{1,3}(?:[\s.]000)+$"  # 12 000 000
        r"|[\s./-]\d$"  # 978-3-16-148410-0
    )
)
_FEWEST_DIGITS, _FEWEST_BESIDE_DATES = 7, 6  # of a phone number
_POSTCODE = re.compile(
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"  # LS1 4AB
    r"|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b"  # K1A 0B1
    r"|\b\d{4}\s?[A-Z]{2}\b(?=[\s,]+[A-Z])"  # 2611 AB Delft
    r"|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b"  # MA 02139
    r"|(?<![\d.,/])\b(?:[A-Z]{1,2}-)?(?!(?:19|20)\d\d\b)\d{4,6}\b(?=[,\s]+[^\W\d_a-z][^\W\d_])"  # 10115 Berlin
    r"|(?<=[^\W\d_])[,\s]*[\s–-]\s?(?:\d{2,3}[-\s]\d{3}|\d{5,6})\b(?!\s?\d)"  # Warszawa 00-950, Pune 411001
)
_PART = re.compile(r"[^|•·;\t●▪■◆]+")
_LABEL_END = r"\s*(?:[:：]|\t|\s[-–—]\s)\s*"
_AFTER_LABEL = r"[^|•·;\t●▪■◆]*?(?=\s*(?:[|•·;\t●▪■◆]|,\s*(?:{labels})\b|$))"


class Forms:
    """Finds personal details by their form; build it once for one set of words."""

    def __init__(self, words: PrivacyWords) -> None:
        endings = "|".join(words.link_endings)
        self._bare_link = re.compile(rf"(?<![\w@.])(?:[A-Za-z0-9-]+\.)+(?:{endings})/[^\s|,;)]*")
        self._domain = re.compile(rf"(?<![\w@.])(?:[a-z0-9-]+\.)+(?:{endings})(?![\w.])")
        self._countries = words.phone_countries
        street, ending = _any(words.streets), _any(words.street_endings)
        number = r"(?!(?:19|20)\d\d\b)\d{1,5}\s?[a-z]?(?:\s?[/-]\s?\d{1,4})?"
        self._numbered_street = re.compile(  # 12 Elm Street; Lindenstraße 5; 12 rue de la Paix
            rf"(?<![\w.,%-])\d{{1,5}}[A-Za-z]?,?\s(?:[A-Z][\w'’.-]*\s){{1,4}}(?i:{street})\b\.?"
            rf"|\b[A-Z][\w'’.-]*(?:\s[A-Z][\w'’.-]*)?(?i:{ending})\.?\s(?i:{number})(?!\w)"
            rf"|\b[A-Z][\w'’.-]+[\s-](?i:{ending})\.?\s(?i:{number})(?!\w)"
        )
        self._street = re.compile(  # only where contact details stand
            rf"(?<![\w.]){number},?\s(?:[\w'’.-]+\s){{0,3}}?(?:{street})\b"
            rf"|\b(?:{street})\b\.?,?\s(?:[\w'’.-]+,?\s){{0,5}}?(?:n[°ºo]\.?\s?)?{number}(?!\w)"
            rf"|\w(?:{ending})\.?\s{number}(?!\w)",
            re.IGNORECASE,
        )
        every = "|".join(_any(label.words) for label in words.labels)
        value = _AFTER_LABEL.replace("{labels}", every)
        self._labels = [
            (
                label.marker,
                re.compile(
                    rf"(?<![\w-])(?:{_any(label.words)})[\s.]*(?:\([^)]*\))?{_LABEL_END}"
                    + (r"(\S+)(?=\s*$|\s*[|•·;,\t])" if label.single else f"({value})")
                ),
            )
            for label in words.labels
        ]
        self._alone = [(label.marker, re.compile(rf"\W*(?:{_any(label.words)})\W*")) for label in words.labels]
        births = "|".join(_any(label.words) for label in words.labels if label.marker == "birth date")
        personal = "|".join(_any(label.words) for label in words.labels if label.marker == "personal detail")
        self._numbers = re.compile(rf"(?<![\w-])(?:{personal})[\s.:#-]*([\w-]*\d{{4,}}[\w-]*)")
        self._birth = re.compile(
            rf"\b(?:{births})\b[\s.:(]*(?:on|in|am|le|el|den|the)?\s?((?:{_DAY}|(?:19|20)\d\d)(?:,? in \w+)?)"
        )

    def everywhere(self, text: str) -> Iterator[Detail]:
        """What is personal wherever it stands."""
        if "@" in text or _AT_SPELLED.search(text):
            yield from (Detail(*one.span(), "e-mail") for one in _EMAIL.finditer(text))
        if " dot " in text:
            yield from (Detail(*one.span(), "e-mail") for one in _SPELLED_EMAIL.finditer(text))
        if "." in text or "://" in text:
            yield from (Detail(*one.span(), "link") for one in _URL.finditer(text))
        if "/" in text:
            yield from (Detail(*one.span(), "link") for one in self._bare_link.finditer(text))
        if not _DIGIT.search(text):
            return
        yield from (Detail(*one.span(), "birth date") for one in _YEARS_OLD.finditer(text))
        yield from (Detail(*one.span(), "address") for one in self._numbered_street.finditer(unaccented(text)))
        yield from (Detail(*one.span(1), "birth date") for one in self._birth.finditer(folded(text)))
        yield from self._phones(text)

    def among_contacts(self, text: str) -> Iterator[Detail]:
        """What else is personal in a line of contact details."""
        found = [
            *(Detail(*one.span(), "link") for pattern in (_HANDLE, self._domain) for one in pattern.finditer(text)),
            *(Detail(*one.span(), "birth date") for one in _FULL_DATE.finditer(text)),
            *(Detail(*one.span(), "phone") for one in _DIGITS.finditer(text) if _may_be_phone(one[0])),
        ]
        yield from found
        bare = unaccented(text)
        for one in (*found, *self.everywhere(text)):
            if one.marker != "address":  # digits of a phone number are no postcode
                bare = bare[: one.start] + " " * (one.end - one.start) + bare[one.end :]
        for part in _PART.finditer(bare):
            if self._street.search(part[0]) or _POSTCODE.search(part[0]):
                yield _trimmed(bare, part.start(), part.end(), "address")
        plain = folded(text)
        yield from (Detail(*found.span(1), "personal detail") for found in self._numbers.finditer(plain))
        for marker, pattern in self._labels:
            yield from (Detail(*found.span(1), marker) for found in pattern.finditer(plain) if found[1].strip())

    def label(self, text: str) -> str | None:
        """The marker of what a label announces, where a line is nothing but that label; else None."""
        plain = folded(text)
        return next((marker for marker, pattern in self._alone if pattern.fullmatch(plain)), None)

    def _phones(self, text: str) -> Iterator[Detail]:
        numbers = (one for one in _DIGITS.finditer(text) if _may_be_phone(one[0]))
        yield from (Detail(*one.span(), "phone") for one in numbers if self._is_phone(one[0]))

    def _is_phone(self, digits: str) -> bool:
        """Whether a number begins with the code of a country, or is one of a country whose numbers are known."""
        if digits.startswith("+"):
            return True
        from phonenumbers import NumberParseException, is_valid_number, parse  # only redaction pays for its import

        for country in self._countries:
            try:
                if is_valid_number(parse(digits, country)):
                    return True
            except NumberParseException:
                return False
        return False


def _may_be_phone(digits: str) -> bool:
    """Whether there are enough digits, also without those of dates and grades, and they are no other kind of number."""
    if digits[0] in "123456789" and _NO_PHONE.search(digits):
        return False
    count, others = (sum(map(str.isdigit, text)) for text in (digits, _SHARES.sub("", _DATES.sub("", digits))))
    return count >= _FEWEST_DIGITS and others >= _FEWEST_BESIDE_DATES


@lru_cache(maxsize=4)
def forms_of(words: PrivacyWords) -> Forms:
    """The forms of these words, built once."""
    return Forms(words)


def _any(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(folded(word)) for word in sorted(words, key=len, reverse=True))


def _trimmed(text: str, start: int, end: int, marker: str) -> Detail:
    part = text[start:end]
    return Detail(start + len(part) - len(part.lstrip(" ,:")), end - (len(part) - len(part.rstrip(" ,"))), marker)
