"""Two numbers that are one figure: ranges, scores and votes, one in four."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from checker.annotate.figures.ages import is_of_ages
from checker.annotate.figures.amounts import Amount
from checker.annotate.figures.labels import MONTHS, is_year
from checker.annotate.figures.noun_phrases import TIMES, noun_head, singular
from checker.annotate.figures.numerals import DASHES
from checker.tokens import Tokens


class Join(Enum):
    """How two numbers belong together."""

    RANGE = "range"
    SCORE = "score"
    SHARE = "share"
    SWAP = "swap"


class Pair(NamedTuple):
    """Two amounts read as one figure, in tokens `first` up to `last`."""

    join: Join
    first: int
    last: int
    one: Amount
    two: Amount


_CONTEST = frozenset(
    "win wins won winning beat beats beating beaten lose loses lost losing defeat defeats defeated vote votes "
    "voted voting victory victories loss losses draw draws drew drawn lead leads led leading trail trails trailed "
    "trailing score scores scored scoring tie ties tied ruled ruling ruling decision passed passes approved "
    "approves rejected confirmed margin aggregate record majority advantage deficit down up went edged thrashed "
    "crushed downed outscored outshot set sets stunned routed hammered game games match final scoreline split "
    "triumph finished equaliser penalties shootout thumping rout win-loss standings home away".split()
)
_SCORE_LIMIT = 999


def is_contest(tokens: Tokens, one: Amount, two: Amount, start: int, stop: int) -> bool:
    """Whether a word of games or votes stands near the two numbers."""
    low = tokens.lower
    near = (*low[max(start, one.first - 8) : one.first], *low[two.last : min(stop, two.last + 4)])
    return any(word in _CONTEST for word in near)


def join(tokens: Tokens, one: Amount, two: Amount, start: int, stop: int) -> Pair | None:
    """How `one` and `two`, with one connecting word or mark between them, belong together, if they do."""
    low = tokens.lower
    between = low[one.last : two.first]
    before = low[one.first - 1] if one.first > start else ""
    if between == ["and"]:
        opening = low[max(start, one.first - 4) : one.first]
        if before == "between":
            return _range(one, two, one.first - 1)
        return _range(one, two, one.first) if opening == ["between", "the", "ages", "of"] else None
    if len(between) == 1 and between[0] in DASHES:
        return _dashed(tokens, one, two, start, stop)
    if between == ["to"] and (before != "from" or low[max(start, one.first - 2)] in _RANGING):
        return _to(tokens, one, two, start, stop)
    if between == ["or"] and one.bare and one.numeral.in_words and two.low == one.low + 1:
        return _range(one, two, one.first)
    if between == ["-", "for", "-"]:
        return Pair(Join.SWAP, one.first, two.last, one, two) if one.low == two.low else None
    if between in (["in"], ["-", "in", "-"], ["out", "of"], ["in", "every"], ["out", "of", "every"], ["of", "every"]):
        return _share(tokens, one, two, stop, between)
    return None


def _range(one: Amount, two: Amount, first: int) -> Pair | None:
    """A range; the ends share unit and magnitude where only one of them has it."""
    if one.numeral.share or two.numeral.share or one.high is None or two.high is None:
        return None
    if one.unit and two.unit and one.unit != two.unit:
        return None
    unit, money = one.unit or two.unit, one.money or two.money
    magnitude = max(two.magnitude, two.scale)
    if one.magnitude == 1 and one.scale <= 1 and one.numeral.low <= two.low / magnitude:
        one = one._replace(magnitude=magnitude)
    return Pair(Join.RANGE, first, two.last, one._replace(unit=unit, money=money), two._replace(unit=unit, money=money))


def _dashed(tokens: Tokens, one: Amount, two: Amount, start: int, stop: int) -> Pair | None:
    spaced = tokens.starts[one.last] > tokens.ends[one.last - 1]
    if spaced != (tokens.starts[two.first] > tokens.ends[two.first - 1]):
        return None
    if one.unit and two.unit and one.low > two.low:
        return None  # leads 32%-25%
    if not (one.bare and two.bare):
        return _range(one, two, one.first) if two.low >= one.numeral.low or not spaced else None
    if is_of_ages(tokens, one.first, two.last, start, stop) and one.low < two.low:
        return _range(one, two, one.first)
    contest = is_contest(tokens, one, two, start, stop)
    if not contest and not spaced and _counts_something(tokens, two.last, stop) and one.low < two.low:
        return _range(one, two, one.first)
    whole = one.numeral.place == two.numeral.place == 1
    if spaced or not whole or max(one.low, two.low) > _SCORE_LIMIT:
        return _range(one, two, one.first) if not spaced and one.low < two.low and _separated(tokens, one) else None
    return Pair(Join.SCORE, one.first, two.last, one, two)


def _separated(tokens: Tokens, one: Amount) -> bool:
    return "," in tokens.texts[one.first] or "." in tokens.texts[one.first]


def _counts_something(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a plural noun follows."""
    return noun_head(tokens, at, stop, True) is not None


def _to(tokens: Tokens, one: Amount, two: Amount, start: int, stop: int) -> Pair | None:
    contest = is_contest(tokens, one, two, start, stop) and not (
        one.low < two.low and _counts_something(tokens, two.last, stop)
    )
    if one.bare and two.bare:
        if is_year(tokens.texts[one.first]) and is_year(tokens.texts[two.first]):
            return None
        if contest:
            score = max(one.low, two.low) <= _SCORE_LIMIT and one.numeral.place == two.numeral.place
            return Pair(Join.SCORE, one.first, two.last, one, two) if score else None
    if one.unit and two.unit and (contest or one.low > two.low):
        return None  # leads 50 percent to 44 percent
    shared = one.money and one.magnitude == 1 and two.magnitude > 1 and not _counts_something(tokens, two.last, stop)
    if one.unit and not two.unit and not shared:
        return None  # paid $5 to 20 people, rose $1.9bn to 738.5bn
    before = tokens.lower[max(start, one.first - _HEDGED) : one.first]
    if not _CHANGES.isdisjoint(before) and (one.unit or not two.unit):
        return None  # fell 25 cents to $17.65
    if contest and one.low > two.low:
        return Pair(Join.SCORE, one.first, two.last, one._replace(unit=two.unit), two)  # beats her 45 to 40 percent
    return _range(one, two, one.first)


_HEDGED = 3  # tokens back from a number in which a verb of change may stand, a hedge between them
_RANGING = frozenset("range ranged ranges ranging vary varied varies varying anywhere".split())
_CHANGES = frozenset(
    "rose rise rises rising fell fall falls falling up down by dropped drop climbed jumped grew gained lost increased "
    "decreased declined slipped dipped edged soared surged plunged tumbled slid slumped cut raised lowered added eased "
    "firmed advanced shed".split()
)


def _share(tokens: Tokens, one: Amount, two: Amount, stop: int, between: list[str]) -> Pair | None:
    if not (one.bare and two.bare) or one.numeral.share or two.numeral.share:
        return None
    if not 0 < one.low < two.low or one.low != int(one.low) or two.low != int(two.low) or two.high is None:
        return None
    if is_year(tokens.texts[two.first]) or one.low > 99:
        return None
    if between[-1] != "every":
        if between[0] == "out" and two.low not in (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000):
            return None
        if "in" in between and not (one.low <= 10 and (one.low == 1 or two.low <= 100)):
            return None
    for near in range(two.last, min(stop, two.last + 3)):
        if singular(tokens.lower[near]) in TIMES or tokens.lower[near] in MONTHS:
            return None
    return Pair(Join.SHARE, one.first, two.last, one, two)
