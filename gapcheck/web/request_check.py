"""What every request has to pass, and what every answer says to the browser.

Pages of other sites can make a browser send requests here, and names of theirs can be made to point here: a request
that changes something must come from a page of ours, and a server for this machine answers to this machine's names.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gapcheck.web.settings import is_loopback

_HARMLESS = ("GET", "HEAD", "OPTIONS")
_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Guard:
    """Middleware around the whole application."""

    def __init__(self, app: ASGIApp, *, local: bool) -> None:
        self._app = app
        self._local = local

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what comes from elsewhere; adds the headers to every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                headers.setdefault("Content-Security-Policy", _POLICY)
            await send(message)

        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal:
            await PlainTextResponse(f"{refusal}\n", status_code=403)(scope, receive, with_headers)
        else:
            await self._app(scope, receive, with_headers)

    def _refusal(self, method: str, headers: Headers) -> str | None:
        host = headers.get("host", "")
        if self._local and not is_loopback(_name_in(f"//{host}")):
            return "gapcheck serves this machine alone: open it at the address that it printed"
        if method not in _HARMLESS and not _is_from_here(headers, host):
            return "this request comes from another site: open the page of gapcheck itself and try again"
        return None


def _is_from_here(headers: Headers, host: str) -> bool:
    """Whether a page of ours sent the request, or a program that is no browser."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == host


def _name_in(address: str) -> str:
    """The host that an address names, empty where it is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
