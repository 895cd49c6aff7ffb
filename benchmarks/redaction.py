"""Invented resumes with details in unlikely places → what redaction leaves of them, in texts and on page pictures.

    python benchmarks/redaction.py [--pictures] [NAME ...]

Counted are the planted words in all text outputs, the skills lost, and with `--pictures` the planted words that OCR
reads on the page pictures, with redaction and, to show that they can be read, without.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy
from PIL import Image

from gapcheck import Analyzer, GapReport
from gapcheck.documents import read_content
from gapcheck.documents.pdf.page_images import PagePicture, page_pictures
from gapcheck.outputs.formats import FORMATS, View
from gapcheck.privacy import redacted_pictures

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from personal import PEOPLE, SKILLS, Person

AS_OF = "2026-11"
TEXTS = ("text", "json", "markdown", "csv", "html", "ics")


def report_on(person: Person, analyzer: Analyzer) -> GapReport:
    """The report on the person's resume."""
    return analyzer.analyze_document(read_content(person.content, person.path))


def left_in_texts(person: Person, analyzer: Analyzer) -> list[str]:
    """The planted words in any text output, with the name of the output."""
    return left_in(report_on(person, analyzer), person)


def left_in(report: GapReport, person: Person) -> list[str]:
    """The planted words in any text output of a report, with the name of the output."""
    found = []
    for name in TEXTS:
        made = FORMATS[name].render(report, View(details=True))
        text = made if isinstance(made, str) else re.sub(r"\r\n ", "", made.decode())
        text = " ".join(html.unescape(text).split()).lower()
        found += [f"{name}: {word}" for word in person.planted if word.lower() in text]
    return found


def skills_of(person: Person, analyzer: Analyzer) -> frozenset[str]:
    """The skills in the report."""
    return frozenset(one.id for one in report_on(person, analyzer).skills)


def read_on(pictures: Iterable[PagePicture], *, turned: bool) -> str:
    """What OCR reads on pictures, without spaces, in lower case; also on their sides where words are `turned`."""
    from rapidocr_onnxruntime import RapidOCR

    engine = RapidOCR()
    said = []
    for one in pictures:
        picture = Image.open(io.BytesIO(one.data)).convert("RGB")
        for side in (picture, picture.rotate(-90, expand=True)) if turned else (picture,):
            found, _ = engine(numpy.asarray(side))
            said += [text for _, text, _ in found or []]
    return re.sub(r"\s", "", " ".join(said)).lower()


def main() -> None:
    """Print a line for each person, and the sums."""
    parser = argparse.ArgumentParser(description="What redaction leaves.")
    parser.add_argument("--pictures", action="store_true", help="Read the page pictures by OCR, too.")
    parser.add_argument("names", nargs="*")
    wanted = parser.parse_args()
    open_, redacting = Analyzer(as_of=AS_OF), Analyzer(as_of=AS_OF, redact=True)
    people = {name: one for name, one in PEOPLE.items() if not wanted.names or name in wanted.names}
    texts = before = lost = readable = shown = 0
    for name, person in people.items():
        left = left_in_texts(person, redacting)
        texts += len(left)
        before += len(left_in_texts(person, open_))
        missing = skills_of(person, open_) - skills_of(person, redacting) | (SKILLS - skills_of(person, redacting))
        lost += len(missing)
        seen: list[str] = []
        if wanted.pictures and person.path.endswith(".pdf"):
            plain = [word.lower().replace(" ", "") for word in person.planted]
            turned = any(bottom - top > 4 * (x1 - x0) for x0, top, x1, bottom in person.drawn)
            said = read_on(page_pictures(person.content), turned=turned)
            shown += sum(word in said for word in plain)
            document = read_content(person.content, person.path)
            said = read_on(redacted_pictures(person.content, redacting.personal_details(document)), turned=turned)
            seen = [word for word in plain if word in said]
            readable += len(seen)
        print(f"{name:45}", "; ".join([*left, *(f"lost: {skill}" for skill in sorted(missing)), *seen]))
    print(
        f"{len(people)} resumes: {texts} planted words in text outputs ({before} without redaction), {lost} skills lost"
    )
    if wanted.pictures:
        print(f"readable on page pictures: {readable} ({shown} without redaction)")


if __name__ == "__main__":
    main()
