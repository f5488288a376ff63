"""What all tests share: options of theirs, and a secret for their caches."""

from collections.abc import Iterator

import pytest

from cases import case_files, update


@pytest.fixture(autouse=True, scope="session")
def _secret_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Caches of tests are sealed with a secret of theirs, so that nothing is left in the user's home."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="rewrite what tests/cases/*.md expect (with -k WORD: the files whose names hold it)",
    )
    parser.addoption(
        "--whole-grid",
        action="store_true",
        help="count the work of fixing for every piece in every place of tests/test_counted_grid.py",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-cases"):
        word = config.getoption("-k")
        for file in case_files():
            if not word or word in file.stem:
                update(file)
