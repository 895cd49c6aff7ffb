"""The data in `skills_taxonomy/` → `Taxonomy`: skills, profiles, roadmap, certifications and the words of the
reading.
"""

from gapcheck.taxonomy.files import TaxonomyError
from gapcheck.taxonomy.load import load_market, load_taxonomy, load_with_profile
from gapcheck.taxonomy.models import (
    Alias,
    Certification,
    Context,
    Cue,
    EntryWords,
    HeadingKind,
    How,
    Level,
    LevelRule,
    Phase,
    Profile,
    Reason,
    RequirementRule,
    Resource,
    Roadmap,
    SectionKind,
    Skill,
    Stage,
    Taxonomy,
)

__all__ = [
    "Alias",
    "Certification",
    "Context",
    "Cue",
    "EntryWords",
    "HeadingKind",
    "How",
    "Level",
    "LevelRule",
    "Phase",
    "Profile",
    "Reason",
    "RequirementRule",
    "Resource",
    "Roadmap",
    "SectionKind",
    "Skill",
    "Stage",
    "Taxonomy",
    "TaxonomyError",
    "load_market",
    "load_taxonomy",
    "load_with_profile",
]
