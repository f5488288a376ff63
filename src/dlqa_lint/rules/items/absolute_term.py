"""absolute-term: a wrong option that gives itself away by "always" or "never"."""

from collections.abc import Iterator, Sequence

from dlqa_lint.language.item_writing import absolute_term
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import quoted
from dlqa_lint.rules.items._item import Item, WordingRule


class AbsoluteTerm(WordingRule):
    """A wrong option holds a word that allows no exception, and the right one does not.

    Little is always or never so, and whoever takes tests knows it: "always", "never" and "impossible" tell that
    an option is wrong without a look at the question. Haladyna, Downing and Rodriguez (2002) name such
    specific determiners among the clues to avoid; "absolute terms" is one of the nineteen flaws of Tarrant et
    al. (2006). Nothing is reported where the question itself speaks of always and never. The words are those of
    the document's language. The rule is off unless it or the family `items` is selected.

    Example:
        ### What does a cache do?

        - [ ] It always makes a program faster.
        - [x] It keeps what is likely to be asked for again.
        - [ ] It orders requests.

    Repair:
        - [ ] It makes a program use less memory.

    Fix: None. Somebody has to write a wrong option that could be right.

    Schema: `options.form`, by which options are recognised.
    """

    def judge(self, document: Document, item: Item, codes: Sequence[str]) -> Iterator[Finding]:
        if not item.key or absolute_term(f"{item.question.plain_text} {item.material}", codes):
            return
        found = {
            at: term
            for at, text in enumerate(item.prose)
            if (term := absolute_term(text, codes)) and not _is_name(term, text)
        }
        if not found or item.key & set(found) or len(found) == len(item.options) - 1 > 1:
            return
        at, term = next(iter(found.items()))
        message = (
            f"the wrong option {quoted(item.options[at])} says {quoted(term)}, "
            "expected no word that allows no exception"
        )
        yield self.finding(document, item.question.options[at].span, message, question=item.question)


def _is_name(term: str, text: str) -> bool:
    """Whether a word is a part of a name: capitalised, but not first, as in "an Always On group"."""
    return term.istitle() and text.lstrip().find(term) > 0
