"""What somebody at a terminal sees, and nobody else: the installed command in a pseudo-terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from dlqa_lint.report import formats
from dlqa_lint.report.parts.terminal import cells

pty = pytest.importorskip("pty")

from in_terminal import bare, shown  # noqa: E402 - where there are pseudo-terminals

pytestmark = pytest.mark.slow

BANK = (
    "# Letters\n\n### 1. What is an a?\n\nA letter.\n\n### 2. What is a b?\n\nAnother.\n\n"
    "### 4. What is a d, and why does it come after the letter which everybody knows it comes after?\n\nLate.\n"
)
RUN = ("--isolated", "a.md")
PAGE = "https://dlqa-lint.github.io/dlqa-lint/rules/number-gap/"
LINK = f"\x1b]8;;{PAGE}\x1b\\"
LINKED = {"VTE_VERSION": "7600"}


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(BANK, "utf-8")
    return tmp_path


@pytest.mark.parametrize("columns", [40, 64, 100, 200])
def test_nothing_is_wider_than_the_terminal(bank: Path, columns: int) -> None:
    lines = bare(shown(*RUN, folder=bank, columns=columns)).splitlines()
    assert max(sum(cells(line)) for line in lines) <= columns
    told = " ".join(" ".join(lines).split())
    assert "error number-gap: question" in told
    assert "is numbered 4, expected 3 after 2 at line 7" in told


def test_the_excerpt_takes_the_room_that_there_is(bank: Path) -> None:
    assert "comes after?\n" in bare(shown(*RUN, folder=bank, columns=120))
    assert "…\n" in bare(shown(*RUN, folder=bank, columns=60))


def test_another_width_is_not_answered_from_memory(bank: Path) -> None:
    wide, narrow = (shown(*RUN, folder=bank, columns=columns) for columns in (120, 60))
    assert wide != narrow
    assert shown(*RUN, folder=bank, columns=120) == wide


def test_the_name_of_a_rule_leads_to_its_page_where_the_terminal_shows_links(bank: Path) -> None:
    assert LINK not in shown(*RUN, folder=bank)
    linked = shown(*RUN, folder=bank, environment=LINKED)
    assert LINK in linked
    assert bare(linked) == bare(shown(*RUN, folder=bank))


@pytest.mark.parametrize(
    ("environment", "arguments", "links"),
    [
        ({"TERM": "xterm-kitty"}, (), True),
        ({"TERM_PROGRAM": "vscode"}, (), True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, (), False),
        ({"FORCE_HYPERLINK": "1"}, (), True),
        ({"VTE_VERSION": "7600", "FORCE_HYPERLINK": "0"}, (), False),
        ({"VTE_VERSION": "7600", "NO_COLOR": "1"}, (), False),
        ({"VTE_VERSION": "7600", "NO_COLOR": "1"}, ("--color", "always"), True),
        ({"VTE_VERSION": "7600"}, ("--color", "never"), False),
        ({"VTE_VERSION": "7600"}, ("--output-format", "concise"), True),
    ],
)
def test_links_are_where_colours_are_and_the_terminal_is_known(
    bank: Path, environment: dict[str, str], arguments: tuple[str, ...], links: bool
) -> None:
    assert (LINK in shown(*RUN, *arguments, folder=bank, environment=environment)) is links


@pytest.mark.parametrize("name", sorted(set(formats()) - {"full", "concise"}))
def test_a_machine_format_is_the_same_on_a_terminal(bank: Path, name: str) -> None:
    arguments = (*RUN, "--no-cache", "--color", "always", "--output-format", name)
    piped = subprocess.run(
        [sys.executable, "-m", "dlqa_lint", *arguments], cwd=bank, capture_output=True, check=False
    )
    on_terminal = shown(*arguments, folder=bank, columns=50, environment=LINKED)
    assert "\x1b" not in on_terminal
    assert on_terminal == piped.stdout.decode("utf-8")


@pytest.mark.parametrize("arguments", [(), ("--color", "always")])
def test_a_pipe_gets_no_link_and_no_broken_line(
    bank: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {**LINKED, "FORCE_HYPERLINK": "1", "COLUMNS": "40"}.items():
        monkeypatch.setenv(name, value)
    command = [sys.executable, "-m", "dlqa_lint", *RUN, *arguments]
    done = subprocess.run(command, cwd=bank, capture_output=True, check=False).stdout.decode("utf-8")
    assert "\x1b]" not in done
    assert ("\x1b[" in done) is bool(arguments)
    assert "is numbered 4, expected 3 after 2 at line 7\n" in done


def test_a_file_gets_no_trace_of_the_terminal(bank: Path) -> None:
    shown(
        *RUN,
        "--output-format",
        "full=kept.txt",
        "--color",
        "always",
        folder=bank,
        columns=40,
        environment=LINKED,
    )
    kept = (bank / "kept.txt").read_text("utf-8")
    assert "\x1b" not in kept
    assert "is numbered 4, expected 3 after 2 at line 7\n" in kept


def test_help_fits_the_terminal(bank: Path) -> None:
    assert max(map(len, shown("--help", folder=bank, columns=60).splitlines())) <= 60
