"""Paths and an output folder → every document analysed once, and what a run before has done not done again."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from gapcheck.batch.outcome import Outcome
from gapcheck.batch.pool import Work
from gapcheck.batch.store import Store, StoreError

_ROUNDS = 3  # a document that changes while it is read is looked at again this often

Engine = Callable[[list[Work]], Iterator[Outcome]]
"""Analyses documents, here or elsewhere: an outcome for each, in any order. Closing the iterator ends the work."""

_NAMES = {
    "by": "--by", "hours_a_week": "--hours-per-week", "job": "--job", "ocr": "--ocr", "pdf_reader": "--pdf-reader",
    "profile": "--profile",
}  # fmt: skip


def check_options(store: Store, options: dict[str, str]) -> None:
    """Raises `StoreError` where the store keeps a run with other options; another month is another week's run."""
    kept = store.options()
    if kept and (other := [name for name in _NAMES if name in options and kept.get(name) != options[name]]):
        name = other[0]
        shown = "another posting or a profile" if name == "job" else kept.get(name) or "none"
        raise StoreError(
            f"{store.folder} holds reports with {_NAMES[name]} {shown}: "
            "give the same, or another folder, or --force to analyse all again",
            is_usage=True,
        )


def run(
    store: Store,
    settings: str,
    engine: Engine,
    *,
    errors_too: bool = False,
    locked_too: bool = False,
    all_again: bool = False,
) -> Generator[Outcome, None, None]:
    """Analyses what is open in the store, keeps each outcome, and gives it. Closing the iterator ends the work."""
    work = store.open_work(settings, errors_too=errors_too, locked_too=locked_too, all_again=all_again)
    for _ in range(_ROUNDS):
        if not work:
            return
        found_as = {one.path: one.sha256 for one in work}
        for outcome in engine(work):
            store.add(outcome, settings, found_as=found_as[outcome.path])
            yield outcome
        work = store.open_work(settings)
