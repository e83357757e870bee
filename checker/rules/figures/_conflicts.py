"""Conflicts: numbers that the evidence says are meant to be one, gathered at the odd one out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from checker.article import Article
from checker.finding import Related
from checker.rules.figures._claims import Claim, claims, near_pairs, same_value
from checker.rules.figures._evidence import Evidence, weigh
from checker.rules.figures._sheet import remembered
from checker.rules.figures._surroundings import compatible, surroundings

_SHOWN = 4  # other places that a finding names


class Conflict(NamedTuple):
    """A number and the places that give another one for the same thing."""

    odd: Claim
    others: tuple[Claim, ...]
    points: float


@remembered
def evidence_in_body(article: Article) -> list[Evidence]:
    """The evidence for every two numbers of the body that a slip may have made out of one."""
    around = surroundings(article)
    return [
        weigh(around, one, two, slip)
        for one, two, slip in near_pairs([claim for claim in claims(article) if not claim.in_headline])
        if min(around.occurrences(one), around.occurrences(two)) == 1
        and not compatible(one, two)
        and not around.are_apart(one, two)
    ]


def conflicts(article: Article, evidence: Iterable[Evidence]) -> list[Conflict]:
    """The conflicts that pieces of evidence make, one for each number that stands against others."""
    around = surroundings(article)
    against: dict[int, list[Evidence]] = defaultdict(list)
    claim_of: dict[int, Claim] = {}
    for piece in evidence:
        odd = piece.one if around.occurrences(piece.one) < around.occurrences(piece.two) else piece.two
        against[odd.entry.first].append(piece)
        claim_of[odd.entry.first] = odd
    return [_conflict(claim_of[at], against[at]) for at in sorted(against)]


def _conflict(odd: Claim, pieces: list[Evidence]) -> Conflict:
    best = max(pieces, key=lambda piece: piece.points)
    chosen = best.one if best.two is odd else best.two
    others = [piece.one if piece.two is odd else piece.two for piece in pieces]
    alike = sorted((other for other in others if same_value(other, chosen)), key=lambda claim: claim.entry.first)
    return Conflict(odd, tuple(alike), best.points)


def wording(article: Article, conflict: Conflict) -> str:
    """The two numbers and where they stand: “32 injured here, 23 injured below”."""
    first = conflict.others[0]
    place = (
        "in the headline" if first.in_headline else "below" if first.entry.first > conflict.odd.entry.first else "above"
    )
    if len(conflict.others) > 1:
        place = f"in {len(conflict.others)} other places"
    return f"{said(article, conflict.odd)} here, {said(article, first)} {place}"


def places(article: Article, conflict: Conflict) -> list[Related]:
    """The other places of a conflict."""
    return [Related(other.figure.span, f"{said(article, other)} here") for other in conflict.others[:_SHOWN]]


def said(article: Article, claim: Claim) -> str:
    """A number as printed, with the noun behind it."""
    figure = claim.figure
    noun = figure.noun_span
    near = figure.counts and 0 <= noun.start - figure.span.end <= 1
    return article.text[figure.span.start : noun.end if near else figure.span.end]
