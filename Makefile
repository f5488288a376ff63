# Needs Python 3.11 or newer with pip and venv, and nothing else; everything is installed into .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || command -v python)
BIN := .venv/bin
MINUTES ?= 10
START ?= 0

.PHONY: lint test quick coverage check fuzz bench corpus tune docs figures blocks pictures practice share schemas clean

# Lint the question bank that this repository keeps.
lint: .venv/installed
	@$(BIN)/dlqa-lint content/

# Run all tests.
test: .venv/installed-dev
	$(BIN)/pytest

# Run the quick tests only, while working; `make test` decides.
quick: .venv/installed-dev
	$(BIN)/pytest -m "not slow"

# Run all tests, and measure how much of the code they run; less than the floor in pyproject.toml is a failure.
coverage: .venv/installed-dev
	$(BIN)/pytest --cov --cov-report=term

# Run the static checks.
check: .venv/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Fuzz for ten minutes: mutated documents first, then each kind of file that a stranger may send. `make fuzz MINUTES=60`
# takes longer. What fails is in fuzz/found/; fuzz/README.md says how to try it again.
fuzz: .venv/installed-fuzz
	PYTHONPATH=tests $(BIN)/python -m fuzz.mutated --count 100000 --start $(START) --minutes $$(($(MINUTES) / 3))
	PYTHONPATH=tests $(BIN)/python -m fuzz.run --minutes $$(($(MINUTES) - $(MINUTES) / 3))

# Build the documentation into site/, which `python -m http.server -d site` shows; a warning is a failure.
docs: .venv/installed-docs
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --builder dirhtml docs site

# Draw the figures of the bank anew, after a change in content/figures/.
figures: .venv/installed-figures
	$(BIN)/python content/figures/draw.py

# Run the code of the bank. PyTorch takes 5.5 GB on Linux, most of it for GPUs; pip can be told of an index with wheels
# for processors alone.
blocks: .venv/installed-dev .venv/installed-torch
	$(BIN)/pytest tests/content/test_code.py

# Take the pictures of the README anew, after a change of what the terminal or the page of `report` shows. The page is
# looked at with a Chromium of the machine.
pictures: .venv/installed-dev .venv/installed-browser
	$(BIN)/python docs/pictures/terminal.py
	$(BIN)/python docs/pictures/report.py

# Make flash cards, pages and a quiz for Moodle of the bank, in build/practice/; content/README.md says what they are.
practice: .venv/installed-anki .venv/installed-mathml
	@mkdir -p build/practice
	$(BIN)/dlqa-lint export --format anki -o build/practice/deep-learning.apkg content/
	$(BIN)/dlqa-lint export --format html -o build/practice/interview.html content/deep-learning-interview-questions.md
	$(BIN)/dlqa-lint export --format html -o build/practice/quiz.html content/practice/quiz.md
	$(BIN)/dlqa-lint export --format gift -o build/practice/quiz.gift content/practice/quiz.md

# Write the completions of shells and the manual pages into share/made/, from where distributions take them.
share: .venv/installed-dev
	rm -rf share/made
	$(BIN)/python share/write.py share/made

# Measure against other linters; benchmarks/README.md says what comes of it.
bench: .venv/installed
	$(BIN)/python benchmarks/run.py

# Score the reader on labelled documents of public repositories, which are fetched with git where they are missing, and
# try the ranges of the weights on them; corpus/README.md says what the figures mean. `make corpus SNAPSHOTS=DIR` takes
# them from a folder instead.
corpus: .venv/installed-tune
	$(BIN)/python corpus/lay_out $(if $(SNAPSHOTS),--from "$(SNAPSHOTS)")
	$(BIN)/python corpus/score
	$(BIN)/python corpus/borders

# Learn the weights of the reasons again from the corpus; read the diff of weights.json before it is committed.
tune: .venv/installed-tune
	$(BIN)/python corpus/lay_out $(if $(SNAPSHOTS),--from "$(SNAPSHOTS)")
	$(BIN)/python corpus/tune.py

# Write the JSON Schemas and the tables of keys in docs/ again, after a change to model/schema.py or
# config/settings.py.
schemas: .venv/installed
	$(BIN)/python -m dlqa_lint.config.json_schema schemas
	$(BIN)/python docs/key_tables.py

clean:
	rm -rf .venv build dist site share/made docs/commands docs/rules .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .dlqa_lint_cache benchmarks/.peers .coverage coverage.xml fuzz/corpus fuzz/found editors/vscode/node_modules editors/vscode/*.vsix

.venv/installed: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

.venv/installed-docs: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

.venv/installed-browser: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	@touch $@

.venv/installed-figures: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[figures]'
	@touch $@

.venv/installed-torch: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[torch]'
	@touch $@

.venv/installed-anki: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[anki]'
	@touch $@

.venv/installed-mathml: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[mathml]'
	@touch $@

.venv/installed-tune: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[tune]'
	@touch $@

.venv/installed-fuzz: pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[fuzz]'
	@touch $@
