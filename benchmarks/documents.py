"""Many different resumes from few: the samples again and again, each with bytes of its own."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent


def write_resumes(folder: Path, count: int) -> None:
    """Fills the folder. Each file ends with a comment that PDF readers pass over, so no two have the same bytes."""
    files = sorted([*(ROOT / "samples").glob("*.pdf"), *(ROOT / "samples" / "corpus" / "resumes").glob("*.pdf")])
    contents = [file.read_bytes() for file in files]
    folder.mkdir(parents=True)
    for number in range(count):
        content = contents[number % len(contents)] + f"\n% {number}\n".encode()
        (folder / f"{number:06}.pdf").write_bytes(content)


def environment() -> dict[str, str]:
    """That of the command, which is this checkout's. Python keeps what it compiles, as it has of what is installed: to
    compile this checkout at each start would be held against it.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(ROOT)}
