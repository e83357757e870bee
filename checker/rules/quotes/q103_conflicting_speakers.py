"""One quotation has two speakers.

Both cannot have said it; one of them will ring the news desk.

## Flagged

> “The harbour will be dug out whether the village likes it or not,” said Ada Quist, the mayor.
> The village was in uproar on Tuesday.
> It was the engineer, Ida Brandt, who said: “The harbour will be dug out whether the village likes it or not.”

## Fine

> “The harbour will be dug out whether the village likes it or not,” said Ada Quist, the mayor.
> The village was in uproar on Tuesday.
> Quist repeated on Monday: “The harbour will be dug out whether the village likes it or not.”

> “We will win,” said Ada Quist, and “we will win,” said Ida Brandt.

## Limits

Speaks only of whole quotations of several words whose speakers are named beside them, both of them people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.quotes._wordings import overlaps


@dataclass(frozen=True)
class Options:
    """What counts as one quotation."""

    least_words: int = 7
    """Two people seldom say the same so many words."""


rule = Rule(__name__, Severity.ERROR, Options)


@rule.check
def conflicting_speakers(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare the speakers of quotations that are equal word for word."""
    people = {name.name: name.cluster for name in article.mentioned(Name) if name.kind is NameKind.PERSON}
    quotes = [quote for quote in article.mentioned(Quote) if quote.firm and quote.speaker in people]
    for overlap in overlaps(article, quotes, options.least_words):
        one, other = overlap.one.quote, overlap.other.quote
        if not overlap.same or one.speaker is None or other.speaker is None:
            continue
        if people[one.speaker] == people[other.speaker]:
            yield AGREES
        else:
            first, second = sorted((one, other), key=lambda quote: quote.span)
            yield rule.finding(
                second.speaker_span or second.span,
                f"{second.speaker} says here what {first.speaker} says above",
                [Related(first.speaker_span or first.span, "the other speaker")],
            )
