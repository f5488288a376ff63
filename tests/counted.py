"""How much work a piece of code does, counted in calls: the same on every machine."""

import re
import sys
from collections.abc import Callable
from typing import Any

_COMPILING = re.__file__.removesuffix("__init__.py")


def calls(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, but for compiling patterns, which is done once at any time."""
    count = 0

    def hear(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call") and not frame.f_code.co_filename.startswith(_COMPILING)

    sys.setprofile(hear)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count
