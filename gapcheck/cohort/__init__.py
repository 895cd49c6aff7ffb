"""Reports of many resumes → what they say together: how readiness spreads, what is missing, what to teach."""

from gapcheck.cohort.labels import label_of
from gapcheck.cohort.model import Cohort, GroupPart
from gapcheck.cohort.reading import CohortError, Reports, read_reports, read_snapshots
from gapcheck.cohort.summary import FEWEST, cohort_of

__all__ = [
    "FEWEST",
    "Cohort",
    "CohortError",
    "GroupPart",
    "Reports",
    "cohort_of",
    "label_of",
    "read_reports",
    "read_snapshots",
]
