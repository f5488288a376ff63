"""How many questions a document says it holds: where that is right, it says the number of the merged one.

Two sides that add a question each write the same new number into the title, and both are wrong.
"""

from dlqa_lint.merging.cut import Cut, Ids
from dlqa_lint.model.finding import Edit


def restated(cut: Cut, order: Ids) -> list[Edit]:
    """The edits that state the merged number of questions where a version rightly states its own."""
    document = cut.document
    withdrawn = sum(question.withdrawn for question in document.questions)
    total = sum(one[0] == "question" for one in order) - withdrawn
    right = len(document.questions) - withdrawn
    claims = [claim for claim in document.claims if claim.section < 0 and claim.count == right != total]
    return [Edit(document.path, claim.span, str(total)) for claim in claims]
