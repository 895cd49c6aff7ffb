"""A path → a `Document`: pages of lines in reading order, whatever tool wrote the file."""

from gapcheck.documents.errors import DocumentError
from gapcheck.documents.model import Box, Document, Line, Page, Word, enclosing_box
from gapcheck.documents.ocr import Ocr
from gapcheck.documents.pdf import PdfReader, read_pdf
from gapcheck.documents.source import bytes_of, find_resumes, read_content, read_document

__all__ = [
    "Box",
    "Document",
    "DocumentError",
    "Line",
    "Ocr",
    "Page",
    "PdfReader",
    "Word",
    "bytes_of",
    "enclosing_box",
    "find_resumes",
    "read_content",
    "read_document",
    "read_pdf",
]
