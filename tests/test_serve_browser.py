"""The page of `gapcheck serve` in a real Chromium: resumes are dropped, reports are read, two versions compared."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import IN_BROWSER, serious_findings
from pages import column, pdf_of
from serving import SAMPLES, Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = IN_BROWSER
STRONG, BEGINNER = str(SAMPLES / "strong.pdf"), str(SAMPLES / "beginner.pdf")
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@contextmanager
def opened(browser: Browser, server: Server, **options: Any) -> Iterator[Page]:
    """The start page. On leaving, nobody but the server was asked for anything, and nothing went wrong."""
    asked: list[str] = []
    said: list[str] = []
    context = browser.new_context(reduced_motion="reduce", **options)
    try:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(server.address)
        yield page
        assert [url for url in asked if not url.startswith((server.address, "data:", "blob:"))] == []
        assert said == []
    finally:
        context.close()


def test_dropped_resume_is_read_and_its_evidence_followed(browser: Browser, server: Server) -> None:
    with opened(browser, server, viewport=WIDE) as page:
        page.locator("#files").set_input_files(STRONG)
        page.locator("#read-hours").fill("5")
        page.get_by_role("button", name="Read", exact=True).click()
        page.wait_for_url("**/reports/*/1")
        assert "of what is expected" in page.inner_text("main")
        assert "at 5 a week" in page.inner_text("body")
        page.evaluate("document.querySelectorAll('details').forEach(part => { part.open = true; })")
        page.locator("a.place").first.click()
        assert page.evaluate("location.hash").startswith("#line-")
        with page.expect_download() as coming:
            page.get_by_role("link", name="Download JSON").click()
        assert coming.value.suggested_filename == "gap-report.json"


def test_file_can_be_dropped_on_the_page(browser: Browser, server: Server) -> None:
    with opened(browser, server, viewport=WIDE) as page:
        page.evaluate(
            """() => {
                const data = new DataTransfer();
                data.items.add(new File(["x"], "dropped.pdf", {type: "application/pdf"}));
                const area = document.querySelector(".drop");
                area.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
            }"""
        )
        assert page.evaluate("document.querySelector('#files').files[0].name") == "dropped.pdf"


@pytest.mark.parametrize(("view", "scheme"), [(WIDE, "dark"), (NARROW, "light")])
def test_pages_are_accessible_and_fit(view: dict[str, int], scheme: str, browser: Browser, server: Server) -> None:
    with opened(browser, server, viewport=view, color_scheme=scheme) as page:

        def is_fine() -> None:
            assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]
            assert serious_findings(page) == []

        is_fine()
        page.locator("#files").set_input_files([STRONG, BEGINNER, str(SAMPLES / "make_samples.py")])
        page.get_by_role("button", name="Read", exact=True).click()
        page.wait_for_url("**/reports/*")
        is_fine()
        page.goto(server.address)
        page.locator("#old").set_input_files(BEGINNER)
        page.locator("#new").set_input_files(STRONG)
        page.get_by_role("button", name="Compare").click()
        page.wait_for_url("**/compare")
        assert "Requirements closed" in page.inner_text("main")
        is_fine()


def test_locked_file_is_opened_and_compared_with_a_posting(browser: Browser, server: Server, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    locked.write_bytes(pdf_of(column(50, 50, ["Ada Example", "Skills", "Python, SQL"]), password="secret"))
    with opened(browser, server, viewport=WIDE) as page:
        page.locator("#files").set_input_files(str(locked))
        page.locator("#read-job").set_input_files(str(SAMPLES / "posting.txt"))
        page.locator("#read-password").fill("secret")
        page.get_by_role("button", name="Read", exact=True).click()
        page.wait_for_url("**/reports/*/1")
        assert "job:junior" in page.inner_text("body") and "Python" in page.inner_text("main")
