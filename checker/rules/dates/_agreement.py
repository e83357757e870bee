"""Whether two dates can be the date of one event."""

from __future__ import annotations

from checker.annotate.dates import Date, Grain

_POINTS = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})


def is_point(date: Date) -> bool:
    """Whether a date says when something happened, to the day, the month or the year."""
    return date.grain in _POINTS and (date.first is not None or date.month is not None) and bool(date.value)


def agree(one: Date, other: Date) -> bool:
    """Whether there is a day that lies in both; what one of them leaves open cannot differ."""
    if one.first and one.last and other.first and other.last:
        return one.first <= other.last and other.first <= one.last
    parts = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in parts)


def near(one: Date, other: Date) -> bool:
    """Whether two dates that do not agree differ in one part only: the day, the month or the year."""
    mine, theirs = _parts(one), _parts(other)
    differing = [a != b for a, b in zip(mine, theirs, strict=True) if a is not None and b is not None]
    return len(differing) > 0 and sum(differing) == 1


def _parts(date: Date) -> tuple[int | None, int | None, int | None]:
    """Year, month and day as resolved, where it is; as written otherwise."""
    if date.first is None or date.grain is Grain.YEAR:
        return date.year if date.year is not None else date.first.year if date.first else None, date.month, date.day
    return date.first.year, date.first.month, date.first.day if date.grain is Grain.DAY else None
