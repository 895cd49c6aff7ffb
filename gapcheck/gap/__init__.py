"""What a resume shows, against what a profile expects: a verdict for each requirement, readiness, and the career
stage.
"""

from gapcheck.gap.compare import Gap, Status, compare, compare_levels, readiness, share_reached, stage_at
from gapcheck.gap.held_certificates import HeldCertification, held_certifications

__all__ = [
    "Gap",
    "HeldCertification",
    "Status",
    "compare",
    "compare_levels",
    "held_certifications",
    "readiness",
    "share_reached",
    "stage_at",
]
