"""The page in a real browser, where there is one: it can be used, by everybody, and asks nobody for anything."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest

from dlqa_lint.cli import main
from merging.repository import Repository

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None
)
axe = pytest.importorskip("axe_playwright_python.sync_playwright")
playwright = pytest.importorskip("playwright.sync_api")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(BROWSER is None, reason="there is no Chromium")]

MANY = 1000
"""Questions without an answer, each a finding."""


def _page(folder: Path, texts: Mapping[str, str]) -> Path:
    """The page about a repository with a commit for each document."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
            patch.delenv(name, raising=False)
        repository = Repository(folder)
        for name, text in texts.items():
            repository.commit({name: text.encode()}, "More")
        assert main(["report", "--isolated", "--no-cache", "--history", "3", "-o", "page.html", "."]) == 0
    return folder / "page.html"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with something in each of its parts."""
    twice = "### 1. What is a wren?\n\nA bird.\n\n###  2. What is a wren?\n\nA small bird.\n"
    quiz = "### 1. Which one flies?\n\n- [x] a wren\n- [ ] an oak\n\n### 2. Which one swims?\n\nTODO\n"
    texts = {"birds.md": f"# Birds\n\n## Small\n\n{twice}", "quiz.md": f"# Quiz\n\n{quiz}"}
    return _page(tmp_path_factory.mktemp("bank"), texts)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a thousand findings of one rule, and one of another."""
    asked = [f"### {number}. What is thing {number}?\n\nTODO\n" for number in range(1, MANY + 1)]
    asked[76] = asked[76].replace("thing 77", "a zebra")
    texts = {
        "many.md": "# Many\n\n" + "\n".join(asked),
        "one.md": "# One\n\n### 1. What is it?\n\nA letter.\n",
    }
    texts["one.md"] += "\n### 3. What was it?\n\nA word.\n"
    return _page(tmp_path_factory.mktemp("bank"), texts)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"] if root else [])
        yield browser
        browser.close()


class View(NamedTuple):
    """A kind of reader: how wide the window is, and the colours that the system asks for."""

    width: int
    scheme: Literal["light", "dark"]


VIEWS = {"desktop": View(1280, "light"), "dark": View(1280, "dark"), "phone": View(360, "dark")}


@contextmanager
def _opened(browser: "Browser", file: Path, view: View) -> Iterator["Page"]:
    """The page as a reader sees it; nothing may be asked for but itself, and no message appear."""
    size: ViewportSize = {"width": view.width, "height": 800}
    context = browser.new_context(viewport=size, color_scheme=view.scheme)
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri())
    yield page
    assert asked == [file.as_uri()]
    assert said == []
    context.close()


@pytest.fixture(params=list(VIEWS.values()), ids=list(VIEWS))
def view(request: pytest.FixtureRequest) -> View:
    found: View = request.param
    return found


@pytest.fixture
def page(view: View, browser: "Browser", file: Path) -> Iterator["Page"]:
    with _opened(browser, file, view) as opened:
        yield opened


def test_axe_finds_nothing_against_it(page: "Page") -> None:
    # What is folded away, or not drawn yet, would not be looked at.
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")
    page.evaluate(
        "for (const one of document.querySelectorAll('article')) one.style.contentVisibility = 'visible'"
    )
    found = axe.Axe().run(page)
    assert [
        (rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found.response["violations"]
    ] == []
    assert len(found.response["passes"]) > 20


def test_it_is_as_wide_as_the_screen(page: "Page") -> None:
    assert page.evaluate("document.documentElement.scrollWidth") == page.evaluate("innerWidth")


def test_a_thousand_findings_are_searched_and_filtered(view: View, browser: "Browser", large: Path) -> None:
    with _opened(browser, large, view) as page:
        count, shown = page.locator("#count"), page.locator(".finding:visible")
        all_of_them = f"{MANY + 1} findings"
        assert page.evaluate("document.documentElement.scrollWidth") == view.width
        assert count.inner_text() == all_of_them
        page.get_by_label("Search").fill("ZEBRA placeholder")
        assert count.inner_text() == f"1 of {all_of_them}"
        assert "many.md:309:1" in (shown.text_content() or "")
        page.get_by_label("Search").fill("")
        page.get_by_role("combobox", name="Rule").select_option("number-gap")
        assert count.inner_text() == f"1 of {all_of_them}"
        assert "one.md:7:5" in (shown.text_content() or "")
        page.get_by_role("combobox", name="Severity").select_option("info")
        assert count.inner_text() == f"0 of {all_of_them}"
        page.get_by_role("button", name="Show all").click()
        page.get_by_role("combobox", name="File").select_option("many.md")
        page.get_by_role("combobox", name="Fix").select_option("none")
        assert count.inner_text() == f"{MANY} of {all_of_them}"
        page.get_by_role("button", name="Show all").click()
        assert (count.inner_text(), shown.count()) == (all_of_them, MANY + 1)


def test_the_keyboard_reaches_the_parts(page: "Page") -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Documents"
    page.keyboard.press("Enter")
    assert page.url.endswith("#documents")


def test_light_and_dark_differ(page: "Page", view: View) -> None:
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    channels = [int(number) for number in ground.removeprefix("rgb(").removesuffix(")").split(",")]
    assert (sum(channels) < 3 * 128) == (view.scheme == "dark")


def test_on_paper_everything_is_open_and_light(page: "Page") -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    assert not page.get_by_label("Search").is_visible()
    assert page.locator("table.difference").first.is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_its_program_everything_is_there(browser: "Browser", file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.locator(".finding:visible").count() > 2
    assert not page.locator("#filters").is_visible()
    context.close()
