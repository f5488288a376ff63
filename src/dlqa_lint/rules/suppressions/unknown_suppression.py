"""unknown-suppression: a comment for dlqa-lint that names no rule."""

from collections.abc import Iterator
from functools import cache, lru_cache

from dlqa_lint.filters.suppressions import IGNORING, VERBS
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import DocumentRule, quoted


class UnknownSuppression(DocumentRule):
    """A suppression names a rule or a family that does not exist, or says nothing that dlqa-lint understands.

    Its author believes that something is hidden, and it is not; or will not be, once the typing slip is seen.

    Example:
        <!-- dlqa-lint: ignore mising-answer: the reader shall find it -->

    Repair:
        <!-- dlqa-lint: ignore missing-answer: the reader shall find it -->

    Fix: None. The nearest name is a guess.

    Schema: nothing.
    """

    def check(self, document: Document) -> Iterator[Finding]:
        for suppression in document.suppressions:
            if suppression.verb not in VERBS:
                nearest = _nearest(suppression.verb, VERBS)
                message = f"{quoted(suppression.verb)} is not a suppression, expected {nearest}"
                yield self.finding(document, suppression.span, message)
            elif not suppression.names:
                wanted = (
                    "the number of a question" if suppression.verb == "distinct" else "the name of a rule"
                )
                message = f"{quoted(suppression.verb)} names nothing, expected {wanted}"
                yield self.finding(document, suppression.span, message)
            for name in suppression.names if suppression.verb in IGNORING else ():
                known = _known()
                if name.text not in known:
                    expected = _nearest(name.text, known)
                    message = f"{quoted(name.text)} is neither a rule nor a family, expected {expected}"
                    yield self.finding(document, name.span, message)


@cache
def _known() -> tuple[str, ...]:
    # The registry imports this rule.
    from dlqa_lint.rules import families

    return tuple(dict.fromkeys((*families(), *families().values())))


@lru_cache(maxsize=1024)
def _nearest(name: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # only where there is a slip

    near = get_close_matches(name, known, 1)
    return (
        quoted(near[0])
        if near
        else "a name that `dlqa-lint rule` lists"
        if known is not VERBS
        else '"ignore"'
    )
