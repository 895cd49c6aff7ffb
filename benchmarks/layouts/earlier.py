"""Documents → how an earlier build of gapcheck reads them: misreadings that nobody made up, of layouts that it had not met.

The sources of the earlier build come from the history of the repository. It reads in a process of its own, which hands out
plain parts; here they become a `Resume` of today's classes again.
"""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def read_by(commit: str, files: Sequence[Path], as_of: date) -> dict[Path, Any]:
    """The resumes that the build of a commit makes of files; those that it can't read are left out."""
    archive = subprocess.run(
        ["git", "-C", str(ROOT), "archive", commit, "gapcheck", "skills_taxonomy"], check=True, capture_output=True
    ).stdout
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as sources:
            sources.extractall(folder, filter="data")
        out = Path(folder) / "read.pickle"
        command = [sys.executable, __file__, str(out), as_of.isoformat(), *(str(file.resolve()) for file in files)]
        subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PYTHONPATH": folder})
        read = pickle.loads(out.read_bytes())
    return {file: _of_today(read[str(file.resolve())]) for file in files if str(file.resolve()) in read}


def _plain(part: Any) -> Any:
    """Whatever a resume is made of, as names and values."""
    if isinstance(part, Enum):
        return "enum", type(part).__name__, part.value
    if is_dataclass(part):
        return "class", type(part).__name__, {one.name: _plain(getattr(part, one.name)) for one in fields(part)}
    if isinstance(part, tuple) and hasattr(part, "_fields"):
        return "class", type(part).__name__, {name: _plain(getattr(part, name)) for name in part._fields}
    return ("many", "", [_plain(one) for one in part]) if isinstance(part, (tuple, list)) else part


def _of_today(part: Any) -> Any:
    """The same in today's classes, without what they do not know."""
    if not isinstance(part, tuple):
        return part
    import gapcheck.documents.model as documents
    import gapcheck.resume.model as resume

    how, name, value = part
    if how == "many":
        return tuple(map(_of_today, value))
    made = getattr(resume, name, None) or getattr(documents, name)
    if how == "enum":
        return made(value)
    known = made._fields if hasattr(made, "_fields") else [one.name for one in fields(made)]
    return made(**{key: _of_today(one) for key, one in value.items() if key in known})


def main() -> None:
    """In the process of the earlier build: read the files, write their plain parts."""
    from gapcheck.documents import DocumentError, ReadOptions, read_document
    from gapcheck.resume import read_resume
    from gapcheck.taxonomy import load_taxonomy

    out, as_of, *files = sys.argv[1:]
    taxonomy, read = load_taxonomy(), {}
    for file in files:
        try:
            document = read_document(Path(file), ReadOptions())
            read[file] = _plain(read_resume(document, taxonomy, date.fromisoformat(as_of)))
        except DocumentError as error:
            print(f"{file}: {error}", file=sys.stderr)
    Path(out).write_bytes(pickle.dumps(read))


if __name__ == "__main__":
    main()
