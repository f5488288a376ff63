"""How `make docs` builds the site; the rule reference is generated each time, from the rules' docstrings."""

from collections.abc import Iterable
from inspect import cleandoc
from pathlib import Path

from sphinx.application import Sphinx

from dlqa_lint import __version__
from dlqa_lint.report.parts.manual import page_as_markdown
from dlqa_lint.rule import Rule
from dlqa_lint.rules import all_rules

project = "dlqa-lint"
version = release = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = "dlqa-lint"
html_copy_source = html_show_sourcelink = html_show_copyright = False
# It would turn an option outside of code, --fix, into a dash and a word.
smartquotes = False


def setup(app: Sphinx) -> None:
    """Write the rule reference before Sphinx looks which pages there are."""
    app.connect("builder-inited", lambda app: write_rules(Path(app.srcdir) / "rules"))


def write_rules(folder: Path) -> None:
    """Write a page for each rule and one that lists them all; other pages in the folder are of old rules."""
    rules = all_rules()
    pages = {f"{name}.md": _page(rule) for name, rule in rules.items()} | {"index.md": _index(rules.values())}
    folder.mkdir(exist_ok=True)
    for old in {path.name for path in folder.glob("*.md")} - set(pages):
        (folder / old).unlink()
    for name, text in pages.items():
        path = folder / name
        # Sphinx reads again what was rewritten.
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def _page(rule: type[Rule]) -> str:
    default = "" if rule.default else " It runs only if it is selected."
    kind = f"A rule of the family `{rule.family}`, of severity `{rule.severity}`.{default}"
    return f"# {rule.name}\n\n{kind}\n\n{page_as_markdown(cleandoc(rule.__doc__ or ''))}\n"


def _index(rules: Iterable[type[Rule]]) -> str:
    families: dict[str, list[type[Rule]]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    parts = [
        "# Rules",
        "The name of a rule states the fault that it finds. `dlqa-lint rule NAME` prints its page.",
    ]
    for family, found in sorted(families.items()):
        rows = [f"| [{rule.name}]({rule.name}.md) | {_summary(rule)} |" for rule in found]
        parts += [f"## {family}", "\n".join(["| rule | what it finds |", "| --- | --- |", *rows])]
    names = "\n".join(rule.name for found in families.values() for rule in found)
    return "\n\n".join([*parts, f"```{{toctree}}\n:hidden:\n\n{names}\n```"]) + "\n"


def _summary(rule: type[Rule]) -> str:
    return cleandoc(rule.__doc__ or "").partition("\n")[0].replace("|", "\\|")
