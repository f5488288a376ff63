"""Regular expressions that are compiled when they are first used.

Compiling one costs more than searching a short document with it, and no document needs all of them.
"""

import re
from typing import Any, cast


def regex(expression: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, for a constant of a module, as far as its methods go.

    It is not a pattern itself: give it to no function of `re`.
    """
    return cast("re.Pattern[str]", _Uncompiled(expression, flags))


class _Uncompiled:
    """Stands for a pattern; keeps what it is asked for, so that it is asked once."""

    def __init__(self, expression: str, flags: int) -> None:
        self._source = expression, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has under a name."""
        value = getattr(re.compile(*self._source), name)
        setattr(self, name, value)
        return value
