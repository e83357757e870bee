"""Evidence that two different numbers are meant to be one: cues, and the points that each is worth.

The points were fitted to articles in which one of two mentions of a number had been changed, against all pairs of
numbers in articles as published, and rounded to quarters.
"""

from __future__ import annotations

from math import log
from typing import NamedTuple

from checker.annotate.dates import Date
from checker.annotate.figures import FigureKind
from checker.annotate.figures.units import PERCENT
from checker.annotate.stems import stem
from checker.annotate.synonyms import same_topic
from checker.rules.figures._claims import Claim, Slip, same_value
from checker.rules.figures._surroundings import REACH, Surroundings

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
    "only one risen": -1.5,  # the toll has risen to 17
    "two speakers": -1.0,
    "nothing in common": -3.0,
    "repeated": -0.5,
    "many values": -1.25,
}
"""What each cue is worth, for a cue of strength 1."""

_COMMON = ("same thing", "definite", "thing beside the other", "telling words")
_BESIDE = 4  # tokens right before or behind a number
_COMPARING = frozenset(
    "compared against from earlier previous previously another each per other versus vs instead rather than unlike "
    "while whereas respectively different second third last next former additional extra further up down originally "
    "initially raised revised now then if would unless maximum minimum every".split()
)
_COMPARING_REACH = 6
_FIGURE_NOUNS = frozenset("figure total number sum amount toll tally count".split())
_PAST = frozenset(
    "last ago previous previously earlier former formerly initially originally initial prior year-ago then revised "
    "updated".split()
)
_RISEN = frozenset("rose risen rises rising climbed climbs grew grown jumped revised updated upgraded".split())
_LEAD = 2  # the first sentences, by number
_MOST_WEIGHT = 5.0
_MOST_BESIDE = 3


class Evidence(NamedTuple):
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


def weigh(around: Surroundings, one: Claim, two: Claim, slip: Slip) -> Evidence:
    """The evidence that two claims are one."""
    return Evidence(
        one, two, slip, sum(POINTS[cue] * strength for cue, strength in cues(around, one, two, slip).items())
    )


def cues(around: Surroundings, one: Claim, two: Claim, slip: Slip) -> dict[str, float]:
    """How strong each cue is."""
    found = {
        **_of_number(around, one, two, slip),
        **_of_thing(around, one, two),
        **_of_words(around, one, two),
        **_of_setting(around, one, two),
    }
    return {**found, "nothing in common": not any(found[cue] for cue in _COMMON)}


def _of_number(around: Surroundings, one: Claim, two: Claim, slip: Slip) -> dict[str, float]:
    """Cues of the two numbers themselves."""
    repeated = [around.occurrences(claim) > 1 for claim in (one, two)]
    return {
        "swapped": slip is Slip.SWAP,
        "power of ten": slip is Slip.POWER,
        "small": slip is Slip.SMALL,
        "money": two.figure.kind is FigureKind.MONEY,
        "percent": two.figure.unit == PERCENT,
        "only one hedged": one.figure.approximate != two.figure.approximate,
        "repeated": repeated[0] != repeated[1],
        "many values": log(1 + around.values(two.figure.unit)),
        "both in one sentence": any(
            same_value(claim, other)
            for claim, there in ((one, two), (two, one))
            for other in around.in_sentence[there.statement.number]
        ),
    }


def _of_thing(around: Surroundings, one: Claim, two: Claim) -> dict[str, float]:
    """Cues of what the numbers count."""
    same = bool(one.thing) and one.thing == two.thing
    definite = around.refers_back(two)
    back = definite > 0 and (same or two.figure.head in _FIGURE_NOUNS)
    return {
        "same thing": same or back,
        "thing beside the other": not same and around.stands_beside(one, two),
        "definite": definite,
        "definite, same thing": back,
        "earlier definite": one.definite,
        "part and whole": around.is_part(one) != around.is_part(two),
        "hyphened": ("hyphen" in one.figure.found_by) != ("hyphen" in two.figure.found_by),
    }


def _of_words(around: Surroundings, one: Claim, two: Claim) -> dict[str, float]:
    """Cues of the words around the numbers."""
    topics, pair = around.topics, (one, two)
    things = frozenset(same_topic(stem(claim.thing)) for claim in pair if claim.thing)
    first, second = topics.of(one.statement), topics.of(two.statement)
    before, behind = [], []
    for claim in pair:
        entry, statement = claim.entry, claim.statement
        before.append(topics.between(max(statement.first, entry.first - _BESIDE), entry.first))
        behind.append(topics.between(entry.last, min(statement.last, entry.last + _BESIDE)))
    names = [topics.names(claim.statement, claim.entry, REACH) for claim in pair]
    compared = [not _COMPARING.isdisjoint(around.near(claim, _COMPARING_REACH)) for claim in pair]
    return {
        "sentence overlap": len(first & second) / max(1, min(len(first), len(second))),
        "telling words": min(_MOST_WEIGHT, topics.weight((first & second) - things)),
        "words before": min(_MOST_BESIDE, len(before[0] & before[1])),
        "words behind": min(_MOST_BESIDE, len(behind[0] & behind[1])),
        "same preposition": around.before(one) == around.before(two) and around.before(one).isalpha(),
        "comparing words": sum(compared),
        "same names": not names[0].isdisjoint(names[1]),
    }


def _of_setting(around: Surroundings, one: Claim, two: Claim) -> dict[str, float]:
    """Cues of who speaks of which time."""
    dates = [around.article.mentioned(Date, claim.statement.span) for claim in (one, two)]
    days = [{(date.year, date.month, date.day) for date in some if date.month or date.year} for some in dates]
    speakers = [around.speaker(claim) for claim in (one, two)]
    near = [around.near(claim) for claim in (one, two)]
    return {
        "in the lead": one.statement.number <= _LEAD,
        "other dates": bool(days[0]) and bool(days[1]) and days[0].isdisjoint(days[1]),
        "only one in the past": _PAST.isdisjoint(near[0]) != _PAST.isdisjoint(near[1]),
        "only one risen": _has_risen(around, one) != _has_risen(around, two),
        "two speakers": all(speakers) and speakers[0] != speakers[1],
    }


def _has_risen(around: Surroundings, claim: Claim) -> bool:
    """Whether the number is where another has got to: “the toll has risen to 17”."""
    return around.before(claim) == "to" and not _RISEN.isdisjoint(around.near(claim, _BESIDE))
