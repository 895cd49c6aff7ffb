"""Bytes of a PDF and what is personal in it → pictures of its pages with that covered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gapcheck.documents import Box
from gapcheck.documents.pdf.page_images import PagePicture, covered, page_pictures, photo_boxes
from gapcheck.privacy.find import PersonalDetails
from gapcheck.privacy.unread import unread_boxes

if TYPE_CHECKING:
    from PIL import Image


def redacted_pictures(
    content: bytes, personal: PersonalDetails, password: str | None = None
) -> tuple[PagePicture, ...]:
    """The first pages as `page_pictures` gives them, black over personal details, photographs, and what is drawn among
    contact details and could not be read.
    """
    details, photos = personal.boxes(), photo_boxes(content, password)

    def boxes(page: int, picture: Image.Image, scale: float) -> Iterator[Box]:
        yield from details.get(page, ())
        yield from photos.get(page, ())
        yield from unread_boxes(picture, scale, *personal.contact(page))

    return covered(page_pictures(content, password), boxes)
