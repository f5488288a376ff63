"""The words by which banks speak, of all languages together: what is under the keys of their files.

`data/en.toml` says of each key what it is for. Here the words of all languages are made into what readers of
documents search with.
"""

import re

from dlqa_lint.language.languages import Language, alternatives, joined, listed, phrases, said
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex, words_regex

QUESTION_LABELS = phrases("question_labels")
_LABELS = frozenset(QUESTION_LABELS)
"""Words that are before a question's number, or alone with a delimiter: `Question 1.`, `Q:`."""

PLAIN_LABELS = phrases("plain_labels")
"""Those of them that mean nothing but a question."""

TROUBLE_LABELS = phrases("trouble_labels")
"""Those of them that mean trouble as well."""

CARD_LABELS = phrases("card_labels")
"""Single characters that label the question of a flash card: `Q:`."""

LETTER_LABELS = phrases("letter_labels")
"""Letters that stand for a question before a colon, and before nothing else: `K: …`."""

NUMBER_LETTERS = "".join(phrases("number_letters")).upper()
"""Letters that stand for a question as capitals right before its number, and nowhere else: `C1.`."""

NUMBER_WORDS = phrases("number_words")
"""Words between a label and its number, or before a number: `Question No. 7`, `Frage Nr. 7`."""

NUMBER_COUNTERS = phrases("number_counters")
"""What is glued to a number that counts things: `문제 1번`, `1番`."""

_WRAPPED = tuple(phrase.split("…") for phrase in phrases("number_wrappers"))
NUMBER_WRAPPERS = tuple(
    (opening, tuple(after for before, after in _WRAPPED if before == opening))
    for opening in dict.fromkeys(before for before, _ in _WRAPPED)
)
"""Words around a number, `第 7 题`: what is before it, and what may follow."""

QUESTION_HEADS = frozenset((*QUESTION_LABELS, *phrases("question_heads")))
"""What the column of a table is called that holds questions."""

PROMPT_LABELS = frozenset((*QUESTION_LABELS, *phrases("prompt_labels")))
"""What stands alone above a question."""

STATEMENT_TITLES = frozenset(phrases("statement_titles"))
"""What else the heading says below which a numbered task is, and other headings as well."""

ANSWER_LABELS = phrases("answer_labels")
"""Words that open an answer."""

OPTION_TITLES = phrases("option_titles")
"""What the heading says below which the options of a question are."""

ANSWER_VERBS = alternatives("answer_verbs")
"""Verbs between such a word and the answer: `The answer is: B`."""

ANSWER_HEADS = frozenset((*ANSWER_LABELS, *phrases("answer_heads")))
"""What the column of a table is called that holds answers."""

ANSWER_KEY_TITLES = phrases("answer_key_titles")
"""How the heading begins under which a document collects its answers."""

REVEAL_LABELS = phrases("reveal_labels")
"""What a `<summary>` says when its `<details>` holds an answer and not a question."""

REVEAL_WORDS = regex(
    rf"^(?:\W*)(?:{alternatives('reveal_starts')})\b|\b(?:{alternatives('reveal_ends')})\W*\w{{0,2}}\W*$",
    re.IGNORECASE,
)
"""How such a summary begins or ends."""

ANSWER_LINK_WORDS = frozenset((*ANSWER_LABELS, *REVEAL_LABELS, *phrases("more_labels")))
"""What a link says that leads to an answer, or on to the rest of it."""

REMARK_LABELS = phrases("remark_labels")
"""Words that open a remark on a question, which answers nothing: `- Hint: …`."""

POINTS = alternatives("points")
"""What a question is worth, `(5 points)`, as part of a regular expression."""

PLACEHOLDERS = phrases("placeholders")
"""Placeholders for an answer, without final punctuation."""

TITLE_PLACEHOLDERS = frozenset(phrases("title_placeholders"))
"""Placeholders for the words of a question in a template, without final punctuation."""

TRUE_AND_FALSE = tuple(frozenset(pair.split("/")) for pair in phrases("true_and_false"))
"""The two options of a question of which a statement is right or not."""

