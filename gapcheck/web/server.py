"""The application → a running server."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from gapcheck.web.app import create_app
from gapcheck.web.settings import Settings

_HEAD = 64 << 10  # bytes of a request before its body


def run(settings: Settings, say: Callable[[str], None]) -> None:
    """Serves until it is stopped, and says where. Raises `OSError` where the address can't be used."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.create_server((settings.host.strip("[]"), settings.port), family=family) as listening:
        port = listening.getsockname()[1]
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        say(f"open http://{shown}:{port}/ in a browser; Ctrl-C stops it")
        if not settings.is_local and settings.proxy is None:
            say("warning: other machines can reach this page, and what is sent to it is not encrypted")
        # No log of requests: it would tell who asked, and when.
        config = uvicorn.Config(
            create_app(settings),
            log_level="error",
            access_log=False,
            server_header=False,
            lifespan="on",
            proxy_headers=settings.proxy is not None,
            forwarded_allow_ips=settings.proxy,
            h11_max_incomplete_event_size=_HEAD,
        )
        uvicorn.Server(config).run(sockets=[listening])
