"""A `Cohort` → one HTML page that can be printed or sent on; its charts are drawn in the page."""

from __future__ import annotations

from gapcheck.cohort import wording
from gapcheck.cohort.model import Cohort
from gapcheck.outputs.html.page import render_page


def cohort_page(cohort: Cohort) -> str:
    """The page."""
    return render_page("cohort.html.j2", styles=("base.css", "cohort.css"), cohort=cohort, words=wording)
