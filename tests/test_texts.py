"""Markdown, plain text and HTML: marks, encodings and what a browser shows."""

from __future__ import annotations

import pytest
from formats_read import hidden_of, lines_of, texts_of

"""The other resumes have sections that JSON Resume does not know."""


# --------------------------------------------------------------------------------------------------- Markdown and HTML


def test_markdown_marks_are_no_text_and_emphasis_is_kept() -> None:
    lines = lines_of(
        b"# Mira\n\n## Skills\n\n| Skill | Level |\n|---|---|\n| `C++` | *good* |\n\n- **Data:** [SQL](https://x.example)\n"
    )
    assert [line.text for line in lines] == ["Mira", "Skills", "Skill\tLevel", "C++\tgood", "• Data: SQL"]
    assert [line.number for line in lines] == [1, 3, 5, 7, 9]
    assert lines[0].size > lines[1].size > lines[2].size and lines[4].bold


def test_plain_text_underlined_is_a_heading_and_wide_gaps_are_tabs() -> None:
    lines = lines_of(b"Mira Sandoval\n\nWork history\n------------\nClerk     2019 - 2020\n- Sorted books\n")
    assert [line.text for line in lines] == ["Mira Sandoval", "Work history", "Clerk\t2019 - 2020", "• Sorted books"]
    assert lines[1].bold and [line.number for line in lines] == [1, 3, 5, 6]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "cp1252", "mac-roman"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_decoded_as_it_was_written(encoding: str) -> None:
    assert texts_of("Zoë Résumé – Café".encode(encoding)) == ["Zoë Résumé – Café"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["Опыт работы\nPython, Docker", "職務経歴\nPython, Docker", "Skills\nPython, Docker"])
@pytest.mark.parametrize("end", [b"", b"\n"], ids=["whole", "a byte too long"])
def test_encoding_without_a_mark_is_known_in_any_script(text: str, encoding: str, end: bytes) -> None:
    assert texts_of(text.encode(encoding) + end) == text.split("\n")


@pytest.mark.parametrize("line", ["%PDF-1.7", "Wrote a parser of headers (%PDF-1.4, %PDF-2.0)"])
def test_text_that_names_the_header_of_a_pdf_is_text(line: str) -> None:
    assert texts_of(f"{line}\nSkills\nPython".encode()) == [line, "Skills", "Python"]


ZOFIA = "Zofia Żuk\nŁódź\nInżynier danych, Spółka Źródło\nUmiejętności: Python"
ANNA = "Анна Петрова\nИнженер данных в Kafka, Волга\nНавыки и Python"
ZOE = "Zoë Müller\nHalle\nData Engineer, Größe & Cía\nPython, naïve café"


@pytest.mark.parametrize(
    ("text", "encodings"),
    [(ZOFIA, ["cp1250", "iso8859-2"]), (ANNA, ["cp1251", "koi8-r", "cp866"]), (ZOE, ["cp1252", "mac-roman", "cp850"])],
)
def test_old_encodings_are_told_by_what_looks_odd(text: str, encodings: list[str]) -> None:
    assert {encoding: texts_of(text.encode(encoding)) for encoding in encodings} == dict.fromkeys(
        encodings, text.split("\n")
    )


@pytest.mark.parametrize(
    ("said", "encoding"),
    [("<meta charset='{}'>", "windows-1251"), ("<meta http-equiv=Content-Type content='text/html; charset={}'>", "gbk"),
     ("<?xml version='1.0' encoding=\"{}\"?>", "koi8-r"), ("<meta charset=latin-1>", "utf-8")],
)  # fmt: skip
def test_encoding_that_a_page_names_holds_unless_it_is_utf_8(said: str, encoding: str) -> None:
    page = f"<html>{said.format(encoding)}<p>Навыки: Python</p></html>"
    assert texts_of(page.encode(encoding)) == ["Навыки: Python"]


def test_some_strange_bytes_do_not_spoil_a_text_in_utf_8() -> None:
    content = "Zoë Müller\nGröße, café\n".encode() + "Cía\n".encode("cp1252")
    assert texts_of(content) == ["Zoë Müller", "Größe, café", "Cía"]


@pytest.mark.parametrize("text", ["Py\u200bthon,\u200b SQL", "𝗣𝘆𝘁𝗵𝗼𝗻, 𝐒𝐐𝐋", "Ｐｙｔｈｏｎ, SQL"])
def test_letters_in_other_shapes_and_marks_between_them_are_read(text: str) -> None:
    assert texts_of(f"Skills\n{text}".encode()) == ["Skills", "Python, SQL"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac-roman"])
def test_dash_of_an_old_encoding_parts_the_dates(encoding: str) -> None:
    content = "Analyst, Kestrel Foods – Jan 2020 – Jun 2022\n• Tools for the planners".encode(encoding)
    assert texts_of(content) == ["Analyst, Kestrel Foods – Jan 2020 – Jun 2022", "• Tools for the planners"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("# Mira\n\n### <span>Search team</span><span>Sep 2018</span>", "Search team\tSep 2018"),
        ("<html><h3><span>Search team</span><span>Sep 2018</span></h3></html>", "Search team\tSep 2018"),
        ("<html><p><b>Python</b><b>SQL</b><i>(basic)</i></p></html>", "Python\tSQL\t(basic)"),
        ("<html><p><b>Java</b><i>script</i> and <b>S</b><i>QL</i></p></html>", "Javascript and SQL"),
    ],
)
def test_inline_elements_without_a_space_stand_apart_where_no_word_goes_on(source: str, text: str) -> None:
    assert texts_of(source)[-1] == text


PAGE = """<!DOCTYPE html><html><head><title>T</title><style>p{color:red}</style></head><body><nav>Home</nav>
<h1>Mira Sandoval</h1><h2>Experience</h2><div><b>Clerk</b>, Alder <span style="float: right">2019 - 2020</span></div>
<ul><li><p>Built <b>Py</b>Torch models</p></li></ul><table><tr><td>2018</td><td>Baker</td></tr></table>
<p>one<br>two</p><p style="display: none">Spark</p><p hidden>Kafka</p><script>var x = "Scala"</script></body></html>"""


def test_html_is_read_as_a_browser_shows_it() -> None:
    assert texts_of(PAGE) == [
        "Mira Sandoval", "Experience", "Clerk, Alder\t2019 - 2020", "• Built PyTorch models", "2018\tBaker",
        "one", "two",
    ]  # fmt: skip
    assert hidden_of(PAGE.encode()) == ["Spark", "Kafka"]
