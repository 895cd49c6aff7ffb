"""An HTML report → a PDF of it, printed by an installed Chromium or by WeasyPrint."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from gapcheck.extras import how_to_install

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_LONGEST = 120.0  # seconds
_MISSING = (
    f"printing needs a browser or WeasyPrint: install Chromium or Chrome, or {how_to_install('pdf')}; "
    "--format html works without either"
)


class PrintError(Exception):
    """A report that can't be printed. The message says why and what to do."""


def printed_pdf(html: str) -> bytes:
    """The page as PDF, on the paper that the printing program takes by default. It may not ask the network for
    anything.

    Raises `PrintError` where no program to print with is installed, or where the browser fails or takes two minutes.
    """
    browser = _browser()
    if browser:
        return _by_chromium(html, browser)
    if find_spec("weasyprint"):
        return _by_weasyprint(html)
    raise PrintError(_MISSING)


def printer() -> str | None:
    """What would print; None where nothing can."""
    return _browser() or ("WeasyPrint" if find_spec("weasyprint") else None)


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, _CHROMIUM)), None)


def _by_chromium(html: str, browser: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="gapcheck-print-", ignore_cleanup_errors=True) as folder:
        page, pdf = Path(folder, "report.html"), Path(folder, "report.pdf")
        page.write_text(html, encoding="utf-8")
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={pdf}",
            page.as_uri(),
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.insert(1, "--no-sandbox")  # Chromium's sandbox refuses to work for root
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(_LONGEST)
        except subprocess.TimeoutExpired:
            raise PrintError(
                f"{browser} did not print within {_LONGEST:.0f} seconds: try again, or take --format html"
            ) from None
        finally:
            _end(process)
        if not pdf.exists():
            raise PrintError(
                f"{browser} could not print (exit code {process.returncode}): take --format html and print it yourself"
            )
        return pdf.read_bytes()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the browser with all its processes."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
    process.wait()


def _by_weasyprint(html: str) -> bytes:
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except OSError as error:  # it is there, but not the libraries that it draws with
        raise PrintError(f"WeasyPrint lacks a library ({error}): see its installation guide") from None
    return bytes(weasyprint.HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=["data"])).write_pdf())
