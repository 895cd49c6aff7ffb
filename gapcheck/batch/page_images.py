"""A resume → pictures of its pages for a report, rendered in a guarded copy of the process; redacted as reports are."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import asdict

from gapcheck.analyzer import Analyzer
from gapcheck.batch.limits import Limits
from gapcheck.batch.sandbox import guarded
from gapcheck.batch.sources import content_of, travels
from gapcheck.documents import DocumentError, read_content
from gapcheck.documents.pdf.page_images import PagePicture, page_pictures


def pictures_of(place: str, sha256: str, analyzer: Analyzer, limits: Limits) -> tuple[PagePicture, ...]:
    """Pictures of the resume at a place; none where it is gone, another by now, or can't be rendered."""
    try:
        content = content_of(place, limits.file) if travels(place) else None
        answer = guarded(lambda: _rendered(place, content or content_of(place, limits.file), sha256, analyzer), limits)
    except DocumentError:
        return ()
    return tuple(PagePicture(**(one | {"data": b64decode(one["data"])})) for one in json.loads(answer))


def _rendered(place: str, content: bytes, sha256: str, analyzer: Analyzer) -> str:
    if hashlib.sha256(content).hexdigest() != sha256:
        return "[]"
    if analyzer.redact:
        from gapcheck.privacy import redacted_pictures

        personal = analyzer.personal_details(read_content(content, place, analyzer.reading))
        pictures = redacted_pictures(content, personal, analyzer.reading.password)
    else:
        pictures = page_pictures(content, analyzer.reading.password)
    return json.dumps([asdict(one) | {"data": b64encode(one.data).decode()} for one in pictures])
