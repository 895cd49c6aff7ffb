"""The same analysis on a Dask cluster: equal output, lost workers, deadly documents, machines without the files."""

from __future__ import annotations

import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("distributed")

import psutil
from distributed import Client, KilledWorker

from gapcheck import Analyzer
from gapcheck.batch import cluster
from gapcheck.batch.cluster import Task, _Run, connected, outcomes_on_cluster
from gapcheck.batch.inputs import inputs_of
from gapcheck.batch.limits import Limits
from gapcheck.batch.pool import Work, WorkersError
from gapcheck.batch.run import run
from gapcheck.batch.settings import Recipe
from gapcheck.batch.store import Store
from gapcheck.cli.main import app
from gapcheck.report import GapReport

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.pdf"))


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A cluster of two worker processes on this machine."""
    with connected("local", 2) as found:
        yield found


@pytest.fixture(scope="module")
def resumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cluster") / "cv"
    folder.mkdir()
    for number in range(11):  # three batches: while one is done, both workers are busy
        content = SAMPLES[number % len(SAMPLES)].read_bytes() + f"\n% {number}\n".encode()
        (folder / f"{number:02}.pdf").write_bytes(content)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


class Deadly:
    """Gives the same report on every document; one kills the Dask worker that it is read for, one hangs."""

    def __init__(self, report: GapReport) -> None:
        self._report = report

    def analyze_for_store(self, content: bytes, name: str, /, *, unsure: bool = False) -> tuple[GapReport, GapReport]:
        if name.endswith("01.pdf"):
            server = psutil.Process().parent()  # processes with limits come from a server that the worker has started
            assert server is not None
            worker = server.parent()
            assert worker is not None
            worker.send_signal(signal.SIGKILL)
        while name.endswith(("01.pdf", "02.pdf")):
            time.sleep(0.1)
        return self._report, self._report


@pytest.fixture(scope="module")
def deadly(analyzer: Analyzer) -> Callable[[], Deadly]:
    return partial(Deadly, analyzer.analyze(SAMPLES[0]))


def here() -> str:
    """Another hash in every process."""
    return str(os.getpid())


def test_cluster_that_loses_a_worker_midway_writes_what_one_machine_writes(
    client: Client, resumes: Path, tmp_path: Path
) -> None:
    analyzer = Analyzer()
    recipe = Recipe(as_of=analyzer.as_of, redact=True)
    options = recipe.options(analyzer)
    settings = recipe.settings(options)
    engine = partial(
        outcomes_on_cluster, client=client, factory=recipe, limits=Limits(1), basis=partial(recipe.settings, options)
    )
    workers = client.run(os.getpid)
    with Store(tmp_path / "dask") as store:
        store.begin(options, inputs_of([str(resumes)]))
        for number, _ in enumerate(run(store, settings, engine)):
            if number == 0:
                busy = [address for address, tasks in client.processing().items() if tasks]
                os.kill(workers[busy[0]], signal.SIGKILL)
        store.write_files(settings)
    assert CliRunner().invoke(app, [str(resumes), "-o", f"{tmp_path}/local/", "-q"]).exit_code == 1
    for name in ("reports.jsonl", "summary.csv"):
        assert (tmp_path / "dask" / name).read_bytes() == (tmp_path / "local" / name).read_bytes()
    assert len((tmp_path / "dask" / "reports.jsonl").read_text(encoding="utf-8").splitlines()) == 12
    assert set(client.run(os.getpid).values()) != set(workers.values())


def test_document_that_kills_its_workers_or_hangs_is_named_and_the_others_are_done(
    client: Client, resumes: Path, deadly: Callable[[], Deadly]
) -> None:
    paths = sorted(resumes.glob("0*.pdf"))[:4]
    work = [Work(str(path), sha256(path.read_bytes()).hexdigest()) for path in paths]
    found = {Path(one.path).stem: one for one in outcomes_on_cluster(work, client, deadly, Limits(1, 3.0), str)}
    codes = {name: one.code for name, one in found.items()}
    assert codes == {"00": None, "01": "crashed", "02": "timeout", "03": None}
    assert "every worker" in str(found["01"].message)


def test_documents_that_workers_do_not_have_are_sent(client: Client, resumes: Path) -> None:
    recipe = Recipe()
    work = [Work(str(path), "of the same name here") for path in sorted(resumes.glob("0*.pdf"))[:5]]
    work.append(Work(str(resumes / "gone.pdf"), "of before"))
    found = {Path(one.path).stem: one for one in outcomes_on_cluster(work, client, recipe, Limits(1), str)}
    assert {name: one.code for name, one in found.items() if one.code} == {"gone": "not-found"}
    assert found["03"].sha256 == sha256((resumes / "03.pdf").read_bytes()).hexdigest() and len(found) == 6


def test_worker_with_another_gapcheck_is_refused(client: Client, resumes: Path) -> None:
    with pytest.raises(WorkersError, match="install the same"):
        list(outcomes_on_cluster([Work(str(resumes / "00.pdf"), "x")], client, Recipe(), Limits(1), here))


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense"])
def test_address_without_a_cluster_costs_one_line(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_ANSWER", 0.3)
    done = CliRunner().invoke(app, [str(SAMPLES[0]), "-o", f"{tmp_path}/out/", "--dask", address])
    assert done.exit_code == 2 and not (tmp_path / "out").exists()
    (line,) = done.stderr.splitlines()
    assert line.endswith(f"no Dask cluster answers at {address}: start one, or give --dask local")


def test_document_is_blamed_only_where_it_loses_a_worker_twice_by_itself(
    client: Client, deadly: Callable[[], Deadly]
) -> None:
    task = Task(deadly, Limits(1), str, "", "")
    reading = _Run(client, task, deque(), lambda: None)
    batch, lost = [Work("a.pdf", "0")], KilledWorker("analyze_batch", None, 0)  # type: ignore[arg-type]
    assert list(reading._lost(batch, lost, alone=True)) == [] and list(reading.again) == [batch]
    (outcome,) = reading._lost(batch, lost, alone=True)
    assert outcome.code == "crashed"
