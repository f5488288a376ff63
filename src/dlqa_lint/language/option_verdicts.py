"""What sentences say of options by their letters: `B is wrong because …`, `a resposta correta é a letra a`.

The phrases are those of the languages' files. Each is judged by the other words of its own language: a sentence
that reports what many believe, or says what would hold under a condition, calls nothing right or wrong itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from dlqa_lint.language.languages import ANY, Language, joined, languages, listed
from dlqa_lint.language.option_letters import LARGE, NOUN_BEFORE, SMALL, STARTS, STOPS, letters_of, worded
from dlqa_lint.text import marks
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Span

_BOUNDARY = regex(r"[.!?](?=[\s*_)]|\Z)|[。！？।]|\n[ \t]*(?=\r?\n|[-*+>|#]|\d{1,2}[.)][ \t])")
_TWO_WORDS = regex(r"\s*\w+(?:\s+\w+)?")
_REACH = 80
"""A verdict on a letter is at most this many characters before it."""
_FAR = 2_000
"""What limits a verdict is at most this many characters away from it."""

Kind = Literal["right", "wrong", "denied"]


class OptionVerdict(NamedTuple):
    """A verdict on options: `right`, `wrong`, or `denied` (they do not fit); its letters in capitals."""

    kind: Kind
    letters: frozenset[str]
    span: Span


def option_verdicts(text: str, span: Span, asked: str, *, small: bool) -> Iterator[OptionVerdict]:
    """The verdicts of a text on the options of a question (`asked`: its words), in order.

    Options whose letters are `small` may be named by small letters.
    """
    letters = SMALL if small else LARGE
    for sentence in _sentences(text, span):
        said = text[sentence.start : sentence.end].replace("\n", " ").replace("\r", " ")
        # Letters first: most sentences name none, and there are hundreds of phrases.
        runs = list(letters.finditer(said))
        spoken = _spoken(said) if runs else ()
        for run in runs if spoken else ():
            if found := _verdict(said, run, asked, spoken):
                start, end = found.span
                yield found._replace(span=Span(sentence.start + start, sentence.start + end))


def _spoken(said: str) -> "Sequence[_Phrases]":
    """The languages some of whose verdicts may be in a sentence."""
    lowered = said.lower()
    return [phrases for phrases in _phrases() if any(stem in lowered for stem in phrases.stems)]


def speaks_of_others(text: str) -> bool:
    """Whether an option begins as one does that speaks of the others: `All of the above`."""
    return _ABOUT_OTHERS.match(text) is not None


def _sentences(text: str, span: Span) -> Iterator[Span]:
    ends = (match.end() for match in _BOUNDARY.finditer(text, span.start, span.end))
    yield from (Span(first, last) for first, last in pairwise((span.start, *ends, span.end)))


def _verdict(said: str, run: re.Match[str], asked: str, spoken: "Iterable[_Phrases]") -> OptionVerdict | None:
    found = (phrases.named(said, run) or phrases.called(said, run, asked) for phrases in spoken)
    return next(filter(None, found), None)


class _Phrases(NamedTuple):
    """The phrases of a language that tell verdicts, and the words that say that one is none."""

    stems: tuple[str, ...]
    closed: re.Pattern[str]
    right_before: re.Pattern[str]
    answer_before: re.Pattern[str]
    after: tuple[tuple[Kind, re.Pattern[str]], ...]
    belief: re.Pattern[str]
    condition: re.Pattern[str]
    denial: re.Pattern[str]

    def named(self, said: str, run: re.Match[str]) -> OptionVerdict | None:
        """The verdict of `the correct answer is B`."""
        first = max(0, run.start() - _REACH)
        before = said[first : run.start()]
        sure = self.right_before.search(before)
        match = sure or self.answer_before.search(before)
        # "The correct answer is a list", "The answer is A in both cases."
        open_ended = run.group().islower() or not sure
        if match is None or (open_ended and not self.closed.match(said, run.end())):
            return None
        place = Span(first + match.start(), run.end())
        # "The correct answer is B only if …", and, in languages with the verb after it, "… is not B".
        after = _TWO_WORDS.match(said, run.end())
        limited = after and (self.condition.search(after.group()) or self.denial.search(after.group()))
        return (
            None if limited or self._reports(said, place) else OptionVerdict("right", letters_of(run), place)
        )

    def called(self, said: str, run: re.Match[str], asked: str) -> OptionVerdict | None:
        """The verdict of `B is correct`, `B is wrong` or `A and C do not`."""
        found = ((kind, pattern.match(said, run.end())) for kind, pattern in self.after)
        kind, match = next((pair for pair in found if pair[1]), ("right", None))
        if match is None:
            return None
        noun = NOUN_BEFORE.search(said[max(0, run.start() - _REACH) : run.start()])
        if not run.group().isupper() and noun is None and not set(run.group()) & set("()（）"):
            return None  # small letters are variables and words
        place = Span(run.start() - len(noun.group()) if noun else run.start(), match.end())
        # What does not fit is the answer to "Which is not …?".
        is_none = self.denial.search(asked) or self._reports(said, place)
        return None if is_none else OptionVerdict(kind, letters_of(run), place)

    def _reports(self, said: str, place: Span) -> bool:
        """Whether a sentence reports a verdict, asks for it, or gives it under a condition."""
        first, last = place.start - _FAR, place.end + _FAR
        believed = _has(self.belief, said, first, place.start) or _has(self.belief, said, place.end, last)
        rest = said[max(place.end, len(said) - _REACH) :].rstrip(" *_)\"'")
        asked = rest.endswith(tuple(marks.QUESTION_MARKS))
        return believed or asked or _has(self.condition, said, first, place.start)


def _has(pattern: re.Pattern[str], said: str, first: int, last: int) -> bool:
    """Whether a pattern is found between two places of a sentence."""
    found = _places(pattern, said)
    at = bisect_left(found, first, key=lambda span: span.start)
    return at < len(found) and found[at].end <= last


@lru_cache(maxsize=64)
def _places(pattern: re.Pattern[str], said: str) -> Sequence[Span]:
    """Where a pattern is found, kept while verdicts of one sentence are weighed: they may be many."""
    return tuple(Span(*match.span()) for match in pattern.finditer(said))


def _phrases_of(language: Language) -> _Phrases:
    nouns = "|".join(joined(language[key]) for key in ("option_nouns", "letter_nouns") if key in language)
    noun = rf"(?:\s*(?:{nouns}))?"
    # Only a reason follows a verdict: "B is right for small lists" says less.
    reason = rf"[\s,，、–—-]*(?:{joined(language['reason_words'])}){STOPS}"
    end = rf"(?=[\s*_)]*(?:[.;:!。；！।)]|\Z)|{reason})"
    closed = rf"(?=\s*[.,;:!…。，；)]|\s*\Z|{reason})"

    def after(key: str) -> re.Pattern[str]:
        return worded(rf"{noun}\s*(?:{joined(language[key])}){noun}{end}")

    def before(key: str) -> re.Pattern[str]:
        return worded(rf"{STARTS}(?:{joined(language.get(key, '(?!)'))})\s*[:：]?{noun}\s*\Z")

    def whole(key: str) -> re.Pattern[str]:
        return worded(rf"{STARTS}(?:{joined(language[key])}){STOPS}")

    denied = rf"\s*(?:{joined(language.get('denied_after', '(?!)'))}){STOPS}"
    return _Phrases(
        tuple(listed(language["verdict_stems"])),
        worded(closed),
        before("right_before"),
        before("answer_before"),
        (
            ("wrong", after("wrong_after")),
            ("right", after("right_after")),
            ("denied", worded(denied)),
        ),
        whole("beliefs"),
        whole("conditions"),
        whole("asks_wrong"),
    )


@cache
def _phrases() -> tuple[_Phrases, ...]:
    return tuple(map(_phrases_of, _SPOKEN))


_SPOKEN = tuple(language for code, language in languages().items() if code != ANY)
_ABOUT_OTHERS = worded(rf"\W*(?:{'|'.join(joined(language['about_others']) for language in _SPOKEN)}){STOPS}")
