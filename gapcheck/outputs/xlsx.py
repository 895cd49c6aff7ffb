"""Tables → one workbook for Excel and its like, a sheet each. Text stays text: none of it is a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from gapcheck.extras import how_to_install
from gapcheck.files import WriteError

_LONGEST = 60  # characters a column is made wide for


def workbook(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """The workbook; the first row of each sheet is its head. Raises `WriteError` where XlsxWriter is not installed."""
    try:
        import xlsxwriter
    except ImportError:
        raise WriteError(f"a workbook needs XlsxWriter: {how_to_install('xlsx')}; .csv works without") from None
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        bold = book.add_format({"bold": True})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, ["" if cell is None else cell for cell in row], None if number else bold)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, max(0, len(rows) - 1), max(0, len(rows[0]) - 1))
            for column in range(len(rows[0])):
                widest = max(len(str(row[column])) for row in rows[:200])
                sheet.set_column(column, column, min(_LONGEST, widest + 2))
    return stream.getvalue()
