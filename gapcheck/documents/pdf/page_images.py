"""Bytes of a PDF → small pictures of its pages, as a person sees them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.model import Box
from gapcheck.documents.pdf import pdfium as fast
from gapcheck.documents.pdf.annotations import as_seen
from gapcheck.documents.pdf.objects import picture_boxes

if TYPE_CHECKING:
    import pypdfium2 as pdfium
    from PIL import Image

_MOST_PAGES = 10
_SCALE = 2.0  # pixels a point: ten-point text stays sharp on dense screens
_MOST_PIXELS = 3_000_000  # an A4 page at this scale has 2 million
_LONGEST_SIDE = 8_000  # pixels; WebP ends at 16,383
_QUALITY = 80
_EFFORT = 4  # 0 to 6: how long WebP looks for fewer bytes
_SMALLEST_PHOTO, _WHOLE_PAGE = 24.0, 0.6  # points; share of the page


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


def page_pictures(content: bytes, password: str | None = None) -> tuple[PagePicture, ...]:
    """The first ten pages of a PDF. Empty where the bytes are no PDF that can be rendered."""
    try:
        document = fast.open_pdf(content, password)
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
    scale = min(_SCALE, (_MOST_PIXELS / (width * height)) ** 0.5, _LONGEST_SIDE / max(width, height))
    return PagePicture(number, width, height, "image/webp", _compressed(page.render(scale=scale).to_pil()))


def photo_boxes(content: bytes, password: str | None = None) -> dict[int, list[Box]]:
    """For each of these pages the boxes of what may be photographs: pictures of at least 24 points either way, and not
    those of whole pages, as scans are. Empty where the bytes are no PDF.
    """
    try:
        document = fast.open_pdf(content, password)
    except DocumentError:
        return {}
    found: dict[int, list[Box]] = {}
    try:
        for index in range(min(_MOST_PAGES, len(document))):
            page = as_seen(document, index, document[index])
            width, height = page.get_size()
            for x0, top, x1, bottom in picture_boxes(page):
                across, down = x1 - x0, bottom - top
                if min(across, down) >= _SMALLEST_PHOTO and across * down <= _WHOLE_PAGE * width * height:
                    found.setdefault(index + 1, []).append((x0, top, x1, bottom))
    finally:
        document.close()
    return found


def covered(
    pictures: Iterable[PagePicture], boxes: Callable[[int, Image.Image, float], Iterable[Box]]
) -> tuple[PagePicture, ...]:
    """The pages with black over the boxes, in points, that are found for the number of a page, its picture, and the
    pixels of a point.
    """
    from PIL import Image, ImageDraw

    done = []
    for one in pictures:
        picture = Image.open(io.BytesIO(one.data)).convert("RGB")
        scale = picture.width / one.width
        found = list(boxes(one.number, picture, scale))
        drawing = ImageDraw.Draw(picture)
        for box in found:
            x0, top, x1, bottom = (edge * scale for edge in box)
            drawing.rectangle((x0, top, max(x0, x1), max(top, bottom)), fill="black")
        done.append(replace(one, data=_compressed(picture)))
    return tuple(done)


def _compressed(picture: Image.Image) -> bytes:
    picture = picture.convert("RGB")
    # Lossless is smaller for text and rules, lossy for photographs.
    versions = []
    for lossless in (True, False):
        stream = io.BytesIO()
        picture.save(stream, format="WEBP", lossless=lossless, quality=_QUALITY, method=_EFFORT)
        versions.append(stream.getvalue())
    return min(versions, key=len)
