"""HTML to PDF with one headless Chromium for all pages; one process per page if Playwright is not there."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def nearly_empty(pdf: Path) -> bool:
    """Does the last of several pages hold next to nothing?"""
    text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]  # every page ends with a form feed
    return len(pages) > 1 and len(pages[-1].split()) < 25


def print_all(pages: list[tuple[Path, Path]]) -> None:
    """Print each (html, pdf) pair; the size of the paper is in the page's own CSS."""
    if not pages:
        return
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        for html, pdf in pages:
            with tempfile.TemporaryDirectory() as profile:
                subprocess.run(
                    [
                        CHROMIUM,
                        "--headless",
                        *FLAGS,
                        "--no-pdf-header-footer",
                        f"--user-data-dir={profile}",
                        f"--print-to-pdf={pdf}",
                        str(html),
                    ],
                    check=True,
                    capture_output=True,
                    timeout=120,
                )
        return
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        tab = browser.new_page()
        for html, pdf in pages:
            tab.goto(html.resolve().as_uri())
            for scale in (1, 0.96, 0.92, 0.88):  # rather a little smaller than a last page with two lines on it
                tab.pdf(path=str(pdf), prefer_css_page_size=True, print_background=True, scale=scale)
                if not nearly_empty(pdf):
                    break
        browser.close()
