"""A period ends before it starts.

Two dates were swapped, or one of them was mistyped; either way the reader cannot tell how long it lasted.

## Flagged

> She led the museum from 2019 to 2016.

> The fair runs from June 15 to June 12.

> The road is closed from 3 p.m. to 1 p.m. on Sunday.

## Fine

> She led the museum from 2016 to 2019.

> The market is open from December 5 to January 2, and the bar from 10 p.m. to 6 a.m. each night.

## Limits

Days without a year are compared within one month only, since a period may run over the end of a year; times only when
both are in the same half of the day, since a night runs over midnight.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.ERROR)

JOINS = frozenset("to until till through and - – —".split())
OPEN = ".."  # EDTF for an end that is not known
OPENS = frozenset("from between".split())
BEGUN = frozenset("began begun started starts begins start born opened".split())
ENDED = frozenset("ended ends end finished finishes completed concluded died".split())
OTHER = frozenset("another other second next his her their".split())
NEAR = 4  # tokens before a date in which “began” stands
FARTHEST = 5  # tokens between “began in 2004” and “2001”


@rule.check
def end_before_start(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the ends of every range of dates, and of every pair that “from … to” makes one."""
    dates = article.mentioned(Date)
    for date in dates:
        start_value, _, end_value = date.value.partition("/")
        if date.grain is Grain.RANGE and start_value and end_value and OPEN not in (start_value, end_value):
            yield outcome(article, date.span, runs_backwards(start_value, end_value, years_written=not date.resolved))
    for start, end in pairwise(dates):
        if (joined(article, start, end) or told(article, start, end)) and (
            backwards := is_backwards(start, end)
        ) is not None:
            yield outcome(article, Span(start.span.start, end.span.end), backwards)


def outcome(article: Article, span: Span, backwards: bool) -> Outcome:
    """The finding for a period that runs backwards."""
    return rule.finding(span, f"{article[span]} ends before it starts") if backwards else AGREES


def runs_backwards(start: str, end: str, years_written: bool) -> bool:
    """Whether the first of two EDTF days, months or years is the later one, as far as both are written."""
    fine = min(len(start), len(end))
    comparable = (years_written and start[0].isdigit()) or (fine > len("2025-06") and start[5:7] == end[5:7])
    return comparable and start[:fine] > end[:fine]


def joined(article: Article, start: Date, end: Date) -> bool:
    """Whether two dates are the ends of a period: “from A to B”, “between A and B”."""
    tokens = article.tokens
    first, second = tokens.at(start.span.start), tokens.at(end.span.start)
    between = tokens.within(start.span.end, end.span.start)
    opened = first > 0 and tokens.lower[first - 1] in OPENS
    return opened and len(between) == 1 and tokens.lower[between.start] in JOINS and first < second


def told(article: Article, start: Date, end: Date) -> bool:
    """Whether a sentence says that something began on one date and ended on the other."""
    sentence, tokens = article.enclosing(Sentence, start.span.start), article.tokens
    between = tokens.within(start.span.end, end.span.start)
    if sentence is None or end.span not in sentence.span or len(between) > FARTHEST or not between:
        return False
    first = tokens.at(start.span.start)
    before, gap = tokens.lower[max(0, first - NEAR) : first], tokens.lower[between.start : between.stop]
    return not BEGUN.isdisjoint(before) and "and" in gap[:2] and not ENDED.isdisjoint(gap) and OTHER.isdisjoint(gap)


def is_backwards(start: Date, end: Date) -> bool | None:
    """Whether a period runs backwards; None when the two ends cannot be compared."""
    if start.grain is end.grain is Grain.TIME:
        return _times_backwards(start.clock, end.clock)
    if start.grain is end.grain and start.grain in (Grain.YEAR, Grain.MONTH):
        written = None not in (start.year, end.year, start.first, end.first)
        return start.first > end.first if written and start.first and end.first else None
    if start.grain is not Grain.DAY or end.grain is not Grain.DAY or start.day is None or end.day is None:
        return None
    if start.first and end.first and start.year and end.year:
        return start.first > end.first
    if start.year == end.year and start.month == end.month and start.month is not None:
        return start.day > end.day
    return None


def _times_backwards(start: str, end: str) -> bool | None:
    one, other = start[:5], end[:5]
    if len(one) < 5 or len(other) < 5 or start[5:] != end[5:] or (one >= "12:00") != (other >= "12:00"):
        return None
    return one > other
