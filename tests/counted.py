"""How much work a piece of code does, counted in calls: the same on every machine."""

import sys
from collections.abc import Callable
from typing import Any

_COMPILING = ("re", "re._compiler", "re._parser", "re._casefix")
"""The modules that compile patterns."""


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, but for compiling patterns, which is done once at any time."""
    count = 0

    def hear(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        # Not by `f_code`, which is an audited event: every hook that a test has left behind would hear of it.
        count += event in ("call", "c_call") and frame.f_globals.get("__name__") not in _COMPILING

    sys.setprofile(hear)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
