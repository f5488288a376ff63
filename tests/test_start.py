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
made = {name: vars(pattern) for name, pattern in vars(points).items() if hasattr(pattern, "_source")}
print(len(made), [name for name, kept in made.items() if len(kept) > 1])
"""


def test_a_bank_without_points_compiles_no_pattern_of_points(tmp_path: Path) -> None:
    bank = tmp_path / "bank.md"
    bank.write_text(
        "# Ships (of sail)\n\n### 1. What is a keel?\n\nA beam.\n\n### 2. What is a mast?\n\nA pole.\n"
    )
    folder = str(Path(dlqa_lint.rules.__file__).parents[2])
    command = [sys.executable, "-c", _UNCOMPILED, str(bank)]
    done = subprocess.check_output(command, text=True, env={"PYTHONPATH": folder})
    assert done.splitlines()[-1] == "5 []"
