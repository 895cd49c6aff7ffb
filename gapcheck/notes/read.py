"""A file of notes → `Notes`, checked: every skill is known, nothing contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from gapcheck.documents import DocumentError
from gapcheck.notes.model import NotesFile
from gapcheck.taxonomy import Level, Taxonomy, TaxonomyError
from gapcheck.taxonomy.describe import skill_ids
from gapcheck.taxonomy.records import Origin, Step, checked, read_file

_CLOSE = 75


class NotesError(DocumentError):
    """Notes that can't be applied. The message names file and line, and says what to do."""

    def __init__(self, message: str) -> None:
        super().__init__("notes", message)


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes that were read. `add` and `not_mine` are ids of skills; `assessed` are the levels by quizzes."""

    file: str
    content: NotesFile
    add: tuple[str, ...]
    not_mine: tuple[str, ...]
    assessed: Mapping[str, Level]
    origin: Origin

    @property
    def count(self) -> int:
        """How many corrections they hold."""
        return len(self.content.entries) + len(self.add) + len(self.not_mine) + len(self.assessed)

    def wrong(self, message: str, *steps: Step) -> NotesError:
        """The error about a part of the notes."""
        return NotesError(f"{self.origin.at(*steps)}: {message}")

    def check_disowned(self, on_resume: frozenset[str]) -> None:
        """Raises `NotesError` where a skill that is not to count is not on the resume."""
        for index, skill in enumerate(self.not_mine):
            if skill not in on_resume:
                raise self.wrong(f"the resume does not name {skill}: remove this line", "skills", "not_mine", index)


def read_notes(path: Path, taxonomy: Taxonomy) -> Notes:
    """The notes in a file. Raises `NotesError`."""
    if not path.exists():
        raise NotesError(f"there is no file {path}: write it with gapcheck notes RESUME -o {path}")
    try:
        record = read_file(path, str(path), only_text=True)
        content = checked(record, NotesFile) if record.data else NotesFile()
    except TaxonomyError as error:
        raise NotesError(str(error)) from None
    skills = record.origin.at("skills")
    add = tuple(dict.fromkeys(_skills(content.skills.add, taxonomy, skills.at("add"))))
    not_mine = tuple(_skills(content.skills.not_mine, taxonomy, skills.at("not_mine")))
    asked = _skills([one.skill for one in content.quiz], taxonomy, record.origin.at("quiz"))
    assessed = dict(zip(asked, (Level[one.level] for one in content.quiz), strict=True))
    notes = Notes(str(path), content, add, not_mine, assessed, record.origin)
    for index, skill in enumerate(not_mine):
        if skill in add:
            raise notes.wrong(f"{skill} stands under add too: remove one of them", "skills", "not_mine", index)
    return notes


def _skills(written: Sequence[str], taxonomy: Taxonomy, origin: Origin) -> Iterator[str]:
    """The ids of skills that are written as id, as name, or by another word for them."""
    ids = skill_ids(taxonomy)
    for index, text in enumerate(written):
        if (found := ids.get(text.casefold())) is None:
            near = process.extractOne(text.casefold(), list(ids), scorer=fuzz.ratio, score_cutoff=_CLOSE)
            remedy = f"did you mean {ids[near[0]]}?" if near else f"look for it with gapcheck taxonomy search {text}"
            raise NotesError(f"{origin.at(index)}: there is no skill {text}: {remedy}")
        yield found
