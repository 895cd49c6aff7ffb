"""Why a document could not be analysed: a stable code for programs, one line for people."""

from __future__ import annotations


class DocumentError(Exception):
    """A file that can't be read as a resume.

    `code` is one of `not-found`, `not-a-resume-file`, `empty-folder`, `unreadable`, `broken`, `encrypted`, `no-pages`,
    `no-text`, `too-large`, `own-report`; of what a folder holds besides resumes `passed-over` and `no-resume`; from
    worker processes also `timeout`, `crashed`, `memory`; `notes` where notes do not fit it. `message` says what is
    wrong and what to do about it, and holds no text of the resume.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
