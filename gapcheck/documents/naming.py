"""The name of a file in a folder → whether it is read, looked into first, or passed over and why."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from gapcheck.documents.errors import DocumentError

PASSED_OVER, OWN_REPORT, NO_RESUME = "passed-over", "own-report", "no-resume"
SKIPPED = (PASSED_OVER, OWN_REPORT, NO_RESUME)
"""The codes of files in a folder that are no resumes: they are listed in results, but are no errors."""

_RESUME_NAME = re.compile(r"(?<![^\W\d_])(?:resume|résumé|resumé|cv|curriculum|lebenslauf)(?![^\W\d_])", re.IGNORECASE)
_RESUMES = (".pdf", ".docx")
_ANYTHING = (".txt", ".md", ".markdown", ".html", ".htm", ".json", "")
_SAVE = "save it as PDF or DOCX"
_OF_WORD_PROCESSORS = {
    **dict.fromkeys((".doc", ".dot"), f"an old Word file: {_SAVE}"),
    **dict.fromkeys((".odt", ".fodt"), f"an OpenDocument text: {_SAVE}"),
    ".rtf": f"an RTF file: {_SAVE}",
    ".pages": f"a Pages document: {_SAVE}",
    ".wpd": f"a WordPerfect file: {_SAVE}",
}
_REFUSED = {
    **_OF_WORD_PROCESSORS,
    ".tex": "LaTeX source: give the PDF that it makes",
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".heic", ".gif", ".webp", ".tif", ".tiff", ".bmp"), "a picture: save it as PDF"
    ),
    **dict.fromkeys((".zip", ".7z", ".rar", ".gz", ".tar"), "an archive in a folder: unpack it, or name a .zip itself"),
}


class Kind(Enum):
    """What a name tells of a file: `resume` is read, `anything` may be one and is looked into, `other` is passed
    over.
    """

    resume = "resume"
    anything = "anything"
    other = "other"


def kind_of(path: PurePath) -> Kind:
    """What the name of a file in a folder tells."""
    suffix = path.suffix.lower()
    if path.name.startswith(("~$", ".")):
        return Kind.other
    if suffix in _RESUMES or (suffix in _ANYTHING and _RESUME_NAME.search(path.stem)):
        return Kind.resume
    return Kind.anything if suffix in _ANYTHING else Kind.other


def is_named_as_resume(path: PurePath) -> bool:
    """Whether a file in a folder is taken for a resume by its name alone."""
    return kind_of(path) is Kind.resume


def is_of_a_word_processor(path: PurePath) -> bool:
    """Whether a name is that of a text of another word processor; people rename files in the hope to convert them."""
    return kind_of(path) is Kind.other and path.suffix.lower() in _OF_WORD_PROCESSORS


def passed_over(path: PurePath) -> DocumentError:
    """Why a file of the kind `other` is not read, and what to do where it is a resume all the same."""
    if path.name.startswith("~$"):
        return DocumentError(PASSED_OVER, "a lock file of Word: close the document; the resume lies beside it")
    if path.name.startswith("."):
        return DocumentError(PASSED_OVER, "a hidden file: if it is a resume, give it a name that does not begin so")
    why = _REFUSED.get(path.suffix.lower(), f"no kind of file that a resume is kept in: if it is one, {_SAVE}")
    return DocumentError(PASSED_OVER, why)
