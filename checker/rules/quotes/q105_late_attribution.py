"""The speaker of a long quotation comes only at its end.

Readers weigh words by whose they are. For three paragraphs they cannot, and then they must start again.

## Flagged

> The ferry will not sail this winter.
> “We counted the passengers in March. There were eleven.
> “We counted them again in May, and there were nine.
> “Nobody can run a boat for nine people,” said Ada Quist, who owns the line.

## Fine

> The ferry will not sail this winter.
> “We counted the passengers in March. There were eleven,” said Ada Quist, who owns the line.
> “We counted them again in May, and there were nine.
> “Nobody can run a boat for nine people.”

> The ferry will not sail this winter. Ada Quist gave her reasons on Monday:
> “We counted the passengers in March. There were eleven.
> “We counted them again in May, and there were nine.
> “Nobody can run a boat for nine people,” said Quist.

## Limits

Looks at paragraphs that open with a quotation and follow each other. A speaker who is named in the paragraph before
them is known to the reader, and so is one who spoke last. Long claims without quotation marks are not looked at;
quotations whose speaker never comes are for `unattributed-quote`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.gazetteers import fold
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote, QuoteKind
from checker.article import Article, Block, BlockKind, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """How long a reader may be kept waiting."""

    paragraphs: int = 3
    """Report a speaker who comes only in this paragraph of the quotation or a later one."""


rule = Rule(__name__, Severity.NOTE, Options)

_PRONOUNS = frozenset(("he", "she", "they"))


@rule.check
def late_attribution(article: Article, options: Options) -> Iterator[Outcome]:
    """Count the paragraphs of quotation before each speaker."""
    guesses = {quote.speaker_span for quote in article.mentioned(Quote) if quote.guessed}
    people = [name.span.start for name in article.mentioned(Name) if name.kind is NameKind.PERSON]
    first = people[0] if people else len(article.text)
    waiting: list[Block] = []
    before: Block | None = None  # the paragraph that the waiting began behind
    last: Block | None = None
    for block in article.prose():
        if block.kind is not BlockKind.PARAGRAPH:
            waiting, last = [], block
            continue
        quotes = [quote for quote in article.mentioned(Quote, block.span) if quote.kind is QuoteKind.DIRECT]
        teller = next((quote for quote in quotes if _tells(article, quote, block)), None)
        opens = bool(quotes) and quotes[0].span.start == block.span.start
        if waiting and teller and len(waiting) + opens >= options.paragraphs and not _is_known(article, teller, before):
            yield _finding(article, waiting, teller, len(waiting) + opens)
        elif teller:
            yield AGREES
        if not opens or teller or not all(_waits(article, quote, block, guesses, first) for quote in quotes):
            waiting = []
        else:
            before = before if waiting else last
            waiting.append(block)
        last = block


def _tells(article: Article, quote: Quote, block: Block) -> bool:
    """Whether the paragraph itself says by name or office who speaks."""
    there = quote.speaker_span
    if there is None or there not in block.span or quote.guessed:
        return False
    return article[there].lower() not in _PRONOUNS or quote.speaker != article[there]


def _waits(article: Article, quote: Quote, block: Block, guesses: set[Span | None], first: int) -> bool:
    """Whether nothing up to the end of the paragraph says who speaks; a guess says nothing, nor does a bare “she”."""
    there = quote.speaker_span
    if there is None or there in guesses or there.start >= block.span.end:
        return True
    return there in block.span and not _tells(article, quote, block) and block.span.end <= first


def _is_known(article: Article, teller: Quote, before: Block | None) -> bool:
    """Whether the paragraph before the quotation is about the speaker already."""
    if before is None:
        return False
    if any(name.name == teller.speaker for name in article.mentioned(Name, before.span)):
        return True
    office = fold(teller.speaker or "").split()[-1:]
    return bool(office) and office[0] in fold(article[before.span])


def _finding(article: Article, waiting: list[Block], teller: Quote, count: int) -> Outcome:
    first = next(iter(article.mentioned(Quote, waiting[0].span)))
    there = teller.speaker_span or teller.span
    return rule.finding(
        first.span,
        f"{count} paragraphs of quotation before we learn that {teller.speaker} speaks",
        [Related(there, "the speaker")],
    )
