"""A sentence is too long to be read in one breath.

Readers hold about twenty words in mind; past forty they lose the subject before they meet the verb. One sentence in
twenty of published news is longer than that. A full stop is nearly always to be had.

## Flagged

> The council, which had put off the vote twice because two of its members were
> ill and a third was stuck behind a landslide on the coast road, said on Monday
> that it would meet again on Friday to choose between the plan for a new bridge
> and the plan for a tunnel.

## Fine

> The council had put off the vote twice. It will meet again on Friday to choose between a bridge and a tunnel.

> Two of its members were ill, and a third was stuck behind a landslide on the coast road.

## Limits

Sentences that are mostly quotation are left out. A list inside a sentence counts like any other words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.readability import measure
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What is too long."""

    words: int = 40
    """How many words a sentence may have."""


rule = Rule(__name__, Severity.NOTE, Options)


@rule.check
def long_sentence(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare the length of every sentence of the reporter's with the limit."""
    for sentence in measure(article).sentences:
        if not sentence.own.words:
            continue
        length = sentence.whole.words
        if length > options.words:
            yield rule.finding(sentence.span, f"{length} words in one sentence, {options.words} at most")
        else:
            yield AGREES
