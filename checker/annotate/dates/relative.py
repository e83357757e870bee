"""Dates told from where the writer stands: yesterday, last week, two years ago, the same day."""

from __future__ import annotations

from datetime import date

from checker.annotate.dates import calendar
from checker.annotate.dates.calendar import MONTHS, WEEKDAYS, Grain, Reading
from checker.annotate.dates.clock import on_its_day, read_clock
from checker.annotate.dates.durations import amount_in, iso, unit_in
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.setting import Setting
from checker.annotate.dates.tense import Direction
from checker.annotate.dates.written import on, parts

_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_WEEK = 7
_DAYS_IN = {"day": 2, "night": 2, "week": 8, "month": 32, "quarter": 93}


def read_day_word(phrase: Phrase, setting: Setting) -> Reading | None:
    """Today, yesterday morning."""
    word = phrase.word("today")
    if setting.anchor is None:
        return Reading("", Grain.DAY)
    return calendar.on_day(calendar.shifted(setting.anchor, _DAY_WORDS[word]), resolved=True)


def read_weekday(phrase: Phrase, setting: Setting) -> Reading | None:
    """On Monday: the last one or, if the clause looks ahead, the next; the day itself is both."""
    weekday = WEEKDAYS[phrase.word("weekday")]
    if setting.anchor is None:
        return Reading("", Grain.DAY, weekday=weekday)
    ahead = setting.direction(phrase) is Direction.FUTURE
    return _weekday(setting.anchor, weekday, 1 if ahead else -1, strict=False)


def _weekday(anchor: date, weekday: int, way: int, *, strict: bool) -> Reading:
    """The nearest such weekday behind (way -1) or ahead (1) of a day."""
    away = (weekday - anchor.weekday()) * way % _WEEK
    if strict and not away:
        away = _WEEK
    return calendar.on_day(calendar.shifted(anchor, away * way), resolved=True)._replace(weekday=weekday)


def read_relative_weekday(phrase: Phrase, setting: Setting) -> Reading | None:
    """Last Tuesday, next Friday, this Sunday."""
    weekday = WEEKDAYS[phrase.word("weekday")]
    if setting.anchor is None:
        return Reading("", Grain.DAY, weekday=weekday)
    if phrase.has("same"):
        return None
    way = 1 if phrase.has("next") else -1
    if phrase.has("this") and setting.direction(phrase) is not Direction.PAST:
        way = 1
    return _weekday(setting.anchor, weekday, way, strict=not phrase.has("this"))


def read_relative(phrase: Phrase, setting: Setting) -> Reading | None:
    """Last week, next month, this year, the same day, this morning, the previous year."""
    shift = shift_of(phrase)
    anchor = setting.anchor
    if phrase.has("same") or _from_latest(phrase):
        anchor = _latest_for("day" if phrase.has("daypart") else unit_in(phrase), setting)
        if anchor is None and shift:
            return None
    if phrase.has("daypart") or (phrase.has("this") and unit_in(phrase) == "day"):
        return around(anchor, "day", shift)
    if phrase.has("weekend"):
        return _weekend(anchor, shift, setting.direction(phrase)) if anchor else Reading("", Grain.RANGE)
    if phrase.has("month"):
        if phrase.has("same"):
            return None
        return _named_month(phrase, anchor, shift, setting)
    unit = unit_in(phrase)
    if unit == "quarter" and setting.word(phrase.end) in ("-", "final", "finals"):
        return None
    if phrase.has("past"):
        return Reading(iso(1, unit), Grain.DURATION)
    return around(anchor, unit, shift)


def _latest_for(unit: str, setting: Setting) -> date | None:
    """The first day of the date mentioned last, if that is as fine as the unit that is counted from it."""
    latest = setting.latest
    if latest is None or latest.first is None or latest.last is None:
        return None
    return latest.first if (latest.last - latest.first).days < _DAYS_IN.get(unit, 400) else None


def shift_of(phrase: Phrase) -> int:
    """How many units away a phrase looks: last -1, next 1, this 0."""
    if phrase.has("last") or phrase.has("past"):
        return -1
    return 1 if phrase.has("next") else 0


