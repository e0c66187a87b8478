PYTHON ?= python3
BIN := .venv/bin
NEEDS := pyproject.toml requirements.lock tools/setup.py

.DEFAULT_GOAL := help
.PHONY: help ask setup test test-install test-spark test-latest check bench kiosk soak load mutants mutants-all rule-mutants lock wheelhouse catalogues clean
.SECONDARY:

help:  ## what there is to do
	@sed -n 's/^\([a-z-]*\):.*  ## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 24

$(BIN)/.has-%: $(NEEDS)
	@$(PYTHON) tools/setup.py $*
	@touch $@

ask: $(BIN)/.has-ask  ## the interview: which documents to bring
	@$(BIN)/eligibility ask

setup: $(BIN)/.has-use  ## the whole program in .venv, letters as PDF included

kiosk: $(BIN)/.has-use  ## the pages of a kiosk, in the browser
	@$(BIN)/eligibility serve --kiosk --open

test: $(BIN)/.has-test  ## the tests; they need no network
	$(BIN)/python -m pytest -n auto

check: $(BIN)/.has-check  ## style, types, layers, messages and rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/catalogues.py --check
	$(BIN)/python tools/terms.py
	$(BIN)/python tools/diagnostic_pages.py --check
	$(BIN)/python tools/today_table.py --check
	$(BIN)/eligibility rules lint

test-install: $(BIN)/.has-check  ## every way of installing, in places of its own; takes libraries from the registry
	$(BIN)/python -m pytest tests/install

test-spark: $(BIN)/.has-test $(BIN)/.has-spark  ## what a Spark decides, on a Spark of this machine; takes Java 17 or later
	$(BIN)/python -m pytest tests/spark

test-latest:  ## the tests with the newest libraries that pyproject.toml allows, in a place of its own
	$(PYTHON) tools/latest.py

bench: $(BIN)/.has-bench  ## speed, beside other work measured in the same run
	$(BIN)/python -m tools.bench

soak: $(BIN)/.has-use  ## the server under mixed load for N minutes: no failure, no growth of memory [N=30]
	$(BIN)/python -m tools.soak $(N)

load: $(BIN)/.has-use  ## decisions a second over HTTP, beside a bare route; takes wrk
	$(BIN)/python -m tools.load

SEED ?= 1

mutants: $(BIN)/.has-mutants  ## small mistakes put into the code, to see which no test notices: [N=400] [SEED=1]
	$(BIN)/python -m tools.mutants $(N) --seed $(SEED)

mutants-all: $(BIN)/.has-mutants  ## every such mistake; goes on where it was broken off
	$(BIN)/python -m tools.mutants --all

rule-mutants: $(BIN)/.has-test  ## the rules bent, to see what no scenario and no reading of the decrees notices
	$(BIN)/python -m tools.rule_mutants

lock: $(BIN)/.has-use  ## requirements.lock anew: the newest of everything
	$(BIN)/python tools/lock.py

wheelhouse:  ## build/wheels: all that an office without network or compiler needs
	$(PYTHON) tools/wheelhouse.py build/wheels

catalogues: $(BIN)/.has-use  ## takes new messages into locales/
	$(BIN)/python tools/catalogues.py

clean:  ## removes what was made
	rm -rf .venv build dist src/eligibility/_shipped
