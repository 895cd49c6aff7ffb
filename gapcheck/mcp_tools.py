"""An `Analyzer` and the folders that may be read → tools for assistants that speak the Model Context Protocol."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ToolError

from gapcheck.analyzer import DEFAULT_PROFILE, Analyzer
from gapcheck.batch.folders import listed_below
from gapcheck.batch.limits import Limits
from gapcheck.batch.sandbox import guarded
from gapcheck.documents import DocumentError
from gapcheck.outputs.terminal.console import PlainConsole
from gapcheck.outputs.terminal.explanation import print_explanation
from gapcheck.taxonomy.describe import skill_called
from gapcheck.version import __version__

_LIMITS = Limits(1)
_INSTRUCTIONS = (
    "Reads resumes and says, with proof, what is missing for a role. Begin with the tool resumes: it lists the files "
    "that may be read."
)


def mcp_server(folders: Sequence[Path], analyzer: Analyzer) -> FastMCP:
    """The server; a file outside of the folders is refused, also where a link in them leads there."""
    roots = [folder.resolve() for folder in folders]
    server = FastMCP("gapcheck", instructions=_INSTRUCTIONS, log_level="WARNING")
    server._mcp_server.version = __version__  # else clients are told the version of the protocol's library

    def allowed(path: str) -> Path:
        """The file with this path, or with this path below a folder."""
        places = [place.resolve() for place in (Path(path), *(root / path for root in roots))]
        within = [place for place in places if any(place.is_relative_to(root) for root in roots)]
        if not within:
            raise ToolError(f"{path} lies outside of the folders that may be read: {', '.join(map(str, folders))}")
        if not (files := [place for place in within if place.is_file()]):
            raise ToolError(f"there is no file {path}: the tool resumes lists those that may be read")
        return files[0]

    def named(file: Path, root: Path) -> str:
        """The path below the folder; all of it where that means a file of an earlier folder."""
        name = str(file.relative_to(root))
        return name if allowed(name) == file.resolve() else str(file)

    def told(call: partial[str]) -> str:
        """What a guarded call gives; what goes wrong with a file, in one line."""
        try:
            return guarded(call, _LIMITS)
        except DocumentError as error:
            raise ToolError(f"{error.code}: {error.message}") from None

    def wishing(profile: str, as_of: str | None, job: str | None = None) -> Analyzer:
        try:
            other = analyzer.wishing(profile, as_of=as_of)
            if job is not None:
                file = allowed(job)
                other = analyzer.wishing(profile, as_of=as_of, job=(file.name, file.read_bytes()))
        except DocumentError as error:
            raise ToolError(f"the job posting: {error.code}: {error.message}") from None
        except (ValueError, OSError) as error:
            raise ToolError(str(error)) from None
        return other

    @server.tool()
    def resumes() -> list[str]:
        """The files that may be resumes, as paths for the other tools; job postings may be among them."""
        found = ((one.path, root) for root in roots for one in listed_below(root) if one.why is None)
        return [named(file, root) for file, root in found]

    @server.tool()
    def analyze(path: str, profile: str = DEFAULT_PROFILE, job: str | None = None, as_of: str | None = None) -> str:
        """The gap report on one resume as JSON (gapcheck/report/1): skills with level and proof, verdicts, plan.

        `path` is one of those that the tool resumes lists, `job` that of a job posting to compare with instead of a
        profile, `as_of` the month (YYYY-MM) that "present" means.
        """
        return told(partial(_report, wishing(profile, as_of, job), allowed(path)))

    @server.tool()
    def explain(path: str, skill: str, as_of: str | None = None) -> str:
        """How the level of one skill on a resume comes about, mention by mention; `skill` is its id, name or alias."""
        try:
            found = skill_called(skill, analyzer.taxonomy).id
        except ValueError as error:
            raise ToolError(str(error)) from None
        return told(partial(_explanation, wishing(DEFAULT_PROFILE, as_of), allowed(path), found))

    @server.tool()
    def profiles() -> list[dict[str, str]]:
        """The roles that a resume can be compared with."""
        return [{"id": one.id, "name": one.name, "about": one.about} for one in analyzer.taxonomy.profiles.values()]

    @server.tool()
    def job(path: str) -> str:
        """What a job posting in a local file asks for, as JSON: skills with level, must or nice, and the line."""
        return wishing(DEFAULT_PROFILE, None, path).profile.model_dump_json()

    return server


def _report(analyzer: Analyzer, file: Path) -> str:
    return analyzer.analyze(file).to_json()


def _explanation(analyzer: Analyzer, file: Path, skill: str) -> str:
    console = PlainConsole(no_color=True, width=100)
    with console.capture() as captured:
        print_explanation(analyzer.explain(file, skill), analyzer.taxonomy, console)
    return captured.get()
