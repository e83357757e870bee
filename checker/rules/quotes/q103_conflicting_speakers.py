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

Compares only whole quotations that agree word for word, and only speakers who are people and are named beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.gazetteers import fold
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.quotes._overlaps import overlaps


@dataclass(frozen=True)
class Options:
    """What counts as one quotation."""

    least_words: int = 7
    """Compare quotations of at least this many words: two people seldom say so many alike."""


rule = Rule(__name__, Severity.ERROR, Options)

_BEFORE_WHO = 40  # characters in which the name must stand that “who” takes up
_WORD = re.compile(r"[^\W_]+")


@rule.check
def conflicting_speakers(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare the speakers of quotations that are equal word for word."""
    people = {name.name: name.cluster for name in article.mentioned(Name) if name.kind is NameKind.PERSON}
    quotes = [quote for quote in article.mentioned(Quote) if quote.speaker in people and _is_named(article, quote)]
    for overlap in overlaps(article, quotes, options.least_words):
        one, other = overlap.one.quote, overlap.other.quote
        if not overlap.same or one.speaker is None or other.speaker is None:
            continue
        if people[one.speaker] == people[other.speaker]:
            yield AGREES
        elif not _surnames_differ(one.speaker, other.speaker):
            continue
        else:
            first, second = sorted((one, other), key=lambda quote: quote.span)
            yield rule.finding(
                second.speaker_span or second.span,
                f"{second.speaker} says here what {first.speaker} says above",
                [Related(first.speaker_span or first.span, "the other speaker")],
            )


def _is_named(article: Article, quote: Quote) -> bool:
    """Whether the speaker's surname stands in the paragraph of the quotation, not “he” or “the minister”."""
    if not (quote.firm and quote.speaker and quote.speaker_span):
        return False
    if article.block_at(quote.speaker_span.start) != article.block_at(quote.span.start):
        return False
    start, end = quote.speaker_span.start, quote.speaker_span.end
    if article[quote.speaker_span] == "who":
        start = max(article.block_at(start).span.start, start - _BEFORE_WHO)
    return _surname(quote.speaker) in _WORD.findall(fold(article.text[start:end]))


def _surnames_differ(one: str, other: str) -> bool:
    """Whether they are two people, not “Mrs Schlafly” and John Schlafly, who may be one and misread."""
    return _surname(one) != _surname(other)


def _surname(name: str) -> str:
    words: list[str] = _WORD.findall(fold(name))
    return words[-1]
