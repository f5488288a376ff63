"""The parts of a bank that know nothing of each other: nothing in one leads to another, or shows what is usual."""

from collections.abc import Iterator

from dlqa_lint.filters.suppressions import DISTINCT, Meanings
from dlqa_lint.links.targets import LinkMap, link_map_of
from dlqa_lint.model.bank import Bank, Document
from dlqa_lint.text.inline import is_remote

FEW = 3
"""In a document of fewer questions nothing is usual."""


def linked_parts(bank: Bank) -> Iterator[Bank]:
    """The parts of a bank whose documents lead to each other by links, or by names in suppressions.

    Those of few questions are one part: only together do they show what is usual. Of all else that is known of the
    bank, a part knows the files that are absent, and the memory.
    """
    link_map, meanings = link_map_of(bank), Meanings(bank.documents)
    first = {document.path: document.path for document in bank.documents}

    def root(path: str) -> str:
        while first[path] != path:
            first[path] = path = first[first[path]]
        return path

    few = next(filter(_has_few_questions, bank.documents), None)
    for document in bank.documents:
        if few and _has_few_questions(document):
            first[root(document.path)] = root(few.path)
        for other in _led_to(document, link_map, meanings):
            first[root(other.path)] = root(document.path)
    parts: dict[str, list[Document]] = {}
    for document in bank.documents:
        parts.setdefault(root(document.path), []).append(document)
    for documents in parts.values():
        yield Bank(tuple(documents), whole=bank.whole, absent=bank.absent, recall=bank.recall)


def _has_few_questions(document: Document) -> bool:
    return sum(not question.withdrawn for question in document.questions) < FEW


def _led_to(document: Document, link_map: LinkMap, meanings: Meanings) -> Iterator[Document]:
    """The documents to which links of a document lead, or which its suppressions name; perhaps itself."""
    listed = (entry.link for contents in document.contents for entry in contents.entries)
    links = filter(None, (*document.links, *listed))
    for base in dict.fromkeys(link.target.partition("#")[0] for link in links):
        if base and not is_remote(base) and (other := link_map.document_at(document, base)):
            yield other
    for suppression in document.suppressions:
        for name in suppression.names if suppression.verb == DISTINCT else ():
            if other := meanings.document(document, name):
                yield other
