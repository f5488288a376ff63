"""Writing: old or new bytes and never half, through no link that leads elsewhere, and over nobody's work."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dlqa_lint.disk import drafts, writing
from dlqa_lint.disk.drafts import write_whole
from dlqa_lint.disk.writing import NewContent, WriteError, obstacle, write

OLD, NEW = b"\xef\xbb\xbf# Old\r\n", b"\xef\xbb\xbf# New and longer\r\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(OLD)
    return path


def change(path: Path) -> NewContent:
    return NewContent(str(path), OLD, NEW)


def put(*paths: Path) -> None:
    write([change(path) for path in paths], [str(path) for path in paths])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_bytes_are_written_as_they_are(file: Path) -> None:
    put(file)
    assert file.read_bytes() == NEW
    assert names(file.parent) == ["a.md"]


def test_a_file_without_change_is_not_touched(file: Path) -> None:
    file.chmod(0o444)
    before = file.stat()
    write([NewContent(str(file), OLD, OLD)], [str(file)])
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert file.stat().st_ino == before.st_ino


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755, 0o664])
def test_the_mode_stays(file: Path, mode: int) -> None:
    file.chmod(mode)
    put(file)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@pytest.mark.parametrize("length", [255, 242, 3])
def test_names_may_be_as_long_as_the_system_allows(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("x" * (length - 3) + ".md")
    path.write_bytes(OLD)
    put(path)
    assert path.read_bytes() == NEW
    assert names(tmp_path) == [path.name]


def test_a_name_that_is_not_utf8_is_written_and_reported(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.md")
    try:
        path.write_bytes(OLD)
    except OSError:
        pytest.skip("the file system takes no such names")
    put(path)
    assert path.read_bytes() == NEW
    with pytest.raises(WriteError, match="changed on disk"):
        put(path)


def test_other_names_of_a_file_stay_names_of_it(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    os.link(file, other)
    put(file)
    assert other.read_bytes() == NEW
    assert other.samefile(file)
    assert names(tmp_path) == ["a.md", "other.md"]


def test_two_names_of_a_file_are_written_once(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.md"
    os.link(file, other)
    put(file, other)
    assert (file.read_bytes(), other.samefile(file)) == (NEW, True)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Python cannot set extended attributes there")
def test_extended_attributes_stay(file: Path) -> None:
    try:
        os.setxattr(file, "user.origin", b"here")
    except OSError:
        pytest.skip("the file system has none")
    put(file)
    assert os.getxattr(file, "user.origin") == b"here"
    assert file.read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Python cannot set extended attributes there")
def test_where_extended_attributes_cannot_be_given_the_file_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(drafts, "_attributes", lambda _: {"user.origin": b"here"})
    monkeypatch.setattr(os, "setxattr", refuse)
    before = file.stat().st_ino
    put(file)
    assert (file.read_bytes(), file.stat().st_ino, names(file.parent)) == (NEW, before, ["a.md"])


def test_what_a_killed_run_left_is_removed_and_nothing_else(file: Path, tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f".dlqa-lint-{dead.pid}-0123abcd.tmp"
    old = tmp_path / f".dlqa-lint-{os.getpid()}-0123abcd.tmp"
    alive = tmp_path / f".dlqa-lint-{os.getppid()}-0123abcd.tmp"
    foreign = [tmp_path / name for name in (".dlqa-lint-x-0123abcd.tmp", ".a.md.1234.tmp", "dlqa-lint.tmp")]
    for path in (left, old, alive, *foreign):
        path.write_bytes(b"x")
    os.utime(old, (1, 1))
    linked = tmp_path / f".dlqa-lint-{dead.pid}-ffffffff.tmp"
    linked.symlink_to(file)
    put(file)
    kept = {"a.md", alive.name, linked.name, *(path.name for path in foreign)}
    assert set(names(tmp_path)) == kept
    assert file.read_bytes() == NEW


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may give files away")
def test_the_owner_stays(file: Path) -> None:
    os.chown(file, 12345, 23456)
    put(file)
    assert (file.stat().st_uid, file.stat().st_gid) == (12345, 23456)


def test_where_the_owner_cannot_be_given_the_file_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "_dress", lambda *_: False)
    before = file.stat().st_ino
    put(file)
    assert file.read_bytes() == NEW
    assert file.stat().st_ino == before
    assert names(file.parent) == ["a.md"]


def test_in_a_folder_that_takes_no_new_file_it_is_written_in_place(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refuse(path: str, flags: int, *more: int) -> int:
        if flags & os.O_EXCL:
            raise PermissionError(13, "Permission denied")
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", refuse)
    before = file.stat().st_ino
    put(file)
    assert (file.read_bytes(), file.stat().st_ino) == (NEW, before)


def test_shorter_content_written_in_place_leaves_no_tail(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "_dress", lambda *_: False)
    write([NewContent(str(file), OLD, b"x")], [str(file)])
    assert file.read_bytes() == b"x"


def test_a_read_only_file_is_refused_by_name(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(WriteError, match=r"a\.md: is read-only; nothing was written"):
        put(file)
    assert file.read_bytes() == OLD


def test_a_file_that_the_system_says_cannot_be_written_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert obstacle(str(file), []) == "is read-only"


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may write anywhere")
def test_a_read_only_folder_does_not_keep_a_file_from_being_written(file: Path) -> None:
    file.parent.chmod(0o555)
    try:
        put(file)
    finally:
        file.parent.chmod(0o755)
    assert file.read_bytes() == NEW


def test_what_the_system_refuses_is_reported_with_the_path(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"a\.md: cannot be written: No space left on device; nothing"):
        put(file)
    assert (file.read_bytes(), names(file.parent)) == (OLD, ["a.md"])


def test_a_read_only_file_keeps_the_others_from_being_written(file: Path, tmp_path: Path) -> None:
    locked = tmp_path / "b.md"
    locked.write_bytes(OLD)
    locked.chmod(0o400)
    with pytest.raises(WriteError, match=r"b\.md"):
        put(file, locked)
    assert file.read_bytes() == OLD


def test_a_file_that_changed_on_disk_is_refused(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.md"
    other.write_bytes(OLD)
    file.write_bytes(b"# Typed meanwhile\n")
    with pytest.raises(
        WriteError, match=r"a\.md: changed on disk while it was being fixed; nothing was written"
    ):
        put(other, file)
    assert (file.read_bytes(), other.read_bytes()) == (b"# Typed meanwhile\n", OLD)
    assert names(tmp_path) == ["a.md", "b.md"]


def test_a_file_that_changes_while_the_new_ones_are_written_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def slow(handle: int) -> None:
        flush(handle)
        file.write_bytes(b"# Typed meanwhile\n")

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(WriteError, match="changed on disk"):
        put(file)
    assert file.read_bytes() == b"# Typed meanwhile\n"
    assert names(file.parent) == ["a.md"]


def test_a_file_that_is_gone_is_refused(file: Path) -> None:
    file.unlink()
    with pytest.raises(WriteError, match=r"a\.md: cannot be found: No such file"):
        put(file)
    assert not file.exists()


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_an_interruption_leaves_the_old_content(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, stop: type[BaseException]
) -> None:
    def interrupted(*_: object) -> None:
        raise stop

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(stop):
        put(file)
    assert (file.read_bytes(), names(file.parent)) == (OLD, ["a.md"])


def test_an_interruption_of_a_write_in_place_puts_the_old_content_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "stage", lambda *_: None)
    wrote = os.write
    calls = []

    def interrupted(handle: int, data: bytes) -> int:
        calls.append(data)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return wrote(handle, data[:3])

    monkeypatch.setattr(os, "write", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put(file)
    assert len(calls) > 2
    assert file.read_bytes() == OLD


def test_a_failure_at_the_second_file_says_which_was_written(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "b.md"
    other.write_bytes(OLD)
    replace = os.replace

    def second_fails(source: Path, target: Path) -> None:
        if target.name == "b.md":
            raise OSError(5, "Input/output error")
        replace(source, target)

    monkeypatch.setattr(os, "replace", second_fails)
    with pytest.raises(
        WriteError, match=r"b\.md: cannot be written: Input/output error; written before it: .*a\.md"
    ):
        put(file, other)
    assert (file.read_bytes(), other.read_bytes(), names(tmp_path)) == (NEW, OLD, ["a.md", "b.md"])


def test_a_link_is_not_written_through(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(file)
    with pytest.raises(
        WriteError, match=r"link\.md: is a symbolic link to .*a\.md, which is not among the linted files"
    ):
        put(link)
    assert file.read_bytes() == OLD
    assert link.is_symlink()


def test_a_link_that_only_a_second_link_leads_to_is_not_written_through(file: Path, tmp_path: Path) -> None:
    links = [tmp_path / "one.md", tmp_path / "two.md"]
    for link in links:
        link.symlink_to(file)
    with pytest.raises(WriteError, match="is a symbolic link"):
        put(*links)


def test_a_link_to_a_linted_file_is_written_through_and_stays_a_link(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(file.name)
    write([change(link)], [str(link), str(file)])
    assert file.read_bytes() == NEW
    assert link.is_symlink()


def test_a_file_and_a_link_to_it_are_written_once(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(file)
    put(file, link)
    assert (file.read_bytes(), link.is_symlink()) == (NEW, True)


def test_a_file_and_a_link_to_it_that_want_other_texts_are_refused(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to(file)
    with pytest.raises(WriteError, match="would get other text"):
        write([change(file), NewContent(str(link), OLD, b"# Third\n")], [str(file), str(link)])
    assert file.read_bytes() == OLD


def test_a_link_that_leads_nowhere_or_around_is_refused(tmp_path: Path) -> None:
    nowhere, around = tmp_path / "nowhere.md", tmp_path / "around.md"
    nowhere.symlink_to("gone.md")
    around.symlink_to("around.md")
    for link in (nowhere, around):
        with pytest.raises(WriteError, match="cannot be found"):
            put(link)


def test_only_regular_files_are_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.md"
    os.mkfifo(pipe)
    assert obstacle(str(pipe), [str(pipe)]) == "is not a regular file"
    assert obstacle(str(tmp_path), []) == "is not a regular file"


def test_a_plain_file_meets_no_obstacle(file: Path) -> None:
    assert obstacle(str(file), []) is None


class TestWholeFiles:
    """What no document is, such as a baseline: written whole, new or in place of another one."""

    def test_a_new_file_has_the_mode_of_new_files(self, tmp_path: Path) -> None:
        (tmp_path / "usual").touch()
        write_whole(tmp_path / "b.json", NEW)
        assert (tmp_path / "b.json").read_bytes() == NEW
        assert (tmp_path / "b.json").stat().st_mode == (tmp_path / "usual").stat().st_mode
        assert names(tmp_path) == ["b.json", "usual"]

    def test_the_mode_of_an_older_one_stays(self, file: Path) -> None:
        file.chmod(0o640)
        write_whole(file, NEW)
        assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (NEW, 0o640)

    def test_a_link_stays_a_link(self, file: Path, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to(file)
        write_whole(tmp_path / "link", NEW)
        assert (file.read_bytes(), (tmp_path / "link").is_symlink()) == (NEW, True)

    def test_other_names_of_a_file_stay_names_of_it(self, file: Path, tmp_path: Path) -> None:
        os.link(file, tmp_path / "other")
        write_whole(file, NEW)
        assert (tmp_path / "other").read_bytes() == NEW

    @pytest.mark.parametrize("step", ["fsync", "replace"])
    def test_what_fails_leaves_the_old_content(
        self, file: Path, monkeypatch: pytest.MonkeyPatch, step: str
    ) -> None:
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, step, full)
        with pytest.raises(OSError, match="No space left"):
            write_whole(file, NEW)
        assert (file.read_bytes(), names(file.parent)) == (OLD, ["a.md"])

    def test_what_is_read_only_is_not_replaced(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "access", lambda *_: False)
        with pytest.raises(PermissionError):
            write_whole(file, NEW)
        assert file.read_bytes() == OLD
