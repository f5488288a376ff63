"""The file is called questions and nothing else, and the lines and what is below them are most of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dlqa_lint.language.vocabulary import FAQ_TITLES, FILE_NAME_WORDS, subject_of
from dlqa_lint.recognise.reason import GroupReason

if TYPE_CHECKING:
    from dlqa_lint.recognise.choice.group import Group


class CalledQuestions(GroupReason):
    """The file is called questions and nothing else, and the lines and what is below them are most of it.

    `questions.md`, `quiz-3.md` and `flashcards.md` hold what their names say; of the labelled ones, 19 of 20 are
    banks. So does `task.md`, but not a file in a folder `tasks/`, where manuals keep their steps. A number alone, as
    in `questions/15.md`, leaves it to the folder to say so. With a subject beside it (`interview-guide.md`), the name
    may as well be that of an article. Lines with others below them that ask part the questions. Of an FAQ,
    `faq-entries` speaks.

    Example:
        <!-- sailing/flashcards.md -->
        ## Bowline

        A loop that does not slip.

    Counter-example:
        <!-- sailing/exam-regulations.md -->
        ## Bowline

        A loop that does not slip.
    """

    sign = "for"

    def of_group(self, group: Group) -> float:
        page = group.page
        telling = page.folder if page.stem.isdecimal() else page.stem
        if FAQ_TITLES.search(telling) or not FILE_NAME_WORDS.search(telling):
            return 0.0
        if subject_of(page.names).strip(" 0123456789"):
            return 0.0
        undivided = sum(not asking for asking in group.counted(group.others_asking)) / len(group)
        return group.covered * undivided
