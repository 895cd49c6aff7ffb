"""Packages and all tests → the share of small changes of their code that the tests notice, and those that they miss.

    python benchmarks/mutants.py resume skills --sample 40

A change is `<` for `<=`, `or` for `and`, a number one larger, a `not` left out, at a place inside a function drawn at
random. The tests are loaded once. One run of all that need no process of their own tells which of them reach each place
that was drawn; then each change is made in a process split off from the loaded one, and the tests that reach it run
there until one fails or their time is up: first those that reach few other places. So no table says which
tests belong to which package, and a change costs what its tests cost.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import pickle
import random
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from types import CodeType, FunctionType, ModuleType
from typing import IO, Any, cast

import hypothesis
import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("gap", "plan", "privacy", "resume", "skills")
ENDLESS = 20  # times as long as the tests of a change may take: an endless loop is noticed by its length
_ELSEWHERE = {"subprocess", "server", "browser", "client"}  # what tests use whose claims are about other processes
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

    def __str__(self) -> str:
        place = f"{self.module.replace('.', '/')}.py:{self.line} {self.function}"
        return f"{place}: {self.before}  →  {self.after}"


class _Changer(ast.NodeTransformer):
    """Walks a module, lists the places where something can be changed and replaces those with the numbers given."""

    def __init__(self, module: str, replaced: Callable[[int, ast.expr, ast.expr], ast.expr] | None = None) -> None:
        self.found: list[Change] = []
        self._module, self._replaced, self._inside = module, replaced, list[str]()
        self._depth = 0

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.arguments | ast.JoinedStr | ast.pattern) or _is_guard(node):
            return node
        named = isinstance(node, ast.FunctionDef | ast.ClassDef) and self._depth == 0
        is_function = isinstance(node, ast.FunctionDef)
        if named:
            self._inside.append(node.name)  # type: ignore[attr-defined]
        self._depth += is_function
        number, other = len(self.found), _other(node) if self._depth else None
        if other is not None:
            line: int = node.lineno  # type: ignore[attr-defined]
            function = ".".join(self._inside)
            self.found.append(Change(self._module, function, number, line, ast.unparse(node), ast.unparse(other)))
        node = self.generic_visit(node)
        self._depth -= is_function
        if named:
            self._inside.pop()
        if other is None or self._replaced is None:
            return node
        other = cast(ast.expr, _other(node))  # once more, with what was replaced inside
        return ast.fix_missing_locations(ast.copy_location(self._replaced(number, cast(ast.expr, node), other), node))


def _is_guard(node: ast.AST) -> bool:
    """Whether it says `strict=True`, which no right program needs."""
    return isinstance(node, ast.keyword) and node.arg == "strict"


def _other(node: ast.AST) -> ast.expr | None:
    """What could stand here by a slip."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _SWAPPED:
        return ast.Compare(node.left, [_SWAPPED[type(node.ops[0])]()], node.comparators)  # type: ignore[list-item]
    if isinstance(node, ast.BoolOp) and type(node.op) in _SWAPPED:
        return ast.BoolOp(_SWAPPED[type(node.op)](), node.values)  # type: ignore[arg-type]
    if isinstance(node, ast.BinOp) and type(node.op) in _SWAPPED:
        return ast.BinOp(node.left, _SWAPPED[type(node.op)](), node.right)  # type: ignore[arg-type]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return node.operand
    if isinstance(node, ast.Constant) and isinstance(node.value, bool | int):
        return ast.Constant(not node.value if isinstance(node.value, bool) else node.value + 1)
    return None


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
    _put([change], lambda _change, _old, new: new)


def record(changes: Collection[Change], reached: Callable[[Change], None]) -> None:
    """Lets the code tell of each place when it is reached."""

    def telling(change: Change, old: ast.expr, _new: ast.expr) -> ast.expr:
        return ast.Call(ast.Name("_telling", ast.Load()), [ast.Constant(change.number), old], [])

    for module in {one.module for one in changes}:
        here = {one.number: one for one in changes if one.module == module}

        def tell(number: int, value: Any, here: dict[int, Change] = here) -> Any:
            reached(here[number])
            return value

        vars(importlib.import_module(module))["_telling"] = tell
        _put(here.values(), telling)


def _put(changes: Collection[Change], replaced: Callable[[Change, ast.expr, ast.expr], ast.expr]) -> None:
    """Replaces the places of changes, all of one module."""
    by_number = {one.number: one for one in changes}
    module = importlib.import_module(next(iter(changes)).module)
    assert module.__file__

    def at(number: int, old: ast.expr, new: ast.expr) -> ast.expr:
        return replaced(by_number[number], old, new) if number in by_number else old

    source = Path(module.__file__).read_text(encoding="utf-8")
    tree = _Changer(module.__name__, at).visit(ast.parse(source))
    whole = compile(cast(ast.Module, tree), module.__file__, "exec", dont_inherit=True)
    for function in {one.function for one in changes}:
        code, names = whole, function.split(".")
        for name in names:
            code = next(one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == name)
        _function(module, names).__code__ = code


