"""Completions and manual pages, as the shells and readers of a machine take them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dlqa_lint.cli import commands
from dlqa_lint.cli.parsers import DEFAULT, parser_of

pytestmark = pytest.mark.slow
pytest.importorskip("shtab")
pytest.importorskip("argparse_manpage")

WRITER = Path(__file__).parents[1] / "share" / "write.py"
CASES = [
    ("dlqa-lint ren", {"renumber"}),
    ("dlqa-lint qu", {"questions/"}),
    ("dlqa-lint --wat", {"--watch"}),
    ("dlqa-lint questions/ mor", {"more/"}),
    ("dlqa-lint --fix qu", {"questions/"}),
    ("dlqa-lint --select number-", {"number-gap", "number-of-marks", "number-out-of-order"}),
    ("dlqa-lint --color a", {"auto", "always"}),
    ("dlqa-lint --output-format j", {"json", "junit"}),
    ("dlqa-lint --schema qu", {"quiz-checkbox", "quiz-lettered", "questions/"}),
    ("dlqa-lint --cache-dir qu", {"questions/"}),
    ("dlqa-lint rule numb", {"number-gap", "number-of-marks", "number-out-of-order"}),
    ("dlqa-lint renumber --fi", {"--files"}),
    ("dlqa-lint export --format a", {"aiken", "anki"}),
    ("dlqa-lint add Why qu", {"questions/"}),
]


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    subprocess.run([sys.executable, WRITER, folder], check=True)
    return folder


@pytest.fixture
def questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders in the folder where completion is asked for."""
    (tmp_path / "questions").mkdir()
    (tmp_path / "more").mkdir()
    monkeypatch.chdir(tmp_path)


def asked(shell: str, program: str, *arguments: str) -> str:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run(
        [shell, "-c", program, shell, *arguments], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


IN_BASH = """
source "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
# Outside of a completion there is nothing that options of it could be set for.
compopt() { :; }
_shtab_dlqa_lint dlqa-lint "${COMP_WORDS[$COMP_CWORD]}" "${COMP_WORDS[$COMP_CWORD - 1]}"
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.usefixtures("questions")
@pytest.mark.parametrize(("line", "offered"), CASES)
def test_bash_offers(line: str, offered: set[str], share: Path) -> None:
    script = str(share / "bash-completion/completions/dlqa-lint")
    names = asked("bash", IN_BASH, script, *line.split(" ")).splitlines()
    # bash itself appends the slash.
    assert set(names) == {name.rstrip("/") for name in offered}


@pytest.mark.usefixtures("questions")
@pytest.mark.parametrize(("line", "offered"), CASES)
def test_fish_offers(line: str, offered: set[str], share: Path) -> None:
    script = share / "fish/vendor_completions.d/dlqa-lint.fish"
    said = asked("fish", f"source {script}; complete -C '{line}'")
    assert {row.partition("\t")[0] for row in said.splitlines()} == offered


@pytest.mark.usefixtures("questions")
@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_offers(share: Path, tmp_path: Path) -> None:
    from in_terminal import Terminal, bare  # where there are pseudo-terminals

    begin = "unsetopt list_ambiguous; autoload -Uz compinit; compinit -u -D; PS1=rea''dy\n"
    with Terminal("-f", "-i", command=["zsh"], folder=tmp_path) as terminal:
        terminal.type(f"fpath=({share / 'zsh/site-functions'} $fpath); {begin}")
        terminal.until("ready")
        for number, (line, offered) in enumerate(CASES):
            # What is typed after the tab is shown when the completion is; Ctrl-U takes the line away.
            terminal.type(f"{line}\tend{number}.\x15")
            shown = bare(terminal.until(f"end{number}."))
            assert [name for name in offered if name not in shown] == [], (line, shown)


@pytest.mark.parametrize("name", commands.names())
def test_a_command_has_a_page_with_all_its_options(name: str, share: Path) -> None:
    page = share / "man/man1" / ("dlqa-lint.1" if name == DEFAULT else f"dlqa-lint-{name}.1")
    text = page.read_text("utf-8").replace("\\-", "-")
    for action in parser_of(name)._actions:
        for option in set(action.option_strings) - {"-h", "--help"}:
            assert option in text


def test_the_page_of_the_whole_leads_to_the_others(share: Path) -> None:
    text = (share / "man/man1/dlqa-lint.1").read_text("utf-8")
    for name in set(commands.names()) - {DEFAULT}:
        assert f"dlqa-lint-{name} (1)" in text


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_pages_are_typeset_without_a_warning(share: Path) -> None:
    for page in sorted((share / "man/man1").iterdir()):
        command = ["groff", "-k", "-man", "-wall", "-z", "-Tutf8", str(page)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        wrong = [
            line
            for line in done.stderr.splitlines()
            if "cannot adjust" not in line and "cannot break" not in line
        ]
        assert not wrong
