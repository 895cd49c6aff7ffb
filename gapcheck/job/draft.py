"""A posting and its profile → a profile file to edit, with the line of the posting above each requirement."""

from __future__ import annotations

from typing import Any

import yaml

from gapcheck.job.model import Job
from gapcheck.taxonomy import Profile, RequirementRule

_WIDE = 10_000  # characters of a line: nothing is folded


def profile_text(job: Job, profile: Profile) -> str:
    """The profile as YAML; `load_with_profile` reads it again. What gapcheck does not know stands at the end."""
    head = profile.model_dump(include={"id", "name", "version", "about", "source", "as_of"}) | {"source": [job.path]}
    read = {one.id: one for one in job.requirements}
    lines = [
        f"# Read from {_one_line(job.path)}. Edit what was misread, then: gapcheck resume.pdf --profile THIS_FILE",
        "# What each field means: docs/your-own.md. Above each requirement, the words that it was read from.",
        *(f"{field}: {on_one_line(head[field])}" for field in ("id", "name", "version", "about", "source", "as_of")),
        "requirements:",
    ]
    for rule in profile.requirements:
        lines += [
            f"# {_line(read[rule.id].page, read[rule.id].line)}: {_one_line(read[rule.id].quote)}",
            f"- {on_one_line(_data(rule))}",
        ]
    if job.unknown:
        lines.append("# Asked for, but unknown to gapcheck and so not compared:")
        lines += [f"#   {one.text} ({_line(one.page, one.line)})" for one in job.unknown]
    return "\n".join(lines) + "\n"


def _data(rule: RequirementRule) -> dict[str, Any]:
    return {**rule.model_dump(), "any_of": list(rule.any_of), "expected": rule.expected.name}


def _line(page: int, line: int) -> str:
    return f"line {line}" if page == 1 else f"page {page}, line {line}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def on_one_line(data: object) -> str:
    """The data as YAML on one line."""
    text: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=_WIDE, default_flow_style=True)
    return text.removesuffix("...\n").rstrip("\n")
