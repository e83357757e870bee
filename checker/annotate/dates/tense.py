"""Whether a clause looks back or ahead, by its verbs: what decides which Monday “on Monday” is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

_REACH = 18  # words: further away another clause is speaking


class Direction(IntEnum):
    """Where a clause looks."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


_FUTURE = frozenset(
    "will would shall won't won’t wo should could might must expected expects expect scheduled slated plans "
    "planned likely hopes hope hoping intends upcoming forthcoming tomorrow deadline until going "
    "'ll ’ll i'll i’ll "
    "we'll we’ll they'll they’ll he'll he’ll she'll she’ll it'll it’ll you'll you’ll ahead wants aims".split()
)
_PAST = frozenset(
    "was were had did been said told began came went took gave got made saw found left lost won met held fell rose "
    "grew sent spent spoke wrote stood brought bought built caught cut drew drove fought felt flew kept knew laid led "
    "let put ran read sold shot shut struck swept taught thought threw wore hit beat became broke chose wasn't wasn’t "
    "weren't weren’t didn't didn’t hadn't hadn’t ended "
    "taken given seen done gone known shown written spoken chosen broken beaten fallen driven grown thrown drawn "
    "flown sworn been".split()
)
# They end in “-ed” and say nothing of the past by themselves.
_NOT_PAST = frozenset(
    "need weed shed sled bled speed indeed exceed proceed succeed feed seed united red bed hundred wed embed breed "
    "bleed based related aged limited".split()
)
_AHEAD_WITH = {"set": frozenset({"to", "for"}), "due": frozenset("to for on in by at next".split())}
_STOPS = frozenset(".;?!")
_DETERMINERS = frozenset("the a an his her its their this that these those".split())


def direction(words: Sequence[str], start: int, end: int, low: int, high: int, reach: int = _REACH) -> Direction:
    """Where the clause around the words from `start` to `end` looks.

    `words` are lower-case tokens, `low` and `high` the bounds of the sentence. The nearest verb before counts first,
    then the nearest one after; none that is further away than `reach` words.
    """
    if start > low and words[start - 1] in ("until", "till", "due"):
        return Direction.FUTURE
    for at in range(start - 1, max(low, start - reach) - 1, -1):
        if words[at] in _STOPS:
            break
        if found := _looks(words, at, low):
            return found
    for at in range(end, min(high, end + reach)):
        if words[at] in _STOPS:
            break
        if found := _looks(words, at, low):
            return found
    return Direction.UNKNOWN


def _looks(words: Sequence[str], at: int, low: int) -> Direction:
    """Where one word looks: UNKNOWN for most."""
    word = words[at]
    if word in _FUTURE or (word in _AHEAD_WITH and _is_ahead(word, words[at + 1 : at + 3])):
        return Direction.FUTURE
    if word == "won" and at and words[at - 1] in ("billion", "million", "trillion", "mln", "bn"):
        return Direction.UNKNOWN  # Korean money
    if word in ("have", "has"):
        return Direction.PAST if any(_is_participle(each) for each in words[at + 1 : at + 3]) else Direction.UNKNOWN
    if _is_participle(word):
        return Direction.FUTURE if _has_modal(words, at, low) else Direction.PAST
    if word == "be" and at > low and words[at - 1] == "to":
        return Direction.FUTURE
    return Direction.UNKNOWN


def _is_ahead(word: str, following: Sequence[str]) -> bool:
    """Whether the words after “set” or “due” make it one of the future: due to open, but not due to the rain."""
    if not following or following[0] not in _AHEAD_WITH[word]:
        return False
    return following[0] != "to" or following[-1] not in _DETERMINERS


def _is_participle(word: str) -> bool:
    """Whether a word is a verb of the past or may be its participle."""
    return word in _PAST or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST)


def _has_modal(words: Sequence[str], at: int, low: int) -> bool:
    """Whether a participle belongs to “will be …”, “is to be …”, “is expected”."""
    for before in range(at - 1, max(low, at - 4) - 1, -1):
        word = words[before]
        if word in ("will", "would", "shall", "should", "could", "might", "must", "may", "can", "to", "won't", "won’t"):
            return True
        if word in ("was", "were", "had", "has", "have") or word in _STOPS or word == ",":
            return False
    return False
