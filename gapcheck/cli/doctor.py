"""`gapcheck doctor`: this installation → what it can do, and what to install for the rest."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from gapcheck.cli.messages import put
from gapcheck.extras import how_to_install
from gapcheck.version import __version__

_EXTRAS = {
    "scans (OCR)": (("rapidocr_onnxruntime",), "ocr"),
    "the page in a browser": (("fastapi", "uvicorn", "python_multipart"), "web"),
    "workbooks (.xlsx)": (("xlsxwriter",), "xlsx"),
    "tables (.parquet)": (("pyarrow",), "parquet"),
    "resumes from URLs": (("fsspec",), "remote"),
    "many machines": (("distributed",), "dask"),
    "data frames": (("pandas",), "notebook"),
    "tools for assistants (MCP)": (("mcp",), "mcp"),
    "fitting the models": (("sklearn",), "train"),
}


def doctor() -> None:
    """Tell the version, what is installed and what is missing for what, and the limits of this machine."""
    for line in _lines():
        put(line)


def _lines() -> Iterator[str]:
    from gapcheck.batch.limits import Limits
    from gapcheck.batch.pool import usable_cores
    from gapcheck.batch.sandbox import can_guard
    from gapcheck.documents import Ocr
    from gapcheck.documents.ocr.reader import remedy as ocr_remedy
    from gapcheck.outputs.pdf import printer
    from gapcheck.taxonomy import load_taxonomy
    from gapcheck.taxonomy.cache import cache_folder

    taxonomy, limits = load_taxonomy(), Limits(usable_cores())
    yield f"gapcheck {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield f"taxonomy  {taxonomy.fingerprint}: {len(taxonomy.skills)} skills, {len(taxonomy.profiles)} profiles"
    folder = cache_folder()
    closed = folder is not None and not _writable(folder)
    yield f"cache     {folder or 'off (GAPCHECK_CACHE)'}" + (", can't be written" if closed else "")
    yield f"limits    {limits.jobs} workers, {limits.timeout:g} s and {_memory(limits.memory)} a document"
    copies = "a copy of this process" if can_guard() else "a worker process: this system can't copy processes"
    yield f"a file    is read in {copies}"
    found = printer()
    yield f"PDF       {f'printed by {found}' if found else _missing('pdf', 'or install Chromium')}"
    for what, (modules, extra) in _EXTRAS.items():
        is_there = all(map(find_spec, modules))
        remedy = ocr_remedy(Ocr.auto) if extra == "ocr" else _missing(extra)
        yield f"{'yes' if is_there else 'no':9} {what}" + ("" if is_there else f": {remedy}")


def _missing(extra: str, other: str = "") -> str:
    return how_to_install(extra) + (f", {other}" if other else "")


def _memory(megabytes: int) -> str:
    """The memory limit, as far as the system keeps to it."""
    if sys.platform.startswith("linux"):
        return f"{megabytes} MB"
    return "no memory limit (this system has none)"


def _writable(folder: Path) -> bool:
    """Whether the folder is there, or can be made, and has room."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    return os.access(there, os.W_OK) and shutil.disk_usage(there).free > 0
