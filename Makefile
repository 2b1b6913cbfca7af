# Short names for the commands of this project, for Linux and macOS. `make` alone lists them.
# What a command needs stands in .venv, which is made at the first use, and again when the pinned
# packages change. Options go through ARGS: make test ARGS="-k timeline"

PYTHON ?= python3
BIN := .venv/bin
# An empty file. Its date says when the pinned packages were last installed.
READY := .venv/installed

.DEFAULT_GOAL := help
.PHONY: help dev lint format type test test-all bench

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

dev: $(READY) ## run the app; it runs again when a file is saved, and shows errors on the page
	$(BIN)/streamlit run app.py --server.fileWatcherType auto --server.runOnSave true --client.showErrorDetails full $(ARGS)

lint: $(READY) ## look for mistakes, bad layout and forbidden imports; change nothing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports

format: $(READY) ## repair what can be repaired without a person: layout, order of imports
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

type: $(READY) ## check the types
	$(BIN)/mypy

test: $(READY) ## the quick tests, without a browser: under a minute
	$(BIN)/python -m pytest tests/unit $(ARGS)

test-all: $(READY) ## all tests, with the browser: the README's test command
	$(BIN)/python -m pytest $(ARGS)

bench: $(READY) ## measure how fast the app is, beside a bare Streamlit app; takes long
	$(BIN)/python -m benchmarks.compare $(ARGS)

$(READY): requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv --upgrade-deps .venv
	$(BIN)/pip install -q -r requirements-dev.txt
	touch $@
