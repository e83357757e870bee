"""The percentage or the size of a change is not the one between its two values.

The percentage is usually worked out by hand, from the wrong base or from figures that were later corrected.

## Flagged

> Profits rose from $2m to $2.5m, up 50%.

> Sales fell 12 percent to 390 cars, compared with 500 a year earlier.

> The club cut its losses from £20m to £5m. That is a drop of 25%.

> Unemployment rose from 4% to 6%, up four percentage points.

> The fee was cut by £5 to £49 from £50.

## Fine

> Profits rose from $2m to $2.5m, up 25%.

> Profits rose from about $2m to $2.5m, up nearly 30%.

> The group has a 50% stake in a plant whose output rose from 200 cars to 250.

## Limits

Both values and one percentage or difference must stand in one sentence, or the percentage must open the next one.
Rounding of all three numbers is allowed for, and two hundredths of the percentage besides. A change between two
percentages may be given as points or as a percentage.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import Figure
from checker.annotate.figures.units import PERCENT
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import HEDGE, hedged, say
from checker.rules.figures._changes import BASIS_POINT, Change, changes, intervals
from checker.rules.figures._differences import differences, is_right

rule = Rule(__name__, Severity.ERROR)

LOOSENESS = 0.02  # of the percentage: the desk's own rounding on the way
WHOLE = 1.0  # points: whole percentages are often cut off instead of rounded


@rule.check
def percent_change_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Work out every change that is given with both values and a percentage."""
    yield from sizes(article)
    for change in changes(article):
        percent = change.percent
        if percent is None or intervals(change)[0][0] <= 0:
            continue
        if change.before.unit == PERCENT and not change.firm:
            continue
        least, most = in_points(change) if percent.unit != PERCENT else in_percent(change)
        if percent.span in change.statement.span and max(least * change.direction, most * change.direction) < 0:
            continue  # direction-mismatch says it
        if agrees(percent, least, most) or (change.before.unit == PERCENT and agrees(percent, *in_points(change))):
            yield AGREES
            continue
        yield rule.finding(
            percent.span,
            f"from {article[change.before.span]} to {article[change.after.span]} is "
            f"{wording(change, percent.unit != PERCENT)}, not {article[percent.span]}",
            [Related(change.before.span, "the value before"), Related(change.after.span, "the value after")],
        )


def sizes(article: Article) -> Iterator[Outcome]:
    """Subtract the values of every change that is given with its size."""
    for difference in differences(article):
        if is_right(difference):
            yield AGREES
            continue
        before, after, size = difference.change.before, difference.change.after, difference.size
        apart = say(abs((after.value or 0.0) - (before.value or 0.0)))
        message = f"from {article[before.span]} to {article[after.span]} is {apart}, not {article[size.span]}"
        related = [Related(before.span, "the value before"), Related(after.span, "the value after")]
        yield rule.finding(size.span, message, related)


def in_percent(change: Change) -> tuple[float, float]:
    """The least and the greatest change in percent that the two values can be rounded from."""
    before, after = intervals(change)
    return 100 * (after[0] / before[1] - 1), 100 * (after[1] / before[0] - 1)


def in_points(change: Change) -> tuple[float, float]:
    """The least and the greatest change of a percentage in points, or basis points."""
    before, after = intervals(change)
    factor = 100 if change.percent is not None and change.percent.unit == BASIS_POINT else 1
    return factor * (after[0] - before[1]), factor * (after[1] - before[0])


def agrees(percent: Figure, least: float, most: float) -> bool:
    """Whether the percentage, rounded and hedged as it is, fits a change between `least` and `most`."""
    ends = [end for end in (percent.low, percent.high) if end is not None]
    loose = HEDGE if hedged(percent) else LOOSENESS
    place = WHOLE if percent.precision >= 1 or percent.precision == 0 else percent.precision
    low, high = min(ends) - max(loose * min(ends), place), max(ends) + max(loose * max(ends), place)
    if least * most <= 0:
        return low <= max(abs(least), abs(most))
    least, most = sorted((abs(least), abs(most)))
    return low <= most and least <= high


def wording(change: Change, points: bool) -> str:
    """The change as it should read: “a rise of 25%”."""
    before, after = (sum(ends) / 2 for ends in intervals(change))
    if points:
        basis = change.percent is not None and change.percent.unit == BASIS_POINT
        true = (after - before) * (100 if basis else 1)
        what = f"{say(round(abs(true), 2))} {'basis' if basis else 'percentage'} points"
    else:
        true = 100 * (after / before - 1)
        what = f"{say(round(abs(true), 1 if abs(true) < 100 else 0))}%"
    return f"a {'rise' if true > 0 else 'fall'} of {what}"
