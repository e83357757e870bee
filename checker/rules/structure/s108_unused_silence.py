"""A comment that silences a rule does nothing, or names no rule.

A silence that is left behind hides the next fault at its place, which nobody has looked at; one with a typing error
hides nothing, though its writer believes it does. A silence is a comment (`checker: ignore F201`, `ignore-start`,
`ignore-end`, `ignore-file`) or a setting in front matter.

## Flagged

> <!-- checker: ignore F2O1 the agency counts otherwise -->
> The fire brigade sent 12 engines to the harbour.

> <!-- checker: ignore-next F201 -->
> The fire brigade sent 12 engines to the harbour.

> The fire brigade sent 12 engines to the harbour.
> <!-- checker: ignore-end F201 -->

## Fine

> <!-- checker: ignore F201 the agency counts otherwise -->
> The fire brigade sent 12 engines to the harbour.

> The fire brigade sent 12 engines to the harbour.

## Limits

Says nothing of a silence when a rule that it names did not run, since what it would have silenced is not known. The
finding stands at the first word below the comment. A region that is not ended goes to the end of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.WARNING, judges_silences=True)

_WORD = re.compile(r"\w+|\S")


@rule.check
def unused_silence(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Yield a finding for each fault of a silence that was judged."""
    for silence in article.silences:
        place = _first_word(article, silence.span.start)
        for fault in silence.faults:
            yield rule.finding(place, fault)
        if not silence.faults:
            yield AGREES


def _first_word(article: Article, offset: int) -> Span:
    """The first word of the block at `offset`, the last block of the article at its end."""
    block = article.block_at(offset).span
    word = _WORD.search(article.text, block.start, block.end)
    return Span(*word.span()) if word else block
