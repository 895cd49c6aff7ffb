"""How large a file may be and how much it may hold: resumes are small, and files made to do harm are not."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from gapcheck.documents.errors import DocumentError

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What one document may hold; each is a name for `--limit NAME=NUMBER`, written with dashes.

    `megabytes` of the file, `unpacked_megabytes` of what is packed inside of it, `pages`, `characters` of text, and
    `objects`: things drawn on a page of a PDF, elements of a DOCX or HTML file. `ocr_seconds` are no reason to refuse
    it: OCR begins no page that would not be done by then.
    """

    megabytes: int = 50
    unpacked_megabytes: int = 200
    pages: int = 100
    characters: int = 400_000
    objects: int = 200_000
    ocr_seconds: int = 30

    def check(self, name: str, amount: int) -> None:
        """Raises `DocumentError` with code `too-large` where there is more of this than may be."""
        allowed = getattr(self, name)
        if amount > allowed * (_MEGABYTE if name.endswith("megabytes") else 1):
            option = name.replace("_", "-")
            raise DocumentError(
                "too-large",
                f"it holds more than {allowed:,} {option.replace('-', ' ')}: look at the file, "
                f"or allow more with --limit {option}=NUMBER",
            )


def parsed_limits(wishes: list[str]) -> ReadLimits:
    """The limits with changes as a user writes them, `pages=300`. Raises `ValueError` that says what is wrong."""
    names = {field.name.replace("_", "-"): field.name for field in fields(ReadLimits)}
    changes: dict[str, int] = {}
    for wish in wishes:
        name, _, number = wish.partition("=")
        if name not in names or not number.isdecimal() or int(number) < 1:
            raise ValueError(f"{wish!r} is no limit: write one of {', '.join(names)} as {next(iter(names))}=100")
        changes[names[name]] = int(number)
    return replace(ReadLimits(), **changes)
