"""A change between two percentages is called percent where it is percentage points.

From 4% to 6% is two points, and a rise of half. Calling it 2% is the commonest slip with percentages.

## Flagged

> Unemployment went from 4% to 6%, a 2% rise.

> Support for the plan fell from 52 percent to 48 percent. That is a drop of 4 percent.

## Fine

> Unemployment went from 4% to 6%, a rise of two percentage points.

> Unemployment went from 4% to 6%, a 50% rise.

> Approval rose from 4% to 6% as prices fell 2%.

## Limits

Both percentages and the change must stand in one sentence, or the change must open the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import FigureKind
from checker.annotate.figures.units import PERCENT
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import printed, say
from checker.rules.figures._changes import changes

rule = Rule(__name__, Severity.ERROR)

LOOSENESS = 0.05  # of the change, for rounding
CUT_OFF = 1.0  # points: whole percentages are often cut off instead of rounded


@rule.check
def points_as_percent(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at every change of a percentage that is itself given in percent."""
    for change in changes(article):
        if change.percent is None or not change.firm or change.before.unit != PERCENT or change.percent.unit != PERCENT:
            continue
        before, after, said = (printed(figure) for figure in (change.before, change.after, change.percent))
        if not before or after is None or said is None or change.percent.kind is FigureKind.RANGE:
            continue
        points, percent = abs(after - before), abs(100 * (after / before - 1))
        place = change.percent.precision or 1.0
        if abs(said - points) > place / 2 + LOOSENESS * points:
            continue
        if abs(said - percent) <= max(place, LOOSENESS * percent, CUT_OFF):
            yield AGREES
            continue
        yield rule.finding(
            change.percent.span,
            f"from {article[change.before.span]} to {article[change.after.span]} is {say(round(points, 2))} percentage "
            f"points, or {say(round(percent, 1))}%, not {article[change.percent.span]}",
            [Related(change.before.span, "the value before"), Related(change.after.span, "the value after")],
        )
