"""The same resume in each format, and what is refused."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from formats_read import lines_of, resume_in, skills_in, texts_of
from resume_files import FORMATS, RESUMES, as_docx, linkedin_pdf

from gapcheck import Analyzer
from gapcheck.documents import DocumentError, read_content
from gapcheck.resume import EntryKind
from gapcheck.taxonomy import Taxonomy

SAMPLES = Path(__file__).parent.parent / "samples"


# --------------------------------------------------------------------------------------------------- the same in each


SAME = [(name, format) for name in RESUMES for format in FORMATS if name == "strong" or format != "json"]
"""The other resumes have sections that JSON Resume does not know."""


@pytest.mark.parametrize(("name", "format"), SAME)
def test_same_resume_gives_the_same_skills_and_levels_in_each_format(
    name: str, format: str, analyzer: Analyzer
) -> None:
    from_pdf = skills_in((SAMPLES / f"{name}.pdf").read_bytes(), analyzer)
    assert skills_in(FORMATS[format](RESUMES[name]), analyzer) == from_pdf


@pytest.mark.parametrize("format", FORMATS)
def test_evidence_quotes_a_line_that_the_document_has(format: str, analyzer: Analyzer) -> None:
    content = FORMATS[format](RESUMES["strong"])
    numbered = {(1, line.number): line for line in lines_of(content)}
    report = analyzer.analyze_bytes(content, "made")
    assert report.document.reader == {"docx": "docx", "html": "html", "json": "json-resume"}.get(format, "text")
    for skill in report.skills:
        for proof in skill.evidence:
            line = numbered[proof.page, proof.line]
            assert proof.quote.rstrip("…").strip() in line.text.replace("\t", " ")
            assert 0 <= proof.box[0] < proof.box[2] <= 595


def test_line_of_a_text_file_is_the_line_of_the_file(analyzer: Analyzer) -> None:
    for format in ("txt", "md"):
        content = FORMATS[format](RESUMES["strong"])
        raw = content.decode().splitlines()
        for line in lines_of(content):
            first = line.text.lstrip("• ").split()[0]
            assert first in raw[line.number - 1], (format, line.number)


def test_suffix_says_nothing_about_the_format(tmp_path: Path, analyzer: Analyzer) -> None:
    file = tmp_path / "resume.pdf"
    file.write_bytes(as_docx(RESUMES["strong"]))
    assert analyzer.analyze(file).document.reader == "docx"


# ----------------------------------------------------------------------------------------------------------- LinkedIn


@pytest.mark.xfail(strict=True, reason="not reached: the first post is titled by its employer")
def test_linkedin_profile_reads_column_by_column_post_by_post(taxonomy: Taxonomy) -> None:
    resume = resume_in(linkedin_pdf(), taxonomy)
    posts = [
        (entry.title, entry.kind, entry.dates.months)
        for section, entry in resume.entries()
        if section.kind == "experience" and entry.dates
    ]
    assert posts == [
        ("Senior Data Scientist", EntryKind.job, 11),
        ("Data Scientist", EntryKind.job, 22),
        ("Marlow & Teague Insurance", EntryKind.job, 18),
        ("Danubia Robotics", EntryKind.internship, 3),
    ]
    assert resume.work_months == 54 and resume.person == ("ines", "varga")
    found = {section.heading: section.entries[0].items[0].text for section in resume.sections if section.heading}
    assert found["Top Skills"] == "PyTorch"
    assert found["Certifications"] == "AWS Certified Machine Learning Engineer – Associate"


# ------------------------------------------------------------------------------------------------------ what is refused


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return file.getvalue()


REFUSED: dict[str, tuple[bytes, str, str]] = {
    "old Word": (b"\xd0\xcf\x11\xe0" + bytes(500), "not-a-resume-file", "old Word file"),
    "head of a PDF": (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "broken", "damaged"),
    "locked Word": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
    "OpenDocument": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "not-a-resume-file", "OpenDocument"),
    "Pages": (zipped(**{"Index__Document.iwa": b""}), "not-a-resume-file", "Pages"),
    "Excel": (zipped(**{"xl__workbook.xml": b""}), "not-a-resume-file", "Excel"),
    "ZIP": (zipped(a=b"x"), "not-a-resume-file", "archive"),
    "RTF": (b"{\\rtf1\\ansi Mira}", "not-a-resume-file", "RTF"),
    "LaTeX": (b"\\documentclass{article}", "not-a-resume-file", "LaTeX"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(100), "not-a-resume-file", "picture"),
    "HEIC": (b"\x00\x00\x00\x18ftypheic" + bytes(100), "not-a-resume-file", "picture"),
    "other JSON": (b'{"dependencies": {}}', "not-a-resume-file", "JSON"),
    "half JSON": (b'{"basics": {"name": "Mi', "broken", "JSON"),
    "half DOCX": (as_docx(RESUMES["beginner"])[:9000], "broken", "Word"),
    "empty HTML": (b"<!doctype html><html><body></body></html>", "no-text", "no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_resume_is_named_with_what_to_do(name: str) -> None:
    content, code, word = REFUSED[name]
    with pytest.raises(DocumentError) as caught:
        read_content(content, "made")
    assert caught.value.code == code and word in caught.value.message and ": " in caught.value.message


def test_named_file_is_read_whatever_its_name(tmp_path: Path, analyzer: Analyzer) -> None:
    file = tmp_path / "notes"
    file.write_bytes(FORMATS["txt"](RESUMES["strong"]))
    assert analyzer.analyze(file).summary.met


@pytest.mark.parametrize("part", ["basics", "work", "projects", "education", "skills", "certificates", "languages"])
def test_json_resume_in_which_nothing_is_as_it_should_be_gives_no_text(part: str) -> None:
    wrong: list[Any] = [None, 1, [[]], {"name": {"x": 1}, "highlights": 5, "startDate": [2020], "level": True}]
    try:
        texts = texts_of(json.dumps({part: wrong}))
    except DocumentError as error:
        assert error.code == "no-text"
    else:
        assert len(texts) == 1  # the heading
