"""Certificates on a resume → the certifications we know, with their status on the day of that knowledge."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from gapcheck.resume import EntryKind, Place, Resume
from gapcheck.taxonomy import Certification, Taxonomy

_WORD = re.compile(r"[^\W_]+")
_LEARNING = re.compile(r"\bML\b")
_ENOUGH = 0.99  # share of the words of a certification's name that have to stand in the certificate
_EMPTY = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "to",
        "for",
        "with",
        "certificate",
        "exam",
        "certified",
        "online",
        "academy",
        "university",
        "institute",
        "school",
    ]
)


@dataclass(frozen=True, slots=True)
class HeldCertification:
    """A certification that the resume says was earned, and the line that says so."""

    certification: Certification
    place: Place


def held_certifications(resume: Resume, taxonomy: Taxonomy) -> tuple[HeldCertification, ...]:
    """Certifications recognised among the resume's certificates, by exam code or name; one a certificate at most."""
    found: list[HeldCertification] = []
    for _, entry in resume.entries():
        if entry.kind is not EntryKind.certificate:
            continue
        for item in entry.items:
            words = _words(_LEARNING.sub("machine learning", item.text))
            likely = [one for one in taxonomy.certifications if _is_named(one, item.text, words)]
            if likely:
                best = max(likely, key=lambda one: len(_name_words(one.name)))
                found.append(HeldCertification(best, item.places[0]))
    return tuple(found)


def _is_named(certification: Certification, text: str, words: frozenset[str]) -> bool:
    code = certification.exam_code
    if code and code in text and re.search(rf"\b{re.escape(code)}\b", text):
        return True
    name = _name_words(certification.name)
    if len(name & words) < _ENOUGH * len(name):
        return False
    # Many courses share a name: the provider has to be named as well.
    issuer = _words(f"{certification.issuer} {_in_brackets(certification.name)}")
    return certification.level != "course" or bool((issuer - _EMPTY) & words)


@cache
def _name_words(name: str) -> frozenset[str]:
    return _words(re.sub(r"\(.*?\)", "", name)) - _EMPTY


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _in_brackets(name: str) -> str:
    return " ".join(re.findall(r"\((.*?)\)", name))
