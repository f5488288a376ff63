"""A document as its reader meets it: words, code, images and links in order, without markup and spaces.

This is what a safe fix must leave as it was. What it may change is left out or made equal: markup, a
question's number and label, answer markers, contents, stated counts, links within the bank.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote

from dlqa_lint.fixer.character_map import ModelPart, code_blocks, own_line, paint, runs, widened
from dlqa_lint.fixer.tokens import FINAL, LABELS, STRAY, Token, is_sign, spoken, words
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.blocks import inline
from dlqa_lint.text.inline import is_remote
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LINE = regex(r"[^\r\n]+")
_LEAD = regex(r"[ \t>]*(?:[-*+](?=[ \t]|$)[ \t>]*)*(#*)")
_CLOSING = regex(r"(?:[ \t]+#+|##+)[ \t]*$")
_MARKUP_LINE = regex(r"[-=_*|:+ \t>]*")
_MARKUP_TAG = regex(r"</?(?:details|summary|br|p|b|strong|i|em|h[1-6])\b[^>]*>", re.IGNORECASE)
_TAG = regex(r"<[^<>]*>")
_OWN_COMMENT = regex(r"<!--\s*dlqa-lint:.*", re.DOTALL)
_HREF = regex(r"(\bhref\s*=\s*[\"'])([^\"']*)")
_COUNT = "\ue000"
"""Replaces a stated count: a private-use character, which no text has and which is not markup."""
_REFERENCE = regex(r"(\[[^\]]+\]:)\s*(\S+)")


class VisibleContent:
    """Reads one document; `free` spans are skipped (in order); `bank_links` lead into the bank."""

    def __init__(self, document: Document, free: Sequence[Span], bank_links: Collection[str]) -> None:
        self._document = document
        self._source = document.source
        self._bank_links = {unquote(target) for target in bank_links}
        self._free = widened(document.source, free)
        self._code = code_blocks(document.source)
        self._painted = paint(document, self._free, self._code)
        self._counts = sorted({claim.span for claim in document.claims})

    def tokens(self) -> list[Token]:
        """The whole document."""
        found: list[Token] = []
        asked = -1
        starts = [own_line(question).start for question in self._document.questions]
        code = sorted(self._code)
        code_starts = [at.start for at in code]
        for part, span in runs(self._painted, Span(0, len(self._painted))):
            if part is ModelPart.TEXT:
                found += self._text(span)
            elif part is ModelPart.CODE:
                found += [
                    Token("code block", self._code[at], at.start)
                    for at in code[slice(*(bisect_left(code_starts, end) for end in span))]
                    if not self._is_free(at)
                ]
            elif part in (ModelPart.ASKED, ModelPart.REST):
                index = bisect_right(starts, span.start) - 1
                if index > asked:
                    asked = index
                    question = self._document.questions[index]
                    # Where all its words are free, so is the rest of its line.
                    if ModelPart.ASKED in self._painted[question.text_span.start : question.text_span.end]:
                        found += self._question(question)
        return found

    def _question(self, question: Question) -> Iterator[Token]:
        """A question's words, and whatever else its line holds besides its form."""
        texts: dict[ModelPart, str] = {ModelPart.ASKED: "", ModelPart.REST: ""}
        line = own_line(question)
        for part, span in runs(self._painted, Span(line.start, max(line.end, question.text_span.end))):
            if part in texts:
                texts[part] += " " + " ".join(
                    _LEAD.sub("", found, 1) for found in _LINE.findall(self._source.slice(span))
                )
        yield Token("question", "", line.start)
        asked = [
            token
            for token in self._inline(texts[ModelPart.ASKED].strip(), line.start)
            if not token.text.startswith(STRAY)
        ]
        while asked and asked[-1].kind in ("word", "number") and asked[-1].text in FINAL:
            asked.pop()
        yield from asked
        spelled = question.number.spelling.casefold() if question.number else " "
        form = re.sub(r"<[^>]*>", " ", question.form.casefold()).replace("{number}", spelled)
        known = words(re.sub(r"\{\w+\}", " ", form))
        # The digits of `<a name="q4">` are not the number that the form accounts for.
        yield from self._inline(" ".join(_TAG.findall(texts[ModelPart.REST])), line.start)
        for token in self._inline(_TAG.sub(" ", texts[ModelPart.REST]), line.start):
            word = token.text.casefold()
            if word in known:
                known.remove(word)
            elif word not in LABELS and not is_sign(token):
                yield token

    def _text(self, span: Span) -> Iterator[Token]:
        """The tokens of a stretch of ordinary text, line by line."""
        for match in _LINE.finditer(self._source.text, *span):
            text, start = self._without_counts(Span(*match.span())), match.start()
            index = self._source.line_index(start)
            line = self._source.line_span(index)
            whole = line == Span(*match.span())
            # A span that an unsafe fix rewrote may end within the white space that begins a line.
            opens = not self._source.text[line.start : start].strip()
            if opens and (lead := _LEAD.match(text)):
                text = text[lead.end() :]
            if match.end() == line.end and (lead := _LEAD.match(self._source.slice(line))) and lead.group(1):
                text = _CLOSING.sub("", text)
            if _MARKUP_LINE.fullmatch(text):
                continue
            yield from (
                token for token in self._inline(text, start) if whole or not token.text.startswith(STRAY)
            )

    def _without_counts(self, span: Span) -> str:
        """The text of a span with a substitute for each stated count; equal numbers beside it are left alone."""
        parts, at = [], span.start
        for count in self._counts[bisect_left(self._counts, (span.start, 0)) :]:
            if count.end > span.end:
                break
            parts += [self._source.text[at : count.start], _COUNT]
            at = count.end
        return "".join([*parts, self._source.text[at : span.end]])

    def _inline(self, text: str, offset: int) -> Iterator[Token]:
        """The tokens of inline Markdown."""
        linked = False
        plain = ""
        for kind, content in (*inline(_REFERENCE.sub(self._reference, text)), ("end", "")):
            if kind == "text":
                plain += content
                continue
            yield from spoken(plain, linked, offset)
            plain = ""
            if kind == "link":
                linked = not is_remote(content) or unquote(content) in self._bank_links
                linked = linked and bool(content)
                content = self._kept(content)  # noqa: PLW2901 - what is left of it
            if kind == "html":
                yield from self._html(content, offset)
            elif content:
                yield Token(kind, content, offset)

    def _html(self, tag: str, offset: int) -> Iterator[Token]:
        if _MARKUP_TAG.fullmatch(tag) or _OWN_COMMENT.match(tag):
            return
        kept = _HREF.sub(lambda match: match[1] + self._kept(match[2]), tag)
        for word in words(kept):
            yield Token("number" if word.isdecimal() else "tag", word, offset)

    def _reference(self, match: re.Match[str]) -> str:
        return f"{match[1]} {self._kept(match[2])}"

    def _kept(self, target: str) -> str:
        """What must stay of a link's target; those that lead into the bank are judged by where they lead."""
        if unquote(target) in self._bank_links:
            return ""
        return target if is_remote(target) else target.partition("#")[0]

    def _is_free(self, span: Span) -> bool:
        # A span of which nothing is left, at the edge, counts as it did when it was inside.
        near = bisect_left(self._free, span.start, key=lambda free: free.end)
        return near < len(self._free) and self._free[near].start <= span.end
