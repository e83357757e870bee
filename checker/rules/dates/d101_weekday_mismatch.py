"""The weekday is not that date's.

Somebody will plan by one of the two: the court opens on Tuesday or on the 4th, not both.

## Flagged

> The trial opens on Tuesday, March 4, 2026, in Leeds.

> The shop will shut on Monday 14 July 2024, the owner said.

> Published: 2025-05-23
> The talks resumed on Friday, May 16, and broke down on Monday (May 20).

## Fine

> The trial opens on Wednesday, March 4, 2026, in Leeds.

> Published: 2025-05-23
> The talks resumed on Friday, May 16, and broke down on Monday (May 19).

> Published: 2025-05-23
> She was sworn in on Monday, January 20, and left on Thursday.

## Limits

A date without a year is taken to be the one nearest to publication. When that is more than some weeks away, the rule
speaks only if the weekday is wrong in the years before and after as well. Dates before 1753 may follow the old
calendar and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from checker.annotate.dates import Date
from checker.annotate.dates.calendar import MONTH_NAMES, WEEKDAY_NAMES, exists
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.ERROR, NoOptions)

_OUR_CALENDAR = 1753  # the first full year of the Gregorian calendar in Britain and America
_NAMING = {
    (",", "which", verb, *an) for verb in ("was", "is", "fell", "falls") for an in (("a",), ("on", "a"), ("on",))
}
_SURE = 60  # days: so near to publication the year of a date needs no writing


@rule.check
def weekday_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare every weekday that is written with a date against the calendar."""
    dates = article.mentioned(Date)
    for one, other in pairwise(dates):
        if one.first and one.weekday is None and one.year and one.day and is_named(article, one, other):
            yield named(other, one.first, article.meta.published)
    for mention in dates:
        if mention.weekday is None or mention.day is None or mention.first is None:
            continue
        day = mention.first
        if day.year < _OUR_CALENDAR:
            continue
        if day.weekday() == mention.weekday:
            yield AGREES
        elif mention.year is not None or _year_is_sure(day, mention.weekday, article.meta.published):
            yield rule.finding(mention.span, _message(day, mention.year is None, article.meta.published))


def is_named(article: Article, day: Date, weekday: Date) -> bool:
    """Whether a weekday is that of the date before it: “4 March 2025, which was a Tuesday”."""
    if weekday.weekday is None or weekday.day is not None or day.first is None or day.first.year < _OUR_CALENDAR:
        return False
    inside = article.tokens.within(day.span.end, weekday.span.start)
    return tuple(article.tokens.lower[inside.start : inside.stop]) in _NAMING


def named(weekday: Date, day: date, published: date | None) -> Outcome:
    """Compare the weekday of “which was a Tuesday” with the calendar."""
    right = day.weekday() == weekday.weekday
    return AGREES if right else rule.finding(weekday.span, _message(day, False, published))


def _year_is_sure(day: date, weekday: int, published: date | None) -> bool:
    """Whether no other year can be meant: the day is near publication, or the weekday fits none of its neighbours."""
    if published is not None and abs((day - published).days) <= _SURE:
        return True
    return not any(
        exists(year, day.month, day.day) and date(year, day.month, day.day).weekday() == weekday
        for year in (day.year - 1, day.year + 1)
    )


def _message(day: date, supplied: bool, published: date | None) -> str:
    verb = "is" if published is not None and day > published else "was"
    source = "publication date" if published is not None else "article's other dates"
    year = f" (the year taken from the {source})" if supplied else ""
    return f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year} {verb} a {WEEKDAY_NAMES[day.weekday()]}{year}"
