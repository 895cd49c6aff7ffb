"""What a file of notes may hold: corrections of entries, skills that are not written, skills that do not count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from gapcheck.resume import EntryKind

PRESENT = "present"
_MONTH = r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])"


def _month(text: Any) -> Any:
    if not re.fullmatch(_MONTH, str(text)):
        raise ValueError(f"{text} is not a month: write it as YYYY-MM, for example 2021-03")
    return text


def _month_or_present(text: Any) -> Any:
    return text if text == PRESENT else _month(text)


Month = Annotated[str, Field(pattern=f"^{_MONTH}$"), BeforeValidator(_month)]
LastMonth = Annotated[str, Field(pattern=f"^(?:{_MONTH}|{PRESENT})$"), BeforeValidator(_month_or_present)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        """A field with nothing behind it says nothing."""
        return {name: value for name, value in data.items() if value != ""} if isinstance(data, Mapping) else data


class EntryNote(_Strict):
    """A correction of one entry, named by its title or by `page:line`: its first and last month, its kind, or that it
    is to be left out.
    """

    entry: str
    from_: Month | None = Field(default=None, alias="from")
    to: LastMonth | None = None
    kind: EntryKind | None = None
    leave_out: bool = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> EntryNote:
        changes = self.from_ or self.to or self.kind
        if not changes and not self.leave_out:
            raise ValueError("this note changes nothing: add from, to, kind or leave_out")
        if changes and self.leave_out:
            raise ValueError("an entry that is left out has no other correction: remove leave_out or the rest")
        if self.from_ and self.to and self.to != PRESENT and self.to < self.from_:
            raise ValueError(f"the entry ends ({self.to}) before it begins ({self.from_}): correct one of them")
        return self


class SkillNotes(_Strict):
    """Skills by id, name or another word for them: `add` those that the person has and did not write, `not_mine` those
    that do not count.
    """

    add: tuple[str, ...] = ()
    not_mine: tuple[str, ...] = ()


class QuizNote(_Strict):
    """What `gapcheck quiz` kept: the level that the answers on a skill spoke for, and how many were right."""

    skill: str
    level: Literal["none", "basic", "intermediate", "advanced"]
    right: int
    of: int
    on: str


class NotesFile(_Strict):
    """A file of notes."""

    entries: tuple[EntryNote, ...] = ()
    skills: SkillNotes = SkillNotes()
    quiz: tuple[QuizNote, ...] = ()


def notes_schema() -> dict[str, Any]:
    """JSON Schema of a file of notes."""
    return NotesFile.model_json_schema(by_alias=True)
