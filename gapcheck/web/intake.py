"""Who may send how much at a time: uploads on their way, by sender and in bytes."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager

from starlette.requests import ClientDisconnect, Request

from gapcheck.web.settings import Settings

_DRAINED = 8  # times the largest request: so much of one that is refused is read, for its sender to see the answer


class UploadError(Exception):
    """A request that is not taken: the HTTP status, and a line that says why and what to do."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Intake:
    """Counts the uploads of a server that are being received or wait for a worker. An unfinished upload takes up only
    its own bytes, and only for a limited time.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._senders: Counter[str] = Counter()
        self._bytes = 0

    @contextmanager
    def one(self, request: Request) -> Iterator[Upstream]:
        """A request on its way. Raises `UploadError` where its sender has too many."""
        sender = request.client.host if request.client else ""
        if self._senders[sender] >= self._settings.uploads_a_client:
            raise UploadError(429, "too many uploads at a time come from you: wait for their answers")
        self._senders[sender] += 1
        upstream = Upstream(request, self._settings, self)
        try:
            yield upstream
        finally:
            self._senders[sender] -= 1
            self._senders += Counter()  # forgets who has none
            self._bytes -= upstream.held

    def take(self, count: int) -> None:
        """Counts bytes that came. Raises `UploadError` where there are too many."""
        if self._bytes + count > self._settings.upload_bytes:
            raise UploadError(503, "too much is being sent at the moment: try again in a minute")
        self._bytes += count


class Upstream:
    """The body of a request as it comes, within limits of size and time; `held` are the bytes that are counted."""

    def __init__(self, request: Request, settings: Settings, intake: Intake) -> None:
        self.request, self.held = request, 0
        self._settings, self._intake = settings, intake
        self._until = asyncio.get_running_loop().time() + settings.upload_seconds
        self._stream = request.stream()
        self._stated = request.headers.get("content-length", "")

    async def parts(self) -> AsyncGenerator[bytes, None]:
        """The body, part by part. Raises `UploadError`."""
        most = self._settings.request_bytes
        too_much = UploadError(413, f"the files are larger than {most >> 20} MB together: send fewer at a time")
        if self._stated.isdecimal() and int(self._stated) > most:
            raise too_much
        seen = 0
        while part := await self._next():
            seen += len(part)
            if seen > most:
                raise too_much
            self._intake.take(len(part))
            self.held += len(part)
            yield part

    async def drain(self) -> None:
        """Reads what is left of a request that is refused: a browser shows no answer before it has sent all."""
        left = _DRAINED * self._settings.request_bytes
        try:
            while left > 0 and (part := await self._next()):
                left -= len(part)
        except UploadError:
            return

    async def _next(self) -> bytes:
        """The next part, empty at the end. Raises `UploadError` where it does not come in time."""
        left = self._until - asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(max(0.0, min(left, self._settings.silent_seconds))):
                async for part in self._stream:
                    if part:
                        return part
        except TimeoutError:
            raise UploadError(408, "the files did not arrive in time: send them again") from None
        except ClientDisconnect:
            raise UploadError(400, "the files did not arrive whole: send them again") from None
        return b""
