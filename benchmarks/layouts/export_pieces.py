"""What the looks of exports.py and homemade.py share: a page, its sections, and small pieces of HTML."""

from __future__ import annotations

from dataclasses import dataclass

from model import Employer, Entry, Resume
from pieces import KIND, e

Pairs = list[tuple[Employer, Entry]]


@dataclass
class Made:
    """A page as HTML, and the kinds of its sections in order."""

    html: str
    kinds: list[str]


class Sheet:
    """Gathers sections and remembers their kinds."""

    def __init__(self, heading: str) -> None:
        self.heading, self.kinds, self.parts = heading, list[str](), list[str]()

    def add(self, kind: str, text: str, body: str) -> str:
        """A section under a heading; nothing where it has no body."""
        if not body:
            return ""
        kind = KIND.get(kind, kind)
        if kind not in self.kinds:
            self.kinds.append(kind)
        made = f'<div class="sec">{self.heading.format(text)}{body}</div>'
        self.parts.append(made)
        return made


def pairs(r: Resume) -> Pairs:
    """All positions, each with its employer."""
    return [(emp, role) for emp in r.employers for role in emp.roles]


def ul(lines: list[str]) -> str:
    """A list with bullets."""
    return "<ul>" + "".join(f"<li>{e(x)}</li>" for x in lines) + "</ul>" if lines else ""


def divs(lines: list[str], cls: str = "") -> str:
    """A line each."""
    return "".join(f'<div class="{cls}">{x}</div>' for x in lines if x)


def shell(css: str, body: str, page: str = "size:A4;margin:14mm") -> str:
    """A whole file."""
    base = "*{box-sizing:border-box}body{margin:0;font-size:10pt;line-height:1.35}ul{margin:1mm 0 1mm 5mm;padding:0}"
    return f'<!DOCTYPE html><meta charset="utf-8"><style>@page{{{page}}}{base}{css}</style><body>{body}'


def tools(r: Resume) -> list[str]:
    """All skills."""
    return [one for _, items in r.skills for one in items]


def clubs(r: Resume) -> list[Entry]:
    """Clubs and volunteering."""
    return r.clubs + r.volunteering
