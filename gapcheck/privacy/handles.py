"""Lines with contact details → the handles in their addresses: what somebody calls themselves elsewhere in the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from gapcheck.privacy.marking import Detail, folded

_SHORTEST = 5  # letters of a handle that is nothing but letters
_SHORTEST_ODD = 4  # of one with digits or marks
_AT = re.compile(r"@|\s?[(\[{]\s?at\b|\sat\s", re.IGNORECASE)
_HANDLE = re.compile(r"\w[\w.-]*\w")


def handles_in(lines: Iterable[tuple[str, Iterable[Detail]]], no_handle: Collection[str]) -> frozenset[str]:
    """The handles, folded, in the e-mail addresses and links among the details of lines; none that is a word of
    `no_handle`.
    """
    named = (_named(text[one.start : one.end], one.marker, no_handle) for text, details in lines for one in details)
    return frozenset(handle for handle in named if _is_handle(handle, no_handle))


def _named(address: str, marker: str, no_handle: Collection[str]) -> str:
    """The handle in an address: the mailbox of an e-mail, or the first part of the path of a link that
    may be a handle.
    """
    plain = folded(address).strip()
    if marker == "e-mail":
        return _AT.split(plain)[0]
    if marker != "link":
        return ""
    if plain.startswith("@") or not re.search(r"[./]", plain):
        return plain.lstrip("@")
    path = re.sub(r"^\w+://", "", plain).partition("/")[2]
    return next((part.lstrip("@") for part in re.split(r"[/?#=&]", path) if _is_handle(part, no_handle)), "")


def _is_handle(text: str, no_handle: Collection[str]) -> bool:
    plain = text.lstrip("@")
    shortest = _SHORTEST if plain.isalpha() else _SHORTEST_ODD
    return len(plain) >= shortest and not plain.isdigit() and plain not in no_handle and bool(_HANDLE.fullmatch(plain))
