"""Flash cards: `Question::Answer` (or a tab), a question above a line of `?`, `Question #card`, gaps `{{c1::…}}`."""

from collections.abc import Collection, Iterator, Sequence

from dlqa_lint.recognise.lines.line import Candidate
from dlqa_lint.recognise.lines.shapes._lines import line_of, text_lines
from dlqa_lint.text import marks
from dlqa_lint.text.blocks import Block
from dlqa_lint.text.inline import mask_code
from dlqa_lint.text.lazy_regex import regex
from dlqa_lint.text.source import Source, Span

# Outliners write a card as an item of a list, and headings may carry a tag.
_LEAD = regex(r"\s*(?:#{1,6}\s{1,8}|[-*+]\s{1,8}|\d{1,4}[.)]\s{1,8})?(?=\S)")
_TAG = regex(r"\s(?P<tag>#(?:flash-?)?cards?(?:[-/]\w{1,40}){0,4})(?:\s{1,4}#[\w/-]{1,60}){0,9}\s*\Z")
_TAG_BEFORE = regex(r"(?P<tag>#(?:flash-?)?cards?)\s{1,4}(?=[^\s#])")
_CLOZE = regex(r"\{\{c\d{1,3}::[^{}]{1,600}\}\}")
# What is pasted into programs for cards: `What is a neap tide?<TAB>The smallest one.`
_TABBED = regex(rf"[{marks.QUESTION_MARKS}]\t(?=[^\s|])")
_FRONT_END = tuple(marks.QUESTION_MARKS + "!.)]*\"'”’>$%`")
_FLIPS = ("?", "??")
_ASKING = tuple(marks.QUESTION_MARKS)
_CLOSERS = " *_)`\"'"
_COLONS = regex(r"(?<!:):{2,3}(?!:)")
_ASKED = regex(rf"[^\s{marks.QUESTION_MARKS}][{marks.QUESTION_MARKS}][*_)`\"']{{0,4}}\s?\Z")
# A sign behind both sides of a card: `What is a neap tide? : The smallest one. ⚡️ #sea`
_SIGN = regex(
    r"(?P<front>\S[^\n]{0,600}?)\s:\s+(?P<back>[^\s:][^\n]{0,600}?)"
    r"\s{1,4}(?:[⚡🧠]\ufe0f?|#flashcard)(?:\s{1,4}#[\w/-]{1,60}){0,9}\s*\Z"
)
_SIGNS = ("⚡", "🧠", "#flashcard")
# The longest end of a front that `_ASKED` has to see.
_FRONT_TAIL = 8


def find(source: Source, blocks: Sequence[Block]) -> Iterator[Candidate]:
    """The fronts of a document's flash cards."""
    text = source.text
    flips, sides, tags = "\n?" in text or "\r?" in text, "::" in text, "card" in text
    tabs = "\t" in text and _TABBED.search(text) is not None
    signs = " : " in text and any(sign in text for sign in _SIGNS)
    if not (flips or sides or tags or tabs or signs):
        return
    headings = {block.first for block in blocks if block.kind == "heading"}
    above, answered = -1, False
    for line in text_lines(source, blocks):
        said = source.lines[line]
        bare = said.strip()
        if not bare:
            above, answered = -1, False
        elif flips and bare in _FLIPS:
            if above >= 0:
                yield _flipped(source, above, line)
            above, answered = -1, True
        else:
            above = line if above < 0 or answered or line in headings else above
            found = _two_sides(source, line, headings) if sides and "::" in said else None
            found = found or (_signed(source, line) if signs and " : " in said else None)
            found = found or (_tagged(source, line) if tags and "#" in said else None)
            found = found or (_tabbed(source, line) if tabs and "\t" in said else None)
            if found:
                yield found


def _words(source: Source, line: int, end: int) -> Span:
    """The characters of a line up to a column, the marker of a heading or an item left out."""
    lead = _LEAD.match(source.lines[line])
    start = source.starts[line]
    first = start + (lead.end() if lead else 0)
    return Span(first, max(first, start + len(source.lines[line][:end].rstrip())))


