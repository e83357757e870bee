"""Headlines against the story: which number of the story stands where the headline's should, and whether it may."""

from __future__ import annotations

from itertools import pairwise

from checker.annotate.figures.units import PERCENT
from checker.rules.figures._arithmetic import place, slack
from checker.rules.figures._changes import DOWN, UP
from checker.rules.figures._claims import Claim, Slip, same_value, slip_between
from checker.rules.figures._surroundings import Surroundings, compatible

_SOON = 8  # sentences in which the story repeats its headline
_AT_ONCE = 2  # sentences, for numbers that no slip of the keyboard explains
_RATIO = 3.0  # times: numbers that are farther apart count different things
_OVERLAP = 0.5  # of the headline's words
_BESIDE = 5  # tokens between a number and what befell those it counts
_LETTERS = 4  # of a word: headlines say “bribery” for bribing
_FATES = frozenset({"dead", "injured"})  # what happens to people, whatever they are called
_MORE = frozenset("more other others another further extra additional".split())
_CHANGE = UP | DOWN


def stands_in(title: Claim, body: list[Claim]) -> bool:
    """Whether the story gives the number; a small one counts only with the same noun, or without any."""
    return any(
        same_value(title, claim)
        and (not title.small or title.figure.unit or title.thing == claim.thing or not (title.thing and claim.thing))
        for claim in body
    )


def by_chance(title: Claim, other: Claim, body: list[Claim]) -> bool:
    """Whether the story gives the headline's number only for another thing than the two that are compared."""
    if title.figure.unit or title.small or not title.thing or title.thing != other.thing:
        return False
    alike = [claim for claim in body if same_value(title, claim)]
    return all(claim.thing and claim.thing != title.thing for claim in alike) and slip_between(title, other) is not None


def is_explained(title: Claim, other: Claim, body: list[Claim]) -> bool:
    """Whether the number is a sum of two neighbours in the story, or their difference or a rounded number of it."""
    allowed = max(place(title.figure) / 2 if title.figure.unit else 0.0, slack(title.figure))
    alike = [claim for claim in body if claim.figure.unit == title.figure.unit]
    pairs = [(one.value, two.value) for one, two in pairwise(alike) if one.statement is two.statement]
    if any(abs(one + two - title.value) <= allowed for one, two in pairs):
        return not title.small or bool(title.figure.unit)
    if slip_between(title, other) is not None:
        return False
    rounded = any(abs(claim.value - title.value) <= allowed for claim in alike)
    return rounded or any(abs(abs(one - two) - title.value) <= allowed for one, two in pairs)


def counterpart(around: Surroundings, title: Claim, body: list[Claim]) -> Claim | None:
    """The number of the story that stands where the headline's should."""
    wanted = _letters(around.topics.of(title.statement))
    found: list[tuple[int, int, Claim]] = []
    for claim in body:
        if claim.figure.unit != title.figure.unit or claim.statement.number - title.statement.number > _SOON:
            continue
        shared = len(wanted & _letters(around.topics.of(claim.statement)))
        if _may_be_meant(around, title, claim) and _is_close(around, title, claim, shared, len(wanted)):
            found.append((-shared, claim.statement.number, claim))
    return min(found, key=lambda one: one[:2])[2] if found else None


def _letters(words: frozenset[str]) -> frozenset[str]:
    """Words cut down further than elsewhere."""
    return frozenset(word[:_LETTERS] for word in words)


def _may_be_meant(around: Surroundings, title: Claim, claim: Claim) -> bool:
    """Whether nothing says that the two numbers are of different things."""
    if not title.figure.unit and not (title.thing and claim.thing):
        return False
    same_fate = _same_fate(around, title, claim)
    other_thing = title.small and not title.figure.unit and title.thing != claim.thing and title.thing not in _FATES
    if not same_fate and (other_thing or around.are_other_things(title, claim)):
        return False
    if compatible(title, claim) and not _open_alike(title, claim):
        return False
    if around.are_of_other_times(title, claim):
        return False
    if not _MORE.isdisjoint(around.words[max(0, claim.entry.first - 1) : claim.entry.last + 2]):
        return False
    return title.figure.unit != PERCENT or _is_change(around, title) == _is_change(around, claim)


def _same_fate(around: Surroundings, title: Claim, claim: Claim) -> bool:
    """Whether what befell the headline's number befell the story's: “Four arrested” and “arrested four people”."""
    return title.figure.head.endswith("ed") and title.figure.head in around.near(claim, _BESIDE)


def _open_alike(title: Claim, claim: Claim) -> bool:
    """Whether both are hedged the same way: “at least 30” and “at least 33” are not the same."""
    return title.figure.high is None is claim.figure.high or title.figure.low is None is claim.figure.low


def _is_change(around: Surroundings, claim: Claim) -> bool:
    """Whether a word beside it says that the number is a rise or a fall."""
    first, last = max(claim.statement.first, claim.entry.first - 4), min(claim.statement.last, claim.entry.last + 3)
    return not _CHANGE.isdisjoint(around.words[first:last])


def _is_close(around: Surroundings, title: Claim, claim: Claim, shared: int, of: int) -> bool:
    """Whether a slip lies between the numbers and the words agree, or the words agree very well."""
    same, at = bool(title.thing) and title.thing == claim.thing, claim.statement.number - title.statement.number
    if (slip := slip_between(title, claim)) is not None:
        return shared > 1 or (shared == 1 and at <= _AT_ONCE and (same or slip in (Slip.SWAP, Slip.POWER)))
    alone = sum(other.figure.unit == claim.figure.unit for other in around.in_sentence[claim.statement.number]) == 1
    near = max(title.value, claim.value) <= _RATIO * min(title.value, claim.value)
    return near and alone and at <= _AT_ONCE and shared > 1 and shared >= _OVERLAP * of
