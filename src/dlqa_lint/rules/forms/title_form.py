"""title-form: a document title in another form than the schema's."""

from collections.abc import Iterator

from dlqa_lint.model.bank import Document, Title
from dlqa_lint.model.finding import Finding, Fix
from dlqa_lint.model.form import TEXT, is_markup_only, parse_form
from dlqa_lint.rule import DocumentRule, quoted


class TitleForm(DocumentRule):
    """The document's title is not written as the schema says.

    Without a schema only markup that no title needs is reported: closing hashes, and emphasis around the
    whole title, unless most headings of its level (most headings, where there is no other) are written so.

    A heading is emphasised already; stars around it show up in tables of contents and page titles.

    Example:
        # **50 deep learning questions**

    Repair:
        # 50 deep learning questions

    Fix: Writes the title in the right form. It is safe: only the markup around the title's words changes, and
    so the title's anchor stays. There is none where the form has words of its own (`# Quiz: {text}`).

    Schema: `title.form`.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        title, wanted = document.title, document.schema.title.form
        if title is None or not wanted:
            return
        form = parse_form(wanted).template
        if parse_form(title.form).template == form or _holds_words_of(document, title, form):
            return
        from dlqa_lint.edits.rewrite import retitled  # only where something is wrong

        edits = retitled(document, form)
        yield self.finding(
            document,
            title.span,
            f"the title {quoted(title.plain_text)} is written as {quoted(title.form)}, "
            f"expected {quoted(form)}",
            fix=Fix(f"write the title as {quoted(form)}", edits) if edits else None,
        )


def _holds_words_of(document: Document, title: Title, form: str) -> bool:
    """Whether a title begins and ends as a form with words of its own says."""
    before, _, after = form.partition(TEXT)
    line = parse_form(title.form).render("", document.source.slice(title.text_span))
    held = len(line) > len(before) + len(after) and line.startswith(before) and line.endswith(after)
    return held and not is_markup_only(form)
