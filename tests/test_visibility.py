"""What can't be seen is never text of the resume, what can be seen always is: each way to hide, and its honest neighbour."""

# ruff: noqa: E501 - one line for one way to hide

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from functools import cache

import pypdfium2
import pytest
from hostile import pdf_of_objects, stream
from PIL import Image, ImageDraw, ImageFont

from gapcheck.documents.pdf.reader import read_pdf

_WORDS = "Kubernetes, Docker"
_BASE = b"\nq 0 g BT /F1 10 Tf 60 700 Td (Skills) Tj ET Q\n"


def _text(
    before: str = "", words: str = _WORDS, x: float = 60, y: float = 300, size: float = 10, font: str = "F1"
) -> bytes:
    return f"q {before} BT /{font} {size} Tf {x} {y} Td ({words}) Tj ET Q\n".encode()


def _pdf(content: bytes, *more: bytes, resources: str = "", page: str = "", catalog: str = "") -> bytes:
    """One page; `more` are the objects from 6 on, which `resources` names."""
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog.encode(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s /Resources "
            b"<< /Font << /F1 5 0 R /F2 6 0 R >> %s >> >>" % (page.encode(), resources.encode()),
            stream(content + _BASE),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            *more,
        ]
    )


def _picture(width: int, height: int, pixels: bytes, mask: str = "") -> bytes:
    head = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    return stream(zlib.compress(pixels), f"{head} {mask} /Filter /FlateDecode".encode())


def _on_picture(grey: int, content: bytes) -> bytes:
    return _pdf(content, _picture(1, 1, bytes([grey])), resources="/XObject << /X 6 0 R >>")


_OVER = b"q 400 0 0 40 50 285 cm /X Do Q\n"
_SHADING = "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 595 0] /Extend [true true] /Function << /FunctionType 2 /Domain [0 1] /C0 [{0}] /C1 [{1}] /N 1 >> >> >>"  # fmt: skip
_SHADED = b"q 40 285 480 40 re W n /S sh Q\n"


def _state(said: str, content: bytes, *more: bytes) -> bytes:
    return _pdf(content, *more, resources=f"/ExtGState << /G << {said} >> >>")


