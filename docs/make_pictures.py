"""Makes the pictures of the README: `python docs/make_pictures.py`. Needs the extra `dev` and Chromium."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Literal

from PIL import Image
from rich.console import Console
from rich.text import Text

from gapcheck import Analyzer, GapReport
from gapcheck.documents.pdf.page_images import page_pictures
from gapcheck.outputs.html.report import html_report
from gapcheck.outputs.terminal.screen import print_report

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "strong.pdf"
PICTURES = ROOT / "docs" / "pictures"
AS_OF = date(2026, 11, 1)
COLUMNS, LINES = 80, 56
COLORS = 128


def main() -> None:
    """Writes `terminal.svg`, `report.png` and `report-dark.png`."""
    os.chdir(ROOT)  # so that the report names the sample as a user would type it
    report = Analyzer(as_of=AS_OF).analyze(SAMPLE.relative_to(ROOT))
    PICTURES.mkdir(exist_ok=True)
    (PICTURES / "terminal.svg").write_text(terminal_svg(report), encoding="utf-8")
    (PICTURES / "report.png").write_bytes(report_png(report, "light"))
    (PICTURES / "report-dark.png").write_bytes(report_png(report, "dark"))


def terminal_svg(report: GapReport) -> str:
    """The first lines of the report in a terminal. Without the font that rich would fetch from the network."""
    whole = Console(file=io.StringIO(), width=COLUMNS, force_terminal=True, color_system="truecolor", highlight=False)
    print_report(report, whole)
    assert isinstance(whole.file, io.StringIO)
    lines = whole.file.getvalue().splitlines()
    shown = Console(file=io.StringIO(), width=COLUMNS, record=True, highlight=False)
    shown.print(Text.from_ansi("\n".join([*lines[:LINES], *(["…"] if len(lines) > LINES else [])])))
    svg = shown.export_svg(title=f"gapcheck {report.document.path}", unique_id="gapcheck")
    return re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def report_png(report: GapReport, scheme: Literal["light", "dark"]) -> bytes:
    """The first screen of the HTML report, with one line of evidence followed."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("needs Chromium: install the package chromium")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "report.html")
        file.write_text(html_report(report, page_pictures(SAMPLE.read_bytes())), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
        page.goto(file.as_uri())
        page.locator("a.mark").nth(4).hover()
        taken = page.screenshot()
        browser.close()
    stream = io.BytesIO()
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(
        stream, format="PNG", optimize=True
    )
    return stream.getvalue()


if __name__ == "__main__":
    main()