def _flipped(source: Source, first: int, line: int) -> Candidate:
    """A card whose front is all that is above a line of `?`, up to a blank line.

    Of two cards with no blank line between them, the second has a front of one line:

    How do you simplify
    A + AB
    ?
    A
    And A + A?
    ?
    A
    """
    front = Span(_words(source, first, 0).start, source.line_span(line - 1).end)
    card = line_of(source, "card", "{text}\n" + source.lines[line].strip(), front)
    return card._replace(span=Span(front.start, source.line_span(line).end))


def _tagged(source: Source, line: int) -> Candidate | None:
    """A line with the tag of a card at its end, or right before its words."""
    words = _words(source, line, len(source.lines[line]))
    if lead := _TAG_BEFORE.match(source.text, words.start, words.end):
        card = line_of(source, "card", lead["tag"] + " {text}", Span(lead.end(), words.end))
        return card._replace(span=words)
    match = _TAG.search(source.lines[line], max(0, len(source.lines[line]) - 600))
    if match is None:
        return None
    words = _words(source, line, match.start())
    card = line_of(source, "card", "{text} " + match["tag"], words)
    return card._replace(span=Span(words.start, source.starts[line] + match.end("tag")))


def _signed(source: Source, line: int) -> Candidate | None:
    """A card whose sides a colon between spaces parts, with the sign of a card behind them."""
    words = _words(source, line, len(source.lines[line]))
    match = _SIGN.match(source.text, words.start, words.end)
    if match is None:
        return None
    front, body = Span(*match.span("front")), Span(*match.span("back"))
    return line_of(source, "card", "{text} :", front, body=body)


def _tabbed(source: Source, line: int) -> Candidate | None:
    """A card whose sides a tab parts, if the front asks and the back has no tab."""
    match = _TABBED.search(source.lines[line])
    if match is None or "\t" in source.lines[line][match.end() :].rstrip():
        return None
    start = source.starts[line]
    body = Span(start + match.end(), source.line_span(line).end)
    return line_of(source, "card", "{text}\t", _words(source, line, match.end() - 1), body=body)


def _two_sides(source: Source, line: int, headings: Collection[int]) -> Candidate | None:
    """A card on one line; `std::vector` and, after a space, `::isdigit` are not cards, nor are directives or code.

    Nor is a line that asks beyond the colons, which are then a part of a name: What does std::move do?
    """
    said = source.lines[line]
    if _CLOZE.search(said):
        words = _words(source, line, len(said))
        return line_of(source, "card", "{text} {{c1::}}", words, body=Span(words.end, words.end))
    at = _parting(said)
    mark = ":::" if said.startswith(":::", at) else "::"
    after = at + len(mark)
    if at < 0:
        return None
    words = _words(source, line, at)
    front = source.slice(words)
    ends = front[-1:].isalnum() or front.endswith(_FRONT_END)
    if not ends or (" " not in front and not front.endswith(_ASKING)):
        return None
    back = said[after:]
    if at and said[at - 1].isspace() and not (back[:1].isspace() or _asked(said, at)):
        return None
    named = not front.endswith(_ASKING) and said[at - 1].isalnum() and back[:1].isalnum()
    if named and (line in headings or back.rstrip(_CLOSERS).endswith(_ASKING)):
        return None
    body = Span(source.starts[line] + len(said) - len(back.lstrip()), source.line_span(line).end)
    return line_of(source, "card", "{text}" + mark, words, body=body)


def _parting(said: str) -> int:
    """Where the colons begin that part the sides: those behind a question, or else the only ones; -1 without any.

    What does std::move do?::It casts to an rvalue, and std::forward does so where it should.
    """
    outside = mask_code(said)
    for match in _COLONS.finditer(outside):
        if _asked(said, match.start()):
            return match.start()
    at = said.find("::")
    alone = said.count("::") == 1 and "::::" not in said
    return at if alone and outside.startswith("::", at) else -1


def _asked(said: str, at: int) -> bool:
    """Whether a question ends right before a column."""
    return bool(_ASKED.search(said[max(0, at - _FRONT_TAIL) : at]))
