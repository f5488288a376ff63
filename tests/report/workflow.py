"""Workflow commands as the runner of GitHub reads them."""

from typing import NamedTuple

PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


def parse(line: str) -> Command:
    """Read a line by the runner's rules: `::name key=value,key=value::message`, escapes undone in the end."""
    assert line.startswith("::")
    head, separator, message = line[2:].partition("::")
    assert separator
    name, _, written = head.partition(" ")
    properties = {}
    for item in filter(None, written.split(",")):
        key, equals, value = item.partition("=")
        assert equals
        assert key in PROPERTIES
        assert key not in properties
        for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, character)
        properties[key] = value
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        message = message.replace(code, character)
    return Command(name, properties, message)
