"""Evidence that two different numbers are meant to be one: cues, and the points that each is worth.

The points were fitted to articles in which one of two mentions of a number had been changed, against all pairs of
numbers in articles as published, and rounded to quarters.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import log

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import FigureKind
from checker.annotate.stems import stem
from checker.annotate.synonyms import same_topic
from checker.annotate.units import PERCENT
from checker.article import Article, Span
from checker.rules.figures._claims import Claim, Slip, claims, same_value
from checker.rules.figures._sheet import remembered
from checker.rules.figures._topic import topics

_SMALL = 20.0
_REACH = 8  # tokens around a number that belong to it
_BESIDE = 4  # tokens right before or behind it
_COMPARING = frozenset(
    "compared against from earlier previous previously another each per other versus vs instead rather than unlike "
    "while whereas respectively different second third last next former additional extra further up down originally "
    "initially raised revised now then if would unless maximum minimum every".split()
)
_WHOSE = frozenset("the its their his her our these those all".split())
_FIGURE_NOUNS = frozenset("figure total number sum amount toll tally count".split())
_PAST = frozenset(
    "last ago previous previously earlier former formerly initially originally initial prior year-ago then revised "
    "updated".split()
)
_SPANS = frozenset("year years season decade".split())
_BACK = frozenset("last previous ago earlier prior before".split())
_LEAD = 2  # the first sentences, by number
_MOST_WEIGHT = 5.0
_MOST_BESIDE = 3

POINTS = {
    "swapped": 3.5,  # two digits changed places: chance rarely does that
    "power of ten": 1.25,
    "small": -1.25,  # single digits and number words are near each other by chance
    "part and whole": -3.25,  # ten of the eighteen directors
    "definite": 1.75,  # the later one speaks of something said before
    "definite, same thing": 1.5,
    "earlier definite": 0.75,
    "same thing": 1.25,
    "thing beside the other": 0.75,
    "hyphened": -1.25,  # the 50-state poll, five states
    "both in one sentence": -1.25,
    "sentence overlap": 1.25,
    "telling words": 0.25,
    "same names": 0.5,
    "same preposition": 0.5,
    "words before": 0.35,
    "words behind": 0.4,
    "in the lead": 1.0,
    "money": 1.25,
    "percent": -0.75,
    "comparing words": -0.25,
    "only one hedged": -0.5,
    "other dates": -1.0,
    "only one in the past": -1.0,  # an earlier count, last year's blast
    "nothing in common": -3.0,
    "repeated": -0.5,
    "many values": -1.25,
}
"""What each cue is worth, for a cue of strength 1."""


@dataclass(frozen=True)
class Evidence:
    """Two claims that a slip may have made out of one, the earlier first."""

    one: Claim
    two: Claim
    slip: Slip
    points: float
    """The points of all cues together."""

    @property
    def with_caption(self) -> bool:
        """Whether one of the two stands below a picture and the other in the story."""
        return self.one.in_caption != self.two.in_caption


class Weighing:
    """What the cues of an article are looked up in."""

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

    def refers_back(self, claim: Claim) -> float:
        """How much a definite number speaks of one that was said before; half when “of” goes on to say which."""
        if not claim.definite or self._first[claim.figure.unit, claim.value] < claim.entry.first:
            return 0.0
        last = claim.entry.last
        while last < claim.statement.last and self.article.tokens.starts[last] < claim.figure.noun_span.end:
            last += 1
        return 0.5 if self.words[last : last + 1] == ["of"] else 1.0

    def are_apart(self, one: Claim, two: Claim) -> bool:
        """Whether the text itself says that the two are of different things, times or scopes."""
        if {one.figure.scope, two.figure.scope} == {"each", "total"} or self.are_other_things(one, two):
            return True
        if self.are_of_other_times(one, two):
            return True
        back = bool(two.thing) and one.thing == two.thing and self.refers_back(two) > 0
        return not back and _is_of_another_year(self, one) != _is_of_another_year(self, two)

    def are_of_other_times(self, one: Claim, two: Claim) -> bool:
        """Whether other years or months stand right beside the two numbers."""
        first, second = _dates_beside(self, one), _dates_beside(self, two)
        for part in ("year", "month"):
            parts = [{getattr(date, part) for date in dates} - {None} for dates in (first, second)]
            if parts[0] and parts[1]:
                return parts[0].isdisjoint(parts[1])
        return False

    def are_other_things(self, one: Claim, two: Claim) -> bool:
        """Whether two bare counts are of things that have nothing to do with each other."""
        if two.figure.unit or not (one.thing and two.thing) or one.thing == two.thing:
            return False
        return not (_stands_beside(self, one, two) or _stands_beside(self, two, one))

    def evidence(self, one: Claim, two: Claim, slip: Slip) -> Evidence:
        """The evidence that two claims are one."""
        cues = {**_of_number(self, one, two, slip), **_of_thing(self, one, two), **_of_words(self, one, two)}
        cues |= _of_setting(self, one, two)
        cues["nothing in common"] = not any(cues[cue] for cue in _COMMON)
        return Evidence(one, two, slip, sum(POINTS[cue] * strength for cue, strength in cues.items()))


@remembered
def weighing(article: Article) -> Weighing:
    """What the cues of the article are looked up in."""
    return Weighing(article)


_COMMON = ("same thing", "definite", "thing beside the other", "telling words")


def _identity(claim: Claim) -> tuple[str, float, str]:
    bare = not claim.figure.unit and claim.value <= _SMALL
    return claim.figure.unit, claim.value, claim.thing if bare else ""


def compatible(one: Claim, two: Claim) -> bool:
    """Whether a hedge makes both true: more than 300, and 350."""
    return any(
        (hedged.figure.high is None and other.value >= hedged.value)
        or (hedged.figure.low is None and other.value <= hedged.value)
        for hedged, other in ((one, two), (two, one))
    )


def _of_number(known: Weighing, one: Claim, two: Claim, slip: Slip) -> dict[str, float]:
    """Cues of the two numbers themselves."""
    repeated = [known.occurrences(claim) > 1 for claim in (one, two)]
    return {
        "swapped": slip is Slip.SWAP,
        "power of ten": slip is Slip.POWER,
        "small": slip is Slip.SMALL,
        "money": two.figure.kind is FigureKind.MONEY,
        "percent": two.figure.unit == PERCENT,
        "only one hedged": one.figure.approximate != two.figure.approximate,
        "repeated": repeated[0] != repeated[1],
        "many values": log(1 + known.values(two.figure.unit)),
        "both in one sentence": any(
            same_value(claim, other)
            for claim, there in ((one, two), (two, one))
            for other in known.in_sentence[there.statement.number]
        ),
    }


def _of_thing(known: Weighing, one: Claim, two: Claim) -> dict[str, float]:
    """Cues of what the numbers count."""
    same = bool(one.thing) and one.thing == two.thing
    definite = known.refers_back(two)
    back = definite > 0 and (same or two.figure.head in _FIGURE_NOUNS)
    beside = not same and (_stands_beside(known, one, two) or _stands_beside(known, two, one))
    return {
        "same thing": same or back,
        "thing beside the other": beside,
        "definite": definite,
        "definite, same thing": back,
        "earlier definite": one.definite,
        "part and whole": _is_part(known, one) != _is_part(known, two),
        "hyphened": ("hyphen" in one.figure.found_by) != ("hyphen" in two.figure.found_by),
    }


def _stands_beside(known: Weighing, one: Claim, two: Claim) -> bool:
    """Whether what the first counts is named near the second."""
    return bool(one.thing) and same_topic(stem(one.thing)) in known.topics.around(two.statement, two.entry, _REACH)


def _is_part(known: Weighing, claim: Claim) -> bool:
    """Whether the number is a part of others: ten of the directors."""
    behind = known.words[claim.entry.last : claim.entry.last + 2]
    return not claim.figure.unit and behind[:1] == ["of"] and behind[-1] in _WHOSE


def _of_words(known: Weighing, one: Claim, two: Claim) -> dict[str, float]:
    """Cues of the words around the numbers."""
    topics, words = known.topics, known.words
    things = frozenset(same_topic(stem(claim.thing)) for claim in (one, two) if claim.thing)
    first, second = topics.of(one.statement), topics.of(two.statement)
    before = [
        topics.between(max(claim.statement.first, claim.entry.first - _BESIDE), claim.entry.first)
        for claim in (one, two)
    ]
    behind = [
        topics.between(claim.entry.last, min(claim.statement.last, claim.entry.last + _BESIDE)) for claim in (one, two)
    ]
    lead = [words[claim.entry.first - 1] if claim.entry.first > claim.statement.first else "" for claim in (one, two)]
    return {
        "sentence overlap": len(first & second) / max(1, min(len(first), len(second))),
        "telling words": min(_MOST_WEIGHT, topics.weight((first & second) - things)),
        "words before": min(_MOST_BESIDE, len(before[0] & before[1])),
        "words behind": min(_MOST_BESIDE, len(behind[0] & behind[1])),
        "same preposition": lead[0] == lead[1] and lead[0].isalpha(),
        "comparing words": _compares(words, one) + _compares(words, two),
        "same names": not topics.names(one.statement, one.entry, _REACH).isdisjoint(
            topics.names(two.statement, two.entry, _REACH)
        ),
    }


def _compares(words: list[str], claim: Claim) -> bool:
    first, last = _window(claim, 6)
    return not _COMPARING.isdisjoint(words[first:last])


def _of_setting(known: Weighing, one: Claim, two: Claim) -> dict[str, float]:
    """Cues of place and time."""
    first, second = (known.article.mentioned(Date, claim.statement.span) for claim in (one, two))
    days = [
        {(date.year, date.month, date.day) for date in dates if date.month or date.year} for dates in (first, second)
    ]
    return {
        "in the lead": one.statement.number <= _LEAD,
        "other dates": bool(days[0]) and bool(days[1]) and days[0].isdisjoint(days[1]),
        "only one in the past": _is_past(known, one) != _is_past(known, two),
    }


def _dates_beside(known: Weighing, claim: Claim) -> list[Date]:
    tokens, (first, last) = known.article.tokens, _window(claim, _REACH)
    return known.article.mentioned(Date, Span(tokens.starts[first], tokens.ends[last - 1]))


def _is_past(known: Weighing, claim: Claim) -> bool:
    first, last = _window(claim, _REACH)
    return not _PAST.isdisjoint(known.words[first:last])


def _is_of_another_year(known: Weighing, claim: Claim) -> bool:
    """Whether “last year”, “a year ago”, “in 2019” stands beside the number."""
    first, last = _window(claim, _REACH)
    words = known.words[first:last]
    if any((one in _SPANS and two in _BACK) or (one in _BACK and two in _SPANS) for one, two in pairwise(words)):
        return True
    dates = [date for date in _dates_beside(known, claim) if date.grain is Grain.YEAR]
    return any(known.words[known.article.tokens.at(date.span.start) - 1] in ("in", "of", "during") for date in dates)


def _window(claim: Claim, reach: int) -> tuple[int, int]:
    """The tokens within so many of a number, inside its sentence."""
    return max(claim.statement.first, claim.entry.first - reach), min(claim.statement.last, claim.entry.last + reach)
