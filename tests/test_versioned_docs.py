"""Documentation of all versions side by side, published to a repository as the workflow does."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (shutil.which("bash") and shutil.which("python3")), reason="needs bash and python3"
    ),
]


def _git(*arguments: str | Path) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    _git("init", "--quiet", "--bare", tmp_path / "remote.git")
    return tmp_path / "remote.git"


def _publish(repository: Path, name: str, **pages: str) -> subprocess.CompletedProcess[str]:
    """Publish a site with these pages."""
    site = repository.with_name("site")
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir()
    for page, text in pages.items():
        (site / f"{page}.html").write_text(text, "utf-8")
    command = [ROOT / ".ci" / "publish-docs", site, repository, name]
    return subprocess.run(["bash", *map(str, command)], capture_output=True, text=True, check=False)


def _shown(repository: Path) -> dict[str, str]:
    """What is published, by its path."""
    names = _git("-C", repository, "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    return {name: _git("-C", repository, "show", f"gh-pages:{name}") for name in names}


def _publish_all(repository: Path, *sites: tuple[str, dict[str, str]]) -> dict[str, str]:
    for name, pages in sites:
        done = _publish(repository, name, **pages)
        assert done.returncode == 0, done.stderr
    return _shown(repository)


def test_main_is_at_the_top_until_there_is_a_release(repository: Path) -> None:
    shown = _publish_all(repository, ("main", {"index": "old", "gone": "x"}), ("main", {"index": "new"}))
    listed = shown.pop("versions/index.html")
    assert shown == {".nojekyll": "", "index.html": "new", "main/index.html": "new"}
    assert '<a href="../main/">main</a>' in listed


def test_the_newest_release_is_at_the_top_whatever_is_published_last(repository: Path) -> None:
    shown = _publish_all(
        repository,
        ("v0.9.0", {"index": "nine"}),
        ("v0.10.0", {"index": "ten"}),
        ("v0.10.0rc1", {"index": "candidate"}),
        ("v0.9.1", {"index": "nine again"}),
        ("main", {"index": "main", "more": "main"}),
    )
    assert shown["index.html"] == "ten"
    assert "more.html" not in shown
    assert {name: shown[f"{name}/index.html"] for name in ("main", "v0.9.0", "v0.10.0", "v0.9.1")} == {
        "main": "main", "v0.9.0": "nine", "v0.10.0": "ten", "v0.9.1": "nine again",
    }  # fmt: skip
    listed = shown["versions/index.html"]
    places = [listed.index(f'"../{name}/"') for name in ("main", "v0.10.0", "v0.10.0rc1", "v0.9.1", "v0.9.0")]
    assert places == sorted(places)


def test_what_is_published_already_is_not_published_again(repository: Path) -> None:
    _publish_all(repository, ("main", {"index": "x"}), ("main", {"index": "x"}))
    assert _git("-C", repository, "rev-list", "--count", "gh-pages").strip() == "1"


@pytest.mark.parametrize("name", ["rules", "versions", "v1/../main"])
def test_a_name_that_is_no_version_changes_nothing(name: str, repository: Path) -> None:
    _publish_all(repository, ("main", {"index": "x"}))
    before = _shown(repository)
    done = _publish(repository, name, index="y")
    assert done.returncode != 0
    assert f"{name}: found neither main nor a tag such as v0.1.0" in done.stderr
    assert _shown(repository) == before


def test_publishing_is_tried_again_where_another_version_came_first(repository: Path) -> None:
    _publish_all(repository, ("v0.1.0", {"index": "one"}))
    hook = repository / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\n[ -e refused ] && exit 0\ntouch refused\nexit 1\n", "utf-8")
    hook.chmod(0o755)
    shown = _publish_all(repository, ("v0.2.0", {"index": "two"}))
    assert (repository / "refused").exists()
    assert (shown["index.html"], shown["v0.1.0/index.html"]) == ("two", "one")