_EITHER = "|".join(
    rf"{re.escape(right)}\s?(?:/|\s\w{{1,4}}\s)\s?{re.escape(wrong)}"
    for right, wrong in (pair.split("/") for pair in phrases("true_and_false"))
)

JUDGED_FIRST = words_regex(r"(?:{words})\s?[:：.,)\]–—-]", _EITHER, re.IGNORECASE, before=r"\W{0,5}")
"""How a statement begins that is to be judged: `True or false: …`."""

JUDGED_LAST = words_regex(r"[(\[](?:{words})[)\]]\W{0,5}\Z", _EITHER, re.IGNORECASE)
"""How such a statement ends: `… (true/false)`."""


def _placeholder_sentences(language: Language) -> str:
    """The placeholder sentences of a language, with the patterns that several of them share filled in."""
    found = joined(language["placeholder_sentences"])
    for part in ("subject", "done", "time"):
        found = found.replace(f"{{{part}}}", joined(language.get(f"placeholder_{part}", "")))
    return found


PLACEHOLDER_SENTENCES = tuple(
    (word, pattern)
    for language in said("placeholder_sentences")
    for pattern in (regex(_placeholder_sentences(language), re.IGNORECASE),)
    for word in listed(language["placeholder_words"])
)
"""Sentences that are placeholders for an answer: a part of a word, and the pattern of those that hold it.

A language's pattern is compiled only where one of its words is.
"""

SPANISH_WORDS = frozenset(phrases("words_beside_todo"))
"""Words by which Spanish and Portuguese are known, where "todo" means all."""

INSTRUCTIONS = phrases("instructions")
"""First words of what a template says in brackets where an answer should be: `[Write two sentences.]`."""

CONTENTS_TITLES = phrases("contents_titles")
"""What the heading of a table of contents says."""

OPEN_TITLES = phrases("open_titles")
"""What the heading says below which a plan lists what its own authors do not know yet."""

TOP_WORDS = phrases("top_words")
"""What a back-to-top line says."""

BANK_STEMS = alternatives("bank_stems")
"""Beginnings of words that announce a bank, in scripts other than the Latin one, as part of a regular expression."""

LATIN_BANK_WORDS = words_regex(r"\b(?:{words})\b", alternatives("bank_words"))
BANK_WORDS = regex(BANK_STEMS)
"""Words of titles and introductions in lower case that announce a bank, in the Latin script and in others."""

COUNT_NOUNS = alternatives("count_nouns")
"""What is counted in `50 … questions`, as part of a regular expression."""

COUNT_PHRASES = alternatives("count_phrases")
"""The same where a script puts no spaces between words: `50道Java面试题`."""

COUNT_UNITS = alternatives("count_units")
"""What counts questions behind a word for them, `질문 50개`, as part of a regular expression."""

COUNT_LABELS = alternatives("count_labels")
"""What is before the count in `Total questions: 50`, as part of a regular expression."""

COUNT_OPENERS = frozenset(phrases("count_openers"))
"""Words after which a number of questions is a count; after any other it belongs to a name (`Java 8`)."""

VAGUE_WORDS = alternatives("vague_words")
"""What is before a number that is not an exact count, as part of a regular expression."""

NEWS_WORDS = alternatives("news_words")
"""Whole words after a number that says how many were added, as part of a regular expression."""

RATE_WORDS = alternatives("rate_words")
"""What follows a number that is a rate, as part of a regular expression."""

DURATION_WORDS = alternatives("duration_words")
"""What an exam's time is counted in, as part of a regular expression."""

TO_WORDS = alternatives("to_words")
"""What is between the ends of a range of numbers, as part of a regular expression."""

FROM_WORDS = alternatives("from_words")
"""What is before a range of numbers, as part of a regular expression."""

JOINING_WORDS = frozenset((*phrases("and_words"), *phrases("or_words"), *TO_WORDS.split("|"), *NUMBER_WORDS))
"""What is between a word for a question and a number, and between two numbers."""

AND = "|".join(rf"(?<=\s){word}(?=\s)" if word.isascii() else word for word in phrases("and_words"))
"""What is between the last two of several letters, as part of a regular expression."""

