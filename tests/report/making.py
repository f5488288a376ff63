"""Reports for the tests of the formats, made from a text in which « and » mark the span of a finding."""

from dlqa_lint.model.finding import Finding, Fix, Place, QuestionRef, Severity
from dlqa_lint.report import PAPER, Report, Screen
from dlqa_lint.text.source import Source, Span

HOSTILE = {
    "workflow command": "::error file=x.md,line=1::pwned",
    "old workflow command": "##[error]pwned ##[add-mask]x",
    "indented workflow command": "  ::set-output name=a::b",
    "percent and separators": "100%25, a:b, c%0Ad::e",
    "colour codes": "\x1b[31mred\x1b[0m \x9b1m",
    "title and bell": "\x1b]0;owned\x07 \x08\x08\x7f",
    "line ends": "one\r\n::error::two\n::warning::three\r::notice::four",
    "other line ends": "a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g",
    "direction overrides": "\u202eevil\u202c \u2066x\u2069",
    "right to left": "ما هو التعلم العميق؟",
    "table": "| a | b |\n| --- | --- |",
    "markup": "<script>alert(1)</script> **b** `c` [d](https://e.example) ![f](g) $h$ ~~i~~ @team #12",
    "cdata end": "]]> <![CDATA[ &amp; & < > \" '",
    "not in XML": "\x00\x01\ufffe\uffff",
    "links of SARIF": "[x](1) [y](https://z.example) {0} {1}",
    "emoji": "👩‍💻 ❤️ 🇩🇪 e\u0301",
    "long": "word " * 20_000,
    "only marks": "\u0301" * 500,
    "closed backtick and backslash": "`` \\` \\| \\",
}


def marked(text: str, path: str = "a.md") -> tuple[Source, Span]:
    """The source without its marks, and the span between them."""
    start = text.index("«")
    end = text.index("»") - 1
    return Source(path, text.replace("«", "").replace("»", "")), Span(start, end)


def report_on(
    text: str,
    message: str = "the message",
    *,
    path: str = "a.md",
    rule: str = "number-gap",
    severity: Severity = Severity.ERROR,
    question: QuestionRef | None = None,
    related: tuple[Place, ...] = (),
    fix: Fix | None = None,
    screen: Screen = PAPER,
) -> Report:
    """A report with one finding at the marked span."""
    source, span = marked(text, path)
    finding = Finding(rule, "numbering", severity, message, path, span, question, related, fix)
    return Report((finding,), {path: source}, 1, 50, 10, 900, screen=screen)


def report_of(count: int, severity: Severity = Severity.ERROR) -> Report:
    """A report with a number of findings, each on a line of its own."""
    source = Source("a.md", "".join(f"## {line}. What?\n" for line in range(count)))
    findings = tuple(
        Finding("number-gap", "numbering", severity, f"finding {at}", "a.md", Span(start, start + 2))
        for at, start in enumerate(source.starts[:count])
    )
    return Report(findings, {"a.md": source}, 1, count, 0, 0)


def hostile(text: str) -> Report:
    """A report in which the text is everywhere: document, path, message, question, related place and fix."""
    path = f"a {text[:60]}.md"
    return report_on(
        f"# Bank\n\n«{text}» {text}\n",
        f"found {text}",
        path=path,
        question=QuestionRef("1", text, 3),
        related=(Place(path, Span(2, 4), f"also {text}"),),
        fix=Fix(f"replace {text}", ()),
    )
