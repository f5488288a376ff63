"""duplicate-question: a question that is asked twice in the same words."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from dlqa_lint.language.vocabulary import is_question_label
from dlqa_lint.model.bank import Bank, Document, Question
from dlqa_lint.model.finding import Finding, Place, Severity
from dlqa_lint.rule import BankRule, quoted
from dlqa_lint.rules.duplicates._blocks import asked_anew, in_blocks
from dlqa_lint.rules.duplicates._compared import (
    Spot,
    are_one_in_two_languages,
    parted,
    where_asked,
    without_translations,
)
from dlqa_lint.rules.duplicates._prompt import data_below, linked_within, prompt_of, shown_below
from dlqa_lint.rules.duplicates._subjects import Subjects, ask_of_two_subjects
from dlqa_lint.rules.duplicates._words import letters_of, words_of
from dlqa_lint.rules.index_lists import in_an_index

_COMMON = 20
"""A question of more documents than this ("Any questions?") tells nothing about two of them."""
_COPY = 3
"""Fewer shared questions do not make a copy: two short files may share one by chance."""

_Key = tuple[str, str]


class DuplicateQuestion(BankRule):
    """A question is asked again in the same words, about the same code, with the same options.

    Readers answer it twice, and the two answers drift apart. Case, punctuation, markup and the number do
    not count, nor does the order of the options; code, options and images do: one question about two
    programs is two questions. So does what all of them show above their answers, a quotation or a picture, or link
    to in their words ("What does this program print?", where *this program* is a link), and the lists and indented
    code below tasks, where they hold figures or nobody answers. Indentation counts in code in which a line ends in a
    colon. Signs count where they name something: `.git`, `:=`, `save!` in code.

    A question that is asked more often is one finding with all its places. So are four or more in a row that are
    repeated in their order, and two documents of which more than half is the same. Translations of one document,
    which their paths tell (`en/` and `pt/`, `quiz.md` and `quiz.fr.md`), are not compared. Sections without answers
    that all ask one list of questions are forms to fill in, and a list of which at least half is asked again below, in
    headings, is their index.

    Where sections, titles or paths name two products, and the answers are no near copies, there are two questions:
    "What is a partition?" of Kafka and of Cassandra. So there are where titles name other things, which their
    questions and answers speak of, and an answer names its own; and where titles share no word but such as "interview"
    and "part 2", the question has no name and no word of a title, and the answers share next to nothing. A question
    that names no subject ("How does it work?", "Installation") is about that of its document: where their titles, or
    the names of files without one, differ, only near copies of an answer count; and so it is where they are below
    two headings of one document. Documents whose titles differ, and which share more than half of their questions and
    none of their answers, ask the same of two subjects.

    Example:
        ### 3. What is dropout?

        ### 41. What is **Dropout**

    Repair:
        ### 3. What is dropout?

    Fix: None. Which of the answers is the better one, or what both have to say together, somebody has to
    decide.

    Schema: nothing; numbers, options and code are told by the forms.
    """

    severity = Severity.ERROR

    def check(self, bank: Bank) -> Iterator[Finding]:
        repeated = [part for group in _alike(bank) for part in _by_what_is_shown(group)]
        copies, apart = _copies(repeated, bank)
        originals: dict[str, str] = {}
        for (first, second), count in copies.items():
            if originals.setdefault(second, first) == first:
                yield self._copied(bank, first, second, count)
        kept = (without_translations(_without_copies(group, copies), bank) for group in repeated)
        subjects = Subjects(apart)
        about = (part for group in kept if len(group) > 1 for part in subjects.parts(group))
        for block in in_blocks(parted(about, bank)):
            yield self._repeated(block[0]) if len(block) == 1 else self._pasted(block)

    def _repeated(self, group: list[Spot]) -> Finding:
        first, (document, question), *others = group
        where = where_asked(first, document)
        more = f" and {len(others)} more times" if len(others) > 1 else " and once more" if others else ""
        related = [Place(d.path, q.span, "the same question") for d, q in (first, *others)]
        message = f"{quoted(question.plain_text)} is also asked {where}{more}"
        return self.finding(document, question.span, message, question=question, related=related)

    def _pasted(self, block: list[list[Spot]]) -> Finding:
        (first, (document, question), *_), *_ = block
        where = where_asked(first, document)
        behind = f"and the {len(block) - 1} questions after it"
        message = f"{quoted(question.plain_text)} {behind} are also asked {where} and on"
        related = [Place(d.path, q.span, "the same question") for group in block for d, q in group]
        related = [place for place in related if place.span != question.span or place.path != document.path]
        return self.finding(document, question.span, message, question=question, related=related)

    def _copied(self, bank: Bank, path: str, other: str, count: int) -> Finding:
        documents = {document.path: document for document in bank.documents}
        document, original = documents[other], documents[path]
        question = document.questions[0]
        related = (Place(path, original.questions[0].span, "the other document"),)
        shared = f"{count} of the {len(document.questions)} questions are also asked in {path}"
        message = f"{shared}: one document is a copy of the other"
        return self.finding(document, question.span, message, question=question, related=related)


def _alike(bank: Bank) -> Iterator[list[Spot]]:
    """The groups of questions that are asked in the same words, in the order of their first ones.

    Most have letters of their own, and then nobody needs to know the rest of their words.
    """
    asked: list[Spot] = []
    for document in bank.documents:
        anew = asked_anew(document) | in_an_index(document)
        meant = (q for q in document.questions if not q.withdrawn and q.position not in anew)
        asked += ((document, question) for question in meant)
    letters = [letters_of(question) for _, question in asked]
    times = Counter(letters)
    groups: dict[_Key, list[Spot]] = {}
    for spot, own in zip(asked, letters, strict=True):
        key = _key(*spot) if times[own] > 1 else ("", "")
        if key[0] and not is_question_label(spot[1].plain_text):
            groups.setdefault(key, []).append(spot)
    yield from (group for group in groups.values() if len(group) > 1)


def _key(document: Document, question: Question) -> _Key:
    """What two equal questions share: their words, and the code, options and images that belong to them."""
    return words_of(question), prompt_of(document, question)


def _by_what_is_shown(group: list[Spot]) -> Iterator[list[Spot]]:
    """The parts of a group that show the same, where all show a quotation, or all a picture, above the answer.

    So do links and pictures among the words of all, which lead to what they ask about, and the data of tasks.
    """
    shown = [shown_below(*spot) for spot in group]
    alike = len({kind for kind, _ in shown}) == 1
    for part in _told_apart(group, [content if alike else "" for _, content in shown]):
        for same in _told_apart(part, [data_below(*spot) for spot in part]):
            yield from _told_apart(same, [linked_within(question) for _, question in same])


def _told_apart(group: list[Spot], signs: Sequence[Hashable]) -> Iterator[list[Spot]]:
    """The parts of a group that have the same sign; all of it where one has none."""
    if not all(signs):
        yield group
        return
    parts: dict[Hashable, list[Spot]] = {}
    for spot, sign in zip(group, signs, strict=True):
        parts.setdefault(sign, []).append(spot)
    yield from (part for part in parts.values() if len(part) > 1)


_Pair = tuple[str, str]


def _copies(groups: list[list[Spot]], bank: Bank) -> tuple[dict[_Pair, int], set[_Pair]]:
    """The pairs of documents of which more than half is the same, and how many questions they share.

    Those that ask it of two subjects are no copies, and come apart.
    """
    shared: dict[_Pair, list[tuple[Spot, Spot]]] = {}
    sizes: dict[str, int] = {}
    for group in groups:
        spots = {spot[0].path: spot for spot in reversed(group)}
        sizes |= {path: len(document.questions) for path, (document, _) in spots.items()}
        paths = dict.fromkeys(document.path for document, _ in group)
        for pair in combinations(paths, 2) if len(paths) <= _COMMON else ():
            if not are_one_in_two_languages(bank, *pair):
                shared.setdefault(pair, []).append((spots[pair[0]], spots[pair[1]]))
    alike = {
        pair: spots
        for pair, spots in shared.items()
        if len(spots) >= _COPY and len(spots) * 2 > min(sizes[path] for path in pair)
    }
    apart = {pair for pair, spots in alike.items() if ask_of_two_subjects(spots)}
    return {pair: len(spots) for pair, spots in alike.items() if pair not in apart}, apart


def _without_copies(group: list[Spot], copies: dict[tuple[str, str], int]) -> list[Spot]:
    """A group without the questions that are there because their document is a copy of an earlier one."""
    told: list[Spot] = []
    for document, question in group:
        if not any((earlier.path, document.path) in copies for earlier, _ in told):
            told.append((document, question))
    return told
