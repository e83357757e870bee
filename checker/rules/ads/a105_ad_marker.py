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

A label such as “Sponsored content” above the first paragraph is taken for that of the whole article. A marker that
names a sponsor, or has an advertisement right below it, is deleted only by unsafe fixes: the label would be gone and
the advertisement stay. The tag of a slot in HTML is shown and never deleted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Span
from checker.finding import AGREES, Fix, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._lines import is_prose
from checker.rules.ads._markers import discloses, is_label, is_marker, traces
from checker.rules.ads._pitch import LINE, Listener
from checker.rules.ads._removal import removal

rule = Rule(__name__, Severity.ERROR)

ENDS = frozenset(("", *".!?…:\"”’')]"))  # what stands before a marker that is no part of a sentence


@rule.check
def ad_marker(article: Article, options: object) -> Iterator[Outcome]:
    """Lines that are a marker, and markers inside paragraphs."""
    begun = False
    blocks = list(article.prose())
    for block, below in zip_longest(blocks, blocks[1:]):
        text = article[block.span]
        if is_marker(text):
            if begun or not is_label(text):
                fix = _fix_of_line(article, block, below)
                yield rule.finding(block.span, f"“{text}” is the trace of an advertisement", fix=fix)
        else:
            yield AGREES
            begun |= is_prose(text)
            for span in _inside(article, block):
                fix = _fix_inside(article, span, block)
                yield rule.finding(span, f"“{article[span]}” is the trace of an advertisement", fix=fix)


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


def _fix_of_line(article: Article, block: Block, below: Block | None) -> Fix | None:
    """Delete the line; safe where it is the label of nothing that stays."""
    text = article[block.span]
    if text[0] != "<" and article.source.startswith("<", article.locate(block.span).start):
        return None
    labels = below is not None and Listener(article).hear(below.span).reaches(LINE)
    return removal(article, block.span, "marker", safe=not (labels or discloses(text)))


def _fix_inside(article: Article, span: Span, block: Block) -> Fix | None:
    """Delete the marker; safe between sentences; a word of code that has lost what was around it is left."""
    text = article[span]
    if text[0] not in "[{<" and not is_marker(text):
        return None
    before = article.text[block.span.start : span.start].rstrip()
    after = article.text[span.end : block.span.end].lstrip()
    between = before[-1:] in ENDS and (not after or not after[0].islower())
    return removal(article, span, "marker", safe=between and not discloses(text))
