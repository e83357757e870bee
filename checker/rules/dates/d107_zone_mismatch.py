"""A time in two zones is off.

Summer time is forgotten twice a year, and the sum is done the wrong way round the rest of it.

## Flagged

> The launch is at 11:00 GMT (16:00 BST).

## Fine

> The launch is at 11:00 GMT (12:00 BST), which is 7 a.m. EDT.

## Limits

Knows the zones of its table by their usual letters; those that two parts of the world share, such as IST and CST, are
left alone. Reads a time with a second one in brackets right behind it, and both must name a zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.WARNING)

# Minutes east of Greenwich, after the IANA time zone database; ambiguous abbreviations are left out.
OFFSETS = {
    "GMT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 60, "CET": 60, "WEST": 60, "CEST": 120, "EET": 120, "SAST": 120,
    "EEST": 180, "MSK": 180, "GST": 240, "PKT": 300, "ICT": 420, "WIB": 420, "HKT": 480, "SGT": 480, "AWST": 480,
    "JST": 540, "KST": 540, "ACST": 570, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "EST": -300, "EDT": -240,
    "CDT": -300, "MDT": -360, "MST": -420, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600,
}  # fmt: skip
CLOCK = re.compile(r"(\d\d):(\d\d) ?([A-Z]+)")
DAY = 24 * 60
JOINS = ({"("}, {","}, {"/"}, {"or"}, {",", "or"})


@rule.check
def zone_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each time with the one in another zone right behind it."""
    for one, other in pairwise(article.mentioned(Date)):
        first, second = moment(one), moment(other)
        between = article.tokens.within(one.span.end, other.span.start)
        joined = {article.tokens.lower[at] for at in between} in JOINS and len(between) <= 2
        if first is None or second is None or not joined or zone(one) == zone(other):
            continue
        if (first - second) % DAY == 0:
            yield AGREES
            continue
        right = (first + OFFSETS[zone(other)]) % DAY
        yield rule.finding(
            other.span,
            f"{article[one.span]} is {right // 60:02}:{right % 60:02} {zone(other)}",
            [Related(one.span, "the time in the other zone")],
        )


def moment(date: Date) -> int | None:
    """The minute of the day in Greenwich; None for what is no time of a known zone."""
    match = CLOCK.fullmatch(date.clock) if date.grain is Grain.TIME else None
    if match is None or match[3] not in OFFSETS:
        return None
    return int(match[1]) * 60 + int(match[2]) - OFFSETS[match[3]]


def zone(date: Date) -> str:
    """The letters of a time's zone."""
    return date.clock.rpartition(" ")[2]
