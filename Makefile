# Every target does its own set-up; a second call installs nothing again.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
GAZETTEER := src/rashomon/data/gazetteer/.ready
PEERS := .venv-bench/bin/python
AXE := tests/browser/node_modules/.ready

# Where the machine forbids it to keep compiled modules, every command that a test begins would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check lint types imports data bench soak scale cluster web-story web-bench fuzz audit wheel-check lock picture screenshots clean

demo: $(READY) $(GAZETTEER)
	@$(BIN)/rashomon build examples/aleppo-2024/reports --story one --out out/demo
	@echo "The page: $(CURDIR)/out/demo/dossier.html"

test: $(READY) $(GAZETTEER) $(AXE)
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: lint types imports test

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

data: $(GAZETTEER)

# SIZES changes what is measured (0 leaves a table out): make bench SIZES="--reports 50 --steady 200 --worlds 500,1000
# --project 0 --largest 0 --team 0 --cluster 0 --page 0".
bench: $(READY) $(GAZETTEER) $(PEERS)
	$(BIN)/python -m benchmarks --date "$$(date -u +%F)" --machine "$$(uname -m), $$(nproc) cores" \
	  --peers $(PEERS) $(if $(wildcard ../shared/data),--shared ../shared) $(SIZES)

# Others' tools that are measured beside, in an environment of their own (the extra `bench`).
$(PEERS): $(READY)
	$(BIN)/uv venv -q --clear --python $(BIN)/python .venv-bench
	$(BIN)/uv pip install -q --python $@ $$($(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['project']['optional-dependencies']['bench'])") || echo "They could not be installed: they are left out."

# The full forms of what `make test` runs bounded; their figures stand in docs/reference/hard-use.md.
# REPORTS of the fortnight, 50,000 by default.
soak: $(READY) $(GAZETTEER)
	$(BIN)/python -m benchmarks.soak
	$(BIN)/python -m benchmarks.fortnight $(if $(REPORTS),--reports $(REPORTS))

scale: $(READY) $(GAZETTEER)
	$(BIN)/python -m benchmarks.scale

# A standalone Spark master and two workers on loopback, one of which is killed; needs Java 17 or later. With
# CLAIMS=invented the workers look up what the invented reports claim, so that more REPORTS fit into the same time.
cluster: $(READY) $(GAZETTEER)
	@$(BIN)/python -c "import pyspark" 2>/dev/null || $(BIN)/uv pip install -q --python $(BIN)/python -e '.[spark]'
	$(BIN)/python -m benchmarks.cluster $(if $(REPORTS),--reports $(REPORTS)) $(if $(CLAIMS),--claims $(CLAIMS))

# The workspace on an invented story of 500 reports in a real browser; `make test` takes a smaller one.
web-story: $(READY) $(GAZETTEER)
	RASHOMON_STORY_REPORTS=500 $(BIN)/python -m pytest -q tests/browser/test_workspace_large.py

# What the workspace's pages and keys take, against their aims.
web-bench: $(READY) $(GAZETTEER)
	$(BIN)/python -m benchmarks.web

# SECONDS of each part; the bounded form is tests/scale/test_fuzz*.py.
fuzz: $(READY) $(GAZETTEER)
	$(BIN)/python -m benchmarks.fuzz_all --seconds $(or $(SECONDS),300)

# Which licences the lock brings (docs/reference/licences.md), and whether advisories know of holes in it: exit code 1
# where they do or a licence does not fit, 3 where they could not be asked.
audit: $(READY)
	$(BIN)/python scripts/licences.py
	@$(BIN)/python scripts/audit.py || { code=$$?; echo "audit: exit code $$code"; exit $$code; }

# Builds the last commit's wheel twice: the same bytes, and every file in it.
wheel-check: $(READY) $(GAZETTEER)
	$(BIN)/python scripts/check_wheel.py

picture: $(READY) $(GAZETTEER)
	$(BIN)/rashomon build examples/aleppo-2024/reports --story one --out out/demo >/dev/null
	$(BIN)/python scripts/screenshot.py out/demo/dossier.html docs/images/dossier.png

# Every view of the workspace on the example: desktop, dark and phone.
screenshots: $(READY) $(GAZETTEER)
	$(BIN)/python -m scripts.screenshots docs/images/workspace

# Writes the pinned lock anew from pyproject.toml.
lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --python-version 3.11 -q --no-header --no-annotate -o requirements-dev.lock

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Rashomon is tested on Python 3.11: call make PYTHON=python3.11"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(GAZETTEER): scripts/compile_gazetteer.py scripts/gazetteer_rows.py $(wildcard src/rashomon/data/*.tsv) src/rashomon/data/en/countries.tsv $(READY)
	$(BIN)/python scripts/compile_gazetteer.py --out src/rashomon/data/gazetteer
	@touch $@

# The checker of pages, for their tests; without npm these are left out and say so.
$(AXE): tests/browser/package-lock.json
	@mkdir -p $(@D)
	@if command -v npm >/dev/null; then npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund && touch $@; fi

clean:
	rm -rf $(VENV) .venv-bench tests/browser/node_modules out build dist src/rashomon/data/gazetteer
