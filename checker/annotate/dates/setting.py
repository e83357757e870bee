"""What the dates of an article are resolved against: the day it speaks from, its year, the day mentioned last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from checker.annotate.dates.calendar import Reading, exists, whole_year
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.tense import Direction, direction

_BUSINESS = frozenset(
    "profit profits earnings revenue revenues sales shares economy economic growth gdp inflation investors "
    "shareholders billion mln dlrs fiscal dividend quarterly bank".split()
)
_NEAR = 45  # days: a date without a year this near to publication is that one, whatever the verb
_FAR = 3  # months: in the other direction it would be nearer by half a year
_BESIDE = 6  # words
_WHOLE_CENTURY = 100


@dataclass
class Setting:
    """The standpoint from which a phrase is read; `latest` moves on as the article is read."""

    published: date | None
    year: int | None
    """The year of all the article's full dates, when they have but one."""
    words: Sequence[str]
    """The article's tokens in lower case."""
    bounds: tuple[int, int] = (0, 0)
    """The tokens of the sentence that is being read."""
    block: tuple[int, int] = (0, 0)
    """The tokens of its block."""
    entry: date | None = None
    """The date of the timeline entry that is being read."""
    latest: Reading | None = field(default=None)
    """The last day, month or year that was read."""

    @property
    def anchor(self) -> date | None:
        """The day that “today” is."""
        return self.entry or self.published

    def direction(self, phrase: Phrase) -> Direction:
        """Whether the clause of a phrase looks back or ahead."""
        return direction(self.words, phrase.start, phrase.end, *self.bounds)

    def word(self, at: int) -> str:
        """The token at an index in lower case; nothing outside the sentence."""
        low, high = self.bounds
        return self.words[at] if low <= at < high else ""

    @cached_property
    def is_business(self) -> bool:
        """Whether the article is about money, so that its quarters are not those of a match."""
        return not _BUSINESS.isdisjoint(self.words)

    def year_of(self, month: int, day: int | None, phrase: Phrase) -> int | None:
        """The year that a month or a day without a year belongs to; None when nothing tells."""
        if self.anchor is None:
            return self.year if self.year and (day is None or exists(self.year, month, day)) else None
        if day is None:
            return whole_year(_year_of_month(self.anchor, month, *self._looks(phrase)))
        return _year_of_day(self.anchor, month, day, self.direction(phrase))

    def _looks(self, phrase: Phrase) -> tuple[Direction, bool]:
        """Where the clause looks, and whether the verbs next to the phrase say so."""
        if near := direction(self.words, phrase.start, phrase.end, *self.bounds, _BESIDE):
            return near, True
        return self.direction(phrase), False

    def full_year(self, digits: int) -> int:
        """The year that two digits stand for: none more than ten years ahead."""
        now = self.anchor.year if self.anchor else self.year or 2030
        year = now // _WHOLE_CENTURY * _WHOLE_CENTURY + digits
        return whole_year(year - _WHOLE_CENTURY if year > now + 10 else year)


def _year_of_month(anchor: date, month: int, looks: Direction, surely: bool) -> int:
    """The year of a month: the nearest one, unless a verb says that it is the other one.

    A month that is far off in the direction of the verb is believed only if the verb stands near.
    """
    back = (anchor.month - month) % 12
    last, coming = anchor.year - (month > anchor.month), anchor.year + (month < anchor.month)
    if looks is Direction.FUTURE and (surely or back > _FAR):
        return coming
    if looks is Direction.PAST and (surely or back < 12 - _FAR):
        return last
    return last if back <= 12 // 2 else coming


def _year_of_day(anchor: date, month: int, day: int, looks: Direction) -> int | None:
    years = [year for year in range(anchor.year - 1, anchor.year + 2) if exists(year, month, day)]
    if not years:
        return None
    away = {year: (date(year, month, day) - anchor).days for year in years}
    nearest = min(years, key=lambda year: abs(away[year]))
    if abs(away[nearest]) <= _NEAR:
        return nearest
    if looks is Direction.PAST:
        return max((year for year in years if away[year] <= 0), default=nearest)
    if looks is Direction.FUTURE:
        return min((year for year in years if away[year] >= 0), default=nearest)
    return nearest


def only_year(years: Iterable[int]) -> int | None:
    """The year, when it is the only one."""
    found = set(years)
    return found.pop() if len(found) == 1 else None
