"""Dates that say which day, month or year they are; at most the year has to be supplied."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from checker.annotate.dates import calendar
from checker.annotate.dates.calendar import MONTHS, WEEKDAYS, Grain, Reading
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.guards import LABELS, closes_a_number, counted
from checker.annotate.dates.setting import Setting
from checker.annotate.dates.words import CARDINALS, ORDINALS

_MONTH = ("month", "shortmonth")
_DIGITS = ("day", "high")
_MONTHS_IN_YEAR = 12
_ENDS_OF_MONTHS = (29, 30, 31)  # in the wrong month; a number above them is less surely meant as a day


class Parts(NamedTuple):
    """Year, month and day as written; None for what is not."""

    year: int | None
    month: int
    day: int | None


def parts(phrase: Phrase, setting: Setting) -> Parts:
    """What a phrase with the name of a month says."""
    at = phrase.find(*_MONTH)
    month = MONTHS[phrase.lower(at)]
    if (glued := phrase.find("daycommayear")) >= 0:
        day, year = phrase.lower(glued).split(",")
        return Parts(int(year), month, int(day))
    return Parts(year_in(phrase, setting), month, _day_in(phrase, at))


def _day_in(phrase: Phrase, month: int) -> int | None:
    """The day beside the month: what stands before it counts first."""
    before = phrase.find(*_DIGITS)
    if 0 <= before < month:
        return int(phrase.lower(before))
    after = phrase.find(*_DIGITS, after=month)
    quote = phrase.find("quote", after=month)
    return int(phrase.lower(after)) if after >= 0 and not 0 <= quote < after else None


def year_in(phrase: Phrase, setting: Setting) -> int | None:
    """The year that a phrase writes, in four digits or as '98."""
    year = phrase.number("year")
    if year is not None:
        return year
    quote = phrase.find("quote")
    short = phrase.find(*_DIGITS, after=quote + 1) if quote >= 0 else -1
    return setting.full_year(int(phrase.lower(short))) if short == quote + 1 and short > 0 else None


def read_iso(phrase: Phrase, setting: Setting) -> Reading | None:
    """2025-05-23; other numbers joined by hyphens are no date."""
    year, month, day = (phrase.lower(at) for at in (0, 2, 4))
    if len(month) != 2 or len(day) != 2 or not 1 <= int(month) <= _MONTHS_IN_YEAR:
        return None
    return on(int(year), int(month), int(day))


def read_numeric(phrase: Phrase, setting: Setting) -> Reading | None:
    """23/5/2025: read only when one of the first two numbers cannot be a month, or both are equal."""
    words = phrase.lower(0).split(".") if phrase.has("dotted") else [phrase.lower(at) for at in (0, 2, 4)]
    first, second, last = map(int, words)
    if not (first and second) or (phrase.has("dotted") and (second > _MONTHS_IN_YEAR or first > max(_ENDS_OF_MONTHS))):
        return None  # the number of a version
    year = last if len(words[2]) > 2 else setting.full_year(last)
    if first > _MONTHS_IN_YEAR >= second >= 1 and calendar.exists(year, second, first):
        return on(year, second, first)
    if second > _MONTHS_IN_YEAR >= first >= 1 and calendar.exists(year, first, second):
        return on(year, first, second)
    if first == second and calendar.exists(year, first, first):
        return on(year, first, first)
    if max(first, second) <= _MONTHS_IN_YEAR:
        return Reading("", Grain.DAY, year=year)
    if len(words[2]) == 2:
        return None
    month, day = (second, first) if first > _MONTHS_IN_YEAR >= second else (first, second)
    return Reading("", Grain.DAY, year=year, month=month, day=day)


def read_date(phrase: Phrase, setting: Setting) -> Reading | None:
    """23 May 2025, May 23, with a weekday or without."""
    if phrase.find(*_MONTH) < 0:
        at = phrase.find("year")
        reading = on(*(int(phrase.lower(at + ahead)) for ahead in (0, 2, 4)))
    else:
        found = parts(phrase, setting)
        if found.day is None or not is_day(found, phrase, setting):
            return None
        reading = on_or_near(found, phrase, setting)
    weekday = phrase.word("weekday") or phrase.word("shortday")
    if not weekday or _is_of_several(phrase, setting):
        return reading
    if phrase.has("a") and not closes_a_number(setting.word(phrase.end)):
        return None  # on March 4, a Tuesday meeting
    return reading._replace(weekday=WEEKDAYS[weekday])


