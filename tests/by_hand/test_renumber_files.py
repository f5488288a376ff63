"""`dlqa-lint renumber --files`, from arguments to names, bytes and exit code."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from by_hand.bank_files import read, write
from dlqa_lint.cli import main

ASIDE = "---\nid: q{number}\n---\n\n# Question {number}\n\nWhat is a {thing}?\n\n## Answer\n\nA part.\n"
THINGS = ("jib", "boom", "luff", "keel", "cleat")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _rename(*arguments: str, code: int = 0) -> None:
    assert main(["renumber", "--files", *arguments, "--no-cache"]) == code


def _names(folder: str = "q") -> list[str]:
    return sorted(os.listdir(folder))  # noqa: PTH208 - names are wanted


def _bank(numbers: tuple[int, ...] = (1, 2, 4, 5, 6), *, inside: bool = True) -> None:
    """A bank of five files, the third of which is missing, and an index."""
    write("dlqa-lint.toml", 'include = ["q/*.md", "README.md"]\n')
    for number, thing in zip(numbers, THINGS, strict=True):
        said = f"{number}. " if inside else ""
        write(f"q/q{number:02}.md", f"# {said}What is a {thing}?\n\nA part of a boat.\n")
    rows = [f"| {n} | [What is a {t}?](q/q{n:02}.md) |\n" for n, t in zip(numbers, THINGS, strict=True)]
    write("README.md", "# Boats\n\n| No. | Question |\n| --- | --- |\n" + "".join(rows))


def _snapshot() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def test_a_gap_closes_and_links_and_numbers_follow(capsys: pytest.CaptureFixture[str]) -> None:
    _bank()
    write("q/q02.md", "# 2. What is a boom?\n\nA spar, see [the keel](q05.md#5-what-is-a-keel).\n")
    _rename("q")
    assert _names() == ["q01.md", "q02.md", "q03.md", "q04.md", "q05.md"]
    assert read("q/q03.md") == "# 3. What is a luff?\n\nA part of a boat.\n"
    assert capsys.readouterr().out.splitlines() == [
        "q/q04.md → q/q03.md",
        "q/q05.md → q/q04.md",
        "q/q06.md → q/q05.md",
        "renamed 3 files; changed the text of 5 files",
    ]
    assert "see [the keel](q04.md#4-what-is-a-keel)." in read("q/q02.md")
    assert "[What is a cleat?](q/q05.md)" in read("README.md")
    _rename("q")
    assert capsys.readouterr().out == "nothing to rename: the files are in step\n"


def test_line_ends_and_byte_order_marks_stay() -> None:
    _bank()
    write("q/q05.md", "\ufeff# 5. What is a keel?\r\n\r\nNot [a luff](q04.md).\r\n")
    _rename("q")
    assert read("q/q04.md") == "\ufeff# 4. What is a keel?\r\n\r\nNot [a luff](q03.md).\r\n"


def test_an_index_says_the_new_numbers_and_names() -> None:
    _bank()
    links = "".join(
        f"- {n}. [What is it?](q/q{n:02}.md)\n- [q{n:02}.md](q/q{n:02}.md)\n" for n in (1, 2, 4, 5, 6)
    )
    write("index.md", f"# All\n\n{links}\n[4. A luff](q/q04.md) and [more][m]\n\n[m]: q/q05.md\n")
    _rename("q")
    text = read("index.md")
    assert "- 3. [What is it?](q/q03.md)\n- [q03.md](q/q03.md)\n" in text
    assert "[3. A luff](q/q03.md) and [more][m]\n\n[m]: q/q04.md\n" in text


def test_references_in_words_follow() -> None:
    for inside in (True, False):
        _bank(inside=inside)
        write("q/q01.md", f"# {'1. ' * inside}What is a jib?\n\nA sail. For the keel see question 5.\n")
        _rename("q")
        assert "see question 4." in read("q/q01.md")
        shutil.rmtree("q")


def test_a_reference_to_a_number_of_two_files_is_an_obstacle(capsys: pytest.CaptureFixture[str]) -> None:
    _bank(inside=False)
    Path("q/q02.md").rename("q/q02-boom.md")
    Path("q/q04.md").rename("q/q02-luff.md")
    Path("README.md").unlink()
    write("dlqa-lint.toml", 'include = ["q/*.md"]\n')
    write("q/q01.md", "# What is a jib?\n\nA sail, see question 2.\n")
    before = _snapshot()
    _rename("q", code=2)
    assert 'q/q01.md:3: found "see question 2", and several files have that number' in capsys.readouterr().err
    assert _snapshot() == before


def test_front_matter_and_title_say_the_number_too() -> None:
    for number, thing in zip((1, 2, 3, 5), THINGS, strict=False):
        write(f"q/{number}-{thing}.md", ASIDE.format(number=number, thing=thing))
    _rename("q", "--isolated")
    assert _names() == ["1-jib.md", "2-boom.md", "3-luff.md", "4-keel.md"]
    assert read("q/4-keel.md").startswith("---\nid: q4\n---\n\n# Question 4\n")


def test_folders_are_renamed_with_what_is_in_them() -> None:
    for number, thing in zip((1, 2, 4, 5), THINGS, strict=False):
        picture = "![It](it.png)\n\nNext: [it](../005/README.md)."
        write(f"q/{number:03}/README.md", f"# What is a {thing}?\n\n{picture}\n")
        write(f"q/{number:03}/it.png", "picture")
    write("all.md", "# All\n\nThe [luff](q/004/README.md) and its ![picture](q/004/it.png).\n")
    _rename("q", "all.md", "--isolated")
    assert _names() == ["001", "002", "003", "004"]
    assert _names("q/004") == ["README.md", "it.png"]
    assert "Next: [it](../004/README.md)." in read("q/001/README.md")
    assert "[luff](q/003/README.md) and its ![picture](q/003/it.png)." in read("all.md")


@pytest.mark.skipif(os.name == "nt", reason="no name may have a question mark there")
def test_names_with_spaces_and_padding() -> None:
    for number, thing in zip((9, 10, 12), THINGS, strict=False):
        write(f"q/{number}. What is a {thing}?.md", f"# What is a {thing}?\n\nA part.\n")
    write("all.md", "# All\n\n[a](q/12.%20What%20is%20a%20luff%3F.md), [b](<q/12. What is a luff?.md>)\n")
    _rename("q", "all.md", "--isolated")
    assert "11. What is a luff?.md" in _names()
    assert "[a](q/11.%20What%20is%20a%20luff%3F.md)" in read("all.md")


def test_from_makes_room_and_swaps_nothing() -> None:
    _bank((1, 2, 3, 4, 5))
    _rename("q", "--from", "3")
    assert _names() == [f"q{number:02}.md" for number in range(3, 8)]
    assert read("q/q05.md").startswith("# 5. What is a luff?")


def test_the_map_has_old_and_new_names() -> None:
    _bank()
    _rename("q", "--map", "map.json")
    assert json.loads(read("map.json"))[0] == {
        "path": "q/q03.md", "old_path": "q/q04.md", "old": "04", "new": "03"
    }  # fmt: skip


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_a_difference_is_one_that_git_applies(capsys: pytest.CaptureFixture[str]) -> None:
    _bank()
    before = _snapshot()
    _rename("q", "--diff", code=1)
    assert _snapshot() == before
    Path("change.diff").write_text(capsys.readouterr().out, "utf-8")
    subprocess.run(["git", "apply", "-p0", "change.diff"], check=True)
    Path("change.diff").unlink()
    applied = _snapshot()
    shutil.rmtree("q")
    _bank()
    _rename("q")
    assert _snapshot() == applied


OBSTACLES = {
    "another file with the number": ("q/q04.png", "picture", "q/q04.png: has one of the numbers"),
    "a navigation": ("mkdocs.yml", "nav:\n  - q/q05.md\n", "mkdocs.yml:2: names q/q05.md"),
    "a mention in prose": ("notes.md", "# Notes\n\nIt is in q05.md now.\n", "notes.md:3: names q/q05.md"),
    "a web address": (
        "notes.md", "# Notes\n\n[It](https://forge.example/boats/blob/main/q/q05.md)\n", "notes.md:3: names q/q05.md",
    ),
    "settings": ("dlqa-lint.toml", 'include = ["q/q0[12456].md"]\n', "q/q04.md: the settings treat q/q03.md otherwise"),
    "a contradiction": ("q/q05.md", "# 8. What is a keel?\n\nA part.\n", "q/q05.md:1: found the number 8"),
    "a file that is not read": ("q/q07.md", "# 7. What is a rib?\n\nA part.\n", "q/q07.md: is one of the files"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "said"), OBSTACLES.values(), ids=OBSTACLES)
def test_what_cannot_be_taken_along_is_an_obstacle(
    name: str, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _bank()
    write(name, text)
    if name == "q/q07.md":
        write("dlqa-lint.toml", 'include = ["q/q0[1-6].md"]\n')
    before = _snapshot()
    _rename(code=2)
    assert said in capsys.readouterr().err
    assert _snapshot() == before


def test_other_files_of_the_same_name_are_no_obstacle() -> None:
    _bank()
    write("other/q05.md", "# Other\n\nNothing.\n")
    write("other/notes.md", "# Notes\n\nSee [it](q05.md), which is other/q05.md.\n")
    write("other/nav.yml", "- other/q05.md\n- q05.md.txt\n- xq05.md\n- lq05.md-old\n")
    _rename("q")
    assert read("other/notes.md") == "# Notes\n\nSee [it](q05.md), which is other/q05.md.\n"
    assert "q06.md" not in _names()


@pytest.mark.parametrize("sign", ["a", "a/", "../", "%20", "- "])
def test_long_lines_of_data_are_looked_through_quickly(sign: str) -> None:
    _bank()
    write("data.txt", f"{sign * 500_000} xq05.md {sign * 500_000}")
    _rename("q")
    assert "q06.md" not in _names()


def test_translations_keep_their_common_name(capsys: pytest.CaptureFixture[str]) -> None:
    for number, thing in zip((1, 2, 4, 5), THINGS, strict=False):
        write(f"q/q{number}.md", f"# What is a {thing}?\n\nA part of a boat.\n")
    for number, thing in zip((1, 2, 4), ("foc", "bôme", "guindant"), strict=True):
        write(f"q/q{number}.fr.md", f"# Qu'est-ce qu'un {thing} ?\n\nUne partie du bateau.\n")
    _rename("q", "--isolated")
    assert _names() == ["q1.fr.md", "q1.md", "q2.fr.md", "q2.md", "q3.fr.md", "q3.md", "q4.md"]
    Path("q/q2.md").unlink()
    before = _snapshot()
    _rename("q", "--isolated", code=2)
    assert "q/q3.fr.md: would no longer have the name of its translation q/q3.md" in capsys.readouterr().err
    assert _snapshot() == before


def test_ids_stay_unless_a_number_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    _bank((1, 15, 42, 56, 70), inside=False)
    _rename("q")
    assert "names (ids), which stay" in capsys.readouterr().err
    assert _names() == ["q01.md", "q15.md", "q42.md", "q56.md", "q70.md"]
    _rename("q", "--from", "1")
    assert _names() == [f"q{number:02}.md" for number in range(1, 6)]


def test_files_that_do_not_count_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    write("a.md", "# Boats\n\n## 1. What is a jib?\n\nA sail.\n\n## 2. What is a boom?\n\nA spar.\n")
    _rename("a.md", "--isolated", code=2)
    assert "found no files of one question whose names count" in capsys.readouterr().err
    _rename("a.md", "--isolated", "--section", "x", code=2)


def test_a_failure_takes_names_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _bank()
    before = _snapshot()
    done = os.rename
    calls: list[str] = []

    def rename(old: str, new: str) -> None:
        calls.append(old)
        if len(calls) == 5:
            raise PermissionError(13, "Permission denied", old)
        done(old, new)

    monkeypatch.setattr("os.rename", rename)
    _rename("q", code=2)
    assert "cannot be renamed: Permission denied; nothing was renamed" in capsys.readouterr().err
    assert _snapshot() == before
