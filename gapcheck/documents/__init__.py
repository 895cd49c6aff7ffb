"""A path → a `Document`: pages of lines in reading order, whatever tool wrote the file."""

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.limits import ReadLimits, parsed_limits
from gapcheck.documents.model import Box, Document, Line, Page, Word, enclosing_box
from gapcheck.documents.ocr.reader import Ocr
from gapcheck.documents.pdf.reader import PdfReader, read_pdf
from gapcheck.documents.source import ReadOptions, bytes_of, decoded, read_content, read_document

__all__ = [
    "Box",
    "Document",
    "DocumentError",
    "Line",
    "Ocr",
    "Page",
    "PdfReader",
    "ReadLimits",
    "ReadOptions",
    "Word",
    "bytes_of",
    "decoded",
    "enclosing_box",
    "parsed_limits",
    "read_content",
    "read_document",
    "read_pdf",
]
