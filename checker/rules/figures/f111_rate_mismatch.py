"""So much each, or so many in a thousand, does not make the total that is stated.

A number of things, a price for each and a sum are one multiplication; one of the three is wrong.

## Flagged

> The 20 winners received $500 each, a total of $15,000.

> The city bought 12 buses at $250,000 apiece for $5m.

> The disease strikes 5 per 1,000 of the 200,000 residents, or 5,000.

## Fine

> The 20 winners received $500 each, a total of $10,000.

> The city bought 12 buses at $250,000 apiece and spent $5m on roads.

> The sides freed 390 prisoners each as part of an exchange of 1,000 prisoners.

## Limits

The number, the price for each and the total must stand in one sentence, and the total must be called one, or be what
the things cost.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import PERCENT, SHARE
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import HEDGE, hedged, printed, say, say_together
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.WARNING)

EACH = frozenset("each apiece".split())
TOTAL = frozenset("total totalling totaling altogether sum".split())
COST = frozenset("for costing worth cost".split())
BASES = frozenset({100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0})
RAISING = frozenset("raising collecting paying earning cost costing".split())
LOOSE = 0.02  # of the product: prices are rounded too
NEAR = 5  # tokens


@rule.check
def rate_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Multiply what a sentence says of each with how many there are."""
    words = article.tokens.lower
    for statement in statements(article):
        for factors, total in (*products(words, statement), *rates(words, statement)):
            values = [printed(figure) or 0.0 for figure in factors]
            stated = printed(total) or 0.0
            product = values[0] * values[1] / (values[2] if len(values) > 2 else 1.0)
            if fits(product, stated, (*factors, total)):
                yield AGREES
                continue
            right, wrong = say_together(product, stated)
            sign = " × ".join(say(value) for value in values[:2]) + (f" / {say(values[2])}" if len(values) > 2 else "")
            related = [Related(figure.span, "multiplied") for figure in factors]
            yield rule.finding(total.span, f"{sign} = {right}, not {wrong}", related)


def products(words: list[str], statement: Statement) -> Iterator[tuple[tuple[Figure, ...], Figure]]:
    """“The 20 winners received $500 each, a total of $15,000”."""
    prices = [entry for entry in statement.entries if is_for_each(words, entry)]
    if not prices and any(words[entry.first - 3 : entry.first] == ["each", "of", "the"] for entry in statement.entries):
        prices = [entry for entry in statement.entries if entry.figure.unit][:1]
    if len(prices) != 1 or not prices[0].figure.unit or prices[0].figure.unit in (PERCENT, SHARE):
        return
    price = prices[0]
    counts = [entry for entry in statement.entries if is_count(entry) and entry is not price]
    totals = [entry for entry in statement.entries if entry.figure.unit == price.figure.unit and entry is not price]
    if len(counts) == 1 and len(totals) == 1 and is_total(words, statement, totals[0], price):
        yield (counts[0].figure, price.figure), totals[0].figure


def is_for_each(words: list[str], entry: Entry) -> bool:
    """Whether the number is a price or share for each: “$500 each”, “will each receive $500”."""
    behind = words[entry.last : entry.last + 3]
    verb = words[max(0, entry.first - 2) : entry.first]
    return (
        entry.figure.scope == "each"
        or (bool(entry.figure.unit) and verb[:1] == ["each"] and verb[1].isalpha())
        or not EACH.isdisjoint(behind[:1])
        or behind[:2] == ["a", "head"]
    )


def is_count(entry: Entry) -> bool:
    """Whether the number says how many things there are."""
    figure = entry.figure
    return figure.kind is FigureKind.COUNT and not figure.unit and bool(figure.head) and (printed(figure) or 0.0) > 1


def is_total(words: list[str], statement: Statement, total: Entry, price: Entry) -> bool:
    """Whether the number is called a total, or is what the things cost."""
    near = words[max(statement.first, total.first - NEAR) : total.first]
    if not TOTAL.isdisjoint(near) or words[total.last : total.last + 2] in (["in", "total"], ["in", "all"]):
        return True
    if total.first > price.last and not RAISING.isdisjoint(near):
        return True
    return total.first > price.last and not COST.isdisjoint(near[-1:]) and total.first - price.last <= NEAR


def rates(words: list[str], statement: Statement) -> Iterator[tuple[tuple[Figure, ...], Figure]]:
    """“5 per 1,000 of the 200,000 residents, or 5,000”."""
    entries = statement.entries
    for at in range(len(entries) - 3):
        rate, base, people, count = entries[at : at + 4]
        if words[rate.last : base.first] not in (["per"], ["in", "every"], ["for", "every"]):
            continue
        if printed(base.figure) not in BASES or words[base.last : people.first] not in (["of", "the"], ["of", "its"]):
            continue
        gap = words[people.last : count.first]
        if len(gap) <= NEAR and gap[-1:] == ["or"] and not count.figure.unit:
            yield (rate.figure, people.figure, base.figure), count.figure


def fits(product: float, stated: float, figures: tuple[Figure, ...]) -> bool:
    """Whether the product is the total, as roughly as the numbers are printed."""
    rounded = sum(figure.precision / 2 / (printed(figure) or 1.0) for figure in figures if figure.precision > 1)
    loose = LOOSE + rounded + HEDGE * sum(map(hedged, figures))
    return abs(product - stated) <= loose * max(product, stated)