def _function(module: ModuleType, names: list[str]) -> FunctionType:
    found: object = module
    for name in names:
        found = vars(found)[name]
    for wrapper in ("func", "fget", "__func__", "__wrapped__"):  # cached properties, properties, class methods, caches
        found = getattr(found, wrapper, found)
    assert isinstance(found, FunctionType), names
    return found


def _can_be_made(change: Change) -> bool:
    """False where its function can't be reached, as one that a decorator has put away."""
    try:
        _function(importlib.import_module(change.module), change.function.split("."))
    except (AssertionError, KeyError, TypeError):
        return False
    return True


@dataclass
class Reach:
    """Which tests reach the places of changes, and how many seconds of work each test takes."""

    tests: dict[Change, set[str]] = field(default_factory=lambda: defaultdict(set))
    seconds: dict[str, float] = field(default_factory=dict)  # of the tests that pass as long as nothing is changed

    def chosen(self, change: Change, most_seconds: float) -> set[str]:
        """The tests to run on a change: first those that reach few other places and so are about this one; of those
        that reach as many, one case of each function, quick ones first, then a second, and so on.
        """
        found, cases, spent = set[str](), Counter[str](), 0.0
        reached = Counter(test for tests in self.tests.values() for test in tests)
        order = list[tuple[int, int, float, str]]()
        for test in sorted(self.tests[change], key=self.seconds.__getitem__):
            function = test.partition("[")[0]
            order.append((reached[test], cases[function], self.seconds[test], test))
            cases[function] += 1
        for *_, seconds, test in sorted(order):
            spent += seconds
            if spent > most_seconds and found:
                break
            found.add(test)
        return found


class _Recorder:
    """Runs tests and writes down which of them reach which places. What a shared fixture reaches, all its users do."""

    def __init__(self, changes: Collection[Change]) -> None:
        self.reach = Reach()
        self._seen, self._failed = set[Change](), set[str]()
        self._by_fixture: dict[str, set[Change]] = defaultdict(set)
        record(changes, self._seen.add)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: pytest.FixtureDef[Any]) -> Iterator[None]:
        before = set(self._seen)
        self._seen.clear()
        yield
        if fixturedef.scope != "function":
            self._by_fixture[f"{fixturedef.baseid}::{fixturedef.argname}"] |= self._seen
        self._seen |= before

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed.add(report.nodeid)

    def run(self, tests: list[pytest.Function]) -> Reach:
        for test, after in zip(tests, [*tests[1:], None], strict=True):
            self._seen.clear()
            began = time.process_time()
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=after)
            if test.nodeid not in self._failed:
                self.reach.seconds[test.nodeid] = time.process_time() - began
                self._reaches(test, self._seen)
        for test in tests:
            for fixture, seen in self._by_fixture.items():
                base, _, name = fixture.rpartition("::")
                if test.nodeid in self.reach.seconds and test.nodeid.startswith(base) and name in test.fixturenames:
                    self._reaches(test, seen)
        return self.reach

    def _reaches(self, test: pytest.Item, changes: Collection[Change]) -> None:
        for change in changes:
            self.reach.tests[change].add(test.nodeid)


class _EndsAtAFailure:
    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._file.write(report.nodeid.encode())
            self._file.flush()
            os._exit(1)


def _split_off(work: Callable[[IO[bytes]], None]) -> tuple[int, bytes]:
    """The exit code of a process of its own that does the work, and what it has written into the file that it is given.
    Nothing that it has started lives longer.
    """
    with TemporaryFile() as file:
        child = os.fork()
        if not child:
            code = 1
            try:
                os.setpgid(0, 0)
                work(file)
                file.flush()
                code = 0
            finally:
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        with suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        file.seek(0)
        return code, file.read()


