"""A paragraph or sentence stands in the article twice.

It is left behind when a paragraph is moved by copying or two versions are merged; readers take it for carelessness.

## Flagged

> The bridge will stay shut until the spring, the county engineer said on Monday night. Fares will not rise.
>
> Drivers must use the old ford. The bridge will stay shut until the spring, the county engineer said on Monday night.

## Fine

> The bridge will stay shut until the spring, the county engineer said on Monday night.
>
> The ford will stay open until the autumn, the county engineer said on Tuesday night.

> He did not reply. She wrote again. He did not reply.

## Limits

Sentences of fewer than eight words are not compared, nor are two that differ in a figure or a name: they are parallel
statements. Headlines, captions, tables and pull quotes repeat with reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from checker.article import Article, Block, Span
from checker.finding import AGREES, Edit, Fix, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.duplication._echoes import Echo, aligned, changes, echoes, in_words, units

rule = Rule(__name__, Severity.ERROR)

WHOLE = 0.9  # of the words of two paragraphs must agree for the second to be marked as a whole


@rule.check
def repeated_paragraph(article: Article, options: object) -> Iterator[Outcome]:
    """Each sentence against those before it; runs of repeated ones make a repeated paragraph."""
    blocks = list(article.prose())
    found = list(echoes(list(units(article, blocks))))
    yield from (AGREES for echo in found if echo is None)
    repeated = [echo for echo in found if echo is not None]
    for place, group in groupby(repeated, lambda echo: echo.unit.block):
        yield from _in_block(article, blocks, blocks[place], list(group))


def _in_block(article: Article, blocks: Sequence[Block], block: Block, group: Sequence[Echo]) -> Iterator[Outcome]:
    """One finding for a paragraph that is repeated as a whole, else one a sentence."""
    first = blocks[group[0].first.block]
    together = first is not block and all(echo.first.block == group[0].first.block for echo in group)
    if together and aligned(words := in_words(article, block.span), others := in_words(article, first.span)) >= WHOLE:
        changed = changes(words, others)
        yield _finding("paragraph", block.span, first.span, changed, block.span)
        return
    for echo in group:
        span = echo.unit.span
        opens = span.start == block.span.start  # then the space behind it goes, else the one before it
        gone = Span(span.start - (not opens), min(span.end + opens, block.span.end))
        yield _finding("sentence", span, echo.first.span, echo.changed, gone)


def _finding(what: str, span: Span, first: Span, changed: int, gone: Span) -> Outcome:
    fix = None if changed else Fix(f"delete the second {what}", (Edit(gone, ""),))
    how = f"with {changed} word{'s' * (changed > 1)} changed" if changed else "word for word"
    return rule.finding(span, f"this {what} stands above already, {how}", [Related(first, f"the {what} above")], fix)
