"""An amount in another unit, or in another currency, does not match the first one.

The reader who thinks in kilometres and the one who thinks in miles must get the same story.

## Flagged

> The fire spread over 10 miles (26km) of coast.

> It was 35C (85F) in the shade.

> The firm paid $4m (£2.1m) for the site. It had asked for $8m (£6.2m).

## Fine

> The fire spread over 10 miles (16km) of coast.

> The climbers carried 220kg (500lb) of rope.

> The firm paid $4m (£2.1m) for the site. It had asked for $8m (£4.2m).

## Limits

The second amount must stand in brackets, after “or” or after a slash. Units of measure are worked out; of currencies
only the rates of one article are compared, and a few great ones with what they have been in the past fifty years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import say
from checker.rules.figures._conversions import Conversion, agrees, conversions, converted, money_of, rate

rule = Rule(__name__, Severity.ERROR)

RATE_LOOSE = 0.12  # rates of one article: copy is updated from one day to the next
# One of the first in the second, the lowest and the highest since the 1970s with some room.
RATES = {
    ("GBP", "USD"): (1.0, 2.7),
    ("EUR", "USD"): (0.8, 1.7),
    ("EUR", "GBP"): (0.5, 1.0),
    ("JPY", "USD"): (0.0027, 0.0143),
    ("CAD", "USD"): (0.6, 1.1),
    ("GBP", "JPY"): (110.0, 900.0),
}


@rule.check
def conversion_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Work out every conversion of a measure, and compare the rates of every two currencies."""
    rates: dict[tuple[str, ...], list[Conversion]] = defaultdict(list)
    for conversion in conversions(article):
        expected = converted(conversion.one, conversion.two.unit)
        if expected is None:
            rates[tuple(sorted((money_of(conversion.one)[0], money_of(conversion.two)[0])))].append(conversion)
        elif agrees(conversion):
            yield AGREES
        else:
            said = article[conversion.two.span]
            right = said.replace(conversion.two.digits, say(round(expected, 1)), 1)
            message = f"{article[conversion.one.span]} is {right}, not {said}"
            yield rule.finding(conversion.two.span, message, [Related(conversion.one.span, "the same in another unit")])
    for currencies, known in rates.items():
        yield from compare_rates(article, currencies, known)


def compare_rates(article: Article, currencies: Sequence[str], known: list[Conversion]) -> Iterator[Outcome]:
    """Compare the rates at which an article converts one currency into another."""
    rates = [rate(conversion, currencies[0]) for conversion in known]
    usual = median((low * high) ** 0.5 for low, high in rates)
    first = next((at for at, (low, high) in enumerate(rates) if low <= usual <= high), 0)
    bounds = RATES.get((currencies[0], currencies[1]))
    for at, (conversion, (low, high)) in enumerate(zip(known, rates, strict=True)):
        other = known[first] if at != first else None
        if bounds and (high < bounds[0] or low > bounds[1]):
            yield finding(article, conversion, "at no time in fifty years")
        elif other is not None and (high * (1 + RATE_LOOSE) < usual or low > usual * (1 + RATE_LOOSE)):
            yield finding(
                article, conversion, f"while {article[other.one.span]} makes {article[other.two.span]}", other
            )
        else:
            yield AGREES


def finding(article: Article, conversion: Conversion, evidence: str, other: Conversion | None = None) -> Outcome:
    """The finding at a converted amount."""
    related = [Related(conversion.one.span, "the same in another currency")]
    if other is not None:
        related.append(Related(other.two.span, f"{article[other.one.span]} converted"))
    said, converted_to = article[conversion.one.span], article[conversion.two.span]
    return rule.finding(conversion.two.span, f"{said} makes {converted_to} here, {evidence}", related)