PART_NOUNS = words_regex(r"(?:{words})\b", alternatives("part_nouns"), re.IGNORECASE)
"""Words for parts of a bank, which a number counts or names: `Level 2`, `2 Блок`, `3 sets of questions`."""

EXAMINERS = frozenset((*phrases("imperatives"), *phrases("openers")))
"""First words of the orders that interviewers give, and nobody else."""

INTERROGATIVES = frozenset(phrases("interrogatives"))
"""First words of questions; without a question mark they are as often a topic: `What a keel is`."""

ORDERS = frozenset((*phrases("orders"), *phrases("clause_openers")))
"""First words that examiners use, and tutorials no less."""

ORDER_STARTS = words_regex("(?:{words})", alternatives("order_starts"), re.IGNORECASE, before=r"\W{0,3}")
"""How a line begins with an order, in languages whose verbs show it by their endings."""

ORDER_ENDS = regex(rf"(?:{alternatives('order_ends')})\Z")
"""How a line ends with an order, in languages whose verbs are last."""

ORDER_LAST = frozenset(end[-1] for end in alternatives("order_ends").split("|"))
"""The signs with which such an end ends."""

ASKING_START = words_regex("(?:{words})", alternatives("asking_start"))
ASKING_END = regex(rf"(?:{alternatives('asking_end')})\Z")
ASKING_ANYWHERE = regex(alternatives("asking_anywhere"))
"""What asks at the start, at the end, or anywhere in a short line, in languages that part no words or ask at
the end of a sentence."""

ASKING_LAST = frozenset(end[-1] for end in alternatives("asking_end").split("|"))
"""The signs with which what asks at the end ends."""

TUTORIAL_OPENINGS = regex(alternatives("tutorial_openings"), re.IGNORECASE)
"""How titles of tutorials begin that could be questions: `How to …`."""

INVERSIONS = regex(alternatives("inversions"), re.IGNORECASE)
"""How a question begins whose verb is before its subject, which no title is: `What does the …`."""

NOUN_OPENINGS = regex(alternatives("noun_openings"), re.IGNORECASE)
"""Where a first word of the above is a noun, and asks for nothing: `List of …`."""

FIRST_PERSON = words_regex(r"(?:{words})\s", alternatives("first_person"), re.IGNORECASE, before=r"\W{0,9}")
"""How somebody begins who is in trouble, and says so in a whole sentence: `I cannot …`, `My boat does not …`."""

MORE_QUESTIONS = words_regex("(?:{words})", alternatives("more_questions"), re.IGNORECASE, before=r"\W{0,9}")
"""How a document invites the questions that it does not answer: `Still have questions? …`."""

REFERENCE_PHRASES = tuple(
    (tuple(listed(language["reference_nouns"])), joined(language["reference_phrases"]))
    for language in said("reference_phrases")
)
"""How an answer sends its reader to another question, in regular expressions (`{n}`: a number, `{ns}`: some).

Each is preceded by the words of which one is in every such phrase.
"""

REFERENCE_ELSEWHERE = alternatives("reference_elsewhere")
"""What follows such a number where the question is in another text."""

SECTION_NAMES = phrases("section_names")
"""What headings of sections say in documents of any kind."""

# Without `-i` a range of signs takes as long to compile as two questions to read.
PART_WORDS = words_regex(
    r"(?:{words})(?:\b|(?<=(?-i:[\u3040-\u9fff])))", alternatives("part_words"), re.IGNORECASE
)
"""Words for a part of a text, with which its headings begin; in Chinese no space parts them from the next word."""

RESOURCE_WORDS = words_regex("{words}", alternatives("resource_words"), re.IGNORECASE)
"""Words of headings below which a document lists links, credits, translations or rules for contributors."""

FAQ_TITLES = words_regex(r"(?<![^\W_])(?:{words})(?![^\W_])", alternatives("faq_titles"), re.IGNORECASE)
"""What a document calls itself that collects what people ask about one thing."""

