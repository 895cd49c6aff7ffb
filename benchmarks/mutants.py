"""A package and its tests → the share of small changes of its code that the tests notice, and those that they miss.

    python benchmarks/mutants.py plan --sample 40

Each change (`<` for `<=`, `or` for `and`, a number one larger, a `not` left out) is made in a process of its own, split
off from one that has loaded everything: so a change costs what its tests cost and no more. Only code inside functions
is changed, at the places drawn at random. It works when nothing else on the machine does.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import io
import os
import random
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import cast

import pytest

ROOT = Path(__file__).parent.parent
TESTS = {
    "gap": ["test_plan.py", "test_career.py", "test_quick_wins.py"],
    "plan": ["test_quick_wins.py", "test_advice.py", "test_plan.py", "test_counterfactual.py"],
    "privacy": ["test_redaction.py", "test_privacy.py"],
    "resume": ["test_dates.py", "test_resume.py", "test_resume_labels.py", "test_resume_part.py", "test_health.py"],
    "skills": ["test_level_rule.py", "test_skills.py", "test_sense.py", "test_tricks.py", "test_spacy.py"],
}
SECONDS = 600  # of work, for the tests of one change: an endless loop is noticed by its length
_SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult,
}  # fmt: skip


@dataclass(frozen=True)
class Change:
    """One change: in which module, in which of its outermost functions or methods, and how the line reads before and
    after. `number` counts the places of the module where something can be changed.
    """

    module: str
    function: str
    number: int
    line: int
    before: str
    after: str


class _Changer(ast.NodeTransformer):
    """Walks a module and changes the place with this number; with -1 it only lists the places."""

    def __init__(self, module: str, wanted: int = -1) -> None:
        self.found: list[Change] = []
        self._module, self._wanted, self._inside = module, wanted, list[str]()
        self._depth = 0

    def visit(self, node: ast.AST) -> ast.AST:
        named = isinstance(node, ast.FunctionDef | ast.ClassDef) and self._depth == 0
        is_function = isinstance(node, ast.FunctionDef)
        if named:
            self._inside.append(node.name)  # type: ignore[attr-defined]
        self._depth += is_function
        found = self._changed(node) if self._depth else node
        if found is node and not isinstance(node, ast.arguments | ast.JoinedStr):
            found = self.generic_visit(node)
        self._depth -= is_function
        if named:
            self._inside.pop()
        return found

    def _changed(self, node: ast.AST) -> ast.AST:
        other: ast.AST | None = None
        if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SWAPPED:
            other = ast.Compare(node.left, [_SWAPPED[type(node.ops[0])]()], node.comparators)  # type: ignore[list-item]
        elif isinstance(node, ast.BoolOp) and type(node.op) in _SWAPPED:
            other = ast.BoolOp(_SWAPPED[type(node.op)](), node.values)  # type: ignore[arg-type]
        elif isinstance(node, ast.BinOp) and type(node.op) in _SWAPPED:
            other = ast.BinOp(node.left, _SWAPPED[type(node.op)](), node.right)  # type: ignore[arg-type]
        elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            other = node.operand
        elif isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
            other = ast.Constant(not node.value if isinstance(node.value, bool) else node.value + 1)
        if other is None:
            return node
        number, function = len(self.found), ".".join(self._inside)
        line: int = node.lineno  # type: ignore[attr-defined]
        self.found.append(Change(self._module, function, number, line, ast.unparse(node), ast.unparse(other)))
        return ast.fix_missing_locations(ast.copy_location(other, node)) if number == self._wanted else node


def changes_in(package: str) -> list[Change]:
    """All changes that can be made in the functions of a package."""
    found: list[Change] = []
    for path in sorted((ROOT / "gapcheck" / package).rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        changer = _Changer(module)
        changer.visit(ast.parse(path.read_text(encoding="utf-8")))
        found += changer.found
    return found


def make(change: Change) -> None:
    """Puts the changed code into the function that is loaded, so that all who have imported it run the change."""
    module = importlib.import_module(change.module)
    assert module.__file__
    source = Path(module.__file__).read_text(encoding="utf-8")
    tree = _Changer(change.module, change.number).visit(ast.parse(source))
    code = compile(cast(ast.Module, tree), module.__file__, "exec", dont_inherit=True)
    for name in change.function.split("."):
        code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == name)
    _function(module, change.function.split(".")).__code__ = code


def _function(module: ModuleType, names: list[str]) -> FunctionType:
    found: object = module
    for name in names:
        found = vars(found)[name]
    for wrapper in ("func", "fget", "__func__", "__wrapped__"):  # cached properties, properties, class methods, caches
        found = getattr(found, wrapper, found)
    assert isinstance(found, FunctionType), names
    return found


def is_noticed(change: Change, tests: list[str]) -> bool:
    """Whether a test fails, or no end is reached, once the change is made; in a process of its own."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # ends the process
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        make(change)
        code = _run(*tests)
    os._exit(0 if code == 0 else 1)


def _run(*arguments: str) -> int:
    return int(pytest.main(["-n", "0", "-q", "-x", "-p", "no:cacheprovider", *arguments]))


def _can_be_made(change: Change) -> Iterator[Change]:
    """The change, unless its function can't be reached, as one that a decorator has put away."""
    try:
        _function(importlib.import_module(change.module), change.function.split("."))
    except (AssertionError, KeyError, TypeError):
        return
    yield change


def main() -> None:
    """Prints a line for each change of the sample, and the share noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", choices=sorted(TESTS))
    parser.add_argument("--sample", type=int, default=40, help="how many changes, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="another one draws another sample")
    parser.add_argument("--tests", nargs="*", help="other files of tests than those of the package")
    parser.add_argument("--nice", type=int, default=19, help="how far to stand back behind other programs, 0 to 19")
    asked = parser.parse_args()
    os.nice(asked.nice)
    os.chdir(ROOT)
    tests = [str(ROOT / "tests" / name) for name in asked.tests or TESTS[asked.package]]
    with redirect_stdout(io.StringIO()):
        assert _run("--collect-only", *tests) == 0  # loads all
    drawn = random.Random(asked.seed).sample(found := changes_in(asked.package), len(found))
    sample = [one for change in drawn for one in _can_be_made(change)][: asked.sample]
    noticed = 0
    for count, change in enumerate(sample, 1):
        seen = is_noticed(change, tests)
        noticed += seen
        place = f"{change.module.replace('.', '/')}.py:{change.line} {change.function}"
        print(f"{'noticed ' if seen else 'MISSED  '} {place}: {change.before}  →  {change.after}", flush=True)
        print(f"{noticed} of {count} of {len(found)} places", file=sys.stderr, flush=True)
    print(f"{asked.package}: {noticed} of {len(sample)} changes noticed ({noticed / max(1, len(sample)):.0%})")


if __name__ == "__main__":
    main()
