"""An article writes the same kind of amount with fractions and with decimals.

Three and a half percent in one place and 3.25% in another cannot be compared at a glance; house styles choose one.

## Flagged

> The bank raised its rate to 3½% from 3.25%.

> He walked 2-1/2 miles. She walked 2.75 miles.

## Fine

> The bank raised its rate to 3.5% from 3.25%.

> He walked 2½ miles in 3.5 hours.

> Half of the 2.5 million voters stayed at home.

## Limits

Knows fractions in figures only, and compares only amounts of one unit. The rarer form is reported, once.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from checker.annotate.figures import Figure
from checker.annotate.figures.units import SHARE
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

FRACTION = re.compile(r"\d/\d|[½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
DECIMAL = re.compile(r"\d\.\d")


@rule.check
def fraction_and_decimal(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Sort the amounts of each unit by how they are written."""
    written: dict[str, tuple[list[Figure], list[Figure]]] = defaultdict(lambda: ([], []))
    for figure in article.mentioned(Figure):
        if not figure.unit or figure.unit == SHARE:
            continue
        printed = article[figure.span]
        if FRACTION.search(printed):
            written[figure.unit][0].append(figure)
        elif DECIMAL.search(printed):
            written[figure.unit][1].append(figure)
    for forms in written.values():
        if not (forms[0] and forms[1]):
            yield AGREES
            continue
        rarer, usual = sorted(forms, key=len)
        message = f"{article[rarer[0].span]} here, {article[usual[0].span]} elsewhere"
        yield rule.finding(rarer[0].span, message, [Related(usual[0].span, "the other form")])