def _is_of_several(phrase: Phrase, setting: Setting) -> bool:
    """Whether several weekdays or days stand together, and whose they are is not sure: Friday or Saturday, May 9."""
    joins = ("and", "or", "to", "through", "-", "–", "&", ",", "/")
    before, after = setting.word(phrase.start - 1), setting.word(phrase.end)
    return (before in joins and setting.word(phrase.start - 2) in WEEKDAYS) or (
        after in joins and setting.word(phrase.end + 1)[:1].isdigit() and len(setting.word(phrase.end + 1)) <= 2
    )


def is_day(found: Parts, phrase: Phrase, setting: Setting) -> bool:
    """Whether the number beside a month is its day: “in May 12 people died” and “May 45 members” are something else."""
    if found.year is not None:
        return True
    if setting.word(phrase.start - 1) in LABELS:
        return False
    if _goes_on(phrase, setting):
        return False
    if phrase.has("suffix") or phrase.has("weekday") or phrase.has("shortday"):
        return True
    before, after = setting.word(phrase.start - 1), setting.word(phrase.end)
    name = before != "in" and bool(after) and phrase.tokens.texts[phrase.end][:1].isupper()
    if counted(after) and not name:
        return False
    if calendar.exists(None, found.month, found.day or 0):
        return True
    return before != "in" and (found.day in _ENDS_OF_MONTHS or closes_a_number(after))


def _goes_on(phrase: Phrase, setting: Setting) -> bool:
    """Whether a mark ties the last number to more than a date: April 15-day futures, May 3/4 goals."""
    texts, end = phrase.tokens.texts, phrase.end
    if setting.word(end) not in ("-", "–", "/", ":") or phrase.tokens.starts[end] != phrase.tokens.ends[end - 1]:
        return False
    if setting.word(end + 1) and phrase.tokens.starts[end + 1] != phrase.tokens.ends[end]:
        return False  # 12 May: the county met
    following = texts[end + 1] if setting.word(end + 1) else ""
    return following[:1].isdigit() or following[:1].islower()


def on_or_near(found: Parts, phrase: Phrase, setting: Setting) -> Reading:
    """The day of a month, its year supplied when it is not written."""
    assert found.day is not None
    if found.year is not None:
        return on(found.year, found.month, found.day)
    year = setting.year_of(found.month, found.day, phrase)
    if (found.month, found.day) == (9, 11) and _attacks(phrase, setting):
        year = 2001
    if year is None or not calendar.exists(None, found.month, found.day):
        return on(None, found.month, found.day)
    return on(year, found.month, found.day)._replace(year=None, resolved=True)


def _attacks(phrase: Phrase, setting: Setting) -> bool:
    """Whether September 11 is the name of what happened on that day in 2001."""
    following = {setting.word(phrase.end + ahead) for ahead in range(3)}
    return bool(following & {"attacks", "attack", "terrorist", "terror", "hijackers", "hijackings", "commission"})


def on(year: int | None, month: int, day: int) -> Reading:
    """A day as written: without a value when there is no such day, with X for a year that is not known."""
    if not calendar.exists(year, month, day):
        return Reading("", Grain.DAY, year=year, month=month, day=day)
    if year is None:
        return Reading(f"XXXX-{month:02}-{day:02}", Grain.DAY, month=month, day=day)
    whole = date(year, month, day)
    return Reading(whole.isoformat(), Grain.DAY, whole, whole, year=year, month=month, day=day)


def read_days(phrase: Phrase, setting: Setting) -> Reading | None:
    """May 3-5, 3 to 5 May: the days from one to the other."""
    found = parts(phrase, setting)
    first, second = _two_days(phrase)
    start = on_or_near(Parts(found.year, found.month, first), phrase, setting)
    # The second day is in the year of the first, though by itself another one may be nearer.
    year = found.year or (start.first.year if start.resolved and start.first else None)
    end = on_or_near(Parts(year, found.month, second), phrase, setting)
    return between(start, end._replace(year=found.year, resolved=start.resolved))


def _two_days(phrase: Phrase) -> tuple[int, int]:
    """The two days, none of which is the year that may follow."""
    at = phrase.find(*_DIGITS)
    return int(phrase.lower(at)), int(phrase.lower(phrase.find(*_DIGITS, after=at + 1)))


def between(start: Reading, end: Reading) -> Reading:
    """The time from one date to another; its parts as written are those of the end that has them."""
    value = f"{start.value}/{end.value}" if start.value and end.value else ""
    return Reading(
        value,
        Grain.RANGE,
        start.first,
        end.last,
        start.resolved or end.resolved,
        end.year,
        end.month,
    )


