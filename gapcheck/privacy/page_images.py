"""Bytes of a PDF and what is personal in it → pictures of its pages with that covered."""

from __future__ import annotations

from gapcheck.documents.pdf.page_images import PagePicture, covered, page_pictures, photo_boxes
from gapcheck.privacy.find import PersonalDetails


def redacted_pictures(
    content: bytes, personal: PersonalDetails, password: str | None = None
) -> tuple[PagePicture, ...]:
    """The first pages as `page_pictures` gives them, black over personal details and photographs."""
    boxes = personal.boxes()
    for page, photos in photo_boxes(content, password).items():
        boxes.setdefault(page, []).extend(photos)
    return covered(page_pictures(content, password), boxes)
