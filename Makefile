# Each target does its own set-up: from a fresh clone `make demo` is the only step.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PEERS := .venv-bench/.ready
# Errors alone: what pip warns of on a machine is no concern of who tries this.
PIP_OPTIONS := --quiet --quiet --disable-pip-version-check
TOO_OLD := "harvester needs Python 3.11 or newer: make PYTHON=python3.12 demo"
NO_INDEX := "the package index did not give all of requirements.lock: is it reachable? PIP_INDEX_URL names another"

.PHONY: demo test check lock clean chaos bench-crawl bench-extraction bench-attribution

demo: $(READY)  ## harvest the newspaper that ships with the package
	$(BIN)/harvester demo

test: $(READY)  ## the whole test suite, offline
	$(BIN)/pytest -n 2

check: $(READY)  ## format, lint, types, import layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench-crawl: $(READY)  ## a crawl beside bare Scrapy: CPU a page, pages a second, memory
	$(BIN)/python benchmarks/crawl/bench.py --pages 1000
	$(BIN)/python benchmarks/crawl/bench.py --pages 1000 --hosts 20

chaos: $(READY)  ## three times a hundred kills at random moments: nothing lost, doubled or broken
	for seed in 1 2 3; do $(BIN)/python benchmarks/crawl/chaos.py --trials 10 --kills 10 --seed $$seed || exit 1; done
	for signal in TERM INT; do $(BIN)/python benchmarks/crawl/chaos.py --trials 2 --signal $$signal || exit 1; done

bench-extraction: $(READY) $(PEERS)  ## fields of real pages beside the peers; HARVESTER_PAGES names their folder
	$(BIN)/python benchmarks/extraction/bench.py

bench-attribution: $(READY) $(PEERS)  ## source lines, credits and rails; those of whole pages need HARVESTER_PAGES
	$(BIN)/python benchmarks/attribution/bench.py

lock:  ## write requirements.lock anew from pyproject.toml
	@$(PYTHON) -m venv .venv-lock
	@.venv-lock/bin/python -m pip install $(PIP_OPTIONS) uv
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--all-extras --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv .venv-bench .venv-lock .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The stamp depends on what is installed, not on the code: the package is installed editable.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit($(TOO_OLD) if sys.version_info < (3, 11) else 0)'
	@echo "setting up .venv (once, about a minute)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install $(PIP_OPTIONS) --require-hashes -r requirements.lock || { echo $(NO_INDEX); exit 1; }
	@$(BIN)/python -m pip install $(PIP_OPTIONS) --no-build-isolation --no-deps --editable .
	@touch $@

# The peers need much that the package does not: an environment of their own.
$(PEERS): benchmarks/extraction/peers.txt
	@echo "setting up .venv-bench (once, about a minute)"
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install $(PIP_OPTIONS) --no-deps --requirement $<
	@touch $@
