"""Times that stay open by dots, that are told in words, that are telephones; titles and employers around them."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from formats_read import lines_of
from pages import typed
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


BROKEN = (
    "Head Baker, Halm Mills, Ostby (Aug 2022 - Oct 2026)\n"
    "Led nine bakers, planned the ovens and the shop from Monday to Saturday morning.\n"
    "Baker of rye, Falcon Dunes International Mill, Ostby\n(Aug 2019 - Jul 2022)\n"
    "Baked the rye of the house and looked after the small reading room of it.\n"
    "Assistant Baker, Board of Bread, Nishikawa,\nJapan (Jul 2016 - Jul 2019)\n"
    "Visited six primary schools a week and wrote a song of bread they still use."
)


def test_title_that_is_broken_before_its_time_begins_above(understand: Understand) -> None:
    assert jobs(understand, BROKEN) == [
        ("Head Baker, Halm Mills, Ostby", 51),
        ("Baker of rye, Falcon Dunes International Mill, Ostby", 36),
        ("Assistant Baker, Board of Bread, Nishikawa", 37),
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
