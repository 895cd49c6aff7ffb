"""Text of a file → whether gapcheck itself wrote it: its reports lie beside the resumes, and are none."""

from __future__ import annotations

import re

ON_PAPER = "This report speaks of what is on paper, not of ability, and must not decide about a person by itself."
"""What every report says of itself, in every format."""

_SAID = re.compile(r"of\s+what\s+is\s+on\s+paper,\s+not\s+of\s+ability")  # also on pages about a group
_CONTRACT = re.compile(r'"schema"\s*:\s*"gapcheck/')
_HEAD = 4096  # characters in which JSON of ours names its contract


def is_own_output(text: str) -> bool:
    """Whether the text is that of a report, a comparison or a cohort, in whatever format and broken into lines."""
    return _CONTRACT.search(text[:_HEAD]) is not None or _SAID.search(text) is not None
