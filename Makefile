# Everything the archive needs, from a fresh machine with Python 3.11 and make.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
export HOST ?= 127.0.0.1
export PORT ?= 8000
export VAR ?= $(CURDIR)/var
APPS := families media stories archive home config

.DEFAULT_GOAL := help

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.PHONY: run
run: $(VENV)/runtime ## Set up what is missing, then serve the archive with its worker
	@$(BIN)/python manage.py set_up --address "http://$(HOST):$(PORT)/"
	@PATH="$(CURDIR)/$(BIN):$$PATH" exec $(BIN)/honcho start --port $(PORT)

.PHONY: install
install: $(VENV)/runtime ## Install what the archive needs, and nothing for tests

.PHONY: test
test: check test-needs ## Check, then run every test and measure what they cover
	@mkdir -p var
	$(BIN)/python -m slipcover -m pytest --numprocesses 2 --dist loadfile \
		--no-loadscope-reorder tests
	$(BIN)/python -m tests.covered var/covered.json

.PHONY: check
check: $(VENV)/development ## Format, lint, types, imports, migrations, production settings
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(APPS)
	$(BIN)/djhtml --check --tabwidth 2 $(shell git ls-files '*.html')
	$(BIN)/lint-imports
	$(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') \
		ALLOWED_HOSTS=archive.example $(BIN)/python manage.py check --deploy --fail-level WARNING \
		--settings config.settings.production

.PHONY: bench
bench: $(VENV)/runtime ## Measure files beside bare tools, the gate, the queue, the search and public pages; takes three quarters of an hour
	$(BIN)/python -m benchmarks.media
	$(BIN)/python -m benchmarks.uploads
	$(BIN)/python -m benchmarks.gate
	$(BIN)/python -m benchmarks.queue
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.public

.PHONY: format
format: $(VENV)/development ## Put code and templates into their one format
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djhtml --tabwidth 2 $(shell git ls-files '*.html')

.PHONY: messages
messages: $(VENV)/development test-needs ## Gather the words to translate, and compile what is translated
	$(BIN)/python manage.py makemessages $(MESSAGES)
	$(BIN)/python manage.py compilemessages --verbosity 0 --locale pl --ignore '.venv'
MESSAGES := --verbosity 0 --locale pl --no-wrap --no-obsolete --add-location file \
	--ignore '.venv' --ignore 'var' --ignore 'tests' --ignore 'benchmarks'

.PHONY: lock
lock: $(VENV)/development ## Resolve the direct dependencies again, with hashes
	$(BIN)/uv pip compile requirements.in $(LOCK) --output-file requirements.txt
	$(BIN)/uv pip compile requirements-dev.in $(LOCK) --output-file requirements-dev.txt
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url \
	--no-emit-find-links --custom-compile-command 'make lock'

.PHONY: test-needs
test-needs:
	@sh tests/install-needs.sh

$(VENV)/python:
	@echo "Making the virtual environment"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/runtime: requirements.txt | $(VENV)/python
	@echo "Installing what the archive needs"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/development: requirements-dev.txt $(VENV)/runtime
	@echo "Installing what the tests need"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@
