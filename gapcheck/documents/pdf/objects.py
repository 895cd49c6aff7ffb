"""The objects of a PDF page: their bounds, their fill, what they cover."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.model import Box
from gapcheck.documents.pdf.visibility import BLACK, Color, Paint

_UNFILLED = Color(1.0, 1.0, 1.0, 0.0)


_SIMPLE_SHAPE = 6  # segments: a rectangle has five


_LINE = 4.0  # points: thinner shapes cover no text


_FORM_DEPTH = 4  # nested form XObjects deeper than this hold no page furniture worth looking at


def _direct(function: Any) -> Any:
    """The same function of PDFium without ctypes' check of its arguments, which takes longer than most calls.

    Integers, handles as PDFium gave them, and `byref` of buffers are passed as they are; anything else is a crash.
    """
    return ctypes.CFUNCTYPE(function.restype)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_fill_color = _direct(pdfium_c.FPDFPageObj_GetFillColor)


_page_object = _direct(pdfium_c.FPDFPage_GetObject)


_object_type = _direct(pdfium_c.FPDFPageObj_GetType)


def picture_boxes(page: pdfium.PdfPage) -> list[Box]:
    """Boxes of the pictures on a page, in points."""
    return [paint.box for paint in _objects(page, _Frame(page))[0] if paint.color is None]


class _Frame:
    """Turns PDFium's page coordinates (origin bottom left, unrotated) into ours (origin top left, as seen)."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()  # follows inherited boxes, unlike get_cropbox
        self.rotation = page.get_rotation()
        across, up = self.right - self.left, self.top - self.bottom
        self.width, self.height = (up, across) if self.rotation in (90, 270) else (across, up)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


class _Fills:
    """Colours in which texts and shapes are filled."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_uint * 4)()
        self._to_parts = [ctypes.byref(self._parts, index * ctypes.sizeof(ctypes.c_uint)) for index in range(4)]

    def of(self, page_object: Any) -> Color:
        """The colour of a text or shape, black where none is set."""
        if not _fill_color(page_object, *self._to_parts):
            return BLACK
        red, green, blue, alpha = self._parts
        return Color(red / 255, green / 255, blue / 255, alpha / 255)


def _address(handle: Any) -> bytes:
    """Where a handle points to, as a key: its own bytes, for a cast would cost more than all else of a look-up."""
    return bytes(handle)


def _objects(page: pdfium.PdfPage, frame: _Frame) -> tuple[list[Paint], dict[bytes, int]]:
    """Shapes and pictures of the page, bottom first; and the place of each text object among all objects."""
    paints: list[Paint] = []
    orders: dict[bytes, int] = {}
    fills = _Fills()

    def visit(page_object: Any, order: int, depth: int) -> None:
        kind = _object_type(page_object)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            orders[_address(page_object)] = order
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            for index in range(pdfium_c.FPDFFormObj_CountObjects(page_object)):
                visit(pdfium_c.FPDFFormObj_GetObject(page_object, index), 0, depth + 1)
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            paints.append(Paint(_bounds(page_object, frame), None, order))
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            mode, stroke = ctypes.c_int(), ctypes.c_int()
            pdfium_c.FPDFPath_GetDrawMode(page_object, mode, stroke)
            if mode.value or stroke.value:
                color = fills.of(page_object) if mode.value else _UNFILLED
                frame_like = mode.value == pdfium_c.FPDF_FILLMODE_ALTERNATE
                solid = not frame_like or pdfium_c.FPDFPath_CountSegments(page_object) <= _SIMPLE_SHAPE
                paints.append(Paint(_clipped(page_object, _bounds(page_object, frame), frame), color, order, solid))

    handle = page.raw
    for index in range(pdfium_c.FPDFPage_CountObjects(handle)):
        visit(_page_object(handle, index), index + 1, 0)
    return paints, orders


def _text_objects(page: pdfium.PdfPage) -> list[Any]:
    """All text of a page, that in forms too."""

    def below(page_object: Any, depth: int) -> list[Any]:
        kind = pdfium_c.FPDFPageObj_GetType(page_object)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            count = pdfium_c.FPDFFormObj_CountObjects(page_object)
            parts = [pdfium_c.FPDFFormObj_GetObject(page_object, index) for index in range(count)]
            return [text for part in parts for text in below(part, depth + 1)]
        return [page_object] if kind == pdfium_c.FPDF_PAGEOBJ_TEXT else []

    count = pdfium_c.FPDFPage_CountObjects(page.raw)
    return [text for index in range(count) for text in below(pdfium_c.FPDFPage_GetObject(page.raw, index), 0)]


def _clipped(page_object: Any, box: Box, frame: _Frame) -> Box:
    """The part of a shape's box that its clipping path lets through; a rule may be a box of which one edge is left."""
    clip = pdfium_c.FPDFPageObj_GetClipPath(page_object)
    count = pdfium_c.FPDFClipPath_CountPaths(clip) if clip and min(box[2] - box[0], box[3] - box[1]) > _LINE else 0
    x, y = ctypes.c_float(), ctypes.c_float()
    for path in range(max(count, 0)):
        points = []
        for index in range(min(pdfium_c.FPDFClipPath_CountPathSegments(clip, path), _SIMPLE_SHAPE)):
            segment = pdfium_c.FPDFClipPath_GetPathSegment(clip, path, index)
            if pdfium_c.FPDFPathSegment_GetPoint(segment, x, y):
                points.append((x.value, y.value))
        if points:
            across, up = [point[0] for point in points], [point[1] for point in points]
            other = frame.box(min(across), min(up), max(across), max(up))
            box = max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3])
    return box


def _bounds(page_object: Any, frame: _Frame) -> Box:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium_c.FPDFPageObj_GetBounds(page_object, *edges):
        return 0.0, 0.0, 0.0, 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return frame.box(left, bottom, right, top)
