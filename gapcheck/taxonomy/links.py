"""The addresses in the data → those that lead nowhere. The one place that uses the network, and only when asked."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.version import __version__

_SECONDS = 20  # after which a site is taken to be down
_AT_ONCE = 8
_GONE = (404, 410)
_HEADERS = {"User-Agent": f"gapcheck/{__version__} (checks whether its links are alive)"}

Fault = Callable[[str], str | None]


def addresses(taxonomy: Taxonomy) -> dict[str, str]:
    """Each address in the data, with what it stands for."""
    found: dict[str, str] = {}
    for skill in taxonomy.skills.values():
        for one in taxonomy.resources_of(skill.id):
            found.setdefault(one.url, f"{skill.id}: {one.name}")
    for certification in taxonomy.certifications:
        if certification.url and certification.status != "retired":
            found.setdefault(certification.url, certification.id)
    return found


def dead_links(places: Iterable[tuple[str, str]], fault: Fault | None = None) -> Iterator[str]:
    """A line for each address that has a fault, in the order given; `fault` tells what is wrong with one."""
    ask = fault or fault_of
    known = list(places)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for (address, what), wrong in zip(known, pool.map(ask, (address for address, _ in known)), strict=True):
            if wrong:
                yield f"{what}: {address}: {wrong}"


def fault_of(address: str) -> str | None:
    """What is wrong with an address: that it is gone, or that nobody answers. A site that refuses programs is alive."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=_HEADERS), timeout=_SECONDS):
            return None
    except urllib.error.HTTPError as error:
        return f"gone ({error.code})" if error.code in _GONE else None
    except (OSError, ValueError) as error:
        return f"no answer ({error.__class__.__name__})"
