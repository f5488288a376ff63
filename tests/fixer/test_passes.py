"""Passes: which fixes are taken, how they are applied, and that they settle or are refused."""

from collections.abc import Iterator

import pytest

from dlqa_lint.fixer.edits import apply, translated
from dlqa_lint.model.bank import Document
from dlqa_lint.model.finding import Edit, Fix
from dlqa_lint.text.source import Source, Span
from fixer.proved import FixError, fix
from fixer.tiny import checker, fixed, one_fix, replacing, rule, run

BANK = "# Title\n\n### 1. What is loss?\nAnswer: A number.\n\n### 2. What is depth?\nAnswer: Layers.\n"


def test_a_document_without_fixes_stays_and_needs_no_pass() -> None:
    result = run({"a.md": BANK})
    assert (result.changed, result.applied, result.passes) == ({}, {}, 0)


def test_fixes_are_applied_and_counted_by_path_and_rule() -> None:
    result = run(
        {"a.md": BANK, "b.md": "# Other\n"}, rule("bold-marker", replacing("\nAnswer:", "\n**Answer:**"))
    )
    assert result.changed["a.md"].text == BANK.replace("Answer:", "**Answer:**")
    assert list(result.changed) == ["a.md"]
    assert result.applied == {("a.md", "bold-marker"): 2}
    assert (result.findings, result.passes) == ((), 1)


def test_unsafe_fixes_wait_for_leave_and_their_findings_remain() -> None:
    shout = rule("shout", replacing("Layers", "LAYERS", safe=False))
    result = run({"a.md": BANK}, shout)
    assert result.changed == {}
    assert [finding.rule for finding in result.findings] == ["shout"]
    assert "LAYERS" in fixed(BANK, shout, unsafe=True)


def test_a_fix_that_touches_a_taken_one_waits_for_the_next_pass() -> None:
    first, second = replacing("# \t", "#  "), replacing("Title\n\n", "Title\n")
    touching = run({"a.md": "# \tTitle\n\nText.\n"}, rule("second", second), rule("first", first))
    assert touching.passes == 2
    assert touching.changed["a.md"].text == "#  Title\nText.\n"
    assert touching.applied == {("a.md", "first"): 1, ("a.md", "second"): 1}
    apart = run({"a.md": "# \tA Title\n\nText.\n"}, rule("second", second), rule("first", first))
    assert apart.passes == 1


def test_of_two_fixes_that_overlap_the_first_in_the_text_is_taken() -> None:
    text = "# \t Title\n"
    early, late = one_fix(text, [("a.md", 1, 4, "  ")]), one_fix(text, [("a.md", 2, 3, " ")])
    result = run({"a.md": text}, rule("late", late), rule("early", early))
    assert result.changed["a.md"].text == "#  Title\n"
    assert result.applied == {("a.md", "early"): 1}


def test_an_edit_that_two_fixes_share_counts_once() -> None:
    text = "# Title\n### 1. What is loss?\n"
    blank = ("a.md", 7, 7, "\n")
    one, other = one_fix(text, [("a.md", 0, 2, "#  "), blank]), one_fix(text, [("a.md", 19, 19, " "), blank])
    result = run({"a.md": text}, rule("one", one), rule("other", other))
    assert result.passes == 1
    assert result.changed["a.md"].text == "#  Title\n\n### 1. What  is loss?\n"


def test_a_fix_over_two_files_is_taken_whole_or_not_at_all() -> None:
    files = {"a.md": "# A\n", "b.md": "# B\n"}
    both = rule("both", one_fix("# A\n", [("a.md", 1, 2, "  "), ("b.md", 1, 2, "   ")]))
    late = rule("late", one_fix("# B\n", [("b.md", 0, 2, "#\t"), ("a.md", 3, 3, " ")]))
    whole = run(files, both)
    assert [source.text for source in whole.changed.values()] == ["#  A\n", "#   B\n"]
    assert run(files, late, both).changed.keys() == whole.changed.keys()
    assert run(files, late, both).changed["a.md"].text == "#  A\n", (
        "the other fix touches it in one file only"
    )


def test_a_fix_that_reaches_into_a_file_that_is_not_a_source_is_left_out() -> None:
    both = rule("both", one_fix("# A\n", [("a.md", 1, 2, "  "), ("b.md", 1, 2, "   ")]))
    result = run({"a.md": "# A\n"}, both)
    assert result.changed == {}
    assert [finding.rule for finding in result.findings] == ["both"]


def test_a_fix_that_would_change_nothing_is_not_a_fix() -> None:
    assert run({"a.md": BANK}, rule("same", replacing("Answer", "Answer"))).passes == 0


def test_rules_that_undo_each_other_are_refused_by_name() -> None:
    one, two = (
        rule("to-bold", replacing("\nAnswer:", "\n**Answer:**")),
        rule("to-plain", replacing("**Answer:**", "Answer:")),
    )
    settled = rule("spaces", replacing("# Title", "#  Title"))
    with pytest.raises(FixError, match="undo each other") as caught:
        run({"a.md": BANK}, one, two, settled)
    assert caught.value.rules == ("to-bold", "to-plain")
    assert "Answer:** Layers." in caught.value.diff


def test_a_rule_that_never_settles_is_refused_after_ten_passes() -> None:
    checks = []

    def grow(document: Document) -> Iterator[tuple[str, Fix]]:
        checks.append(document)
        yield "more", Fix("more", (Edit(document.path, Span(1, 2), "  "),))

    with pytest.raises(FixError, match="did not settle in 10 passes") as caught:
        fixed("# Title\n", rule("grow", grow))
    assert caught.value.rules == ("grow",)
    assert len(checks) == 12


def test_an_edit_outside_the_text_is_an_error_of_the_rule() -> None:
    with pytest.raises(ValueError, match="outside the text"):
        fix(
            {"a.md": Source("a.md", "# A\n")},
            checker(rule("far", one_fix("# A\n", [("a.md", 90, 91, "x")]))),
            unsafe=False,
        )


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("a\r\nb\r\n", 4, "1\r\n2"),
        ("a\rb\r", 2, "1\r2"),
        ("a\nb\r\nc\n", 3, "1\r\n2"),
        ("a\nb\r\nc\n", 6, "1\n2"),
        ("a\r\nb", 3, "1\r\n2"),
        ("a", 0, "1\n2"),
        ("", 0, "1\n2"),
    ],
)
def test_newlines_of_a_replacement_become_those_around_it(text: str, at: int, expected: str) -> None:
    assert translated(Edit("a.md", Span(at, at), "1\n2"), Source("a.md", text)) == expected


def test_a_replacement_keeps_line_ends_that_it_brings() -> None:
    assert translated(Edit("a.md", Span(0, 0), "1\r\n2\r3\n"), Source("a.md", "a\rb")) == "1\r\n2\r3\r"


def test_applying_edits_keeps_the_byte_order_mark() -> None:
    source = apply(Source("a.md", "\ufeffab"), [Edit("a.md", Span(0, 1), "x")])
    assert source.to_bytes() == "\ufeffxb".encode()
