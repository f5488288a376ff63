"""The proof that files were renamed and nothing else: documents say what they said, links lead where they led."""

from collections.abc import Callable, Iterator, Mapping

from dlqa_lint.fixer.links import leads_in
from dlqa_lint.links.local_files import local_links
from dlqa_lint.links.targets import LinkMap
from dlqa_lint.model.bank import Bank, Document

Moved = Callable[[str], str]
"""Where a file is now, by its old path."""


def astray(before: Mapping[str, Document], after: Mapping[str, Document], moved: Moved) -> Iterator[str]:
    """What is other than it was in documents some of which have other paths, apart from these paths."""
    expected = {moved(path) for path in before}
    if len(expected) < len(before) or expected != after.keys():
        yield "  documents came or went"
        return
    old, new = leads_in(before), leads_in(after)
    maps = [LinkMap(Bank(tuple(side.values()))) for side in (before, after)]
    for path, document in before.items():
        now = after[moved(path)]
        if _said(document) != _said(now):
            yield f"  {path}: its questions are read otherwise as {now.path}"
        if len(document.links) != len(now.links):
            yield f"  {path}: {len(document.links)} links became {len(now.links)}"
            continue
        for link, other in zip(document.links, now.links, strict=True):
            goal, aim = old(document, link), maps[0].aim(document, link)
            led = maps[1].aim(now, other)
            reached = (moved(aim.document.path), aim.fragment) if aim else None
            if (led and (led.document.path, led.fragment)) != reached or new(now, other) != (
                goal and (moved(goal[0]), goal[1])
            ):
                line = document.source.position(link.span.start).line
                yield f"  {path}:{line}: the link {link.text!r} no longer leads where it led"
        files = [moved(found.path) for found in local_links(document)]
        if files != [found.path for found in local_links(now)]:
            yield f"  {path}: pictures or links to files no longer lead where they led"


def _said(document: Document) -> list[object]:
    """What the questions of a document are, without where they are."""
    return [
        (
            question.number and question.number.key,
            question.plain_text,
            tuple(option.text for option in question.options),
            question.answer.word_count if question.answer else None,
        )
        for question in document.questions
    ]
