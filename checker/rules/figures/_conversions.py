"""Conversions: one amount said in two units, the second in brackets or after “or”."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import convert, measures
from checker.article import Article
from checker.rules.figures._arithmetic import printed
from checker.rules.figures._sheet import Entry, Statement, statements

_NOUNS = 3  # tokens that may stand between an amount and its bracket: “5 miles north (8km)”
_BETWEEN = (["or"], [",", "or"], ["/"], ["("], ["(", "or"], [",", "about"])
_PARTING = frozenset({";", ",", "/", "or"})
_RATES = frozenset("a an per of from each".split())  # what follows them is not the same amount again
_HUNDREDTHS = {"penny": "GBP"}
_LOOSE = 0.05  # of the amount: five miles are eight kilometres to everybody
_ALIKE = {"ton": ("tonne", "long ton"), "tonne": ("ton", "long ton")}
_VOLUMES = frozenset({"gal", "pint"})
_IMPERIAL = 1.20095  # American gallons and pints in an imperial one
_MEASURED = frozenset({FigureKind.MEASURE, FigureKind.MONEY, FigureKind.RANGE})


class Conversion(NamedTuple):
    """An amount and the same amount in another unit."""

    one: Figure
    two: Figure


def conversions(article: Article) -> Iterator[Conversion]:
    """The conversions of the article."""
    words = article.tokens.lower
    for statement in statements(article):
        first: Entry | None = None  # what the brackets that are open convert
        for one, two in pairwise(statement.entries):
            if one.first not in statement.bracketed or two.first not in statement.bracketed:
                first = one
            if first is None or not _may_convert(first.figure, two.figure):
                continue
            if _says_again(words, statement, one, two, chained=first is not one):
                yield Conversion(first.figure, two.figure)


def money_of(figure: Figure) -> tuple[str, float]:
    """The currency and the amount, pence made pounds."""
    value = _middle(figure)
    return (_HUNDREDTHS[figure.unit], value / 100) if figure.unit in _HUNDREDTHS else (figure.unit, value)


def _middle(figure: Figure) -> float:
    if figure.kind is FigureKind.RANGE:
        return ((figure.low or 0.0) + (figure.high or 0.0)) / 2
    return printed(figure) or 0.0


def _may_convert(one: Figure, two: Figure) -> bool:
    """Whether both are money, or measure the same dimension in two units."""
    if one.unit == two.unit or one.kind not in _MEASURED or two.kind not in _MEASURED or one.unit == "share":
        return False
    known = measures()
    if one.unit in known or two.unit in known:
        return one.unit in known and two.unit in known and known[one.unit].dimension == known[two.unit].dimension
    return bool(one.unit) and bool(two.unit) and (one.kind is FigureKind.RANGE) is (two.kind is FigureKind.RANGE)


def _says_again(words: list[str], statement: Statement, one: Entry, two: Entry, chained: bool) -> bool:
    """Whether the second figure says the first again: “10 miles (16km)”, “10 miles, or 16km,”."""
    gap = words[one.last : two.first]
    if words[two.last : two.last + 1] and words[two.last] in _RATES:
        return False
    if chained:
        return len(gap) == 1 and gap[0] in _PARTING
    if gap in _BETWEEN:
        return True
    return len(gap) - 1 <= _NOUNS and gap[-1:] == ["("] and all(word.isalpha() for word in gap[:-1])


def converted(figure: Figure, unit: str) -> float | None:
    """The amount in another unit; None for money."""
    value = figure.low if figure.low is not None else figure.high
    return None if value is None else convert(value, figure.unit, unit)


def agrees(conversion: Conversion) -> bool:
    """Whether the second amount is the first one, as roughly as they are printed."""
    one, two = conversion.one, conversion.two
    for unit in (one.unit, *_ALIKE.get(one.unit, ())):
        for factor in (1.0, _IMPERIAL, 1 / _IMPERIAL) if two.unit in _VOLUMES or unit in _VOLUMES else (1.0,):
            if all(_meets(first, second, unit, conversion, factor) for first, second in _ends(conversion)):
                return True
    return one.unit[:1] == "°" and all(
        abs(second - first * (1.8 if one.unit == "°C" else 1 / 1.8)) <= 1.0 for first, second in _ends(conversion)
    )  # a difference of two temperatures


def _ends(conversion: Conversion) -> list[tuple[float, float]]:
    """The numbers to be compared: both ends of a range, or the one number."""
    one, two = conversion.one, conversion.two
    if one.kind is FigureKind.RANGE is two.kind:
        return [(one.low or 0.0, two.low or 0.0), (one.high or 0.0, two.high or 0.0)]
    return [(money_of(one)[1], money_of(two)[1])]


def _meets(first: float, second: float, unit: str, conversion: Conversion, factor: float) -> bool:
    """Whether a number in `unit` can be rounded from what gives the second number when it is converted."""
    half = conversion.one.precision / 2
    least, most = (convert(value, unit, conversion.two.unit) for value in (first - half, first + half))
    if least is None or most is None:
        return False
    allowed = conversion.two.precision / 2 + _LOOSE * abs(second)
    return least * factor - allowed <= second <= most * factor + allowed


def rate(conversion: Conversion, currency: str) -> tuple[float, float]:
    """The least and greatest rate of `currency` in the other that the amounts can be rounded from."""
    (unit, one), (_, two) = money_of(conversion.one), money_of(conversion.two)
    spread = (1 + _relative_rounding(conversion.one)) * (1 + _relative_rounding(conversion.two))
    middle = two / one if unit == currency else one / two
    return middle / spread, middle * spread


def _relative_rounding(figure: Figure) -> float:
    """Half a unit of the last printed place as a share of the number."""
    value = figure.low or figure.high or 1.0
    return min(0.5, max(0.1 if figure.approximate else 0.0, figure.precision / 2 / value))
