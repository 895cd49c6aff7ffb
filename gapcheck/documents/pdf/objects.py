"""A page of a PDF → its objects, those in forms too: where each is, in which colour it is filled, and which is painted
over which.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from gapcheck.documents.contrast import Color
from gapcheck.documents.model import Box
from gapcheck.documents.pdf.visibility import Paint, area

_PATTERN = bytes((ctypes.c_uint * 4)(191, 191, 191, 255))  # the colour that PDFium gives for a pattern
_UNFILLED = Color(1.0, 1.0, 1.0, 0.0)
_SIMPLE_SHAPE = 6  # segments: a rectangle has five
_LINE = 4.0  # points: of thinner shapes the clip is not asked for
_HATCH = 40  # so many segments of one line may cover text together
_THICK = 2.0  # points: a stroke that may hide text
_KEPT = 0.9  # of the box of a text that clips leave: enough to read it
_NOTHING = 0.01  # points: the width of what draws nothing
_BLENDED = 0.99  # opacity at most of what is mixed with its ground
_FORM_DEPTH = 4  # nested form XObjects deeper than this hold no page furniture worth looking at

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def direct(function: Any) -> Any:
    """The same function of PDFium without ctypes' check of its arguments, which takes longer than most calls.

    Integers, handles as PDFium gave them, and `byref` of buffers are passed as they are; anything else is a crash.
    """
    return ctypes.CFUNCTYPE(function.restype)(ctypes.cast(function, ctypes.c_void_p).value or 0)


_fill_color = direct(pdfium_c.FPDFPageObj_GetFillColor)
_page_object = direct(pdfium_c.FPDFPage_GetObject)
_object_type = direct(pdfium_c.FPDFPageObj_GetType)
_has_transparency = direct(pdfium_c.FPDFPageObj_HasTransparency)
_get_bounds = direct(pdfium_c.FPDFPageObj_GetBounds)


class Frame:
    """Turns PDFium's page coordinates (origin bottom left, unrotated) into ours (origin top left, as seen)."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.left, self.bottom, self.right, self.top = page.get_bbox()  # follows inherited boxes, unlike get_cropbox
        self.rotation = page.get_rotation()
        across, up = self.right - self.left, self.top - self.bottom
        self.width, self.height = (up, across) if self.rotation in (90, 270) else (across, up)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box as seen."""
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


class Fills:
    """Colours in which texts and shapes are filled."""

    def __init__(self) -> None:
        self._parts = (ctypes.c_uint * 4)()
        self._known: dict[bytes, Color] = {}
        self._to_parts = [ctypes.byref(self._parts, index * ctypes.sizeof(ctypes.c_uint)) for index in range(4)]

    def of(self, page_object: Any) -> Color | None:
        """The colour of a text or shape, None where it is none, as a pattern is."""
        if not _fill_color(page_object, *self._to_parts):
            return None
        key = bytes(self._parts)
        if key == _PATTERN:
            return None
        color = self._known.get(key)
        if color is None:
            color = self._known[key] = Color(*(part / 255 for part in self._parts))
        return color


class Text(NamedTuple):
    """A text object of a page: its place among all objects, and whether it stands in a form."""

    handle: Any
    order: int
    in_form: bool


class Objects:
    """What a page draws: its paints, bottom first, and its texts by the address of their object."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame) -> None:
        self.paints: list[Paint] = []
        self.texts: dict[bytes, Text] = {}
        self._frame = frame
        self._fills = Fills()
        self._order = 0
        handle = page.raw
        for index in range(pdfium_c.FPDFPage_CountObjects(handle)):
            page_object = _page_object(handle, index)
            if _object_type(page_object) == pdfium_c.FPDF_PAGEOBJ_TEXT:  # most are
                self._order += 1
                self.texts[bytes(page_object)] = Text(page_object, self._order, False)
            else:
                self._visit(page_object, _IDENTITY, 0)

    def _visit(self, page_object: Any, matrix: Matrix, depth: int) -> None:
        self._order += 1
        kind = _object_type(page_object)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            self.texts[address(page_object)] = Text(page_object, self._order, depth > 0)
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM:
            if depth < _FORM_DEPTH:
                inner = _product(_matrix_of(page_object), matrix)
                for index in range(pdfium_c.FPDFFormObj_CountObjects(page_object)):
                    self._visit(pdfium_c.FPDFFormObj_GetObject(page_object, index), inner, depth + 1)
        elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            self._add_shape(page_object, matrix, depth)
        else:
            picture = kind == pdfium_c.FPDF_PAGEOBJ_IMAGE
            self.paints.append(Paint(self._bounds(page_object, matrix), None, self._order, False, picture))

    def _add_shape(self, path: Any, matrix: Matrix, depth: int) -> None:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium_c.FPDFPath_GetDrawMode(path, mode, stroke)
        if not (mode.value or stroke.value):
            return
        box = self._bounds(path, matrix)
        color: Color | None = _UNFILLED
        if mode.value:
            color = self._fills.of(path)
        elif self._is_thick(path, matrix) or pdfium_c.FPDFPath_CountSegments(path) > _HATCH:
            color = None
        if color is not None and color.alpha > 0 and _has_transparency(path):
            color = color._replace(alpha=min(color.alpha, _BLENDED))
        plain = not depth and pdfium_c.FPDFPath_CountSegments(path) <= _SIMPLE_SHAPE
        if not depth:
            box = clipped(path, box, self._frame)
        self.paints.append(Paint(box, color, self._order, plain))

    def _is_thick(self, path: Any, matrix: Matrix) -> bool:
        width = ctypes.c_float()
        pdfium_c.FPDFPageObj_GetStrokeWidth(path, width)
        own = _matrix_of(path)
        scale = max(abs(part) for part in own[:4]) * max(abs(part) for part in matrix[:4])
        return width.value * scale > _THICK

    def _bounds(self, page_object: Any, matrix: Matrix) -> Box:
        edges = [ctypes.c_float() for _ in range(4)]
        if not pdfium_c.FPDFPageObj_GetBounds(page_object, *edges):
            return 0.0, 0.0, 0.0, 0.0
        left, bottom, right, top = (edge.value for edge in edges)
        if matrix is not _IDENTITY:
            a, b, c, d, e, f = matrix
            corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
            across, up = zip(*corners, strict=True)
            left, bottom, right, top = min(across), min(up), max(across), max(up)
        return self._frame.box(left, bottom, right, top)


