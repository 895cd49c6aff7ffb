"""What a server allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address

from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import usable_cores
from gapcheck.batch.settings import Recipe

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens and what it takes: `file_bytes` a file, `files` a request, `limits` for its workers.

    `recipe` says what it compares with and whether its reports are redacted. With a `token` nobody is answered without
    it. `hosts` are names that it answers to besides this machine's, `origins` are sites whose pages may send requests,
    `proxy` is the address of a proxy that is trusted to name the sender.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    file_bytes: int = 10 * _MEGABYTE
    files: int = 20
    limits: Limits = field(default_factory=lambda: Limits(usable_cores()))
    recipe: Recipe = field(default_factory=Recipe)
    token: str | None = field(default=None, repr=False)
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    proxy: str | None = None
    upload_seconds: float = 120.0
    """In which a request has to arrive."""
    silent_seconds: float = 15.0
    """For which a request that arrives may pause."""
    uploads_a_client: int = 64
    """Requests of one sender that may be on their way at a time."""
    upload_bytes: int = 256 * _MEGABYTE
    """Of all requests that are on their way or wait for a worker."""

    @property
    def request_bytes(self) -> int:
        """The bytes that all files of a request may have together: two large ones, or many as they usually are."""
        return 2 * self.file_bytes + _MEGABYTE

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a name or address stands for this machine."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
