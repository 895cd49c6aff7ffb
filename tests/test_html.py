"""The HTML report: whole, self-contained, each claim tied to the marked line, and hostile text stays text."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pages import AS_OF, Sheet, Text, pdf_of
from PIL import Image, ImageOps
from syrupy.assertion import SnapshotAssertion

from gapcheck import Analyzer, GapReport
from gapcheck.documents import read_content, read_document
from gapcheck.documents.pdf.page_images import PagePicture, page_pictures
from gapcheck.outputs.html.report import html_report
from gapcheck.outputs.pdf import PrintError, printed_pdf

ROOT = Path(__file__).parent.parent
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
CORPUS = sorted((ROOT / "samples/corpus/resumes").glob("*.pdf"))
LOOKED_AT = [*SAMPLES, *CORPUS[::4]]
STRONG = ROOT / "samples/strong.pdf"
TWO_PAGES = ROOT / "samples/analyst.pdf"
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><b>out</b>",
    "{{ 7 * 7 }} {% raw %}",
    "\x1b[31mred\x1b[0m \x00\x07 \x9b",
    "\u202egnp.exe\u202c \u2066left",
    "&lt;b&gt; &amp;",
    "half \ud800 a character",
    "x" * 50_000,
    "javascript:alert(1)",
]


Whole = Callable[[Path], tuple[str, BeautifulSoup]]
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
PLACE = re.compile(r"#(line-\d+-\d+){left:(.+?)%;width:(.+?)%;top:(.+?)%;height:(.+?)%}")


@pytest.fixture(scope="module")
def against_posting(analyzer: Analyzer) -> GapReport:
    """A resume compared with a posting: the report that has all parts."""
    return Analyzer(as_of=AS_OF, job=ROOT / "samples/posting.txt", taxonomy=analyzer.taxonomy).analyze(STRONG)


@cache
def pictures(path: Path) -> tuple[PagePicture, ...]:
    return page_pictures(path.read_bytes())


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


@pytest.fixture(scope="module")
def whole(analyzer: Analyzer) -> Whole:
    """A resume → the page of its report, with pictures, as text and as elements: megabytes to make and to read."""

    @cache
    def page(path: Path) -> tuple[str, BeautifulSoup]:
        html = html_report(analyzer.analyze(path), pictures(path))
        return html, parsed(html)

    return page


def with_text(report: GapReport, text: str) -> GapReport:
    """The report with `text` in each place that resumes, postings and data fill."""

    def changed(value: object, key: str = "") -> object:
        if isinstance(value, dict):
            return {name: changed(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [changed(one, key) for one in value]
        left_open = ("time", "job", "optional", "lecture", "later")
        fillable = {
            "quote",
            "text",
            "title",
            "path",
            "name",
            "why",
            "practice",
            "suggestion",
            "url",
            "build",
            "warnings",
        }
        return text if isinstance(value, str) and key in fillable and value not in left_open else value

    return GapReport.model_validate(changed(report.model_dump(by_alias=True, mode="json")))


@pytest.mark.parametrize("path", LOOKED_AT, ids=lambda path: path.stem)
def test_each_link_has_its_target_and_each_id_stands_once(path: Path, analyzer: Analyzer, whole: Whole) -> None:
    for page in (parsed(html_report(analyzer.analyze(path))), whole(path)[1]):
        ids = [str(one["id"]) for one in page.find_all(id=True)]
        assert len(ids) == len(set(ids))
        links = {str(one["href"]) for one in page.find_all("a", href=True)}
        assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
        assert {str(one["aria-labelledby"]) for one in page.select("[aria-labelledby]")} <= set(ids)


@pytest.mark.parametrize("path", LOOKED_AT, ids=lambda path: path.stem)
def test_each_proof_leads_to_a_mark_on_its_page_and_back(path: Path, analyzer: Analyzer, whole: Whole) -> None:
    report, (html, page) = analyzer.analyze(path), whole(path)
    parts = {str(one["id"]): one for one in page.find_all(id=True)}
    places = {name: [float(one) for one in place] for name, *place in PLACE.findall(html)}
    for skill in report.skills:
        shown = parts[f"skill-{skill.id}"].find_all("a", class_="place")
        assert [one["href"] for one in shown] == [f"#line-{part.page}-{part.line}" for part in skill.evidence]
        for part in skill.evidence:
            name = f"line-{part.page}-{part.line}"
            back = parts[name].find_next_sibling("span")
            assert back and f"#skill-{skill.id}" in [one["href"] for one in back.find_all("a")]
            assert parts[name].find_parent(id=f"page-{part.page}")
            left, width, top, height = places[name]
            assert left >= 0 and width > 1 and left + width <= 100.01
            assert top >= 0 and height > 0.3 and top + height <= 100.01


def test_no_skill_is_left_without_a_place(analyzer: Analyzer) -> None:
    report = analyzer.analyze(STRONG)
    page = parsed(html_report(report))
    assert {str(one["id"]) for one in page.select(".skill")} == {f"skill-{skill.id}" for skill in report.skills}


def test_skill_stands_where_it_carries_a_requirement_not_where_it_is_first_asked_for(analyzer: Analyzer) -> None:
    report = analyzer.analyze(STRONG)
    python = next(row for row in report.requirements if row.skill == "python")
    other = next(row for row in report.requirements if row.skill not in (None, "python"))
    either = other.model_copy(update={"id": "either", "name": "Either of two", "any_of": (*other.any_of, "python")})
    page = parsed(html_report(report.model_copy(update={"requirements": (either, *report.requirements)})))
    row = page.select_one("#skill-python").find_parent("tbody")  # type: ignore[union-attr]
    assert row is not None and row.select_one("th").get_text() == python.name  # type: ignore[union-attr]


def test_every_part_of_the_report_is_on_the_page(analyzer: Analyzer) -> None:
    report = analyzer.analyze(STRONG)
    text = " ".join(parsed(html_report(report)).get_text(" ").split())
    wanted = [row.name for row in report.requirements] + [skill.name for skill in report.skills]
    wanted += [step.practice for step in report.plan if step.kind != "time"] + [
        one.name for step in report.plan for one in step.resources
    ]
    wanted += [one.name for one in report.certifications] + [one.name for one in report.certificates]
    wanted += [one.name for one in report.portfolio.criteria]
    wanted += [one.build for one in report.portfolio.ideas] + [one.title for one in report.portfolio.entries]
    wanted += [one.solution for one in report.career.challenges] + [report.career.situation.name]
    wanted += [report.document.sha256, f"{report.profile.id} {report.profile.version}", "not of ability"]
    assert [one for one in wanted if one not in text] == []


def test_a_posting_is_shown_line_by_line(against_posting: GapReport) -> None:
    report = against_posting
    part = parsed(html_report(report)).find(id="posting")
    assert part and part.parent and report.job
    assert len(part.parent.select("tbody tr")) == len(report.job.requirements)
    assert all(one.text in part.parent.get_text() for one in report.job.unknown)


def test_without_pictures_there_is_no_link_to_the_resume(analyzer: Analyzer) -> None:
    page = parsed(html_report(analyzer.analyze(STRONG)))
    assert not page.select("img, aside, .mark, a.place")
    assert page.select("span.place")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:24])
def test_hostile_text_stays_text(text: str, against_posting: GapReport) -> None:
    html = html_report(with_text(against_posting, text), pictures(STRONG))
    page = parsed(html)
    assert {one.name: len(page.find_all(one.name)) for one in page.find_all(("script", "style", "img"))} == {
        "script": 1,
        "style": 1,
        "img": 1,
    }
    assert not page.find_all(("b", "iframe", "form", "object"))
    assert not UNFIT.search(html)
    assert not [name for one in page.find_all(True) for name in one.attrs if name.startswith("on") or name == "style"]
    assert all(str(one["href"]).startswith(("#", "data:,")) for one in page.find_all(href=True))
    table = page.find(id="requirement-table")
    assert table and UNFIT.sub("", text)[:100] in table.text
    html.encode()


def test_the_page_may_load_nothing_and_run_only_its_own_script(analyzer: Analyzer) -> None:
    html = html_report(analyzer.analyze(STRONG), pictures(STRONG))
    page = parsed(html)
    policy = str(page.select_one("meta[http-equiv]")["content"])  # type: ignore[index]
    assert "default-src 'none'" in policy and "unsafe" not in policy
    for name in ("style", "script"):
        (part,) = page.select(name)
        digest = base64.b64encode(hashlib.sha256(part.text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert not page.select("[src]:not([src^='data:'])") and "url(" not in html and "@import" not in html


def test_links_lead_only_to_addresses_of_our_data(analyzer: Analyzer) -> None:
    report = analyzer.analyze(STRONG)
    known = {one.url for step in report.plan for one in step.resources} | {one.url for one in report.certifications}
    links = parsed(html_report(report, pictures(STRONG))).select("a:not([href^='#'])")
    assert links and {str(one["href"]) for one in links} <= known
    assert all(one["rel"] == ["noopener", "noreferrer"] for one in links)


def test_a_report_on_two_pages_stays_small(analyzer: Analyzer) -> None:
    report = analyzer.analyze(TWO_PAGES)
    assert report.document.pages == 2
    assert len(html_report(report, pictures(TWO_PAGES)).encode()) < 500_000


def test_the_same_report_gives_the_same_page(analyzer: Analyzer) -> None:
    report = analyzer.analyze(STRONG)
    assert html_report(report, pictures(STRONG)) == html_report(report, page_pictures(STRONG.read_bytes()))


def test_html_of_a_sample(analyzer: Analyzer, snapshot: SnapshotAssertion) -> None:
    page = parsed(html_report(analyzer.analyze(ROOT / "samples/beginner.pdf")))
    for part in page.select("style, script, meta[http-equiv]"):
        part.decompose()
    assert page.prettify() == snapshot


@pytest.mark.parametrize("path", LOOKED_AT, ids=lambda path: path.stem)
def test_pictures_have_the_size_of_the_pages(path: Path) -> None:
    pages = read_document(path).pages
    assert [(one.number, round(one.width, 2), round(one.height, 2)) for one in pictures(path)] == [
        (page.number, round(page.width, 2), round(page.height, 2)) for page in pages
    ]


def test_what_cannot_be_rendered_gives_no_pictures() -> None:
    whole = STRONG.read_bytes()
    for content in (b"", b"no PDF at all", b"%PDF-1.7 and no more", whole[:400]):
        assert page_pictures(content) == ()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (40, 30, 560, 560)])
def test_words_stand_in_the_picture_where_their_boxes_say(
    rotation: int, crop: tuple[float, float, float, float] | None
) -> None:
    content = pdf_of(Sheet([Text(250, 320, "Kubernetes")], rotation=rotation, crop=crop))
    page = read_content(content, "made.pdf").pages[0]
    (picture,) = page_pictures(content)
    assert (picture.width, picture.height) == (page.width, page.height)
    image = Image.open(io.BytesIO(picture.data)).convert("L")
    ink = ImageOps.invert(image).point(lambda grey: grey if grey > 100 else 0).getbbox()
    assert ink
    scale = image.width / picture.width
    x0, top, x1, bottom = page.lines[0].box
    assert x0 - 1 <= ink[0] / scale and ink[2] / scale <= x1 + 1
    assert top - 1 <= ink[1] / scale and ink[3] / scale <= bottom + 1


def test_pages_of_any_size_give_pictures_of_bounded_size() -> None:
    sizes = ((14_000.0, 14_000.0), (3.0, 3.0), (20.0, 14_000.0))
    found = page_pictures(pdf_of(*(Sheet([Text(1, 2, "Python", size=1)], size=size) for size in sizes)))
    assert [(one.width, one.height) for one in found] == list(sizes)
    for one in found:
        width, height = Image.open(io.BytesIO(one.data)).size
        assert 0 < width * height <= 3_100_000


def test_only_the_first_ten_pages_become_pictures_and_later_evidence_is_text(analyzer: Analyzer) -> None:
    names = ["Python"] * 11 + ["Kubernetes"]
    content = pdf_of(*([Text(60, 60, "SKILLS", 14, bold=True), Text(60, 400, f"{one}, Git")] for one in names))
    found = page_pictures(content)
    assert [one.number for one in found] == list(range(1, 11))
    page = parsed(html_report(analyzer.analyze_bytes(content, "long.pdf"), found))
    later = [one for one in page.select(".place") if one.text.startswith("page 12,")]
    assert later and all(one.name == "span" for one in later)


def test_a_browser_that_fails_or_hangs_gives_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = tmp_path / "chromium"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    fake.write_text("#!/bin/sh\nexit 3\n")
    fake.chmod(0o755)
    with pytest.raises(PrintError, match=r"could not print \(exit code 3\): take --format html"):
        printed_pdf("<p>")
    fake.write_text("#!/bin/sh\nsleep 60\n")
    monkeypatch.setattr("gapcheck.outputs.pdf._LONGEST", 0.2)
    with pytest.raises(PrintError, match="did not print within"):
        printed_pdf("<p>")


def test_without_a_program_to_print_with_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gapcheck.outputs.pdf.shutil.which", lambda _: None)
    monkeypatch.setattr("gapcheck.outputs.pdf.find_spec", lambda _: None)
    with pytest.raises(PrintError, match=r"install Chromium or Chrome, or .* type pip install '\.\[pdf\]'"):
        printed_pdf("<p>")
