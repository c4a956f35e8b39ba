# What a person and CI run. Needs Python 3.11 or newer and nothing else: everything is installed into .venv.
#
#   make run     set up and open the demo month        make check     format, lint, types, import contracts
#   make test    set up and run the tests              make coverage  the tests, with the share of lines they reach
#   make bench   measure; writes docs/benchmarks.md    make clean     remove all that these commands made

VENV := .venv
PY := $(VENV)/bin/python
RUN_READY := $(VENV)/.ready-run
DEV_READY := $(VENV)/.ready-dev
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --editable

# Without byte-code the imports take three times as long, so it is always compiled, whatever the environment says.
unexport PYTHONDONTWRITEBYTECODE
# The environment here is .venv alone.
unexport PYTHONHOME PYTHONPATH

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test check format coverage bench clean

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -5

run: $(RUN_READY)
	@$(PY) -m compileall -q src
	@$(VENV)/bin/cs-workbench demo

test: $(DEV_READY)
	$(PY) -m pytest -n 2 --quiet

check: $(DEV_READY)
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

format: $(DEV_READY)
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

coverage: $(DEV_READY)
	$(PY) -m pytest -n 2 --quiet --cov --cov-report=term

bench: $(DEV_READY)
	@$(PY) -m compileall -q src tests
	$(PY) -m tests.benchmarks.run

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.*
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# PYTHON=/path/to/python chooses one; otherwise the first on the PATH that is new enough.
$(PY):
	@set -e; for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "Making $(VENV) with $$python"; "$$python" -m venv $(VENV) || { rm -rf $(VENV); exit 1; }; exit 0; \
	  fi; \
	done; echo "Python 3.11 or newer was not found. Install it, or name it: make PYTHON=/path/to/python" >&2; exit 1

$(RUN_READY): pyproject.toml | $(PY)
	@echo "Installing what the program needs"
	@$(INSTALL) .
	@$(PY) -m compileall -q src
	@touch $@

$(DEV_READY): pyproject.toml | $(PY)
	@echo "Installing what the program and its tests need"
	@$(INSTALL) '.[dev]'
	@$(PY) -m compileall -q src
	@touch $@ $(RUN_READY)
