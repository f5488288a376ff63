"""Settings files: which counts, what they say, and what is said about wrong ones."""

from pathlib import Path

import pytest

from dlqa_lint.config.settings import BankBlock, Project, Settings, load, nearest
from dlqa_lint.config.validate import InvalidFileError
from dlqa_lint.model.finding import Severity

NAMES = ("numbering", "answers", "number-gap", "missing-answer")


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _complaints(file: Path) -> list[str]:
    with pytest.raises(InvalidFileError) as caught:
        load(file, NAMES)
    return str(caught.value).replace(f"{file.parent.as_posix()}/", "").splitlines()


def test_every_key_arrives(tmp_path: Path) -> None:
    file = _write(
        tmp_path / "dlqa-lint.toml",
        """
        include = ["content/**/*.md"]
        exclude = ["drafts"]
        schema = "bank.toml"
        select = ["numbering"]
        ignore = ["number-gap"]
        extend-select = ["answers"]
        severity = { number-gap = "info" }
        baseline = "known.json"
        fail-on = "error"
        [per-file-ignores]
        "old/*.md" = ["answers"]
        [translations]
        "faq.md" = "i18n/{language}.md"
        [[bank]]
        include = ["quiz/*.md"]
        schema = "quiz-checkbox"
        """,
    )
    project = load(file, NAMES)
    assert (project.root, project.file) == (tmp_path, file)
    assert project.settings == Settings(
        include=("content/**/*.md",),
        exclude=("drafts",),
        schema="bank.toml",
        select=("numbering",),
        ignore=("number-gap",),
        extend_select=("answers",),
        severity={"number-gap": Severity.INFO},
        per_file_ignores={"old/*.md": ("answers",)},
        baseline="known.json",
        fail_on="error",
        translations={"faq.md": "i18n/{language}.md"},
        bank=(BankBlock(("quiz/*.md",), "quiz-checkbox"),),
    )


def test_the_table_of_pyproject_toml_means_the_same(tmp_path: Path) -> None:
    text = (
        '[project]\nname = "x"\n[tool.dlqa-lint]\nfail-on = "info"\n[[tool.dlqa-lint.bank]]\ninclude '
        '= ["a.md"]\n'
    )
    settings = load(_write(tmp_path / "pyproject.toml", text), NAMES).settings
    assert settings == Settings(fail_on="info", bank=(BankBlock(("a.md",)),))


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    outer = _write(tmp_path / "pyproject.toml", "[tool.dlqa-lint]\n")
    inner = _write(tmp_path / "a" / "dlqa-lint.toml", "")
    (tmp_path / "a" / "b").mkdir()
    (tmp_path / "c").mkdir()
    assert nearest(tmp_path / "a" / "b") == inner
    assert nearest(tmp_path / "c") == outer


def test_a_pyproject_toml_without_the_table_does_not_count(tmp_path: Path) -> None:
    outer = _write(tmp_path / ".dlqa-lint.toml", "")
    _write(tmp_path / "a" / "pyproject.toml", '[project]\ndependencies = ["dlqa-lint"]\n')
    assert nearest(tmp_path / "a") == outer


def test_of_several_files_in_a_folder_the_dedicated_one_counts(tmp_path: Path) -> None:
    _write(tmp_path / "pyproject.toml", "[tool.dlqa-lint]\n")
    own = _write(tmp_path / "dlqa-lint.toml", "")
    assert nearest(tmp_path) == own
    hidden = _write(tmp_path / ".dlqa-lint.toml", "")
    assert nearest(tmp_path) == hidden


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('slect = ["numbering"]', 'slect: found an unknown key, expected include, …; did you mean "select"?'),
        ('per_file_ignores = {}', 'per_file_ignores: found an unknown key, expected include, …; did you '
         'mean "per-file-ignores"?'),
        ('include = "content"', 'include: found "content", expected a list'),
        ('select = ["numbring"]', 'select: found "numbring", expected the name of a rule or a family; '
         'did you mean "numbering"?'),
        ('severity = { number-gaps = "info" }', 'severity: found "number-gaps", expected the name of a '
         'rule or a family; did you mean "number-gap"?'),
        ('severity = { number-gap = "eror" }', 'severity.number-gap: found "eror", expected "error", '
         '"warning" or "info"; did you mean "error"?'),
        ('per-file-ignores = { "a b.md" = ["x"] }', 'per-file-ignores."a b.md": found "x", expected the '
         'name of a rule or a family'),
        ('fail-on = "never"', 'fail-on: found "never", expected "error", "warning" or "info"'),
        ('[translations]\n"a.md" = "{tongue}.md"', 'translations."a.md": found "{tongue}.md", expected '
         '`{name}` and `{language}`, each once at most'),
        ('[translations]\n"a.md" = "{language}/{name}.md"', 'translations."a.md": found "a.md", expected '
         '`{name}` there where the pattern of its translations has it, and nowhere else'),
        ('[translations]\n"a.md" = "a.md"', 'translations."a.md": found "a.md", expected another path than the '
         "original's"),
        ('[[bank]]\nschema = "faq"', "bank[1].include: found nothing, expected this key in the table"),
        ('[[bank]]\ninclude = ["a.md"]\nshema = "faq"', 'bank[1].shema: found an unknown key, expected '
         'include or schema; did you mean "schema"?'),
        ('extend = "base.toml"', 'extend: found "base.toml", expected a settings file that exists'),
    ],
)  # fmt: skip
def test_a_wrong_key_is_named_with_its_path_and_what_is_expected(
    tmp_path: Path, text: str, complaint: str
) -> None:
    (said,) = _complaints(_write(tmp_path / "dlqa-lint.toml", text))
    start, _, end = f"dlqa-lint.toml: {complaint}".partition("…")
    assert said.startswith(start)
    assert said.endswith(end)
    assert end or said == start


