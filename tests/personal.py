"""Invented people → resumes that hold their details in unlikely places, and the words of which none may be left."""

# ruff: noqa: E501 - one line for one way to hide a detail

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
from hostile import pdf_of_objects, stream
from PIL import Image, ImageDraw, ImageFont

Box = tuple[float, float, float, float]

WORK = """Experience
Junior Data Scientist, Kestrel Foods    Jan 2023 - Present
Built churn models in Python with scikit-learn and XGBoost for 20,000 customers
Wrote PostgreSQL queries and deployed the model with Docker on AWS
Wrote notes on the PyTorch code. {more}
Projects
Plant Doctor    2024
Trained a convolutional network in PyTorch on 5,000 leaves
Skills
Python, SQL, pandas, Git, Apache Spark"""
HEADINGS = ("Experience", "Projects", "Skills")
SKILLS = frozenset(["python", "scikit-learn", "xgboost", "docker", "aws", "pytorch", "sql", "pandas", "git", "spark"])
"""What each of these people can do: with redaction as without."""


@dataclass(frozen=True)
class Person:
    """A resume: its bytes, the words of which none may be left, and where some are drawn on page 1, in points."""

    path: str
    content: bytes
    planted: tuple[str, ...]
    drawn: tuple[Box, ...] = ()


def _typed(planted: str, head: str, more: str = "", path: str = "cv.txt") -> Person:
    text = f"{head}\n\n{WORK.format(more=more)}"
    return Person(path, text.encode(), tuple(planted.split("|")))


def _word(planted: str, head: str, more: str = "") -> Person:
    made = docx.Document()
    for line in f"{head}\n{WORK.format(more=more)}".splitlines():
        if line in HEADINGS:
            made.add_heading(line, 2)
        else:
            made.add_paragraph(line)
    file = BytesIO()
    made.save(file)
    return Person("cv.docx", file.getvalue(), tuple(planted.split("|")))


def _page(planted: str, head: str, more: str = "", path: str = "cv.html") -> Person:
    lines = "".join(
        f"<h2>{line}</h2>" if line in HEADINGS else f"<p>{line}</p>" for line in WORK.format(more=more).splitlines()
    )
    heads = "".join(f"<p>{line}</p>" for line in head.splitlines())
    return Person(path, f"<html><body>{heads}{lines}</body></html>".encode(), tuple(planted.split("|")))


def _json(planted: str, basics: dict[str, object], highlight: str) -> Person:
    resume = {
        "basics": basics,
        "work": [
            {
                "name": "Kestrel Foods",
                "position": "Junior Data Scientist",
                "startDate": "2023-01",
                "highlights": [
                    "Built churn models in Python with scikit-learn and XGBoost for 20,000 customers",
                    "Wrote PostgreSQL queries and deployed the model with Docker on AWS",
                    f"Wrote notes on the PyTorch code. {highlight}",
                ],
            }
        ],
        "projects": [
            {
                "name": "Plant Doctor",
                "startDate": "2024",
                "highlights": ["Trained a convolutional network in PyTorch on 5,000 leaves"],
            }
        ],
        "skills": [{"name": "Tools", "keywords": ["Python", "SQL", "pandas", "Git", "Apache Spark"]}],
    }
    return Person("resume.json", json.dumps(resume).encode(), tuple(planted.split("|")))


@dataclass(frozen=True)
class _Drawn:
    """Something on a page: what it adds to the page's content, its patterns, its pictures and its annotations, and
    further objects, whose numbers begin with the one that it is made for.
    """

    content: str = ""
    pattern: str = ""
    picture: str = ""
    annotations: str = ""
    objects: tuple[bytes, ...] = ()
    boxes: tuple[Box, ...] = ()


