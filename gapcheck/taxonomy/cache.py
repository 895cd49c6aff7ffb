"""The checked taxonomy as JSON in the user's cache folder: reading it takes a tenth of parsing and checking the YAML
files.

The name of the cached file is a hash of all data files and of gapcheck's version, so an edit is seen at once. Nothing
of any resume is
stored. `GAPCHECK_CACHE=off` turns it off; a folder that can't be written is no error.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from platformdirs import user_cache_path
from pydantic import ValidationError

from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.version import __version__

_KEPT = 5  # cached files; those that were used longest ago are removed
_ABANDONED = 3600.0  # seconds: a draft as old is of a process that was ended while it wrote


def fingerprint(files: Iterable[Traversable | Path]) -> str:
    """A hash of the files' names and contents and of gapcheck's version."""
    digest = hashlib.sha256(__version__.encode())
    for file in files:
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:32]


def cached(key: str) -> Taxonomy | None:
    """The taxonomy that was stored under this key; None where there is none that can be read. Its file counts as used
    now, so that it outlives those that were made since and not used again.
    """
    if _is_off():
        return None
    path = _path(key)
    try:
        taxonomy = Taxonomy.model_validate_json(path.read_bytes())
    except (OSError, ValidationError, ValueError):
        return None
    with contextlib.suppress(OSError):
        os.utime(path)
    return taxonomy


def store(key: str, taxonomy: Taxonomy) -> None:
    """Keeps the taxonomy under this key, where the folder can be written."""
    if _is_off():
        return
    path = _path(key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.draft")
        draft.write_text(taxonomy.model_dump_json(by_alias=True, exclude_defaults=True), encoding="utf-8")
        draft.replace(path)
        older = sorted(path.parent.glob("taxonomy-*.json"), key=lambda file: file.stat().st_mtime)[:-_KEPT]
        drafts = path.parent.glob("taxonomy-*.draft")
        abandoned = [one for one in drafts if one.stat().st_mtime < time.time() - _ABANDONED]
        for file in (*older, *abandoned):
            file.unlink(missing_ok=True)
    except OSError:
        return


def cache_folder() -> Path | None:
    """The folder that the cached files lie in; None where the cache is turned off."""
    return None if _is_off() else user_cache_path("gapcheck", appauthor=False)


def _is_off() -> bool:
    return os.environ.get("GAPCHECK_CACHE", "").lower() in ("off", "0", "no")


def _path(key: str) -> Path:
    return user_cache_path("gapcheck", appauthor=False) / f"taxonomy-{key}.json"
