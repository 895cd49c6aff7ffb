"""A `Resume` → a file of notes for a person to correct: what was read, as comments that change nothing yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gapcheck.resume import Entry, EntryKind, Resume

_HEAD = """\
# Correct here how your resume was read, then run: gapcheck RESUME --notes THIS_FILE
# To correct an entry, remove the "# " before its lines and change what is wrong.
# A month is YYYY-MM; "to" may also be present. To leave an entry out, write "leave_out: true" instead of the rest.
# Kinds: {kinds}.
entries:
"""
_SKILLS = """\
skills:
  # Skills that you have and did not write: the plan does not teach them from zero, but they never count as shown.
  add:
  # - sql
  # Skills that are read in your resume and are not yours.
  not_mine:
  # - r
"""


def notes_template(resume: Resume) -> str:
    """The entries with titles, kinds and dates, and places for skills."""
    entries = [entry for _, entry in resume.entries() if entry.kind is not EntryKind.text]
    titles = Counter(entry.title.casefold() for entry in entries)
    blocks = ("\n".join(_lines(entry, titles, resume.as_of)) + "\n" for entry in entries)
    return _HEAD.format(kinds=", ".join(EntryKind)) + "".join(blocks) + _SKILLS


def _lines(entry: Entry, titles: Counter[str], as_of: int) -> Iterator[str]:
    place = f"{entry.place.page}:{entry.place.line.number}"
    is_named = titles[entry.title.casefold()] == 1
    yield f"# - entry: {_quoted(entry.title if is_named else place)}"
    yield f"#   kind: {entry.kind}"
    begins, ends = entry.dates.as_months(as_of) if entry.dates else (None, None)
    yield f"#   from: {begins or ''}".rstrip()
    yield f"#   to: {ends or ''}".rstrip()


def _quoted(text: str) -> str:
    """Any text on one line of YAML."""
    import yaml  # only who asks for notes pays for its import

    quoted: str = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10_000)
    return quoted.strip()
