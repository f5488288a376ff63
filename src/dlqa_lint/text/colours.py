"""Colours of a terminal that are legible on black and on white, whatever its palette."""

# What the first sixteen colours look like is for each terminal to say: their blue has a contrast of 1.3 against
# black on some, their yellow of 1.1 against white. Those of the cube of 256 are fixed; of these, a contrast of at
# least 4 against both is left, and nothing reaches 4.6.
BOLD = "1"
RED = "38;5;196"
ORANGE = "38;5;130"
BLUE = "38;5;27"
GREEN = "38;5;28"
TEAL = "38;5;30"


def paint(text: str, colour: str, on: bool) -> str:
    """The text in a colour, if colours are on."""
    return f"\x1b[{colour}m{text}\x1b[0m" if on and text else text
