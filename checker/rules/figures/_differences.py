"""Differences: two values of one thing and how much is said to lie between them, in their own unit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.figures import Figure
from checker.annotate.figures.units import PERCENT
from checker.article import Article
from checker.rules.figures._arithmetic import hedged, rounding
from checker.rules.figures._changes import Change, changes
from checker.rules.figures._sheet import Entry

_CALLED = frozenset(
    "rise increase gain growth jump drop fall decline decrease cut reduction saving difference improvement loss".split()
)
_FARTHEST = 8  # tokens between the second value and “a rise of”


class Difference(NamedTuple):
    """A change and its size in the unit of its values."""

    change: Change
    size: Figure


def differences(article: Article) -> Iterator[Difference]:
    """The changes that stand with their size: “cut by £5 to £45 from £50”, “from 90 to 120, a rise of 30”."""
    words = article.tokens.lower
    for change in changes(article):
        if not change.firm or change.before.unit == PERCENT:
            continue
        sizes = [entry for entry in change.statement.entries if _is_size(words, change, entry)]
        if len(sizes) == 1 and all(_is_plain(one) for one in (change.before, change.after, sizes[0].figure)):
            yield Difference(change, sizes[0].figure)


def is_right(difference: Difference) -> bool:
    """Whether the size is what lies between the values, as they are printed."""
    before, after, size = difference.change.before, difference.change.after, difference.size
    allowed = sum(rounding(figure) for figure in (before, after, size)) * (1 + 1e-9)
    return abs(abs((after.value or 0.0) - (before.value or 0.0)) - (size.value or 0.0)) <= allowed


def _is_plain(figure: Figure) -> bool:
    return figure.value is not None and not hedged(figure)


def _is_size(words: list[str], change: Change, entry: Entry) -> bool:
    """Whether a figure is the size of the change."""
    if entry.figure.unit != change.after.unit or entry.figure.span in (change.before.span, change.after.span):
        return False
    if entry.last == change.first - 1 and words[entry.last] == "to":
        return words[entry.first - 1] == "by"
    gap = words[change.last : entry.first]
    return 1 < len(gap) <= _FARTHEST and gap[-1] == "of" and gap[-2] in _CALLED and "," in gap