class Mutants:
    """The plugin of pytest that does the work in place of running the tests once."""

    def __init__(self, packages: list[str], size: int, seed: int, seconds: float, out: int) -> None:
        self._packages, self._size, self._seed, self._seconds, self._out = packages, size, seed, seconds, out

    def pytest_collection(self) -> None:
        hypothesis.settings.register_profile(
            "mutants", database=None, deadline=None, derandomize=True, phases=[hypothesis.Phase.generate]
        )
        hypothesis.settings.load_profile("mutants")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        tests = [one for one in session.items if isinstance(one, pytest.Function) and not _is_elsewhere(one)]
        places = {package: changes_in(package) for package in self._packages}
        samples = {package: self._sample(found) for package, found in places.items()}
        reach = self._reach(tests, [one for sample in samples.values() for one in sample])
        took = sum(reach.seconds.values())
        self._say(f"{len(reach.seconds)} of {len(session.items)} tests pass in this process: {took:.0f} s")
        for package, sample in samples.items():
            noticed = 0
            for count, change in enumerate(sample, 1):
                chosen = reach.chosen(change, self._seconds)
                by = self._noticed_by(change, [one for one in tests if one.nodeid in chosen])
                noticed += bool(by)
                word = "noticed" if by else "MISSED"
                of = by or f"{len(chosen)} of {len(reach.tests[change])} tests that reach it"
                self._say(f"{count:3} {word:8} {change}  ({of})")
            share = noticed / max(1, len(sample))
            self._say(
                f"{package}: {noticed} of {len(sample)} changes noticed ({share:.0%}), {len(places[package])} places"
            )
        return True

    def _sample(self, found: list[Change]) -> list[Change]:
        drawn = random.Random(self._seed).sample(found, len(found))
        return [one for one in drawn if _can_be_made(one)][: self._size]

    def _reach(self, tests: list[pytest.Function], changes: list[Change]) -> Reach:
        """Found in a process of its own: what the tests leave behind must not know the code without a change."""

        def work(file: IO[bytes]) -> None:
            _no_memory_of_samples(tests[0].config)
            recorder = _Recorder(changes)
            tests[0].config.pluginmanager.register(recorder)
            reach = recorder.run(tests)
            pickle.dump((dict(reach.tests), reach.seconds), file)

        code, written = _split_off(work)
        assert code == 0, "the tests could not be run at all"
        reaching, seconds = pickle.loads(written)
        return Reach(defaultdict(set, reaching), seconds)

    def _noticed_by(self, change: Change, tests: list[pytest.Function]) -> str:
        """The test that fails once the change is made, or what ends the process; nothing where all of them pass."""

        def work(file: IO[bytes]) -> None:
            signal.setitimer(signal.ITIMER_PROF, ENDLESS * self._seconds)  # ends the process
            make(change)
            tests[0].config.pluginmanager.register(_EndsAtAFailure(file))
            for test, after in zip(tests, [*tests[1:], None], strict=True):
                test.config.hook.pytest_runtest_protocol(item=test, nextitem=after)

        code, failed = _split_off(work) if tests else (0, b"")
        return failed.decode() or (f"ends with {code}" if code else "")

    def _say(self, line: str) -> None:
        os.write(self._out, f"{line}\n".encode())


def _is_elsewhere(test: pytest.Function) -> bool:
    """Whether the claim of a test is about a process of its own, where no change is made."""
    used = {*test.fixturenames, *test.function.__code__.co_names}
    functions = [vars(test.module).get(name) for name in test.function.__code__.co_names]
    used.update(*(one.__code__.co_names for one in functions if isinstance(one, FunctionType)))
    return not used.isdisjoint(_ELSEWHERE)


def _no_memory_of_samples(config: pytest.Config) -> None:
    """Each test reads its samples itself, so that each is seen to reach what reads them."""
    shared: Any = config.pluginmanager.get_plugin(str(ROOT / "tests" / "conftest.py"))
    del shared.RememberingAnalyzer.analyze


def main() -> None:
    """Prints a line for each change of the sample, and the share noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="+", choices=PACKAGES, metavar="package", help=", ".join(PACKAGES))
    parser.add_argument("--sample", type=int, default=40, help="how many changes of each, drawn at random")
    parser.add_argument("--seed", type=int, default=1, help="another one draws another sample")
    parser.add_argument("--seconds", type=float, default=30, help="how long the tests of one change may take")
    parser.add_argument("--tests", nargs="*", default=["tests"], help="files of tests, other than all")
    parser.add_argument("--nice", type=int, default=19, help="how far to stand back behind other programs, 0 to 19")
    asked = parser.parse_args()
    os.nice(asked.nice)
    os.chdir(ROOT)
    out, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    plugin = Mutants(asked.packages, asked.sample, asked.seed, asked.seconds, out)
    ended = pytest.main(["-n", "0", "-q", "-s", "-p", "no:cacheprovider", *asked.tests], plugins=[plugin])
    if ended == pytest.ExitCode.INTERNAL_ERROR:
        os.write(out, b"pytest could not begin: `python -m pytest -n 0 -p no:cacheprovider` says why\n")
    sys.exit(ended)


if __name__ == "__main__":
    main()
