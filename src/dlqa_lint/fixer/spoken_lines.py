"""The lines of a document as they are read aloud: words, code, images and links, without markup."""

import re
from collections.abc import Collection, Iterator, Sequence
from urllib.parse import unquote

from dlqa_lint.fixer.tokens import Token, spoken, words
from dlqa_lint.text.blocks import inline
from dlqa_lint.text.inline import is_remote
from dlqa_lint.text.lazy_regex import regex

_MARKUP_TAG = regex(r"</?(?:details|summary|br|p|b|strong|i|em|h[1-6])\b[^>]*>", re.IGNORECASE)
_OWN_COMMENT = regex(r"<!--\s*dlqa-lint:.*", re.DOTALL)
_HREF = regex(r"(\bhref\s*=\s*[\"'])([^\"']*)")
_REFERENCE = regex(r"(\[[^\]]+\]:)\s*(\S+)")


class SpokenLines:
    """Reads lines of inline Markdown; most lines of a fixed document are those of the one before it."""

    def __init__(self, bank_links: Collection[str]) -> None:
        self._bank_links = {unquote(target) for target in bank_links}
        self._known: dict[str, Sequence[Token]] = {}

    def tokens(self, text: str) -> Sequence[Token]:
        """The tokens of a line."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = tuple(self._tokens(text))
        return found

    def _tokens(self, text: str) -> Iterator[Token]:
        linked = False
        plain = ""
        for kind, content in (*inline(_REFERENCE.sub(self._reference, text)), ("end", "")):
            if kind == "text":
                plain += content
                continue
            yield from spoken(plain, linked)
            plain = ""
            if kind == "link":
                linked = not is_remote(content) or unquote(content) in self._bank_links
                linked = linked and bool(content)
                content = self._kept(content)  # noqa: PLW2901 - what is left of it
            if kind == "html":
                yield from self._html(content)
            elif content:
                yield Token(kind, content)

    def _html(self, tag: str) -> Iterator[Token]:
        if _MARKUP_TAG.fullmatch(tag) or _OWN_COMMENT.match(tag):
            return
        kept = _HREF.sub(lambda match: match[1] + self._kept(match[2]), tag)
        for word in words(kept):
            yield Token("number" if word.isdecimal() else "tag", word)

    def _reference(self, match: re.Match[str]) -> str:
        return f"{match[1]} {self._kept(match[2])}"

    def _kept(self, target: str) -> str:
        """What must stay of a link's target; those that lead into the bank are judged by where they lead."""
        if unquote(target) in self._bank_links:
            return ""
        return target if is_remote(target) else target.partition("#")[0]
