"""No text makes the program's patterns slow: what they are asked of is short, or they read it once."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from pages import Text, pdf_of

from gapcheck.documents import read_content
from gapcheck.documents.formats import text
from gapcheck.documents.long_lines import LONGEST_LINE

ROOT = Path(__file__).parent.parent
COLLECT = """
import importlib, json, pkgutil, re, sys
compiled, found = re._compiler.compile, {}
def noting(pattern, flags=0):
    made, frame = compiled(pattern, flags), sys._getframe(1)
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] in ("re", "functools", "enum"):
        frame = frame.f_back
    if frame and frame.f_globals.get("__name__", "").startswith("gapcheck") and isinstance(pattern, str):
        found[made.pattern, int(made.flags)] = frame.f_globals["__name__"]
    return made
re._compiler.compile = noting
re.purge()
import gapcheck
for module in pkgutil.walk_packages(gapcheck.__path__, "gapcheck."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
re.purge()
gapcheck.Analyzer(as_of="2026-11", redact=True).analyze("samples/strong.pdf")
print(json.dumps([[*key, module] for key, module in found.items()]))
"""
PUMPED = ["a", "1", " ", "a ", "A. ", "a.", "a-", "a@", "-", "(", "[", "a,", "\t", "é", "a/", "`", "*", "#", ":", '"']
_ANY_OF = {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_NOT_WORD": "-"}
_MANY = 50


def patterns() -> list[tuple[str, int, str]]:
    """All patterns that are compiled when the modules are imported, the data are read and a resume is analysed."""
    run = subprocess.run([sys.executable, "-c", COLLECT], cwd=ROOT, capture_output=True, text=True, check=True)
    return [tuple(one) for one in json.loads(run.stdout)]


def example(items: Any) -> str:
    """A text that the items of a parsed pattern match, more or less."""
    said = ""
    for kind, argument in items:
        name = str(kind)
        if name == "LITERAL":
            said += chr(argument)
        elif name == "IN":
            first, value = argument[0]
            said += {"LITERAL": lambda v: chr(v), "RANGE": lambda v: chr(v[0])}.get(
                str(first), lambda v: _ANY_OF.get(str(v), "a")
            )(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            said += example(argument[2]) * max(1, argument[0])
        elif name == "SUBPATTERN":
            said += example(argument[3])
        elif name == "BRANCH":
            said += example(argument[1][0])
        elif name in ("ANY", "NOT_LITERAL"):
            said += "a"
    return said


def pumps(items: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before a repetition without end, and what it repeats."""
    for kind, argument in items:
        name = str(kind)
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            if argument[1] >= _MANY:
                yield before, example(argument[2])
            yield from pumps(argument[2], before)
        elif name == "SUBPATTERN":
            yield from pumps(argument[3], before)
        elif name == "BRANCH":
            for branch in argument[1]:
                yield from pumps(branch, before)
        before += example([(kind, argument)])


def seconds(pattern: re.Pattern[str], said: str, runs: int = 1) -> float:
    """The least CPU time of some searches."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        for _ in pattern.finditer(said):
            pass
        pattern.fullmatch(said)
        times.append(time.process_time() - start)
    return min(times)


def growth(pattern: re.Pattern[str], said: str, times: int, least: float) -> float:
    """How many times as long a search takes in a text so many times as long; 1 where it takes next to nothing."""
    if seconds(pattern, said * times + "\0") < least:
        return 1.0
    return seconds(pattern, said * times + "\0", 3) / max(seconds(pattern, said + "\0", 3), least / 100)


def test_no_pattern_grows_faster_than_the_square_of_a_line() -> None:
    """Lines have an end, so a square is a factor; a cube, or a power of two, would block."""
    found = patterns()
    assert len(found) > 150
    slow = []
    for pattern, flags, module in found:
        compiled = re.compile(pattern, flags & ~re.DEBUG)
        tried = {*(("", one) for one in PUMPED), *list(pumps(_parser.parse(pattern, flags)))[:12]}
        for before, body in tried:
            said = body * (LONGEST_LINE // 4 // max(1, len(body)))
            if growth(compiled, before + said, 4, 0.02) > 4**2.7:
                slow.append((module, pattern[:60], before, body))
    assert slow == []


def test_pattern_for_whole_files_reads_them_once() -> None:
    parts = [*PUMPED, "{", "}", "**a", "[a](", "[a]"]
    slow = [part for part in parts if growth(text._MARKDOWN, part * (20_000 // len(part)), 4, 0.01) > 10]
    assert slow == []


@pytest.mark.parametrize("part", ["a", "a ", "a.a@", "`", "A. ", "1-"])
def test_lines_of_a_text_have_an_end(part: str) -> None:
    document = read_content(b"Skills\nPython\n" + (part * 20_000).encode(), "cv.txt")
    lines = [line for page in document.pages for line in page.lines]
    assert max(len(line.text) for line in lines) <= LONGEST_LINE
    assert sum(len(line.text.replace(" ", "")) for line in lines) >= len(part.strip()) * 15_000
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_lines_of_a_pdf_have_an_end() -> None:
    document = read_content(pdf_of([Text(60, 60, "Skills"), Text(60, 90, "Python " * 200, size=5)]), "cv.pdf")
    lines = document.pages[0].lines
    assert max(len(line.text) for line in lines) <= LONGEST_LINE
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
