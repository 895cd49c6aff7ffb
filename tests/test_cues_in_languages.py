"""Lines in German, French, Spanish and Portuguese → whether the skill in them is taken for the writer's own."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from cues_said import HOPES, NOT_OWN, OWN, RESUMES
from skill_resumes import findings_on

from gapcheck.taxonomy import load_taxonomy
from gapcheck.text.phrases import Phrases
from gapcheck.text.tokenizer import tokens_of


@cache
def _counted(language: str, nth: int) -> frozenset[str]:
    """The skills of a resume with the lines that name their skill for the nth time: each line speaks for itself."""
    seen: Counter[str] = Counter()
    lines = []
    for skill, line in (*NOT_OWN[language], *OWN[language]):
        if seen[skill] == nth:
            lines.append(f"- {line}")
        seen[skill] += 1
    return _skills_in(RESUMES[language].replace("{lines}", "\n".join(lines)))


def _skills_in(text: str, name: str = "resume.txt") -> frozenset[str]:
    return frozenset(one.skill for one in findings_on(text.encode(), name, load_taxonomy()).skills)


def _verdicts(of: dict[str, list[tuple[str, str]]]) -> list[tuple[str, int, str, str]]:
    """Language, how often the skill was named before, skill and line of each line."""
    found = []
    for language, lines in of.items():
        seen = Counter(skill for skill, _ in NOT_OWN[language]) if of is OWN else Counter[str]()
        for skill, line in lines:
            found.append((language, seen[skill], skill, line))
            seen[skill] += 1
    return found


@pytest.mark.parametrize(("language", "nth", "skill", "line"), _verdicts(NOT_OWN))
def test_skill_that_is_not_the_writers_is_not_counted(language: str, nth: int, skill: str, line: str) -> None:
    assert skill not in _counted(language, nth), line


@pytest.mark.parametrize(("language", "nth", "skill", "line"), _verdicts(OWN))
def test_skill_of_the_writer_is_counted_beside_others(language: str, nth: int, skill: str, line: str) -> None:
    assert skill in _counted(language, nth), line


@pytest.mark.parametrize("language", HOPES)
def test_aim_of_a_profile_is_a_hope(language: str) -> None:
    above, line, _ = HOPES[language]
    resume = RESUMES[language].replace("{lines}", "")
    assert "docker" not in _skills_in(f"{resume}\n{above.replace('{lines}', line)}\n")


@pytest.mark.parametrize("language", HOPES)
def test_what_stands_under_a_heading_of_aims_is_a_hope(language: str) -> None:
    blocks = RESUMES[language].replace("{lines}", "").split("\n\n")
    text = "\n\n## ".join([*blocks, f"{HOPES[language][2]}\n- Docker\n- Spark\n"])
    assert not {"docker", "spark"} & _skills_in(text, "resume.md")


def test_ending_stands_for_words_that_end_so_and_are_longer() -> None:
    phrases = Phrases([("done", ["*ado|hecho .. por"])])
    found = [
        phrases(tokens_of(text)) for text in ("entrenado por", "hecho ayer por", "lado por", "ado por", "entrena por")
    ]
    assert [bool(one) for one in found] == [True, True, False, False, False]
