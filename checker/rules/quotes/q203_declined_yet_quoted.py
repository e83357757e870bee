"""Somebody who declined to comment is quoted elsewhere in the article.

Either the refusal came from an earlier draft, before the call was returned, or the quotation comes from somewhere that
the reader is not told of. Both look like carelessness to the one who is quoted.

## Flagged

> “The harbour will be dug out by May,” Ada Quist, the mayor, said.
> The work costs twice what was planned, and nobody has said who pays.
> Quist did not respond to requests for comment.

> The ferry stays in port, and tickets are not refunded.
> Norbo Ferries declined to comment.
> The ferry has been out of service since June.
> “We will pay every passenger,” said Ida Brandt, a spokeswoman for Norbo Ferries.

## Fine

> “The harbour will be dug out by May,” Ada Quist, the mayor, said.
> The work costs twice what was planned. Quist declined to comment on who pays.

> “The harbour will be dug out by May,” Ada Quist, the mayor, said in a statement.
> The work costs twice what was planned, and nobody has said who pays.
> Quist did not respond to requests for comment.

> “The harbour will be dug out by May,” a spokesman for Ada Quist said.
> The work costs twice what was planned, and nobody has said who pays.
> Quist declined to be interviewed.

## Limits

Only a refusal without limits counts, not “declined to comment further”, “on the price” or “but said”. A speaker whose
words come from a statement, a speech, a letter, another paper or an earlier day may well have declined to talk to us,
and is left alone altogether. Words in the sentence behind the refusal are taken for its reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.quotes import Quote
from checker.article import Article
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.quotes._own_words import OwnWords
from checker.rules.quotes._refusals import Refusal, refusals

rule = Rule(__name__, Severity.WARNING, NoOptions, confidence=Confidence.MEDIUM)


@rule.check
def declined_yet_quoted(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for words of everybody who is said to have given none."""
    own: OwnWords | None = None
    for refusal in refusals(article):
        own = own or OwnWords(article)
        spoken = own.words_of(refusal.bearer)
        if spoken is None:
            continue
        found = next((quote for quote in spoken if not _is_beside(quote, refusal)), None)
        yield AGREES if found is None else _finding(refusal, found)


def _is_beside(quote: Quote, refusal: Refusal) -> bool:
    """Whether the words stand in the sentence of the refusal or right behind, and so give its reason."""
    return refusal.sentence.start <= quote.span.start <= refusal.sentence.end + 1  # a space or a line break


def _finding(refusal: Refusal, quote: Quote) -> Outcome:
    who = refusal.bearer if isinstance(refusal.bearer, str) else refusal.bearer.name
    side = "above" if quote.span.start < refusal.span.start else "below"
    return rule.finding(
        refusal.span, f"{who} does not comment here and is quoted {side}", [Related(quote.span, "the quotation")]
    )
