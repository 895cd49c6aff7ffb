"""Tests on each Python that is there, and the package as users get it: `nox -s package`, `nox -s tests-3.13`."""

from __future__ import annotations

from pathlib import Path

import nox

nox.options.error_on_missing_interpreters = False
ROOT = Path(__file__).parent
PARTS = ("gapcheck/", "skills_taxonomy/", "tests/", "docs/gapcheck.1", "samples/", "LICENSE")  # of a source package


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """The tests; arguments behind -- are pytest's."""
    session.install("-q", "-e", ".[dev]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests of reading, outputs, limits and the server with the lowest versions that the package allows."""
    names = ("documents", "formats", "visibility", "hostile", "skills", "sources", "redaction", "html", "contract")
    files = [
        f"tests/test_{name}.py" for name in (*names, "cli", "accounting", "weeks", "serve", "serve_school", "anywhere")
    ]
    session.install("-q", "uv>=0.4,<1")
    session.run(
        "uv", "pip", "install", "-q", "--resolution", "lowest-direct", "-e", ".[mcp,ocr,parquet,remote,web,xlsx]"
    )
    tools = ("beautifulsoup4", "cmarkgfm", "httpx", "hypothesis", "jsonschema", "psutil", "pytest", "pytest-xdist")
    session.install("-q", *tools, "reportlab", "syrupy")
    session.run("python", "-m", "pytest", *(session.posargs or files))


@nox.session
def package(session: nox.Session) -> None:
    """Builds wheel and source package, checks them, and uses the wheel as a user without extras does."""
    import tarfile

    session.install("-q", "build>=1.2,<2", "twine>=6,<8", "check-wheel-contents>=0.6,<1")
    made = Path(session.create_tmp())
    for old in made.glob("gapcheck-*"):
        old.unlink()
    session.run("python", "-m", "build", "--outdir", str(made), ".", silent=True)
    wheel, source = next(made.glob("*.whl")), next(made.glob("*.tar.gz"))
    session.run("twine", "check", "--strict", str(wheel), str(source))
    session.run("check-wheel-contents", "--toplevel", "gapcheck,skills_taxonomy", str(wheel))
    with tarfile.open(source) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    for needed in PARTS:
        if not any(name.startswith(needed) for name in names):
            session.error(f"the source package lacks {needed}")

    session.run("python", "-m", "venv", "--clear", str(made / "user"), silent=True)
    python = str(made / "user" / "bin" / "python")
    session.run(python, "-m", "pip", "install", "-q", str(wheel), external=True)
    command = str(made / "user" / "bin" / "gapcheck")
    resume, posting = str(ROOT / "samples" / "strong.pdf"), str(ROOT / "samples" / "posting.txt")
    uses = (["--version"], ["doctor"], [resume, "--format", "json"], [resume, "--job", posting], ["job", posting])
    with session.chdir(made):
        for arguments in uses:
            session.run(command, *arguments, external=True, silent=True)
        session.run(python, "-c", "import importlib.util as u; assert not u.find_spec('sklearn')", external=True)
    if not (made / "user" / "share" / "man" / "man1" / "gapcheck.1").is_file():
        session.error("the wheel brings no manual page")