def _masked(grey: int) -> bytes:
    group = stream(b"%d g 0 0 595 842 re f" % grey, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >>")  # fmt: skip
    return _state("/SMask << /S /Luminosity /G 6 0 R >>", _text("/G gs"), group)


def _in_form(drawing: bytes, before: str = "", box: str = "0 0 595 842", more: str = "") -> bytes:
    said = f"/Type /XObject /Subtype /Form /BBox [{box}] /Resources << /Font << /F1 5 0 R >> >> {more}"
    return stream(drawing, said.encode())


def _form(drawing: bytes, content: bytes, box: str = "0 0 595 842", more: str = "", catalog: str = "") -> bytes:
    layer = b"<< /Type /OCG /Name (more) >>"
    return _pdf(content, _in_form(drawing, "", box, more), layer, resources="/XObject << /X 6 0 R >>", catalog=catalog)


def _layered(state: str, *, as_form: bool) -> bytes:
    catalog = f"/OCProperties << /OCGs [7 0 R] /D << /{state} [7 0 R] >> >>"
    if as_form:
        return _form(_text(), b"/X Do\n", more="/OC 7 0 R", catalog=catalog)
    layer = b"<< /Type /OCG /Name (more) >>"
    return _pdf(
        b"/OC /L BDC " + _text() + b"EMC", b"null", layer, resources="/Properties << /L 7 0 R >>", catalog=catalog
    )


def _patterned(grey: float) -> bytes:
    tile = stream(b"%.1f g 0 0 9 9 re f" % grey, b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>")  # fmt: skip
    return _pdf(_text("/Pattern cs /P scn"), tile, resources="/Pattern << /P 6 0 R >>")


def _own_glyphs(drawing: str | None) -> bytes:
    """A font that draws its glyphs by itself: all as the drawing, or as the letters that they are."""
    names = sorted(set(_WORDS))
    first = 8
    codes = " ".join(f"{ord(one)} /g{ord(one)}" for one in names)
    glyphs = " ".join(f"/g{ord(one)} {number} 0 R" for number, one in enumerate(names, start=first))
    font = f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 900] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 32 /LastChar 126 /Widths [{'600 ' * 95}] /Encoding << /Type /Encoding /Differences [{codes}] >> /CharProcs << {glyphs} >> /Resources << >> /ToUnicode 7 0 R >>"  # fmt: skip
    lines = "\n".join(f"<{ord(one):02x}> <{ord(one):04x}>" for one in names)
    drawings = [_letter(one) if drawing is None else drawing for one in names]
    return _pdf(
        _text(font="F2"),
        font.encode(),
        _cmap(lines, len(names)),
        *(stream(b"600 0 0 0 600 900 d1 " + one.encode()) for one in drawings),
    )


def _letter(letter: str) -> str:
    """A letter as rows of small boxes."""
    picture = Image.new("L", (40, 60), 0)
    ImageDraw.Draw(picture).text((2, 50), letter, font=ImageFont.load_default(60), fill=255, anchor="ls")
    pixels = picture.tobytes()
    inked = [divmod(index, 40) for index, shade in enumerate(pixels) if shade > 127]
    return " ".join(f"{15 * x} {15 * (50 - y)} 15 15 re" for y, x in inked) + " f"


def _saying(words: str, printed: str) -> bytes:
    """Printed letters of which the font says that they are others."""
    codes = dict(zip(printed, words, strict=True))
    lines = "\n".join(f"<{ord(one):02x}> <{ord(other):04x}>" for one, other in codes.items())
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>"
    return _pdf(_text(words=printed, font="F2"), font, _cmap(lines, len(codes)))


def _partly(words: Sequence[str], printed: str, line: str = "Sphinx of black quartz, judge my vow") -> bytes:
    """A font that prints a line as it says, and then letters of which it says that they are others."""
    codes = {pair: code for code, pair in enumerate(sorted(set(zip(printed, words, strict=True))), start=128)}
    lines = "\n".join(f"<{code:02x}> <{said.encode('utf-16-be').hex()}>" for (_, said), code in codes.items())
    names = {",": "comma", " ": "space"}
    glyphs = " ".join(f"/{names.get(letter, letter)}" for letter, _ in codes)
    encoding = f"<< /BaseEncoding /WinAnsiEncoding /Differences [128 {glyphs}] >>"
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding {encoding} /ToUnicode 7 0 R >>"
    lie = "".join(f"\\{codes[pair]:03o}" for pair in zip(printed, words, strict=True))
    content = _text(words=line, font="F2", y=400) + _text(words=lie, font="F2")
    return _pdf(content, font.encode(), _cmap(lines, len(codes)))


def _cmap(lines: str, count: int) -> bytes:
    return stream(f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def 1 begincodespacerange <00> <ff> endcodespacerange {count} beginbfchar\n{lines}\nendbfchar endcmap end end".encode())  # fmt: skip


def _spoken(words: str) -> bytes:
    """A font whose letter I stands for these words."""
    said = words.encode("utf-16-be").hex()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>"
    return _pdf(_text(words="I", font="F2") + (_text() if words == "I" else b""), font, _cmap(f"<49> <{said}>", 1))


@cache
def _scan() -> bytes:
    """A picture of the page on which the words are printed."""
    page = pypdfium2.PdfDocument(_pdf(_text()))[0]
    return bytes(page.render(scale=2, grayscale=True).to_numpy().tobytes())


def _layer_over(picture: bytes, place: str = "595 0 0 842 0 0", state: str = "") -> bytes:
    content = f"q {place} cm /X Do Q\n".encode() + _text(f"3 Tr {state}")
    return _pdf(content, picture, resources="/XObject << /X 6 0 R >>")


def _scanned(pixels: bytes, mask: str = "", place: str = "595 0 0 842 0 0", state: str = "") -> bytes:
    return _layer_over(_picture(1190, 1684, pixels, mask), place, state)


def _noise() -> bytes:
    return random.Random(7).randbytes(1190 * 1684)


def _annotated(said: str, content: bytes = b"", catalog: str = "") -> bytes:
    return _pdf(content, page=f"/Annots [<< /Type /Annot {said} >>]", catalog=catalog)


def _square(rectangle: str) -> bytes:
    return _annotated(f"/Subtype /Square /Rect [{rectangle}] /C [1 1 1] /IC [1 1 1] /F 4", _text())


def _field(flags: int) -> bytes:
    form = "/AcroForm << /Fields [] /NeedAppearances true /DA (/F1 10 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >>"
    said = f"/Subtype /Widget /FT /Tx /T (a) /V ({_WORDS}) /Rect [50 280 300 320] /DA (/F1 10 Tf 0 g) /F {flags}"
    return _annotated(said, catalog=form)


def _spanning(words: str, printed: str) -> bytes:
    return _pdf(f"/Span << /ActualText ({words}) >> BDC\n".encode() + _text(words=printed) + b"EMC\n")


def _nested(before: str) -> bytes:
    outer = stream(
        b"/Y Do", b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /Y 7 0 R >> >>"
    )
    return _pdf(b"/X Do\n", outer, _in_form(_text(before)), resources="/XObject << /X 6 0 R >>")


def _colored(space: str, ink: str) -> bytes:
    return _pdf(_text(f"/C cs {ink} scn"), resources=f"/ColorSpace << /C [{space}] >>")


def _at(matrix: str, before: str = "") -> bytes:
    return _pdf(f"q {before} BT /F1 10 Tf {matrix} Tm ({_WORDS}) Tj ET Q\n".encode())


def _stencil(bits: int) -> bytes:
    said = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ImageMask true /BitsPerComponent 1"
    content = _text() + b"q 1 g 400 0 0 40 50 285 cm /X Do Q\n"
    return _pdf(content, stream(bytes([bits] * 8), said), resources="/XObject << /X 6 0 R >>")


def _inline(grey: int) -> bytes:
    picture = b"q 400 0 0 40 50 285 cm BI /W 1 /H 1 /CS /G /BPC 8 ID " + bytes([grey]) + b" EI Q\n"
    return _pdf(picture + _text("1 g"))


def _stamp(flags: int) -> bytes:
    drawn = _in_form(_text(x=10, y=10), box="0 0 250 40")
    said = f"/Type /Annot /Subtype /Stamp /Rect [50 280 300 320] /F {flags} /AP << /N 6 0 R >>"
    return _pdf(b"", drawn, page=f"/Annots [<< {said} >>]")


def _hatched(lines: int, *, joined: bool) -> bytes:
    rows = [b"40 %.1f m 300 %.1f l" % (y, y) for y in (290 + 30 * line / lines for line in range(lines))]
    return _pdf(_text() + b"1 G 1 w " + (b" " if joined else b" S ").join(rows) + b" S\n")


_INK = "/Separation /Ink /DeviceRGB << /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0 0 0] /N 1 >>"
_BOXES = b"1 g " + b" ".join(b"%d 290 4 24 re f" % x for x in range(50, 250, 4)) + b"\n"
_CURVE = "m 300 {0} 300 {0} 300 {0} c 40 {0} l h"
_PILE = [_text(words=word) for word in ("Kubernetes", "Wandering", "Gardening")]

PDF = {  # what is hidden, and what is not
    "colour of the page": (_pdf(_text("1 g")), _pdf(_text("0.4 g"))),
    "strokes": (_pdf(_text("1 Tr 1 G")), _pdf(_text("1 Tr 0 G"))),
    "strokes and fill": (_pdf(_text("2 Tr 1 g 1 G")), _pdf(_text("2 Tr 1 g 0 G"))),
    "mode": (_pdf(_text("3 Tr")), _pdf(_text("0 Tr"))),
    "clipping mode": (_pdf(_text("7 Tr")), _pdf(_text("4 Tr"))),
    "soft mask": (_masked(0), _masked(1)),
    "opacity": (_state("/ca 0.03", _text("/G gs")), _state("/ca 0.9", _text("/G gs"))),
    "blending": (_state("/BM /Multiply", _text("/G gs 1 g")), _state("/BM /Multiply", _text("/G gs"))),
    "on a picture": (_on_picture(255, _OVER + _text("1 g")), _on_picture(30, _OVER + _text("1 g"))),
    "under a picture": (_on_picture(200, _text() + _OVER), _on_picture(200, _OVER + _text())),
    "page picture": (
        _on_picture(255, _text() + b"q 595 0 0 842 0 0 cm /X Do Q\n"),
        _on_picture(255, b"q 595 0 0 842 0 0 cm /X Do Q\n" + _text()),
    ),
    "on a shading": tuple(_pdf(_SHADED + _text("1 g"), resources=_SHADING.format(*c)) for c in ((1, 0.97), (0.1, 0.3))),
    "under a shading": tuple(_pdf(c, resources=_SHADING.format(1, 1)) for c in (_text() + _SHADED, _SHADED + _text())),
    "pattern": (_patterned(1), _patterned(0.2)),
    "box": (_pdf(_text() + b"1 g 50 290 400 30 re f\n"), _pdf(b"1 g 50 290 400 30 re f 0 g\n" + _text())),
    "box in a form": (
        _form(b"1 g 50 290 400 30 re f", _text() + b"/X Do\n"),
        _form(b"1 g 50 390 400 30 re f", _text() + b"/X Do\n"),
    ),
    "dark box in a form": (
        _form(b"1 g 50 290 400 30 re f", b"/X Do\n" + _text("1 g")),
        _form(b"0 g 50 290 400 30 re f", b"/X Do\n" + _text("1 g")),
    ),
    "thick line": (
        _pdf(_text() + b"1 G 30 w 20 304 m 520 304 l S\n"),
        _pdf(b"0 G 30 w 20 304 m 520 304 l S\n" + _text("1 g")),
    ),
    "polygon": (
        _pdf(_text() + b"1 g 40 280 m 300 280 l 320 300 l 300 330 l 40 330 l 30 320 l 30 290 l f\n"),
        _pdf(_text() + b"1 g 40 380 m 300 380 l 320 400 l 300 430 l 40 430 l 30 420 l 30 390 l f\n"),
    ),
    "small boxes": (_pdf(_text() + _BOXES), _pdf(_BOXES + b"0 g\n" + _text())),
    "see-through box": tuple(
        _state(f"/ca {alpha}", b"q /G gs 0 g 50 290 400 30 re f Q\n" + _text("1 g")) for alpha in (0.05, 0.9)
    ),
    "annotation above": (_square("40 290 300 320"), _square("40 390 300 420")),
    "layer": (_layered("OFF", as_form=False), _layered("ON", as_form=False)),
    "layer of a form": (_layered("OFF", as_form=True), _layered("ON", as_form=True)),
    "form of another size": (
        _form(_text(x=0, y=0), b"q 0.05 0 0 0.05 60 300 cm /X Do Q\n"),
        _form(_text(x=0, y=10, size=40), b"q 0.24 0 0 0.24 60 300 cm /X Do Q\n"),
    ),
    "form that is cut": (_form(_text(), b"/X Do\n", box="0 0 50 50"), _form(_text(), b"/X Do\n")),
    "clip": (_pdf(_text("10 10 5 5 re W n")), _pdf(_text("40 280 400 60 re W n"))),
    "round clip": tuple(
        _pdf(_text(f"40 {low} m 40 {high} 400 {high} 400 {low} c 400 {low - 90} 40 {low - 90} 40 {low} c h W n"))
        for low, high in ((90, 130), (300, 390))
    ),
    "own glyphs": (_own_glyphs(""), _own_glyphs(None)),
    "own glyphs of a dot": (_own_glyphs("0 0 1 1 re f"), _own_glyphs(None)),
    "own glyphs of no letter": (_own_glyphs("100 0 400 700 re f"), _own_glyphs(None)),
    "other letters": (_saying(_WORDS, "Whmiplidig, Buvfip"), _saying(_WORDS, _WORDS)),
    "other letters among true ones": (_partly(_WORDS, "Watercress, Sewing"), _partly(_WORDS, _WORDS)),
    "one glyph": (_spoken(_WORDS), _spoken("I")),
    "text layer": (_scanned(bytes([255]) * 1190 * 1684), _scanned(_scan())),
    "text layer over noise": (_scanned(_noise()), _scanned(_scan())),
    "text layer over stripes": (_scanned(bytes([90, 200] * 595) * 1684), _scanned(_scan())),
    "text layer wider than the scan": (_scanned(_noise(), state="112 Tz"), _scanned(_scan(), state="106 Tz")),
    "text layer beside the scan": (_scanned(_scan(), place="595 0 0 842 594 0"), _scanned(_scan())),
    "over each other": (_pdf(b"".join(_PILE)), _pdf(_text() + _text(words="Gardening", y=280))),
    "piled letters": (_pdf(_text("-5 Tc")), _pdf(_text("-0.5 Tc"))),
    "pressed": (_pdf(_text("8 Tz")), _pdf(_text("70 Tz"))),
    "size": (_pdf(_text(size=2)), _pdf(_text(size=5))),
    "place": (_pdf(_text(x=700)), _pdf(_text(x=400))),
    "instead of what is printed": (_spanning(_WORDS, "I like to hike"), _spanning(_WORDS, _WORDS)),
    "form in a form": (_nested("1 g"), _nested("0 g")),
    "four inks": (_pdf(_text("0 0 0 0.02 k")), _pdf(_text("0 0 0 0.8 k"))),
    "ink of its own": (_colored(_INK, "0"), _colored(_INK, "1")),
    "colour by number": tuple(_colored("/Indexed /DeviceRGB 1 <ffffff202020>", ink) for ink in "01"),
    "turned text": (_at("0 1 -1 0 100 300", "1 g"), _at("0 1 -1 0 100 300")),
    "flat text": (_at("1 0 0 0.05 60 300"), _at("1 0 0.3 1 60 300")),
    "raised text": (_pdf(_text("900 Ts")), _pdf(_text("3 Ts"))),
    "crop": tuple(_pdf(_text(), page=f"/CropBox [0 {low} 595 842]") for low in (400, 200)),
    "stencil": (_stencil(0), _stencil(255)),
    "picture in the text": (_inline(255), _inline(20)),
    "lines": (_hatched(60, joined=False), _hatched(3, joined=False)),
    "one line to and fro": (_hatched(60, joined=True), _hatched(3, joined=True)),
    "stamp": (_stamp(2), _stamp(4)),
    "stamp for the printer": (_stamp(36), _stamp(0)),
    "form field": (_field(2), _field(4)),
    "note on the page": tuple(
        _annotated(f"/Subtype /FreeText /Rect [50 280 300 320] /Contents ({_WORDS}) /DA (/Helv 10 Tf 0 g) /F {flags}")
        for flags in (2, 4)
    ),
}


@pytest.mark.parametrize(("unseen", "seen"), [pytest.param(*pair, id=name) for name, pair in PDF.items()])
def test_text_counts_where_it_is_seen_and_only_there(unseen: bytes, seen: bytes) -> None:
    pages = read_pdf(unseen)[0]
    assert [line.text for page in pages for line in page.lines if "Docker" in line.text or "Kubern" in line.text] == []
    assert any("Skills" in line.text for page in pages for line in page.lines)
    pages = read_pdf(seen)[0]
    text = " ".join(line.text for page in pages for line in page.lines)
    assert "Kubernetes, Docker" in text and "Skills" in text
    assert [line.text for page in pages for line in page.hidden] == []


def test_page_that_stands_on_its_head_is_read_as_whoever_turns_it_reads_it() -> None:
    lines = ("Skills", "Python and SQL", "Education")
    rows = [f"BT /F1 10 Tf -1 0 0 -1 400 {300 + 20 * row} Tm ({text}) Tj ET\n" for row, text in enumerate(lines)]
    (page,) = read_pdf(_pdf("".join(rows).encode()))[0]
    assert [line.text for line in page.lines] == [*lines, "Skills"]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("SQL", "cat"),
        ("Go", "hi"),
        ("AWS", "pie"),
        ("Java", "kite"),
        ("Jax", "Jam"),
        ("Bash", "Bush"),
        ("C", "T"),
        ("PyTorch", "Archive"),
    ],
)
def test_font_of_few_letters_lies_where_it_prints_others(words: str, printed: str) -> None:
    (page,) = read_pdf(_saying(words, printed))[0]
    assert [line.text for line in page.hidden] == [words]
    (page,) = read_pdf(_saying(words, words))[0]
    assert [line.text for line in page.lines] == ["Skills", words]


