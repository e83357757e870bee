"""Days that a slip may have made out of each other, and whether two of them are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from checker.annotate.dates import Date, Grain
from checker.rules.dates._statements import Statement, Statements

CONTRAST = frozenset(
    "compared against earlier previous previously another each per next later other again second third until instead "
    "originally rescheduled postponed moved delayed extended following then respectively both adjourned resumed "
    "subsequent former annual every weekly monthly".split()
)
CHANGED = frozenset("moved postponed rescheduled delayed instead originally adjourned".split())
Key = tuple[int | None, int, int]
"""Year (None where none is written), month and day."""


def day_of(date: Date) -> Key | None:
    """The day that a date names with month and day written; None for any other."""
    if date.grain is not Grain.DAY or date.month is None or date.day is None or not date.value:
        return None
    return date.year, date.month, date.day


def close_pairs(keys: list[Key]) -> Iterator[tuple[Key, Key]]:
    """The pairs of days in which only the day or only the month differs, and by little."""
    by_month: dict[int, list[Key]] = defaultdict(list)
    by_day: dict[int, list[Key]] = defaultdict(list)
    for key in keys:
        by_month[key[1]].append(key)
        by_day[key[2]].append(key)
    for group in by_month.values():
        for one, other in combinations(group, 2):
            if same_year(one, other) and one[2] != other[2] and looks_alike(one[2], other[2]):
                yield one, other
    for group in by_day.values():
        yield from ((a, b) for a, b in combinations(group, 2) if same_year(a, b) and a[1] != b[1])


def same_year(one: Key, other: Key) -> bool:
    """Whether the years do not differ."""
    return one[0] is None or other[0] is None or one[0] == other[0]


def looks_alike(one: int, other: int) -> bool:
    """Whether one day may be a slip for the other: near it, a digit off, or digits swapped."""
    short, long = sorted((str(one), str(other)), key=len)
    if len(short) == len(long):
        return abs(one - other) <= 3 or short == long[::-1] or sum(map(str.__ne__, short, long)) == 1
    return abs(one - other) <= 3 or short in (long[0], long[1])


def pairs(ones: list[Statement], others: list[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """The statements of two days to be compared, at most a handful; none that stand in one sentence."""
    numbers = {statement.number for statement in ones} & {statement.number for statement in others}
    if not numbers:
        yield from [(one, other) for one in ones[:4] for other in others[:4]]


def same_event(statements: Statements, one: Statement, other: Statement, day: Key, other_day: Key) -> bool:
    """Whether two sentences say that the same thing happened, on one day and on the other."""
    if CHANGED & (one.words | other.words):
        return False
    shared = one.stems & other.stems
    weight = statements.weight(shared)
    contained = len(shared) / max(1, min(len(one.stems), len(other.stems)))
    if contained >= 0.8 and len(shared) >= 4:
        return True
    contrast = bool(CONTRAST & (one.words | other.words))
    nearby = statements.weight(one.nearby & other.nearby)
    if weight >= 1.75 and len(shared) >= 3:
        return True
    if contrast:
        return False
    if one.titles or other.titles:
        return len(shared) >= 2
    if nearby >= 2 or weight >= 2 or (named_beside(one, other) and weight >= 0.5):
        return True
    days_apart = abs(day[2] - other_day[2])
    return day[1] == other_day[1] and days_apart <= 2 and ((weight >= 1.25 and len(shared) >= 3) or nearby >= 1)


def named_beside(one: Statement, other: Statement) -> bool:
    """Whether the event named next to one date stands near the other: “the 21 December auction”."""
    return bool(one.beside & other.nearby or other.beside & one.nearby)
