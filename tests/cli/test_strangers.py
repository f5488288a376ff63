"""What strangers send neither hangs a run nor ends it with a traceback."""

import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from dlqa_lint.cli import main

BANK = "# Things\n\n### 1. What is a thing?\n\nIt is a thing.\n\n### 2. Why?\n\nFor a reason.\n"
POSIX = pytest.mark.skipif(os.name == "nt", reason="there are no such files")


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(BANK, "utf-8")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a bank, in which the run is made; what is beside it is not its own."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    Path("a.md").write_text(BANK, "utf-8")
    return folder


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What is said on standard error by a run that ends with 2 and without a traceback."""
    assert main(["--no-cache", *arguments]) == 2
    return capsys.readouterr().err


def _pipe(name: str) -> None:
    os.mkfifo(name)


def _device(name: str) -> None:
    Path(name).symlink_to("/dev/zero")


def _link_to_pipe(name: str) -> None:
    os.mkfifo("pipe")
    Path(name).symlink_to("pipe")


@POSIX
@pytest.mark.parametrize("make", [_pipe, _device, _link_to_pipe])
class TestOddFiles:
    """Pipes, devices and links to them are refused wherever a file is read."""

    def test_a_document(self, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
        make("b.md")
        error = refused(capsys, "a.md", "b.md")
        assert "b.md: found a " in error
        assert "expected a regular file" in error
        assert "expected a regular file" in refused(capsys, "b*.md")

    def test_one_in_a_folder_is_left_out(
        self, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        make("b.md")
        assert main(["--no-cache", "--show-files", "."]) == 0
        assert "b.md: not a regular file" in capsys.readouterr().out

    @pytest.mark.parametrize("option", ["--config", "--schema", "--baseline"])
    def test_settings_and_the_like(
        self, option: str, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        make("odd.toml")
        assert "odd.toml: found " in refused(capsys, option, "odd.toml", "a.md")

    @pytest.mark.parametrize("key", ["schema", "baseline", "extend"])
    def test_what_the_settings_name(
        self, key: str, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        make("odd")
        Path("dlqa-lint.toml").write_text(f'{key} = "odd"\n', "utf-8")
        assert "odd" in refused(capsys, "a.md")

    def test_the_patterns_of_git(
        self, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        make(".gitignore")
        assert ".gitignore: found a " in refused(capsys, ".")

    def test_a_version_to_merge(
        self, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]
    ) -> None:
        make("base.md")
        assert main(["merge", "base.md", "a.md", "a.md", "a.md"]) == 129
        assert "base.md: found a " in capsys.readouterr().err

    def test_an_older_map(self, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
        make("map.json")
        assert main(["renumber", "--map", "map.json", "a.md"]) == 2
        assert "map.json: found a " in capsys.readouterr().err

    def test_pairs(self, make: Callable[[str], None], capsys: pytest.CaptureFixture[str]) -> None:
        make("pairs")
        assert main(["similar", "--pairs", "pairs"]) == 2
        assert "pairs: found a " in capsys.readouterr().err

    def test_an_entry_of_the_cache(self, make: Callable[[str], None], tmp_path: Path) -> None:
        assert main(["--cache-dir", "cache", "."]) == 0
        for entry in Path("cache").glob("document-*"):
            entry.unlink()
            make(entry.as_posix())
            break
        os.chdir(tmp_path)
        assert main(["--cache-dir", "cache", "."]) == 0


def test_a_document_that_is_too_large_is_refused_unless_an_option_allows_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("b.md").write_bytes(b"\n" * 1_000_001)
    error = refused(capsys, "--max-document-size", "1", "b.md")
    assert "b.md: found more than 1 MB, expected at most so many; --max-document-size MB allows more" in error
    assert main(["--no-cache", "b.md"]) == 0
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"\n" * 1_000_001)))
    assert "stdin.md: found more than 1 MB" in refused(capsys, "--max-document-size", "1", "-")
    assert refused(capsys, "--max-document-size", "9" * 5000, "a.md").startswith("dlqa-lint: argument")


def test_settings_that_are_too_large_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("dlqa-lint.toml").write_bytes(b"#" * 10_000_001)
    assert "dlqa-lint.toml: found more than 10 MB" in refused(capsys, "a.md")
    Path("dlqa-lint.toml").write_text('baseline = "b.json"', "utf-8")
    Path("b.json").write_bytes(b" " * 10_000_001)
    assert "b.json: found more than 10 MB" in refused(capsys, "a.md")


TOO_MUCH = {
    "a key of many dots": "include = ['*']\n" + "a." * 5_000 + "b = 1\n",
    "a quoted key of many dots": "\n" + "'a' . " * 5_000 + "b = 1\n",
    "a header of many dots": "\n[" + "a." * 5_000 + "b]\n",
    "a number of many digits": "\nfail-on = " + "1" * 5_000 + "\n",
    "lists in each other": "\ninclude = " + "[" * 5_000 + "]" * 5_000 + "\n",
    "tables in each other": "\nseverity = " + "{a = " * 5_000 + "1" + "}" * 5_000 + "\n",
    "lists that never close": "\ninclude = " + "[" * 200_000,
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
@pytest.mark.parametrize("option", ["--config", "--schema"])
def test_toml_that_is_too_much_is_refused_with_its_place(
    option: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("odd.toml").write_text(text, "utf-8")
    assert "odd.toml: line 2: found " in refused(capsys, option, "odd.toml", "a.md")


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"version": 1,\n"findings": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"version": ' + "1" * 9_000 + "}",
    ],
)
def test_a_baseline_that_is_too_much_is_refused_with_its_place(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("b.json").write_text(text, "utf-8")
    assert "b.json: line " in refused(capsys, "--baseline", "b.json", "a.md")


@POSIX
@pytest.mark.parametrize("pattern", ["/**/*.md", "../**/*.md", "../../../../../../**/*.md", "link/**/*.md"])
def test_no_pattern_of_settings_has_what_is_outside_of_the_project_walked(
    pattern: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("project").mkdir()
    monkeypatch.chdir("project")
    Path("link").symlink_to("/")
    Path("dlqa-lint.toml").write_text(f'include = ["{pattern}"]', "utf-8")
    walked = []
    walk: Callable[..., object] = os.walk

    def heard(folder: str, **options: object) -> object:
        walked.append(os.path.realpath(folder))
        return walk(folder, **options)

    monkeypatch.setattr("os.walk", heard)
    assert f'the include pattern "{pattern}" of the settings matches no file' in refused(capsys)
    assert set(walked) <= {str(Path.cwd())}


@POSIX
@pytest.mark.parametrize("how", ["a path", "a link", "a link to nothing", "a folder that is a link"])
def test_a_baseline_is_written_where_settings_or_a_link_lead_only_if_the_user_says_so(
    how: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    victim = tmp_path / "victim.json"
    named = {"a path": "../victim.json", "a folder that is a link": "up/victim.json"}.get(how, "known.json")
    Path("a.md").write_text(BANK.replace("### 2", "### 4"), "utf-8")
    Path("dlqa-lint.toml").write_text(f'baseline = "{named}"\n', "utf-8")
    Path("up").symlink_to("..")
    if how != "a link to nothing":
        victim.write_text('{"version": 2, "findings": []}', "utf-8")
    if named == "known.json":
        Path(named).symlink_to(victim)
    before = victim.exists() and victim.read_bytes()
    assert "leads out of the folder of the settings" in refused(capsys, "--write-baseline", ".")
    assert (victim.exists() and victim.read_bytes()) == before
    assert main(["--no-cache", "--write-baseline", "--baseline", named, "."]) == 0
    assert "number-gap" in victim.read_text("utf-8")


LONG = {
    "hyphens": "- " * 3_000,
    "stars and quotes": "> * " * 3_000,
    "deep lines": "".join(" " * at + "- x\n" for at in range(400)),
    "white space": " " * 20_000 + "x",
    "tags that never close": "<details><summary>" * 1_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
@pytest.mark.parametrize("command", ["add", "export", "report", "remove", "fix"])
def test_no_answer_hangs_a_command(command: str, text: str) -> None:
    Path("a.md").write_text(f"{BANK}\n{text}\n", "utf-8")
    arguments = {
        "add": ["add", "How?", "a.md", "--diff"],
        "export": ["export", "--format", "html", "-o", "a.html", "a.md"],
        "report": ["report", "-o", "a.html", "a.md"],
        "remove": ["remove", "1", "a.md", "--diff"],
        "fix": ["--fix", "--unsafe-fixes", "--diff", "a.md"],
    }[command]
    line = [sys.executable, "-m", "dlqa_lint", *arguments, "--isolated", "--no-cache"]
    done = subprocess.run(line, timeout=60, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


SECRET = "### 1. Who is it?\n\nTODO: hidden.\n\n### 3. Why?\n\nSo.\n"


@POSIX
@pytest.mark.parametrize("path", [".", "*.md", "**/*.md", "included"])
@pytest.mark.parametrize("inside", [False, True])
def test_no_link_of_a_repository_shows_what_lies_elsewhere(
    path: str,
    inside: bool,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    project: Path,
) -> None:
    secret = project / ".git" / "config" if inside else tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    Path("b.md").symlink_to(secret)
    if path == "included":
        Path("dlqa-lint.toml").write_text('include = ["*.md"]\nschema = "numbered-heading"\n', "utf-8")
    given = [] if path == "included" else [path]
    assert main(["--no-cache", "--show-files", *given]) == 0
    reason = "link into a hidden folder" if inside else "link that leads out of the repository"
    assert f"b.md: {reason}" in capsys.readouterr().out
    for command in ([], ["export"], ["--fix", "--diff"]):
        main([*command, "--no-cache", *given])
        output = capsys.readouterr()
        assert "hidden." not in output.out + output.err
    assert secret.read_text("utf-8") == SECRET
    assert main(["--no-cache", "b.md"]) == 1  # who names it has it read


@POSIX
@pytest.mark.parametrize("way", ["up", "absolute", "link", "link to another kind", "link to a folder"])
@pytest.mark.parametrize("format_name", ["html", "moodle", "qti"])
def test_no_picture_of_an_export_shows_what_lies_elsewhere(
    way: str, format_name: str, tmp_path: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_text("a key of the user", "utf-8")
    (project / ".env").write_text("a key of the user", "utf-8")
    Path("p.png").symlink_to(".env" if way == "link to another kind" else secret)
    Path("folder").symlink_to(tmp_path)
    named = {
        "up": "../secret.png",
        "absolute": f"%2F{tmp_path}/secret.png",
        "link to a folder": "folder/secret.png",
    }
    options = "- [x] a\n- [ ] b\n"
    Path("a.md").write_text(f"### 1. What is it?\n\n![]({named.get(way, 'p.png')})\n\n{options}", "utf-8")
    assert main(["export", "--format", format_name, "-o", "out", "--no-cache", "a.md"]) == 2
    assert "its image " in capsys.readouterr().err
    assert not Path("out").exists()


@POSIX
def test_no_link_to_a_hidden_file_is_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / ".env").write_text(SECRET, "utf-8")
    Path("b.md").symlink_to(".env")
    assert main(["--no-cache", "--show-files", "."]) == 0
    assert "b.md: link to a hidden file" in capsys.readouterr().out


WRITING = {
    "a report": ["report", "a.md", "-o"],
    "a text": ["export", "a.md", "-o"],
    "bytes": ["export", "--format", "html", "a.md", "-o"],
    "a format": ["a.md", "--output-format", "sarif="],
    "a map": ["renumber", "--from", "5", "a.md", "--map"],
}


@POSIX
@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
@pytest.mark.parametrize("to", ["a file elsewhere", "nothing yet", "a file of git", "a folder elsewhere"])
def test_no_link_of_a_repository_leads_what_is_written_elsewhere(
    command: list[str],
    to: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    project: Path,
) -> None:
    victims = {"a file of git": project / ".git" / "config", "a folder elsewhere": tmp_path / "out"}
    victim = victims.get(to, tmp_path / "victim")
    if to != "nothing yet":
        victim.write_text("[]", "utf-8")
    Path("out").symlink_to(tmp_path if to == "a folder elsewhere" else victim)
    name = "out/out" if to == "a folder elsewhere" else "out"
    *before, last = command
    given = [*before, last + name] if last.endswith("=") else [*command, name]
    assert main([*given, "--no-cache"]) == 2
    assert f"{name}: is a link that leads to" in capsys.readouterr().err
    assert not victim.exists() if to == "nothing yet" else victim.read_text("utf-8") == "[]"
    assert Path("a.md").read_text("utf-8") == BANK


@POSIX
def test_links_within_a_repository_and_those_of_the_machine_are_written_through(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "link").symlink_to("elsewhere")
    (tmp_path / "elsewhere" / ".git").mkdir()
    for name in ("link/out.html", "/dev/null"):
        assert main(["report", "a.md", "--no-cache", "-o", name]) == 0, name
    assert (elsewhere / "out.html").exists()
    os.chdir(elsewhere)
    assert main(["report", "../a.md", "--no-cache", "-o", "../link/again.html"]) == 0
    assert (elsewhere / "again.html").exists()


@POSIX
def test_no_pattern_walks_through_a_link_to_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.md").write_text(SECRET, "utf-8")
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    Path("a.md").write_text(BANK, "utf-8")
    Path("link").symlink_to("../elsewhere")
    Path("loop").symlink_to(".")
    for pattern in ("**/*.md", "**", "./**/*.md", f"{tmp_path}/project/**/*.md"):
        assert main(["--no-cache", pattern]) == 0, pattern


@pytest.mark.parametrize("key", ["baseline", "schema", "extend"])
def test_a_name_that_no_file_can_have_is_refused(key: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a\\u0000b", "a" * 5_000, "a/" * 3_000):
        Path("dlqa-lint.toml").write_text(f'{key} = "{name}"\n', "utf-8")
        for command in ([], ["--write-baseline"]):
            refused(capsys, *command, ".")


def test_settings_that_extend_each_other_without_end_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for at in range(1_000):
        Path(f"s{at}.toml").write_text(f'extend = "s{at + 1}.toml"\n', "utf-8")
    assert "s0.toml: found more than 20 settings files" in refused(capsys, "--config", "s0.toml", "a.md")


@POSIX
def test_without_a_home_nothing_in_the_current_folder_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert main(["--cache-dir", "cache", "."]) == 0
    assert not Path("~").exists()
    assert not Path("cache").exists()


@POSIX
def test_the_cache_writes_through_no_link(tmp_path: Path) -> None:
    assert main(["--cache-dir", "cache", "."]) == 0
    victim = tmp_path / "victim"
    victim.write_text("mine\n", "utf-8")
    for entry in list(Path("cache").iterdir()):
        entry.with_name(f"{entry.name}.{os.getpid()}.tmp").symlink_to(victim)
    Path("a.md").write_text(BANK + "\nMore.\n", "utf-8")
    assert main(["--cache-dir", "cache", "."]) == 0
    assert victim.read_text("utf-8") == "mine\n"


ODD = b"caf\xe9 \xff.md"


@POSIX
def test_names_that_are_not_utf8_are_linted_fixed_and_reported(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    name = os.fsdecode(ODD)
    try:
        Path(name).write_text(BANK.replace("### 2", "###  4"), "utf-8")
    except OSError:
        pytest.skip("the file system takes no such names")
    Path("a.md").unlink()
    for command in (
        [],
        ["--show-files"],
        ["--output-format", "json"],
        ["--output-format", "sarif"],
        ["--output-format", "github"],
        ["--diff"],
        ["export"],
        ["similar", "Why?"],
        ["renumber", "--diff"],
        ["remove", "4", "--diff"],
        ["--write-baseline"],
        ["--fix", "--unsafe-fixes"],
        ["add", "How?", "--after", "1"],
        ["renumber", "--from", "5"],
    ):
        code = main([*command, "--no-cache", "."])
        output = capfdbinary.readouterr()
        assert code in (0, 1), (command, output)
        assert b"Traceback" not in output.err
        assert b"\xff" not in output.out + output.err
    assert "### 5. What is a thing?" in Path(name).read_text("utf-8")
