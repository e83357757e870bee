"""Leads: two shares of a poll and the points that are said to lie between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.figures import Figure
from checker.annotate.figures.units import PERCENT, PERCENTAGE_POINT
from checker.article import Article
from checker.rules.figures._arithmetic import hedged, printed
from checker.rules.figures._sheet import Entry, Statement, statements

_LEADING = frozenset("lead leads leading led ahead margin advantage gap".split())
# Where these stand, the points are those of another poll, or of a change.
_OTHERWISE = frozenset(
    "error previous previously last earlier compared from up down rose fell widened narrowed grew shrank was were had "
    "while whereas but also among".split()
)
_FARTHEST = 12  # tokens between the points and a share
_APART = 10  # tokens between the shares


class Lead(NamedTuple):
    """Two shares, and the points between them as stated."""

    shares: tuple[Figure, Figure]
    points: Figure


def leads(article: Article) -> Iterator[Lead]:
    """The leads of the article that stand with both shares."""
    words = article.tokens.lower
    for statement in statements(article):
        shares = [entry for entry in statement.entries if entry.figure.unit == PERCENT]
        points = [entry for entry in statement.entries if _is_points(entry)]
        if len(shares) == 2 and len(points) == 1 and _go_together(words, statement, shares, points[0]):
            yield Lead((shares[0].figure, shares[1].figure), points[0].figure)


def _is_points(entry: Entry) -> bool:
    return entry.figure.unit == PERCENTAGE_POINT or entry.figure.unit == "point" or entry.figure.head == "point"


def _go_together(words: list[str], statement: Statement, shares: list[Entry], points: Entry) -> bool:
    """Whether the points are called a lead, and nothing says that they are of another time."""
    one, two = shares
    if any(hedged(entry.figure) or printed(entry.figure) is None for entry in (*shares, points)):
        return False
    first, last = min(one.first, points.first), max(two.last, points.last)
    near = words[max(statement.first, points.first - 5) : min(statement.last, points.last + 4)]
    away = one.first - points.last if points.first < one.first else points.first - two.last
    if away < 0 or away > _FARTHEST or two.first - one.last > _APART or _LEADING.isdisjoint(near):
        return False
    said = words[first:last]
    return _OTHERWISE.isdisjoint(said) and "error" not in near
