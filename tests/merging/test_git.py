"""Real git with the merge driver: one repository in which every document is merged by every command."""

from collections.abc import Mapping

import pytest

from dlqa_lint.cli import main
from merging.conflicts import conflicts_in, settled
from merging.repository import Repository
from merging.scenarios import REFERRING, SCENARIOS, Scenario
from merging.shapes import BANK, FORMS, Bank

PICKED = {
    "listed": (*SCENARIOS, *REFERRING),
    "tabled": (
        "both append", "one inserts, one appends", "one moves, one edits", "one deletes, one edits", *REFERRING,
    ),
    "details": ("both append", "one inserts, one appends", "one moves, one edits", "both edit one answer"),
    "items": ("both append", "one inserts, one edits the neighbour", "both delete"),
    "bold": ("both insert at one place", "one rewords, one edits the answer"),
    "rows": ("both append", "one moves, one edits"),
}  # fmt: skip
CASES: Mapping[str, tuple[str, Scenario]] = {
    f"{form}-{name.replace(' ', '-').replace(',', '')}": (form, {**SCENARIOS, **REFERRING}[name])
    for form, names in PICKED.items()
    for name in names
}
CRLF, JUNK, LOG = "crlf.md", "junk.md", "log.md"


def _files(side: str) -> dict[str, bytes]:
    """All documents as they are in the base, or on a side."""

    def bank(scenario: Scenario) -> Bank:
        return {"base": BANK, "ours": scenario.ours, "theirs": scenario.theirs}[side]

    files = {f"{name}.md": FORMS[form](bank(case)).encode() for name, (form, case) in CASES.items()}
    crlf = FORMS["listed"](bank(SCENARIOS["both append"])).rstrip("\n").replace("\n", "\r\n")
    return {
        **files,
        CRLF: b"\xef\xbb\xbf" + crlf.encode(),
        JUNK: b"\0\1" + side.encode(),
        LOG: b"# Log\n\nCast off at noon.\n" + (b"" if side == "base" else side.encode() + b"\n"),
    }


@pytest.fixture(scope="module")
def branched(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A repository with the branches `ours` and `theirs`, set up as a user does it."""
    repository = Repository(tmp_path_factory.mktemp("bank"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(repository.folder)
        assert main(["init", "--merge-driver"]) == 0
    repository.commit(_files("base"), "base")
    for side in ("theirs", "ours"):
        repository.git("checkout", "--quiet", "-b", side, "main")
        repository.commit(_files(side), side)
    return repository


COMMANDS = {
    "merge": (("merge", "--quiet", "--no-edit", "theirs"), "ours"),
    "cherry-pick": (("cherry-pick", "theirs"), "ours"),
    "rebase": (("rebase", "--quiet", "ours"), "theirs"),
}


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_git_merges_questions(branched: Repository, command: str) -> None:
    arguments, branch = COMMANDS[command]
    branched.git("checkout", "--quiet", "--force", "--detach", branch)
    done = branched.run(*arguments)
    open_files = set(branched.git("diff", "--name-only", "--diff-filter=U").split())
    found = {name: (branched.folder / name).read_bytes() for name in _files("base")}
    branched.git(command, "--abort")

    expected = {f"{name}.md" for name, (_, case) in CASES.items() if case.settle}
    assert done.returncode == 1
    assert open_files == {*expected, JUNK, LOG}
    for name, (form, case) in CASES.items():
        text = found[f"{name}.md"].decode()
        assert settled(text, case.settle) == FORMS[form](case.merged), name
        assert len(conflicts_in(text)) == bool(case.settle), name
    both = FORMS["listed"](SCENARIOS["both append"].merged).rstrip("\n").replace("\n", "\r\n")
    assert found[CRLF] == b"\xef\xbb\xbf" + both.encode()
    assert found[JUNK] == b"\0\1ours"
    [conflict] = conflicts_in(found[LOG].decode())
    assert (conflict["ours"], conflict["theirs"]) == ("ours\n", "theirs\n")


def test_there_are_scenarios_enough() -> None:
    assert len(CASES) + 3 >= 40


@pytest.mark.slow
def test_a_driver_that_is_gone_leaves_the_merge_to_git(branched: Repository) -> None:
    """Git takes the 127 of a shell for so many conflicts, and would leave our side alone without a mark."""
    driver = branched.git("config", "merge.dlqa-lint.driver").strip()
    branched.git(
        "config", "merge.dlqa-lint.driver", driver.replace("dlqa-lint merge", "no-such-dlqa-lint merge")
    )
    branched.git("checkout", "--quiet", "--force", "--detach", "ours")
    branched.run("merge", "--quiet", "--no-edit", "theirs")
    text = (branched.folder / LOG).read_text(encoding="utf-8")
    branched.git("merge", "--abort")
    branched.git("config", "merge.dlqa-lint.driver", driver)
    assert len(conflicts_in(text)) == 1
