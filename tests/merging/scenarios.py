"""What two branches do to a bank, and what should come of it, whatever the bank's form."""

from typing import NamedTuple

from merging.shapes import BANK, Bank, Q

CLEAT = Q("cleat", "What is a cleat?", "Two horns.\nA rope is wound around them.", "The hull")
FENDER = Q("fender", "What is a fender for?", "It is a cushion.\nIt keeps the hull off the quay.", "The hull")
FLAG = Q(
    "flag", "How large is the flag?", "Small.\nA hand long for each yard of the boat.", "Sails and ropes"
)
LINE = Q("line", "Which line goes first?", "The one to windward.\nThe others have time.", "Sails and ropes")


class Scenario(NamedTuple):
    """Two edits of the bank, and the right merge.

    Where a person has to decide something, `merged` is the bank in which the side `settle` was taken.
    """

    ours: Bank
    theirs: Bank
    merged: Bank
    settle: str = ""


def without(bank: Bank, *words: str) -> list[Q]:
    return [q for q in bank if q.word not in words]


def after(bank: Bank, word: str, *new: Q) -> list[Q]:
    at = [q.word for q in bank].index(word) + 1
    return [*bank[:at], *new, *bank[at:]]


def put(bank: Bank, word: str, **changes: str) -> list[Q]:
    return [q._replace(**changes) if q.word == word else q for q in bank]


def moved(bank: Bank, word: str, above: str) -> list[Q]:
    section = next(q.section for q in bank if q.word == above)
    [one] = [q._replace(section=section) for q in bank if q.word == word]
    return after(without(bank, word), above, one)


def answered(word: str, first: str = "", last: str = "") -> str:
    old = next(q.answer for q in BANK if q.word == word).split("\n")
    return f"{first or old[0]}\n{last or old[1]}"


