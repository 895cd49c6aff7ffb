"""The command line → `docs/gapcheck.1`, its manual page in roff: `python docs/make_man.py` writes it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from gapcheck.cli.main import app
from gapcheck.outputs.formats import FORMATS

PAGE = Path(__file__).with_name("gapcheck.1")
_EXIT_CODES = {
    "0": "All documents were analysed.",
    "1": "Some document could not be read, or the output could not be written.",
    "2": "The command was used wrongly.",
    "3": "A resume is below --fail-under.",
    "130": "The command was stopped.",
}
_VARIABLES = {
    "NO_COLOR": "No colour in the terminal.",
    "GAPCHECK_CACHE": "Where it is off, the checked data files are not kept in the user's cache folder.",
    "XDG_CACHE_HOME": "On Linux, the folder that holds that cache.",
}


def manual_page() -> str:
    """The page."""
    root: Any = get_command(app)
    lines = [
        '.TH GAPCHECK 1 "" gapcheck "User Commands"',
        *_section("NAME", "gapcheck \\- reads a resume and says, with proof, what it lacks and what to do next"),
        *_section("SYNOPSIS", ".B gapcheck", ".RI [ OPTIONS ] \\ RESUME ...", ".br", ".B gapcheck",
                  ".I COMMAND", ".RI [ OPTIONS ] \\ ..."),
        *_section("DESCRIPTION", _text(root.help), ".PP", _text(root.epilog),
                  _text("Reports go to standard output, everything else to standard error."),
                  _text(f"Formats: {', '.join(FORMATS)}.")),
        ".SH COMMANDS",
        *_commands(root, "gapcheck"),
        *_section("EXIT STATUS", *_terms(_EXIT_CODES)),
        *_section("ENVIRONMENT", *_terms(_VARIABLES)),
        *_section("SEE ALSO", "gapcheck serve \\-\\-help and the pages in docs/."),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _commands(group: Any, path: str) -> Iterator[str]:
    for name in group.list_commands(None):
        command = group.get_command(None, name)
        has_subcommands = hasattr(command, "list_commands")
        if not has_subcommands or command.invoke_without_command:
            yield from _command(command, f"{path} {name}")
        if has_subcommands:
            yield from _commands(command, f"{path} {name}")


def _command(command: Any, path: str) -> Iterator[str]:
    places = [one for one in command.params if not one.opts[0].startswith("-")]
    options = [one for one in command.params if one.opts[0].startswith("-") and one.name != "help"]
    named = " ".join(_name(one) for one in places)
    yield f".SS {_text(f'{path} {named}'.strip())}"
    yield _text(command.help)
    for one in [*places, *options]:
        if one.help:
            yield ".TP"
            yield rf"\fB{_text(_name(one))}\fR"
            yield _text(one.help)


def _name(parameter: Any) -> str:
    """A parameter as it is written: the options with what follows them, or the name of what stands alone."""
    if not parameter.opts[0].startswith("-"):
        return str(parameter.metavar or parameter.name.upper()) + ("..." if parameter.nargs == -1 else "")
    names = ", ".join([*parameter.opts, *parameter.secondary_opts])
    return names if parameter.is_flag else f"{names} {parameter.metavar or parameter.name.upper()}"


def _section(title: str, *lines: str) -> list[str]:
    return [f".SH {title}", *lines]


def _terms(terms: dict[str, str]) -> Iterator[str]:
    for term, meaning in terms.items():
        yield from (".TP", rf"\fB{_text(term)}\fR", _text(meaning))


def _text(text: str) -> str:
    """Text in one line, with what roff takes for commands written out."""
    plain = " ".join(re.sub(r"\[/?[a-z ]+\]", "", text).split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain[:1] in ".'" else plain


if __name__ == "__main__":
    PAGE.write_text(manual_page(), encoding="utf-8")
