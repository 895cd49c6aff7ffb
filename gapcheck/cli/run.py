"""`gapcheck resumes/ -o out/`: arguments → a run in worker processes, with progress → exit code."""

from __future__ import annotations

import signal
import sys
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from gapcheck.cli.messages import BELOW_THRESHOLD, INTERRUPTED, SOME_FAILED, USAGE, progress, say
from gapcheck.cli.options import built
from gapcheck.extras import how_to_install
from gapcheck.safe_text import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from distributed import Client

    from gapcheck.analyzer import Analyzer
    from gapcheck.batch import Limits
    from gapcheck.batch.one_by_one import Result
    from gapcheck.batch.run import Engine
    from gapcheck.batch.settings import Recipe
    from gapcheck.batch.store import Counts, Store
    from gapcheck.documents.pdf.page_images import PagePicture
    from gapcheck.outputs.formats import View
    from gapcheck.report import GapReport


@dataclass(frozen=True, slots=True)
class RunOptions:
    """The options of a run that change no report: how to work, and in which format to write a file for each report."""

    jobs: int | None
    timeout: float
    max_memory: int
    retry_errors: bool
    force: bool
    fail_under: float | None
    quiet: bool
    dask: str | None
    parquet: bool
    format: str
    view: View
    page_images: bool
    keep_duplicates: bool


def warm_up() -> None:
    """Starts the process that workers are copied from, so that both load at the same time: call it before other
    imports.
    """
    from gapcheck.worker_context import worker_context

    if worker_context().get_start_method() == "forkserver":
        from multiprocessing import forkserver, resource_tracker

        # Ctrl-C is for this process, which then ends the others. Processes that start while the signal is blocked keep
        # it blocked; one that comes in the meantime reaches this process afterwards. The tracker is started first,
        # because starting it would lift the block.
        resource_tracker.ensure_running()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            forkserver.ensure_running()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def in_order(
    paths: list[str], recipe: Recipe, analyzer: Analyzer, limits: Limits, keep_duplicates: bool
) -> Iterator[Result]:
    """Reports and errors in the order of the paths; from worker processes where there is to be more than one."""
    from gapcheck.batch.sandbox import can_guard

    if limits.jobs == 1 and can_guard():
        from gapcheck.batch.one_by_one import analyze_all

        return analyze_all(paths, analyzer, limits, keep_duplicates=keep_duplicates)
    return _in_workers(paths, replace(recipe, as_of=analyzer.as_of), limits, keep_duplicates)


def unlocked(results: Iterator[Result], analyzer: Analyzer, limits: Limits) -> Iterator[Result]:
    """The results. At a terminal, the person is asked for the password of a locked file, and the file is read again;
    the password is used for the files after it too.
    """
    from gapcheck.batch.one_by_one import analyze_all
    from gapcheck.report import ErrorReport

    for result in results:
        if isinstance(result, ErrorReport) and result.error.code == "encrypted" and sys.stdin.isatty():
            name = harmless(result.document.path)
            password = typer.prompt(f"gapcheck: password of {name}", hide_input=True, err=True)
            analyzer.reading = replace(analyzer.reading, password=password)
            yield from analyze_all([result.document.path], analyzer, limits)
        else:
            yield result


def _in_workers(paths: list[str], recipe: Recipe, limits: Limits, keep_duplicates: bool) -> Iterator[Result]:
    from gapcheck.batch.one_by_one import analyze_all_in_workers
    from gapcheck.batch.pool import WorkersError

    try:
        yield from analyze_all_in_workers(paths, recipe, limits, redact=recipe.redact, keep_duplicates=keep_duplicates)
    except WorkersError as error:
        say(str(error))
        raise typer.Exit(SOME_FAILED) from None


@dataclass(frozen=True, slots=True)
class _Request:
    """What a run is asked to do: the places to read, how to build an analyzer in a worker, the one that is built here,
    how to work, and the limits of each document.
    """

    paths: list[str]
    recipe: Recipe
    analyzer: Analyzer
    options: RunOptions
    limits: Limits


