# What can be made. Each target begins with what it needs, and skips what is done.
PYTHON ?= python3
BIN := .venv/bin
STAMPS := .stamps
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test install check audit bench pictures hard browser lock clean

install: $(STAMPS)/installed

$(STAMPS)/venv: requirements/dev.txt
	@mkdir -p $(STAMPS)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt
	@touch $@

$(STAMPS)/front: $(STAMPS)/venv $(shell find frontend -type f -not -path '*/node_modules/*')
	$(BIN)/python frontend/build.py
	@touch $@

$(STAMPS)/installed: $(STAMPS)/front pyproject.toml hatch_build.py
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	@touch $@

demo: install
	$(BIN)/alongside demo

test: install
	$(BIN)/python tests/needs.py browser
	$(BIN)/pytest -q -n 2

check: install
	$(BIN)/ruff check src tests bench docs
	$(BIN)/mypy
	$(BIN)/lint-imports
	ALONGSIDE_DIR=.stamps/check $(BIN)/python -m django makemigrations --check --dry-run --settings alongside.foundation.settings

$(STAMPS)/audit: requirements/audit.txt
	@mkdir -p $(STAMPS)
	test -x $(STAMPS)/asks/bin/python || $(PYTHON) -m venv $(STAMPS)/asks
	$(STAMPS)/asks/bin/python -m pip install -q --require-hashes -r requirements/audit.txt
	@touch $@

audit: install $(STAMPS)/audit
	$(BIN)/python tests/audit.py

bench: install
	$(BIN)/python -m bench --many 1000000

pictures: install
	$(BIN)/python tests/needs.py browser
	$(BIN)/python docs/pictures/make.py

hard: install
	$(BIN)/pytest -q -n 2 -m "hard or not hard" --hypothesis-profile hard

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements/base.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o requirements/dev.txt
	@# The auditor lives in an environment of its own: it brings twenty parts that nothing else here needs.
	echo pip-audit | uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header - -o requirements/audit.txt

clean:
	rm -rf .venv $(STAMPS) frontend/node_modules src/alongside/foundation/assets
