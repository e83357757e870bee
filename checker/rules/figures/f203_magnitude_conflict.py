"""The same amount is given in two magnitudes: millions and billions, or with a zero too many.

“$110” for “$110 million” and “million” for “billion” pass every reader who checks only the digits.

## Flagged

> The council will spend $110 million on the new bridge. The bridge, which costs $110 billion, opens in May.

> The firm will cut 600 jobs in the north. The 6,000 jobs are at two plants.

## Fine

> The council will spend $110 million on the new bridge. The bridge, which costs $110 million, opens in May.

> The firm paid a bribe of $50,000 to an official. It is paying $500,000 to settle the case.

> The state spends $1.2 billion on roads, and $1.2 million of that on paint.

## Limits

Compares only numbers of the same digits that are exactly ten, a hundred, a thousand … times each other, with the same
evidence as figure-conflict, and wants more of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article
from checker.finding import AGREES, Confidence, Outcome, Severity
from checker.rule import Rule
from checker.rules.figures._claims import Slip
from checker.rules.figures._conflicts import conflicts, evidence_in_body, places, wording


@dataclass(frozen=True)
class Options:
    """How much evidence is wanted."""

    points: float = 1.75
    """Speak from so many points of evidence on; a point less finds more and errs more often."""


rule = Rule(__name__, Severity.WARNING, Options)

SURE = 2.5  # points: in articles as published, next to no two numbers have as many


@rule.check
def magnitude_conflict(article: Article, options: Options) -> Iterator[Outcome]:
    """Weigh every two numbers that differ by a power of ten."""
    pieces = [piece for piece in evidence_in_body(article) if piece.slip is Slip.POWER and not piece.with_caption]
    strong = [piece for piece in pieces if piece.points >= options.points]
    yield from [AGREES] * (len(pieces) - len(strong))
    for conflict in conflicts(article, strong):
        sure = Confidence.HIGH if conflict.points >= SURE else Confidence.MEDIUM
        yield rule.finding(
            conflict.odd.figure.span, wording(article, conflict), places(article, conflict), confidence=sure
        )
