"""The number that is announced is not the length of the list that follows.

“Three reasons” and four of them: the list was edited, and the sentence before it was not.

## Flagged

> He gave three reasons: cost, noise, traffic and dust.

> Five tips for a dry cellar
> The tips are simple.
> 1. Clear the gutters.
> 2. Mend the roof.
> 3. Air the rooms.
> 4. Keep the door shut.

> She had two questions. First, who pays? Second, when? Third, why now?

## Fine

> He gave four reasons: cost, noise, traffic and dust.

> He gave three reasons: it is late, it is cold and, he said, nobody had asked for it.

> She had three questions. First, who pays? Second, when?

## Limits

In a sentence the list must follow its noun at once, behind a colon, a dash, “namely” or a bracket, and consist of
short items; names are left to named-count-mismatch. Below it, the points of a list must follow the sentence that
announces them, or be numbered under a headline with a number. Sentences are counted only when they go beyond the
number.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._announced import Announced, block_lists, counted_out, numbered_lists
from checker.rules.figures._lists import listings

rule = Rule(__name__, Severity.ERROR)


@rule.check
def list_count_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Count the items of every list that a number announces."""
    for listing in listings(article):
        if listing.named:
            continue
        if len(listing.items) == listing.count.value:
            yield AGREES
            continue
        span = Span(listing.items[0].start, listing.items[-1].end)
        message = f"{article[listing.count.span]} announced, {len(listing.items)} listed"
        yield rule.finding(listing.count.span, message, [Related(span, "the list")])
    for announced in (*block_lists(article), *numbered_lists(article)):
        yield finding(article, announced) if announced.found != announced.count.value else AGREES
    for announced in counted_out(article):
        yield finding(article, announced) if announced.found > (announced.count.value or 0) else AGREES


def finding(article: Article, announced: Announced) -> Outcome:
    """The finding at the number that was announced."""
    message = f"{article[announced.count.span]} announced, {announced.found} listed"
    return rule.finding(announced.count.span, message, [Related(announced.last, "the last of them")])