_ANSWERS_IN_NAME = words_regex(
    r"(?<![^\W_])(?:{words})(?:[ ._-]?(?:{words}))?(?![^\W_])",
    "|".join(title.replace(" ", "[ ._-]?") for title in ANSWER_KEY_TITLES),
    re.IGNORECASE,
)

FILE_NAME_WORDS = words_regex("{words}", alternatives("file_name_words"), re.IGNORECASE)
"""Words of file and folder names that announce a bank."""

OTHER_FILE_NAMES = words_regex(
    r"(?<![^\W_])(?:{words})(?![^\W_])", alternatives("other_file_names"), re.IGNORECASE
)
"""Words of file names that say that a document is something else than a bank: a guide, a plan, a licence."""


def names_answers(path: str) -> bool:
    """Whether the name of a file says that answers are in it: `quiz-answers.md`, `Lösungen.md`."""
    return _ANSWERS_IN_NAME.search(_stem(path)) is not None


def subject_of(path: str) -> str:
    """What the name of a file says beside that it holds questions or answers: `rivers` for `rivers_answer-key.md`."""
    said = FILE_NAME_WORDS.sub(" ", _ANSWERS_IN_NAME.sub(" ", _stem(path)))
    return " ".join(re.findall(r"[^\W_]{2,}|\d", said.casefold()))


def _stem(path: str) -> str:
    return re.split(r"[\\/]", path)[-1].rpartition(".")[0]


def matches_any(words: str, known: frozenset[str]) -> bool:
    """Whether words are, case and outer punctuation aside, one of a list."""
    return bare(words) in known


def is_question_label(words: str) -> bool:
    """Whether words are nothing but a label of questions, such as `Question`."""
    return bare(words) in _LABELS


def is_section_name(words: str) -> bool:
    """Whether words are what a section is called in documents of any kind, in one language or in two.

    三、参考资料, 🎯 Mục tiêu / Goals, 概要 (Overview)
    """
    said = bare(_BEFORE_NAME.sub("", words)).replace("’", "'")
    if said in _SECTION_NAMES:
        return True
    parts = [bare(part) for part in _TRANSLATED.split(said)]
    return len(parts) > 1 and all(part in _SECTION_NAMES for part in parts)


def is_placeholder(words: str) -> bool:
    """Whether words are a placeholder for an answer: a known one, a sentence like them, dots."""
    text = words.strip()
    core = bare(text).strip(_SIGNS).casefold() if not text.isascii() or text[:1] in "<`~" else bare(text)
    if core in _KNOWN_PLACEHOLDERS or text in _KNOWN_PLACEHOLDERS or _DOTS.fullmatch(text):
        return True
    sentence = text.strip(_SIGNS)
    folded = sentence.casefold()
    return any(word in folded and pattern.fullmatch(sentence) for word, pattern in PLACEHOLDER_SENTENCES)


def awaits_words(words: str) -> bool:
    """Whether words are a placeholder for those of a question: `Title`, `TODO`, dots."""
    return bare(words) in TITLE_PLACEHOLDERS or is_placeholder(words)


_SECTION_NAMES = frozenset(SECTION_NAMES)
# Signs, and numbers of any kind: in digits, in Chinese and in Roman ones.
_BEFORE_NAME = regex(r"\A(?:[\W\d_]+|[一二三四五六七八九十]{1,3}[、.．）]|[IVX]{1,4}[.)](?=\s))+")
_TRANSLATED = regex(r"\s?[/|(（]\s?")
_KNOWN_PLACEHOLDERS = frozenset(PLACEHOLDERS)
_OUTSIDE = regex(r"^[\W\d_]+|\W+$")
_DOTS = regex(rf"[{marks.QUESTION_MARKS}.…\-–—~*_\s]+")
_SIGNS = " \t\n\r.:!。：！*_#-–—()[]（）…~`/🚧✏️⏳📝⚠️🔜👷\ufe0f"


def unnumbered(words: str) -> str:
    """Words without case and outer punctuation, and without the number before them."""
    return _OUTSIDE.sub("", " ".join(words.casefold().split()))


def bare(words: str) -> str:
    """Words without case and outer punctuation."""
    return words.strip(" \t\n\r.:!。：！*_#-–—()[]（）").casefold()
