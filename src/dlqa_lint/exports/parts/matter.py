"""What belongs to a question below its line: code, images, more words; and none of what only frames its answer.

What is above the options and the answer belongs to what is asked. What is below them may give the answer
away, and belongs to the explanation.
"""

import re

from dlqa_lint.exports.parts.unindented import unindented
from dlqa_lint.model.bank import Document, Question
from dlqa_lint.text.source import Span

_DETAILS = re.compile(r"<(/?)details\b", re.IGNORECASE)
_RULE = re.compile(r"\s*|\s*[-*_](?:\s*[-*_]){2,}\s*")

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# Lines that say nothing by themselves when the answer or the options are taken out of them. Nothing is tried twice:
# what one part takes no other part could take along with more of the line.
_FRAME = re.compile(
    r"""(?x)
    (?: </?(?:details|p|br|div|center)\b[^<>]*+>     # <details>, </p>
      | <summary\b[^<>]*+>.*?</summary\s*>           # <summary>Answer</summary>
      | \[![\w-]++\][-+]?.*                          # > [!success]- Answer
      | \[[^\[\]^]++\]:[ \t]*\S.*                   # [rain]: https://example.org
      | :{3,}+.*                                      # :::
      | (?:[>|*_"'().;-]|:(?!::))++ | (?<!`)`{1,2}+(?!`)  # what is left of a rule, a quote, a row, emphasis or code
      | \s++
    )*+"""
)


def matter_of(document: Document, question: Question) -> tuple[str, str]:
    """The Markdown of a question that is neither option, answer nor field: what is above these, and below."""
    text = document.source.text
    pieces, at = [], question.body.start
    for span in sorted(_taken(question)):
        pieces.append(text[at : max(span.start, at)])
        at = max(at, span.end)
    above, *below = map(_said, (*pieces, text[at : max(question.body.end, at)]))
    material = _said(text[slice(*question.material)]) if question.material else ""
    return "\n\n".join(filter(None, (material, above))), "\n\n".join(filter(None, below))


def _taken(question: Question) -> list[Span]:
    spans = [option.span for option in question.options]
    spans += [field.span for field in question.fields]
    spans += [question.answer.span] if question.answer else []
    spans += [question.answer_letters_span] if question.answer_letters_span else []
    # A key at the end of the document is in no body.
    return [span for span in spans if question.body.start <= span.start < question.body.end]


def _said(piece: str) -> str:
    """A piece without its indentation, comments, and what frames it; "" where nothing is left."""
    said = _COMMENT.sub("", piece)
    return unindented(said, _RULE if _is_folded(said) else _FRAME)


def _is_folded(text: str) -> bool:
    """Whether a `<details>` opens in a text and one closes below it."""
    tags = [tag.group(1) for tag in _DETAILS.finditer(text)]
    return "" in tags and "/" in tags[tags.index("") :]
