"""A page of a PDF → the addresses behind its words, each with its place."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Box, Line
from gapcheck.documents.pdf.objects import Frame

_LONGEST = 2048  # bytes of an address
_MOST = 1000  # links of a page that are looked at

Link = tuple[str, Box]
"""An address, and the box that is clicked."""


def links_of(page: pdfium.PdfPage) -> list[Link]:
    """The links of a page to addresses outside of the document."""
    return list(_links(page)) if pdfium_c.FPDFPage_GetAnnotCount(page.raw) else []


def with_links(lines: list[Line], links: list[Link]) -> list[Line]:
    """The lines, each with the addresses that are behind its words."""
    found: list[Line] = []
    for line in lines:
        x0, top, x1, bottom = line.box
        own = [
            address
            for address, box in links
            if x0 <= (box[0] + box[2]) / 2 <= x1 and top <= (box[1] + box[3]) / 2 <= bottom
        ]
        found.append(replace(line, links=tuple(dict.fromkeys(own))) if own else line)
    return found


def _links(page: pdfium.PdfPage) -> Iterator[Link]:
    frame = Frame(page)
    place, link, rectangle = ctypes.c_int(0), pdfium_c.FPDF_LINK(), pdfium_c.FS_RECTF()
    for _ in range(_MOST):
        if not pdfium_c.FPDFLink_Enumerate(page.raw, place, link):
            return
        address = _address_of(page, pdfium_c.FPDFLink_GetAction(link))
        if address and pdfium_c.FPDFLink_GetAnnotRect(link, rectangle):
            yield address, frame.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


def _address_of(page: pdfium.PdfPage, action: object) -> str:
    """The address that an action leads to; empty where it leads to none."""
    if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
        return ""
    document = page.pdf.raw
    length = pdfium_c.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
