"""`dlqa-lint merge` as git runs it: files in, the result in place of ours, and the exit code."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from dlqa_lint.cli import main
from merging.conflicts import conflicts_in, settled
from merging.scenarios import CLEAT, FENDER, FLAG, SHORT, after, moved, put, without
from merging.shapes import BANK, listed, plain

Run = Callable[..., tuple[int, bytes]]
BASE, OURS, THEIRS = plain(BANK), plain([*BANK, CLEAT]), plain([*BANK, FENDER])
BOTH = plain([*BANK, CLEAT, FENDER])


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)

    def merged(
        base: str | bytes, ours: str | bytes, theirs: str | bytes, *options: str, path: str = "sailing.md"
    ) -> tuple[int, bytes]:
        for name, data in (("O", base), ("A", ours), ("B", theirs)):
            Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
        return main(["merge", "O", "A", "B", path, *options]), Path("A").read_bytes()

    return merged


def test_both_questions_stay(run: Run) -> None:
    assert run(BASE, OURS, THEIRS) == (0, BOTH.encode())


@pytest.mark.parametrize(
    "frame",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: "\ufeff" + text.rstrip("\n").replace("\n", "\r\n"),
        lambda text: text + "\n\n",
    ],
    ids=["CRLF", "BOM", "no final newline", "all three", "blank lines at the end"],
)
def test_the_frame_of_the_text_stays(run: Run, frame: Callable[[str], str]) -> None:
    assert run(*map(frame, (BASE, OURS, THEIRS))) == (0, frame(BOTH).encode())


def test_a_frame_that_one_side_changed_is_changed(run: Run) -> None:
    changed = ("\ufeff" + THEIRS.rstrip("\n")).replace("\n", "\r\n")
    expected = ("\ufeff" + BOTH.rstrip("\n")).replace("\n", "\r\n").encode()
    assert run(BASE, OURS, changed) == (0, expected)
    assert run(BASE, "\ufeff" + OURS, THEIRS.replace("\n", "\r\n")) == (
        0,
        ("\ufeff" + BOTH).replace("\n", "\r\n").encode(),
    )


def test_what_one_side_alone_changed_is_taken_as_it_is(run: Run) -> None:
    odd = b"\xff\x00 no text at all"
    assert run(BASE, BASE, odd) == (0, odd)
    assert run(BASE, odd, BASE) == (0, odd)
    assert run(BASE, odd, odd) == (0, odd)


def test_two_new_documents_are_merged_as_well(run: Run) -> None:
    assert run("", OURS, THEIRS) == (0, BOTH.encode())


def test_a_document_that_begins_with_its_first_question_stays_so(run: Run) -> None:
    base, ours, theirs, both = (text.partition("\n\n")[2] for text in (BASE, OURS, THEIRS, BOTH))
    assert run(base, ours, theirs) == (0, both.encode())
    cut = [plain(bank).partition("\n\n")[2] for bank in (without(BANK, "jib"), [*BANK, CLEAT])]
    merged = plain([*without(BANK, "jib"), CLEAT]).partition("\n\n")[2]
    assert run(base, *cut) == (0, merged.encode())


def _counted_from(text: str, first: int) -> str:
    for at in range(9, 0, -1):
        text = text.replace(f"## {at}. ", f"## {at + first - 1}. ")
    return text


def test_numbers_that_one_side_began_elsewhere_are_those_of_all(run: Run) -> None:
    expected = _counted_from(OURS, 101).encode()
    assert run(BASE, _counted_from(BASE, 101), OURS) == (0, expected)
    assert run(BASE, OURS, _counted_from(BASE, 101)) == (0, expected)


def test_a_gap_that_was_there_stays_and_no_number_is_given_twice(run: Run) -> None:
    def gapped(text: str) -> str:
        return text.replace("## 8. What is a mast", "## 18. What is a mast")

    ours = gapped(BASE) + "\n## 19. What is a cleat?\n\nTwo horns.\n"
    theirs = gapped(BASE) + "\n## 19. What is a fender for?\n\nIt is a cushion.\n"
    merged = ours + "\n## 20. What is a fender for?\n\nIt is a cushion.\n"
    assert run(gapped(BASE), ours, theirs) == (0, merged.encode())


def test_a_wrong_number_that_one_side_put_right_is_right(run: Run) -> None:
    wrong = BASE.replace("## 8. ", "## 7. ")
    code, data = run(wrong, BASE, wrong + "\n## 8. What is a cleat?\n\nTwo horns.\n")
    assert code == 0
    assert data.decode() == BASE + "\n## 9. What is a cleat?\n\nTwo horns.\n"


def test_sections_that_restart_their_count_go_on_doing_so(run: Run) -> None:
    def text(*sections: list[str]) -> str:
        parts = []
        for name, words in zip(("Sails", "Ropes", "Hull"), sections, strict=False):
            asked = (f"### {at}. What is a {w}?\n\nThe {w} is a part.\n" for at, w in enumerate(words, 1))
            parts.append(f"## {name}\n\n" + "\n".join(asked))
        return "# Sailing\n\n" + "\n".join(parts)

    sails, ropes, hull = ["jib", "genoa", "foresail"], ["sheet", "halyard", "guy"], ["keel", "rudder", "deck"]
    base = text(sails, ropes, hull)
    ours = text([*sails, "spinnaker"], ropes, hull)
    theirs = text([*sails, "mainsail"], ["painter", *ropes], hull)
    merged = text([*sails, "spinnaker", "mainsail"], ["painter", *ropes], hull)
    assert run(base, ours, theirs) == (0, merged.encode())


def test_a_new_section_comes_below_questions_that_were_added_above_it(run: Run) -> None:
    base = listed(BANK)
    cabin = [FLAG._replace(section="The cabin")]
    ours, theirs = listed([*BANK, *cabin]), listed([*BANK, FENDER])
    merged = listed([*BANK, FENDER, *cabin])
    assert run(base, ours, theirs) == (0, merged.encode())
    assert run(base, theirs, ours) == (0, merged.encode())


def test_padded_numbers_stay_padded(run: Run) -> None:
    def padded(text: str) -> str:
        for at in range(1, 10):
            text = text.replace(f"## {at}. ", f"## 00{at}. ")
        return text.replace("## 10. ", "## 010. ")

    assert run(*map(padded, (BASE, OURS, THEIRS))) == (0, padded(BOTH).encode())


def test_code_and_headings_in_answers_are_not_checked(run: Run) -> None:
    code = "\n```sh\n## 3. What is a comment?\n\n\n\n1. no\n```\n"
    keel = put(BANK, "keel", answer="See below.\n" + code)
    ours = plain(after(keel, "jib", FLAG))
    theirs = plain(put(keel, "keel", answer="See below.\n" + code.replace("no", "yes")))
    merged = plain(after(put(keel, "keel", answer="See below.\n" + code.replace("no", "yes")), "jib", FLAG))
    assert run(plain(keel), ours, theirs) == (0, merged.encode())


def test_a_conflict_is_marked_as_git_says(run: Run) -> None:
    ours = plain(put(BANK, "keel", answer="Lead."))
    theirs = plain(put(BANK, "keel", answer="Iron."))
    code, data = run(BASE, ours, theirs, "--marker-size", "9", "--labels", "HEAD", "base", "a topic")
    assert code == 1
    assert b"<<<<<<<<< HEAD\nLead.\n=========\nIron.\n>>>>>>>>> a topic\n" in data
    code, data = run(BASE, ours, theirs, "--labels", "%X", "%S", "%Y")
    assert b"<<<<<<< ours\nLead.\n=======\nIron.\n>>>>>>> theirs\n" in data


def test_every_conflict_counts(run: Run) -> None:
    ours = plain([q._replace(answer="Lead " + q.word) for q in BANK])
    theirs = plain([q._replace(answer="Iron " + q.word) for q in BANK])
    code, data = run(BASE, ours, theirs)
    assert code == len(conflicts_in(data.decode())) == len(BANK)


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        ((BASE, OURS, "<<<<<<< a\n" + BASE + "=======\nX\n>>>>>>> b\n"), "conflicts in it already"),
        ((BASE, OURS.replace("\n", "\r\n", 4), THEIRS), "line ends are mixed"),
        ((BASE, OURS, THEIRS.encode("latin-1", "replace") + b"\xe9\n"), "not UTF-8"),
        ((BASE, OURS, THEIRS + "x" * 2_000_001), "too large"),
    ],
    ids=["a conflict", "mixed line ends", "Latin-1", "huge"],
)
def test_what_is_not_understood_is_merged_line_by_line(
    run: Run, capfd: pytest.CaptureFixture[str], texts: tuple[str | bytes, ...], why: str
) -> None:
    code, data = run(*texts)
    assert why in capfd.readouterr().err
    assert 1 <= code <= 125
    for side in texts[1:]:
        words = (side if isinstance(side, bytes) else side.encode()).split()
        assert set(words) <= set(data.split())


def test_an_answer_key_is_merged_line_by_line_where_numbers_change(
    run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    def quiz(words: list[str]) -> str:
        asked = (
            f"{at}. Which part is the {w}?\n\n    A. upper\n    B. lower\n" for at, w in enumerate(words, 1)
        )
        key = "".join(f"{at}. {'AB'[at % 2]}\n" for at, _ in enumerate(words, 1))
        return "# Quiz\n\n" + "\n".join(asked) + "\n## Answer key\n\n" + key

    words = ["jib", "boom", "keel", "mast"]
    code, data = run(quiz(words), quiz([*words, "sheet"]), quiz([*words, "stay"]))
    assert "answer key" in capfd.readouterr().err
    assert code
    assert b"sheet" in data
    assert b"stay" in data


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (b"\0base", b"\0ours", b"\0theirs"),
        (BASE.encode(), OURS.encode(), b"\x89PNG\0\xff"),
        (BASE.encode(), b"\x89PNG\0\xff", THEIRS.encode()),
    ],
    ids=["all", "theirs", "ours"],
)
def test_binary_files_stay_with_a_conflict(
    run: Run, capfd: pytest.CaptureFixture[str], base: bytes, ours: bytes, theirs: bytes
) -> None:
    assert run(base, ours, theirs) == (1, ours)
    said = capfd.readouterr().err
    assert "sailing.md: git merge-file cannot merge it" in said
    assert "merged line by line" not in said


def test_a_schema_that_cannot_be_read_does_not_keep_anyone_from_merging(
    run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    Path("dlqa-lint.toml").write_text("<<<<<<< HEAD\nschema = 1\n", encoding="utf-8")
    assert run(BASE, OURS, THEIRS) == (0, BOTH.encode())
    assert "its schema cannot be read" in capfd.readouterr().err


def test_the_schema_of_the_settings_counts(run: Run) -> None:
    def tasks(words: list[str]) -> str:
        parts = (f"##### Task {at}\n\nDraw the {w}.\n" for at, w in enumerate(words, 1))
        return "# Drawing\n\n" + "\n".join(parts)

    Path("tasks.toml").write_text('[question]\nform = "##### Task {number}. {text}"\n', encoding="utf-8")
    Path("dlqa-lint.toml").write_text(
        '[[bank]]\ninclude = ["s*.md"]\nschema = "tasks.toml"\n', encoding="utf-8"
    )
    form = BASE.replace("## ", "##### Task ")
    ours, theirs, both = (text.replace("## ", "##### Task ") for text in (OURS, THEIRS, BOTH))
    assert run(form, ours, theirs) == (0, both.encode())


@pytest.mark.parametrize(
    "arguments", [["O"], ["O", "A", "B", "p.md", "--marker-size", "x"], ["O", "A", "-", "p"]]
)
def test_git_takes_no_failure_for_a_conflict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("O").write_text(BASE, encoding="utf-8")
    Path("A").write_text(OURS, encoding="utf-8")
    assert main(["merge", *arguments]) == 129
    assert Path("A").read_text(encoding="utf-8") == OURS


def test_a_bug_leaves_the_merge_to_git(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of rope")

    monkeypatch.setattr("dlqa_lint.cli.commands.merge.merged_by_questions", broken)
    code, data = run(BASE, OURS, THEIRS)
    assert code == 1
    assert "this is a bug in dlqa-lint" in capfd.readouterr().err
    assert b"cleat" in data
    assert b"fender" in data


def test_numbers_of_two_depths_are_not_touched(run: Run) -> None:
    def text(numbers: list[str]) -> str:
        parts = (f"### {n} What is part {n.replace('.', ' ')} for?\n\nIt is for {n}.\n" for n in numbers)
        return "# Parts\n\n" + "\n".join(parts)

    base = ["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"]
    code, data = run(text(base), text([*base, "2.4"]), text([*base[:3], "1.4", *base[3:]]))
    assert (code, data.decode()) == (0, text([*base[:3], "1.4", *base[3:], "2.4"]))


def test_short_answers_are_not_mistaken_for_each_other(run: Run) -> None:
    short = [q._replace(answer=SHORT) for q in BANK]
    ours = plain(without(short, "boom", "sheet"))
    theirs = plain([*put(short, "tiller", asks="Which way does a tiller go?"), CLEAT])
    merged = plain(
        [*put(without(short, "boom", "sheet"), "tiller", asks="Which way does a tiller go?"), CLEAT]
    )
    assert run(plain(short), ours, theirs) == (0, merged.encode())


@pytest.mark.parametrize(("side", "above"), [("ours", "keel"), ("theirs", "tiller")])
def test_a_question_that_both_moved_is_a_conflict_in_both_places(run: Run, side: str, above: str) -> None:
    edited = put(BANK, "jib", answer="A sail, and a small one.")
    code, data = run(listed(BANK), listed(moved(BANK, "jib", "keel")), listed(moved(edited, "jib", "tiller")))
    assert code == 2
    text = settled(data.decode(), side)
    right = listed(moved(edited if side == "theirs" else BANK, "jib", above))
    assert sorted(_without_numbers(text)) == sorted(_without_numbers(right))
    body = slice(right.index("## Sails"), None)
    assert _without_numbers(text[text.index("## Sails") :]) == _without_numbers(right[body])


def _without_numbers(text: str) -> list[str]:
    return [line.translate(dict.fromkeys(map(ord, "0123456789"))) for line in text.splitlines()]


def test_ordinary_markdown_is_merged_line_by_line_without_a_word(
    run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run("# Log\n\nOne.\n", "# Log\n\nTwo.\n", "# Log\n\nSix.\n") == (
        1,
        b"# Log\n\n<<<<<<< ours\nTwo.\n=======\nSix.\n>>>>>>> theirs\n",
    )
    assert capfd.readouterr().err == ""


def test_a_section_to_which_the_other_side_adds_does_not_go_without_a_word(run: Run) -> None:
    hull = [q for q in BANK if q.section == "The hull"]
    kept = [q for q in BANK if q not in hull]
    code, data = run(listed(BANK), listed(kept), listed([*BANK, CLEAT]))
    assert code == 1
    assert conflicts_in(data.decode())[0]["theirs"] == "\n## The hull\n"
    assert settled(data.decode(), "theirs") == listed([*kept, CLEAT])


def test_conflicts_are_marked_in_the_style_of_the_repository(run: Run) -> None:
    subprocess.run(["git", "init", "--quiet", "."], check=True)
    subprocess.run(["git", "config", "merge.conflictStyle", "diff3"], check=True)
    ours, theirs = (plain(put(BANK, "keel", answer=metal)) for metal in ("Lead.", "Iron."))
    data = run(BASE, ours, theirs)[1].decode()
    assert conflicts_in(data)[0]["base"] == BANK[4].answer + "\n"


def test_a_link_that_one_side_takes_away_is_gone(run: Run) -> None:
    seeing = put(BANK, "jib", sees="mast")
    ours, theirs = listed(BANK), listed(after(seeing, "jib", FLAG))
    assert run(listed(seeing), ours, theirs) == (0, listed(after(BANK, "jib", FLAG)).encode())


def test_a_git_that_is_killed_takes_nothing_with_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("dlqa_lint.disk.git_merge.run_git", lambda *_: (-9, b"", "killed"))
    log = "# Log\n\nOne.\n"
    assert run(log, log + "Two.\n", log + "Three.\n") == (1, (log + "Two.\n").encode())
    assert "cannot merge it: killed" in capfd.readouterr().err
