"""The command `gapcheck`: arguments → calls → exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from gapcheck.arguments import in_plain_words
from gapcheck.cli.messages import INTERRUPTED, SOME_FAILED, say
from gapcheck.safe_text import harmless
from gapcheck.version import __version__

_UsageError: Any = typer.BadParameter.__base__  # Typer has a Click of its own in some versions


_COMMANDS = {
    "analyze": "analyze",
    "explain": "explain",
    "notes": "notes",
    "quiz": "quiz",
    "evaluate": "evaluate",
    "schema": "schema",
    "diff": "diff",
    "cohort": "cohort",
    "serve": "serve",
    "mcp": "mcp",
    "doctor": "doctor",
    "job": "job_profile",
    "taxonomy": "taxonomy_app",
    "profiles": "profiles_app",
}
"""The commands in the order in which help lists them, each with what makes it in its file of the same name."""

_CLOSE = 0.75  # likeness (0-1) from which a misspelt command is taken for one


@cache
def _command(name: str) -> Any:
    """The command of this name. Only what is asked for is imported and built: all of them take as long as reading a
    resume.
    """
    made = getattr(import_module(f"gapcheck.cli.{name}"), _COMMANDS[name])
    if isinstance(made, typer.Typer):
        return get_command(made)
    single = typer.Typer(add_completion=False)
    single.command(name)(made)
    return get_command(single)


class _AnalyzeByDefault(TyperGroup):
    """`gapcheck resume.pdf` means `gapcheck analyze resume.pdf`."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        return _command(cmd_name) if cmd_name in _COMMANDS else None

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        own = {name for option in self.params for name in option.opts} | {"--help", "-h"}
        if args and args[0] not in _COMMANDS and args[0] not in own:
            near = get_close_matches(args[0].lower(), _COMMANDS, 1, _CLOSE) if args[0].isalpha() else ()
            if near and not Path(args[0]).exists():
                raise _UsageError(f"there is no file {args[0]}: did you mean the command {near[0]}?", ctx)
            args = ["analyze", *args]
        return super().parse_args(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> Any:
        with _harmless_errors():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: Any) -> Any:
        with _harmless_errors():
            try:
                return super().invoke(ctx)
            except KeyboardInterrupt:
                say("stopped")
                sys.exit(INTERRUPTED)


@contextmanager
def _harmless_errors() -> Iterator[None]:
    try:
        yield
    except _UsageError as error:
        error.message = harmless(in_plain_words(error.message))
        raise


app = typer.Typer(
    cls=_AnalyzeByDefault,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads resumes and says, with proof, what a future machine-learning engineer misses and what to do next.",
    epilog="gapcheck resume.pdf is short for gapcheck analyze resume.pdf.",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"gapcheck {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """The console script."""
    if sys.stdout is None:  # whoever started the command closed it
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the process ends
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "").partition(":")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console of another code page has no signs for what reports hold
            stream.reconfigure(encoding=encoding or "utf-8", errors="replace" if errors in ("", "strict") else errors)
    try:
        app()
    except OSError as error:
        cause = error.strerror or "unknown cause"
        if "temporary directory" in cause:
            say("workers meet in a folder for temporary files: name one by TMPDIR, or leave out --jobs and -o FOLDER/")
        else:
            place = f"{os.fsdecode(error.filename)} can't be used" if error.filename else "the output can't be written"
            say(f"{place} ({cause.lower()}): check the path, its permissions and the room on the disk")
        sys.exit(SOME_FAILED)


if __name__ == "__main__":
    main()
