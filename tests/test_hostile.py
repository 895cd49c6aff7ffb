"""Files made to break a reader: each ends in a report or one clean error, and reaches nothing outside."""

from __future__ import annotations

import ctypes
import json
import os
import pty
import resource
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Timer

import hostile
import psutil
import pytest
from hostile import docx_that_reaches_out, html_that_reaches_out, pdf_that_reaches_out
from pages import Text, pdf_of, resume_pdf
from typer.testing import CliRunner, Result

from gapcheck import Analyzer
from gapcheck.batch import Limits, guarded
from gapcheck.batch.pool import Work, outcomes
from gapcheck.cli.main import app
from gapcheck.documents import DocumentError, ReadLimits, ReadOptions, parsed_limits, read_content
from gapcheck.documents.formats import selectors
from gapcheck.report import GapReport

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
from fuzz import changed_files

COMMAND = Path(sys.executable).with_name("gapcheck")
LIMITS = Limits(1)
QUICK = Limits(1, timeout=0.5)
PATIENT = Limits(1, timeout=60.0)  # a loaded machine is no failure
SMALL = replace(PATIENT, memory=400)  # to fill more takes seconds
REFUSED = {"memory", "crashed", "too-large", "broken", "no-text"}
SOUND = resume_pdf("Mira Sandoval\n# Skills\nPython, SQL\n# Experience\n## Clerk | 2019 - 2020\n- Sorted books in SQL")


def gapcheck(*arguments: object, expect: int, **variables: str) -> Result:
    done = CliRunner().invoke(app, list(map(str, arguments)), env=variables)
    assert done.exit_code == expect, done.output
    return done


def ending_of(content: bytes, analyzer: Analyzer, limits: Limits = LIMITS) -> str:
    """The skills found, or the code of the error."""
    try:
        return guarded(lambda: " ".join(one.id for one in analyzer.analyze_bytes(content, "x").skills), limits)
    except DocumentError as error:
        assert "\n" not in error.message and "report this" not in error.message
        return error.code


# ----------------------------------------------------------------------------------------------------- the guarded copy


def test_copy_gives_back_text_and_keeps_the_rest_to_itself(capfd: pytest.CaptureFixture[str]) -> None:
    seen: list[int] = []

    def call() -> str:
        seen.append(1)
        os.write(1, b"noise of native code")
        os.write(2, b"noise of native code")
        return "täxt " * 100_000

    assert guarded(call, LIMITS) == "täxt " * 100_000
    assert seen == [] and capfd.readouterr() == ("", "")


def hang() -> str:
    time.sleep(60)
    return ""


def fill_memory() -> str:
    return str(len([bytes(1 << 20) for _ in range(3000)]))


def break_memory() -> str:
    return str(ctypes.string_at(0))


def fail() -> str:
    raise ZeroDivisionError


def refuse() -> str:
    raise DocumentError("broken", "it is damaged: mend it")


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (hang, "timeout", "--timeout"),
        (fill_memory, "memory", "--max-memory"),
        (break_memory, "crashed", "SIGSEGV"),
        (fail, "crashed", "ZeroDivisionError"),
        (refuse, "broken", "mend it"),
    ],
)
def test_what_goes_wrong_in_the_copy_is_an_error_here(call: Callable[[], str], code: str, words: str) -> None:
    with pytest.raises(DocumentError) as caught:
        guarded(call, QUICK if call is hang else PATIENT)
    assert caught.value.code == code and words in caught.value.message


def test_crash_in_a_copy_of_a_large_process_is_a_crash() -> None:
    held = b"x" * (300 << 20)
    with pytest.raises(DocumentError) as caught:
        guarded(break_memory, replace(PATIENT, memory=len(held) >> 22))
    assert caught.value.code == "crashed"


def test_no_copy_is_left_behind() -> None:
    before = psutil.Process().children()
    with pytest.raises(DocumentError):
        guarded(hang, Limits(1, timeout=0.2))
    assert psutil.Process().children() == before


