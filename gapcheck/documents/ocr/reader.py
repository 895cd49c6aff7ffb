"""The picture of a page → its words: the page is turned upright, its lines are found, and each word is read alone.

The recogniser that ships with RapidOCR was trained on Chinese, which has no spaces: on whole lines of English it loses
most of them. So every line is cut where the white on the picture is as wide as a space, and the recogniser reads the
pieces. Each word then has the box of its ink, to the pixel.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.characters import readable
from gapcheck.documents.model import Word
from gapcheck.documents.ocr.orientation import uprights
from gapcheck.documents.ocr.words import (
    Cut,
    common_sizes,
    cuts_of,
    left_of,
    line_boxes,
    with_true_sizes,
    with_whole_numbers,
    word_of,
)
from gapcheck.extras import how_to_install

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[Any]


_INSTALL = f"to install OCR, {how_to_install('ocr')}" + (
    ", on Python 3.12 or older: what it rests on is not made for later ones" if sys.version_info >= (3, 13) else ""
)
_LIBRARIES = "OCR lacks a library of the system: on Debian, apt install libgl1 libglib2.0-0"
_RESOLUTION = 200  # pixels an inch at which words are read
_MOST_PIXELS = 12_000_000  # of a rendered page: A3 at 200
_MOST_SOURCE_PIXELS = 100_000_000  # of a picture in the file, which PDFium unpacks whole: A4 at 1000 an inch
_LARGEST = 14_400  # points, the longest side that PDF allows
_LEAST_SCORE = 0.3  # of a word: below, it is a speck or a drawing
_SURE = 0.85  # a page that lies on its side or head never reaches this confidence
_GRAIN = 32  # pixels: the least side of a picture that lines are looked for on
_SAMPLE = 24  # words that tell how a page lies


class Ocr(StrEnum):
    """Which pages are read by OCR: `auto` those without text, `always` all, `never` none."""

    auto = "auto"
    always = "always"
    never = "never"


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Width and height in points of the page turned upright, its words, and how sure they are, 0 to 1."""

    width: float
    height: float
    words: list[Word]
    confidence: float


def remedy(ocr: Ocr) -> str:
    """What a user has to do so that pages without text are read; empty where nothing has to be done."""
    if ocr is Ocr.never:
        return "leave out --ocr never"
    try:
        import rapidocr_onnxruntime  # noqa: F401
    except ModuleNotFoundError:
        return _INSTALL
    except ImportError:
        return _LIBRARIES
    return ""


def read_pages(
    content: bytes, numbers: Sequence[int], ocr: Ocr, *, password: str | None, seconds: float
) -> tuple[dict[int, ReadPage], list[str]]:
    """What OCR reads on the pages of a PDF with these numbers (from 1), and warnings for the report.

    Left out are pages that are blank, damaged or too large, all where OCR is not installed, and those that could not be
    done within `seconds` after the start; the first page may take as long as it needs.
    """
    found: dict[int, ReadPage] = {}
    warnings = []
    missing = remedy(ocr)
    begin = time.monotonic()
    longest = 0.0
    pdf = pdfium.PdfDocument(content, password)
    try:
        for number in numbers:
            start = time.monotonic()
            if longest and start + longest > begin + seconds:
                more = "allow more with --limit ocr-seconds=NUMBER and a longer --timeout"
                warnings.append(f"page {number} and what follows were not read: {seconds:g} s of OCR are up: {more}")
                break
            try:
                page = pdf[number - 1]
            except pdfium.PdfiumError:
                warnings.append(f"page {number} is damaged and was not read: export the resume again")
                continue
            if (obstacle := _obstacle(page)) is not None:
                warnings.append(f"page {number} {obstacle}")
            elif _is_blank(page):
                continue
            elif missing:
                warnings.append(f"page {number} is a picture and was not read: {missing}")
            else:
                read = _read_page(page)
                longest = max(longest, time.monotonic() - start)
                if read.words:
                    found[number] = read
                    sure = f"confidence {read.confidence:.2f}"
                    warnings.append(f"page {number} was read by OCR with {sure}: check what it is said to show")
    finally:
        pdf.close()
        _give_memory_back()
    return found, warnings


