"""The headline is too long, or too short to say anything.

Search pages and telephones cut a long headline off; one of a word or two tells nobody what the story is.

## Flagged

> Council votes after a debate of nine hours and three recounts to close the old ferry harbour of Torvik in May and to open a new one
>
> The council of Torvik voted on Monday to close the ferry harbour, which has been in use for ninety years.

> Ferry
>
> The council of Torvik voted on Monday to close the ferry harbour, which has been in use for ninety years.

## Fine

> Council votes to close the old ferry harbour
>
> The council of Torvik voted on Monday to close the ferry harbour, which has been in use for ninety years.

## Limits

Counts characters as printed, and nothing else. A house sets its own limits; by default they are wide.
"""  # noqa: E501  # the first example is one line

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article, BlockKind
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What a headline may measure."""

    longest: int = 110
    """The most characters of a headline, blanks included."""
    shortest: int = 12
    """The fewest characters of a headline, blanks included."""


rule = Rule(__name__, Severity.NOTE, Options)


@rule.check
def headline_length(article: Article, options: Options) -> Iterator[Outcome]:
    """Measure every headline."""
    for block in article.blocks:
        if block.kind is not BlockKind.HEADLINE:
            continue
        if len(block.span) > options.longest:
            yield rule.finding(block.span, f"{len(block.span)} characters, more than {options.longest}")
        elif len(block.span) < options.shortest:
            yield rule.finding(block.span, f"{len(block.span)} characters, fewer than {options.shortest}")
        else:
            yield AGREES
