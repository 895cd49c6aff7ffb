"""The pages and the API of `gapcheck serve`, from request to answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException

from gapcheck.analyzer import DEFAULT_PROFILE
from gapcheck.arguments import parsed_day
from gapcheck.outputs.formats import FORMATS, View
from gapcheck.outputs.html.report import html_report
from gapcheck.plan import DEFAULT_HOURS, PlanError, check_wishes
from gapcheck.progress.compare import progress_between
from gapcheck.report import ErrorReport, GapReport
from gapcheck.taxonomy import Profile, load_with_profile
from gapcheck.version import __version__
from gapcheck.web.answers import as_json, page, refusal
from gapcheck.web.intake import Intake, UploadError
from gapcheck.web.pages import Link, api_page, message_page, progress_page, results_page, start_page
from gapcheck.web.readings import Readings, RequestOptions
from gapcheck.web.recent_reports import LONGEST, Read, RecentReports
from gapcheck.web.request_check import RequestCheck
from gapcheck.web.settings import Settings
from gapcheck.web.uploads import Sent, Upload, read_form

_UNREAD, _UNCOMPARED = "This could not be read", "These could not be compared"
_AT_ONCE = 4  # requests a worker that are being read; others wait with their files in memory
_FORM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["file"],
    "properties": {
        "file": {"type": "string", "format": "binary", "description": "The resume."},
        "profile": {"type": "string", "description": "Id of the profile to compare with.", "default": DEFAULT_PROFILE},
        "hours_per_week": {"type": "number", "description": "Hours a week to learn.", "default": DEFAULT_HOURS},
        "by": {"type": "string", "description": "Month or day by which the plan has to end."},
        "as_of": {"type": "string", "description": 'Month or day that "present" means; today by default.'},
        "job": {"type": "string", "format": "binary", "description": "A job posting to compare with instead."},
        "password": {"type": "string", "description": "Of a locked PDF."},
        "redact": {"type": "boolean", "description": "Without names, contact details and links.", "default": False},
    },
}
_DOWNLOADS = {FORMATS[name].suffix[1:]: FORMATS[name] for name in ("html", "json", "markdown", "csv", "ics")}
_TOKEN = HTTPBearer(
    auto_error=False, description="The token that the server was started with."
)  # the guard asks for it
_TRUTH = {"true": True, "1": True, "on": True, "yes": True, "false": False, "0": False, "off": False, "no": False}
_STATUS = {"not-a-resume-file": 415, "timeout": 504}  # of errors on a document; others are 422


def create_app(settings: Settings) -> FastAPI:
    """The application; it starts its worker processes when the server starts, and ends them with it."""
    served = _Served(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        served.start()
        yield
        served.stop()

    app = FastAPI(
        title="gapcheck",
        version=__version__,
        summary="Reads resumes and says, with proof, what a future machine-learning engineer misses.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        dependencies=[] if settings.token is None else [Depends(_TOKEN)],
    )
    app.add_middleware(RequestCheck, settings=settings)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _refused)
    app.get("/health", include_in_schema=False)(served.health)
    app.get("/docs", include_in_schema=False)(served.docs)
    app.get("/api/v1/profiles", summary="The profiles that a resume can be compared with.")(served.profiles)
    app.get("/", include_in_schema=False)(served.start_page)
    app.post("/reports", include_in_schema=False)(served.read_uploads)
    app.post("/compare", include_in_schema=False)(served.compare)
    app.get("/reports/{key}", include_in_schema=False)(served.results)
    app.get("/reports/{key}/{number}", include_in_schema=False)(served.report)
    app.get("/reports/{key}/{number}/{kind}", include_in_schema=False)(served.download)
    app.post(
        "/api/v1/analyze",
        response_model=GapReport,
        summary="The gap report on one resume.",
        responses={
            status: {"model": ErrorReport, "description": text}
            for status, text in (
                (400, "The form or an option is wrong."), (401, "The token is missing or wrong."),
                (408, "The request did not arrive in time."), (413, "The file is too large."),
                (429, "Too many uploads at a time."), (503, "Too much at a time: try again."),
                (415, "The file is no resume."), (422, "The file can't be read."), (504, "It takes too long."),
            )
        },
        openapi_extra={"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": _FORM_SCHEMA}}}},
    )(served.analyze)  # fmt: skip
    return app


class _Served:
    """The answers to requests."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        taxonomy, self._default = load_with_profile(settings.recipe.profile, settings.recipe.overlays)
        self._profiles: Sequence[Profile] = sorted(taxonomy.profiles.values(), key=lambda one: one.name)
        self._intake = Intake(settings)
        self._recent = RecentReports()
        self._slots = asyncio.Semaphore(_AT_ONCE * settings.limits.jobs)
        self._readings: Readings

    def start(self) -> None:
        """Starts the workers."""
        self._readings = Readings(self._settings.limits, self._settings.recipe)

    def stop(self) -> None:
        """Ends the workers."""
        self._readings.close()

    async def start_page(self) -> Response:
        """The page with the forms."""
        return page(start_page(self._profiles, self._default, self._settings))

    async def health(self) -> dict[str, str]:
        """Says that the server answers, and its version."""
        return {"status": "ok", "version": __version__}

    async def profiles(self) -> list[dict[str, str]]:
        """The profiles by id."""
        return [{"id": one.id, "name": one.name, "about": one.about} for one in self._profiles]

    async def docs(self) -> Response:
        """What the API takes and gives, as a page."""
        return page(api_page(_FORM_SCHEMA, self._settings))

    async def read_uploads(self, request: Request) -> Response:
        """Reads what was dropped, and leads to the report, or to the list of them."""
        try:
            with self._intake.one(request) as upstream:
                sent = await read_form(upstream, self._settings)
                if not sent.files:
                    raise UploadError(400, "no resume was sent: choose a file first")
                reads = await self._read_all(sent, sent.files, pictures=True)
        except UploadError as error:
            return refusal(request.url.path, error.status, _UNREAD, error.message)
        if len(reads) == 1 and isinstance(reads[0].report, ErrorReport):
            return page(message_page(_UNREAD, *_line(reads[0].report)), _status(reads[0].report))
        key = self._recent.add(reads)
        asyncio.get_running_loop().call_later(LONGEST, self._recent.forget)
        return RedirectResponse(f"/reports/{key}" + ("/1" if len(reads) == 1 else ""), status_code=303)

    async def compare(self, request: Request) -> Response:
        """What changed from an old resume to a new one."""
        try:
            with self._intake.one(request) as upstream:
                sent = await read_form(upstream, self._settings)
                files = [_only(sent, "old"), _only(sent, "new")]
                reads = await self._read_all(sent, files, pictures=False)
        except UploadError as error:
            return refusal(request.url.path, error.status, _UNCOMPARED, error.message)
        reports = [read.report for read in reads]
        failed = [report for report in reports if isinstance(report, ErrorReport)]
        if failed:
            lines = [line for report in failed for line in _line(report)]
            return page(message_page(_UNCOMPARED, *lines), _status(failed[0]))
        old, new = (report for report in reports if isinstance(report, GapReport))
        return page(progress_page(progress_between(old, new), files[0].name, files[1].name))

    async def results(self, key: str) -> Response:
        """The list of resumes that were sent together."""
        reads = self._recent.get(key)
        return page(results_page(key, reads)) if reads else _gone()

    async def report(self, key: str, number: str) -> Response:
        """One report as a page."""
        read = self._read(key, number)
        if read is None:
            return _gone()
        report = _report(read)
        links = [Link(f"/reports/{key}/{number}/{kind}", f"Download {kind.upper()}") for kind in _DOWNLOADS]
        return page(html_report(report, read.pictures, links=[Link("/", "Read another"), *links]))

    async def download(self, key: str, number: str, kind: str) -> Response:
        """One report as a file."""
        read = self._read(key, number)
        if read is None or kind not in _DOWNLOADS:
            return _gone()
        format = _DOWNLOADS[kind]
        headers = {"Content-Disposition": f'attachment; filename="gap-report.{kind}"'}
        content = format.render(_report(read), View(details=True, pages=read.pictures))
        return Response(content, media_type=format.media_type, headers=headers)

    async def analyze(self, request: Request) -> Response:
        """The report as JSON, for other programs: the same as `gapcheck FILE --format json` prints."""
        try:
            with self._intake.one(request) as upstream:
                sent = await read_form(upstream, self._settings)
                file = _only(sent, "file")
                if sent.job is not None and "profile" in sent.fields:
                    raise UploadError(400, "“profile” and “job” name two things to compare with: leave one of them out")
                (read,) = await self._read_all(sent, [file], pictures=False)
        except UploadError as error:
            return refusal(request.url.path, error.status, _UNREAD, error.message)
        return as_json(read.report, _status(read.report) if isinstance(read.report, ErrorReport) else 200)

    async def _read_all(self, sent: Sent, files: Sequence[Upload], *, pictures: bool) -> list[Read]:
        """Reads what was sent as soon as one of the places for readings is free."""
        wishes = self._wishes(sent)
        async with self._slots:
            return await self._readings.read(files, wishes, pictures=pictures)

    def _wishes(self, sent: Sent) -> RequestOptions:
        fields = sent.fields
        if unknown := fields.keys() - _FORM_SCHEMA["properties"].keys():
            known = ", ".join(_FORM_SCHEMA["properties"])
            raise UploadError(400, f"there is no field “{min(unknown)}”: the fields are {known}")
        profile = fields.get("profile")
        if profile is not None and profile not in {one.id for one in self._profiles}:
            raise UploadError(400, f"there is no profile {profile}: /api/v1/profiles lists them")
        try:
            hours = float(fields.get("hours_per_week", DEFAULT_HOURS))
        except ValueError:
            raise UploadError(400, "the hours a week are no number: write them like 10") from None
        by, as_of = _day(fields, "by"), _day(fields, "as_of")
        try:
            check_wishes(begins=as_of or date.today(), hours_a_week=hours, by=by)
        except PlanError as error:
            raise UploadError(400, str(error)) from None
        job = (sent.job.name, sent.job.content) if sent.job else None
        return RequestOptions(
            profile, hours, by, as_of, job, fields.get("password"), self._redact(fields.get("redact"))
        )

    def _redact(self, said: str | None) -> bool:
        """Whether the report is to be redacted; what the server takes out stays out."""
        if said is not None and said.lower() not in _TRUTH:
            raise UploadError(400, "“redact” is true or false")
        return self._settings.recipe.redact or (said is not None and _TRUTH[said.lower()])

    def _read(self, key: str, number: str) -> Read | None:
        reads = self._recent.get(key)
        read = {str(place): one for place, one in enumerate(reads, start=1)}.get(number)
        return read if read is not None and isinstance(read.report, GapReport) else None


