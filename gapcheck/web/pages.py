"""What the server knows → its own pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from gapcheck.outputs.html.page import render_page
from gapcheck.outputs.html.report import Link
from gapcheck.plan import DEFAULT_HOURS
from gapcheck.progress.model import Progress
from gapcheck.report import wording
from gapcheck.taxonomy import Profile
from gapcheck.web.recent_reports import Read
from gapcheck.web.settings import Settings

__all__ = ["Link", "api_page", "message_page", "progress_page", "results_page", "start_page"]

_STYLES = ("base.css", "web.css")
_FEW = 8  # changes of a kind that are seen at once


def api_page(form: dict[str, Any], settings: Settings) -> str:
    """What the API takes and gives."""
    return render_page("api.html.j2", styles=_STYLES, form=form, settings=settings)


def start_page(profiles: Sequence[Profile], default: str, settings: Settings) -> str:
    """The page to drop resumes on."""
    return render_page(
        "start.html.j2",
        styles=_STYLES,
        scripts=("web.js",),
        profiles=profiles,
        default=None if settings.recipe.job else default,
        hours=f"{DEFAULT_HOURS:g}",
        settings=settings,
    )


def results_page(key: str, reads: Sequence[Read]) -> str:
    """The resumes that were sent together, with a link to each report."""
    return render_page("results.html.j2", styles=_STYLES, key=key, reads=reads, wording=wording)


def progress_page(progress: Progress, old: str, new: str) -> str:
    """What changed between two resumes, given by their file names."""
    return render_page(
        "progress.html.j2", styles=_STYLES, wording=wording, progress=progress, old=old, new=new, few=_FEW
    )


def message_page(title: str, *lines: str) -> str:
    """A page that says why there is no report."""
    return render_page("message.html.j2", styles=_STYLES, title=title, lines=lines)
