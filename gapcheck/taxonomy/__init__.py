"""The data in `skills_taxonomy/` → `Taxonomy`: skills, profiles, roadmap, certifications and the words of the
reading.
"""

from gapcheck.taxonomy.load import load_market, load_taxonomy, load_with_profile, models_key, taxonomy_key
from gapcheck.taxonomy.models.advice import Criterion, PortfolioRules, ProjectIdea, ScienceDoubt, WorkField
from gapcheck.taxonomy.models.context import Context, Cue, Grammar
from gapcheck.taxonomy.models.demand import Demand, DemandGroup, DemandTable
from gapcheck.taxonomy.models.languages import DateWords
from gapcheck.taxonomy.models.learning import Practice
from gapcheck.taxonomy.models.levels import LevelRule, LimitWords, StrengthRule
from gapcheck.taxonomy.models.market import Challenge, Condition, InterviewStage, Market
from gapcheck.taxonomy.models.postings import PostingWords, Stance
from gapcheck.taxonomy.models.privacy import PrivacyWords
from gapcheck.taxonomy.models.profiles import Certification, Phase, Profile, RequirementRule, Roadmap, Stage
from gapcheck.taxonomy.models.reading import AgeRule, EntryWords, Headings
from gapcheck.taxonomy.models.skills import Alias, Resource, Skill
from gapcheck.taxonomy.models.taxonomy import Taxonomy
from gapcheck.taxonomy.models.vocabulary import PHRASED, How, Level, Need, PostingPart, Reason, SectionKind, Span
from gapcheck.taxonomy.records import TaxonomyError

__all__ = [
    "PHRASED",
    "AgeRule",
    "Alias",
    "Certification",
    "Challenge",
    "Condition",
    "Context",
    "Criterion",
    "Cue",
    "DateWords",
    "Demand",
    "DemandGroup",
    "DemandTable",
    "EntryWords",
    "Grammar",
    "Headings",
    "How",
    "InterviewStage",
    "Level",
    "LevelRule",
    "LimitWords",
    "Market",
    "Need",
    "Phase",
    "PortfolioRules",
    "PostingPart",
    "PostingWords",
    "Practice",
    "PrivacyWords",
    "Profile",
    "ProjectIdea",
    "Reason",
    "RequirementRule",
    "Resource",
    "Roadmap",
    "ScienceDoubt",
    "SectionKind",
    "Skill",
    "Span",
    "Stage",
    "Stance",
    "StrengthRule",
    "Taxonomy",
    "TaxonomyError",
    "WorkField",
    "load_market",
    "load_taxonomy",
    "load_with_profile",
    "models_key",
    "taxonomy_key",
]
