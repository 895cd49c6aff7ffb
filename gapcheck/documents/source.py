"""Paths as a user gives them → files to read, and the reader that fits a file's content."""

from __future__ import annotations

import codecs
import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import category

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.limits import ReadLimits
from gapcheck.documents.long_lines import with_long_lines_parted
from gapcheck.documents.model import Document, Page
from gapcheck.documents.naming import OWN_REPORT
from gapcheck.documents.ocr.reader import Ocr
from gapcheck.documents.pdf.reader import PdfReader, read_pdf
from gapcheck.own_output import is_own_output

_HEAD = 1024  # bytes in which a format shows itself; PDF allows rubbish before its header
_RUBBISH = 0.02  # share of control characters from which on a file is no text
_TAGS = re.compile(r"</(?:p|div|li|ul|td|h[1-6])\s*>", re.IGNORECASE)
_FEWEST_TAGS = 3
_SAMPLE = 100_000  # characters looked at
_OWN = "this is a report that gapcheck wrote, no resume: give the resume that it speaks of"
_SAVE = "save the resume as PDF or DOCX and try again"

_OTHER_FORMATS = (
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\\documentclass", "LaTeX source"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a packed archive"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"Rar!", "a packed archive"),
)
_PACKAGES = (
    (b"opendocument.text", "an OpenDocument text"),
    (b"Index/Document.iwa", "a Pages document"),
    (b"xl/workbook.xml", "an Excel workbook"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What a user asks of the reading: the reader of PDF files, which of their pages OCR reads, their password, and how
    much a file may hold.
    """

    pdf_reader: PdfReader = PdfReader.auto
    ocr: Ocr = Ocr.auto
    password: str | None = field(default=None, repr=False)
    limits: ReadLimits = field(default_factory=ReadLimits)


Reading = tuple[tuple[Page, ...], str, list[str]]
"""Pages, the name of the reader, warnings."""


@dataclass(frozen=True, slots=True)
class InputFormat:
    """A kind of file: whether a file holds it, and how it is read."""

    holds: Callable[[bytes], bool]
    read: Callable[[bytes, ReadOptions], Reading]


def read_document(path: Path, options: ReadOptions | None = None) -> Document:
    """The document in a file, recognised by its content.

    Raises `DocumentError`; see there for the codes.
    """
    options = options or ReadOptions()
    return read_content(bytes_of(path, options.limits), str(path), options)


def bytes_of(path: Path, limits: ReadLimits | None = None) -> bytes:
    """What a file holds. Raises `DocumentError` with code `not-found`, `unreadable` or `too-large`."""
    limits = limits or ReadLimits()
    try:
        with path.open("rb") as file:
            content = file.read((limits.megabytes << 20) + 1)
    except FileNotFoundError:
        raise DocumentError("not-found", "there is no such file: check the path") from None
    except OSError as error:
        if path.is_dir():
            many = "analyze_many takes a list of files, and the command gapcheck analyze a folder"
            raise DocumentError("unreadable", f"it is a folder, no file: {many}") from None
        reason = (error.strerror or "unknown cause").lower()
        raise DocumentError("unreadable", f"the file can't be read ({reason}): check its permissions") from None
    limits.check("megabytes", len(content))
    return content


def read_content(content: bytes, name: str, options: ReadOptions | None = None) -> Document:
    """The document in these bytes, recognised by them alone; `name` is its path in the report.

    Raises `DocumentError`; see there for the codes.
    """
    options = options or ReadOptions()
    for kind in READERS.values():
        if kind.holds(content):
            ends = content[:_SAMPLE] + b"\n" + content[-_SAMPLE:]
            if is_own_output(ends.decode("latin-1")):  # what it looks for is ASCII, in whatever encoding
                raise DocumentError(OWN_REPORT, _OWN)
            pages, reader, warnings = kind.read(content, options)
            pages = with_long_lines_parted(pages)
            options.limits.check("characters", sum(len(line.text) for page in pages for line in page.lines))
            if is_own_output(" ".join(line.text for page in pages for line in page.lines)):
                raise DocumentError(OWN_REPORT, _OWN)
            if not any(page.lines or page.hidden for page in pages):
                raise DocumentError("no-text", f"the file holds no text: {_SAVE}")
            return Document(name, hashlib.sha256(content).hexdigest(), pages, reader, tuple(warnings))
    raise _refused(content)


def _refused(content: bytes) -> DocumentError:
    """Why no reader takes a file, and what to do."""
    if not content.strip():
        return DocumentError("not-a-resume-file", "the file is empty: give the file of a resume")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return DocumentError("encrypted", "the Word document asks for a password: save a copy without one")
        return DocumentError("not-a-resume-file", f"this is an old Word file (.doc) or the like: {_SAVE}")
    if content.startswith(b"PK"):
        what = next((what for mark, what in _PACKAGES if mark in content), "a packed archive")
    else:
        what = next((what for mark, what in _OTHER_FORMATS if content.startswith(mark)), None) or (
            "a picture" if content[4:8] == b"ftyp" else "no PDF, DOCX, HTML, JSON Resume or text"
        )
    return DocumentError("not-a-resume-file", f"this is {what}: {_SAVE}")


def decoded(content: bytes) -> str | None:
    """The bytes as text, None where they are none."""
    if not content.strip() or any(content.startswith(mark) for mark, _ in _OTHER_FORMATS):
        return None
    marked = next((name for mark, name in _MARKED if content.startswith(mark)), "")
    encoding, width = (marked, 1) if marked else _wide(content) or ("utf-8", 1)
    try:
        text = content[: len(content) // width * width].decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or len(_CONTROL.findall(content[:_SAMPLE])) > _RUBBISH * min(len(content), _SAMPLE):
            return None
        text = _as_declared(content) or _mostly_utf8(content) or _in_one_byte(content)
    return None if _is_rubbish(text[:_SAMPLE]) else text


_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_WIDE = (("utf-32-be", 4), ("utf-32-le", 4), ("utf-16-be", 2), ("utf-16-le", 2))
"""Encodings of several bytes a character, and of how many."""
_PARTED = 0.02  # of the characters of any text are blanks and line ends, at least


def _wide(content: bytes) -> tuple[str, int] | None:
    """The encoding of several bytes a character, and their number, that a text without a mark at its beginning has: the
    one in which most blanks and line ends stand in it, whatever its script; None for other texts.
    """
    sample = content[:_HEAD]
    if b"\0" not in sample:
        return None
    found = max(_WIDE, key=lambda one: _parted(sample, one[0]))
    return found if _parted(sample, found[0]) >= _PARTED else None


def _parted(sample: bytes, encoding: str) -> float:
    """Which share of the characters of a text are blanks and line ends; 0 where it is none in this encoding."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)  # the last character may not be whole
    except UnicodeDecodeError:
        return 0.0
    return 0.0 if _is_rubbish(text) else sum(text.count(one) for one in " \r\n") / max(1, len(text))


def _as_declared(content: bytes) -> str:
    """The text in the encoding that a page of HTML names; empty where it names none, or another than its own."""
    named = _CHARSET.search(content[:_HEAD])
    try:
        return content.decode(named[1].decode("ascii")) if named else ""
    except (UnicodeError, LookupError):
        return ""


_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE
)


def _mostly_utf8(content: bytes) -> str:
    """The text of UTF-8 in which some bytes of another encoding stand, as after copying; empty where most are such."""
    text = content.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    if sum(not one.isascii() for one in text[:_SAMPLE]) < _FEW_STRAYS * strays:
        return ""
    return _STRAY.sub(lambda one: bytes([ord(one[0]) & 0xFF]).decode("cp1252", "replace"), text)


_STRAY = re.compile("[\udc80-\udcff]")
_FEW_STRAYS = 3  # times as many other letters beyond ASCII: a text of another encoding makes few of them by chance


def _in_one_byte(content: bytes) -> str:
    """A text of one byte a character in the most likely of the old encodings: the one in which least looks odd."""
    from charset_normalizer import from_bytes  # few files are no UTF-8: only they pay for its import

    likely = from_bytes(content[:_SAMPLE]).best()
    names = ["cp1252", "cp850", *([likely.encoding] if likely is not None else []), "mac_roman", "iso8859_2"]
    texts = [content.decode(name, "replace") for name in names]
    return min(texts, key=lambda text: len(_ODD.findall(text[:_SAMPLE])))


_LATIN = [chr(code) for code in range(0xC0, 0x250) if chr(code).isalpha()]
_SMALL, _CAPITAL = ("".join(one for one in _LATIN if test(one)) for test in (str.islower, str.isupper))
_ODD = re.compile(
    rf"(?<![^\W\d_])[{_SMALL}{_CAPITAL}](?![^\W\d_])"  # a letter that no English has, alone
    rf"|(?<=[a-z{_SMALL}])[{_CAPITAL}]|[{_SMALL}{_CAPITAL}]{{4}}"
    rf"|[a-z{_SMALL}][^\s\w!-~’‘“”–—…·°©®™€£½¼¾²³«»]+[a-z{_SMALL}]"
    "|[\ufffd\x80-\x9f\u2500-\u259f]"
)
"""What a text that was decoded as it was meant has little of: letters alone, capitals and signs inside of words, words
of accents alone, lines of a drawing.
"""


def _is_rubbish(text: str) -> bool:
    odd = (one for one in text if not (one.isprintable() or one.isspace()))
    return sum(category(one) != "Cf" for one in odd) > _RUBBISH * len(text)  # marks of format are part of many texts


def _holds_pdf(content: bytes) -> bool:
    if b"%PDF-" not in content[:_HEAD]:
        return False
    return _OBJECT.search(content) is not None or not _is_more_than_comments(decoded(content) or "")


_OBJECT = re.compile(rb"\d\s{1,9}\d{1,9}\s{1,9}obj\b")


def _is_more_than_comments(text: str) -> bool:
    """Whether a text that names the header of PDF files, and holds no object of them, is more than the head of one."""
    return any(line.strip() and not line.lstrip().startswith("%") for line in text.splitlines())


def _read_pdf(content: bytes, options: ReadOptions) -> Reading:
    return read_pdf(content, options.pdf_reader, use_ocr=options.ocr, password=options.password, limits=options.limits)


def _holds_docx(content: bytes) -> bool:
    if not content.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return "word/document.xml" in package.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return b"word/document.xml" in content  # a damaged one


def _read_docx(content: bytes, options: ReadOptions) -> Reading:
    from gapcheck.documents.formats.docx import read_docx

    return read_docx(content, options.limits), "docx", []


def _holds_json(content: bytes) -> bool:
    return (decoded(content) or "").lstrip("\ufeff \t\r\n")[:1] == "{"


def _read_json(content: bytes, options: ReadOptions) -> Reading:
    from gapcheck.documents.formats.json_resume import read_json_resume

    return read_json_resume(decoded(content) or "", options.limits), "json-resume", []


def holds_html(content: bytes) -> bool:
    """Whether the bytes are a page of HTML or a part of one."""
    text = decoded(content)
    if text is None:
        return False
    start = text.lstrip("\ufeff \r\n\t")[:_HEAD].lower()
    return start.startswith(("<!doctype html", "<html")) or (
        start.startswith("<") and ("<html" in start or len(_TAGS.findall(text)) >= _FEWEST_TAGS)
    )


def _read_html(content: bytes, options: ReadOptions) -> Reading:
    from gapcheck.documents.formats.html import read_html

    return read_html(decoded(content) or "", options.limits), "html", []


def _holds_text(content: bytes) -> bool:
    return decoded(content) is not None


def _read_text(content: bytes, options: ReadOptions) -> Reading:
    from gapcheck.documents.formats.text import read_text

    return read_text(decoded(content) or "", options.limits), "text", []


READERS: dict[str, InputFormat] = {
    "PDF": InputFormat(_holds_pdf, _read_pdf),
    "DOCX": InputFormat(_holds_docx, _read_docx),
    "JSON Resume": InputFormat(_holds_json, _read_json),
    "HTML": InputFormat(holds_html, _read_html),
    "text": InputFormat(_holds_text, _read_text),
}
"""The formats that can be read, in the order in which a file is tried for them."""
