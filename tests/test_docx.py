"""Word documents: tables, boxes, links, hidden text and looks."""

from __future__ import annotations

import json

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from formats_read import hidden_of, lines_of, resume_in, texts_of
from pages import Text, pdf_of
from resume_files import docx_bytes

from gapcheck.documents import read_content
from gapcheck.taxonomy import Taxonomy

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def linked_docx() -> bytes:
    document = docx.Document()
    address = document.part.relate_to("https://github.com/mira/bread", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = f'<w:hyperlink {nsdecls("w", "r")} r:id="{address}"><w:r><w:t>Code</w:t></w:r></w:hyperlink>'
    document.add_paragraph("Bread Counter ")._p.append(parse_xml(link))
    return docx_bytes(document)


"""The other resumes have sections that JSON Resume does not know."""


# --------------------------------------------------------------------------------------------------------------- DOCX


def test_docx_table_rows_read_as_lines_and_long_cells_as_columns() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Clerk, Alder & Daughters", "2020 – 2021"
    table.cell(1, 0).text = "Skills"
    table.cell(1, 1).text = "Python"
    table.cell(1, 1).add_paragraph("SQL")
    sides = document.add_table(1, 2)
    for number in range(2):
        for row in range(5):
            sides.cell(0, number).add_paragraph(f"side {number} row {row}")
    lines = lines_of(docx_bytes(document))
    assert [line.text for line in lines[:3]] == ["Clerk, Alder & Daughters\t2020 – 2021", "Skills\tPython", "SQL"]
    assert lines[1].margin == 1 and lines[1].x0 == lines[2].x0
    assert [line.text[:6] for line in lines[3:]] == ["side 0"] * 5 + ["side 1"] * 5
    assert len({line.column for line in lines[3:8]} | {line.column for line in lines[8:]}) == 2


def table(*rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    found = document.add_table(len(rows), len(rows[0]))
    for index, texts in enumerate(rows):
        for column, text in enumerate(texts):
            first, *rest = text.split("\n")
            cell = found.cell(index, column)
            cell.text = first
            for line in rest:
                cell.add_paragraph(line)
    return docx_bytes(document)


def test_docx_number_in_a_table_has_the_head_of_its_column() -> None:
    rows = ("Skill", "Years", "Level"), ("Python", "4", "Expert"), ("SQL", "1", "Basic")
    assert texts_of(table(*rows)) == ["Skill\tYears\tLevel", "Python\t4 years\tExpert", "SQL\t1 years\tBasic"]
    assert texts_of(table(("Kestrel Foods", "4", "Oslo"))) == ["Kestrel Foods\t4\tOslo"]
    for head in ("Years of use", "Use in years", "Use (years)"):
        assert texts_of(table(("Skill", head), ("Python", "4")))[1] == "Python\t4 years"


def test_docx_tick_in_a_table_without_a_name_in_its_corner_says_the_head_of_its_column() -> None:
    rows = ("", "Basic", "Good", "Expert"), ("Python", "", "", "✓"), ("R", "✓", "", "")
    assert texts_of(table(*rows))[1:] == ["Python\tExpert", "R\tBasic"]


def test_docx_stacked_labels_stand_before_their_lines() -> None:
    cells = "Programming\nDatabases\nCloud\nWant to learn", "Python\nPostgreSQL\nAWS\nRust"
    assert texts_of(table(cells))[-1] == "Want to learn\tRust"


def test_docx_names_of_sections_in_left_cells_are_headings(taxonomy: Taxonomy) -> None:
    job, skills = "Analyst, Kestrel Foods, Jan 2020 - Jun 2022\nCounted pots", "Python, Excel\nTableau"
    resume = resume_in(table(("Experience", job), ("Skills", skills), ("Education", "BSc Biology, 2019")), taxonomy)
    assert [section.kind.value for section in resume.sections] == ["experience", "skills", "education"]
    assert resume.work_months == 30


LINK_BEHIND = {
    "markdown": b"# Mira\n\n## Projects\n\n### Bread Counter [Code](https://github.com/mira/bread)\n\n- Counted loaves",
    "html": b"<html><h2>Projects</h2><h3>Bread Counter <a href='https://github.com/mira/bread'>Code</a></h3></html>",
    "json": json.dumps({"projects": [{"name": "Bread", "url": "https://github.com/mira/bread"}]}).encode(),
    "pdf": pdf_of([Text(60, 60, "Bread Counter"), Text(300, 60, "Code", link="https://github.com/mira/bread")]),
    "docx": linked_docx(),
}


@pytest.mark.parametrize("format", LINK_BEHIND)
def test_address_behind_a_word_is_known(format: str) -> None:
    assert [line.links for line in lines_of(LINK_BEHIND[format]) if line.links] == [("https://github.com/mira/bread",)]


BOX = f"""<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r>
<w:t>Kubernetes</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>
<v:textbox><w:txbxContent><w:p><w:r><w:t>Kubernetes</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict>
</mc:Fallback></mc:AlternateContent></w:r>"""
CONTROL = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
LINK = f"<w:hyperlink {nsdecls('w')}><w:r><w:t>Forecasts in Airflow</w:t></w:r></w:hyperlink>"
DELETED = f'<w:del {nsdecls("w")} w:id="1"><w:r><w:delText>Spark</w:delText></w:r></w:del>'


def test_docx_text_boxes_controls_links_and_the_header_are_read_once_and_deletions_are_not() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Mira Sandoval"
    document.add_paragraph("Beside a box")._p.append(parse_xml(BOX))
    document.element.body.insert(1, parse_xml(CONTROL))
    document.add_paragraph()._p.append(parse_xml(LINK))
    document.add_paragraph("Kept")._p.append(parse_xml(DELETED))
    assert texts_of(docx_bytes(document)) == [
        "Mira Sandoval", "Beside a box", "Kubernetes", "In a control", "Forecasts in Airflow", "Kept",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["resume.txt", "resume.md", "resume.html"])
def test_blank_before_an_accent_that_combines_parts_no_word(name: str) -> None:
    start = {"resume.md": "# Mira\n\n", "resume.html": "<html><p>"}.get(name, "")
    assert texts_of(f"{start}E \u0301tudes, fe \u0301vrier 2020".encode())[-1] == "Études, février 2020"


@pytest.mark.parametrize(
    ("spans", "text"),
    [
        ("<span>Société Halm</span><span>de\u0301cembre 2019</span>", "Société Halm\tdécembre 2019"),
        ("<span>Develo</span><span>ped in 2019</span>", "Developed in 2019"),
        ('<span>bread</span><span style="display:inline-block">good</span>', "bread\tgood"),
        ('<span style="display:inline-block">b</span><span style="display:inline-block">r</span>', "br"),
        ('<b style="float:right">late</b> text', "late text"),
        ("Email: <input value=mira@example.org><input value=Halm> done", "Email: mira@example.org\tHalm\tdone"),
        ("<label>Email</label><input><label>Name</label>", "Email|Name"),
        ("<textarea>One\nTwo</textarea>", "One|Two"),
        ("<h2><button>Experience</button></h2><button>Print</button>", "Experience"),
    ],
)
def test_elements_of_html_stand_apart_where_a_browser_draws_them_apart(spans: str, text: str) -> None:
    assert "|".join(texts_of(f"<html><body><p>{spans}</p></body></html>".encode())) == text


def test_children_of_a_row_stand_apart() -> None:
    page = '<html><style>.r{display:flex}</style><p class="r"><span>bread</span><span>good</span></p></html>'
    assert texts_of(page.encode()) == ["bread\tgood"]
    assert texts_of(page.replace("flex", "flex;flex-direction:column").encode()) == ["breadgood"]


def test_docx_footers_come_last_and_page_numbers_in_them_are_running_lines() -> None:
    document = docx.Document()
    section = document.sections[0]
    section.first_page_header.paragraphs[0].text = "Not shown: no page has a header of its own"
    section.different_first_page_header_footer = False
    section.footer.paragraphs[0].text = "Also used: Keras"
    field = f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    section.footer.add_paragraph("Mira Sandoval, page ")._p.append(parse_xml(field))
    document.add_paragraph("Python")
    (page,) = read_content(docx_bytes(document), "resume.docx").pages
    assert [(line.text, line.running) for line in page.lines] == [
        ("Python", False), ("Also used: Keras", False), ("Mira Sandoval, page 1", True),
    ]  # fmt: skip


def test_docx_word_that_changes_its_look_inside_stays_one_word() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Py")
    paragraph.add_run("Torch").bold = True
    paragraph.add_run("\t\tJan 2020")
    assert texts_of(docx_bytes(document)) == ["PyTorch\tJan 2020"]


def test_docx_text_that_nobody_sees_is_hidden() -> None:
    document = docx.Document()
    document.add_paragraph().add_run("White Spark").font.color.rgb = RGBColor(255, 255, 255)
    document.add_paragraph("Seen ").add_run("vanished Kafka").font.hidden = True
    document.add_paragraph().add_run("tiny Scala").font.size = Pt(1)
    content = docx_bytes(document)
    assert texts_of(content) == ["Seen"]
    assert hidden_of(content) == ["White Spark", "vanished Kafka", "tiny Scala"]


def test_docx_sizes_and_weights_come_from_the_styles() -> None:
    document = docx.Document()
    document.add_heading("Experience", 1)
    document.add_paragraph("Sorted books")
    heading, text = lines_of(docx_bytes(document))
    assert heading.bold and not text.bold and heading.size == 14.0 and text.size == 11.0


@pytest.mark.parametrize(("measure", "points"), [("720", 36.0), ("36pt", 36.0), ("0.5in", 36.0), ("wide", 0.0)])
def test_docx_measures_are_numbers_or_have_a_unit(measure: str, points: float) -> None:
    document = docx.Document()
    document.add_paragraph("Skills")
    document.add_paragraph("Python").paragraph_format.left_indent = Pt(1)
    document.element.body.find(f".//{{{W}}}ind").set(f"{{{W}}}left", measure)
    first, second = lines_of(docx_bytes(document))
    assert second.words[0].x0 - first.words[0].x0 == pytest.approx(points)


def test_space_above_a_paragraph_is_not_above_each_of_its_lines(taxonomy: Taxonomy) -> None:
    document = docx.Document()
    for heading, below in (
        ("PROFESSIONAL\nBACKGROUND", "Lock keeper, Alder Canals, 2019 – 2021"),
        ("EDUCATION AND\nTRAINING", "BSc Biology, Lake University, 2012"),
    ):
        document.add_heading(heading, 1).paragraph_format.space_before = Pt(24)
        document.add_paragraph(below)
    found = [section.heading for section in resume_in(docx_bytes(document), taxonomy).sections]
    assert found[-2:] == ["PROFESSIONAL BACKGROUND", "EDUCATION AND TRAINING"]


def test_label_in_a_cell_beside_years_is_a_heading(taxonomy: Taxonomy) -> None:
    document = docx.Document()
    document.add_heading("Mira Sandoval", 0)
    rows = [
        ("Skills:", "R; Git"),
        ("Employment:", "Jan 2018 - Dec 2019\nLock keeper, Alder Canals\nTide sheets in SAS"),
        ("Education:", "2013 - 2016\nBSc Biology, Lake University"),
    ]
    table = document.add_table(0, 2)
    for label, text in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    resume = resume_in(docx_bytes(document), taxonomy)
    assert [section.kind.value for section in resume.sections] == ["header", "skills", "experience", "education"]
    assert [entry.kind.value for _, entry in resume.entries() if entry.dates] == ["job", "education"]
