"""A number is hedged and exact at once: about 14,237.

“About” promises a round number. Either the hedge goes, or the last digits do.

## Flagged

> About 14,237 people came.

> Nearly 51.37% voted.

## Fine

> About 14,000 people came.

> Exactly 14,237 people came, and more than 14,237 had been asked.

## Limits

Counts the digits up to the last that is not a zero, behind “about”, “nearly”, “some” and the like.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.figures import Figure, FigureKind
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """How exact a hedged number may be."""

    digits: int = 4
    """From so many significant digits on, a number is too exact for a hedge."""


rule = Rule(__name__, Severity.NOTE, Options)


@rule.check
def false_precision(article: Article, options: Options) -> Iterator[Outcome]:
    """Count the digits of every number that is called approximate."""
    for figure in article.mentioned(Figure):
        if not figure.approximate or figure.kind is FigureKind.RANGE or not figure.digits[:1].isdecimal():
            continue
        exact = significant(figure.digits)
        if exact < options.digits:
            yield AGREES
        else:
            yield rule.finding(figure.span, f"{article[figure.span]} is hedged and exact to {exact} digits")


def significant(digits: str) -> int:
    """How many digits of a number count: 2 for 14,000 and 0.014."""
    bare = "".join(char for char in digits if char.isdecimal())
    return len(bare.strip("0") if "." not in digits else bare.lstrip("0"))
