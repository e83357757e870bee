"""Months, weekdays and stretches of days, and how EDTF writes them."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from typing import NamedTuple


class Grain(StrEnum):
    """How fine a date is."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    DURATION = "duration"
    SET = "set"  # “a year” in “15 a year”, “daily”
    VAGUE = "vague"


class Reading(NamedTuple):
    """What the words of a date mean; the fields are those of `checker.annotate.dates.Date`."""

    value: str
    grain: Grain
    first: date | None = None
    last: date | None = None
    resolved: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: str = ""
    part: str = ""


MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
MONTH_NAMES = tuple(name.capitalize() for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS if name.endswith("day"))

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""The codes that EDTF gives to the seasons."""


def days_in(year: int | None, month: int) -> int:
    """How many days a month has; February has 29 when the year is not known."""
    return monthrange(year, month)[1] if year else (29 if month == 2 else monthrange(2000, month)[1])


def exists(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day."""
    if year is not None and not 1 <= year <= MAXYEAR:
        return False
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def on_day(day: date, *, resolved: bool = False) -> Reading:
    """One day of a known year, nothing of it as written."""
    return Reading(day.isoformat(), Grain.DAY, day, day, resolved)


def in_month(year: int, month: int, *, resolved: bool = False) -> Reading:
    """One month of a known year."""
    first, last = date(year, month, 1), date(year, month, days_in(year, month))
    return Reading(f"{year:04}-{month:02}", Grain.MONTH, first, last, resolved)


def in_year(year: int, *, resolved: bool = False) -> Reading:
    """One year."""
    return Reading(f"{year:04}", Grain.YEAR, date(year, 1, 1), date(year, 12, 31), resolved)


def in_quarter(year: int, quarter: int, *, resolved: bool = False) -> Reading:
    """A quarter of a calendar year, 1 to 4."""
    first, last = date(year, 3 * quarter - 2, 1), date(year, 3 * quarter, days_in(year, 3 * quarter))
    return Reading(f"{year:04}-{32 + quarter}", Grain.QUARTER, first, last, resolved)


def in_half(year: int, half: int, *, resolved: bool = False) -> Reading:
    """The first or second half of a year."""
    first, last = date(year, 6 * half - 5, 1), date(year, 6 * half, days_in(year, 6 * half))
    return Reading(f"{first.isoformat()[:7]}/{last.isoformat()[:7]}", Grain.RANGE, first, last, resolved)


def in_season(year: int, season: str, *, resolved: bool = False) -> Reading:
    """A season by its name; its days are left open, for they differ from place to place."""
    return Reading(f"{year:04}-{SEASONS[season]}", Grain.SEASON, None, None, resolved)


def in_week(day: date, *, resolved: bool = True) -> Reading:
    """The ISO week that has `day`."""
    year, week, weekday = day.isocalendar()
    first = shifted(day, 1 - weekday)
    return Reading(f"{year:04}-W{week:02}", Grain.WEEK, first, shifted(first, 6), resolved)


def on_weekend(day: date, *, resolved: bool = True) -> Reading:
    """Saturday and Sunday of the week that has `day`."""
    first = shifted(day, 5 - day.weekday())
    last = shifted(first, 1)
    return Reading(f"{first.isoformat()}/{last.isoformat()}", Grain.RANGE, first, last, resolved)


def in_decade(year: int) -> Reading:
    """The ten years from `year` on, which ends in 0."""
    return Reading(f"{year // 10:03}X", Grain.DECADE, date(year, 1, 1), date(year + 9, 12, 31))


def in_century(number: int) -> Reading:
    """The 19th century for 19, as the years that begin with 18."""
    first = max(1, (number - 1) * 100)
    return Reading(f"{number - 1:02}XX", Grain.CENTURY, date(first, 1, 1), date((number - 1) * 100 + 99, 12, 31))


def shifted(day: date, days: int) -> date:
    """`day` and so many days on, kept inside the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_on(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months after the month of `day`, kept inside the calendar."""
    count = day.year * 12 + day.month - 1 + months
    return min(max(count // 12, 1), MAXYEAR), count % 12 + 1


def whole_year(year: int) -> int:
    """`year` kept inside the calendar."""
    return min(max(year, 1), MAXYEAR)