@pytest.mark.parametrize(("words", "printed"), [("Bash", "Bush"), ("R", "P"), ("5", "n"), ("Jax", "Jam")])
def test_font_that_says_the_truth_elsewhere_lies_in_one_letter(words: str, printed: str) -> None:
    line = "Bound by 25 vows, Jane Pax hums"
    (page,) = read_pdf(_partly(words, printed, line))[0]
    assert [line.text for line in page.hidden] == [words]
    assert [line.text for line in page.lines] == ["Skills", line]
    (page,) = read_pdf(_partly(words, words, line))[0]
    assert page.hidden == ()


@pytest.mark.parametrize("words", ["Go", "SQL"])
def test_glyph_of_one_letter_does_not_stand_for_several(words: str) -> None:
    (page,) = read_pdf(_spoken(words))[0]
    assert [line.text for line in page.hidden] == [words]
    (page,) = read_pdf(_partly([words], "W"))[0]
    assert [line.text for line in page.hidden] == [words]


def test_ligature_stands_for_its_letters() -> None:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding << /Differences [1 /fi] >> /ToUnicode 7 0 R >>"
    (page,) = read_pdf(_pdf(_text(words="\\001nance", font="F2"), font, _cmap("<01> <00660069>", 1)))[0]
    assert [line.text for line in page.lines] == ["Skills", "finance"]


@pytest.mark.parametrize(("words", "printed"), [("45", "ox"), ("sql", "SQL"), ("Il", "lI")])
def test_marks_for_digits_and_letters_that_look_alike_are_no_lie(words: str, printed: str) -> None:
    (page,) = read_pdf(_saying(words, printed))[0]
    assert page.hidden == ()


def test_letters_with_a_shadow_are_no_lie() -> None:
    shadow = "q 0 0 0.5 rg 40 280 400 80 re f Q " + "q {0} BT /F2 36 Tf 60 {1} Td (To) Tj ET Q "
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    drawn = shadow.format("0 0 0.4 rg", 298.5) + "q 1 g BT /F2 36 Tf 60 300 Td (To) Tj ET Q "
    (page,) = read_pdf(_pdf(drawn.encode(), font))[0]
    assert [line.text for line in page.hidden] == []
