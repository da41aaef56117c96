# Everything sets itself up: nothing but Python (3.10 or newer), make and git need be there.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: test check demo proofs tables bench compare bless docs clean

test: check
	$(BIN)/python -m pytest --cov --cov-report=term --cov-fail-under=95

check: .venv/.stamp
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

demo: .venv/.stamp
	$(BIN)/python -m tools.demo

proofs: .venv/.stamp
	$(BIN)/python -m proofs.run --versions

tables: .venv/.stamp
	$(BIN)/python -m tools.celery_tables --write

bench: .venv/.stamp-bench
	$(BIN)/python -m benchmarks

compare: .venv/.stamp
	$(BIN)/uv venv --quiet --clear .venv/compare
	$(BIN)/uv pip install --quiet --python .venv/compare/bin/python -e . --group compare
	.venv/compare/bin/python -m tools.comparison

bless: .venv/.stamp
	$(BIN)/python -m pytest --bless -q

clean:
	rm -rf .venv .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist

.venv/.stamp: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip install --quiet --python $(BIN)/python -e . --group dev
	touch $@

.venv/.stamp-bench: .venv/.stamp
	$(BIN)/uv pip install --quiet --python $(BIN)/python --target .venv/bench --group bench
	touch $@
