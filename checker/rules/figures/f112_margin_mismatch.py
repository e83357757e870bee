"""A poll gives a margin of error that its sample cannot have.

Five hundred people are good for about four points and a half, not for one; margins are seldom checked.

## Flagged

> The poll of 500 adults has a margin of error of plus or minus 1 percentage point.

> The survey of 1,000 voters has a margin of error of 31 points.

## Fine

> The poll of 500 adults has a margin of error of plus or minus 4.5 percentage points.

> The poll of 1,000 adults, 480 of them likely voters, has a margin of error of plus or minus 5 points.

> The poll of 500 adults shows her 1 percentage point ahead.

## Limits

Takes the margin for one at 95 percent, allows for designs that make it wider and for those at 90 percent, and is
content with any sample that is named within two sentences. A lead that is smaller than the margin is left alone; one
that stands with both shares may be a point off.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import PERCENT, PERCENTAGE_POINT
from checker.annotate.synonyms import same_thing
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import printed, say
from checker.rules.figures._leads import Lead, leads
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.WARNING)

AT_95, AT_90 = 98.0, 82.0  # margin in points times the root of the sample
WIDEST = 3.0  # times the plain margin: the effect of weighting and clusters, and of a part of the sample
SMALLEST_SAMPLE = 100.0
ROUNDED = 1.0  # point: both shares are rounded
REACH = 2  # sentences
BEHIND = 10  # tokens between “margin of error” and its number
ASKED = frozenset(
    "adult voter person respondent household american briton interview citizen resident elector consumer student "
    "parent republican democrat independent registered likely worker woman man".split()
)
POINTS = frozenset({PERCENT, PERCENTAGE_POINT, "point"})


@rule.check
def margin_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare every margin of error with the samples around it."""
    yield from (lead_outcome(article, lead) for lead in leads(article))
    words, known = article.tokens.lower, statements(article)
    for statement in known:
        margin = margin_of(words, statement)
        if margin is None:
            continue
        around = known[max(0, statement.number - REACH) : statement.number + REACH + 1]
        samples = [entry.figure for one in around for entry in one.entries if is_sample(entry)]
        value = abs(printed(margin) or 0.0)  # “plus or minus” may be read as a sign
        if not samples or not value:
            continue
        if any(fits(value, margin.precision, printed(sample) or 1.0) for sample in samples):
            yield AGREES
            continue
        sample = max(samples, key=lambda one: printed(one) or 0.0)
        right = AT_95 / sqrt(printed(sample) or 1.0)
        message = (
            f"a sample of {say(printed(sample) or 0.0)} gives about {say(round(right, 1))} points, not {say(value)}"
        )
        yield rule.finding(margin.span, message, [Related(sample.span, "the sample")])


def lead_outcome(article: Article, lead: Lead) -> Outcome:
    """Whether the points of a lead are those between its two shares."""
    one, two = (printed(share) or 0.0 for share in lead.shares)
    stated, apart = abs(printed(lead.points) or 0.0), abs(one - two)
    if abs(apart - stated) <= ROUNDED:
        return AGREES
    related = [Related(share.span, "a share") for share in lead.shares]
    message = (
        f"{say(max(one, two))}% to {say(min(one, two))}% is a lead of {say(round(apart, 1))} points, not {say(stated)}"
    )
    return rule.finding(lead.points.span, message, related)


def margin_of(words: list[str], statement: Statement) -> Figure | None:
    """The number of “a margin of error of plus or minus 3 points”."""
    for at in range(statement.first, statement.last - 2):
        if words[at] != "margin" or "error" not in words[at : at + 4]:
            continue
        behind = (entry for entry in statement.entries if at < entry.first <= at + BEHIND)
        return next((entry.figure for entry in behind if may_be_margin(entry.figure)), None)
    return None


def may_be_margin(figure: Figure) -> bool:
    """Whether a number is in points, or in percent."""
    return figure.unit in POINTS or figure.head == "point"


def is_sample(entry: Entry) -> bool:
    """Whether a number may say how many were asked."""
    figure = entry.figure
    value = printed(figure)
    if figure.kind is not FigureKind.COUNT or figure.unit or value is None or value < SMALLEST_SAMPLE:
        return False
    return figure.head in ASKED or same_thing(figure.head) in ASKED


def fits(margin: float, precision: float, sample: float) -> bool:
    """Whether a sample of that size can have the margin, rounded as it is."""
    rounded = precision / 2 if precision else 0.5
    return (margin + rounded) * sqrt(sample) >= AT_90 and (margin - rounded) * sqrt(sample) <= AT_95 * WIDEST
