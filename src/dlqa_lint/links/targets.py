"""Where links lead: the anchors of a document, and the documents of a bank that links reach.

Used by the contents rules, by renumbering (which changes anchors) and by the proof that links still lead
where they led.
"""

import posixpath
import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from dlqa_lint.links.anchors import slugs
from dlqa_lint.model.bank import Bank, Document, Heading, Link
from dlqa_lint.model.question import ITEMS, Question
from dlqa_lint.text.blocks import plain
from dlqa_lint.text.inline import explicit_anchors, is_remote
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.paths import MARKDOWN, slashed

_CUSTOM = regex(r"\{#([^\s{}]+)\}\s*$")
_TAGS_ONLY = regex(r"(?:<[^<>]*>|\s)*(?:[-*+]|\d+[.)])?(?:<[^<>]*>|\s)*")
_FORGE = regex(
    r"https?://(?:www\.)?(?P<host>github|gitlab)\.com/(?P<repo>[^/#?]+/[^/#?]+)(?:/(?:-/)?blob/[^/#?]+/(?P<file>[^#?]+)|/?)$"
)
_TAGS_LENGTH = 500
"""More characters of tags before a question are not looked at."""
# What forges add to a page themselves: line numbers, footnotes, text fragments, the top of the page.
_BUILT_IN = regex(
    r"(?:top|L\d+(?:C\d+)?(?:-L\d+(?:C\d+)?)?|fn(?:ref)?[:_-]?\w+|:~:text=.*|readme)?", re.IGNORECASE
)


class Landing(NamedTuple):
    """Where an anchor leads: an offset of its document, and the question there, if any."""

    at: int
    question: Question | None = None


class Targets:
    """The anchors of a document."""

    def __init__(self, document: Document, places: Mapping[str, Landing]) -> None:
        self.document = document
        self.places = places

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {anchor.casefold(): anchor for anchor in reversed(list(self.places))}

    @cached_property
    def by_question(self) -> dict[int, str]:
        """The anchor of each question that has one, by the question's position."""
        return {
            place.question.position: anchor
            for anchor, place in reversed(list(self.places.items()))
            if place.question
        }

    def find(self, fragment: str) -> Landing | None:
        """The place that a link's fragment leads to, percent-encoded or not."""
        for name in _spellings(fragment):
            if name in self.places:
                return self.places[name]
        return Landing(0) if _BUILT_IN.fullmatch(fragment) else None

    def but_for_case(self, fragment: str) -> str | None:
        """The anchor that a fragment would name if capitals did not count."""
        return next(
            (
                self._folded[name.casefold()]
                for name in _spellings(fragment)
                if name.casefold() in self._folded
            ),
            None,
        )


def _spellings(fragment: str) -> tuple[str, ...]:
    decoded = unquote(fragment)
    return fragment, decoded, decoded.removeprefix("user-content-")


def heading_anchors(document: Document) -> list[str]:
    """The anchors of a document's headings, in their order."""
    # Not `heading.plain_text`: a space after an image or a tag that opens the heading makes a hyphen.
    return slugs((plain(heading.text) for heading in document.headings), document.schema.contents.anchors)


def heading_at(document: Document, offset: int) -> Heading | None:
    """The heading that begins at an offset, to which an anchor leads."""
    at = bisect_left(document.headings, offset, key=lambda heading: heading.span.start)
    found = document.headings[at : at + 1]
    return found[0] if found and found[0].span.start == offset else None


def heading_above(document: Document, question: Question) -> Heading | None:
    """The heading that a question is below, be it a question or a section's: one that is itself a heading is lower."""
    at = bisect_left(document.headings, question.span.start, key=lambda heading: heading.span.start)
    nearest_first = (document.headings[index] for index in range(at - 1, -1, -1))
    return next(
        (one for one in nearest_first if question.kind != "heading" or one.level < question.level), None
    )


def targets_of(document: Document) -> Targets:
    """The anchors of a document: those of its headings, and those that its HTML names."""
    places: dict[str, Landing] = {}
    for heading, anchor in zip(document.headings, heading_anchors(document), strict=True):
        landing = Landing(heading.span.start, document.at(heading.question) if heading.question else None)
        places.setdefault(anchor, landing)
        if custom := _CUSTOM.search(heading.plain_text):
            places.setdefault(custom.group(1), landing)
    if document.anchors:
        for name, at in explicit_anchors(document.source.text):
            if name in document.anchors:
                places.setdefault(name, Landing(at, _question_below(document, at)))
    return Targets(document, places)


