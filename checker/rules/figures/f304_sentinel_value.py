"""A number is one that machines write when they have none: 65,535 or 99,999.

Counters overflow and empty fields are filled with nines; the number that a database gave may be no number at all.

## Flagged

> The county reported 65,535 cases on Monday.

> The survey lists 99,999 households without heating.

## Fine

> The county reported 65,353 cases on Monday.

> The car costs $99,999 and has 255 horsepower.

## Limits

Knows the greatest numbers of 16 and 32 bits and rows of five and more nines. Prices are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import Figure, FigureKind
from checker.article import Article
from checker.finding import Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

SENTINELS = {
    32_767.0: "the greatest number of 15 bits",
    65_535.0: "the greatest number of 16 bits",
    2_147_483_647.0: "the greatest number of 31 bits",
    4_294_967_295.0: "the greatest number of 32 bits",
    99_999.0: "nothing but nines",
    999_999.0: "nothing but nines",
    9_999_999.0: "nothing but nines",
    99_999_999.0: "nothing but nines",
}


@rule.check
def sentinel_value(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look every count up among the numbers that stand for none."""
    for figure in article.mentioned(Figure):
        if figure.kind in (FigureKind.COUNT, FigureKind.MEASURE) and figure.value in SENTINELS:
            yield rule.finding(figure.span, f"{article[figure.span]} is {SENTINELS[figure.value]}")
