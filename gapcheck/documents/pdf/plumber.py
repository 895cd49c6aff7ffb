"""The careful reader: pdfplumber's characters → words. Slower, but it survives fonts and files that confuse PDFium."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable
from typing import Any

from gapcheck.documents.characters import readable
from gapcheck.documents.contrast import SMALLEST_VISIBLE_SIZE, WHITE, Color
from gapcheck.documents.errors import DocumentError
from gapcheck.documents.model import Box, Word
from gapcheck.documents.pdf.pdfium import BOLD_NAME

# With the default tolerance words are glued on 9 of 41 real resumes; a gap of 0.15 of the font size separates them.
_WORD_GAP = 0.15


def read_pages(
    content: bytes, numbers: Iterable[int], password: str | None = None
) -> dict[int, tuple[float, float, list[Word]]]:
    """Width, height and words of the pages with these numbers (from 1).

    Raises `DocumentError` with code `broken` where pdfplumber can't read the file.
    """
    import pdfplumber

    for library in ("pdfminer", "pdfplumber"):  # they quote damaged files, and so people's data
        logging.getLogger(library).setLevel(logging.CRITICAL)

    found: dict[int, tuple[float, float, list[Word]]] = {}
    try:
        with pdfplumber.open(io.BytesIO(content), password=password or "") as pdf:
            for number in numbers:
                found[number] = _read_page(pdf.pages[number - 1])
    except MemoryError:
        raise
    except Exception as error:
        raise DocumentError(
            "broken", "the PDF is damaged and can't be read: export it again from where it was written"
        ) from error
    return found


def _read_page(page: Any) -> tuple[float, float, list[Word]]:
    left, top, right, bottom = page.cropbox
    width, height = float(right - left), float(bottom - top)
    extracted = page.extract_words(
        x_tolerance_ratio=_WORD_GAP, use_text_flow=False, keep_blank_chars=False, return_chars=True
    )
    words = []
    for item in extracted:
        text = readable(item["text"])
        if not text.strip():
            continue
        first = item["chars"][0]
        box = _box(item, left, top)
        size, color = float(first["size"]), _color(first.get("non_stroking_color"))
        # What PDFium has found hidden is marked later: this is for pages that it can't read.
        hidden = size < SMALLEST_VISIBLE_SIZE or (color is not None and color.looks_like(WHITE))
        words.append(Word(text, *box, size, _is_bold(first["fontname"]), hidden))
    return width, height, words


def _box(shape: dict[str, Any], left: float, top: float) -> Box:
    return (
        float(shape["x0"] - left),
        float(shape["top"] - top),
        float(shape["x1"] - left),
        float(shape["bottom"] - top),
    )


def _is_bold(font: Any) -> bool:
    return bool(BOLD_NAME.search(str(font)))


def _color(value: Any) -> Color | None:
    """Pdfminer's colour (grey, RGB or CMYK, 0 to 1) as ours; None for patterns."""
    try:
        parts = [float(part) for part in (value if isinstance(value, (tuple, list)) else (value,))]
    except (TypeError, ValueError):
        return None
    if len(parts) == 1:
        return Color(parts[0], parts[0], parts[0])
    if len(parts) == 3:
        return Color(*parts)
    if len(parts) == 4:
        cyan, magenta, yellow, key = parts
        return Color((1 - cyan) * (1 - key), (1 - magenta) * (1 - key), (1 - yellow) * (1 - key))
    return None
