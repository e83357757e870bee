"""Centuries and decades with a year of theirs beside them: “the 18th-century church, built in 1750”."""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.dates import Date, Grain
from checker.annotate.sentences import Sentence
from checker.article import Article
from checker.rules.dates._events import names_an_event

_COARSE = frozenset({Grain.CENTURY, Grain.DECADE})
_MADE = frozenset("dated dates completed painted written published printed made carved wrote finished".split())
_FARTHEST = 7  # tokens between the two
_APPOSED = ([",", "in"], ["–", "in"], ["—", "in"], ["("])
_MADE_BEFORE = 3  # tokens before a year in which its verb stands
# A church of one century may have been changed in another.
_LATER = frozenset(
    "rebuilt restored renovated extended until since from to and but again converted replaced destroyed sold moved "
    "burned bought acquired closed opened born died".split()
)


def coarse_pairs(article: Article) -> Iterator[tuple[Date, Date]]:
    """Each century or decade with the only year of its sentence that says when the same thing was made."""
    dates = article.mentioned(Date)
    for at, coarse in enumerate(dates):
        if coarse.grain in _COARSE and not coarse.part:
            for year in (*dates[at + 1 : at + 2], *dates[max(0, at - 1) : at]):
                if year.grain is Grain.YEAR and _is_of_one(article, coarse, year):
                    yield coarse, year


def _is_of_one(article: Article, coarse: Date, year: Date) -> bool:
    """Whether nothing but “built in” and the like stands between the two."""
    one, two = sorted((coarse, year), key=lambda date: date.span)
    sentence = article.enclosing(Sentence, one.span.start)
    if sentence is None or two.span not in sentence.span:
        return False
    tokens = article.tokens
    inside = tokens.within(one.span.end, two.span.start)
    gap = tokens.lower[inside.start : inside.stop]
    if gap in _APPOSED:
        return True
    first = tokens.at(year.span.start)
    before = range(max(0, first - _MADE_BEFORE), first)
    made = any(tokens.lower[at] in _MADE or names_an_event(tokens.lower, at) for at in before)
    return (
        made
        and len(gap) <= _FARTHEST + 4 * (one is year)
        and _LATER.isdisjoint(gap)
        and _LATER.isdisjoint(tokens.lower[at] for at in before)
    )