def spaces_of(texts: Iterable[Text]) -> list[tuple[float, float]]:
    """Where the page draws spaces as texts of their own: x and y in the coordinates of the page."""
    edges = (ctypes.c_float * 4)()
    to_edges = [ctypes.byref(edges, place * ctypes.sizeof(ctypes.c_float)) for place in range(4)]
    found = []
    for text in texts:
        if not text.in_form and _get_bounds(text.handle, *to_edges) and edges[2] - edges[0] < _NOTHING:
            found.append((edges[0], edges[1]))
    return found


def picture_boxes(page: pdfium.PdfPage) -> list[Box]:
    """Boxes of the pictures on a page, in points."""
    return [paint.box for paint in Objects(page, Frame(page)).paints if paint.picture]


def address(handle: Any) -> bytes:
    """Where a handle points to, as a key: its own bytes, for a cast would cost more than all else of a look-up."""
    return bytes(handle)


def is_clipped_away(text: Any, frame: Frame) -> bool:
    """Whether clips may take more than a tenth of a text of the page."""
    clip = pdfium_c.FPDFPageObj_GetClipPath(text)
    counts = [
        pdfium_c.FPDFClipPath_CountPathSegments(clip, path) for path in range(pdfium_c.FPDFClipPath_CountPaths(clip))
    ]
    edges = [ctypes.c_float() for _ in range(4)]
    if any(count > _SIMPLE_SHAPE for count in counts) or not pdfium_c.FPDFPageObj_GetBounds(text, *edges):
        return True
    left, bottom, right, top = (edge.value for edge in edges)
    box = frame.box(left, bottom, right, top)
    return area(clipped(text, box, frame)) < _KEPT * area(box)


def clipped(page_object: Any, box: Box, frame: Frame) -> Box:
    """The part of an object's box that its clip lets through; a rule may be a box of which one edge is left."""
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


def _matrix_of(page_object: Any) -> Matrix:
    found = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(page_object, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u
