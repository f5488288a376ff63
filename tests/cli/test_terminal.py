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
        ({"TERM": "tmux-256color", "VTE_VERSION": "7600"}, (), False),
        ({"TERM": "tmux-256color", "FORCE_HYPERLINK": "1"}, (), True),
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


MANY = "# Letters\n\n" + "".join(
    f"### {at}. What is the letter {at}?\n\n" + "It is a letter.\n\n" * (at % 2) for at in range(1, 141)
)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A bank of 70 faults."""
    (tmp_path / "a.md").write_text(MANY, "utf-8")
    return tmp_path


def test_a_terminal_shows_no_more_than_somebody_reads(many: Path) -> None:
    text = bare(shown(*RUN, folder=many))
    assert text.count("missing-answer: ") + text.count(" = also: ") == 50
    assert "20 more findings (--max-findings 0 shows all):\n20 missing-answer\n" in text
    assert "70 findings in 1 document" in text


@pytest.mark.parametrize(("wanted", "count"), [("0", 70), ("7", 7), ("70", 70), ("100", 70)])
def test_somebody_may_want_more_or_less(many: Path, wanted: str, count: int) -> None:
    text = bare(shown(*RUN, "--max-findings", wanted, folder=many))
    assert text.count("missing-answer: ") + text.count(" = also: ") == count
    assert ("more findings" in text) is (count < 70)


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        ((), 70),
        (("--max-findings", "5"), 5),
        (("--max-findings", "5", "--output-format", "concise"), 5),
        (("--max-findings", "5", "--output-format", "github"), 70),
    ],
)
def test_a_pipe_gets_all_unless_somebody_wants_less(
    many: Path, arguments: tuple[str, ...], count: int
) -> None:
    command = [sys.executable, "-m", "dlqa_lint", *RUN, *arguments]
    done = subprocess.run(command, cwd=many, capture_output=True, check=False)
    assert done.returncode == 1
    assert done.stdout.count(b"has no answer") == count


def test_concise_is_whole_on_a_terminal(many: Path) -> None:
    text = shown(*RUN, "--output-format", "concise", folder=many)
    assert text.count("missing-answer") == 70


def test_a_number_that_is_none_is_refused(many: Path) -> None:
    text = shown(*RUN, "--max-findings", "-1", folder=many)
    assert '--max-findings: found "-1", expected a number from 0 on' in " ".join(text.split())
