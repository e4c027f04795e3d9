# Everything a fresh machine with Python 3.11+ and make needs: `make chat` and `make test` set themselves up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Where Python may not keep what it has compiled, every start of the program compiles all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup chat bot console index test soak bench llm-smoke lock clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Journey Coach needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/journey-coach index
	@touch $(READY)

chat: $(READY)
	@$(BIN)/journey-coach chat

bot: $(READY)
	@$(BIN)/journey-coach bot

console: $(READY)
	@$(BIN)/journey-coach console

index: $(READY)
	@$(BIN)/journey-coach index

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m knowledge.check
	$(BIN)/pytest -m "not soak" -n auto --dist worksteal --cov --cov-report=term

soak: $(READY)
	$(BIN)/pytest -m soak

bench: $(READY)
	$(BIN)/python -m bench.retrieval.run
	$(BIN)/python -m bench.understanding.run
	$(BIN)/python -m bench.plans.run
	$(BIN)/python -m bench.anonymising.run

# A short talk with the language model of LLM, LLM_BASE_URL and LLM_API_KEY.
llm-smoke: $(READY)
	@$(BIN)/python -m bench.llm.smoke

# Needs uv on the path; the lock holds for every platform and names no index.
lock:
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis htmlcov .coverage
