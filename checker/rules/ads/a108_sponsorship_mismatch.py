"""What the metadata say of sponsorship and what the reader is told do not agree.

Paid copy without a clear label breaks the law in many places, and a label on unpaid copy gives the wrong name to news.

## Flagged

> The ferry that never sleeps
> In association with Tarn Lines
> Our reporter spent a night on board, and this is what she saw of the crew, the engine and the sea.

## Fine

> The ferry that never sleeps
> Advertisement feature, in association with Tarn Lines
> Our reporter spent a night on board, and this is what she saw of the crew, the engine and the sea.

> The ferry sails again in association with Tarn Lines, the office said on Monday night in the town hall.

## Limits

Looks for the label above and in the first paragraph. Without `sponsored` in the metadata only a label that hides more
than it tells is reported, as a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.article import Article, Block, BlockKind
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._lines import is_prose

rule = Rule(__name__, Severity.ERROR)

CLEAR = re.compile(
    r"\b(?:advertisement|advertorial|sponsored|advertising (?:feature|content)"
    r"|paid (?:content|post|partnership|promotion)"
    r"|paid for by|promoted by|commercial content)\b|#ad\b",
    re.I,
)
WEAK = re.compile(
    r"\W*(?:(?:in (?:association|partnership|collaboration) with|(?:supported|presented|brought to you|powered) by) \S"
    r"|partner content|brand(?:ed)? content|from our partners?\b|promotion\W*\Z)",
    re.I,
)
LABEL = re.compile(rf"\W*(?:{CLEAR.pattern})(?:\W|\Z)[^.!?]{{0,60}}\Z", re.I)
"""A line that is a label and no sentence about sponsors."""


@rule.check
def sponsorship_mismatch(article: Article, options: object) -> Iterator[Outcome]:
    """The label above the story against the metadata, and for what it tells by itself."""
    head = list(_head(article))
    lines = [block for block in head if block.kind is not BlockKind.HEADLINE and not is_prose(article[block.span])]
    clear = any(CLEAR.search(article[block.span]) for block in head)
    weak = next((block.span for block in lines if WEAK.match(article[block.span])), None)
    labels = [block.span for block in lines if LABEL.match(article[block.span])]
    sponsored = article.meta.sponsored
    if sponsored is False and labels:
        yield rule.finding(labels[0], f"labelled “{article[labels[0]]}”, and not sponsored by its metadata")
    elif weak and not clear and sponsored is not False:
        hidden = f"“{article[weak]}” does not say that the article is paid for"
        yield rule.finding(weak, hidden, severity=None if sponsored else Severity.WARNING)
    elif sponsored and not clear and head:
        yield rule.finding(head[0].span, "sponsored by its metadata, and no label above the story says so")
    elif sponsored is not None:
        yield AGREES


def _head(article: Article) -> Iterator[Block]:
    """The blocks up to the first paragraph of the story, that one too."""
    for block in article.prose():
        yield block
        if block.kind is BlockKind.PARAGRAPH and is_prose(article[block.span]):
            return
