"""A posting → the pay that it names: from its JSON-LD, else from an amount with a currency in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gapcheck.job.posting import Posting
from gapcheck.taxonomy.models.postings import PayWords

_LEAST_YEARLY, _LEAST_MONTHLY = 15_000, 500  # amounts without a word on the time, by which it is told
_MONTHS = 12
_LEAST = {"month": _LEAST_MONTHLY, "year": _MONTHS * _LEAST_MONTHLY}  # less is for books, meals or tickets
_SENTENCE_END = re.compile(r"[.!?;](?=\s+[A-Z])")
_AROUND = 40  # characters beside an amount that say what it is
_AMOUNT = r"\d{1,3}(?:[.,\s']\d{2,3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"


@dataclass(frozen=True, slots=True)
class StatedPay:
    """Pay from `least` to `most` for each `period`; None where that end is open. `currency` is a code of ISO 4217."""

    least: float | None
    most: float | None
    currency: str
    period: str


def pay_of(posting: Posting, words: PayWords) -> StatedPay | None:
    """The pay that a posting names first; None where it names none."""
    stated = _stated(posting.data.get("baseSalary"))
    return stated or next((one for block in posting.blocks for one in _amounts(block.text, words)), None)


def _stated(salary: Any) -> StatedPay | None:
    """The pay in JSON-LD."""
    if not isinstance(salary, dict) or not isinstance(salary.get("currency"), str):
        return None
    value = salary.get("value")
    value = value if isinstance(value, dict) else {"value": value}
    least, most = _number(value.get("minValue")), _number(value.get("maxValue"))
    if least is None and most is None:
        least = most = _number(value.get("value"))
    period = str(value.get("unitText") or "year").lower()
    if least is None and most is None:
        return None
    return StatedPay(least, most, salary["currency"], period if period in ("hour", "day", "week", "month") else "year")


def _number(value: Any) -> float | None:
    try:
        return float(value) or None
    except (TypeError, ValueError):
        return None


def _amounts(text: str, words: PayWords) -> Iterator[StatedPay]:
    """The amounts with a currency in a text that can be pay."""
    signs = "|".join(re.escape(sign) for sign in sorted(words.currencies, key=len, reverse=True))
    sign, scale = rf"(?:(?<![A-Za-z])(?:{signs})(?![A-Za-z]))", rf"(?:\s?(?:{'|'.join(words.scales)})\b)?"
    one = rf"(?:{sign})?\s?(?:{_AMOUNT}){scale}\s?(?:{sign})?"
    times = "|".join(re.escape(name) for names in words.periods.values() for name in names)
    every = rf"(?:\s?(?:/|{'|'.join(f'{word} ' for word in words.every)})\s?(?:{times})\b)?"
    amounts = rf"(?P<a>{one}){every}(?:\s?(?:-|–|—|{'|'.join(words.between)})\s?(?P<b>{one}))?"
    for found in re.finditer(amounts, text, re.IGNORECASE):
        currency = re.search(sign, found[0])
        around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND].lower()
        behind = text[found.end() : found.end() + _AROUND].lower()
        if currency is None or _is_no_pay(text[: found.start()], text[found.end() :], words):
            continue
        scales = [_scale(found[group] or "", words.scales) for group in ("a", "b")]
        first = _amount(found["a"], sign) * max(scales)
        last = _amount(found["b"], sign) * max(scales) if found["b"] else None
        period = _period(behind, words.periods) or _period(around, words.periods) or _likely(first)
        if period is None or max(first, last or 0) < _LEAST.get(period, 0):
            continue
        before = text[: found.start()].lower().rstrip(" :")
        code = words.currencies[currency[0]]
        if last is not None:
            yield StatedPay(first, last, code, period)
        elif before.endswith(words.at_most):
            yield StatedPay(None, first, code, period)
        elif before.endswith(words.at_least) or behind.startswith("+"):
            yield StatedPay(first, None, code, period)
        else:
            yield StatedPay(first, first, code, period)


def _is_no_pay(before: str, behind: str, words: PayWords) -> bool:
    """Whether the words beside an amount in its sentence say that it is no pay. Words on what comes on top of pay
    ("plus a bonus") do not count.
    """
    on_top = rf"[.!?;](?=\s|$)|,|\+|\b(?:{'|'.join(words.on_top)})\b"
    near = f"{_SENTENCE_END.split(before)[-1][-_AROUND:]} {re.split(on_top, behind)[0][:_AROUND]}"
    return not words.not_.isdisjoint(re.findall(r"[a-z.]+", near.lower()))


def _scale(text: str, scales: Mapping[str, int]) -> int:
    found = re.search(r"\d\s?([a-z]+)", text.lower())
    return scales.get(found[1], 1) if found else 1


def _amount(text: str, sign: str) -> float:
    """The number of an amount: marks between groups of digits are left out, cents are kept."""
    digits = re.sub(r"[^\d.,]", "", re.sub(sign, "", text))
    whole, cents = digits, ""
    if found := re.fullmatch(r"(.*)[.,](\d{1,2})", digits):
        whole, cents = found[1], found[2]
    return float(re.sub(r"\D", "", whole) + (f".{cents}" if cents else ""))


def _period(text: str, periods: Mapping[Any, tuple[str, ...]]) -> str | None:
    """The period that is named first in a text; None where none is."""
    places = {
        found.start(): period
        for period, names in periods.items()
        for found in re.finditer(rf"(?<![a-z])(?:{'|'.join(map(re.escape, names))})(?![a-z])", text)
    }
    return str(places[min(places)]) if places else None


def _likely(amount: float) -> str | None:
    """The period that an amount is paid for, by its size, where no word says it; None where it is too small for pay."""
    return "year" if amount >= _LEAST_YEARLY else "month" if amount >= _LEAST_MONTHLY else None