_FIRST_FREE = 7
_Maker = Callable[[int], _Drawn]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf(planted: str, head: Sequence[str], *makers: _Maker, more: str = "", name_size: float = 20) -> Person:
    """A page with lines at the left, the first as large as a name, and what the makers draw."""
    parts = [f"BT /F2 {name_size} Tf 60 780 Td ({_escaped(head[0])}) Tj ET"]
    y = 760.0
    for line in (*head[1:], "", *WORK.format(more=more).splitlines()):
        font, size = ("F2", 13) if line in HEADINGS else ("F1", 10)
        if line:
            parts.append(f"BT /{font} {size} Tf 60 {y} Td ({_escaped(line)}) Tj ET")
        y -= 20 if line in HEADINGS else 15
    objects: list[bytes] = []
    made = []
    for maker in makers:
        made.append(maker(_FIRST_FREE + len(objects)))
        objects += made[-1].objects
    below = [one.content for one in made if one.content.startswith("%below")]
    above = [one.content for one in made if not one.content.startswith("%below")]
    patterns, pictures = (" ".join(parts) for parts in zip(*((one.pattern, one.picture) for one in made), strict=True))
    annotations = " ".join(one.annotations for one in made)
    content = pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%s] /DR << /Font << /F1 5 0 R >> >> >> >>"
            % annotations.encode(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [{annotations}] /Resources "
            f"<< /Font << /F1 5 0 R /F2 6 0 R >> /Pattern << {patterns} >> /XObject << {pictures} >> >> >>".encode(),
            stream("\n".join([*below, *parts, *above]).encode("cp1252")),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
            *objects,
        ]
    )
    boxes = tuple(box for one in made for box in one.boxes)
    return Person("cv.pdf", content, tuple(planted.split("|")), boxes)


def _top(x: float, y: float, width: float, height: float) -> Box:
    """The box in points from the upper edge of what stands with its lower left corner at x, y."""
    return x, 842 - y - height, x + width, 842 - y


def _note(words: str, x: float, y: float, kind: str = "FreeText", more: str = "") -> _Maker:
    """Words of an annotation, or of the field of a form, with its own picture."""

    def made(number: int) -> _Drawn:
        width = 6.0 * len(words)
        drawing = stream(
            f"BT /F1 10 Tf 2 4 Td ({_escaped(words)}) Tj ET".encode(),
            f"/Type /XObject /Subtype /Form /BBox [0 0 {width} 14] /Resources << /Font << /F1 5 0 R >> >>".encode(),
        )
        note = (
            f"<< /Type /Annot /Subtype /{kind} /Rect [{x} {y} {x + width} {y + 14}] /F 4 /Contents ({_escaped(words)}) "
            f"/DA (/F1 10 Tf 0 g) /AP << /N {number + 1} 0 R >> {more} >>"
        )
        place = _top(x + 2, y + 3, 4.2 * len(words), 8)
        return _Drawn(annotations=f"{number} 0 R", objects=(note.encode(), drawing), boxes=(place,))

    return made


def _field(words: str, x: float, y: float) -> _Maker:
    return _note(words, x, y, "Widget", f"/FT /Tx /T (field) /V ({_escaped(words)})")


def _tiled(words: str, x: float, y: float) -> _Maker:
    """Words that are the pattern in which a box is filled."""

    def made(number: int) -> _Drawn:
        width = 6 * len(words)
        tile = stream(
            f"BT /F1 10 Tf 0 g 2 4 Td ({_escaped(words)}) Tj ET".encode(),
            f"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 {width} 14] /XStep {width} /YStep 14 "
            f"/Matrix [1 0 0 1 {x} {y}] /Resources << /Font << /F1 5 0 R >> >>".encode(),
        )
        return _Drawn(
            f"q /Pattern cs /P{number} scn {x} {y} {width} 14 re f Q",
            pattern=f"/P{number} {number} 0 R",
            objects=(tile,),
            boxes=(_top(x + 2, y + 3, 4.2 * len(words), 8),),
        )

    return made


def _lettered(words: str, scale: int = 4, size: int = 10) -> Image.Image:
    """A picture of a line of words, dark on white."""
    font = ImageFont.load_default(size * scale)
    left, top, right, bottom = font.getbbox(words)
    image = Image.new("L", (round(right - left) + 8, round(bottom - top) + 8), 255)
    ImageDraw.Draw(image).text((4 - left, 4 - top), words, font=font, fill=0)
    return image


def _pictured(words: str, x: float, y: float, size: int = 10) -> _Maker:
    """A small picture of words."""

    def made(number: int) -> _Drawn:
        image = _lettered(words, size=size)
        width, height = image.width / 4, image.height / 4
        head = f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} /ColorSpace /DeviceGray"
        picture = stream(zlib.compress(image.tobytes()), f"{head} /BitsPerComponent 8 /Filter /FlateDecode".encode())
        return _Drawn(
            f"q {width} 0 0 {height} {x} {y} cm /X{number} Do Q",
            picture=f"/X{number} {number} 0 R",
            objects=(picture,),
            boxes=(_top(x + 1, y + 1, width - 2, height - 2),),
        )

    return made


