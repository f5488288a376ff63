"""Where the documentation is on the web, and the manual page of each rule in it."""

# `[project.urls]` of pyproject.toml says the same, and asking the installed package for it would take longer than
# printing the findings.
SITE = "https://dlqa-lint.github.io/dlqa-lint"


def address_of(rule: str) -> str:
    """The web address of the manual page of a rule."""
    return f"{SITE}/rules/{rule}/"