def test_keys_of_pyproject_toml_are_named_by_their_full_path(tmp_path: Path) -> None:
    file = _write(tmp_path / "pyproject.toml", '[tool.dlqa-lint]\nselect = ["x"]\n')
    assert _complaints(file)[0].startswith("pyproject.toml: tool.dlqa-lint.select: ")


def test_a_named_pyproject_toml_must_have_the_table(tmp_path: Path) -> None:
    file = _write(tmp_path / "pyproject.toml", "[tool]\n")
    assert "no table [tool.dlqa-lint]" in _complaints(file)[0]


def test_extend_lends_the_keys_that_are_missing(tmp_path: Path) -> None:
    _write(tmp_path / "base.toml", 'ignore = ["answers"]\nfail-on = "error"\n')
    file = _write(tmp_path / "dlqa-lint.toml", 'extend = "base.toml"\nignore = ["number-gap"]\n')
    settings = load(file, NAMES).settings
    assert settings.ignore == ("number-gap",)
    assert settings.fail_on == "error"


def test_paths_of_an_extended_file_count_from_its_own_folder(tmp_path: Path) -> None:
    _write(tmp_path / "shared" / "bank.toml", "")
    _write(
        tmp_path / "shared" / "base.toml",
        'include = ["content/*.md"]\nexclude = ["drafts", "old/*.md"]\nschema = "bank.toml"\n'
        '[[bank]]\ninclude = ["faq/*.md"]\nschema = "faq"\n',
    )
    file = _write(tmp_path / "project" / "dlqa-lint.toml", 'extend = "../shared/base.toml"\n')
    project = load(file, NAMES)
    assert project.settings.exclude == ("drafts", "../shared/old/*.md")
    assert project.schema_name(tmp_path / "shared" / "content" / "a.md") == "../shared/bank.toml"
    assert project.schema_name(tmp_path / "shared" / "faq" / "a.md") == "faq"


def test_a_wrong_key_of_an_extended_file_is_named_with_that_file(tmp_path: Path) -> None:
    _write(tmp_path / "base.toml", "fail-on = 1\n")
    file = _write(tmp_path / "dlqa-lint.toml", 'extend = "base.toml"\n')
    assert _complaints(file) == ['base.toml: fail-on: found 1, expected "error", "warning" or "info"']


def test_files_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    _write(tmp_path / "base.toml", 'extend = "dlqa-lint.toml"\n')
    file = _write(tmp_path / "dlqa-lint.toml", 'extend = "base.toml"\n')
    assert _complaints(file) == [
        "settings files extend each other: dlqa-lint.toml extends base.toml extends dlqa-lint.toml"
    ]


def test_the_first_block_that_matches_gives_the_schema() -> None:
    blocks = (BankBlock(("quiz/*.md",), "quiz-checkbox"), BankBlock(("**/*.md",)))
    project = Project(Path("/p"), Settings(include=("content/*.md",), schema="bank.toml", bank=blocks))
    assert project.schema_name(Path("/p/quiz/a.md")) == "quiz-checkbox"
    assert project.schema_name(Path("/p/other/a.md")) == "bank.toml"


def test_the_schema_is_for_what_is_included() -> None:
    project = Project(Path("/p"), Settings(include=("content/*.md",), schema="bank.toml"))
    assert project.schema_name(Path("/p/content/a.md")) == "bank.toml"
    assert project.schema_name(Path("/p/README.md")) == ""


def test_ignores_of_all_patterns_that_match_a_file_add_up() -> None:
    ignores = {"old/*.md": ("answers",), "a.md": ("number-gap",), "new": ("numbering",)}
    project = Project(Path("/p"), Settings(per_file_ignores=ignores))
    assert project.ignored_rules(Path("/p/old/a.md")) == {"answers", "number-gap"}
    assert project.ignored_rules(Path("/p/b.md")) == frozenset()


@pytest.mark.parametrize(
    ("path", "original"),
    [
        ("i18n/GREEK.md", "faq.md"),
        ("LIESMICH.md", "README.md"),
        ("german/ropes/knots.md", "docs/ropes/knots.md"),
        ("i18n/old/GREEK.md", None),
        ("faq.md", None),
    ],
)
def test_a_translation_has_the_original_that_its_pattern_says(path: str, original: str | None) -> None:
    patterns = {
        "faq.md": "i18n/{language}.md",
        "README.md": "LIESMICH.md",
        "docs/{name}.md": "german/{name}.md",
    }
    project = Project(Path("/bank"), Settings(translations=patterns))
    found = project.original_of(Path("/bank", path))
    assert found == (Path("/bank", original) if original else None)


def test_translations_of_an_extended_file_count_from_its_own_folder(tmp_path: Path) -> None:
    _write(tmp_path / "shared" / "base.toml", 'translations = { "faq.md" = "{language}.md" }\n')
    file = _write(tmp_path / "project" / "dlqa-lint.toml", 'extend = "../shared/base.toml"\n')
    found = load(file, NAMES).original_of(tmp_path / "shared" / "de.md")
    assert found is not None
    assert found.resolve() == tmp_path / "shared" / "faq.md"
