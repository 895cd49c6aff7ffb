"""A person's notes on how their resume was read → the resume as they say it is."""

from gapcheck.notes.correct import corrected
from gapcheck.notes.model import NotesFile, notes_schema
from gapcheck.notes.read import Notes, NotesError, read_notes
from gapcheck.notes.template import notes_template

__all__ = ["Notes", "NotesError", "NotesFile", "corrected", "notes_schema", "notes_template", "read_notes"]
