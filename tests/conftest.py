"""What all tests share: the option that rewrites the expectations of case files."""

import pytest

from cases import case_files, update


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="rewrite the findings and the fixed texts of tests/cases/*.md (of those whose name holds -k's word)",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-cases"):
        word = config.getoption("-k")
        for file in case_files():
            if not word or word in file.stem:
                update(file)
