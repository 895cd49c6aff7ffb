"""What every part of what is published is made of: a fixed model, and the mark of text that quotes a resume."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict


class FromResume:
    """Marks text that is, or may quote, the resume's own words: what redaction looks into."""


ResumeText = Annotated[str, FromResume]
PathText = Annotated[str, BeforeValidator(lambda path: path.encode("utf-8", "backslashreplace").decode("utf-8"))]
"""A path; bytes of a file's name that are no text are shown as such."""


class Part(BaseModel):
    """A part of what is published: fixed once it is made. A field that this version does not know, of a later one, is
    passed over; a field that came after 0.1 has a default, so that reports of before are still read.
    """

    model_config = ConfigDict(frozen=True, validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)
