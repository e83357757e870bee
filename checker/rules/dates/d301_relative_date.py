"""A relative date has nothing to hold on to.

“Yesterday” is wrong by the time the story is read tomorrow, and archives keep it for ever.

## Flagged

> The mill burned down yesterday, the fire service said.

## Fine

> The mill burned down on Tuesday, March 3, the fire service said.

> “I saw it yesterday,” she said.

## Limits

Names yesterday, today, tonight and tomorrow, and this, last and next month or year, outside quotations. A note: papers
that are read on one day write them on purpose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.dates import Date
from checker.annotate.quotes import Quote
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

RELATIVE = re.compile(
    r"(?:yesterday|today|tonight|tomorrow)(?: (?:morning|afternoon|evening|night))?"
    r"|(?:this|last|next) (?:week|month|year)",
    re.I,
)


@rule.check
def relative_date(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at every date outside quotations."""
    for date in article.mentioned(Date):
        if RELATIVE.fullmatch(article[date.span]) and article.enclosing(Quote, date.span.start) is None:
            when = f", {date.value} by the publication date" if date.resolved and date.value else ""
            yield rule.finding(date.span, f"{article[date.span].lower()} has no date{when}")
        else:
            yield AGREES
