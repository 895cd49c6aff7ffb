"""What a server allows."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address

from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import usable_cores

_MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """Where a server listens and what it takes: `file_bytes` a file, `files` a request, `limits` for its workers."""

    host: str = "127.0.0.1"
    port: int = 8000
    file_bytes: int = 10 * _MEGABYTE
    files: int = 20
    limits: Limits = field(default_factory=lambda: Limits(usable_cores()))

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
