"""The same counted thing is given with two different numbers.

Thirty-two injured in one paragraph and twenty-three in another cannot both be right, and no reader can tell which is.
Most often a digit was mistyped, two changed places, or one of the two was not updated.

## Flagged

> The blast injured 32 workers at the plant, police said. The 23 workers were taken to two hospitals.

> The company will close 14 shops in the north. The 41 shops employ 300 people.

## Fine

> The blast injured 32 workers at the plant, police said. The 32 workers were taken to two hospitals.

> The blast injured 32 workers at the plant. A blast there last year injured 23 workers.

> The company closed 14 shops in May. It closed 41 shops in June.

## Limits

Only numbers that a slip of the keyboard may have made out of each other are compared: one digit another or lost, two
swapped, any two up to twenty in words. Each cue that both are meant to be one has its points (a definite article, the
same noun, the same words around), each cue to the contrary takes some away; the rule speaks when enough are left. Ten,
a hundred or a thousand times are left to magnitude-conflict, and the headline has a rule of its own.
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

    points: float = 0.75
    """Speak from so many points of evidence on; a point less finds more and errs more often."""


rule = Rule(__name__, Severity.WARNING, Options)

SURE = 2.5  # points: in articles as published, next to no two numbers have as many


@rule.check
def figure_conflict(article: Article, options: Options) -> Iterator[Outcome]:
    """Weigh every two numbers that a slip may have made out of one."""
    pieces = [piece for piece in evidence_in_body(article) if piece.slip is not Slip.POWER and not piece.with_caption]
    strong = [piece for piece in pieces if piece.points >= options.points]
    yield from [AGREES] * (len(pieces) - len(strong))
    for conflict in conflicts(article, strong):
        sure = Confidence.HIGH if conflict.points >= SURE else Confidence.MEDIUM
        yield rule.finding(
            conflict.odd.figure.span, wording(article, conflict), places(article, conflict), confidence=sure
        )
