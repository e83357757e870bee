"""Hedges: the words beside a number that make it an interval or an approximation."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from checker.tokens import Tokens


class Bound(Enum):
    """What a hedge makes of a number."""

    LOWER = "lower"  # more than 300
    UPPER = "upper"  # up to 300
    ABOUT = "about"  # about 300


class Hedge(NamedTuple):
    """A hedge and the token where it begins (before a number) or ends (behind it)."""

    bound: Bound
    edge: int


_BEFORE = {
    Bound.LOWER: "more than|over|at least|above|greater than|better than|no fewer than|no less than|not less than|"
    "not fewer than|upwards of|upward of|in excess of|exceeding|exceeds|exceeded|exceed|a minimum of|minimum of|"
    "minimum|topping|larger than|bigger than|higher than|longer than|as few as|as little as|north of",
    Bound.UPPER: "up to|as many as|as much as|as high as|at most|no more than|not more than|less than|fewer than|"
    "lower than|under|below|a maximum of|maximum of|maximum|no longer than|just shy of|shy of|smaller than|short of",
    Bound.ABOUT: "about|around|some|roughly|approximately|approx|nearly|almost|close to|an estimated|estimated|circa|"
    "nearing|approaching|virtually|in the region of|more or less|something like|the best part of|approximate",
}
_BEHIND = {
    Bound.LOWER: "or more|or over|or above|or higher|or older|plus|- plus|+|at least|and counting|and over|and above|"
    "and older",
    Bound.UPPER: "or less|or fewer|or under|or lower|or below|or younger|at most|at the most|and under|and below",
    Bound.ABOUT: "or so|- odd|odd|or thereabouts",
}
_DEGREES = frozenset(
    "just well slightly far much little considerably significantly substantially only way comfortably".split()
)

_ADDED = frozenset("a an the its another $ £ € some about up".split())
_COMPARING = frozenset("than over under above below of".split())  # what a degree may stand before: well over

# Before “over”, these make it a part of the verb: took over two firms.
_PARTICLE_OVER = frozenset(
    "take takes took taken taking hand handed handing hands turn turned win won over moved move".split()
)


def _by_last_word() -> dict[str, list[tuple[tuple[str, ...], Bound]]]:
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for bound, phrases in _BEFORE.items():
        for phrase in phrases.split("|"):
            words = tuple(phrase.split())
            found.setdefault(words[-1], []).append((words, bound))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_PHRASES = _by_last_word()
_AFTER = [(tuple(phrase.split()), bound) for bound, phrases in _BEHIND.items() for phrase in phrases.split("|")]
_AFTER_FIRST = frozenset(words[0] for words, _ in _AFTER)


def hedge_before(tokens: Tokens, at: int, start: int) -> Hedge | None:
    """The hedge that ends right before the token `at`."""
    if at <= start:
        return None
    low = tokens.lower
    for words, bound in _PHRASES.get(low[at - 1], ()):
        first = at - len(words)
        if first < start or (len(words) > 1 and tuple(low[first:at]) != words):
            continue
        if words == ("over",) and first > start and low[first - 1] in _PARTICLE_OVER:
            return None
        while words[-1] in _COMPARING and first > start and low[first - 1] in _DEGREES:
            first -= 1
        return Hedge(bound, first)
    return None


def hedge_behind(tokens: Tokens, at: int, stop: int) -> Hedge | None:
    """The hedge that begins at the token `at`, right behind a number."""
    if at >= stop or tokens.lower[at] not in _AFTER_FIRST:
        return None
    for words, bound in _AFTER:
        if at + len(words) <= stop and tuple(tokens.lower[at : at + len(words)]) == words:
            if words[0] in ("plus", "odd", "+") and tokens.starts[at] - tokens.ends[at - 1] > (words[0] == "plus"):
                continue
            if words == ("plus",) and _adds(tokens, at + 1, stop):
                continue
            return Hedge(bound, at + len(words))
    return None


def _adds(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether “plus” goes on with what is added: $70 plus a $7 fee, 40 plus 10."""
    return at < stop and (tokens.lower[at] in _ADDED or tokens.lower[at][0].isdigit())
