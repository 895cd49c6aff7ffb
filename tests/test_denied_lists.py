"""A list of skills that its label or heading denies shows none of them."""

from __future__ import annotations

import pytest
from skill_resumes import findings_on

from gapcheck import Analyzer


def skills_of(analyzer: Analyzer, *lines: str) -> dict[str, str | None]:
    """The skills of a short resume with these lines at its end, each with why it does not count."""
    body = (
        "# Mira Sandoval\nmira@example.org\n\n## Experience\nAnalyst, Orrin Foods, Jan 2020 - Jun 2022\n- Counted jars"
    )
    found = findings_on("\n\n".join([body, "\n".join(lines)]).encode(), "resume.md", analyzer.taxonomy)
    return {one.skill: None for one in found.skills} | {one.skill: one.reason.value for one in found.not_counted}


@pytest.mark.parametrize(
    "label",
    ["Not claimed", "Not my thing", "Not for me: front ends", "Out of scope", "Outside my work", "Never learned"],
)
def test_label_that_opens_with_a_denial_denies_its_list(label: str, analyzer: Analyzer) -> None:
    found = skills_of(analyzer, "## Skills", "Python, pandas", f"{label}: React, MongoDB")
    assert found["python"] is None
    assert (found["react"], found["mongodb"]) == ("negated", "negated")


@pytest.mark.parametrize("label", ["Not only scripts", "Not just tables", "Last but not least"])
def test_label_that_only_plays_with_not_denies_nothing(label: str, analyzer: Analyzer) -> None:
    assert skills_of(analyzer, "## Skills", f"{label}: React, MongoDB")["react"] is None


def test_skill_in_the_label_itself_denies_no_list(analyzer: Analyzer) -> None:
    assert skills_of(analyzer, "## Skills", "Not React but Vue: MongoDB")["mongodb"] is None


@pytest.mark.parametrize("heading", ["Not in my toolbox", "Not for me", "Not part of my work"])
def test_heading_that_denies_denies_all_below_it(heading: str, analyzer: Analyzer) -> None:
    found = skills_of(analyzer, "## Skills", "Python, pandas", "", f"## {heading}", "MongoDB, React")
    assert (found["python"], found["mongodb"], found["react"]) == (None, "negated", "negated")


@pytest.mark.parametrize("heading", ["Goal", "Career goals", "What I am looking for", "Where I want to go"])
def test_heading_that_looks_ahead_makes_a_wish_of_what_stands_below(heading: str, analyzer: Analyzer) -> None:
    found = skills_of(analyzer, "## Skills", "Python, pandas", "", f"## {heading}", "To build nets in PyTorch: MLOps.")
    assert found["python"] is None and found["pytorch"] == "aspiration"


def test_list_behind_a_colon_ends_with_its_sentence(analyzer: Analyzer) -> None:
    found = skills_of(analyzer, "- Left to the platform team: Kubernetes, Terraform; AWS. I wrote the services in Go.")
    assert found["go"] is None
    assert {found[one] for one in ("kubernetes", "terraform", "aws")} == {"other-person"}
