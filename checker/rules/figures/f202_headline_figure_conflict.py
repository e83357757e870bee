"""The headline, the standfirst or a caption gives another number than the story.

The headline is written last and by somebody else; it is also the only line that most people read.

## Flagged

> Firm fined $2.5m for bribing officials
> The agrochemical firm has agreed to pay a fine of $1.5m for bribing officials in Jakarta, the regulator said.

> Twelve die as ferry sinks in storm
> Fourteen people died when a ferry sank in a storm off the coast on Monday, rescuers said.

## Fine

> Firm fined $1.5m for bribing officials
> The agrochemical firm has agreed to pay a fine of $1.5m for bribing officials in Jakarta, the regulator said.

> Wine exports rise 15 percent
> Exports of wine rose 14.9 percent last year, the growers' association said.

> Shipping falls seven million tonnes in January
> Shipping fell to 30.1 million tonnes in January from 37.2 million tonnes in December, brokers said.

## Limits

A number of the headline that stands anywhere in the story is taken for right. The others are compared with the first
sentences that have a number of the same unit, share words with the headline and are not explained by rounding, by
a hedge, or as the sum or the difference of two numbers that stand side by side. A length of time counts as a number
with its unit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.article import Article, Mention
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._conflicts import Conflict, conflicts, evidence_in_body, places, wording
from checker.rules.figures._headlines import by_chance, counterpart, is_explained, stands_in
from checker.rules.figures._surroundings import surroundings
from checker.rules.figures._title_lengths import title_lengths
from checker.rules.figures._title_scores import title_scores

rule = Rule(__name__, Severity.WARNING)

CAPTION_POINTS = 1.0  # of evidence that a number below a picture is one of the story's


@rule.check
def headline_figure_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for every number of the headline in the story, and weigh the numbers of captions against it."""
    around = surroundings(article)
    body = [claim for claim in around.claims if not claim.in_headline and not claim.in_caption]
    for title in around.claims:
        if not title.in_headline or not body:
            continue
        other = counterpart(around, title, body)
        if other is not None and stands_in(title, body) and not by_chance(title, other, body):
            other = None
        if other is None or is_explained(title, other, body):
            yield AGREES
            continue
        conflict = Conflict(title, (other,), 0.0)
        yield rule.finding(title.figure.span, wording(article, conflict), places(article, conflict))
    yield from _compared(article, title_lengths(article))
    yield from _compared(article, title_scores(article))
    strong = [piece for piece in evidence_in_body(article) if piece.with_caption and piece.points >= CAPTION_POINTS]
    for conflict in conflicts(article, strong):
        yield rule.finding(conflict.odd.figure.span, wording(article, conflict), places(article, conflict))


def _compared(article: Article, pairs: Iterable[tuple[Mention, Mention | None]]) -> Iterator[Outcome]:
    """What comes of values of the headline, each with the value of the story that it cannot be reconciled with."""
    for title, story in pairs:
        if story is None:
            yield AGREES
            continue
        message = f"{article[title.span]} here, {article[story.span]} below"
        yield rule.finding(title.span, message, [Related(story.span, f"{article[story.span]} here")])
