"""Bytes of a PDF → small pictures of its pages, as a person sees them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gapcheck.documents import fast
from gapcheck.documents.errors import DocumentError

if TYPE_CHECKING:
    import pypdfium2 as pdfium

_MOST_PAGES = 10
_SCALE = 2.0  # pixels a point: ten-point text stays sharp on dense screens
_MOST_PIXELS = 3_000_000  # an A4 page at this scale has 2 million
_QUALITY = 80


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as a picture: `number` from 1, size of the visible page in points (boxes of words fit it), and the
    compressed bytes of the type that `media_type` names.
    """

    number: int
    width: float
    height: float
    media_type: str
    data: bytes


def page_pictures(content: bytes) -> tuple[PagePicture, ...]:
    """The first ten pages of a PDF. Empty where the bytes are no PDF that can be rendered."""
    try:
        document = fast.open_pdf(content)
    except DocumentError:
        return ()
    try:
        return tuple(_picture(document[index], index + 1) for index in range(min(_MOST_PAGES, len(document))))
    except Exception:  # noqa: BLE001 - whatever a damaged page raises: a report without pictures beats none
        return ()
    finally:
        document.close()


def _picture(page: pdfium.PdfPage, number: int) -> PagePicture:
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
    picture = page.render(scale=scale).to_pil().convert("RGB")
    # Lossless is smaller for text and rules, lossy for photographs.
    versions = []
    for lossless in (True, False):
        stream = io.BytesIO()
        picture.save(stream, format="WEBP", lossless=lossless, quality=_QUALITY, method=4)
        versions.append(stream.getvalue())
    return PagePicture(number, width, height, "image/webp", min(versions, key=len))
