"""A document as its reader meets it: words, code, images and links in order, without markup and spaces.

This is what a safe fix must leave as it was. What it may change is left out or made equal: markup, a
question's number and label, answer markers, contents, stated counts, links within the bank.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dlqa_lint.fixer.character_map import ModelPart, code_blocks, own_line, paint, runs, widened
from dlqa_lint.fixer.spoken_lines import SpokenLines
from dlqa_lint.fixer.tokens import FINAL, LABELS, STRAY, Token, is_sign, words
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_LINE = regex(r"[^\r\n]+")
_LEAD = regex(r"[ \t>]*(?:[-*+](?=[ \t]|$)[ \t>]*)*(#*)")
_CLOSING = regex(r"(?:[ \t]+#+|##+)[ \t]*$")
_MARKUP_LINE = regex(r"[-=_*|:+ \t>]*")
_TAG = regex(r"<[^<>]*>")
_COUNT = "\ue000"
"""Replaces a stated count: a private-use character, which no text has and which is not markup."""


class Content(NamedTuple):
    """All that is read of a document; the tokens from each index in `firsts` on begin at the offset beside it."""

    tokens: Sequence[Token]
    firsts: Sequence[int]
    offsets: Sequence[int]

    def offset(self, index: int) -> int:
        """Roughly where a token is in the text."""
        at = bisect_right(self.firsts, index) - 1
        return self.offsets[at] if at >= 0 else 0


class VisibleContent:
    """Reads one document; `free` spans are skipped (in order)."""

    def __init__(self, document: Document, free: Sequence[Span], lines: SpokenLines) -> None:
        self._document = document
        self._source = document.source
        self._lines = lines
        self._free = widened(document.source, free)
        self._code = code_blocks(document.source)
        self._painted = paint(document, self._free, self._code)
        self._counts = sorted({claim.span for claim in document.claims})

    def read(self) -> Content:
        """The whole document."""
        found: list[Token] = []
        firsts: list[int] = []
        offsets: list[int] = []
        for offset, tokens in self._stretches():
            firsts.append(len(found))
            offsets.append(offset)
            found += tokens
        return Content(found, firsts, offsets)

    def _stretches(self) -> Iterator[tuple[int, Iterable[Token]]]:
        """Lines, questions and code blocks in order, each with its offset."""
        asked = -1
        starts = [own_line(question).start for question in self._document.questions]
        code = sorted(self._code)
        code_starts = [at.start for at in code]
        for part, span in runs(self._painted, Span(0, len(self._painted))):
            if part is ModelPart.TEXT:
                yield from self._text(span)
            elif part is ModelPart.CODE:
                for at in code[slice(*(bisect_left(code_starts, end) for end in span))]:
                    if not self._is_free(at):
                        yield at.start, (Token("code block", self._code[at]),)
            elif part in (ModelPart.ASKED, ModelPart.REST):
                index = bisect_right(starts, span.start) - 1
                if index > asked:
                    asked = index
                    question = self._document.questions[index]
                    # Where all its words are free, so is the rest of its line.
                    if ModelPart.ASKED in self._painted[question.text_span.start : question.text_span.end]:
                        yield own_line(question).start, self._question(question)

    def _question(self, question: Question) -> Iterator[Token]:
        """A question's words, and whatever else its line holds besides its form."""
        texts: dict[ModelPart, str] = {ModelPart.ASKED: "", ModelPart.REST: ""}
        line = own_line(question)
        for part, span in runs(self._painted, Span(line.start, max(line.end, question.text_span.end))):
            if part in texts:
                texts[part] += " " + " ".join(
                    _LEAD.sub("", found, 1) for found in _LINE.findall(self._source.slice(span))
                )
        yield Token("question", "")
        asked = [
            token
            for token in self._lines.tokens(texts[ModelPart.ASKED].strip())
            if not token.text.startswith(STRAY)
        ]
        while asked and asked[-1].kind in ("word", "number") and asked[-1].text in FINAL:
            asked.pop()
        yield from asked
        spelled = question.number.spelling.casefold() if question.number else " "
        form = re.sub(r"<[^>]*>", " ", question.form.casefold()).replace("{number}", spelled)
        known = words(re.sub(r"\{\w+\}", " ", form))
        # The digits of `<a name="q4">` are not the number that the form accounts for.
        yield from self._lines.tokens(" ".join(_TAG.findall(texts[ModelPart.REST])))
        for token in self._lines.tokens(_TAG.sub(" ", texts[ModelPart.REST])):
            word = token.text.casefold()
            if word in known:
                known.remove(word)
            elif word not in LABELS and not is_sign(token):
                yield token

    def _text(self, span: Span) -> Iterator[tuple[int, Iterable[Token]]]:
        """A stretch of ordinary text, line by line."""
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
            tokens = self._lines.tokens(text)
            yield start, tokens if whole else [t for t in tokens if not t.text.startswith(STRAY)]

    def _without_counts(self, span: Span) -> str:
        """The text of a span with a substitute for each stated count; equal numbers beside it are left alone."""
        parts, at = [], span.start
        for index in range(bisect_left(self._counts, (span.start, 0)), len(self._counts)):
            count = self._counts[index]
            if count.end > span.end:
                break
            parts += [self._source.text[at : count.start], _COUNT]
            at = count.end
        return "".join([*parts, self._source.text[at : span.end]])

    def _is_free(self, span: Span) -> bool:
        # A span of which nothing is left, at the edge, counts as it did when it was inside.
        near = bisect_left(self._free, span.start, key=lambda free: free.end)
        return near < len(self._free) and self._free[near].start <= span.end
