"""The trace of an advertising slot was left in the copy.

“Advertisement” or “Story continues below” says that the text was copied from a page, slots and all.

## Flagged

> The ferry returns on Monday, the harbour office said.
> Advertisement

> The ferry returns on Monday, the harbour office said.
> Story continues below advertisement

> The ferry returns on Monday. ADVERTISEMENT It will sail twice a day.

## Fine

> The advertisement drew 40 complaints. “Your story continues below deck,” the captain joked.

> Sponsored
> The firm that runs the ferry wrote this article and paid for its place here.

## Limits

A label such as “Sponsored content” above the first paragraph is taken for that of the whole article.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._lines import is_prose
from checker.rules.ads._markers import is_label, is_marker, traces

rule = Rule(__name__, Severity.ERROR)


@rule.check
def ad_marker(article: Article, options: object) -> Iterator[Outcome]:
    """Lines that are a marker, and markers inside paragraphs."""
    begun = False
    for block in article.prose():
        text = article[block.span]
        if is_marker(text):
            if begun or not is_label(text):
                yield rule.finding(block.span, f"“{text}” is the trace of an advertisement")
        else:
            yield AGREES
            begun |= is_prose(text)
            for span in _inside(article, block):
                yield rule.finding(span, f"“{article[span]}” is the trace of an advertisement")


def _inside(article: Article, block: Block) -> Iterator[Span]:
    """The markers inside a paragraph: sentences of their own, capitals, code."""
    if block.kind is BlockKind.HEADLINE:
        return
    for start, end in traces(article[block.span]):
        yield Span(block.span.start + start, block.span.start + end)
    if "continue" not in article[block.span]:
        return
    for sentence in article.mentioned(Sentence, block.span)[1:]:
        text = article[sentence.span]
        if is_marker(text) and not traces(text):
            yield sentence.span
