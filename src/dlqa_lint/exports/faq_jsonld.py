"""The format `faq-jsonld`: a `FAQPage` of schema.org, for the page that shows the bank on the web.

A quiz question has its options as `suggestedAnswer` and `acceptedAnswer`. Questions are text, answers are HTML.
No `<` is in it, so that it can be put in a `<script type="application/ld+json">` whatever the bank says.
"""

from collections.abc import Sequence
from typing import Any

from dlqa_lint.exports import Entry
from dlqa_lint.exports.parts.content import Content, content_of, words_asked
from dlqa_lint.exports.parts.demands import require_answer
from dlqa_lint.exports.parts.item import Item
from dlqa_lint.exports.parts.pictures import on_the_network
from dlqa_lint.report.parts.document import dumps


def entry(item: Item) -> dict[str, Any]:
    """The question with its accepted answer."""
    require_answer(item)
    content = content_of(item, on_the_network)
    text = {"text": content.asked} if item.matter else {}
    return {"@type": "Question", "name": words_asked(item), **text, **_answers(item, content)}


def whole(entries: Sequence[Entry]) -> str:
    """The page."""
    page = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [entry.made for entry in entries],
    }
    return dumps(page).replace("<", "\\u003c")


def _answers(item: Item, content: Content) -> dict[str, Any]:
    if not item.choices:
        return {"acceptedAnswer": {"@type": "Answer", "text": content.answer}}
    options: list[dict[str, Any]] = [
        {"@type": "Answer", "position": at, "text": text} for at, text in enumerate(content.choices)
    ]
    right = [options[at] for at in item.right] or [{"@type": "Answer", "text": content.answer}]
    if content.answer and item.right:
        right[0]["answerExplanation"] = {"@type": "Comment", "text": content.answer}
    return {
        "eduQuestionType": "Checkbox" if item.several else "Multiple choice",
        "suggestedAnswer": [option for at, option in enumerate(options) if at not in item.right],
        "acceptedAnswer": right if len(right) > 1 else right[0],
    }
