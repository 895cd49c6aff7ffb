"""What a resume shows, against what a profile expects: a verdict for each requirement, readiness, and the career
stage.
"""

from gapcheck.gap.areas import AreaGaps, area_of, areas_of, weighed
from gapcheck.gap.compare import (
    Gap,
    Status,
    compare,
    compare_levels,
    readiness,
    readiness_with_sure,
    share_reached,
    stage_at,
)
from gapcheck.gap.only_queried import known_from_afar
from gapcheck.gap.sure import Certainty, Surely, SureReader

__all__ = [
    "AreaGaps",
    "Certainty",
    "Gap",
    "Status",
    "SureReader",
    "Surely",
    "area_of",
    "areas_of",
    "compare",
    "compare_levels",
    "known_from_afar",
    "readiness",
    "readiness_with_sure",
    "share_reached",
    "stage_at",
    "weighed",
]