def _from_latest(phrase: Phrase) -> bool:
    """Whether a phrase counts from the date mentioned last: the previous year, the following day, the next morning."""
    if phrase.has("next") and (phrase.has("daypart") or unit_in(phrase) in ("day", "night")):
        return True
    return (phrase.word("last") or phrase.word("next")) in ("previous", "preceding", "prior", "following")


def around(anchor: date | None, unit: str, shift: int) -> Reading | None:
    """The day, week, month, … so many units away."""
    if unit not in ("day", "night", "week", "month", "quarter", "year", "decade", "century"):
        return None
    if anchor is None:
        grain = Grain.DAY if unit == "night" else Grain(unit)
        return Reading("", grain)
    if unit in ("day", "night"):
        return calendar.on_day(calendar.shifted(anchor, shift), resolved=True)
    if unit == "week":
        return calendar.in_week(calendar.shifted(anchor, _WEEK * shift))
    if unit == "month":
        return calendar.in_month(*calendar.months_on(anchor, shift), resolved=True)
    if unit == "quarter":
        year, month = calendar.months_on(anchor, 3 * shift)
        return calendar.in_quarter(year, (month + 2) // 3, resolved=True)
    if unit == "year":
        return calendar.in_year(calendar.whole_year(anchor.year + shift), resolved=True)
    if unit == "decade":
        return calendar.in_decade(min(max(10, anchor.year // 10 * 10 + 10 * shift), 9990))._replace(resolved=True)
    return calendar.in_century(min(max(1, anchor.year // 100 + 1 + shift), 100))._replace(resolved=True)


def _weekend(anchor: date, shift: int, looks: Direction) -> Reading:
    if shift == 0 and looks is not Direction.FUTURE and anchor.weekday() < 5:
        shift = -1  # told on a weekday, the weekend that was
    elif shift == -1 and anchor.weekday() >= 5:
        shift = -1
    return calendar.on_weekend(calendar.shifted(anchor, _WEEK * shift))


def read_weekend(phrase: Phrase, setting: Setting) -> Reading | None:
    """At the weekend, over the weekend."""
    if setting.anchor is None:
        return Reading("", Grain.RANGE)
    return _weekend(setting.anchor, 0, setting.direction(phrase))


def _named_month(phrase: Phrase, anchor: date | None, shift: int, setting: Setting) -> Reading:
    """Last October, next May, this June."""
    month = MONTHS[phrase.word("month")]
    if anchor is None:
        return Reading(f"XXXX-{month:02}", Grain.MONTH, month=month)
    year = anchor.year
    if shift < 0:
        year -= month >= anchor.month
    elif shift > 0:
        year += month <= anchor.month
    return calendar.in_month(calendar.whole_year(year), month, resolved=True)._replace(month=month)


def read_edge(phrase: Phrase, setting: Setting) -> Reading | None:
    """The end of last year, early next week, later this month."""
    if phrase.find("last", "past", "next", "this", "same") < 0:
        unit = "weekend" if phrase.has("weekend") else unit_in(phrase)
        if unit == "weekend":
            return read_weekend(phrase, setting)
        reading = around(_latest_day(setting) if unit == "day" else setting.anchor, unit, 0)
    elif phrase.has("weekday"):
        reading = read_relative_weekday(phrase, setting)
    elif phrase.has("season"):
        return None
    else:
        reading = read_relative(phrase, setting)
    edge = phrase.word("part") or phrase.word("edge") or phrase.word("later") or phrase.word("earlier")
    return reading._replace(part=edge) if reading else None


def read_the_day(phrase: Phrase, setting: Setting) -> Reading | None:
    """“Ended the day”, “for the day”: the one that was mentioned last."""
    before = setting.word(phrase.start - 1)
    if unit_in(phrase) != "day" or before not in ("end", "ended", "ending", "finish", "finished", "closed", "for"):
        return None
    if setting.word(phrase.end) not in ("", ",", ".", ";", "at", "down", "up", "with", "on", "to", "and", "by"):
        return None
    return around(_latest_day(setting), "day", 0)


def _latest_day(setting: Setting) -> date | None:
    """The day that was mentioned last in the sentences before, else where the writer stands."""
    latest = setting.latest
    return latest.first if latest is not None and latest.grain is Grain.DAY else setting.anchor


def read_same_time(phrase: Phrase, setting: Setting) -> Reading | None:
    """The same period last year: the month or quarter mentioned last, a year or so back."""
    if phrase.lower(phrase.find("same") + 1) not in ("period", "time", "month", "quarter", "week", "day", "point"):
        return None
    year = phrase.number("year")
    back = -1 if phrase.find("last", "past", "ago", "earlier") > 0 else 1 if phrase.find("next") > 0 else 0
    if setting.anchor is None and year is None:
        return None
    year = year or calendar.whole_year((setting.anchor or date.min).year + back)
    latest = setting.latest
    if latest is not None and latest.first is not None and latest.grain is Grain.MONTH:
        return calendar.in_month(year, latest.first.month, resolved=True)
    if latest is not None and latest.first is not None and latest.grain is Grain.QUARTER:
        return calendar.in_quarter(year, (latest.first.month + 2) // 3, resolved=True)
    return calendar.in_year(year, resolved=True)


def read_ago(phrase: Phrase, setting: Setting) -> Reading | None:
    """Two days ago, a year earlier, three months later; as fine as its unit."""
    amount, unit = amount_in(phrase), unit_in(phrase)
    if unit in ("minute", "hour", "second"):
        return Reading(iso(amount, unit), Grain.DURATION)
    word = phrase.lower(len(phrase.letters) - 1)
    anchor = setting.anchor if word == "ago" else _latest(setting)
    if word in ("before", "after"):
        return Reading(iso(amount, unit), Grain.DURATION if amount else Grain.VAGUE)
    if amount is None:
        return Reading(iso(None, unit), Grain.VAGUE)
    if anchor is None or amount != int(amount) or amount > 10_000:
        return Reading(iso(amount, unit), Grain.DURATION)
    count = int(amount) * (-1 if word in ("ago", "earlier", "previously") else 1)
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit in ("century", "decade", "millennium"):
        return Reading(iso(amount, unit), Grain.DURATION)
    return around(anchor, unit, count)


def _latest(setting: Setting) -> date | None:
    """The day that was mentioned last, else where the writer stands."""
    if setting.latest is not None and setting.latest.first is not None:
        return setting.latest.first
    return setting.anchor


def read_date_of_year(phrase: Phrase, setting: Setting) -> Reading | None:
    """March 3 of last year."""
    found = parts(phrase, setting)
    year = year_meant(phrase, setting)
    if found.day is None or year is None or unit_in(phrase) != "year":
        return None
    return on(year, found.month, found.day)._replace(year=None, resolved=True)


def read_month_of_year(phrase: Phrase, setting: Setting) -> Reading | None:
    """October of next year, May this year."""
    month = MONTHS[phrase.lower(phrase.find("month", "shortmonth"))]
    year = year_meant(phrase, setting)
    if unit_in(phrase) != "year":
        return None
    if year is None:
        return Reading(f"XXXX-{month:02}", Grain.MONTH, month=month)
    return calendar.in_month(year, month, resolved=True)._replace(month=month)


def year_meant(phrase: Phrase, setting: Setting) -> int | None:
    """The year that “of last year” names."""
    if setting.anchor is None:
        return None
    if _from_latest(phrase) or phrase.has("same"):
        latest = _latest(setting)
        return calendar.whole_year(latest.year + shift_of(phrase)) if latest else None
    return calendar.whole_year(setting.anchor.year + shift_of(phrase))


def read_clock_and_day(phrase: Phrase, setting: Setting) -> Reading | None:
    """12:00 UTC Monday, 5 p.m. yesterday."""
    time = read_clock(phrase, setting)
    day = read_weekday(phrase, setting) if phrase.has("weekday") else read_day_word(phrase, setting)
    return on_its_day(time, day)._replace(weekday=day.weekday if day else None) if time else None
