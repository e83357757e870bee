"""An average lies outside the range that is given for the same values.

The mean of values between 20 and 40 is neither below 20 nor above 40.

## Flagged

> Tickets range from $20 to $40, with an average of $45.

> Classes have between 18 and 24 pupils. On average there are 26 pupils in a class.

## Fine

> Tickets range from $20 to $40, with an average of $35.

> The bank expects rates of between 2% and 3%. Rates averaged 4% last year.

> Tickets range from $20 to $40, and the average age is 45.

## Limits

Average and range must have one unit and one noun, and stand in one sentence or in neighbours. Ranges that are
expected, aimed at or past are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.synonyms import same_thing
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import printed, rounding
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.ERROR)

AVERAGES = frozenset("average averages averaged averaging mean median".split())
RANGING = frozenset("range ranges ranged ranging vary varies varied varying".split())
RUNNING = frozenset("run runs ran go goes".split())  # … from A to B
# Where these stand, range and average are of other times, or of nothing that is.
OTHERWISE = frozenset(
    "expect expects expected forecast forecasts predicted projected target targets aim aims will would could may "
    "might should last previous previously earlier ago than actually outside below above recommended allowed limit "
    "normal".split()
)
NEAR = 5  # tokens between the word and the average
SIDES = 4  # tokens that “on average” may stand behind its number


@rule.check
def average_outside_range(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare every average with the ranges beside it."""
    words = article.tokens.lower
    for before, statement in pairwise([None, *statements(article)]):
        if statement is None or AVERAGES.isdisjoint(words[statement.first : statement.last]):
            continue
        reach = [statement] if before is None or before.block is not statement.block else [before, statement]
        if any(not OTHERWISE.isdisjoint(words[one.first : one.last]) for one in reach):
            continue
        for average in (entry.figure for entry in statement.entries if is_average(words, statement, entry)):
            for low, high in (ends for one in reach for ends in ranges(words, one)):
                if not is_alike(average, low, high):
                    continue
                value, least, most = printed(average) or 0.0, low.low or 0.0, high.high or 0.0
                slack = rounding(average) + rounding(low)
                if least - slack <= value <= most + slack:
                    yield AGREES
                    continue
                message = f"an average of {article[average.span]} outside {article[low.span]}"
                message += "" if low is high else f" to {article[high.span]}"
                yield rule.finding(average.span, message, [Related(low.span, "the range")])


def is_average(words: list[str], statement: Statement, entry: Entry) -> bool:
    """Whether the number is an average: “an average of $45”, “26 pupils on average”."""
    if entry.figure.kind is FigureKind.RANGE or printed(entry.figure) is None:
        return False
    before = words[max(statement.first, entry.first - NEAR) : entry.first]
    behind = words[entry.last : min(statement.last, entry.last + SIDES)]
    return not AVERAGES.isdisjoint(before) or behind[-2:] == ["on", "average"] or behind[1:3] == ["on", "average"]


def ranges(words: list[str], statement: Statement) -> Iterator[tuple[Figure, Figure]]:
    """The figures that give the two ends of a range; twice the same when one figure is the range."""
    for entry in statement.entries:
        if entry.figure.kind is FigureKind.RANGE and entry.figure.low is not None and entry.figure.high is not None:
            yield entry.figure, entry.figure
    for one, two in pairwise(statement.entries):
        plain = one.figure.value is not None and two.figure.value is not None
        before = words[max(0, one.first - 3) : one.first]
        ranging = not RANGING.isdisjoint(before) or (before[-1:] == ["from"] and before[-2] in RUNNING)
        if plain and ranging and words[one.last : two.first] == ["to"]:
            yield one.figure, two.figure


def is_alike(average: Figure, low: Figure, high: Figure) -> bool:
    """Whether average and range measure the same thing."""
    if average.unit != high.unit or (low.unit and low.unit != high.unit):
        return False
    if average.kind is FigureKind.AGE:
        return low is high and high.unit == "year"  # aged between 20 and 40
    if average.unit:
        return not (average.head and high.head) or same_thing(average.head) == same_thing(high.head)
    if not (average.head or low.head or high.head):
        return low is high and average.found_by == "count"
    return bool(average.head) and same_thing(average.head) == same_thing(high.head)
