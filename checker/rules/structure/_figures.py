"""Figures of a headline: which of them the story must give, and whether it does."""

from __future__ import annotations

from itertools import combinations
from math import log10

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import PERCENT, SHARE
from checker.article import Article, Span

_LEAST_COUNT = 20.0  # smaller numbers are what a reporter counts up: three dead
_ROUNDING = 0.05  # of the value
_POINTS = 0.6  # percentage points that a rounded percentage may be off
_NEAR = 3.0  # times as large or as small: such numbers conflict, and that is said of them by another rule
_COMPARED = 40  # figures; of more of them too many pairs add up to anything


def is_expected(article: Article, figure: Figure) -> bool:
    """Whether it is a number that a story must give: a sum, a percentage, a measure, a large count of something."""
    if not figure.value or figure.unit == SHARE:
        return False
    if figure.kind is FigureKind.COUNT:
        return figure.value >= _LEAST_COUNT and bool(figure.head) and article[figure.noun_span].islower()
    return figure.kind in (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE)


def is_given(article: Article, figure: Figure, headline: Span) -> bool:
    """Whether the story has the number, or one that it may be meant for, or two that it can be reckoned from."""
    wanted = abs(figure.low or 0.0)
    below = [other for other in article.mentioned(Figure) if other.span.start >= headline.end]
    if not below or len(below) > _COMPARED:
        return True
    ends = [abs(end) for other in below for end in (other.low, other.high) if end]
    if any(_is_meant(wanted, end) for end in ends):
        return True
    return any(
        _is_near(wanted, one + two)
        or _is_near(wanted, abs(one - two))
        or (figure.unit == PERCENT and _is_share_or_change(wanted, one, two))
        for one, two in combinations(ends, 2)
    )


def _is_near(wanted: float, value: float) -> bool:
    return abs(wanted - value) <= _ROUNDING * wanted


def _is_meant(wanted: float, value: float) -> bool:
    """Whether the two are near each other, or apart by a power of ten: a slip, or another unit."""
    power = log10(wanted / value)
    return max(wanted, value) <= _NEAR * min(wanted, value) or abs(power - round(power)) < _ROUNDING / _NEAR


def _is_share_or_change(percent: float, one: float, two: float) -> bool:
    """Whether one number is that share of the other, or more or less by it."""
    low, high = sorted((one, two))
    reckoned = (low / high, high / low - 1, 1 - low / high)
    return any(abs(100 * share - percent) <= _POINTS for share in reckoned)
