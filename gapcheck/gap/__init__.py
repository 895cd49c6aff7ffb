"""What a resume shows, against what a profile expects: a verdict for each requirement, readiness, and the career
stage.
"""

from gapcheck.gap.compare import Gap, Status, compare, compare_levels, readiness, share_reached, stage_at

__all__ = [
    "Gap",
    "Status",
    "compare",
    "compare_levels",
    "readiness",
    "share_reached",
    "stage_at",
]