def analyze_into(folder: Path, paths: list[str], recipe: Recipe, options: RunOptions) -> int:
    """Analyses the documents that the folder has no outcome for, writes its files, and gives the exit code."""
    from gapcheck.batch.limits import Limits
    from gapcheck.batch.pool import WorkersError, usable_cores
    from gapcheck.batch.store import Store, StoreError

    if options.parquet and find_spec("pyarrow") is None:
        say(f"--parquet needs pyarrow: {how_to_install('parquet')}")
        return USAGE
    analyzer = built(recipe)  # a wrong option is told before a folder is made
    try:
        limits = Limits(options.jobs or usable_cores(), options.timeout, options.max_memory, recipe.limits.megabytes)
        with (
            _client(options.dask, limits.jobs) as client,
            Store(folder, names=not recipe.redact, each=options.keep_duplicates) as store,
        ):
            return _run(store, _of_one_day(_Request(paths, recipe, analyzer, options, limits), store), client)
    except (StoreError, WorkersError) as error:
        say(str(error))
        return USAGE if error.is_usage else SOME_FAILED
    except KeyboardInterrupt:
        say(f"stopped: what is done is kept in {folder}: run the same command again to go on")
        return INTERRUPTED


def _client(dask: str | None, jobs: int) -> AbstractContextManager[Client | None]:
    if dask is None:
        return nullcontext()
    from gapcheck.batch.cluster import connected

    return connected(dask, jobs)


def _of_one_day(request: _Request, store: Store) -> _Request:
    """The request with a day that "present" means: the day of the run that it goes on with, also after midnight, or of
    a new run today.
    """
    recipe, analyzer = request.recipe, request.analyzer
    if recipe.as_of is not None:
        return request
    kept = None if request.options.force else store.options().get("as_of")
    recipe = replace(recipe, as_of=date.fromisoformat(kept) if kept else analyzer.as_of)
    return replace(request, recipe=recipe, analyzer=analyzer if recipe.as_of == analyzer.as_of else built(recipe))


def _run(store: Store, request: _Request, client: Client | None) -> int:
    """Analyses what is open, writes the files of the folder, tells how it went, and gives the exit code."""
    from gapcheck.batch.inputs import inputs_of
    from gapcheck.batch.pool import WorkersError
    from gapcheck.batch.run import check_options, run
    from gapcheck.documents.naming import OWN_REPORT

    recipe, options = request.recipe, request.options
    asked = recipe.options(request.analyzer)
    settings = recipe.settings(asked)
    if not options.force:
        check_options(store, asked)
    store.begin(asked, inputs_of(request.paths, request.limits.file))
    again = {
        "errors_too": options.retry_errors,
        "locked_too": bool(recipe.password or recipe.passwords),
        "all_again": options.force,
    }
    to_read = {work.path for work in store.open_work(settings, **again)}
    known = _told(store, settings, to_read)
    interrupted, stuck = False, None
    engine = _engine(request, asked, client)
    with progress(len(to_read), quiet=options.quiet) as step, closing(run(store, settings, engine, **again)) as coming:
        try:
            for outcome in coming:
                step(outcome)
        except KeyboardInterrupt:
            interrupted = True
        except WorkersError as error:
            stuck = error
    for path, code, message in store.said(settings, "error"):
        if code == OWN_REPORT and path in to_read:
            say(f"{path}: {code}: {message}")
    _write(store, settings, request)
    counts = store.counts(settings)
    if interrupted:
        finished = counts.documents - counts.pending
        say(
            f"stopped: {finished} of {counts.documents} documents are done and kept in {store.folder}: "
            "run the same command again to go on"
        )
        return INTERRUPTED
    if not options.quiet:
        each = "" if options.format == "json" else ", and a file for each report in reports/: open index.html"
        say(_closing(counts, known, store.folder, parquet=options.parquet, retried=options.retry_errors) + each)
    if stuck is not None:
        raise stuck
    if counts.errors or counts.pending:
        return SOME_FAILED
    least = store.least_readiness(settings)
    is_below = options.fail_under is not None and least is not None and least < options.fail_under
    return BELOW_THRESHOLD if is_below else 0


