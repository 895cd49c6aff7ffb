"""A request → an answer that refuses it, or the application's answer with the headers that protect a browser.

Pages of other sites can make a browser send requests here, and names of theirs can be made to point here: a request
that changes something must come from a page of ours, and a server for this machine answers to this machine's names.
"""

from __future__ import annotations

import hmac
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gapcheck.web.answers import refusal
from gapcheck.web.settings import Settings, is_loopback

_COOKIE = "gapcheck-token"
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization",
    "Access-Control-Max-Age": "600",
}
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


class RequestCheck:
    """Middleware around the whole application: it refuses requests, or lets them pass and protects the answer."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuses what comes from elsewhere; adds the headers to every answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        asked = Headers(scope=scope)
        origin = asked.get("origin", "")
        allowed = origin if origin in self._settings.origins else None

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
                if allowed:
                    headers["Access-Control-Allow-Origin"] = allowed
                    headers["Vary"] = "Origin"
                headers.setdefault("Content-Security-Policy", _POLICY)
            await send(message)

        answer: Response
        if reason := self._refusal(scope["method"], asked):
            answer = refusal(scope["path"], 403, "Not answered", reason)
        elif allowed and scope["method"] == "OPTIONS":
            answer = Response(status_code=204, headers=_PREFLIGHT)
        elif (unknown := self._unknown(scope, asked)) is not None:
            answer = unknown
        else:
            await self._app(scope, receive, with_headers)
            return
        await answer(scope, receive, with_headers)

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """The answer to a request without the token; None where it has it. A browser sends it once in the address, and
        then in a cookie.
        """
        token = self._settings.token
        if token is None or scope["path"] == "/health":
            return None
        kind, _, given = headers.get("authorization", "").partition(" ")
        cookie = HTTPConnection(scope).cookies.get(_COOKIE, "")
        if (kind.lower() == "bearer" and _same(given.strip(), token)) or _same(cookie, token):
            return None
        if scope["method"] == "GET" and _same(HTTPConnection(scope).query_params.get("token", ""), token):
            answer = RedirectResponse(scope["path"], status_code=303)
            answer.set_cookie(_COOKIE, token, httponly=True, samesite="strict", secure=scope["scheme"] == "https")
            return answer
        message = "this server wants a token: open /?token=TOKEN, or send the header Authorization: Bearer TOKEN"
        return refusal(scope["path"], 401, "Not answered", message, {"WWW-Authenticate": "Bearer"})

    def _refusal(self, method: str, headers: Headers) -> str | None:
        """Why a request is refused whoever sends it; None where it is not."""
        host = headers.get("host", "")
        name = _name_in(f"//{host}")
        if (self._settings.is_local or self._settings.hosts) and not (
            is_loopback(name) or name in self._settings.hosts
        ):
            return "gapcheck does not answer to this name: open it at the address that it printed, or use --allow-host"
        if headers.get("origin") in self._settings.origins:
            return None
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


def _same(given: str, token: str) -> bool:
    return hmac.compare_digest(given.encode(), token.encode())


def _name_in(address: str) -> str:
    """The host that an address names, empty where it is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
