"""Parts do not make the total that is stated with them.

Readers add up, and a total that is off by one makes them doubt the rest. Both the parts and the total may be right
on their own: one of them was updated and the other was not.

## Flagged

> Of the 46 victims, 14 died, 32 were hurt and 5 escaped.

> The 61 members are 48 men and 15 women.

> The fund paid out $1.2m in grants and $0.9m in loans, a total of $2.6m.

## Fine

> Of the 51 victims, 14 died, 32 were hurt and 5 escaped.

> Of the 46 patients, 30 had a fever and 28 had a cough.

> Of about 120 complaints, 70 were upheld and 60 dismissed.

## Limits

Reads totals and parts that stand in one sentence, or in two when the second opens with “Of these” or “The other”.
Parts that do not claim to be all of the total may be less than it, and parts that may overlap, that are hedged or
that open with “including” are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import rounding, say, say_together
from checker.rules.figures._parts import Partition, partitions

rule = Rule(__name__, Severity.ERROR)

FARTHEST = 12.0  # times: sums that are farther off are of different things


@rule.check
def sum_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each total with the sum of its parts."""
    for partition in partitions(article):
        values = [part.low or 0.0 for part in partition.parts]
        total, added = partition.total.low or 0.0, sum(values)
        if min(values) > total or not total < added * FARTHEST < total * FARTHEST**2:
            continue
        over = added - total
        if abs(over) <= tolerance(partition) or (over < 0 and not partition.complete):
            yield AGREES
            continue
        parts = [Related(part.span, "a part") for part in partition.parts]
        yield rule.finding(partition.total.span, wording(partition), parts)


def tolerance(partition: Partition) -> float:
    """How far sum and total may be apart because they are printed rounded."""
    return sum(rounding(figure) for figure in (partition.total, *partition.parts)) * (1 + 1e-9)


def wording(partition: Partition) -> str:
    """The sum as an equation that does not hold: “14 + 32 + 5 = 51, not 46”."""
    values = [part.low or 0.0 for part in partition.parts]
    added, total = say_together(sum(values), partition.total.low or 0.0)
    sum_ = " + ".join(say_together(*values))
    allowed = tolerance(partition)
    return f"{sum_} = {added}, not {total}" + (f", {say(allowed)} allowed for rounding" if allowed else "")
