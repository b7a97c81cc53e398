# Two commands for newcomers: make crawl, make test. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help crawl test lint accuracy speed fuzz guided golden docs clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## /\1\t/' | expand -t 12

crawl: $(VENV)/.production ## Set up, crawl the bundled demo site, show what came out
	@$(BIN)/scrapy demo --crawl

test: $(VENV)/.development ## Set up, then run all tests and checks
	@$(BIN)/python -m pytest -n auto

lint: $(VENV)/.development ## ruff, mypy and the walls between the rooms
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

accuracy: $(VENV)/.development ## Score the extractor on annotated pages beside other tools, then on pages robbed of names and data
	@$(BIN)/python -m benchmarks.accuracy
	@for part in classes jsonld tags; do echo "without $$part"; $(BIN)/python -m benchmarks.accuracy --without $$part || exit 1; done

speed: $(VENV)/.development ## Measure extraction, a whole crawl and the browser against bare parses and a bare Scrapy
	@$(BIN)/python -m benchmarks.speed

fuzz: $(VENV)/.development ## Hand broken and hostile inputs to every reader
	@$(BIN)/python -m benchmarks.fuzz

guided: $(VENV)/.fuzz ## The same readers by atheris, a minute each: inputs grow towards code not reached yet
	@for target in byline credit date feed listing article; do $(BIN)/python -m benchmarks.fuzz_guided $$target || exit 1; done

golden: $(VENV)/.development ## Rewrite the golden JSON of tests/sites from its pages; review the diff
	@$(BIN)/python -m tests.sites.golden

docs: $(VENV)/.production ## Rewrite the generated pages of docs/
	@$(BIN)/python docs/generate.py

$(VENV)/bin/python:
	@echo "Setting up $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV) || { echo "python3 -m venv failed; on Debian: apt-get install python3-venv"; exit 1; }

$(VENV)/.production: requirements.txt | $(VENV)/bin/python
	@echo "Installing requirements.txt"
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/.development: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing requirements-dev.txt"
	@$(PIP) install -r requirements-dev.txt
	@touch $@ $(VENV)/.production

$(VENV)/.fuzz: requirements-fuzz.txt $(VENV)/.development
	@echo "Installing requirements-fuzz.txt"
	@$(PIP) install -r requirements-fuzz.txt
	@touch $@

clean: ## Remove what setting up and crawling left
	@rm -rf $(VENV) data
