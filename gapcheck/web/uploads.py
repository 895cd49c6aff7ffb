"""The body of a request → its files and fields, in memory and within limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from gapcheck.web.intake import UploadError, Upstream
from gapcheck.web.settings import Settings

JOB = "job"
"""The field of the form that a posting comes in."""

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
    """What a form held; `job` is the posting to compare with."""

    files: Sequence[Upload]
    fields: dict[str, str]
    job: Upload | None = None


class _Parser(MultiPartParser):
    """Starlette's parser, except that it writes no file to the disk, however large: the whole request is limited."""

    spool_max_size = 1 << 40


async def read_form(upstream: Upstream, settings: Settings) -> Sent:
    """The files and fields of a form. Raises `UploadError` where it is no form, or more than the settings allow; the
    rest of the request has been read then.
    """
    try:
        return await _read_form(upstream, settings)
    except UploadError:
        await upstream.drain()
        raise


async def _read_form(upstream: Upstream, settings: Settings) -> Sent:
    headers = upstream.request.headers
    if not headers.get("content-type", "").startswith("multipart/form-data"):
        raise UploadError(415, "send the resume as a form (multipart/form-data)")
    try:
        parser = _Parser(
            headers,
            upstream.parts(),
            max_files=2 * settings.files + 2,
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
    if sum(file.field != JOB for file in files) > settings.files:
        raise UploadError(413, f"{len(files)} files are too many: send at most {settings.files} at a time")
    for file in files:
        if len(file.content) > settings.file_bytes:
            raise UploadError(413, f"{file.name} is larger than {_megabytes(settings.file_bytes)}: save it smaller")
    jobs = [file for file in files if file.field == JOB]
    if len(jobs) > 1:
        raise UploadError(400, "send one posting as “job”")
    return Sent([file for file in files if file.field != JOB], fields, jobs[0] if jobs else None)


def _base_name(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1] or "resume"


def _megabytes(count: int) -> str:
    return f"{count / (1 << 20):.0f} MB"