def _engine(request: _Request, asked: dict[str, str], client: Client | None) -> Engine:
    """What analyses documents: worker processes on this machine, or those of a cluster. `asked` are the options that
    change reports.
    """
    from gapcheck.batch.pool import outcomes

    if client is None:
        return partial(outcomes, factory=request.recipe, limits=request.limits)
    from gapcheck.batch.cluster import outcomes_on_cluster

    basis = partial(request.recipe.anywhere().settings, asked)
    return partial(outcomes_on_cluster, client=client, factory=request.recipe, limits=request.limits, basis=basis)


def _write(store: Store, settings: str, request: _Request) -> None:
    """Writes the files of the folder. Hand-outs of an earlier run are removed where they hold names and this run may
    not show any; otherwise they stay, and that is said.
    """
    from gapcheck.cli.handouts import forget_handouts, has_handouts

    options = request.options
    lose_names = request.analyzer.redact and store.wrote_names()
    store.write_files(settings)
    if options.parquet:
        store.write_parquet(settings)
    if options.format != "json":
        _write_handouts(store, settings, request)
    elif lose_names and forget_handouts(store.folder):
        say(f"took the hand-outs out of {store.folder}, for they hold names: --format writes them anew")
    elif has_handouts(store.folder) and not options.quiet:
        say(
            f"left index.html, students.csv and reports/ in {store.folder} as an earlier run wrote them: "
            "--format writes them anew"
        )


def _write_handouts(store: Store, settings: str, request: _Request) -> None:
    """A file for each report; without pictures where reports are redacted."""
    from gapcheck.batch.page_images import pictures_of
    from gapcheck.batch.store import StoreError
    from gapcheck.cli.handouts import no_pictures, write_handouts
    from gapcheck.files import WriteError

    analyzer, options = request.analyzer, request.options

    def pictures(report: GapReport) -> Sequence[PagePicture]:
        return pictures_of(report.document.path, report.document.sha256, analyzer, request.limits)

    shown = pictures if options.page_images and not analyzer.redact else no_pictures
    try:
        sources, unread = partial(store.sources, settings), list(store.unread(settings))
        write_handouts(sources, unread, request.paths, store.folder, options.format, options.view, shown)
    except WriteError as error:
        raise StoreError(str(error)) from None


def _told(store: Store, settings: str, to_read: set[str]) -> int:
    """Tells the errors of earlier runs that are not tried again; gives the number of documents that are
    not read again.
    """
    for path, code, message in store.said(settings, "error"):
        if path not in to_read:
            say(f"{path}: {code}: {message}")
    return sum(path not in to_read for path in store.done(settings))


def _closing(counts: Counts, known: int, folder: Path, *, parquet: bool, retried: bool) -> str:
    from gapcheck.report.wording import counted

    parts = [f"{counted(counts.documents, 'document')}: {counted(counts.reports, 'report')}"]
    if counts.errors:
        parts.append(counted(counts.errors, "error"))
    if counts.pending:
        parts.append(f"{counts.pending} not done")
    if known:
        again = " (--retry-errors tries errors again)" if counts.errors and not retried else ""
        parts.append(f"{known:,} known from before{again}")
    if counts.same:
        parts.append(f"{counted(counts.same, 'file')} the same as another")
    if counts.skipped:
        parts.append(f"{counted(counts.skipped, 'file')} skipped (summary.csv says why)")
    files = "reports.jsonl, summary.csv and requirements.parquet" if parquet else "reports.jsonl and summary.csv"
    return f"{', '.join(parts)}; wrote {folder}/{files}"
