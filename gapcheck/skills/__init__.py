"""A `Resume` → what it shows of each skill, and what it names without showing it."""

import gapcheck.text.spacy_import  # noqa: F401 - before the first import of spaCy

# isort: split
from gapcheck.skills.evidence import Evidence, NotCounted, SkillEvidence
from gapcheck.skills.explain import Explanation
from gapcheck.skills.level import Support, Way, level_of, ways_to
from gapcheck.skills.pipeline.certificates import NamedCertification
from gapcheck.skills.pipeline.mention import Mention
from gapcheck.skills.pipeline.people import PersonNamed
from gapcheck.skills.reader import COMPONENTS, Findings, SkillReader
from gapcheck.skills.unrecognised import Unrecognised

__all__ = [
    "COMPONENTS",
    "Evidence",
    "Explanation",
    "Findings",
    "Mention",
    "NamedCertification",
    "NotCounted",
    "PersonNamed",
    "SkillEvidence",
    "SkillReader",
    "Support",
    "Unrecognised",
    "Way",
    "level_of",
    "ways_to",
]
