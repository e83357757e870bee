"""Surroundings: what stands around each number of an article, and how often the article gives it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.annotate.quotes import Quote
from checker.annotate.stems import stem
from checker.annotate.synonyms import same_topic
from checker.article import Article, BlockKind, Span
from checker.rules.figures._claims import Claim, claims
from checker.rules.figures._sheet import remembered
from checker.rules.figures._topic import topics

REACH = 8
"""Tokens around a number that belong to it."""

_SMALL = 20.0
_WHOSE = frozenset("the its their his her our these those all".split())
_ESTIMATING = frozenset("put puts estimate estimates estimated claim claims claimed counted counts reckon".split())
_MORE = frozenset("more other others another further extra additional".split())
_SPANS = frozenset("year years season decade".split())
_BACK = frozenset("last previous ago earlier prior before".split())


class Surroundings:
    """What two numbers of an article are compared by."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.words = article.tokens.lower
        self.topics = topics(article)
        self.claims = claims(article)
        self.in_sentence: dict[int, list[Claim]] = defaultdict(list)
        self._values: dict[str, set[float]] = defaultdict(set)
        self._first: dict[tuple[str, float], int] = {}
        self._occurrences = Counter(_identity(claim) for claim in self.claims)
        for claim in self.claims:
            self.in_sentence[claim.statement.number].append(claim)
            self._first.setdefault((claim.figure.unit, claim.value), claim.entry.first)
            self._values[claim.figure.unit].add(claim.value)

    def occurrences(self, claim: Claim) -> int:
        """How often the article gives the number."""
        return self._occurrences[_identity(claim)]

    def values(self, unit: str) -> int:
        """How many different numbers of the unit the article has."""
        return len(self._values[unit])

    def near(self, claim: Claim, reach: int = REACH) -> list[str]:
        """The words within so many tokens of a number, inside its sentence."""
        first, last = _window(claim, reach)
        return self.words[first:last]

    def before(self, claim: Claim) -> str:
        """The word right before a number; nothing at the head of its sentence."""
        return self.words[claim.entry.first - 1] if claim.entry.first > claim.statement.first else ""

    def dates(self, claim: Claim) -> list[Date]:
        """The dates near a number; of a number in a timeline also the date of its entry."""
        tokens, (first, last) = self.article.tokens, _window(claim, REACH)
        near = self.article.mentioned(Date, Span(tokens.starts[first], tokens.ends[last - 1]))
        block = claim.statement.block
        return near or (self.article.mentioned(Date, block.span)[:1] if block.kind is BlockKind.TIMELINE_ENTRY else [])

    def speaker(self, claim: Claim) -> str | None:
        """Who says a number in so many words."""
        quote = self.article.enclosing(Quote, claim.figure.span.start)
        return quote.speaker if quote else None

    def refers_back(self, claim: Claim) -> float:
        """How much a definite number speaks of one that was said before; half when “of” goes on to say which."""
        if not claim.definite or self._first[claim.figure.unit, claim.value] < claim.entry.first:
            return 0.0
        last = claim.entry.last
        while last < claim.statement.last and self.article.tokens.starts[last] < claim.figure.noun_span.end:
            last += 1
        return 0.5 if self.words[last : last + 1] == ["of"] else 1.0

    def stands_beside(self, one: Claim, two: Claim) -> bool:
        """Whether what either of two numbers counts is named near the other."""
        return any(
            thing.thing and same_topic(stem(thing.thing)) in self.topics.around(there.statement, there.entry, REACH)
            for thing, there in ((one, two), (two, one))
        )

    def is_part(self, claim: Claim) -> bool:
        """Whether the number is a part of others: ten of the directors."""
        behind = self.words[claim.entry.last : claim.entry.last + 2]
        return not claim.figure.unit and behind[:1] == ["of"] and behind[-1] in _WHOSE

    def are_apart(self, one: Claim, two: Claim) -> bool:
        """Whether the text itself says that the two are of different things, times or scopes."""
        if {one.figure.scope, two.figure.scope} == {"each", "total"} or self.are_other_things(one, two):
            return True
        if self.are_of_other_times(one, two) or self._are_estimates(one, two):
            return True
        if self._is_more(one) != self._is_more(two):
            return True
        back = bool(two.thing) and one.thing == two.thing and self.refers_back(two) > 0
        return not back and self._is_of_another_year(one) != self._is_of_another_year(two)

    def are_of_other_times(self, one: Claim, two: Claim) -> bool:
        """Whether other years or months stand right beside the two numbers."""
        first, second = self.dates(one), self.dates(two)
        for part in ("year", "month"):
            parts = [{getattr(date, part) for date in dates} - {None} for dates in (first, second)]
            if parts[0] and parts[1]:
                return parts[0].isdisjoint(parts[1])
        return False

    def are_other_things(self, one: Claim, two: Claim) -> bool:
        """Whether two bare counts are of things that have nothing to do with each other."""
        if two.figure.unit or not (one.thing and two.thing) or one.thing == two.thing:
            return False
        return not self.stands_beside(one, two)

    def _is_more(self, claim: Claim) -> bool:
        """Whether the number comes on top of others: another 30, 30 more."""
        behind = self.words[claim.entry.last : claim.entry.last + 1]
        return self.before(claim) in _MORE or not _MORE.isdisjoint(behind)

    def _are_estimates(self, one: Claim, two: Claim) -> bool:
        """Whether both are somebody's guess: the police put the crowd at 12,000, the unions at 21,000."""
        return not any(_ESTIMATING.isdisjoint(self.near(claim)) for claim in (one, two))

    def _is_of_another_year(self, claim: Claim) -> bool:
        """Whether “last year”, “a year ago”, “in 2019” stands beside the number."""
        words = self.near(claim)
        if any((one in _SPANS and two in _BACK) or (one in _BACK and two in _SPANS) for one, two in pairwise(words)):
            return True
        dates = [date for date in self.dates(claim) if date.grain is Grain.YEAR]
        return any(self.words[self.article.tokens.at(date.span.start) - 1] in ("in", "of", "during") for date in dates)


@remembered
def surroundings(article: Article) -> Surroundings:
    """What the numbers of the article are compared by."""
    return Surroundings(article)


def compatible(one: Claim, two: Claim) -> bool:
    """Whether a hedge makes both true: more than 300, and 350."""
    return any(
        (hedged.figure.high is None and other.value >= hedged.value)
        or (hedged.figure.low is None and other.value <= hedged.value)
        for hedged, other in ((one, two), (two, one))
    )


def _identity(claim: Claim) -> tuple[str, float, str]:
    bare = not claim.figure.unit and claim.value <= _SMALL
    return claim.figure.unit, claim.value, claim.thing if bare else ""


def _window(claim: Claim, reach: int) -> tuple[int, int]:
    """The tokens within so many of a number, inside its sentence."""
    return max(claim.statement.first, claim.entry.first - reach), min(claim.statement.last, claim.entry.last + reach)