def _shaped(words: str, x: float, y: float, size: int = 10) -> _Maker:
    """Words whose letters are shapes, as programs for drawing write them."""

    def made(_: int) -> _Drawn:
        image = _lettered(words, size=size)
        pixels = image.tobytes()
        boxes = []
        for row in range(image.height):
            start = None
            for column in range(image.width + 1):
                dark = column < image.width and pixels[row * image.width + column] < 128
                if dark and start is None:
                    start = column
                elif not dark and start is not None:
                    boxes.append(
                        f"{x + start / 4:.2f} {y + (image.height - row - 1) / 4:.2f} {(column - start) / 4:.2f} 0.3 re"
                    )
                    start = None
        place = _top(x + 1, y + 1, image.width / 4 - 2, image.height / 4 - 2)
        return _Drawn(f"q 0 g {' '.join(boxes)} f Q", boxes=(place,))

    return made


def _behind(words: str, x: float, y: float, size: int = 12) -> _Maker:
    """Words in a picture that fills the page, below its text."""

    def made(number: int) -> _Drawn:
        page = Image.new("L", (595 * 2, 842 * 2), 255)
        line = _lettered(words, scale=2, size=size)
        page.paste(line, (round(2 * x), round(2 * (842 - y)) - line.height))
        head = f"/Type /XObject /Subtype /Image /Width {page.width} /Height {page.height} /ColorSpace /DeviceGray"
        picture = stream(zlib.compress(page.tobytes()), f"{head} /BitsPerComponent 8 /Filter /FlateDecode".encode())
        return _Drawn(
            f"%below\nq 595 0 0 842 0 0 cm /X{number} Do Q",
            picture=f"/X{number} {number} 0 R",
            objects=(picture,),
            boxes=(_top(x + 2, y + 2, line.width / 2 - 4, line.height / 2 - 4),),
        )

    return made


def _upward(words: str, x: float, y: float) -> _Maker:
    """Words that run up the margin."""

    def made(_: int) -> _Drawn:
        return _Drawn(
            f"BT /F1 10 Tf 0 1 -1 0 {x} {y} Tm ({_escaped(words)}) Tj ET",
            boxes=(_top(x - 6, y + 1, 5, 4.4 * len(words)),),
        )

    return made


