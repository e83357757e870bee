"""The article does not say when it was published.

Without it a reader cannot place “on Tuesday” or “last year”, and neither can the rules that check dates.

## Flagged

> Ferry harbour to close
>
> The council of Torvik voted on Tuesday to close the ferry harbour.

## Fine

> Ferry harbour to close
>
> Published: 2025-05-21
>
> The council of Torvik voted on Tuesday to close the ferry harbour.

## Limits

Looks at the metadata, at lines such as “Published: 2025-05-21” and at a dateline with day, month and year. A date
below the headline that is none of these is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.dates import Date, Grain
from checker.article import Article, BlockKind
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)


@rule.check
def no_publication_date(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for the date in the metadata and the dateline."""
    if article.meta.published or article.meta.updated or _is_in_dateline(article):
        yield AGREES
    elif article.blocks:
        yield rule.finding(article.blocks[0].span, "no date of publication, so nothing says what today is")


def _is_in_dateline(article: Article) -> bool:
    datelines = (block.span for block in article.blocks if block.kind is BlockKind.DATELINE)
    return any(
        date.grain is Grain.DAY and date.year is not None
        for span in datelines
        for date in article.mentioned(Date, span)
    )
