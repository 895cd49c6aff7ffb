"""`gapcheck serve` for a school: senders that stop half-way, a token, own profiles and postings, locked files."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from pages import column, pdf_of
from serving import SAMPLES, Server, serving
from starlette.requests import Request

from gapcheck.report import ErrorReport
from gapcheck.web.intake import Intake, UploadError
from gapcheck.web.server import run as run_server
from gapcheck.web.settings import Settings

ROOT = Path(__file__).parent.parent
STRONG = (SAMPLES / "strong.pdf").read_bytes()
TOKEN = {"authorization": "Bearer open-sesame"}
PROFILE = """\
id: our-course
name: Our course
about: What our course teaches.
version: "1"
source: [Course handbook]
as_of: 2026-11-01
extends: junior-ml-engineer
"""


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    place = tmp_path_factory.mktemp("school")
    (place / "course.yaml").write_text(PROFILE, encoding="utf-8")
    options = ("--profile", f"{place}/course.yaml", "--redact", "--token", "open-sesame", "--jobs", "1")
    near = ("--trust-proxy", "127.0.0.1", "--allow-host", "cv.school.example")
    with serving(place, *options, *near, "--allow-origin", "https://school.example") as one:
        yield one


def half_sent(server: Server) -> socket.socket:
    """A connection on which a request has begun and does not end."""
    address = urlsplit(server.address)
    one = socket.create_connection((address.hostname, address.port), timeout=10)
    head = "POST /api/v1/analyze HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n"
    one.sendall(f"{head}Content-Length: 100000\r\n\r\n--x\r\n".encode())
    return one


def test_eight_half_sent_uploads_do_not_keep_an_honest_one_waiting(server: Server) -> None:
    server.post("/api/v1/analyze", ("a.pdf", STRONG))  # the workers have loaded
    with ExitStack() as stack:
        for _ in range(16):
            stack.enter_context(half_sent(server))
        answer = httpx.post(f"{server.address}/api/v1/analyze", files={"file": ("a.pdf", STRONG)}, timeout=12)
        assert answer.status_code == 200  # less than the 15 seconds for which a sender may be silent


def asked(parts: list[bytes | None], settings: Settings, stated: str = "") -> tuple[Intake, Request]:
    """A request whose body comes in these parts; it stops for good at None."""
    coming = iter(parts)

    async def receive() -> dict[str, object]:
        part = next(coming, b"")
        if part is None:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": part, "more_body": bool(part)}

    headers = [(b"content-length", stated.encode())] if stated else []
    scope = {"type": "http", "method": "POST", "headers": headers, "client": ("192.0.2.7", 1)}
    return Intake(settings), Request(scope, receive)


@pytest.mark.parametrize(
    ("parts", "settings", "status"),
    [
        ([b"abc", None], Settings(silent_seconds=0.05), 408),
        ([b"abc", None], Settings(upload_seconds=0.05), 408),
        ([b"a" * 99] * 9, Settings(upload_bytes=500), 503),
        ([b"a"], Settings(uploads_a_client=0), 429),
        ([b"a" * (1 << 20)] * 4, Settings(file_bytes=1 << 20), 413),
    ],
)
def test_upload_has_its_time_and_its_share(parts: list[bytes | None], settings: Settings, status: int) -> None:
    async def read() -> None:
        intake, request = asked(parts, settings)
        with intake.one(request) as upstream:
            async for _ in upstream.parts():
                pass

    with pytest.raises(UploadError) as caught:
        asyncio.run(read())
    assert caught.value.status == status and ": " in caught.value.message


def test_refused_upload_is_read_to_its_end_for_the_answer_to_arrive(server: Server) -> None:
    def body() -> Iterator[bytes]:
        for _ in range(160):
            yield b"%" * (1 << 16)

    headers = {"content-type": "multipart/form-data; boundary=x", "content-length": str(160 << 16)}
    answer = httpx.post(f"{server.address}/reports", content=body(), headers=headers, timeout=30)
    assert answer.status_code == 413 and "larger than 3 MB together" in answer.text


def test_sender_that_leaves_leaves_no_trace(server: Server) -> None:
    for _ in range(3):
        half_sent(server).close()
    with suppress(httpx.ReadTimeout):
        httpx.post(f"{server.address}/api/v1/analyze", files={"file": ("a.pdf", STRONG)}, timeout=0.01)
    time.sleep(0.2)
    assert server.get("/health").json()["status"] == "ok"  # the fixture looks at what was said on standard error


def test_who_does_not_know_the_token_is_asked_for_it(school: Server) -> None:
    assert school.get("/health").status_code == 200
    for path in ("/", "/docs", "/api/v1/profiles"):
        answer = school.get(path)
        assert answer.status_code == 401 and "wants a token" in answer.text
    assert httpx.get(school.address, headers={"authorization": "Bearer wrong"}).status_code == 401
    with httpx.Client(base_url=school.address, follow_redirects=True) as browser:
        assert "Our course" in browser.get("/", params={"token": "open-sesame"}).text
        assert browser.get("/docs").status_code == 200


def test_description_for_programs_says_how_the_token_comes(school: Server, server: Server) -> None:
    asked = {"authorization": "Bearer open-sesame"}
    described = httpx.get(f"{school.address}/api/v1/openapi.json", headers=asked).json()
    (name,) = described["paths"]["/api/v1/analyze"]["post"]["security"][0]
    scheme = described["components"]["securitySchemes"][name]
    assert (scheme["type"], scheme["scheme"]) == ("http", "bearer")
    assert "securitySchemes" not in server.get("/api/v1/openapi.json").json()["components"]


def test_word_of_a_trusted_proxy_is_taken_and_of_no_other(school: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind a proxy with TLS the browser must send the token over TLS alone."""

    def cookie(**headers: str) -> str:
        asked = {"x-forwarded-proto": "https"} | headers
        return httpx.get(school.address, params={"token": "open-sesame"}, headers=asked).headers["set-cookie"]

    assert "Secure" in cookie() and "Secure" not in cookie(**{"x-forwarded-proto": "http"})
    started: list[uvicorn.Config] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, sockets: started.append(self.config))
    run_server(Settings(port=0), lambda _: None)
    run_server(Settings(port=0, proxy="192.0.2.1"), lambda _: None)
    alone, behind = started
    assert not alone.proxy_headers and behind.proxy_headers and behind.forwarded_allow_ips == "192.0.2.1"


