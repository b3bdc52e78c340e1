# Two doors: `make demo` and `make test`. Each sets up all it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test lint types layers tests browser clean format

demo: .venv/stamp-base
	@$(BIN)/python benchmarks/demo.py

test: .venv/stamp-dev browser lint types layers tests

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports

tests:
	$(BIN)/python -m pytest -n 2 --dist loadfile

# Chromium opens the HTML report in the tests; without root it has to be installed by hand.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium found: the browser tests will be skipped. Install the package 'chromium' to run them."

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/stamp-base: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) -e .
	@touch $@

.venv/stamp-dev: .venv/stamp-base
	$(PIP) torch==2.13.0
	$(PIP) -e '.[dev,models]'
	@touch $@

format:
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
