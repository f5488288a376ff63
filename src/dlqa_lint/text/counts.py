"""Numbers with their nouns, as sentences have them."""


def counted(count: int, noun: str, plural: str = "") -> str:
    """A number with its noun: `0 questions`, `1 question`, `2 entries`."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def how_many(count: int, noun: str) -> str:
    """The same where nothing is a word: `no findings`, `1 finding`, `2 findings`."""
    return counted(count, noun) if count else f"no {noun}s"
