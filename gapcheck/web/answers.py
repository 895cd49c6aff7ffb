"""A page, a report or a refusal → the answer that carries it: HTML for people, `gapcheck/error/1` for programs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from fastapi.responses import HTMLResponse, Response

from gapcheck.documents import DocumentError
from gapcheck.outputs.formats import FORMATS, View, json_text
from gapcheck.report import ErrorReport, GapReport, error_report
from gapcheck.web.pages import message_page

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
_FOR_PROGRAMS = "/api/"


def page(html: str, status: int = 200) -> HTMLResponse:
    """The page. Its Content-Security-Policy is sent as a header too, because only a header can forbid other sites to
    show it in a frame.
    """
    found = _POLICY.search(html)
    policy = unescape(found[1]) if found else "default-src 'none'"
    return HTMLResponse(html, status, headers={"Content-Security-Policy": f"{policy}; frame-ancestors 'none'"})


def as_json(report: GapReport | ErrorReport, status: int = 200) -> Response:
    """The report or error as it stands in the contract."""
    return Response(json_text(report, View(in_row=True)), status, media_type=FORMATS["json"].media_type)


def refusal(path: str, status: int, title: str, message: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer that a request is refused, and why: JSON for paths of the API, else a page."""
    if path.startswith(_FOR_PROGRAMS):
        answer = as_json(error_report("", DocumentError("request", message)), status)
    else:
        answer = page(message_page(title, message), status)
    answer.headers.update(headers or {})
    return answer