def _give_memory_back() -> None:
    """Hands to the system what the models' work has left unused, 130 to 350 MB that glibc else keeps for this process:
    most pages are not read by OCR. Does nothing with another C library.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def _obstacle(page: pdfium.PdfPage) -> str | None:
    """Why a page is too large to be read, and what to do; None where it is not."""
    if max(page.get_size()) > _LARGEST:
        return "is larger than any paper and was not read: export the resume again"
    if _has_giant_picture(page):
        return "holds a picture too large to read: scan it at 300 dots an inch"
    return None


def _has_giant_picture(page: pdfium.PdfPage) -> bool:
    sizes = (found.get_px_size() for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE]))
    return any(across * down > _MOST_SOURCE_PIXELS for across, down in sizes)


def _is_blank(page: pdfium.PdfPage) -> bool:
    """Whether nothing at all is drawn on a page."""
    width, height = page.get_size()
    picture = page.render(scale=min(0.5, _scale(width, height)), grayscale=True).to_numpy()
    return bool(picture.min() == picture.max())


def _scale(width: float, height: float) -> float:
    """The pixels a point at which a page is read."""
    return min(_RESOLUTION / 72, float((_MOST_PIXELS / max(width * height, 1.0)) ** 0.5))


def _read_page(page: pdfium.PdfPage) -> ReadPage:
    """The words on the picture of a page, which may lie on its side, on its head or askew.

    Raises `MemoryError`, also where it is the models that get none.
    """
    scale = _scale(*page.get_size())
    try:
        return _read(page.render(scale=scale, rev_byteorder=False).to_numpy()[:, :, :3], scale)
    except Exception as error:
        if "onnxruntime" in type(error).__module__ or "ONNXRuntimeError" in type(error).__name__:
            raise MemoryError from error
        raise


def _read(picture: Picture, scale: float) -> ReadPage:
    """The words of a picture in colours of eight bits, with `scale` pixels a point. Of the four ways in which the page
    may lie, that one is taken in which a sample of its words is read most surely.
    """
    best, surest = None, -1.0
    for upright in uprights(picture, scale):
        cuts = _all_cuts(upright, scale)
        sample = cuts[:: max(1, len(cuts) // _SAMPLE)]
        confidence = _confidence(sample, [score for _, score in _recognised(sample)])
        if confidence > surest:
            best, surest = (upright, cuts), confidence
        if surest >= _SURE:
            break
    assert best is not None
    return _read_cuts(*best, scale)


def _all_cuts(picture: Picture, scale: float) -> list[Cut]:
    boxes = line_boxes(_engine(), picture, scale)
    return [cut for box in boxes for cut in cuts_of(picture, box, left_of(box, boxes))]


def _recognised(cuts: Sequence[Cut]) -> list[tuple[str, float]]:
    """The text of each word, and how sure it is, 0 to 1."""
    if not cuts:
        return []
    read, _ = _engine().text_rec([cut.stretched() for cut in cuts])
    return list(read)


def _read_cuts(picture: Picture, cuts: Sequence[Cut], scale: float) -> ReadPage:
    read = _recognised(cuts)
    confidence = _confidence(cuts, [score for _, score in read])
    cuts = [
        word
        for cut, (text, score) in zip(cuts, read, strict=True)
        for word in cut.as_read(cut.mark() or readable(text), score)
        if score >= _LEAST_SCORE or cut.mark()
    ]
    cuts = with_whole_numbers(with_true_sizes(cuts))
    sizes = common_sizes(cuts)
    stroke = median(cut.stroke / cut.size for cut in cuts) if cuts else 0.0
    down, across = picture.shape[:2]
    words = [word_of(cut, sizes[cut.size], stroke, scale) for cut in cuts]
    return ReadPage(across / scale, down / scale, words, confidence)


def _confidence(cuts: Sequence[Cut], scores: Sequence[float]) -> float:
    """How sure the words of a page are on the whole, 0 to 1, each weighed by its width."""
    wide = sum(cut.x1 - cut.x0 for cut in cuts)
    return sum(score * (cut.x1 - cut.x0) for cut, score in zip(cuts, scores, strict=True)) / max(wide, 1.0)


@cache
def _engine() -> Any:
    """RapidOCR with the models of its wheel, on one thread. It reads word by word: in a batch, all words would be
    padded to the widest. It looks for lines on the picture as it is: else it draws narrow pages out to a width of 736
    pixels, and a strip of paper needs as much memory as ten pages.

    OpenCV brings an OpenBLAS of its own, which takes address space for each core though nothing here uses it: so it is
    told to take one thread.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import cv2
    from rapidocr_onnxruntime import RapidOCR

    cv2.setNumThreads(1)
    return RapidOCR(
        use_cls=False,
        det_limit_side_len=_GRAIN,
        intra_op_num_threads=1,
        inter_op_num_threads=1,
        rec_img_shape=[3, 48, 64],
        rec_batch_num=1,
    )
