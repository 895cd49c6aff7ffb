"""Times that stay open by dots, that are told in words, that are telephones; titles and employers around them."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from formats_read import lines_of
from pages import Text, pdf_of, typed
from resume_files import docx_bytes
from sections_read import Understand, entries

from gapcheck.resume.date_forms import month_number
from gapcheck.resume.dates import date_spans, dates_of

AS_OF = month_number(2026, 11)
DEGREE = "# Education\nBSc Bread, Halm University, 2012 - 2015"


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2021-10 ..", 62),
        ("2021-10 ..\tHalm Oy", 62),
        ("2018-04 .. 2021-09", 42),
        ("He baked here in 2019 ...", None),
        ("since early May two thousand twenty-two", 55),
        ("June two thousand and eighteen to February two thousand twenty-two", 45),
        ("We baked two thousand five hundred loaves", None),
        ("Tel.: 030 / 2015 - 2019", None),
    ],
)
def test_dates_of_strangers(text: str, months: int | None) -> None:
    found = dates_of([text], AS_OF)
    assert (found.months if found else None) == months
    assert bool(date_spans(text)) is (months is not None)


def jobs(understand: Understand, lines: str) -> list[tuple[str, int]]:
    resume = understand(typed(f"Mira Sandoval\n# Experience\n{lines}\n{DEGREE}"))
    return [(one.title, one.dates.months if one.dates else 0) for one in entries(resume, "experience")]


LONG = "Baked rye bread for the shops of the town and wrote down what became of it in the end"


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("Baker of rye, Falcon Mill, Ostby", "(Aug 2019 - Jul 2022)", "Baker of rye, Falcon Mill, Ostby"),
        ("Baker, Board of Bread, Nishikawa,", "Japan (Aug 2019 - Jul 2022)", "Baker, Board of Bread, Nishikawa"),
    ],
)
def test_title_that_is_broken_before_its_time_begins_above(
    above: str, below: str, title: str, understand: Understand
) -> None:
    lines = [
        "Experience",
        "Head Baker, Halm Mills, Ostby (Aug 2022 - Oct 2026)",
        LONG,
        "and later.",
        above,
        below,
        LONG,
    ]
    marks = [Text(50, 50 + 14 * row, line, bold=not row) for row, line in enumerate(["Mira Sandoval", *lines])]
    marks[1] = Text(50, 64, "Experience", bold=True)
    found = entries(understand(pdf_of(marks)), "experience")
    assert [(one.title, one.dates.months) for one in found if one.dates] == [
        ("Head Baker, Halm Mills, Ostby", 51),
        (title, 36),
    ]


@pytest.mark.parametrize(
    ("second", "count"),
    [("Lead Baker, Night Ovens, May 2013 to May 2018", 3), ("Night Ovens, Day Ovens, May 2013 to May 2018", 4)],
)
def test_employer_with_the_time_of_two_posts_below_is_no_post(second: str, count: int, understand: Understand) -> None:
    lines = (
        f"HALM MILLS, Ostby and Vik, 2009 to 2023\nHead Baker, Rye Ovens, June 2018 to September 2023\n• Rye\n"
        f"{second}\n• Oats\nAssistant, Flour Store, August 2009 to April 2013\n• Flour"
    )
    assert len(jobs(understand, lines)) == count


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        ("Head Baker, Cakes, Jan 2018 - Dec 2020\n• Cakes\nBaker, Bread, Jan 2015 - Dec 2017\n• Rye", 2),
        ("Head Baker, Cakes, Jan 2018 - Dec 2020\n• Cakes\nClerk, Ostby Library, Jan 2010 - Dec 2012\n• Lent", 3),
        ("Head Baker, Cakes, Jan 2018 - Dec 2020\n• Cakes", 2),
    ],
)
def test_employer_that_says_as_much_as_posts_needs_two_of_them_within_its_time(
    lines: str, count: int, understand: Understand
) -> None:
    assert len(jobs(understand, f"Kestrel Foods, Delft, Jan 2015 - Dec 2020\n{lines}")) == count


@pytest.mark.parametrize(("last", "count"), [("2012 - 2014", 2), ("2012", 1)])
def test_time_above_a_title_ends_no_month_of_the_sentence_before(last: str, count: int, understand: Understand) -> None:
    lines = ["2014 - 2017", "*Head Baker, Halm Mills", "Sold a hundred loaves on a Sunday in August.", last, "*Baker"]
    rows = ["*Mira Sandoval", "*EXPERIENCE", *lines, "*EDUCATION", "BSc Bread, Halm University, 2012"]
    marks = [Text(60, 50 + 15 * row, line.strip("*"), bold=line[0] == "*") for row, line in enumerate(rows)]
    found = entries(understand(pdf_of(marks)), "experience")
    assert len([one for one in found if one.dates]) == count


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Assistant Curator, Halm Trust, April 2014 to May 2018. I counted the store with two volunteers.", "job"),
        ("Volunteer, Halm Trust, April 2014 to May 2018. I counted the store with two assistants.", "activity"),
        ("Research Assistant, Language and Society Lab, April 2014 to May 2018", "job"),
        ("Secretary, Language and Society, April 2014 to May 2018", "activity"),
    ],
)
def test_kind_of_an_entry_is_told_by_its_first_sentence_and_by_whose_name_it_is(
    text: str, kind: str, understand: Understand
) -> None:
    resume = understand(typed(f"Mira Sandoval\n# Experience\n{text}\n{DEGREE}"))
    assert [one.kind.value for one in entries(resume, "experience")] == [kind]


@pytest.mark.parametrize(
    ("course", "kind"),
    [
        ("Bootcamp of data and bread, Halm Academy, Jan 2024 - Mar 2024", "education"),
        ("Data and bread bootcamp, Halm Academy, Jan 2024 - Mar 2024", "education"),
        ("Certificate of data and bread, Halm Academy, Jan 2024 - Mar 2024", "certificate"),
        ("Bootcamp of data and bread, Halm Ovens, Jan 2024 - Mar 2024", "certificate"),
    ],
)
def test_bootcamp_of_a_school_is_education_wherever_its_name_says_so(
    course: str, kind: str, understand: Understand
) -> None:
    resume = understand(typed(f"Mira Sandoval\n{DEGREE}\n{course}"))
    assert [one.kind.value for one in entries(resume, "education")] == ["education", kind]


NUMBERING = (
    '<w:abstractNum {} w:abstractNumId="91"><w:lvl w:ilvl="0"><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>'
    '</w:lvl><w:lvl w:ilvl="1"><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
)


def listed(*lines: tuple[str, int, str]) -> bytes:
    """Items of one list with their level, and what else their properties say."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="91"/></w:num>'))
    for text, level, more in lines:
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="91"/></w:numPr>'
        properties.append(parse_xml(listed))
        if more:
            properties.append(parse_xml(f"<w:ind {nsdecls('w')} {more}/>"))
    return docx_bytes(document)


def test_levels_of_a_word_list_are_set_in_as_their_numbering_says() -> None:
    own = 'w:left="200"'
    lines = lines_of(listed(("Baker", 0, ""), ("Rye", 1, ""), ("Oats", 1, own)))
    first, second, third = (line.words[0].x0 for line in lines)
    assert (second - first, third < first) == (36.0, True)


def test_mark_of_a_word_list_hangs_left_of_its_text() -> None:
    (plain, marked) = (
        lines_of(listed((text, level, more)))[0] for text, level, more in (("Oats", 0, 'w:left="360"'), ("Rye", 0, ""))
    )
    assert marked.words[0].x0 == plain.words[0].x0
