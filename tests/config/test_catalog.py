"""The catalog that tells editors which of the project's files has which JSON Schema, for SchemaStore to take."""

import json
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from dlqa_lint.config.json_schema import FILES
from dlqa_lint.config.settings import FILES as SETTINGS

ROOT = Path(__file__).parents[2]
CATALOG = json.loads((ROOT / "schemas" / "catalog.json").read_text("utf-8"))
ENTRIES = {entry["url"].rpartition("/")[2]: entry for entry in CATALOG["schemas"]}
SOURCE = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]["Source"]


def test_each_json_schema_has_an_entry_that_leads_to_it() -> None:
    folder = SOURCE.replace("github.com", "raw.githubusercontent.com") + "/main/schemas"
    assert [entry["url"] for entry in CATALOG["schemas"]] == [f"{folder}/{name}" for name in sorted(FILES)][
        ::-1
    ]
    assert all((ROOT / "schemas" / name).is_file() for name in ENTRIES)


def test_entries_hold_what_a_catalog_demands_and_nothing_else() -> None:
    assert set(CATALOG) == {"$schema", "version", "schemas"}
    for entry in CATALOG["schemas"]:
        assert set(entry) == {"name", "description", "fileMatch", "url"}
    assert [entry["name"] for entry in CATALOG["schemas"]] == sorted(
        entry["name"] for entry in CATALOG["schemas"]
    )


def test_the_patterns_of_settings_are_the_names_that_are_looked_for() -> None:
    assert set(ENTRIES["settings.schema.json"]["fileMatch"]) == set(SETTINGS) - {"pyproject.toml"}


QUESTIONS = "# Birds\n\n" + "\n".join(
    f"### {number}. What is bird {number}?\n\nIt is one that sings.\n" for number in range(1, 5)
)
QUIZ = "# Quiz\n\n" + "\n".join(
    f"## Q{number}: Which one sings?\n\n- [x] Bird {number}\n- [ ] Fish {number}\n" for number in range(1, 5)
)


@pytest.mark.parametrize("texts", [{"a.md": QUESTIONS}, {"a.md": QUESTIONS, "quiz/b.md": QUIZ}])
def test_the_patterns_match_the_files_that_init_writes_and_no_others(
    texts: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in texts.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, "utf-8")
    assert main(["init", "."]) == 0
    written = sorted(file.name for file in tmp_path.glob("*.toml"))
    assert len(written) == len(texts) + 1
    for name in written:
        kind = "settings.schema.json" if name in SETTINGS else "document.schema.json"
        matched = [
            schema for schema, entry in ENTRIES.items() if any(fnmatch(name, p) for p in entry["fileMatch"])
        ]
        assert matched == [kind]
