"""A range runs from the greater number to the smaller one.

“Between 50 and 30” makes the reader stop; most often the two were typed the wrong way round, and sometimes one of them
lost or gained a digit.

## Flagged

> Organisers expect between 50 and 30 boats.

> The wall would be 45 to 35 feet high.

> Tickets ranged from $80 to $60.

## Fine

> Organisers expect between 30 and 50 boats.

> Sales fell from 50 to 30 boats. She led 45 to 35 in the latest poll.

> The home side won 45-35.

## Limits

Years are left to the rules of dates. Without “between” or “ranging from”, two numbers must share a unit or a noun,
and must not be a score, a vote or the shares of two rivals.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import printed
from checker.rules.figures._ranges import ends_of, is_range, may_range
from checker.rules.figures._sheet import Statement, statements

rule = Rule(__name__, Severity.ERROR)

MESSAGE = "the range begins with its greater end"


@rule.check
def inverted_range(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at the two ends of every range."""
    words = article.tokens.lower
    for statement in statements(article):
        for entry in statement.entries:
            if (ends := ends_of(words, entry)) is None:
                continue
            if ends[0] > ends[1] and is_range(article, words, statement, entry, ends):
                yield rule.finding(entry.figure.span, MESSAGE)
            else:
                yield AGREES
        yield from two_figures(words, statement)


def two_figures(words: list[str], statement: Statement) -> Iterator[Outcome]:
    """Look at “ranged from A to B” and “a forecast of A% to B%”, which are two figures."""
    for one, two in pairwise(statement.entries):
        if words[one.last : two.first] != ["to"] or one.first - statement.first < 1:
            continue
        first, second = printed(one.figure), printed(two.figure)
        if first is None or second is None or not may_range(words, statement, one, two):
            continue
        if first > second:
            yield rule.finding(Span(one.figure.span.start, two.figure.span.end), MESSAGE)
        else:
            yield AGREES
