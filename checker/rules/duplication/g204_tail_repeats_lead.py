"""The last paragraph only repeats the lead.

It tells nothing new; a story is best ended where it ends.

## Flagged

> The council of Torvik voted on Tuesday to close the old ferry harbour and sell its two piers to a maker of cider.
>
> The vote was seven to six. Fishermen shouted from the gallery, and one of them threw a herring.
>
> The sale will pay for the new bus station.
>
> Torvik's council has voted to close the old ferry harbour and to sell both piers to a maker of cider.

## Fine

> The council of Torvik voted on Tuesday to close the old ferry harbour and sell its two piers to a maker of cider.
>
> The vote was seven to six. Fishermen shouted from the gallery, and one of them threw a herring.
>
> The sale will pay for the new bus station.
>
> The council meets again in June. Those who use the old ferry harbour will be heard then.

## Limits

Compares the words of the last paragraph of the story with those of the first. A paragraph of fewer than eight telling
words is not compared, nor is one that is quoted or has a number of its own. What stands twice word for word is
reported by G201.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.stems import content
from checker.article import Article, Block, BlockKind, Role
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """How alike the two must be."""

    share: float = 0.6
    """The share of the last paragraph's telling words that the first one has."""


rule = Rule(__name__, Severity.NOTE, Options)

LEAST_WORDS = 8  # telling ones
LEAST_PARAGRAPHS = 4  # of a story that can be said to end


@rule.check
def tail_repeats_lead(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare the last paragraph of the story with the first."""
    told = [block for block in article.blocks if block.kind is BlockKind.PARAGRAPH and block.role is not Role.TAIL]
    if len(told) < LEAST_PARAGRAPHS or _is_quoted(article, told[-1]):
        return
    first, last = content(article, told[0].span), content(article, told[-1].span)
    if len(last) < LEAST_WORDS:
        return
    shared, new = len(first & last), last - first
    if shared < options.share * len(last) or any(stem[0].isdigit() for stem in new):
        yield AGREES
        return
    message = f"{shared} of {len(last)} telling words of this last paragraph stand in the first one"
    yield rule.finding(told[-1].span, message, [Related(told[0].span, "the first paragraph")])


def _is_quoted(article: Article, block: Block) -> bool:
    """Whether somebody speaks in the paragraph."""
    return any(quote.kind is not QuoteKind.SCARE for quote in article.mentioned(Quote, block.span))
