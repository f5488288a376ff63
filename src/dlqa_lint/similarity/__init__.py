"""Which questions of a bank ask the same thing, told from their words alone: no model, no network.

The way of the data: text → words (`normalise`, `acronyms`, `stem`) → what is asked about what (`frames`,
`cjk`) → weighed (`word_weights`, `prepared`) → measured (`word_overlap`, `contrast`, `features`) → judged
(`duplicate_or_related`) → told (`explain`). `two_questions` leads a pair along that way. `pair_index` chooses
the pairs worth comparing, `same_options`, `answers`, `openings` and `copies` look at what is beside the words
and at whole documents, and `whole_bank` puts the parts together. The score of two questions rests on their two
documents alone.
"""

from dlqa_lint.similarity.answers import Copied, copied_answers, shingles
from dlqa_lint.similarity.asked import DUPLICATE, RELATED, Asked, Comparison, Near, Pair, Tuning
from dlqa_lint.similarity.copies import Copy
from dlqa_lint.similarity.normalise import normalised
from dlqa_lint.similarity.prepared import PreparedDocument, PreparedQuestion, phrases, prepare_document
from dlqa_lint.similarity.text_language import language_of
from dlqa_lint.similarity.whole_bank import Scorer, Survey

__all__ = (
    "DUPLICATE",
    "RELATED",
    "Asked",
    "Comparison",
    "Copied",
    "Copy",
    "Near",
    "Pair",
    "PreparedDocument",
    "PreparedQuestion",
    "Scorer",
    "Survey",
    "Tuning",
    "copied_answers",
    "language_of",
    "normalised",
    "phrases",
    "prepare_document",
    "shingles",
)
