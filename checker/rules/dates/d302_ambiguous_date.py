"""A date in figures can be read in two ways.

10/9/15 is 9 October in one country and 10 September in the next, and nobody in either will ask.

## Flagged

> The letter is dated 10/9/2015.

## Fine

> The letter is dated 10/23/2015, the reply 2015-11-02.

## Limits

A note: a desk with readers in one country may let it pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.dates import Date
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](?:\d{4}|\d\d)")


@rule.check
def ambiguous_date(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at every date in figures whose first two could both be the month."""
    for date in article.mentioned(Date):
        match = NUMERIC.fullmatch(article[date.span])
        if match is None:
            continue
        first, second = int(match[1]), int(match[2])
        if first != second and 1 <= first <= 12 and 1 <= second <= 12:
            yield rule.finding(date.span, f"{article[date.span]} is a day in two months; write the month in letters")
        else:
            yield AGREES
