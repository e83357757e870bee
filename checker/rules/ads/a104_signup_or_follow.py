"""A line that asks the reader to subscribe, follow, install, give or write in was left in the copy.

It belongs to the page and not to the story; in a feed, an archive or another paper it asks for the wrong newsletter.

## Flagged

> The ferry returns on Monday, the harbour office said.
> Sign up for our island newsletter to get such news every Friday.

> The ferry returns on Monday. Follow us on Facebook for more.

> The ferry returns on Monday, the harbour office said.
> Got a story? Write to us at desk@islandpost.example.

## Fine

> The office asked islanders to sign up for its alerts. It said 400 people follow it on Facebook.

> “Follow us to the quay,” she said.

## Limits

Silent where somebody is reported to ask, and in quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, BlockKind, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._asks import ask
from checker.rules.ads._removal import removal

rule = Rule(__name__, Severity.WARNING)

SOLID = (BlockKind.HEADLINE, BlockKind.CELL, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.TIMELINE_ENTRY)
SHORT = 300  # characters; a block of at most so many that asks once does nothing else


@rule.check
def signup_or_follow(article: Article, options: object) -> Iterator[Outcome]:
    """Sentences that ask, and short blocks that do little else."""
    for block in article.prose():
        if block.kind in SOLID:
            continue
        yield AGREES
        sentences = [sentence.span for sentence in article.mentioned(Sentence, block.span)]
        asked = {span: words for span in sentences if (words := _asked(article, span))}
        if not asked:
            continue
        whole = len(block.span) <= SHORT and len(sentences) <= len(asked) + 1
        for span, words in list(asked.items())[: 1 if whole else None]:
            place = block.span if whole else span
            fix = removal(article, place, "request")
            yield rule.finding(place, f"asks the reader for something: “{words}”", fix=fix)


def _asked(article: Article, span: Span) -> str | None:
    return None if article.enclosing(Quote, span.start) else ask(article, span)
