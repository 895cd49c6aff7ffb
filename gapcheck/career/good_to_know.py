"""Facts of the job market → those that are good to know for this person, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from pydantic import BaseModel

from gapcheck.taxonomy.models.market import GoodToKnow, Market

_NAMES = ("name", "title", "id")


@dataclass(frozen=True, slots=True)
class Known:
    """A fact said as advice; `topics` are the parts of the market data that it draws on, or none; `first` is what of it
    is said in short beside the titles to apply for.
    """

    id: str
    about: str
    text: str
    topics: tuple[str, ...]
    first: str | None = None


def good_to_know(
    market: Market, situation: str, *, ready: bool, has_degree: bool, works: bool = False
) -> tuple[Known, ...]:
    """The first few that fit somebody in this situation."""
    fitting = [
        one
        for one in market.good_to_know.list
        if _fits(one, situation, ready=ready, has_degree=has_degree) and (works or not one.still_working)
    ]
    most = market.good_to_know.most
    return tuple(Known(one.id, one.about, _filled(one, market), one.topics, one.first) for one in fitting[:most])


def _fits(one: GoodToKnow, situation: str, *, ready: bool, has_degree: bool) -> bool:
    return (
        (not one.situations or situation in one.situations)
        and one.ready in (None, ready)
        and not (one.no_degree and has_degree)
    )


def _filled(one: GoodToKnow, market: Market) -> str:
    """The text with the facts that it names."""
    text = one.text
    for place in one.facts:
        text = text.replace(f"{{{place}}}", _said(attrgetter(place)(market)))
    return text[0].upper() + text[1:]


def _said(fact: Any) -> str:
    """A fact in words: a list by the names in it, a share in per cent."""
    if isinstance(fact, BaseModel | Mapping):
        fields = dict(fact)
        return str(next(fields[name] for name in _NAMES if name in fields))
    if isinstance(fact, float):
        return f"{fact:.0%}"
    if isinstance(fact, Sequence) and not isinstance(fact, str):
        names = [_said(one) for one in fact]
        return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
    return str(fact)
