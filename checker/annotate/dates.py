"""Dates: points and stretches of time as written, resolved against the publication date where they need it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checker.article import Article, Mention


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
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Date(Mention):
    """A date as written and what it means.

    `value` is EDTF (ISO 8601-2): “2025-05-23”, “2025-05”, “202X”, “2022/2025”, “2019/..”; a duration is an
    ISO 8601 one (“P3D”); empty when the date cannot be (June 31) or cannot be resolved.
    """

    value: str
    grain: Grain
    resolved: bool = False
    """Whether something outside the words was needed and found: the publication date, the article's year."""
    first: date | None = None
    last: date | None = None
    """The days it covers, both included; None where open or not known."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    """As written, possible or not; None for what is not written."""
    weekday: int | None = None
    """As written, Monday 0; None when no weekday is written."""
    clock: str = ""
    """A time of day as written, “HH:MM” with its zone if any; impossible ones too (“25:00”)."""


def find(article: Article) -> Iterator[Date]:
    """The dates of every block of prose, in order."""
    yield from ()
