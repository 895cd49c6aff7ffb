# The five things one does here. `make` alone lists them.
.PHONY: help setup test check bench docs coverage mutants
PYTHON ?= python3

help:
	@echo "make setup   a virtual environment with all that development needs"
	@echo "make test    the tests"
	@echo "make check   style, types, architecture"
	@echo "make bench   how fast and how right it is"
	@echo "make docs    the pages that are made from the data"
	@echo "make coverage, make mutants PACKAGE=plan: what the tests leave open (docs/testing.md)"

setup:
	$(PYTHON) -m venv .venv && .venv/bin/pip install -q -e '.[dev]'

test:
	.venv/bin/python -m pytest

check:
	.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy && .venv/bin/lint-imports

bench:
	.venv/bin/python benchmarks/run.py && .venv/bin/gapcheck evaluate samples/corpus --as-of 2026-11

docs:
	.venv/bin/gapcheck taxonomy export --format markdown > docs/skills.md
	.venv/bin/gapcheck profiles --format markdown > docs/profiles.md
	.venv/bin/python docs/make_man.py

coverage:
	.venv/bin/python -m pytest --cov --cov-report=term

mutants:
	.venv/bin/python benchmarks/mutants.py $(PACKAGE)
