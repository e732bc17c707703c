# newsdesk: `make run` starts the desk, `make test` runs every test; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
TESTS ?= tests

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev browser run test check bench lighthouse fmt messages

help:
	@echo "make run    install what is missing and start the desk at http://127.0.0.1:$${PORT:-8000}"
	@echo "make test   install what the tests need and run them all"
	@echo "make check  lint, types, templates, migrations"
	@echo "make bench  speed beside its yardsticks"
	@echo "make lighthouse  scores of the main pages of a running desk (needs npm and Chromium)"
	@echo "make fmt    format the code"
	@echo "make setup  install only"
	@echo "make messages  compile the translations after a change"

setup: $(VENV)/.installed

setup-dev: $(VENV)/.installed-dev

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed; install it, or name it: make run PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, $$($(PYTHON) --version) was found; name another: make run PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's venv module is needed (Debian: apt-get install python3-venv)."; exit 1; }

$(VENV)/.installed: requirements.txt | $(BIN)/python
	@echo "Installing newsdesk's packages into $(VENV) (about a minute the first time)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt requirements.txt | $(BIN)/python
	@echo "Installing what the tests need into $(VENV) (about a minute the first time)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $(VENV)/.installed $@

# Debian's Chromium for the browser tests; where it cannot be installed they are skipped and say so.
browser:
	@command -v $${CHROMIUM:-chromium} >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium for the browser tests…"; \
			{ apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 \
				|| echo "Chromium could not be installed: the browser tests will be skipped."; \
		else \
			echo "Chromium is missing: the browser tests will be skipped. Install it (Debian: apt-get install chromium) or set CHROMIUM to its path."; \
		fi; }

run: setup
	@exec $(MANAGE) run_desk

test: setup-dev browser
	$(BIN)/python -m pytest -n 2 --dist loadfile $(TESTS)

check: setup-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/djlint --lint templates --quiet
	$(MANAGE) check
	$(MANAGE) makemigrations --check --dry-run

bench: setup-dev
	@$(MANAGE) migrate --verbosity 0
	$(MANAGE) bench --collection 100000

# Asks a desk that runs, at PORT; what it needs beside is no part of an installation.
lighthouse: $(BIN)/python
	@$(BIN)/python -m tests.lighthouse.measure

fmt: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: setup-dev
	@$(BIN)/python -c "import pathlib, polib; [polib.pofile(str(path)).save_as_mofile(str(path.with_suffix('.mo'))) for path in pathlib.Path('locale').rglob('*.po')]"
