"""Parts of years: quarters, halves, seasons, and weeks told by a date or a month."""

from __future__ import annotations

from datetime import date

from checker.annotate.dates import calendar
from checker.annotate.dates.calendar import MONTHS, SEASONS, Grain, Reading
from checker.annotate.dates.durations import unit_in
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.relative import around, shift_of, year_meant
from checker.annotate.dates.setting import Setting
from checker.annotate.dates.tense import Direction
from checker.annotate.dates.written import on, ordinal_in, parts


def read_quarter(phrase: Phrase, setting: Setting) -> Reading | None:
    """The first quarter of 2024, Q3, last quarter, the fourth quarter."""
    if setting.word(phrase.end) in ("-", "final", "finals", "pounder"):
        return None
    number = int(phrase.lower(phrase.find("q") + 1)) if phrase.has("q") else ordinal_in(phrase)
    if number > 4:
        return None
    written = phrase.number("year")
    if written is None and not phrase.has("unit") and not phrase.has("q") and not setting.is_business:
        return None  # of a match
    if number and written is not None:
        return calendar.in_quarter(written, number)._replace(year=written)
    if not number:
        return around(setting.anchor, "quarter", shift_of(phrase))
    year = year_meant(phrase, setting) if phrase.has("unit") else _year_of_quarter(number, phrase, setting)
    if year is None:
        return Reading(f"XXXX-{32 + number}", Grain.QUARTER)
    return calendar.in_quarter(year, number, resolved=True)


def _year_of_quarter(number: int, phrase: Phrase, setting: Setting) -> int | None:
    anchor = setting.anchor
    if anchor is None:
        return setting.year
    ahead = setting.direction(phrase) is Direction.FUTURE
    now = (anchor.month + 2) // 3
    if ahead or number == now + 1:  # the one to come is nearer than that of a year ago
        return calendar.whole_year(anchor.year + (number < now))
    return calendar.whole_year(anchor.year - (number > now))


def read_half(phrase: Phrase, setting: Setting) -> Reading | None:
    """The first half of 2024, the second half of last year."""
    number = ordinal_in(phrase) or (2 if phrase.find("last") >= 0 else 1)
    year = phrase.number("year") or year_meant(phrase, setting)
    if number not in (1, 2) or year is None:
        return None
    return calendar.in_half(year, number, resolved=phrase.number("year") is None)


def read_week_of_date(phrase: Phrase, setting: Setting) -> Reading | None:
    """The week of May 5."""
    found = parts(phrase, setting)
    if found.day is None or unit_in(phrase) != "week":
        return None
    year = found.year or setting.year_of(found.month, found.day, phrase)
    day = on(year, found.month, found.day).first
    return calendar.in_week(day) if day else None


def read_week_of_month(phrase: Phrase, setting: Setting) -> Reading | None:
    """The last week of March, the first week of May 2025."""
    if unit_in(phrase) != "week":
        return None
    month = MONTHS[phrase.lower(phrase.find("month", "shortmonth"))]
    year = phrase.number("year") or setting.year_of(month, None, phrase)
    if year is None:
        return Reading("", Grain.WEEK, month=month)
    number = ordinal_in(phrase)
    day = date(year, month, min(7 * number - 3, 28)) if number else date(year, month, calendar.days_in(year, month) - 3)
    return calendar.in_week(day)


def read_season(phrase: Phrase, setting: Setting) -> Reading | None:
    """Spring 2024, last summer, in the autumn; “the fall” may be from a horse."""
    season = phrase.word("season")
    if phrase.rule == "the season" and setting.word(phrase.start - 1) not in ("in", "by", "until", "since", "during"):
        return None
    if season == "fall" and not phrase.has("year") and setting.word(phrase.end) == "of":
        return None
    if (year := phrase.number("year")) is not None:
        return calendar.in_season(year, season)._replace(year=year)
    if (anchor := setting.anchor) is None:
        return Reading(f"XXXX-{SEASONS[season]}", Grain.SEASON)
    middle = {"spring": 4, "summer": 7, "autumn": 10, "fall": 10, "winter": 13}[season]
    year = anchor.year
    if phrase.has("last") or phrase.has("past"):
        year -= anchor.month <= middle
    elif phrase.has("next"):
        year += anchor.month >= middle
    return calendar.in_season(year, season, resolved=True)
