"""The body of a request → its files and fields, in memory and within limits."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from gapcheck.web.settings import Settings

_MOST_FIELDS = 20
_LONGEST_FIELD = 10_000  # bytes


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent. `field` is the field of the form that it came in; `name` has no folders."""

    field: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form held."""

    files: Sequence[Upload]
    fields: dict[str, str]


class UploadError(Exception):
    """A request that is not taken: the HTTP status, and a line that says why and what to do."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class _Parser(MultiPartParser):
    """Starlette's parser, but that no file goes to the disk, however large: the request is limited as a whole."""

    spool_max_size = 1 << 40


async def read_form(request: Request, settings: Settings) -> Sent:
    """The files and fields of a form. Raises `UploadError` where it is no form, or more than the settings allow."""
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise UploadError(415, "send the resume as a form (multipart/form-data)")
    limited = _limited(request, settings)
    try:
        parser = _Parser(
            request.headers,
            limited,
            max_files=2 * settings.files + 1,
            max_fields=_MOST_FIELDS,
            max_part_size=_LONGEST_FIELD,
        )
        form = await parser.parse()
    except MultiPartException as error:
        raise UploadError(400, f"the form can't be read ({error.message.rstrip('.').lower()})") from None
    files: list[Upload] = []
    fields: dict[str, str] = {}
    for key, value in form.multi_items():
        if isinstance(value, UploadFile):
            if value.filename:  # a browser sends an empty part for a field without a file
                files.append(Upload(key, _base_name(value.filename), await value.read()))
            await value.close()
        elif value.strip():
            fields[key] = value.strip()
    if len(files) > settings.files:
        raise UploadError(413, f"{len(files)} files are too many: send at most {settings.files} at a time")
    for file in files:
        if len(file.content) > settings.file_bytes:
            raise UploadError(413, f"{file.name} is larger than {_megabytes(settings.file_bytes)}: save it smaller")
    return Sent(files, fields)


async def _limited(request: Request, settings: Settings) -> AsyncGenerator[bytes, None]:
    """The body as it comes, up to the limit."""
    too_much = UploadError(
        413, f"the files are larger than {_megabytes(settings.request_bytes)} together: send fewer at a time"
    )
    stated = request.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > settings.request_bytes:
        raise too_much
    seen = 0
    async for part in request.stream():
        seen += len(part)
        if seen > settings.request_bytes:
            raise too_much
        yield part


def _base_name(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1] or "resume"


def _megabytes(count: int) -> str:
    return f"{count / (1 << 20):.0f} MB"
