"""Reading figures: the marked lines of `fixtures/annotate/figures.md`, what is never one, and odd input."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pint
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.annotate import dates, figures, sentences
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import convert, measures
from checker.article import Article
from checker.parsers import parse
from checker.tokens import tokenise

FIXTURE = Path(__file__).parent.parent / "fixtures" / "annotate" / "figures.md"

_BLOCK = re.compile(r"^```figures\n(.*?)^```$", re.M | re.S)
_MARK = re.compile(r"\[\[([^=\]]+)=([^\]]*)\]\]")


def read(text: str) -> tuple[Article, list[Figure]]:
    article = parse(text, "case.txt")
    article = replace(article, tokens=tokenise(article.text))
    article = article.with_mentions(tuple(sentences.find(article)))
    article = article.with_mentions(tuple(dates.find(article)))
    return article, list(figures.find(article))


def only(text: str) -> Figure:
    (found,) = read(text)[1]
    return found


def meaning(figure: Figure) -> str:
    """A figure in the notation of the fixture."""
    low, high = ("" if end is None else f"{end:.15g}" for end in (figure.low, figure.high))
    if figure.low != figure.high:
        value = f"{low}-{high}" if figure.kind is FigureKind.SCORE else f"{low}..{high}"
    else:
        value = f"{round(figure.low or 0, 4):.15g}"
    value = ("~" if figure.approximate else "#" if figure.kind is FigureKind.ORDINAL else "") + value
    noun = " ".join(filter(None, (figure.head, figure.scope)))
    return " ".join(filter(None, (value, figure.unit))) + (f": {noun}" if noun else "")


def marked_lines() -> Iterator[str]:
    for block in _BLOCK.findall(FIXTURE.read_text(encoding="utf-8")):
        yield from block.splitlines()


@pytest.mark.parametrize("line", list(marked_lines()))
def test_marked_line(line: str) -> None:
    article, found = read(_MARK.sub(r"\1", line))
    assert [(article[figure.span], meaning(figure)) for figure in found] == _MARK.findall(line)


def test_number_as_printed_and_its_precision() -> None:
    assert (only("The $1.5 million fund is open.").digits, only("The $1.5 million fund is open.").precision) == (
        "1.5",
        100_000,
    )
    assert (only("Over 2,400 units sold.").digits, only("Over 2,400 units sold.").precision) == ("2,400", 1)
    assert (only("Some two dozen units sold.").digits, only("Some two dozen units sold.").precision) == ("two dozen", 0)
    assert only("Half a million units sold.").precision == 1_000_000


def test_what_is_counted_is_told_with_its_place() -> None:
    article, (figure,) = read("The army freed 390 Ukrainian prisoners of war.")
    assert figure.counts == article[figure.noun_span] == "Ukrainian prisoners"
    assert (figure.head, figure.value) == ("prisoner", 390)


def test_the_rule_that_found_it_is_named() -> None:
    assert only("The toll rose to 32.").found_by == "count, noun before"
    assert only("A blast killed 32.").found_by == "count, verb before"
    assert only("Sales rose 5%.").kind is FigureKind.PERCENT


def test_an_inverted_range_keeps_the_order_of_the_print() -> None:
    figure = only("Between 50 and 30 guests came.")
    assert (figure.kind, figure.low, figure.high) == (FigureKind.RANGE, 50, 30)


def test_numbers_inside_dates_are_left_to_dates() -> None:
    article, found = read("The 1995-96 season and the 12 August 2014 match drew 400 fans.")
    assert [article[figure.span] for figure in found] == ["400"]


_PINT = {
    "mi": "mile", "yd": "yard", "ft": "foot", "nmi": "nautical_mile", "light-year": "light_year", "km2": "km**2",
    "m2": "m**2", "sq mi": "mile**2", "sq ft": "foot**2", "sq yd": "yard**2", "ha": "hectare", "l": "litre",
    "ml": "millilitre", "m3": "m**3", "cu ft": "foot**3", "gal": "gallon", "bbl": "oil_barrel", "lb": "pound",
    "oz": "ounce", "troy oz": "troy_ounce", "long ton": "long_ton", "ton": "short_ton", "mph": "mile/hour",
    "km/h": "km/hour", "m/s": "m/s", "hp": "horsepower", "kcal": "kilocalorie", "KB": "kilobyte", "MB": "megabyte",
    "GB": "gigabyte", "TB": "terabyte", "Mbps": "megabit/second", "Gbps": "gigabit/second", "bpd": "oil_barrel",
    "V": "volt", "°C": "degC", "°F": "degF", "Hz": "hertz", "kHz": "kilohertz", "MHz": "megahertz", "GHz": "gigahertz",
    "g": "gram",
}  # fmt: skip
_NOT_IN_PINT = {"megapixel", "magnitude", "dB", "basis point", "percentage point", "percent"}


@pytest.fixture(scope="module")
def registry() -> pint.UnitRegistry:
    return pint.UnitRegistry(autoconvert_offset_to_baseunit=True)


@pytest.mark.parametrize("symbol", sorted(set(measures()) - _NOT_IN_PINT))
def test_factors_agree_with_pint(symbol: str, registry: pint.UnitRegistry) -> None:
    base = next(unit.symbol for unit in measures().values() if unit.dimension == measures()[symbol].dimension)
    ours = convert(7.0, symbol, base)
    theirs = registry.Quantity(7.0, _PINT.get(symbol, symbol)).to(_PINT.get(base, base)).magnitude
    assert ours == pytest.approx(theirs, rel=1e-5)  # pint's acre is the American survey's


def test_shares_convert() -> None:
    assert convert(1, "percentage point", "basis point") == pytest.approx(100)
    assert convert(100, "°C", "°F") == pytest.approx(212)


def test_units_of_different_things_do_not_convert() -> None:
    assert convert(1, "km", "kg") is None
    assert convert(1, "km", "parsec") is None


_SOUP = (
    "1 2 10 1,000 1.5 $ £ € % - – — / : ( ) . , ½ 10^400 1/0 ٣٤ ०१२ -- 007 1e999 million bn m k of a an half third "
    "quarter two twenty dozen hundred and to in every between from aged year old ft 10in 's th May 2016 percent points "
    "dlrs Rs US$ + “ ” dozens several about more than people men the Boeing 737 No. 5pm 10:30 12-34-56 one killed"
).split()


@given(st.lists(st.sampled_from(_SOUP), min_size=1, max_size=30), st.sampled_from(["", " ", "-", " \n\n"]))
@settings(max_examples=300, deadline=None)
def test_soup_is_read_without_harm(words: list[str], glue: str) -> None:
    article, found = read("x " + glue.join(words) + " " + " ".join(words))
    behind = 0
    for figure in found:
        assert behind <= figure.span.start < figure.span.end <= article.block_at(figure.span.start).span.end
        behind = figure.span.end
        assert all(end is None or math.isfinite(end) for end in (figure.low, figure.high, figure.precision))
        assert figure.low is not None or figure.high is not None
        assert figure.counts == article[figure.noun_span]


@given(st.text(min_size=1))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_harm(text: str) -> None:
    for figure in read("x" + text)[1]:
        assert all(end is None or math.isfinite(end) for end in (figure.low, figure.high, figure.precision))


@pytest.mark.parametrize("odd", ["9" * 400, "1/0", "10^400", "1.2.3.4", "--5--", "½½½", "٣٤٥", "1e999", "0x1F"])
def test_odd_numbers_give_no_odd_values(odd: str) -> None:
    for figure in read(f"It was {odd} then.")[1]:
        assert figure.low is None or abs(figure.low) < 1e18


@pytest.mark.parametrize("piece", ["1-", "1/", "(", "$", "twenty-", "a million ", "5 of the ", "and 5 ", "half a "])
def test_cost_is_linear_in_the_length_of_a_line(piece: str) -> None:
    def cost(length: int) -> float:
        article, _ = read("x")
        article = parse("x " + piece * (length // len(piece)), "case.txt")
        article = replace(article, tokens=tokenise(article.text))
        start = time.process_time()
        list(figures.find(article))
        return time.process_time() - start

    cost(1_000)  # the word lists are read on first use
    assert cost(80_000) < 16 * max(cost(20_000), 0.02)
