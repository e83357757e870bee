"""Dates: points and stretches of time as written, resolved against the publication date where they need it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from checker.annotate.dates.calendar import Grain as Grain
from checker.annotate.dates.grammar import bare
from checker.annotate.dates.ranges import Found
from checker.annotate.dates.reading import read
from checker.article import Article, Mention, Span


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
    part: str = ""
    """What narrows it: “early”, “late”, “end” of the time that `value` names."""
    bound: str = ""
    """The word before it that makes it a bound: “since”, “until”, “by”, “before”, “after”, “from”."""


_BOUNDS = frozenset("since until till by before after from".split())


def find(article: Article) -> Iterator[Date]:
    """The dates of every block of prose, in order."""
    tokens = article.tokens
    for found in read(article):
        last = found.end - 1
        span = Span(tokens.starts[found.start], tokens.starts[last] + len(bare(tokens.texts[last])))
        before = tokens.lower[found.start - 1] if found.start else ""
        yield _date(span, found, before if before in _BOUNDS else "")


def _date(span: Span, found: Found, bound: str) -> Date:
    read = found.reading
    return Date(
        span,
        found.rule,
        read.value,
        read.grain,
        read.resolved,
        read.first,
        read.last,
        read.year,
        read.month,
        read.day,
        read.weekday,
        read.clock,
        read.part,
        bound,
    )
