# Everything a newcomer types. Needs python3 (3.11 or later), python3-venv and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
# The peers that Tamiz is measured beside have an environment of their own.
BENCH := .venv-bench
BENCH_STAMP := $(BENCH)/.installed

.DEFAULT_GOAL := help
.PHONY: help demo serve test test-postgresql check lint types contracts coverage bench bench-large redteam wheel lock clean

help: ## print these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(STAMP): lock/dev.txt pyproject.toml
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r lock/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(BENCH_STAMP): lock/bench.txt
	@$(PYTHON) -m venv $(BENCH)
	@$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r lock/bench.txt
	@touch $@

demo: $(STAMP) ## screen an invented programme against an invented watchlist; no network
	@$(BIN)/tamiz demo

serve: $(STAMP) ## decide the demonstration's cases in a browser, on this machine only
	@[ -e out/demo/run.json ] || $(BIN)/tamiz demo
	@$(BIN)/tamiz serve --demo out/demo

test: $(STAMP) ## run the tests (a few minutes)
	@$(BIN)/python -m pytest -n auto --dist loadgroup

test-postgresql: $(STAMP) ## run the tests that touch the database on a PostgreSQL of their own
	@scripts/with-postgresql $(BIN)/python -m pytest -n auto --dist loadgroup -m database tests/web tests/casework

check: lint types contracts ## lint, types and import contracts

lint: $(STAMP) ## ruff: rules and format
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(STAMP) ## mypy --strict
	@$(BIN)/mypy

contracts: $(STAMP) ## which room may import which
	@$(BIN)/lint-imports

coverage: $(STAMP) ## run the tests and print what they miss
	@$(BIN)/coverage erase && $(BIN)/coverage run -m pytest && $(BIN)/coverage combine -q && $(BIN)/coverage report

bench: $(STAMP) ## measure accuracy and speed, peers beside (about an hour)
	@$(MAKE) --no-print-directory $(BENCH_STAMP) || echo "nomenklatura cannot be installed here and is left out:" \
	  "its pyicu is compiled, which needs g++, pkg-config and libicu-dev"
	@PYTHONPATH=src $$(ls $(BENCH_STAMP) >/dev/null 2>&1 && echo $(BENCH) || echo $(VENV))/bin/python bench/suite.py

bench-large: $(STAMP) ## measure speed among 400,000 and 2 million parties
	@$(BIN)/python bench/suite.py --large

redteam: $(STAMP) ## invent a programme with infiltrators and see who is found (OPTIONS="--seeds 1 2 3")
	@PYTHONPATH=bench $(BIN)/python -m redteam $(OPTIONS)

wheel: $(STAMP) ## build the wheel into dist/
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation -w dist .

lock: ## pin the dependencies again (needs uv)
	@for kind in run web dev bench ocr face; do uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --python-version 3.11 $$(case $$kind in run) ;; dev) echo --extra dev --extra web --extra postgresql;; \
	  web) echo --extra web --extra postgresql;; \
	  *) echo --extra $$kind;; esac) \
	  $$([ $$kind = run ] || echo --constraints lock/run.txt) -o lock/$$kind.txt pyproject.toml; done

clean: ## remove what was built
	@rm -rf $(VENV) $(BENCH) dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis
