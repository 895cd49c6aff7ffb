"""What all tests share and is slow to build: the taxonomy, the skill reader, the analyzer."""

from __future__ import annotations

import pytest
from browsing import browser  # noqa: F401 - a fixture
from hypothesis import settings
from pages import AS_OF
from serving import server  # noqa: F401 - a fixture

from gapcheck import Analyzer
from gapcheck.skills.reader import SkillReader
from gapcheck.taxonomy import Taxonomy, load_taxonomy

settings.register_profile("gapcheck", deadline=None)  # a slow machine is no failure
settings.load_profile("gapcheck")


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    """The taxonomy that ships with gapcheck."""
    return load_taxonomy()


@pytest.fixture(scope="session")
def skill_reader(taxonomy: Taxonomy) -> SkillReader:
    """One pipeline for all tests."""
    return SkillReader(taxonomy)


@pytest.fixture(scope="session")
def analyzer(taxonomy: Taxonomy) -> Analyzer:
    """One analyzer for all tests; "present" is November 2026."""
    return Analyzer(as_of=AS_OF, taxonomy=taxonomy)
