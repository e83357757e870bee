"""Two dates that are joined: from April to June, between 2014 and 2016, May 3 – June 5."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.annotate.dates.calendar import Grain, Reading, exists, in_month
from checker.annotate.dates.written import between, on
from checker.tokens import Tokens

_POINTS = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR, Grain.QUARTER, Grain.SEASON})
_JOINS = frozenset("to until till through thru - – — /".split())
# “Moved from Monday to Friday”, “rose from 1985 to 2010”: a change, not a stretch of time.
_CHANGES = frozenset(
    "moved postponed delayed changed switched pushed shifted rescheduled brought extended raised lowered deferred "
    "rose fell increased decreased climbed dropped grew jumped back forward slid edged up down".split()
)


class Found(NamedTuple):
    """A reading and the tokens that it was read from."""

    rule: str
    start: int
    end: int
    reading: Reading


def join(found: Sequence[Found], tokens: Tokens) -> list[Found]:
    """The readings, those that are the two ends of one stretch of time made into one."""
    joined: list[Found] = []
    for each in found:
        if joined and (whole := _stretch(joined[-1], each, tokens)):
            joined[-1] = whole
        else:
            joined.append(each)
    return joined


def is_change(words: Sequence[str], start: int) -> bool:
    """Whether the words before a stretch say that something went from the one to the other."""
    if start >= 4 and words[start - 1] == "in" and words[start - 2][0].isdigit():
        return "from" in words[start - 5 : start - 2]  # from 550 in 2010 to 1,650
    return start >= 2 and words[start - 1] == "from" and words[start - 2] in _CHANGES


def _stretch(first: Found, second: Found, tokens: Tokens) -> Found | None:
    """The two as one, if they are joined by a single word that says so."""
    words = tokens.lower
    if second.start != first.end + 1 or not _fit(first.reading, second.reading):
        return None
    word = words[first.end]
    if word == "and":
        if not first.start or words[first.start - 1] != "between":
            return None
    elif word not in _JOINS or is_change(words, first.start):
        return None
    start, end = _with_year(first.reading, second.reading), second.reading
    backwards = start.first is not None and end.first is not None and start.first > end.first
    if backwards and (word not in ("-", "–", "and", "to") or not _written_out(start, end)):
        return None
    return Found("range", first.start, second.end, between(start, end))


def _fit(first: Reading, second: Reading) -> bool:
    """Whether two readings may be the ends of a stretch; dates with their weekdays stay apart, each to be checked."""
    if any(each.weekday is not None and each.day is not None for each in (first, second)):
        return False
    return first.grain in _POINTS and second.grain in _POINTS and bool(first.value) and bool(second.value)


def _written_out(first: Reading, second: Reading) -> bool:
    """Whether both years are written, so that a stretch that runs backwards is the writer's."""
    return first.year is not None and second.year is not None


def _with_year(first: Reading, second: Reading) -> Reading:
    """“May 3 to June 5, 2025”: the first has the year of the second, or the one before."""
    if second.year is None or first.year is not None or first.month is None or second.month is None:
        return first
    year = second.year - (first.month > second.month)
    if first.day is not None:
        return on(year, first.month, first.day)._replace(year=year) if exists(year, first.month, first.day) else first
    return in_month(year, first.month)._replace(year=year, month=first.month)
