"""missing-file: links and pictures whose local file does not exist."""

import posixpath
from collections.abc import Iterator

from dlqa_lint.links.local_files import LocalLink, local_links
from dlqa_lint.model.bank import Bank, Document, question_at
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import LinkedRule, quoted
from dlqa_lint.text.counts import counted


class MissingFile(LinkedRule):
    """A link or a picture leads to a file beside the document that does not exist.

    Readers see the frame of a picture, or a page that says "not found", where the answer continues. All links
    to one missing file are one finding, and so are all links into a folder that is not there. Only targets
    that end as files do are meant (`img/tree.png`, `more.md`): routes of a site, links from the root of a
    site, and links out of the project are not judged. Capitals count, as they do on a server.

    Example:
        ![a tree](img/tre.png)

    Repair:
        ![a tree](img/tree.png)

    Fix: None. Whether the file is missing or the link is wrong only its author knows.

    Schema: nothing.
    """

    severity = Severity.ERROR
    hangs_on_reading = False

    def check(self, bank: Bank) -> Iterator[Finding]:
        for document in bank.documents if bank.absent else ():
            groups: dict[str, list[LocalLink]] = {}
            for found in local_links(document):
                folder = posixpath.dirname(found.path) + "/"
                if found.path in bank.absent:
                    groups.setdefault(folder if folder in bank.absent else found.path, []).append(found)
            for links in groups.values():
                yield self._finding(document, links)

    def _finding(self, document: Document, links: list[LocalLink]) -> Finding:
        first, *others = links
        name = first.link.target.partition("#")[0].partition("?")[0]
        what = "picture" if first.is_picture else "link"
        alike = all(other.path == first.path for other in others)
        count = counted(len(others), "more place")
        more = "" if not others else f" (and {count})"
        if not alike:
            folder = posixpath.dirname(name) + "/"
            more = f", nor is there the folder {quoted(folder)}, into which {count} lead"
            more += "s" * (len(others) == 1)
        message = f"the {what} leads to {quoted(name)}, expected a file that exists{more}"
        related = [Place(document.path, other.link.target_span, "leads there too") for other in others]
        owner = question_at(document, first.link.span.start)
        return self.finding(document, first.link.target_span, message, question=owner, related=related)
