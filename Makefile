PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup ask test check bench catalogues clean

setup: $(BIN)/.ready

$(BIN)/.ready: pyproject.toml
	$(PYTHON) tools/setup.py
	@touch $@

ask: setup  ## the interview: which documents to bring
	@$(BIN)/eligibility ask

test: setup
	$(BIN)/python -m pytest -n auto

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/catalogues.py --check
	$(BIN)/eligibility rules lint

bench: setup
	$(BIN)/pip install -q -e '.[bench]'
	$(BIN)/python -m tools.bench

.PHONY: mutants mutants-all rule-mutants
SEED ?= 1

mutants: .venv/.mutants  ## small mistakes put into the code, to see which no test notices: make mutants [N=400] [SEED=1]
	$(BIN)/python -m tools.mutants $(N) --seed $(SEED)

mutants-all: .venv/.mutants  ## every such mistake; goes on where it was broken off
	$(BIN)/python -m tools.mutants --all

.venv/.mutants: pyproject.toml | setup
	$(BIN)/pip install -q -e '.[mutants]'
	@touch $@

rule-mutants: setup  ## the rules bent, to see what no scenario and no reading of the decrees notices
	$(BIN)/python -m tools.rule_mutants

catalogues: setup  ## takes new messages into locales/
	$(BIN)/python tools/catalogues.py

clean:
	rm -rf .venv build dist src/eligibility/_shipped
