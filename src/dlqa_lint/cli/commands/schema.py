"""List the shipped schemas, show one, or validate a schema file."""

from argparse import ArgumentParser, Namespace

from dlqa_lint.cli.output import put, say
from dlqa_lint.config.schema_files import PRESETS, load_schema, preset_names, schema_file


def arguments(parser: ArgumentParser) -> None:
    """Add the arguments of the command."""
    parser.add_argument(
        "name",
        nargs="?",
        metavar="NAME|FILE",
        help="a preset to show, or a file to validate (default: list presets)",
    )
    parser.add_argument(
        "--json-schema",
        choices=["document", "settings"],
        nargs="?",
        const="document",
        help="print the JSON Schema of schema files, or of settings files",
    )


def run(options: Namespace) -> int:
    """Print what was asked for; a file that is not a valid schema is an error, with the reasons."""
    if options.json_schema:
        from dlqa_lint.config.json_schema import FILES, text_of  # needs pydantic

        put(text_of(FILES[f"{options.json_schema}.schema.json"]()))
    elif options.name is None:
        put(_list())
    else:
        path = schema_file(options.name)
        load_schema(options.name)
        if path.parent == PRESETS:
            put(path.read_text("utf-8"))
        else:
            say([f"{options.name}: a valid schema"])
    return 0


def _list() -> str:
    """The presets, each with the first line of its file."""
    names = preset_names()
    width = max(map(len, names), default=0)
    first = {name: schema_file(name).read_text("utf-8").partition("\n")[0].lstrip("# ") for name in names}
    return "".join(f"{name:<{width}}  {line}\n" for name, line in first.items())
