"""A date or a time of day that does not exist.

One digit is off, and the reader cannot tell which day was meant.

## Flagged

> The scheme ended on June 31, the ministry said.

> The law took effect on February 29, 2025.

> Doors open at 25:00 GMT.

## Fine

> The scheme ended on June 30, the ministry said.

> The law took effect on February 29, 2024.

> Doors open at 24:00 GMT.

> In June 31 people were arrested.

## Limits

February 29 without a year is left alone. So are numbers between slashes unless both of the first two are too big for a
month or the day is too big for its month.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.dates import Date
from checker.annotate.dates.calendar import MONTH_NAMES, days_in
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.ERROR, NoOptions)

_MONTHS_IN_YEAR = 12
_FEBRUARY = 2
_LEAP_DAY = 29


@rule.check
def impossible_date(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at every date and time of day that is written out."""
    for mention in article.mentioned(Date):
        if mention.value:
            if mention.day is not None or mention.clock:
                yield AGREES
        elif mention.clock:
            yield rule.finding(mention.span, f"no clock shows {mention.clock}")
        elif mention.day is not None and mention.month is not None:
            yield rule.finding(mention.span, _message(mention.year, mention.month, mention.day))


def _message(year: int | None, month: int, day: int) -> str:
    if month > _MONTHS_IN_YEAR:
        return f"neither {month} nor {day} is a month"
    name = MONTH_NAMES[month - 1]
    if month == _FEBRUARY and day == _LEAP_DAY:
        return f"{name} {year} has {days_in(year, month)} days"
    longest = days_in(None, month)
    return f"{name} has at most {longest} days" if month == _FEBRUARY else f"{name} has {longest} days"
