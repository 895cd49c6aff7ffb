"""What every part of what is published is made of: a fixed model, and the mark of text that quotes a resume."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict


class FromResume:
    """Marks text that is, or may quote, the resume's own words: what redaction looks into."""


ResumeText = Annotated[str, FromResume]


class Part(BaseModel):
    """A part of what is published: fixed, and with no field that the schema lacks."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