SHORT = "It is what it is, and nothing more than that."
SCENARIOS: dict[str, Scenario] = {
    "both append": Scenario([*BANK, CLEAT], [*BANK, FENDER], [*BANK, CLEAT, FENDER]),
    "both append two": Scenario(
        [*BANK, CLEAT, FLAG._replace(section="The hull")],
        [*BANK, FENDER, LINE._replace(section="The hull")],
        [*BANK, CLEAT, FLAG._replace(section="The hull"), FENDER, LINE._replace(section="The hull")],
    ),
    "both append the same": Scenario([*BANK, CLEAT], [*BANK, CLEAT], [*BANK, CLEAT]),
    "one inserts, one appends": Scenario(
        after(BANK, "boom", FLAG), [*BANK, FENDER], [*after(BANK, "boom", FLAG), FENDER]
    ),
    "both insert at one place": Scenario(
        after(BANK, "boom", FLAG), after(BANK, "boom", LINE), after(BANK, "boom", FLAG, LINE)
    ),
    "both insert at the top": Scenario([FLAG, *BANK], [LINE, *BANK], [FLAG, LINE, *BANK]),
    "both insert at the end of a section": Scenario(
        after(BANK, "halyard", FLAG), after(BANK, "halyard", LINE), after(BANK, "halyard", FLAG, LINE)
    ),
    "one inserts, one edits": Scenario(
        after(BANK, "jib", FLAG),
        put(BANK, "keel", answer=SHORT),
        put(after(BANK, "jib", FLAG), "keel", answer=SHORT),
    ),
    "one inserts, one edits the neighbour": Scenario(
        after(BANK, "boom", FLAG),
        put(BANK, "boom", answer=answered("boom", last=SHORT)),
        after(put(BANK, "boom", answer=answered("boom", last=SHORT)), "boom", FLAG),
    ),
    "one moves, one edits": Scenario(
        moved(BANK, "jib", "rudder"),
        put(BANK, "jib", answer=answered("jib", first=SHORT)),
        moved(put(BANK, "jib", answer=answered("jib", first=SHORT)), "jib", "rudder"),
    ),
    "one moves, one inserts": Scenario(
        moved(BANK, "mast", "jib"),
        after(BANK, "sheet", FLAG),
        moved(after(BANK, "sheet", FLAG), "mast", "jib"),
    ),
    "both move": Scenario(
        moved(BANK, "mast", "jib"),
        moved(BANK, "sheet", "keel"),
        moved(moved(BANK, "mast", "jib"), "sheet", "keel"),
    ),
    "both delete": Scenario(without(BANK, "boom"), without(BANK, "tiller"), without(BANK, "boom", "tiller")),
    "both delete at the top": Scenario(
        without(BANK, "jib"), without(BANK, "boom"), without(BANK, "jib", "boom")
    ),
    "both delete the same": Scenario(without(BANK, "boom"), without(BANK, "boom"), without(BANK, "boom")),
    "both delete neighbours": Scenario(
        without(BANK, "sheet"), without(BANK, "halyard"), without(BANK, "sheet", "halyard")
    ),
    "one deletes, one appends": Scenario(
        without(BANK, "boom"), [*BANK, FENDER], [*without(BANK, "boom"), FENDER]
    ),
    "one deletes the last, one appends": Scenario(
        without(BANK, "mast"), [*BANK, FENDER], [*without(BANK, "mast"), FENDER]
    ),
    "one deletes, one moves": Scenario(
        without(BANK, "boom"), moved(BANK, "jib", "keel"), without(moved(BANK, "jib", "keel"), "boom")
    ),
    "one rewords, one edits the answer": Scenario(
        put(BANK, "keel", asks="What is a keel good for?"),
        put(BANK, "keel", answer=SHORT),
        put(BANK, "keel", asks="What is a keel good for?", answer=SHORT),
    ),
    "one rewords, one inserts": Scenario(
        put(BANK, "keel", asks="Why does a boat have a keel?"),
        after(BANK, "jib", FLAG),
        put(after(BANK, "jib", FLAG), "keel", asks="Why does a boat have a keel?"),
    ),
    "one translates, one inserts": Scenario(
        put(
            BANK,
            "keel",
            asks="Was ist ein Kiel?",
            answer="Die Flosse unter dem Rumpf.\nIhr Gewicht hält das Boot.",
        ),
        after(BANK, "jib", FLAG),
        put(
            after(BANK, "jib", FLAG),
            "keel",
            asks="Was ist ein Kiel?",
            answer="Die Flosse unter dem Rumpf.\nIhr Gewicht hält das Boot.",
        ),
    ),
    "all is deleted but two, one is edited": Scenario(
        [BANK[0], BANK[7]], put(BANK, "mast", answer=SHORT), [BANK[0], put(BANK, "mast", answer=SHORT)[7]]
    ),
    "both edit one answer": Scenario(
        put(BANK, "keel", answer=answered("keel", last="Lead is heavy.")),
        put(BANK, "keel", answer=answered("keel", last="Iron is cheap.")),
        put(BANK, "keel", answer=answered("keel", last="Iron is cheap.")),
        settle="theirs",
    ),
    "both edit one answer, and one appends": Scenario(
        [*put(BANK, "keel", answer=answered("keel", last="Lead is heavy.")), CLEAT],
        put(BANK, "keel", answer=answered("keel", last="Iron is cheap.")),
        [*put(BANK, "keel", answer=answered("keel", last="Lead is heavy.")), CLEAT],
        settle="ours",
    ),
    "one deletes, one edits": Scenario(
        without(BANK, "boom"),
        put(BANK, "boom", answer=answered("boom", last=SHORT)),
        put(BANK, "boom", answer=answered("boom", last=SHORT)),
        settle="theirs",
    ),
    "one edits, one deletes and appends": Scenario(
        put(BANK, "boom", answer=answered("boom", last=SHORT)),
        [*without(BANK, "boom"), FENDER],
        [*put(BANK, "boom", answer=answered("boom", last=SHORT)), FENDER],
        settle="ours",
    ),
    "both add a question with other answers": Scenario(
        [*BANK, CLEAT],
        [*BANK, CLEAT._replace(answer="A thing.\nRopes like it.")],
        [*BANK, CLEAT],
        settle="ours",
    ),
}

REFERRING: dict[str, Scenario] = {
    "a new answer refers to a question that moved on": Scenario(
        after(BANK, "jib", FLAG),
        [*BANK, FENDER._replace(sees="keel")],
        [*after(BANK, "jib", FLAG), FENDER._replace(sees="keel")],
    ),
    "both insert, and each refers to what comes later": Scenario(
        after(BANK, "jib", FLAG._replace(sees="mast")),
        after(BANK, "sheet", LINE._replace(sees="keel")),
        after(after(BANK, "jib", FLAG._replace(sees="mast")), "sheet", LINE._replace(sees="keel")),
    ),
    "an old answer comes to refer to a question that moves": Scenario(
        put(BANK, "jib", sees="mast"),
        moved(BANK, "mast", "jib"),
        moved(put(BANK, "jib", sees="mast"), "mast", "jib"),
    ),
    "one refers to what the other rewords": Scenario(
        put(BANK, "keel", asks="Why does a boat have a keel?"),
        after(BANK, "jib", FLAG._replace(sees="keel")),
        put(after(BANK, "jib", FLAG._replace(sees="keel")), "keel", asks="Why does a boat have a keel?"),
    ),
    "one refers to what the other deletes": Scenario(
        put(BANK, "jib", sees="boom"), without(BANK, "boom"), put(BANK, "jib", sees="boom"), settle="ours"
    ),
}
