"""A page of a PDF → the same page, its annotations made part of what it draws: values of form fields, free text,
stamps, and boxes that cover text. Otherwise PDFium's text page would not hold them.
"""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_DRAW_NOTHING = frozenset([pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP])
_MOST = 5_000  # annotations of a page that are looked at


def as_seen(document: pdfium.PdfDocument, index: int, page: pdfium.PdfPage) -> pdfium.PdfPage:
    """The page with this index as a person sees it. Ask for its links first: its annotations may be gone afterwards."""
    if not _draws(page):
        return page
    _drop_unseen(page)
    page.render(scale=0.1)  # makes the pictures of annotations that have none
    if pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) != pdfium_c.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def _drop_unseen(page: pdfium.PdfPage) -> None:
    """Removes the annotations that are printed but not shown on a screen: flattening would draw them."""
    for place in range(min(_MOST, pdfium_c.FPDFPage_GetAnnotCount(page.raw)) - 1, -1, -1):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, place)
        if annotation:
            unseen = pdfium_c.FPDFAnnot_GetFlags(annotation) & pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
            pdfium_c.FPDFPage_CloseAnnot(annotation)
            if unseen:
                pdfium_c.FPDFPage_RemoveAnnot(page.raw, place)


def _draws(page: pdfium.PdfPage) -> bool:
    """Whether the page has an annotation that is more than a link."""
    for place in range(min(_MOST, pdfium_c.FPDFPage_GetAnnotCount(page.raw))):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, place)
        if annotation:
            kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
            pdfium_c.FPDFPage_CloseAnnot(annotation)
            if kind not in _DRAW_NOTHING:
                return True
    return False
