"""A duration does not fit the years beside it.

Years are subtracted in the head, and “38 years ago” is left over from last year's story.

## Flagged

> She led the museum from 2014 to 2022, for six years.

> Published: 2026-03-04
>
> The mill closed 38 years ago, in 1998, and it is 22 years since the 2014 flood.

> Published: 2026-03-04
>
> Hundreds marked the 10th anniversary of the 2014 flood.

## Fine

> She led the museum from 2014 to 2022, for eight years. The museum opened in 1998, after six years of work.

> The museum was shut for two years between 2014 and 2022.

> Published: 2026-03-04
>
> The mill closed in 1998, 28 years ago. Hundreds marked the 12th anniversary of the 2014 flood.

## Limits

Allows a year either way, since a year may have begun or ended, and more where the duration is hedged. “N years ago” and
anniversaries need the publication date; the year must stand right beside them, that of an anniversary also in the
next sentence or the one before. Durations in months and days are left
alone, and so are years said to lie between two others, which need not fill them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._anniversaries import anniversaries
from checker.rules.dates._lengths import (
    beside,
    bounded,
    counted_since,
    in_one_sentence,
    is_hedged,
    located,
    opened,
    running_since,
    says_length,
    year_before,
    years_of,
)

rule = Rule(__name__, Severity.ERROR)


@rule.check
def duration_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare lengths with the periods they stand beside, “years ago” with a year, anniversaries with theirs."""
    dates = article.mentioned(Date)
    for one, other in pairwise(dates):
        if one.grain is Grain.RANGE and (length := years_of(article, other)) and says_length(article, one, other):
            yield from period(article, one, other, length)
        elif one.grain is Grain.YEAR and other.found_by == "ago" and beside(article, one, other):
            yield from ago(article, one, other)
        elif one.grain is Grain.YEAR and (length := years_of(article, other)) and running_since(article, one, other):
            yield from elapsed(article, one, other, length)
        elif other.grain is Grain.RANGE and (length := years_of(article, one)) and opened(article, one, other):
            yield from period(article, other, one, length)
        elif other.grain is Grain.YEAR and one.found_by == "ago" and located(article, one, other):
            yield from ago(article, other, one)
        elif other.grain is Grain.YEAR and (length := years_of(article, one)) and counted_since(article, one, other):
            yield from elapsed(article, other, one, length)
    for three in zip(dates, dates[1:], dates[2:], strict=False):
        yield from begun_and_ended(article, *three)
    if article.meta.published is not None:
        yield from marked(article, article.meta.published.year)


def period(article: Article, span: Date, length: Date, years: int) -> Iterator[Outcome]:
    """Compare a period of years with its length."""
    if span.first is None or span.last is None or not re.fullmatch(r"\d{4}/\d{4}", span.value):
        return
    true = span.last.year - span.first.year
    if abs(true - years) <= 1:
        yield AGREES
        return
    message = f"{article[span.span]} makes {true} years, not {years}"
    yield rule.finding(length.span, message, [Related(span.span, "the period")])


def ago(article: Article, year: Date, since: Date) -> Iterator[Outcome]:
    """Compare a year with “N years ago” beside it, or with “N years later” than the year before."""
    if since.first is None or since.grain is not Grain.YEAR or is_hedged(article, since.span):
        return
    said = article[since.span].lower()
    if said.endswith("ago") and article.meta.published:
        yield from elapsed(article, year, since, article.meta.published.year - since.first.year)
    elif said.endswith("later") and (start := year_before(article, min(year, since, key=lambda date: date.span))):
        counted_from = year if year.span < since.span else start
        length = since.first.year - (counted_from.year or 0)
        yield from later(since, length, start, year)


def later(since: Date, length: int, start: Date, end: Date) -> Iterator[Outcome]:
    """Compare “begun in 2014 and completed six years later, in 2020” with its two years."""
    true = (end.year or 0) - (start.year or 0)
    if length <= 0 or true <= 0 or abs(true - length) <= 1:
        yield AGREES
        return
    related = [Related(start.span, "the start"), Related(end.span, "the end")]
    yield rule.finding(since.span, f"{start.year} to {end.year} makes {true} years, not {length}", related)


def elapsed(article: Article, year: Date, length: Date, years: int) -> Iterator[Outcome]:
    """Compare the years from a year to publication with what the article makes of them."""
    if article.meta.published is None or year.year is None:
        return
    published = article.meta.published.year
    true = published - year.year
    if abs(true - years) <= 1:
        yield AGREES
        return
    message = f"{year.year} is {true} years before publication, in {published}, not {years}"
    yield rule.finding(length.span, message, [Related(year.span, "the year")])


def begun_and_ended(article: Article, *dates: Date) -> Iterator[Outcome]:
    """Compare “lasted six years, began in 2014 and ended in 2022”, in any order of the three."""
    lengths = [date for date in dates if years_of(article, date)]
    years = [date for date in dates if date.grain is Grain.YEAR and date.year is not None]
    if len(lengths) != 1 or len(years) != 2 or not bounded(article, lengths[0], (years[0], years[1])):
        return
    start, end, length = years[0].year or 0, years[1].year or 0, years_of(article, lengths[0]) or 0
    if in_one_sentence(article, dates) and end >= start:
        related = [Related(years[0].span, "the start"), Related(years[1].span, "the end")]
        wrong = abs(end - start - length) > 1
        message = f"{start} to {end} makes {end - start} years, not {length}"
        yield rule.finding(lengths[0].span, message, related) if wrong else AGREES


def marked(article: Article, published: int) -> Iterator[Outcome]:
    """Compare “the 10th anniversary of the 2014 flood” with the year of publication."""
    for anniversary in anniversaries(article):
        year, years = anniversary.year.year or 0, anniversary.years
        if abs(year + years - published) <= 1:
            yield AGREES
            continue
        message = f"{year} and {years} years make {year + years}, not {published}"
        yield rule.finding(anniversary.marked.span, message, [Related(anniversary.year.span, "the year")])
