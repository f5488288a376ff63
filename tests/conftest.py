"""What all tests share: the option that rewrites the expectations of case files."""

import pytest

from cases import case_files, update


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="rewrite what tests/cases/*.md expect (with -k WORD: the files whose names hold it)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-cases"):
        word = config.getoption("-k")
        for file in case_files():
            if not word or word in file.stem:
                update(file)
