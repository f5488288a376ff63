"""From an inspection to HTML: the only module that knows Jinja.

Whatever the template prints is escaped, and shown as the characters that it consists of: nothing of a document
becomes markup, steers a terminal or turns the direction of writing around. The page allows its own style and its own
program, by their digests, and nothing from anywhere else.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup, escape

from dlqa_lint.page import Inspection, Moment, plots
from dlqa_lint.page.changes import differences
from dlqa_lint.page.clusters import clusters_of
from dlqa_lint.page.listing import by_severity, files_of, listed, rules_of
from dlqa_lint.page.tallies import length_classes, rows_of, shortest_and_longest, total_of
from dlqa_lint.text.counts import how_many
from dlqa_lint.text.visible import visible

_DATA = Path(__file__).parent / "data"


def page_of(inspection: Inspection, version: str, date: str) -> str:
    """The page, as written by a version of the program on a date."""
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"counted": how_many, "bar": _bar, "breaking": _breaking, "with_code": _with_code}
    style, program = (_data(f"page.{kind}") for kind in ("css", "js"))
    return environment.from_string(_data("page.html")).render(
        style=Markup(style),
        program=Markup(program),
        style_digest=_digest(style),
        program_digest=_digest(program),
        version=version,
        date=date,
        **_facts(inspection),
    )


def _facts(inspection: Inspection) -> dict[str, Any]:
    """All that the template shows."""
    documents, report = inspection.documents, inspection.report
    lengths = length_classes(documents)
    shortest, longest = shortest_and_longest(documents)
    errors, warnings, infos = by_severity(report.findings)
    return {
        "title": inspection.title,
        "total": total_of(documents),
        "documents": rows_of(documents, report.findings),
        "choices": any(question.options for document in documents for question in document.questions),
        "lengths": lengths,
        "length_plot": _length_plot([(row.name, row.answers) for row in lengths]),
        "shortest": shortest,
        "longest": longest,
        "errors": errors,
        "warnings": warnings,
        "infos": infos,
        "rules": rules_of(report),
        "files": files_of(report.findings),
        "findings": list(listed(report)),
        "clusters": clusters_of(documents, report.findings),
        "changes": list(differences(inspection.changes)),
        "fixed": inspection.fixed,
        "safe": report.safe_fixes,
        "unsafe": report.unsafe_fixes,
        "refused": inspection.refused,
        "past": inspection.past,
        "past_plots": _past_plots(inspection.past or ()),
    }


def _length_plot(classes: list[tuple[str, int]]) -> Markup:
    names, values = zip(*classes, strict=True)
    short = [name.replace(" and more", "+") for name in names]
    return Markup(plots.columns("Answers by their number of words", short, values))


def _past_plots(past: Any) -> list[tuple[str, Markup, list[str]]]:
    """The plots over the history, each with its title and the names of its lines."""
    moments: list[Moment] = list(past)
    if len(moments) < 2:
        return []
    places, dates = [moment.seconds for moment in moments], [moment.date for moment in moments]
    shown = []
    for title, names in (
        ("Questions", ("questions", "answered")),
        ("Findings", ("errors", "warnings", "infos")),
    ):
        series = [plots.Series(name, [getattr(moment, name) for moment in moments]) for name in names]
        plot = Markup(plots.lines(title, places, dates, series))
        shown.append((title, plot, list(names)))
    return shown


def _bar(percent: int) -> Markup:
    return Markup(plots.share(percent))


def _breaking(path: str) -> Markup:
    """A path that may be broken after each of its folders."""
    return Markup("/<wbr>").join(str(_shown(path)).split("/"))


def _with_code(text: str) -> Markup:
    """A sentence of the manual, with what it has in backticks as code."""
    words, *more = text.split("`")
    pieces = [Markup("{}" if at % 2 else "<code>{}</code>").format(piece) for at, piece in enumerate(more)]
    return escape(words) + Markup().join(pieces)


def _shown(value: Any) -> Any:
    """A text with all that is not to be seen, or to be obeyed, replaced by pictures of it; its lines stay lines."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    lines = value.replace("\r\n", "\n").split("\n")
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in lines)


def _data(name: str) -> str:
    return (_DATA / name).read_text("utf-8")


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