def test_own_profile_is_what_resumes_are_compared_with_and_names_stay_out(school: Server) -> None:
    found = httpx.get(f"{school.address}/api/v1/profiles", headers=TOKEN).json()
    assert "our-course" in [one["id"] for one in found]
    files = {"file": ("Maya Lindqvist.pdf", STRONG)}
    report = httpx.post(
        f"{school.address}/api/v1/analyze", files=files, headers=TOKEN, data={"redact": "false"}, timeout=60
    )
    assert report.json()["profile"]["id"] == "our-course" and "Lindqvist" not in report.text


def test_only_sites_and_names_that_are_allowed_may_ask(school: Server) -> None:
    def status(**headers: str) -> int:
        return httpx.get(f"{school.address}/api/v1/profiles", headers=TOKEN | headers).status_code

    assert status(host="cv.school.example") == 200 and status(host="evil.example") == 403
    asking = {"origin": "https://school.example", "access-control-request-method": "POST"}
    answer = httpx.options(f"{school.address}/api/v1/analyze", headers=asking)
    assert answer.status_code == 204 and answer.headers["access-control-allow-origin"] == "https://school.example"
    assert (
        "access-control-allow-origin"
        not in httpx.options(
            f"{school.address}/api/v1/analyze", headers=asking | {"origin": "https://evil.example"}
        ).headers
    )


def test_posting_and_password_come_with_the_request(server: Server) -> None:
    posting = (SAMPLES / "posting.txt").read_bytes()
    locked = pdf_of(column(50, 50, ["Ada Example", "Skills", "Python"]), password="secret")
    files = {"file": ("a.pdf", locked), "job": ("posting.txt", posting)}
    answer = httpx.post(f"{server.address}/api/v1/analyze", files=files, data={"password": "secret"}, timeout=60)
    assert answer.status_code == 200 and answer.json()["job"]["path"] == "posting.txt", answer.text
    assert (
        httpx.post(f"{server.address}/api/v1/analyze", files={"file": ("a.pdf", locked)}, timeout=60).status_code == 422
    )
    both = {"password": "secret", "profile": "nlp-engineer"}
    answer = httpx.post(f"{server.address}/api/v1/analyze", files=files, data=both, timeout=60)
    assert answer.status_code == 400 and "name two things to compare with" in answer.json()["error"]["message"]
    files["job"] = ("posting.txt", b"nothing at all")
    answer = httpx.post(f"{server.address}/api/v1/analyze", files=files, timeout=60)
    assert answer.status_code == 422 and "the job posting: " in answer.json()["error"]["message"]


def test_pages_for_programs_are_there(server: Server) -> None:
    assert server.get("/health").json()["status"] == "ok"
    assert "/api/v1/analyze" in server.get("/docs").text and "password" in server.get("/docs").text


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/api/v1/nothing", TOKEN, 404),
        ("PUT", "/api/v1/analyze", TOKEN, 405),
        ("POST", "/api/v1/analyze", TOKEN, 415),
        ("GET", "/api/v1/profiles", {}, 401),
        ("GET", "/api/v1/profiles", TOKEN | {"host": "evil.example"}, 403),
    ],
)
def test_program_is_refused_in_the_form_of_the_contract(
    method: str, path: str, headers: dict[str, str], status: int, school: Server
) -> None:
    answer = httpx.request(method, school.address + path, headers=headers)
    assert answer.status_code == status
    assert ErrorReport.model_validate_json(answer.content).error.code == "request"


def test_person_is_refused_with_a_page(school: Server) -> None:
    answer = httpx.get(f"{school.address}/nowhere", headers=TOKEN)
    assert answer.status_code == 404 and "there is nothing at this address" in answer.text and "<html" in answer.text
