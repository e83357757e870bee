"""An entry of a timeline is out of order.

A timeline is a promise of order. An entry in the wrong place has the wrong date or the wrong neighbours.

## Flagged

> Timeline
>
> - March 2019: The mine is sold.
> - May 2021: A tunnel floods.
> - July 2020: The pumps are replaced.
> - August 2022: The mine closes.

## Fine

> Timeline
>
> - August 2022: The mine closes.
> - May 2021: A tunnel floods.
> - July 2020: The pumps are replaced.
> - March 2019: The mine is sold.

> Timeline
>
> - 2019–2022: The mine is run by the county.
> - 2020: The pumps are replaced.
> - Ongoing: Claims for damages are heard.

## Limits

Reads runs of at least three entries that open with a date, oldest or newest first, whichever fits better. A list in
which more than a quarter of the entries is out of place was not meant to be in order, and is left alone. An entry
without a year has that of the entry before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from checker.annotate.dates import Date
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._timeline import Entry, timelines

rule = Rule(__name__, Severity.ERROR)

LEAST_ENTRIES = 3
MOST_ASTRAY = 4  # one entry in so many may be out of place; with more of them there is no order to break


class Dated(NamedTuple):
    """An entry with its opening date and the days that it covers."""

    opening: Date
    first: date
    last: date


@rule.check
def timeline_order(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each entry of every timeline with the order that most of the entries keep."""
    for entries in map(dated, timelines(article)):
        if len(entries) < LEAST_ENTRIES:
            continue
        kept = in_order(entries)
        astray = [at for at in range(len(entries)) if at not in kept]
        if not astray or len(astray) > max(1, len(entries) // MOST_ASTRAY):
            yield from [AGREES] * len(entries)
            continue
        for at, entry in enumerate(entries):
            if at in kept:
                yield AGREES
                continue
            neighbours = [entries[near].opening for near in (at - 1, at + 1) if 0 <= near < len(entries)]
            named = " and ".join(article[date.span] for date in neighbours)
            yield rule.finding(
                entry.opening.span,
                f"{article[entry.opening.span]} stands {'between' if len(neighbours) > 1 else 'beside'} {named}",
                [Related(date.span, "its neighbour") for date in neighbours],
            )


def dated(timeline: Iterable[Entry]) -> list[Dated]:
    """The entries of a timeline that have a place in time, in order of place."""
    entries: list[Dated] = []
    year: int | None = None
    for entry in timeline:
        if entry.opening is not None:
            year = entry.opening.year or year
            if place := _dated(entry.opening, year):
                entries.append(place)
    return entries


def _dated(opening: Date, year: int | None) -> Dated | None:
    """The entry with this opening date, in `year` where it names none itself; None when it has no place in time."""
    if opening.first is None or opening.last is None:
        return None
    if opening.year is None and year is not None:
        try:
            return Dated(opening, opening.first.replace(year=year), opening.last.replace(year=year))
        except ValueError:  # February 29
            return None
    return Dated(opening, opening.first, opening.last)


def in_order(entries: Sequence[Dated]) -> frozenset[int]:
    """The indices of the longest run in order, oldest or newest first, and of those that overlap its neighbours."""
    forwards = _rising([entry.first.toordinal() for entry in entries])
    backwards = _rising([-entry.first.toordinal() for entry in entries])
    kept = forwards if len(forwards) >= len(backwards) else backwards
    return frozenset(at for at in range(len(entries)) if at in kept or _overlaps_its_neighbours(entries, at))


def _overlaps_its_neighbours(entries: Sequence[Dated], at: int) -> bool:
    """Whether an entry that is coarser than its neighbours, such as “2020” beside “May 2020”, can stand there."""
    around = [entries[near] for near in (at - 1, at + 1) if 0 <= near < len(entries)]
    return any(other.first <= entries[at].last and entries[at].first <= other.last for other in around)


def _rising(keys: Sequence[int]) -> frozenset[int]:
    """The indices of a longest non-decreasing subsequence."""
    tails: list[int] = []
    at_tail: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        place = bisect_right(tails, key)
        before.append(at_tail[place - 1] if place else -1)
        tails[place : place + 1] = [key]
        at_tail[place : place + 1] = [at]
    chain: list[int] = []
    at = at_tail[-1] if at_tail else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    return frozenset(chain)
