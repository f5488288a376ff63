"""How the rules about near questions report a pair."""

from collections import Counter
from collections.abc import Iterator

from dlqa_lint.links.entries import normal
from dlqa_lint.model.bank import Bank, Question
from dlqa_lint.model.finding import Finding
from dlqa_lint.rule import Rule, place, quoted
from dlqa_lint.rules.duplicates._compared import Spot, are_one_in_two_languages, spots, where_asked
from dlqa_lint.rules.duplicates._prompt import data_below, prompt_of
from dlqa_lint.rules.duplicates._subjects import Subjects
from dlqa_lint.rules.duplicates._words import words_of
from dlqa_lint.rules.index_lists import in_an_index
from dlqa_lint.similarity import Pair
from dlqa_lint.similarity.from_documents import survey
from dlqa_lint.similarity.normalise import bare_tokens
from dlqa_lint.similarity.tables import role

_MOST = 3
"""Findings for one question; who has read three will look for the rest."""


def near_questions(rule: Rule, bank: Bank, level: str, verb: str) -> Iterator[Finding]:
    """The findings of a rule for the pairs of one level, on the later question of each."""
    compared = spots(bank)
    told: Counter[int] = Counter()
    subjects = Subjects()
    pairs = survey(bank, level).pairs if len(compared) > 1 else ()
    involved = {compared[at][0].path: compared[at][0] for pair in pairs for at in (pair.first, pair.second)}
    listed = {path: in_an_index(document) for path, document in involved.items()}
    for pair in pairs:
        first, second = compared[pair.first], compared[pair.second]
        meant = all(
            document.schema.duplicates.topics and not question.withdrawn
            for document, question in (first, second)
        )
        if pair.level != level or not meant or told[pair.second] >= _MOST:
            continue
        if are_one_in_two_languages(bank, first[0].path, second[0].path) or subjects.differ(first, second):
            continue
        if _ask_of_other_code(first, second) or _have_other_data(first, second):
            continue
        if len({question.position in listed[document.path] for document, question in (first, second)}) > 1:
            continue  # an entry of an index and a heading; two entries stand for their headings
        (document, question), (source, earlier) = second, first
        if pair.evidence != "option" and _are_the_same_words(earlier, question):
            continue  # about other code or options; else `duplicate-question` has told it
        told[pair.second] += 1
        where = where_asked(first, document)
        message = (
            f"{quoted(question.plain_text)} {verb} {where} as {quoted(earlier.plain_text)}: {_reason(pair)}"
        )
        related = (place(source, earlier, "the earlier question"),)
        yield rule.finding(document, question.span, message, question=question, related=related)


def _ask_of_other_code(first: Spot, second: Spot) -> bool:
    """Whether two questions ask what comes of the code below them, "What is the output?", and it is not the same."""
    ours, theirs = prompt_of(*first), prompt_of(*second)
    if not (ours and theirs) or ours == theirs:
        return False
    return all(_asks_what_comes_of(question.plain_text) for _, question in (first, second))


def _have_other_data(first: Spot, second: Spot) -> bool:
    """Whether two tasks are about other data, which stand below each."""
    ours, theirs = data_below(*first), data_below(*second)
    return bool(ours and theirs) and ours != theirs


def _asks_what_comes_of(text: str) -> bool:
    words = [token.word for token in bare_tokens(text)]
    return "how" not in words and not role("results").isdisjoint(words)


def _are_the_same_words(question: Question, other: Question) -> bool:
    """Whether two questions differ in signs at most, and not in what is one word: "multi threading"."""
    if normal(question.plain_text) != normal(other.plain_text):
        return False
    ours, theirs = words_of(question), words_of(other)
    return ours == theirs or ours.replace(" ", "") != theirs.replace(" ", "")


def _reason(pair: Pair) -> str:
    """What two questions share, and in what they differ."""
    if pair.evidence == "answer":
        return "the answer of each opens with the subject of the other"
    if pair.evidence == "options":
        return "both offer the same options, and the same one is right"
    if pair.evidence == "option":
        return f"only one option differs, {_listed((*pair.only_first, *pair.only_second))}"
    about = f"both are about {_listed(pair.about)}" if pair.about else "both ask the same"
    differing = tuple(dict.fromkeys((*pair.only_first, *pair.only_second)))
    return about + (f"; they differ in {_listed(differing)}" if differing else "")


def _listed(words: tuple[str, ...]) -> str:
    named = [quoted(word) for word in words[:4]]
    return f"{', '.join(named[:-1])} and {named[-1]}" if len(named) > 1 else named[0]