def _question_below(document: Document, at: int) -> Question | None:
    """The question on whose line, or directly above whose line, an anchor is.

    Indented below the question of an item, it is inside that item:

        - #### What is a jib?
          <div id="jib" />
    """
    index = bisect_right(document.questions, at, key=lambda question: question.span.start)
    if index:
        above = document.questions[index - 1]
        between = document.source.text[above.span.end : at]
        inside = above.kind in ITEMS and between.endswith((" ", "\t")) and not between.strip()
        if at < above.span.end or inside:
            return above
    if index < len(document.questions):
        below = document.questions[index]
        between = document.source.text[at : below.span.start]
        return below if len(between) < _TAGS_LENGTH and _TAGS_ONLY.fullmatch(between) else None
    return None


class Aim(NamedTuple):
    """What a link of the bank aims at: a document, and an anchor in it (None: the whole document)."""

    document: Document
    fragment: str | None


class LinkMap:
    """The documents of a bank by their paths, for following links from one to the other."""

    def __init__(self, bank: Bank) -> None:
        self.documents = bank.documents
        self._by_path = {_normal(document.path): document for document in bank.documents}
        self._targets: dict[str, Targets] = {}
        self._own: dict[str, frozenset[str]] = {}

    def targets(self, document: Document) -> Targets:
        """The anchors of a document, worked out once."""
        if document.path not in self._targets:
            self._targets[document.path] = targets_of(document)
        return self._targets[document.path]

    def aim(self, document: Document, link: Link) -> Aim | None:
        """What a link aims at; None for a link out of the bank, which nobody here can judge."""
        base, hash_, fragment = link.target.partition("#")
        wanted = fragment if hash_ else None
        if not base:
            return Aim(document, wanted) if hash_ else None
        if is_remote(base):
            return Aim(document, wanted) if base in self._own_addresses(document) else None
        target = self.document_at(document, base)
        return Aim(target, wanted) if target else None

    def document_at(self, document: Document, base: str) -> Document | None:
        """The document of the bank to which a path leads that is written in another one."""
        if base.startswith("/") or not base.lower().endswith(MARKDOWN):
            return None
        folder = posixpath.dirname(_normal(document.path))
        return self._by_path.get(posixpath.normpath(posixpath.join(folder, unquote(base))))

    def links_to(self, document: Document) -> Sequence[tuple[Document, Link, str]]:
        """The links of the bank that aim at an anchor of a document: whose they are, and what they name."""
        return self._leading.get(document.path, ())

    @cached_property
    def _leading(self) -> Mapping[str, Sequence[tuple[Document, Link, str]]]:
        found: dict[str, list[tuple[Document, Link, str]]] = {}
        for owner in self.documents:
            for link in owner.links:
                if "#" in link.target and (aim := self.aim(owner, link)) and aim.fragment:
                    found.setdefault(aim.document.path, []).append((owner, link, aim.fragment))
        return found

    def _own_addresses(self, document: Document) -> frozenset[str]:
        """The web addresses of a document itself: they end in its name, and most of their anchors exist here.

        The name alone proves nothing, for every repository has a README.
        """
        if document.path not in self._own:
            fragments: dict[str, list[str]] = {}
            for link in document.links:
                base, _, fragment = link.target.partition("#")
                if fragment and base and (forge := _FORGE.match(base)) and _same_name(document.path, forge):
                    fragments.setdefault(base, []).append(fragment)
            self._own[document.path] = frozenset(
                base for base, named in fragments.items() if self._mostly_found(document, named)
            )
        return self._own[document.path]

    def _mostly_found(self, document: Document, fragments: list[str]) -> bool:
        found = sum(self.targets(document).find(fragment) is not None for fragment in fragments)
        return found >= 2 and found * 2 > len(fragments)


@lru_cache(maxsize=1)
def link_map_of(bank: Bank) -> LinkMap:
    """The documents of a bank by their paths; the rules of one run share what is worked out."""
    return LinkMap(bank)


def _same_name(path: str, forge: re.Match[str]) -> bool:
    own = _normal(path).split("/")
    named = unquote(forge.group("file") or "README.md").split("/")
    shared = min(len(own), len(named))
    return own[-1].lower() == named[-1].lower() and (
        shared == 1 or own[-shared:] == named[-shared:] or len(own) == 1
    )


def _normal(path: str) -> str:
    return posixpath.normpath(slashed(path))
