"""Changed copies of resumes → what the reader makes of them; the same files again from the same seed.

    python benchmarks/fuzz.py --pdf 5000 --others 1000 --seed 1

Every file goes through the worker pool with its limits, as a batch does. A file may end in a report or in an error that
names its cause; an error that says gapcheck itself failed is a fault, and so are a file without an outcome and a worker
that grows. Faulty files are kept in the folder `fuzz-faults`.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from gapcheck.analyzer import Analyzer
from gapcheck.batch.limits import Limits
from gapcheck.batch.outcome import Outcome
from gapcheck.batch.pool import Work, outcomes
from gapcheck.batch.settings import Recipe
from gapcheck.report import GapReport

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
from resume_files import FORMATS, RESUMES  # noqa: E402

FAULT = "please report this"
"""What the message of an error says where gapcheck is at fault."""

_OBJECT = re.compile(rb"\d+ \d+ obj\b.*?\bendobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_ODD_NUMBERS = (b"0", b"-1", b"65536", b"2147483648", b"99999999999999999999", b"1e39", b"NaN", b".", b"-0.0")
_ODD_TOKENS = (
    b"null",
    b"[",
    b"<<",
    b">>",
    b"(",
    b"<",
    b"/",
    b"%",
    b"true",
    b"1 0 R",
    b"endstream",
    b"\x00",
    b"\xff\xfe",
)
_MOST_CHANGES = 40

Mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def flipped(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Some bytes are other bytes."""
    found = bytearray(content)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def truncated(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """The beginning alone, or all but a part in the middle."""
    first, second = sorted(chance.sample(range(len(content) + 1), 2))
    return content[:first] if chance.random() < 0.5 else content[:first] + content[second:]


def repeated(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A part stands there many times."""
    first, second = sorted(chance.sample(range(len(content) + 1), 2))
    part = content[first : min(second, first + 2000)]
    return content[:first] + part * chance.randint(2, 50) + content[first:]


def tokens_changed(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Numbers are other numbers, and words of the format stand where none belong."""
    odd = chance.choice((_ODD_NUMBERS, _ODD_TOKENS))
    places = [match.span() for match in _NUMBER.finditer(content)]
    for start, end in sorted(chance.sample(places, min(len(places), chance.randint(1, _MOST_CHANGES))), reverse=True):
        content = content[:start] + chance.choice(odd) + content[end:]
    return content


def objects_swapped(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Objects of a PDF stand under each other's numbers."""
    found = list(_OBJECT.finditer(content))
    if len(found) < 2:
        return flipped(chance, content, others)
    one, other = sorted(chance.sample(found, 2), key=lambda match: match.start())
    heads = [match.group().split(b"obj", 1)[0] + b"obj" for match in (one, other)]
    bodies = [match.group().split(b"obj", 1)[1] for match in (one, other)]
    between = content[one.end() : other.start()]
    swapped = heads[0] + bodies[1] + between + heads[1] + bodies[0]
    return content[: one.start()] + swapped + content[other.end() :]


def streams_spliced(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A stream holds that of another file, or its own unpacked, changed and packed again."""
    found = list(_STREAM.finditer(content))
    if not found:
        return flipped(chance, content, others)
    place = chance.choice(found)
    theirs = _STREAM.findall(chance.choice(others))
    new = chance.choice(theirs) if theirs else b""
    if chance.random() < 0.6:
        try:
            plain = zlib.decompress(place.group(1))
        except zlib.error:
            plain = place.group(1)
        change = chance.choice((flipped, tokens_changed, truncated, repeated))
        new = zlib.compress(change(chance, plain, others)) if plain else new
    return content[: place.start(1)] + new + content[place.end(1) :]


def part_changed(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A part of a package is changed and packed again."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = {part.filename: package.read(part) for part in package.infolist()}
    except Exception:  # noqa: BLE001 - zipfile has no common error for what is no package any more
        return flipped(chance, content, others)
    name = chance.choice([*parts, *["word/document.xml"] * len(parts)])
    if parts.get(name):
        parts[name] = chance.choice((flipped, tokens_changed, truncated, repeated, tags_swapped))(
            chance, parts[name], others
        )
    if chance.random() < 0.1:
        del parts[chance.choice([*parts])]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for part, inside in parts.items():
            package.writestr(zipfile.ZipInfo(part), inside, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def tags_swapped(chance: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """Tags, or the marks of JSON, stand in each other's places."""
    places = [match.span() for match in re.finditer(rb"<[^<>]*>|[{}\[\]\",:]", content)]
    if len(places) < 2:
        return flipped(chance, content, others)
    for _ in range(chance.randint(1, _MOST_CHANGES // 4)):
        (a, b), (c, d) = sorted(chance.sample(places, 2))
        if max(d, b) <= len(content) and b <= c:
            content = content[:a] + content[c:d] + content[b:c] + content[a:b] + content[d:]
    return content


OF_PDF: tuple[Mutation, ...] = (flipped, truncated, repeated, tokens_changed, objects_swapped, streams_spliced)
OF_OTHERS: tuple[Mutation, ...] = (flipped, truncated, repeated, tokens_changed, tags_swapped, part_changed)


def seeds() -> tuple[list[bytes], list[bytes]]:
    """The sound files that are changed: PDFs, and those of the other formats."""
    pdfs = sorted([*(ROOT / "samples").glob("*.pdf"), *(ROOT / "samples/corpus/resumes").glob("*.pdf")])
    others = [make(resume) for resume in RESUMES.values() for make in FORMATS.values()]
    return [file.read_bytes() for file in pdfs], others


def changed_files(pdf: int, others: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many changed files of each kind, by name."""
    sound_pdfs, sound_others = seeds()
    for kind, count, sound, mutations in (("pdf", pdf, sound_pdfs, OF_PDF), ("other", others, sound_others, OF_OTHERS)):
        for number in range(count):
            chance = random.Random(f"{seed}/{kind}/{number}")
            content = chance.choice(sound)
            for _ in range(chance.choice((1, 1, 1, 2, 3))):
                content = chance.choice(mutations)(chance, content, sound) or b" "
            yield f"{kind}-{number:05}", content


class MeasuringAnalyzer:
    """An analyzer whose reports say at the end of their warnings how much memory the worker holds."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer

    def analyze_for_store(self, content: bytes, name: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        """The report on the document with this content, with names and without."""
        report = self._analyzer.analyze_bytes(content, name)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        held = report.document.model_copy(update={"warnings": (*report.document.warnings, f"{pages * 4 // 1024} MB")})
        told = report.model_copy(update={"document": held})
        return told, told


def measuring() -> MeasuringAnalyzer:
    """The analyzer of a worker."""
    return MeasuringAnalyzer(Recipe(as_of=date(2026, 11, 1))())


def run(folder: Path, files: Iterator[tuple[str, bytes]], limits: Limits) -> Iterator[Outcome]:
    """Writes the files and gives an outcome for each."""
    work = []
    for name, content in files:
        (folder / name).write_bytes(content)
        work.append(Work(str(folder / name)))
    yield from outcomes(work, measuring, limits)


def main() -> int:
    """The command; 1 where a fault was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pdf", type=int, default=5000)
    parser.add_argument("--others", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--timeout", type=float, default=20)
    wishes = parser.parse_args()
    counts: Counter[str] = Counter()
    faults: list[Outcome] = []
    memory: list[int] = []
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        files = changed_files(wishes.pdf, wishes.others, wishes.seed)
        for outcome in run(Path(place), files, Limits(wishes.jobs, wishes.timeout)):
            counts[outcome.code or "report"] += 1
            if outcome.code is None:
                memory.append(int(GapReport.model_validate_json(outcome.json).document.warnings[-1].split()[0]))
            elif outcome.code in ("crashed", "timeout", "memory"):
                print(f"{Path(outcome.path).name}: {outcome.code}: {outcome.message}")
            if FAULT in (outcome.message or ""):
                faults.append(outcome)
                kept = ROOT / "fuzz-faults" / Path(outcome.path).name
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(Path(outcome.path).read_bytes())
    lost = wishes.pdf + wishes.others - counts.total()
    tenth = max(1, len(memory) // 10)
    took = time.perf_counter() - start
    print(f"{counts.total():,} files in {took:.0f} s, seed {wishes.seed}: {dict(counts.most_common())}")
    if memory:
        early, late = sum(memory[:tenth]) // tenth, sum(memory[-tenth:]) // tenth
        print(f"a worker holds {early} MB in the first tenth, {late} MB in the last, {max(memory)} MB at most")
    print(f"{len(faults)} faults of gapcheck, {lost} files without an outcome")
    return 1 if faults or lost else 0


if __name__ == "__main__":
    sys.exit(main())
