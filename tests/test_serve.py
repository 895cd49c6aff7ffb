"""`gapcheck serve`: the page and the API as browsers and programs see them, through the installed command."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from pages import resume_pdf
from serving import FORM, SAMPLES, Server

from gapcheck import Analyzer
from gapcheck.report import GapReport
from gapcheck.web.recent_reports import Read, RecentReports

STRONG = (SAMPLES / "strong.pdf").read_bytes()
SHORT = "Mira Sandoval\n# Skills\nPython, SQL\n# Experience\n## Clerk | {year} - 2024\n- Sorted books in SQL"
HOSTILE = '<img src=x onerror="alert(1)">.pdf'


def test_start_page_asks_for_resumes_and_trusts_nobody(server: Server) -> None:
    page = server.get("/")
    assert page.status_code == 200 and 'name="file"' in page.text and "Junior machine-learning engineer" in page.text
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert page.headers["cache-control"] == "no-store" and page.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in page.headers


def test_api_gives_the_report_of_the_command(server: Server, analyzer: Analyzer) -> None:
    answer = server.post("/api/v1/analyze", ("strong.pdf", STRONG))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/json")
    assert GapReport.model_validate_json(answer.text) == analyzer.analyze_bytes(STRONG, "strong.pdf")


def test_api_takes_a_profile_and_hours(server: Server) -> None:
    answer = server.post(
        "/api/v1/analyze", ("a.pdf", STRONG), profile="nlp-engineer", hours_per_week="20", by="2027-03"
    ).json()
    assert (answer["profile"]["id"], answer["schedule"]["hours_a_week"]) == ("nlp-engineer", 20)
    assert answer["schedule"]["by"] == "2027-03-01"


def test_api_is_described_for_other_programs(server: Server) -> None:
    described = server.get("/api/v1/openapi.json").json()
    operation = described["paths"]["/api/v1/analyze"]["post"]
    assert list(described["paths"]) == ["/api/v1/profiles", "/api/v1/analyze"]
    assert operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/GapReport")
    assert "file" in operation["requestBody"]["content"]["multipart/form-data"]["schema"]["required"]


@pytest.mark.parametrize(
    ("files", "fields", "status", "said"),
    [
        ([], {}, 400, "send one resume as “file”"),
        ([("a.pdf", STRONG)] * 2, {}, 400, "send one resume"),
        ([("notes.bin", bytes(range(256)) * 9)], {}, 415, "save the resume as PDF"),
        ([("broken.pdf", STRONG[:900])], {}, 422, "damaged"),
        ([("large.pdf", STRONG + b"%" * (1 << 20))], {}, 413, "large.pdf is larger than 1 MB"),
        ([(f"{number}.pdf", STRONG) for number in range(4)], {}, 413, "4 files are too many: send at most 3"),
        ([("huge.pdf", b"%" * (4 << 20))], {}, 413, "larger than 3 MB together"),
        ([("a.pdf", STRONG)], {"profile": "astronaut"}, 400, "there is no profile astronaut"),
        ([("a.pdf", STRONG)], {"hours_per_week": "many"}, 400, "no number"),
        ([("a.pdf", STRONG)], {"hours_per_week": "0"}, 400, "0 hours a week"),
        ([("a.pdf", STRONG)], {"colour": "red"}, 400, "there is no field “colour”: the fields are file, profile"),
        ([("a.pdf", STRONG)], {"redact": "perhaps"}, 400, "“redact” is true or false"),
        ([("a.pdf", STRONG)], {"by": "soon"}, 400, "“by” is no day"),
        ([("a.pdf", STRONG)], {"by": "2020-01"}, 400, "give a later day"),
    ],
)
def test_what_can_not_be_taken_gets_a_status_and_a_line(
    files: list[tuple[str, bytes]], fields: dict[str, str], status: int, said: str, server: Server
) -> None:
    answer = server.post("/api/v1/analyze", *(files or [("", b"")]), **fields)
    assert (answer.status_code, answer.json()["schema"]) == (status, "gapcheck/error/1")
    assert said in answer.json()["error"]["message"]


def test_body_that_is_no_form_is_refused(server: Server) -> None:
    answer = httpx.post(f"{server.address}/api/v1/analyze", content=STRONG, headers={"content-type": "application/pdf"})
    assert answer.status_code == 415 and "multipart/form-data" in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "evil.example"},
        {"host": "localhost.evil.example:80"},
        {"host": "["},
        {"origin": "http://["},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": "http://localhost:1"},
    ],
)
def test_requests_from_other_sites_are_refused(headers: dict[str, str], server: Server) -> None:
    answer = httpx.post(f"{server.address}/api/v1/analyze", files={"file": ("a.pdf", STRONG)}, headers=headers)
    assert answer.status_code == 403 and "summary" not in answer.text


def test_dropped_resume_leads_to_its_report_and_files_of_it(server: Server) -> None:
    answer = server.post("/reports", ("strong.pdf", STRONG))
    assert answer.status_code == 303
    place = answer.headers["location"]
    page = server.get(place)
    assert "Gap report" in page.text and "data:image/" in page.text and "Download JSON" in page.text
    data = server.get(f"{place}/json")
    assert json.loads(data.text)["document"]["path"] == "strong.pdf"
    assert data.headers["content-disposition"].startswith("attachment")
    for kind, begins in (("md", "# Gap report"), ("csv", "path,requirement"), ("ics", "BEGIN:VCALENDAR")):
        assert server.get(f"{place}/{kind}").text.startswith(begins)
    assert "Download JSON" not in server.get(f"{place}/html").text
    for wrong in (
        "/reports/unknown",
        f"{place}0",
        f"{place}/exe",
        place.replace("/1", "/0"),
        place.replace("/1", "/x"),
        place.replace("/1", "/" + "1" * 5000),
    ):
        assert server.get(wrong).status_code == 404


def test_several_resumes_lead_to_a_list_that_names_what_failed(server: Server) -> None:
    beginner = (SAMPLES / "beginner.pdf").read_bytes()
    answer = server.post("/reports", (HOSTILE, STRONG), ("beginner.pdf", beginner), ("broken.pdf", STRONG[:900]))
    page = server.get(answer.headers["location"]).text
    assert page.count('scope="row"') == 3 and "not read" in page and "damaged" in page
    assert "<img" not in page and "&lt;img src=x" in page
    assert server.get(f"{answer.headers['location']}/3").status_code == 404


def test_page_says_what_is_wrong_with_a_file(server: Server) -> None:
    page = server.post("/reports", ("notes.bin", bytes(range(256)) * 9))
    assert page.status_code == 415 and "could not be read" in page.text and "save the resume as PDF" in page.text
    assert server.post("/reports", ("", b"")).status_code == 400


def test_two_versions_are_compared(server: Server) -> None:
    files = {"old": ("old.pdf", (SAMPLES / "beginner.pdf").read_bytes()), "new": ("new.pdf", STRONG)}
    page = httpx.post(f"{server.address}/compare", files=files, data=FORM, timeout=60)
    assert page.status_code == 200 and "old.pdf → new.pdf" in page.text and "Requirements closed" in page.text
    files["new"] = ("new.pdf", STRONG[:900])
    assert httpx.post(f"{server.address}/compare", files=files, data=FORM, timeout=60).status_code == 422


def test_fifty_at_once_are_all_answered_in_memory_alone(server: Server) -> None:
    before = sorted(server.temporary.rglob("*"))
    samples = [resume_pdf(SHORT.format(year=2015 + number)) for number in range(5)]

    def send(number: int) -> int:
        return server.post("/api/v1/analyze", (f"{number}.pdf", samples[number % len(samples)])).status_code

    with ThreadPoolExecutor(50) as threads:
        assert list(threads.map(send, range(50))) == [200] * 50
    assert sorted(server.temporary.rglob("*")) == before
    status = Path(f"/proc/{server.process}/status")
    if status.exists():
        peak = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
        assert peak and int(peak[1]) < 400 * 1024


def test_port_in_use_is_told_in_one_line(server: Server) -> None:
    command = [str(Path(sys.executable).with_name("gapcheck")), "serve", "--port", server.address.rsplit(":", 1)[1]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "give another with --port" in done.stderr


def test_reports_are_forgotten_after_an_hour_and_when_there_are_many(
    analyzer: Analyzer, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr("gapcheck.web.recent_reports.time.monotonic", lambda: clock[0])
    monkeypatch.setattr("gapcheck.web.recent_reports._MOST_BYTES", 500_000)
    read = Read(analyzer.analyze_bytes(STRONG, "strong.pdf"))
    kept = RecentReports()
    first, second = kept.add([read]), kept.add([read])
    assert (kept.get(first), kept.get(second)) == ((read,), (read,))
    third = kept.add([read])
    assert [bool(kept.get(key)) for key in (first, second, third)] == [False, True, True]
    clock[0] = 3601.0
    assert not kept.get(second) and not kept.get(third)
