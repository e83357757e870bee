"""Times of day: 10:30 GMT, 5 p.m., 10.30am, 0800 UTC."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.dates.calendar import Grain, Reading
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.setting import Setting

_BEFORE_A_TIME = frozenset("at by until till from since around about before after between to and".split())
_LAST_HOUR = 24
_LAST_MINUTE = 59


class Clock(NamedTuple):
    """A time of day as written."""

    hour: int
    minute: int
    meridiem: str = ""
    zone: str = ""
    offset: str = ""
    """How far the zone is from Greenwich, where that is written: “+08:00”."""

    @property
    def possible(self) -> bool:
        """Whether a clock can show it; 24:00 counts as midnight."""
        if self.minute > _LAST_MINUTE or self.hour > _LAST_HOUR:
            return False
        if self.hour == _LAST_HOUR and self.minute:
            return False
        return self.meridiem != "am" or self.hour <= 12

    @property
    def written(self) -> str:
        """HH:MM with its zone, on the 24-hour clock when that can be told."""
        hour = self.hour
        if self.possible and self.meridiem:
            hour = hour % 12 + 12 if self.meridiem == "pm" else hour % 12
        elif self.meridiem:
            return " ".join(filter(None, (f"{hour:02}:{self.minute:02}", self.meridiem, self.zone + self.offset)))
        return " ".join(filter(None, (f"{hour:02}:{self.minute:02}", self.zone + self.offset)))


def clock_in(phrase: Phrase) -> Clock | None:
    """The time that a phrase names; None when its digits are none."""
    at = phrase.find("day", "high", "dotclock", "four", "year")
    word = phrase.lower(at)
    if phrase.has("dotclock"):
        hour, minute = map(int, word.split("."))
    elif len(word) == 4:
        hour, minute = int(word[:2]), int(word[2:])
    else:
        colon = phrase.find("colon")
        if colon >= 0 and len(phrase.lower(colon + 1)) != 2:
            return None
        hour, minute = int(word), int(phrase.lower(colon + 1)) if colon >= 0 else 0
    zone = phrase.word("zone") or phrase.word("gmt")
    return Clock(hour, minute, phrase.word("meridiem").replace(".", ""), zone.upper(), _offset(phrase))


def _offset(phrase: Phrase) -> str:
    """The hours from Greenwich behind GMT or UTC."""
    at = phrase.find("gmt")
    hours = phrase.find("day", after=at) if at >= 0 else -1
    if hours < 0:
        return ""
    sign = "+" if phrase.lower(hours - 1) == "+" else "-"
    return f"{sign}{int(phrase.lower(hours)):02}:00"


def read_clock(phrase: Phrase, setting: Setting) -> Reading | None:
    """A time with am or pm, a zone, or “at” before it; anything else with a colon may be a score."""
    clock = clock_in(phrase)
    if clock is None:
        return None
    if setting.word(phrase.start - 1) in (":", ".") and not phrase.has("colon"):
        return None  # the minutes of something else
    marked = bool(clock.meridiem or clock.zone or phrase.has("oclock"))
    if not marked and setting.word(phrase.start - 1) not in _BEFORE_A_TIME:
        return None
    if not clock.possible:
        if not marked and not _is_of_a_day(clock, phrase, setting):
            return None
        return Reading("", Grain.TIME, clock=clock.written)
    return Reading(f"T{_iso(clock)}", Grain.TIME, clock=clock.written)


def _is_of_a_day(clock: Clock, phrase: Phrase, setting: Setting) -> bool:
    """Whether an impossible time without am, pm or zone is one all the same: not a score, nor the time of a goal."""
    if setting.word(phrase.start - 1) != "at" or clock.minute > _LAST_MINUTE or clock.hour >= 30:
        return False
    return setting.word(phrase.end) not in ("of", "into", "minutes", "mark", "in")


def _iso(clock: Clock) -> str:
    time = clock.written[:5]
    return time + (clock.offset or ("Z" if clock.zone in ("GMT", "UTC") else ""))


def on_its_day(time: Reading, day: Reading | None) -> Reading:
    """A time with the day it belongs to, when that is known."""
    if day is None or day.grain is not Grain.DAY or day.first is None or not time.value:
        return time
    return time._replace(value=f"{day.value}{time.value}", first=day.first, last=day.last, resolved=True)
