"""The number of people, places or firms is not the number of those that are named.

Whoever is named counts the names; whoever is left out does too.

## Flagged

> Police arrested three men: Adam Hill, Bruce Lane, Carl Moss and Dan Reed.

> The six plants were Alpha Works, Beta Works, Gamma Works, Delta Works and Epsilon Works.

> The two winners, from left: Ann Hill, Bea Lane and Cy Moss.

## Fine

> Police arrested four men: Adam Hill, Bruce Lane, Carl Moss and Dan Reed.

> Police arrested three men, among them Adam Hill and Bruce Lane.

> In two games, Adam Hill, Bruce Lane and Carl Moss scored.

> The three winners, from left: Ann Hill, Bea Lane and Cy Moss.

## Limits

The names must follow the noun at once, or “from left”, or be counted at the head of the next sentence, and be nothing
but names, with or without ages.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._lists import line_ups, listings
from checker.rules.figures._recounts import recounts

rule = Rule(__name__, Severity.WARNING)


@rule.check
def named_count_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Count the names of every list that a number announces."""
    for listing in (*listings(article), *line_ups(article), *recounts(article)):
        if not listing.named:
            continue
        if len(listing.items) == listing.count.value:
            yield AGREES
            continue
        span = Span(listing.items[0].start, listing.items[-1].end)
        message = f"{article[listing.count.span]} announced, {len(listing.items)} named"
        yield rule.finding(listing.count.span, message, [Related(span, "the names")])
