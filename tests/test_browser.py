"""The HTML report in a real Chromium: filter, evidence and marks by mouse and keyboard, nothing leaves the file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import IN_BROWSER, serious_findings
from test_html import HOSTILE, SAMPLES, STRONG, pictures, with_text

from gapcheck import Analyzer
from gapcheck.outputs.html.report import html_report
from gapcheck.outputs.pdf import printed_pdf

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

pytestmark = IN_BROWSER


@pytest.fixture(scope="module")
def reports(analyzer: Analyzer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the report of each sample, and of one whose every text is hostile."""
    folder = tmp_path_factory.mktemp("reports")
    for sample in SAMPLES:
        html = html_report(analyzer.analyze(sample), pictures(sample))
        (folder / f"{sample.stem}.html").write_text(html, encoding="utf-8")
    hostile = with_text(analyzer.analyze(STRONG), " ".join(HOSTILE[:8]))
    (folder / "hostile.html").write_text(html_report(hostile, pictures(STRONG)), encoding="utf-8")
    return folder


@contextmanager
def opened(browser: Browser, file: Path, **options: Any) -> Iterator[Page]:
    """The file in a window of its own that may ask for nothing else. On leaving, nothing was asked and nothing went
    wrong.
    """
    asked: list[str] = []
    said: list[str] = []

    def answer(route: Route) -> None:
        if route.request.url.split("#")[0] == file.as_uri():
            route.continue_()
        else:
            asked.append(route.request.url)
            route.abort()

    context = browser.new_context(reduced_motion="reduce", **options)
    try:
        context.route(lambda url: not url.startswith("data:"), answer)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(file.as_uri())
        yield page
        assert asked == []
        assert said == []
    finally:
        context.close()


def stands_at(page: Page, name: str) -> None:
    """Asserts that the part with this id has the focus and can be seen."""
    from playwright.sync_api import expect

    expect(page.locator(f"#{name}")).to_be_focused()
    expect(page.locator(f"#{name}")).to_be_in_viewport()


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_evidence_leads_to_the_marked_line_and_back(sample: Path, browser: Browser, reports: Path) -> None:
    with opened(browser, reports / f"{sample.stem}.html", viewport={"width": 1280, "height": 900}) as page:
        row = page.locator(".requirement:has(.evidence)").first
        skill = str(row.locator(".skill").first.get_attribute("id"))
        row.locator("summary").click()
        proof = row.locator(".evidence a").last
        mark = str(proof.get_attribute("href"))[1:]
        proof.click()
        stands_at(page, mark)
        back = page.locator(f"#{mark} + .shows a[href='#{skill}']")
        assert back.is_visible()
        row.locator("summary").click()  # closed again: the way back opens it
        page.locator(f"#{mark}").click()
        back.click()
        stands_at(page, skill)


def test_evidence_leads_there_and_back_by_keyboard(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "analyst.html", viewport={"width": 390, "height": 844}) as page:
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        stands_at(page, "content")
        page.locator(".requirement summary").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        mark = str(page.evaluate("document.activeElement.hash"))[1:]
        page.keyboard.press("Enter")
        stands_at(page, mark)
        page.keyboard.press("Tab")
        skill = str(page.evaluate("document.activeElement.hash"))[1:]
        assert skill.startswith("skill-")
        page.keyboard.press("Enter")
        stands_at(page, skill)


def test_escape_hides_what_a_mark_shows(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "strong.html", viewport={"width": 1280, "height": 900}) as page:
        page.locator(".mark").nth(3).hover()
        shown = page.locator(".mark:hover + .shows")
        assert shown.is_visible()
        page.keyboard.press("Escape")
        assert not shown.is_visible()


def test_requirements_are_filtered_by_words_verdict_and_area(
    analyzer: Analyzer, browser: Browser, reports: Path
) -> None:
    report = analyzer.analyze(STRONG)
    with opened(browser, reports / "strong.html") as page:
        rows, count = page.locator(".requirement:visible"), page.locator("#filter-count")
        assert rows.count() == len(report.requirements)
        page.get_by_role("button", name="missing").click()
        missing = [row.name for row in report.requirements if row.status == "missing"]
        assert rows.locator("th").all_inner_texts() == missing
        assert count.inner_text() == f"{len(missing)} of {len(report.requirements)} requirements shown"
        page.get_by_role("button", name="all").click()
        page.get_by_label("Area").select_option("mlops")
        assert rows.count() == sum(row.category == "mlops" for row in report.requirements)
        assert page.locator("[data-group]:visible").count() == 1
        page.get_by_label("Find").fill("DOCKER")
        assert rows.locator("th").all_inner_texts() == ["Containers"]
        page.get_by_label("Find").fill("no such requirement")
        assert count.inner_text().startswith("0 of")
        mark = page.locator(".mark:has(+ .shows a[href='#skill-python'])").first
        mark.click()
        page.locator(".mark:target + .shows a[href='#skill-python']").click()  # into a row that the filter hides
        stands_at(page, "skill-python")
        assert rows.count() == len(report.requirements)


def test_without_script_the_report_is_whole(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "strong.html", java_script_enabled=False) as page:
        assert not page.locator("#filter").is_visible()
        page.locator(".requirement summary").first.click()
        page.locator(".requirement .evidence a").first.click()
        assert page.locator(".mark:target + .shows").is_visible()


@pytest.mark.parametrize(
    ("width", "scheme", "name"),
    [
        (1280, "light", "strong"),
        (1280, "dark", "two_column"),
        (390, "light", "analyst"),
        (390, "dark", "stuffed"),
    ],
)
def test_axe_finds_nothing_serious_and_no_page_scrolls_sideways(
    width: int, scheme: str, name: str, browser: Browser, reports: Path
) -> None:
    view = {"width": width, "height": 844}
    with opened(browser, reports / f"{name}.html", color_scheme=scheme, viewport=view) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert serious_findings(page) == []


def test_hostile_text_is_shown_as_text(browser: Browser, reports: Path) -> None:
    with opened(browser, reports / "hostile.html", viewport={"width": 390, "height": 844}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert "<script>alert(1)</script>" in page.locator(".requirement th").first.inner_text()
        assert page.evaluate("document.scripts.length") == 1


def test_a_printed_report_holds_what_is_folded_on_the_screen(
    analyzer: Analyzer, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypdfium2

    html = (reports / "beginner.html").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="print") as folder:  # a short path: Chromium puts a socket there
        monkeypatch.setattr(tempfile, "tempdir", folder)
        monkeypatch.setenv("TMPDIR", folder)
        content = printed_pdf(html)
        assert list(Path(folder).iterdir()) == []
    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    flat = "".join(text.split())
    report = analyzer.analyze(STRONG.with_name("beginner.pdf"))
    wanted = [report.plan[-1].practice, report.skills[-1].evidence[0].quote.lstrip("• "), report.requirements[-1].name]
    assert [one for one in wanted if "".join(one.split()) not in flat] == []
    assert "requirements shown" not in text
