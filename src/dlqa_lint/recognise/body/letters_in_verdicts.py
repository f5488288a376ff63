"""Letters of options in sentences that call them right: `The correct answer is B, because …`."""

import re
from collections.abc import Sequence

from dlqa_lint.language.option_letters import LETTER_JOIN
from dlqa_lint.language.option_remarks import letters_after
from dlqa_lint.language.option_verdicts import option_verdicts
from dlqa_lint.model.bank import Option
from dlqa_lint.text.source import Source, Span

_FEWEST = 2


def letters_called_right(
    source: Source, span: Span, options: Sequence[Option]
) -> tuple[tuple[str, ...], Span | None]:
    """The letters of the options that a text calls right, and where it does; none where it does so of several sets."""
    labels = {option.label.upper() for option in options}
    if len(labels) < max(_FEWEST, len(options)) or not all(label.isalpha() for label in labels):
        return (), None
    if any(option.correct for option in options):
        return (), None  # the text explains a mark, and may contradict it
    if named := letters_after(source.text, span.start, span.end):
        letters = tuple(part.upper() for part in re.split(LETTER_JOIN, named["letters"], flags=re.IGNORECASE))
        return (letters, Span(*named.span("letters"))) if labels.issuperset(letters) else ((), None)
    small = all(option.label.islower() for option in options)
    found = [
        verdict for verdict in option_verdicts(source.text, span, "", small=small) if verdict.kind == "right"
    ]
    if not found or len({verdict.letters for verdict in found}) > 1 or not found[0].letters <= labels:
        return (), None
    return tuple(sorted(found[0].letters)), found[0].span