def _only(sent: Sent, field: str) -> Upload:
    found = [file for file in sent.files if file.field == field]
    if len(found) != 1:
        raise UploadError(400, f"send one resume as “{field}”")
    return found[0]


def _day(fields: dict[str, str], name: str) -> date | None:
    text = fields.get(name)
    if text is None:
        return None
    try:
        return parsed_day(text)
    except ValueError:
        raise UploadError(400, f"“{name}” is no day: write it as YYYY-MM or YYYY-MM-DD") from None


async def _refused(request: Request, error: Exception) -> Response:
    """The answer where there is no such address, where it does not take this method, and where gapcheck
    itself failed.
    """
    if not isinstance(error, HTTPException):
        return refusal(request.url.path, 500, "This went wrong", "a fault of gapcheck itself: please report it")
    if error.status_code == 405:
        message = f"this address does not take {request.method}: see /docs"
    else:
        message = "there is nothing at this address: see /docs"
    return refusal(request.url.path, error.status_code, "Not here", message, error.headers)


def _gone() -> Response:
    return page(message_page("Not here", "Reports are kept for an hour, in memory alone: read the resume again."), 404)


def _report(read: Read) -> GapReport:
    assert isinstance(read.report, GapReport)
    return read.report


def _line(report: ErrorReport) -> tuple[str]:
    return (f"{report.document.path}: {report.error.message}",)


def _status(report: ErrorReport) -> int:
    return _STATUS.get(report.error.code, 422)
