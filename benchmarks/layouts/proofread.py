"""Check a run: is every job printed and readable in the text of the file, is nothing cut at a border, does nothing overlap?

python proofread.py OUT
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any


def text_of(path: Path) -> str:
    """The text of a document of any of the kinds that make.py writes."""
    if path.suffix == ".pdf":
        return (
            subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
            + subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
        )
    if path.suffix == ".docx":
        from docx import Document

        file = Document(str(path))
        return "\n".join(
            [p.text for p in file.paragraphs] + [c.text for t in file.tables for row in t.rows for c in row.cells]
        )
    text = path.read_text(encoding="utf-8")
    return re.sub(r"<[^>]+>", " ", text).replace("&amp;", "&") if path.suffix == ".html" else text


def squeeze(text: str) -> str:
    """Without white space and without case."""
    return re.sub(r"[\s\-]+", "", text).lower()


def faults_of_pages(path: Path) -> list[str]:
    """Words outside the paper, and words printed over each other."""
    out = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
    found: list[str] = []
    for number, page in enumerate(out.split("<page ")[1:], 1):
        size = re.match(r'width="([\d.]+)" height="([\d.]+)"', page)
        assert size
        width, height = float(size[1]), float(size[2])
        words = [
            (*map(float, m[:4]), m[4])
            for m in re.findall(
                r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page
            )
        ]
        if len(words) < 12:
            found.append(f"page {number} has {len(words)} words only")
        for i, (x0, y0, x1, y1, word) in enumerate(words):
            if x0 < 8 or y0 < 8 or x1 > width - 8 or y1 > height - 8:
                found.append(f"page {number}: {word!r} at the border")
            for a0, b0, a1, b1, other in words[i + 1 :]:
                over = min(x1, a1) - max(x0, a0)
                down = min(y1, b1) - max(y0, b0)
                if over > 1.5 and down > 0.45 * min(y1 - y0, b1 - b0):
                    found.append(f"page {number}: {word!r} over {other!r}")
        if number == 4:
            found.append("more than three pages")
    return found


def month_set(job: dict[str, Any]) -> set[int]:
    """The months of a labelled job, worked out from the label alone."""
    first, last = job["from"], job["to"]
    if not first:
        return set()
    if "months" in job:
        return set(range(int(first[:4]) * 12, int(first[:4]) * 12 + job["months"]))
    if "-" in first:
        y, m = map(int, first.split("-"))
        y2, m2 = (2026, 11) if last == "present" else map(int, last.split("-"))
        return set(range(y * 12 + m - 1, y2 * 12 + m2))
    if last == "present":
        return set(range(int(first) * 12, 2026 * 12 + 11))
    return set(range(int(first) * 12, max(int(last), int(first) + 1) * 12))


def faults_of_label(label: dict[str, Any]) -> list[str]:
    """Does the label agree with itself?"""
    months: set[int] = set()
    for job in label["jobs"]:
        mine = month_set(job)
        if not mine and job["printed"] and "months" not in job:
            return [f"no months for {job['printed']!r}"]
        months |= mine
    free = sum(job.get("months", 0) for job in label["jobs"] if not job["from"])
    if len(months) + free != label["work_months"]:
        return [f"{label['work_months']} months in the label, {len(months) + free} by its jobs"]
    return []


def main() -> None:
    """Check all documents of a folder."""
    out = Path(sys.argv[1])
    bad = 0
    for path in sorted((out / "resumes").iterdir()):
        about = json.loads((out / "about" / f"{path.stem}.json").read_text(encoding="utf-8"))
        flat = squeeze(text_of(path))
        label = json.loads((out / "labels" / f"{path.stem}.json").read_text(encoding="utf-8"))
        faults = faults_of_label(label)
        faults += [
            f"not in the text: {job[part]!r}"
            for job in about["jobs"]
            for part in ("title", "org", "printed")
            if squeeze(job[part]) not in flat and not all(squeeze(w) in flat for w in re.split(r"[\s–—→~]+", job[part]))
        ]
        faults += [
            f"not in the text: {name!r}"
            for part in ("degrees", "projects", "certificates")
            for name in about[part]
            if squeeze(name) not in flat and not all(squeeze(w) in flat for w in name.split())
        ]
        faults += [f"heading not in the text: {h!r}" for h in about["headings"] if squeeze(h) not in flat]
        if path.suffix == ".pdf":
            faults += faults_of_pages(path)
        for fault in faults[:8]:
            print(path.name, about["style"], fault)
        bad += bool(faults)
    print(f"{bad} documents with something to look at")


if __name__ == "__main__":
    main()