PEOPLE = {
    # handles, as text
    "an icon glued to the handle": _word(
        "Okonjo|ifeokonjo|iokonjo", "Ife Okonjo\n\uf0e0ife@example.org  \uf09biokonjo  \uf08cifeokonjo",
        "Code of the churn model: \uf09biokonjo/churn",
    ),
    "numbers behind the name": _typed(
        "tesfaye|Selam", "Selam Tesfaye\nselam.t@example.org | tesfaye_10 | tesfaye.92", "Released as tesfaye_10 and Tesfaye10",
    ),
    "an initial, the name and an ending": _typed(
        "halvorsen|Brit", "Brit Halvorsen\nbhalvorsendev · bhalvorsen_ml · brit@example.org · 020 7946 0321", "Code by bhalvorsendev",
    ),
    "the name in the middle": _page(
        "vasquez|Lucia", "Lucía Vásquez\nlv@example.org, itsvasquez, the-real-lucia, xx_vasquez_xx, +34 612 345 678",
        "Kept in therealvasquez/notebooks and xx_vasquez_xx",
    ),
    "first name and a letter": _typed(
        "annikab|Annika|Brandvold", "Annika Brandvold\nannikab@example.org, github: annikab", "Wiki page by annikab",
    ),
    "a handle that says no name": _typed(
        "nightowl77|Pemberton", "Rosalind Pemberton\nnightowl77@example.org | github.com/nightowl77 | @nightowl77",
        "Talk given as nightowl77, notes in nightowl77/talks",
    ),
    "handles behind labels": _word(
        "quietfox|Adebayo|Tunde", "Tunde Adebayo\nGitHub: quietfox\nKaggle: quietfox_k\ntunde@example.org", "Won as quietfox_k",
    ),
    "a name that is part of a skill": _typed(
        "Sam Park|sampark|spark_sam", "Sam Park\nsam.park@example.org | sampark92 | spark_sam", "Moved jobs to Spark with sampark92",
    ),
    "a name in the middle of words": _typed(
        "Tina Rain|tinarain|train_tina", "Tina Rain\ntinarain@example.org | rain_tina_7", "Training of two interns",
    ),
    "an initial that is written nowhere": _typed(
        "deshmukh|Priyanka", "Dr. Priyanka Deshmukh, PhD\npriya@example.org | 020 7946 0321", "Code by prdeshmukh and by P.R. Deshmukh",
    ),
    "a small word with a hyphen": _typed(
        "Farsani|Rahman", "Abdul-Rahman al-Farsani\n+968 9212 3456", "Code of aalfarsani; al-Farsani spoke on it",
    ),
    "a name in syllables": _typed(
        "Seo-yun|김서윤|seoyun", "Kim Seo-yun (김서윤)\nseoyun.kim@example.kr", "김서윤 spoke on it, at seoyunkim/notes",
    ),
    "usernames of JSON Resume": _json(
        "Kowalczyk|zkowal|mothlamp", {
            "name": "Zofia Kowalczyk", "email": "zofia@example.org", "phone": "+48 601 234 567",
            "profiles": [{"network": "GitHub", "username": "mothlamp"}, {"network": "LinkedIn", "username": "zkowal", "url": "https://linkedin.com/in/zkowal"}],
        }, "Published as mothlamp, at github.com/mothlamp/churn",
    ),
    "an account beside another address": _json(
        "Achterberg|floor_a", {
            "name": "Floor Achterberg", "email": "fl@example.org",
            "profiles": [{"network": "Kaggle", "username": "floor_a9", "url": "https://example.org/u/1182"}],
        }, "Reached rank 40 on Kaggle as floor_a9",
    ),
    "an e-mail of the name run together": _page(
        "ngozichukwu|Ngozi|Chukwu", "Ngozi Chukwu\nngozichukwu.ml@example.org", "Pages at ngozichukwu.example.dev and ngozichukwu-ml",
    ),
    # what is drawn
    "a note with the address": _pdf(
        "Linnea|Storgatan|example.org", ["Linnea Forsmark", "Machine learning engineer"],
        _note("linnea.forsmark@example.org", 60, 742), _note("Storgatan 14, 411 38", 300, 776),
    ),
    "fields of a form": _pdf(
        "Oyelaran|0044 113|oyelaran", ["Contact"], _field("Bisi Oyelaran", 300, 776), _field("bisi.oyelaran@example.org", 300, 750),
        _field("0044 113 496 0999", 300, 762), more="Reviewed by B. Oyelaran",
    ),
    "a pattern of words": _pdf(
        "Maren|Vogt|496 0123", ["Maren Vogt", "maren@example.org"], _tiled("+44 113 496 0123", 300, 755), _tiled("maren-vogt.example.dev", 300, 776),
    ),
    "small pictures of words": _pdf(
        "Ilkka|Saarela|ilkka", ["Ilkka Saarela", "Data scientist, Tampere"], _pictured("ilkka.saarela@example.org", 300, 760),
        _pictured("040 123 4567", 300, 778),
    ),
    "a letter as a picture": _pdf(
        "Gwen|Pritchard", ["Gwen Pritchard", "gwen@example.org"], _pictured("gw-pritchard", 180, 760, 7),
    ),
    "the name as shapes": _pdf(
        "Matteo|Bellandi", ["Data scientist", "matteo.bellandi@example.org"], _shaped("Matteo Bellandi", 200, 800, 18),
        _shaped("Via Roma 12, Pavia", 330, 760),
    ),
    "a page that is a picture below its text": _pdf(
        "Chiara|Lombardo|Tuscolana", ["Chiara Lombardo", "chiara@example.org"], _behind("06 5550 1234 Via Tuscolana 8", 300, 770),
    ),
    "words up the margin": _pdf(
        "Yusuf|Demirkan|555 0101", ["Yusuf Demirkan", "Data scientist"], _upward("yusuf.demirkan@example.org", 30, 600), _upward("+90 212 555 0101", 570, 640),
    ),
    "nothing but a picture at the top": _pdf(
        "Hanneke|Zuiderwijk", ["Experience with data"], _pictured("Hanneke Zuiderwijk, hz@example.org", 60, 805, 14), name_size=10,
    ),
    "a stamp at the foot": _pdf(
        "Radoslav|Dimitrov", ["Radoslav Dimitrov", "rado@example.org"], _note("r.dimitrov@example.org", 60, 40, "Stamp"), _note("+359 88 123 4567", 300, 40, "Stamp"),
    ),
}  # fmt: skip