class Leaking:
    """Leaves so much memory behind that a second document does not fit into the same process."""

    def __init__(self, report: GapReport) -> None:
        self.report = report
        self.kept: list[bytearray] = []

    def analyze_for_store(self, content: bytes, name: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        self.kept.append(bytearray(300 << 20))
        return self.report, self.report


def test_document_does_not_pay_for_what_others_left_in_the_memory(analyzer: Analyzer) -> None:
    report = analyzer.analyze_bytes(b"Skills\nPython", "cv.txt")
    work = [Work(name, content=name.encode()) for name in ("a", "b")]
    found = outcomes(work, partial(Leaking, report), Limits(1, memory=512))
    assert [one.code for one in sorted(found, key=lambda one: one.path)] == [None, None]


# -------------------------------------------------------------------------------------------------------- hostile files


ONLY_ODD = (
    hostile.many_glyphs, hostile.huge_picture, hostile.nested_arrays, hostile.nested_dictionaries,
    hostile.cross_reference_loop, hostile.endless_stream, hostile.negative_sizes,
)  # fmt: skip
"""Files of which the text can be had all the same."""


@pytest.mark.parametrize("make", hostile.PDF_FILES, ids=lambda make: make.__name__)
def test_hostile_pdf_ends_in_a_report_or_a_clean_error(make: Callable[[], bytes], analyzer: Analyzer) -> None:
    ending = ending_of(make(), analyzer, SMALL)
    assert "python" in ending if make in ONLY_ODD else ending in REFUSED


@pytest.mark.parametrize("make", hostile.OTHER_FILES, ids=lambda make: make.__name__)
def test_hostile_file_of_another_format_ends_in_a_report_or_a_clean_error(
    make: Callable[[], bytes], analyzer: Analyzer
) -> None:
    ending = ending_of(make(), analyzer, PATIENT)
    assert ending in {"too-large", "broken", "no-text", ""} or "python" in ending


def test_entity_of_a_word_file_opens_no_file(analyzer: Analyzer) -> None:
    lines = [line.text for line in read_content(hostile.docx_that_reads_a_file(), "x").pages[0].lines]
    assert not any(socket.gethostname() in line for line in lines)


def test_command_survives_a_file_that_kills_its_reader(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(SOUND)
    (tmp_path / "b.pdf").write_bytes(hostile.forms_that_multiply())
    (tmp_path / "c.pdf").write_bytes(SOUND + b"\n")  # the same file again would be read once
    run = gapcheck(tmp_path, "--format", "json", "--max-memory", 700, expect=1)
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert [result["schema"] for result in results] == ["gapcheck/report/1", "gapcheck/error/1", "gapcheck/report/1"]
    assert results[1]["error"]["code"] in ("memory", "crashed")
    assert len(run.stderr.splitlines()) == 1


# --------------------------------------------------------------------------------------------------------------- limits


@pytest.mark.parametrize(
    ("content", "limits"),
    [
        (pdf_of([Text(60, 60, "Python")], [Text(60, 60, "SQL")]), ReadLimits(pages=1)),
        (pdf_of([Text(60, 60, "Python and SQL")]), ReadLimits(characters=5)),
        (b"Python and SQL", ReadLimits(characters=5)),
        (b"<!doctype html><p>Python and SQL</p>", ReadLimits(characters=5)),
        (b"<!doctype html>" + b"<p>Python</p>" * 20, ReadLimits(objects=20)),
        (hostile.many_shapes(50), ReadLimits(objects=20)),
        (hostile.docx_of_many_parts(500), ReadLimits(objects=200)),
    ],
)
def test_limit_that_is_exceeded_is_named_with_its_option(content: bytes, limits: ReadLimits) -> None:
    with pytest.raises(DocumentError) as caught:
        read_content(content, "x", ReadOptions(limits=limits))
    assert caught.value.code == "too-large" and "--limit " in caught.value.message
    assert read_content(content, "x").pages


@pytest.mark.parametrize(
    "styles",
    [
        "*{color:red}" * 200,
        "p{" + "".join(f"--{number}:0;" for number in range(200)) + "}",
        "p{--a:var(--b);--b:" + "var(--c) " * 100 + ";--c:" + "var(--a) " * 100 + "}",
        "b ~ p ~ p ~ p{color:red}",
        "p:nth-of-type(3){color:red}" * 100,
        "p:has(~ b){color:red}",
        ":nth-last-child(2 of p){color:red}",
        "no {}" * 60_000,
    ],
    ids=lambda styles: styles[:20],
)
def test_styles_that_look_at_everything_from_everywhere_are_refused(
    styles: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(selectors, "_MOST_LOOKS", selectors._MOST_LOOKS // 50)
    page = f"<!doctype html><style>{styles}</style>" + "<p>Python</p>" * 800
    with pytest.raises(DocumentError, match="its styles say too much: save the resume as PDF"):
        read_content(page.encode(), "x")


def test_styles_that_look_far_up_are_refused() -> None:
    """Each of the steps can be any of the elements around."""
    page = f"<!doctype html><style>b {'div ' * 9}i{{color:red}}</style>" + "<div>" * 200 + "<i>Python</i>"
    with pytest.raises(DocumentError, match="its styles say too much"):
        read_content(page.encode(), "x")


@pytest.mark.parametrize(
    "part", ["a{", "(", "p{color:f(", "@media{", ":is(", "p{--a:(", "9", "\\", "&", "a,b{&&{", ":local-link{color:red}"]
)
def test_styles_that_are_none_hide_nothing(part: str) -> None:
    page = f"<!doctype html><style>{part * 3_000}</style><p style='{part * 3_000}'>Python and <a href='http://['>SQL"
    assert [line.text for line in read_content(page.encode(), "x").pages[0].lines] == ["Python and SQL"]


def test_limits_are_set_by_name() -> None:
    assert parsed_limits(["pages=300", "unpacked-megabytes=9"]) == ReadLimits(pages=300, unpacked_megabytes=9)
    for wrong in ("pages", "pages=many", "pages=0", "words=3", "=3"):
        with pytest.raises(ValueError, match="pages, characters"):
            parsed_limits([wrong])


def test_limit_is_an_option_of_the_command(tmp_path: Path) -> None:
    file = tmp_path / "long.pdf"
    file.write_bytes(pdf_of(*[[Text(60, 60, "Python")]] * 101))
    assert "--limit pages=NUMBER" in gapcheck(file, expect=1).stderr
    gapcheck(file, "--limit", "pages=200", expect=0)
    assert "--limit" in gapcheck(file, "--limit", "pages=x", expect=2).stderr


# ------------------------------------------------------------------------------------------------------------ passwords


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    file = tmp_path / "locked.pdf"
    file.write_bytes(pdf_of([Text(60, 60, "Python")], password="rye"))
    return file


def test_password_opens_a_locked_file(locked: Path) -> None:
    assert "--password" in gapcheck(locked, expect=1).stderr
    assert "another" in gapcheck(locked, "--password", "oat", expect=1).stderr
    gapcheck(locked, "--password", "rye", expect=0)
    gapcheck(locked, "--pdf-reader", "careful", expect=0, GAPCHECK_PASSWORD="rye")


def test_password_is_asked_for_at_a_terminal(locked: Path) -> None:
    ours, theirs = pty.openpty()
    words = [str(COMMAND), str(locked), "--format", "json"]
    run = subprocess.Popen(
        words, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert run.stderr is not None
    asked, late = "", Timer(100, run.kill)  # a command that never asks must not hold up the tests
    late.start()
    while not asked.endswith("locked.pdf: ") and (letter := run.stderr.read(1)):
        asked += letter
    late.cancel()
    assert asked.endswith("locked.pdf: "), asked  # what is typed before the question is thrown away
    os.write(ours, b"rye\n")
    output, errors = run.communicate(timeout=100)
    os.close(ours)
    os.close(theirs)
    assert run.returncode == 0, errors
    assert json.loads(output)["schema"] == "gapcheck/report/1" and "rye" not in errors


# ------------------------------------------------------------------------------------------------------ nothing outside


@pytest.mark.parametrize("format", ["pdf", "docx", "html"])
def test_file_that_reaches_out_opens_asks_and_starts_nothing(format: str, tmp_path: Path, analyzer: Analyzer) -> None:
    canary = tmp_path / "canary"
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        content = {
            "pdf": lambda: pdf_that_reaches_out(address, str(canary)),
            "docx": lambda: docx_that_reaches_out(address),
            "html": lambda: html_that_reaches_out(address, str(canary)),
        }[format]()
        expected = {one.id for one in analyzer.analyze_bytes(content, "x").skills}  # also loads all that is loaded late

        def call() -> str:
            highest = max(int(name) for name in os.listdir("/proc/self/fd"))  # noqa: PTH208 - its own handle is gone
            resource.setrlimit(resource.RLIMIT_NOFILE, (highest, highest))  # no file, socket or pipe can be opened
            return " ".join(one.id for one in analyzer.analyze_bytes(content, "x").skills)

        assert set(guarded(call, LIMITS).split()) == expected and "python" in expected
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert not canary.exists()


# -------------------------------------------------------------------------------------------------------------- fuzzing


def test_changed_files_end_in_a_report_or_a_known_error(analyzer: Analyzer) -> None:
    """A few of those that benchmarks/fuzz.py makes by the thousand."""

    def call() -> str:
        endings: Counter[str] = Counter()
        for _, content in changed_files(16, 12, seed=7):
            try:
                analyzer.analyze_bytes(content, "x").to_json()
                endings["report"] += 1
            except DocumentError as error:
                endings[error.code] += 1
        return json.dumps(endings)

    endings = Counter(json.loads(guarded(call, Limits(1, timeout=60.0))))
    assert endings.total() == 28 and endings["report"] > 10
    assert set(endings) <= {"report", "broken", "no-text", "no-pages", "not-a-resume-file", "encrypted", "too-large"}


@pytest.mark.parametrize(
    "section",
    ["SKILLS\n|Python\n", "SKILLS\n|No experience with Python\n", "SKILLS\n|Docker (planned)\n", "INTERESTS\n|Python\n",
     "CERTIFICATIONS\n|AWS Certified Machine Learning Engineer - Associate, 2024\n"],
)  # fmt: skip
def test_work_grows_no_faster_than_a_list_of_the_same_line(section: str, analyzer: Analyzer) -> None:
    heading, line = section.split("|")

    def calls(lines: int) -> int:
        """How many functions are called to read a resume with so many lines of the kind."""
        job = "EXPERIENCE\nAnalyst, Orrin Foods, Jan 2020 - Jun 2022\n- Wrote SQL\n"
        text = f"Mira Sandoval\n{job}{heading}{line * lines}"
        called = 0

        def count(_frame: object, event: str, _argument: object) -> None:
            nonlocal called
            called += event in ("call", "c_call")

        sys.setprofile(count)
        try:
            analyzer.analyze_bytes(text.encode(), "resume.txt")
        finally:
            sys.setprofile(None)
        return called

    _, few, some, many = (calls(lines) for lines in (50, 50, 100, 200))  # the first loads what is read late
    assert many - some < 2.4 * (some - few)  # 2 in proportion, more by the square
