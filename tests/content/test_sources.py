"""Every work that an answer cites is a link and stands among the sources, and every source is cited."""

import re

from content_bank import BANK

TEXT, _, SOURCES = BANK.read_text("utf-8").partition("\n## Sources\n")
CITED = re.compile(
    r"\[(?P<names>[^\[\]]+?)(?:, (?P<year>\d{4}[a-z]?)| \((?P<told>\d{4}[a-z]?)\))\]"
    r"\[(?P<key>[a-z]+(?:-[a-z]+)?-\d{4}[a-z]?)\]"
)
ENTRY = re.compile(
    r"^- (?P<names>.+?) \((?P<year>\d{4}[a-z]?)\)\. \[.+\]\[(?P<key>[a-z0-9-]+)\]\.? [^\[\]]+\.$",
    re.MULTILINE,
)
DEFINITION = re.compile(r"^\[(?P<key>[a-z0-9-]+)\]: <?https://[^<>\s]+>?$", re.MULTILINE)


def cited() -> set[tuple[str, str, str]]:
    """The names, the year and the key of each citation."""
    return {(found["names"], found["year"] or found["told"], found["key"]) for found in CITED.finditer(TEXT)}


def test_sources_are_what_is_cited_under_the_same_names_and_years() -> None:
    assert cited() == {(found["names"], found["year"], found["key"]) for found in ENTRY.finditer(SOURCES)}


def test_each_source_has_one_link_and_its_key_says_the_year() -> None:
    keys = [found["key"] for found in DEFINITION.finditer(SOURCES)]
    assert keys == [found["key"] for found in ENTRY.finditer(SOURCES)]
    assert len(keys) == len(set(keys)) >= 100
    assert [key for _, year, key in cited() if not key.endswith(year)] == []


def test_no_year_of_a_citation_is_without_a_link() -> None:
    bare = re.sub(r"\[[^\[\]]*\]\[[^\[\]]*\]", "", TEXT.partition("\n## Questions\n")[2])
    assert re.findall(r"[A-Z]\w+,? \(?(?:19|20)\d{2}[a-z]?\b", bare) == []


def test_sources_are_in_alphabetical_order_and_then_by_year() -> None:
    names = [
        (re.sub(r"^(?:van den |van |S\. )", "", found["names"]).casefold(), found["year"])
        for found in ENTRY.finditer(SOURCES)
    ]
    assert names == sorted(names)
