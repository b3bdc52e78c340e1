# Two doors: `make demo` and `make test`. Each sets up all it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin
# twice quiet: what goes wrong is said all the same
PIP := $(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check -c constraints.txt

.PHONY: demo test gate lint types layers tests plugin browser docs samples format clean

demo: .venv/stamp-base
	@$(BIN)/python benchmarks/demo.py

test: .venv/stamp-dev browser lint types layers tests plugin

lint: .venv/stamp-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/stamp-dev
	$(BIN)/mypy

layers: .venv/stamp-dev
	$(BIN)/lint-imports

tests: .venv/stamp-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

# The figures that have been reached are held: benchmarks/floors.toml. Where the benchmark data is not there, the
# cases of our own alone are the gate.
gate: .venv/stamp-dev
	$(BIN)/python benchmarks/accuracy.py --gate

# The example plugin as a distribution of its own: installed into a fresh environment, its own tests run there.
plugin: .venv/stamp-dev
	$(BIN)/python tests/fresh_environment.py plugins/example-plugin

# Chromium opens the HTML report in the tests; without root it has to be installed by hand.
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	  || echo "No Chromium found: the browser tests will be skipped. Install the package 'chromium' to run them."

# The pages of the rules, from their docstrings.
docs: .venv/stamp-base
	$(BIN)/python benchmarks/rule_pages.py

# The committed sample reports, after a change of what is found or how it is shown.
samples: .venv/stamp-base
	$(BIN)/python benchmarks/samples.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/stamp-base: .venv/bin/python pyproject.toml constraints.txt
	@echo "Installing the pinned packages into .venv; the first time this takes some minutes."
	@$(PIP) -e .
	@touch $@

.venv/stamp-dev: .venv/stamp-base
	@echo "Installing what the tests need into .venv."
	@$(PIP) torch==2.13.0
	@$(PIP) -e '.[dev,models]'
	@touch $@

format: .venv/stamp-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
