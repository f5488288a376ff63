"""Formulas as MathML."""

import sys
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlqa_lint.exports.parts import mathml as module
from dlqa_lint.exports.parts.mathml import TAGS, mathml
from dlqa_lint.text.clean_html import clean
from dlqa_lint.text.rendering import tex

PIECES = (
    *("x", "1", "{", "}", "^", "_", "&", "\\\\", "'", " ", "<", "-", "[", "]", "%", "\ue000", "{x}", "{y}"),
    *("\\frac", "\\sqrt", "\\left(", "\\right)", "\\sum", "\\limits", "\\text{a", "\\mathbb", "\\boldsymbol"),
    *("\\begin{cases}", "\\end{cases}", "\\hat", "\\ln", "\\max", "\\lvert", "\\rVert", "\\foo", "\\href"),
    *("\\boxed", "\\color", "\\dfrac", "\\overset", "\\bra", "\\operatorname"),
)


def inside(formula: str, display: bool = False) -> str:
    """What is in the row that a formula is."""
    kind = "block" if display else "inline"
    made = mathml(formula, display)
    before, after = f'<math display="{kind}"><mrow>', "</mrow></math>"
    assert made.startswith(before), made
    return made.removeprefix(before).removesuffix(after)


@pytest.mark.parametrize(
    ("formula", "made"),
    [
        (r"\frac{1}{2}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>"),
        (r"\mathbb E", "<mi>𝔼</mi>"),
        (r"\mathbb R", "<mi>ℝ</mi>"),
        (r"\boldsymbol{\alpha}", "<mrow><mi>𝜶</mi></mrow>"),
        (r"\mathrm{val}", '<mrow><mi mathvariant="normal">val</mi></mrow>'),
        (r"a \sim b", "<mi>a</mi><mo>∼</mo><mi>b</mi>"),
        (
            r"\lvert x \rvert",
            '<mo form="prefix" stretchy="false">|</mo><mi>x</mi><mo form="postfix" stretchy="false">|</mo>',
        ),
    ],
)
def test_what_a_formula_becomes(formula: str, made: str) -> None:
    assert inside(formula) == made


def test_a_function_stands_apart_from_its_argument_unless_brackets_do() -> None:
    thin = '<mspace width="0.167em" />'
    assert inside(r"y \ln p") == f"<mi>y</mi>{thin}<mi>ln</mi>{thin}<mi>p</mi>"
    assert inside(r"\sin^2 x") == f"<msup><mi>sin</mi><mn>2</mn></msup>{thin}<mi>x</mi>"
    assert thin not in inside(r"\max(0, x)")
    assert f'<mo stretchy="false">)</mo>{thin}<mi>max</mi>' in inside(r"f(x) \max(0, x)")
    assert inside(r"\arg\max").count(thin) == 1


def test_limits_are_below_a_function_where_the_formula_has_lines_of_its_own() -> None:
    assert inside(r"\min_x f", display=True).startswith("<munder><mi>min</mi><mi>x</mi></munder>")
    assert inside(r"\min_x f").startswith("<msub><mi>min</mi><mi>x</mi></msub>")
    assert inside(r"\log_2 f", display=True).startswith("<msub><mi>log</mi>")


def test_a_sign_belongs_to_its_number_and_a_difference_has_two_sides() -> None:
    assert '<mo form="prefix">−</mo><mn>1</mn>' in inside("x = -1")
    assert 'form="prefix"' not in inside("(x) - 1")


@pytest.mark.parametrize(
    "formula",
    [r"\frac{1", r"\unknown x", r"\boxed{x}", r"\limits{}", r"\bigl\lvert x", "{" * 3000 + "}" * 3000],
    ids=["broken", "command", "no-browser-shows-it", "without-parts", "sized-bar", "deep"],
)
def test_what_cannot_be_shown_stays_tex(formula: str) -> None:
    assert mathml(formula, False) == tex(formula, False) == f"\\({formula}\\)"
    assert mathml(formula, True) == tex(formula, True) == f"\\[{formula}\\]"


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8), st.booleans())
def test_every_formula_becomes_something_and_cleaning_keeps_it(pieces: list[str], display: bool) -> None:
    made = mathml("".join(pieces), display)
    cleaned = clean(made, lambda target: "", TAGS)
    if made.startswith("<math"):
        tags = [element.tag for element in fromstring(made).iter()]
        assert [element.tag for element in fromstring(cleaned).iter()] == tags
    else:
        assert made == tex("".join(pieces), display)


def test_nothing_harmful_comes_out_of_a_formula() -> None:
    made = clean(mathml(r"\href{javascript:alert(1)}{x}", False), lambda target: "", TAGS)
    assert made == '<math display="inline"><mrow><mrow><mrow><mi>x</mi></mrow></mrow></mrow></math>'


@pytest.fixture
def nothing_installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is as if latex2mathml were not there."""
    monkeypatch.setitem(sys.modules, "latex2mathml.converter", None)
    module._converter.cache_clear()
    yield
    module._converter.cache_clear()


@pytest.mark.usefixtures("nothing_installed")
def test_without_the_extra_formulas_stay_tex() -> None:
    assert mathml("a < b", False) == "\\(a &lt; b\\)"
