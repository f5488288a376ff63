"""Take a picture of the page that `dlqa-lint report` writes about the bank in content/: `make pictures`."""

import base64
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import ViewportSize, sync_playwright

FILE = Path(__file__).with_name("report.webp")
ROOT = Path(__file__).parents[2]
TITLE = "Deep learning questions"
WINDOW: ViewportSize = {"width": 1000, "height": 1090}
"""As wide as a page of GitHub shows it, about; as high as what it begins with."""
QUALITY = 80
"""At which text on a white ground shows no blots."""


def main() -> None:
    """Write the picture beside this file."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "report.html")
        command = [sys.executable, "-m", "dlqa_lint", "report", "content/", "-o", str(page), "--title", TITLE]
        subprocess.run(command, cwd=ROOT, check=True)
        FILE.write_bytes(taken(page))


def taken(file: Path) -> bytes:
    """The upper end of a page as WebP."""
    browser = next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome")))
    )
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=browser, args=["--no-sandbox"] if root else [])
        page = opened.new_page(viewport=WINDOW, color_scheme="light")
        page.goto(file.as_uri())
        # Playwright itself writes PNG and JPEG only.
        asked = {"format": "webp", "quality": QUALITY}
        answer = page.context.new_cdp_session(page).send("Page.captureScreenshot", asked)
        opened.close()
    return base64.b64decode(answer["data"])


if __name__ == "__main__":
    main()