def read_month_and_year(phrase: Phrase, setting: Setting) -> Reading | None:
    """May 2025, mid-May 2025."""
    found = parts(phrase, setting)
    assert found.year is not None
    reading = calendar.in_month(found.year, found.month)
    return reading._replace(year=found.year, month=found.month, part=phrase.word("part"))


def read_century(phrase: Phrase, setting: Setting) -> Reading | None:
    """The 19th century, the twenty-first century."""
    if not phrase.lower(len(phrase.letters) - 1).startswith("centur"):
        return None
    number = ordinal_in(phrase)
    tens = phrase.word("cardinal")
    if tens and CARDINALS[tens] >= 20:
        number = CARDINALS[tens] + number
    return calendar.in_century(number) if 1 <= number <= 30 else None


def ordinal_in(phrase: Phrase) -> int:
    """The number of the first ordinal: “third”, “3rd”; 0 without one."""
    if word := phrase.word("ordinal"):
        return ORDINALS[word]
    at = phrase.find(*_DIGITS)
    return int(phrase.lower(at)) if at >= 0 else 0


def read_decade(phrase: Phrase, setting: Setting) -> Reading | None:
    """The 1990s, the '90s; the 90s only with “the”, for it may be a temperature or an age."""
    at = phrase.find("year", "four", *_DIGITS)
    digits = phrase.lower(at)
    if not digits.endswith("0"):
        return None
    if len(digits) == 2:
        if not phrase.has("quote") and not _is_of_the_century(phrase, setting):
            return None
        return calendar.in_decade(setting.full_year(int(digits)))._replace(part=phrase.word("part"))
    year = int(digits)
    if (
        phrase.has("quote")
        and phrase.find("quote") > at
        and setting.word(phrase.start - 1) not in ("the", "early", "late")
    ):
        return None  # 2010's: of that year
    if year < 1000:
        return None
    return calendar.in_decade(year)._replace(part=phrase.word("part"))


def _is_of_the_century(phrase: Phrase, setting: Setting) -> bool:
    """Whether “90s” are years: not how old somebody is, nor how warm it was."""
    if setting.word(phrase.start - 1) not in ("the", "and", "or", "early", "late"):
        return False
    return not any(setting.word(phrase.start - back) in _WARMTH for back in range(2, 12))


_WARMTH = frozenset("temperature temperatures degrees thermometer mercury heat highs lows".split())


def read_years(phrase: Phrase, setting: Setting) -> Reading | None:
    """2014-2022, 2014/15, 2014 to 2022; 2014-05 with a leading zero too small for a year is a month."""
    first, last = phrase.lower(0), phrase.lower(len(phrase.letters) - 1)
    start = int(first)
    if len(last) == 4:
        end = int(last)
    else:
        end = start // 100 * 100 + int(last)
        if end <= start and end + 100 == start + 1:
            end += 100  # 1999-00
        elif end <= start:
            return _iso_month(start, last) if phrase.has("hyphen") else None
        if len(last) != 2 or end - start > 60:
            return None
    return Reading(f"{start:04}/{end:04}", Grain.RANGE, date(start, 1, 1), date(end, 12, 31))


def _iso_month(year: int, digits: str) -> Reading | None:
    if len(digits) != 2 or not 1 <= int(digits) <= _MONTHS_IN_YEAR:
        return None
    return calendar.in_month(year, int(digits))._replace(year=year, month=int(digits))


def read_open_range(phrase: Phrase, setting: Setting) -> Reading | None:
    """2019-present, from 2007 onwards."""
    year = int(phrase.lower(0))
    return Reading(f"{year:04}/..", Grain.RANGE, date(year, 1, 1), None, year=year)


def read_month(phrase: Phrase, setting: Setting) -> Reading | None:
    """In May, mid-May: the year is supplied by the tense of the clause."""
    month = MONTHS[phrase.lower(phrase.find(*_MONTH))]
    year = setting.year_of(month, None, phrase)
    part = phrase.word("part")
    if year is None:
        return Reading(f"XXXX-{month:02}", Grain.MONTH, month=month, part=part)
    return calendar.in_month(year, month, resolved=True)._replace(month=month, part=part)


def read_year(phrase: Phrase, setting: Setting) -> Reading | None:
    """2014, early 2014, '82, the end of 2014."""
    year = year_in(phrase, setting)
    if year is None:
        return None
    return calendar.in_year(year)._replace(year=year, part=phrase.word("part") or phrase.word("edge"))
