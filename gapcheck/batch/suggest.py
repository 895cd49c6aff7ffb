"""Reports on many resumes → the names that the taxonomy lacks, the most frequent first, and a file to add them with."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from gapcheck.batch.folders import STORE
from gapcheck.batch.store import REPORTS
from gapcheck.report import GapReport, NearestPart
from gapcheck.taxonomy import Taxonomy
from gapcheck.text.patterns import is_pattern

_EXAMPLES = 2  # lines that show how a name is used

_HEAD = """\
# Names that stand where skills stand on {resumes} and that gapcheck does not know, the most frequent first.
# Take the # away before each that is a skill, correct it, and delete the rest; then run
#   gapcheck taxonomy check --taxonomy {folder}
#   gapcheck resume.pdf --taxonomy {folder}
# What each field means, and what else a skill can have: docs/taxonomy.md
category: ours
title: Ours
skills:
"""


@dataclass(frozen=True, slots=True)
class ExampleLine:
    """A line on which a name stands."""

    path: str
    page: int
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that no skill matches, as it is written most often; its other spellings; in how many resumes it stands;
    the skill that is spelled most like it; and lines that show its use.
    """

    text: str
    spellings: tuple[str, ...]
    resumes: int
    nearest: NearestPart | None
    examples: tuple[ExampleLine, ...]


@dataclass(slots=True)
class _Count:
    resumes: int = 0
    spellings: Counter[str] = field(default_factory=Counter)
    nearest: NearestPart | None = None
    examples: list[ExampleLine] = field(default_factory=list)


def suggestions(reports: Iterable[GapReport], taxonomy: Taxonomy) -> list[Suggestion]:
    """The unrecognised names of all reports, ranked by the number of resumes, then by the alphabet. Spellings that one
    alias covers are one name; names that this taxonomy knows by now are left out.
    """
    counts: dict[str, _Count] = {}
    for report in reports:
        counted: set[str] = set()
        for one in report.not_recognised:
            if one.text.startswith("["):  # what redaction took out
                continue
            name = _one_spelling(one.text)
            count = counts.setdefault(name, _Count())
            count.spellings[one.text] += 1
            count.nearest = count.nearest or one.nearest
            if name not in counted:
                counted.add(name)
                count.resumes += 1
                if one.quote and len(count.examples) < _EXAMPLES:
                    count.examples.append(ExampleLine(report.document.path, one.page, one.line, one.quote))
    ranked = sorted(counts.keys() - _known(taxonomy), key=lambda name: (-counts[name].resumes, name))
    return [_suggestion(counts[name]) for name in ranked]


def stored_reports(place: Path) -> Iterator[GapReport] | None:
    """The reports of a run's output folder, or of a file with one a line; None where the place is neither."""
    file = place / REPORTS if (place / STORE).is_file() else place
    return _reports_in(file) if file.suffix == ".jsonl" else None


def _reports_in(file: Path) -> Iterator[GapReport]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"schema":"gapcheck/report/'):
                yield GapReport.model_validate_json(line)


def skills_draft(found: Sequence[Suggestion], resumes: str, folder: Path, taxonomy: Taxonomy) -> str:
    """A file of skills to edit, with every suggestion commented out: a new skill, or a spelling of a known one."""
    return _HEAD.format(resumes=resumes, folder=folder) + "".join(_draft(one, taxonomy) for one in found)


def _draft(one: Suggestion, taxonomy: Taxonomy) -> str:
    aliases = ", ".join(_quoted(text) for text in _apart(one.spellings))
    known = one.nearest.id if one.nearest else _id(one.text)
    lines = [f"\n# On {one.resumes} of them:", *(f"#   “{example.quote}”" for example in one.examples)]
    if known in taxonomy.skills:
        lines += [f"# A spelling of {taxonomy.skills[known].name}?", f"#- id: {known}", f"#  aliases: [{aliases}]"]
    else:
        about = "#  about: Say in one line what it is"
        lines += [f"#- id: {known}", f"#  name: {_quoted(one.text)}", about, f"#  aliases: [{aliases}]"]
    return "\n".join(lines) + "\n"


def _suggestion(count: _Count) -> Suggestion:
    spellings = tuple(text for text, _ in count.spellings.most_common())
    return Suggestion(spellings[0], spellings, count.resumes, count.nearest, tuple(count.examples))


def _known(taxonomy: Taxonomy) -> set[str]:
    return {
        _one_spelling(alias.text)
        for skill in taxonomy.skills.values()
        for alias in (*skill.aliases, *skill.signs)
        if not is_pattern(alias.text)
    }


def _one_spelling(text: str) -> str:
    """The name in the one form that all spellings of an alias share: without capitals, blanks, hyphens and plural."""
    bare = re.sub(r"[\s._/-]+", "", text.casefold())
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare


def _apart(spellings: Iterable[str]) -> list[str]:
    """The spellings; of those that differ in nothing but capitals only the first."""
    return list({text.casefold(): text for text in reversed(tuple(spellings))}.values())[::-1]


def _id(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("+", " plus ").replace("#", " sharp "))
    return "-".join(re.findall(r"[a-z0-9]+", plain.casefold())) or "a-skill"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
