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

catalogues: setup  ## takes new messages into locales/
	$(BIN)/python tools/catalogues.py

clean:
	rm -rf .venv build dist src/eligibility/_shipped
