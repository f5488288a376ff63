"""What a start costs: which patterns it compiles, and what is found by listing folders."""

import re
import subprocess
import sys
from pathlib import Path
from pkgutil import iter_modules

import dlqa_lint.cli.commands
import dlqa_lint.report
import dlqa_lint.rules
from dlqa_lint.discovery import modules_of, packages_of
from dlqa_lint.rules import all_rules, families, rules_within_reach
from dlqa_lint.text.lazy_regex import regex

_COUNTED = """
import argparse, pathlib, re, sys, textwrap
import markdown_it
compiled = 0
def hear(frame, event, argument):
    global compiled
    compiled += event == "call" and frame.f_code.co_qualname == "compile" and "re/_compiler" in (
        frame.f_code.co_filename.replace(chr(92), "/"))
sys.setprofile(hear)
import dlqa_lint.cli.commands.check
from dlqa_lint.rules import all_rules
all_rules()
print(compiled)
"""


def test_a_pattern_is_compiled_when_it_is_used() -> None:
    broken = regex("(")
    try:
        broken.search("a")
    except re.error:
        pass
    else:
        raise AssertionError
    pattern = regex("A(b)", re.IGNORECASE)
    assert pattern.sub(r"\1", "xab") == "xb"
    assert [match.span() for match in pattern.finditer("ab AB")] == [(0, 2), (3, 5)]
    assert pattern.pattern == "A(b)"
    assert pattern.flags & re.IGNORECASE


def test_importing_all_rules_compiles_next_to_no_pattern() -> None:
    folder = str(Path(dlqa_lint.rules.__file__).parents[2])
    done = subprocess.check_output([sys.executable, "-c", _COUNTED], text=True, env={"PYTHONPATH": folder})
    assert int(done) <= 4


def test_listing_finds_the_modules_that_python_finds() -> None:
    for package in (dlqa_lint.cli.commands, dlqa_lint.report):
        found = [module.name for module in iter_modules(package.__path__) if not module.ispkg]
        assert list(modules_of(package.__path__)) == sorted(found)
    found = [module.name for module in iter_modules(dlqa_lint.rules.__path__) if module.ispkg]
    assert list(packages_of(dlqa_lint.rules.__path__)) == sorted(found)


_UNCOMPILED = """
import sys
from dlqa_lint.cli import main
main(["--isolated", "--no-cache", sys.argv[1]])
from dlqa_lint.language import points
kept = {name: getattr(value, "__dict__", {}).keys() for name, value in vars(points).items()}
made = {name: names for name, names in kept.items() if names & {"_source", "_spaced"}}
print(len(made), [name for name, names in made.items() if any(not asked.startswith("_") for asked in names)])
"""


def test_a_bank_without_points_compiles_no_pattern_of_words_for_points(tmp_path: Path) -> None:
    bank = tmp_path / "bank.md"
    bank.write_text(
        "# Ships (of sail)\n\n### 1. What is a keel?\n\nA beam.\n\n### 2. What is a mast?\n\nA pole.\n"
    )
    folder = str(Path(dlqa_lint.rules.__file__).parents[2])
    command = [sys.executable, "-c", _UNCOMPILED, str(bank)]
    done = subprocess.check_output(command, text=True, env={"PYTHONPATH": folder})
    assert done.splitlines()[-1] == "6 ['NUMBER_IN_BRACKETS']"


_REACHED = """
import sys
from dlqa_lint.cli import main
main(["--isolated", "--no-cache", *sys.argv[1:]])
print(*sorted(name for name in sys.modules if name.startswith("dlqa_lint.rules.")))
"""


def _reached(bank: Path, *options: str) -> list[str]:
    bank.write_text("### 1. What is a keel?\n\nA beam.\n\n### 2. What is a mast?\n\nA pole.\n", "utf-8")
    folder = str(Path(dlqa_lint.rules.__file__).parents[2])
    command = [sys.executable, "-c", _REACHED, str(bank), *options]
    done = subprocess.check_output(command, text=True, env={"PYTHONPATH": folder})
    return done.splitlines()[-1].split()


def test_a_run_imports_no_rule_of_a_family_that_is_off(tmp_path: Path) -> None:
    reached = _reached(tmp_path / "bank.md")
    assert "dlqa_lint.rules.numbering.number_gap" in reached
    assert not [name for name in reached if name.startswith("dlqa_lint.rules.items.")]


def test_a_run_imports_the_rule_that_is_selected_and_of_its_family_no_more_than_that_needs(
    tmp_path: Path,
) -> None:
    reached = _reached(tmp_path / "bank.md", "--extend-select", "leading-gap")
    assert [name for name in reached if name.startswith("dlqa_lint.rules.items.")] == [
        "dlqa_lint.rules.items._item",
        "dlqa_lint.rules.items.leading_gap",
    ]


def test_a_bank_in_one_language_matches_no_translations(tmp_path: Path) -> None:
    assert "dlqa_lint.rules.translations._matching" not in _reached(tmp_path / "bank.md")


def test_files_and_folders_tell_the_names_and_families_of_all_rules() -> None:
    assert dict(families()) == {name: rule.family for name, rule in all_rules().items()}
    assert list(families()) == [rule.name for rule in all_rules().values()]


def test_out_of_reach_is_what_its_family_keeps_off() -> None:
    out = set(all_rules()) - set(rules_within_reach(()))
    assert out == {name for name, rule in all_rules().items() if rule.with_family}
    assert out == {name for name, family in families().items() if family == "items"}
