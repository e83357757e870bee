"""Rests: shares of one whole of which the last is called what remains."""

from __future__ import annotations

from checker.annotate.figures.units import PERCENT
from checker.rules.figures._arithmetic import hedged
from checker.rules.figures._changes import DOWN, UP
from checker.rules.figures._sheet import Entry, Statement

CHANGING = (UP | DOWN) - {"up", "more"}
PARTLY = frozenset("among who whom whose which if would stake stakes".split())
REST = frozenset("remaining other".split())
FEWEST, MOST = 2, 3  # shares


def with_the_rest(words: list[str], statement: Statement) -> list[Entry] | None:
    """The shares of a sentence of which the last is called the remaining one."""
    shares = [entry for entry in statement.entries if entry.figure.unit == PERCENT]
    if not FEWEST <= len(shares) <= MOST or any(hedged(entry.figure) or entry.figure.value is None for entry in shares):
        return None
    said = words[statement.first : shares[-1].first]
    rest = words[shares[-1].first - 1] in REST and words[shares[-1].first - 2] == "the"
    return shares if rest and PARTLY.isdisjoint(said) and CHANGING.isdisjoint(said) else None
