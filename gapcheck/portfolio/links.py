"""A resume → the addresses that stand below its works, and whether words of a line are linked."""

from __future__ import annotations

from gapcheck.resume import Place, Resume


def links_below(resume: Resume) -> dict[int, Place]:
    """The first line right below lines of an entry that is nothing but an address, by the entry's number: such lines
    are no part of what is read of it.
    """
    owner = {
        (place.page, place.line.number): number
        for number, (_, entry) in enumerate(resume.entries())
        for item in entry.items
        for place in item.places
    }
    found: dict[int, Place] = {}
    current: int | None = None
    for page in resume.document.pages:
        for line in page.lines:
            place = Place(page.number, line)
            if (place.page, place.line.number) in owner:
                current = owner[(place.page, place.line.number)]
            elif current is not None and _is_address(line.text):
                found.setdefault(current, place)
            elif not line.running:
                current = None
    return found


def is_linked(place: Place) -> bool:
    """Whether an address of the web is behind words of a line."""
    return any(link.startswith(("http://", "https://")) for link in place.line.links)


def _is_address(text: str) -> bool:
    return text.startswith(("http://", "https://", "www.")) and " " not in text
