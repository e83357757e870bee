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
anniversaries need the publication date and a year that stands right beside them. Durations in months and days are left
alone, and so are years said to lie between two others, which need not fill them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure, FigureKind
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._lengths import beside, counted_since, is_hedged, located, opened, years_of

rule = Rule(__name__, Severity.ERROR)

POINTS = frozenset({Grain.YEAR, Grain.MONTH, Grain.DAY})
ANNIVERSARY = re.compile(r"[- ]anniversary of (?:the|its|his|her|their) (?:\w+ ){0,2}?$")


@rule.check
def duration_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare lengths with the periods they stand beside, “years ago” with a year, anniversaries with theirs."""
    dates = article.mentioned(Date)
    for one, other in pairwise(dates):
        if one.grain is Grain.RANGE and (length := years_of(article, other)) and beside(article, one, other):
            yield from period(article, one, other, length)
        elif one.grain is Grain.YEAR and other.found_by == "ago" and beside(article, one, other):
            yield from ago(article, one, other)
        elif other.grain is Grain.RANGE and (length := years_of(article, one)) and opened(article, one, other):
            yield from period(article, other, one, length)
        elif other.grain is Grain.YEAR and one.found_by == "ago" and located(article, one, other):
            yield from ago(article, other, one)
        elif other.grain is Grain.YEAR and (length := years_of(article, one)) and counted_since(article, one, other):
            yield from elapsed(article, other, one, length)
    if article.meta.published is not None:
        yield from anniversaries(article, article.meta.published.year)


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
    """Compare a year with “N years ago” beside it."""
    if article.meta.published and since.first and since.grain is Grain.YEAR and not is_hedged(article, since.span):
        yield from elapsed(article, year, since, article.meta.published.year - since.first.year)


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


def anniversaries(article: Article, published: int) -> Iterator[Outcome]:
    """Compare “the 10th anniversary of the 2014 flood” with the year of publication."""
    ordinals = {figure.span.end: figure for figure in article.mentioned(Figure) if figure.kind is FigureKind.ORDINAL}
    for year in article.mentioned(Date):
        if year.grain not in POINTS or year.year is None:
            continue
        match = ANNIVERSARY.search(article.text, max(0, year.span.start - 50), year.span.start)
        ordinal = ordinals.get(match.start()) if match else None
        if ordinal is None or ordinal.value is None:
            continue
        if abs(year.year + ordinal.value - published) <= 1:
            yield AGREES
        else:
            yield rule.finding(
                ordinal.span,
                f"{year.year} and {int(ordinal.value)} years make {year.year + int(ordinal.value)}, not {published}",
                [Related(year.span, "the year")],
            )
