"""A duration does not fit the years beside it.

Years are subtracted in the head, and “38 years ago” is left over from last year's story.

## Flagged

> She led the museum from 2014 to 2022, for six years.

> Published: 2026-03-04
>
> The mill closed in 1998, 38 years ago.

> Published: 2026-03-04
>
> Hundreds marked the 10th anniversary of the 2014 flood.

## Fine

> She led the museum from 2014 to 2022, for eight years. The museum opened in 1998, after six years of work.

> Published: 2026-03-04
>
> The mill closed in 1998, 28 years ago. Hundreds marked the 12th anniversary of the 2014 flood.

## Limits

Allows a year either way, since a year may have begun or ended, and more where the duration is hedged. “N years ago” and
anniversaries need the publication date and a year that stands right beside them. Durations in months and days are left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.ERROR)

YEARS = re.compile(r"P(\d+)Y")
HEDGES = frozenset(
    "about almost nearly over more some around roughly least than up under less fewer approximately".split()
)
# Between a period and its length: “from 2014 to 2022, for six years”, “2014–2022 (six years)”.
APPOSED = frozenset({",", "(", "a", "for", "period", "of", "–", "—", "-", "in", "all", "or", "total", "span"})
BETWEEN = 4  # words
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
    if article.meta.published is not None:
        yield from anniversaries(article, article.meta.published.year)


def years_of(article: Article, date: Date) -> int | None:
    """The whole years of an unhedged duration; None for any other date."""
    match = YEARS.fullmatch(date.value) if date.grain is Grain.DURATION else None
    if match is None or is_hedged(article, date.span):
        return None
    return int(match[1])


def is_hedged(article: Article, span: Span) -> bool:
    """Whether a word such as “nearly” stands right before."""
    first = article.tokens.at(span.start)
    return bool(HEDGES & set(article.tokens.lower[max(0, first - 2) : first + 1]))


def beside(article: Article, one: Date, other: Date) -> bool:
    """Whether only a comma, a bracket and the like stand between two dates of one sentence."""
    between = article.tokens.within(one.span.end, other.span.start)
    if len(between) > BETWEEN or not all(article.tokens.lower[at] in APPOSED for at in between):
        return False
    sentence = article.enclosing(Sentence, one.span.start)
    return len(between) > 0 and sentence is not None and other.span in sentence.span


def period(article: Article, span: Date, length: Date, years: int) -> Iterator[Outcome]:
    """Compare a period of years with its length."""
    if span.first is None or span.last is None or not re.fullmatch(r"\d{4}/\d{4}", span.value):
        return
    true = span.last.year - span.first.year
    if abs(true - years) <= 1:
        yield AGREES
        return
    yield rule.finding(
        length.span,
        f"{article[span.span]} makes {true} years, not {years}",
        [Related(span.span, "the period")],
    )


def ago(article: Article, year: Date, since: Date) -> Iterator[Outcome]:
    """Compare a year with “N years ago” beside it."""
    if article.meta.published is None or year.year is None or since.first is None or is_hedged(article, since.span):
        return
    if since.grain is not Grain.YEAR or abs(since.first.year - year.year) <= 1:
        yield AGREES
        return
    true = article.meta.published.year - year.year
    yield rule.finding(
        since.span,
        f"{year.year} is {true} years before publication, in {article.meta.published.year}",
        [Related(year.span, "the year")],
    )


def anniversaries(article: Article, published: int) -> Iterator[Outcome]:
    """Compare “the 10th anniversary of the 2014 flood” with the year of publication."""
    ordinals = {figure.span.end: figure for figure in article.mentioned(Figure) if figure.kind is FigureKind.ORDINAL}
    for year in article.mentioned(Date):
        if year.grain is not Grain.YEAR or year.year is None:
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
