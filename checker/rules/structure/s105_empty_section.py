"""A heading has nothing under it.

The section was cut and its heading was forgotten, or the text was never written.

## Flagged

> # Ferry harbour to close
>
> The council of Torvik voted on Tuesday to close the ferry harbour.
>
> ## Background
>
> ## What comes next
>
> The council meets again in June and will hear the fishermen.

## Fine

> # Ferry harbour to close
>
> The council of Torvik voted on Tuesday to close the ferry harbour.
>
> ## Background
>
> The harbour was dug ninety years ago.
>
> ## What comes next
>
> The council meets again in June and will hear the fishermen.

## Limits

A heading with a smaller one right below it is not empty, nor is one with a picture, a chart or another thing that has
no words. In plain text, where a heading shows only by what stands below it, little can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.article import Article, Block, BlockKind, Span
from checker.finding import AGREES, Edit, Fix, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

MARKUP = re.compile(r"(?>[\s#=*_~-]|\{#[^}]*\}|<!--.*?-->|</?(?:h[1-6]|section|div|article|header|p)\b[^>]*>)*+", re.S)


@rule.check
def empty_section(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at what follows every heading."""
    blocks: list[Block | None] = [*article.blocks, None]
    for block, following in pairwise(blocks):
        if block is None or block.kind is not BlockKind.HEADING:
            continue
        if _is_under(block, following) or _has_things(article, block, following):
            yield AGREES
        else:
            fix = Fix("delete the heading", (Edit(block.span, ""),))
            yield rule.finding(block.span, f"nothing stands under the heading “{article[block.span]}”", fix=fix)


def _is_under(block: Block, following: Block | None) -> bool:
    """Whether what follows belongs to the section that the heading opens."""
    return following is not None and (following.kind is not BlockKind.HEADING or following.level > block.level)


def _has_things(article: Article, block: Block, following: Block | None) -> bool:
    """Whether the source has something there that is neither words nor the marks of a heading: a picture."""
    start = article.locate(block.span).end
    end = article.locate(Span(following.span.start, following.span.end)).start if following else len(article.source)
    return MARKUP.fullmatch(article.source, start, end) is None
