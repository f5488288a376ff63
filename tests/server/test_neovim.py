"""The server in a real editor: Neovim without a screen, through the client that it brings along."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from language_client import COMMAND

NEOVIM = shutil.which("nvim")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(NEOVIM is None, reason="Neovim is not installed"),
]

SAILING = """# Sailing

### 1. What is a keel?

The spine of a hull ⛵⛵.

### 2. What is a mast?

A pole; for what steers, see question 4.

### 4. What is a tiller?

A lever.
"""

EXPECTED = """\
open: number-gap at 11:4
actions: number the questions in order (unsafe) [number-gap] | ignore number-gap here, with a reason | \
renumber from here
renumbered: ### 3. What is a tiller?; nothing
reference: A pole; for what steers, see question 3.
undone: number-gap at 11:4
typed: broken-question-reference at 5:41, number-gap at 11:4
spaced: heading-spacing at 7:3, number-gap at 11:4
formatted: ### 2. What is a mast?
hover: **2. What is a mast?** (answered, 8 words)
definition: ### 4. What is a tiller?
saved: no
end: ok
"""


def test_a_session_in_neovim(tmp_path: Path) -> None:
    assert NEOVIM is not None
    document, session = tmp_path / "sailing.md", tmp_path / "session"
    document.write_text(SAILING, "utf-8")
    told = {"SESSION": str(session), "DOCUMENT": str(document), "SERVER": "\n".join(COMMAND)}
    script = Path(__file__).with_name("neovim.lua")
    done = subprocess.run(
        [NEOVIM, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}"],
        cwd=tmp_path,
        env={**os.environ, **told, "XDG_STATE_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, session.read_text("utf-8")) == (0, EXPECTED), done.stderr
    assert document.read_text("utf-8") == SAILING
