"""One event is given two dates.

A day is copied from notes twice and mistyped once; readers who plan by it come on the wrong one.

## Flagged

> The inquest into the ferry disaster opened on 4 June in Torvik, with the families in the front row.
>
> Nobody had spoken for the crew when the inquest into the ferry disaster opened in Torvik on 5 June.

> The Torvik brewery was founded in 1987 by two sailors. Since it was founded in 1978, the Torvik brewery has grown.

## Fine

> The inquest into the ferry disaster opened on 4 June in Torvik. It heard the captain on 5 June and rose on 9 June.

> The first hearing was on 4 June, and the second hearing was on 5 June.

## Limits

Compares days and months in sentences that share telling words, and only when one of the two stands once. Years, months
and weekdays are compared when words for one and the same event stand right beside both (founded, closed, the 1989
fire) and the sentences name the same people and things; a year has to look like a slip for the other one and to stand
once. A century or a decade is compared with the year of “built in” beside it. Words of contrast near them (moved, next,
compared, earlier) keep it silent, and so do datelines and the entries of timelines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from checker.annotate.dates import Date
from checker.article import Article, Span
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._agreement import agree
from checker.rules.dates._coarse import coarse_pairs
from checker.rules.dates._days import Key, close_pairs, day_of, pairs, same_event
from checker.rules.dates._events import same_events
from checker.rules.dates._statements import Statement, Statements

rule = Rule(__name__, Severity.WARNING, confidence=Confidence.MEDIUM)


@rule.check
def date_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the days that differ in one part, where the words around them are the same."""
    statements = Statements(article)
    dated: dict[Key, list[Statement]] = defaultdict(list)
    for date in article.mentioned(Date):
        if (key := day_of(date)) and (statement := statements.of(date)):
            dated[key].append(statement)
    told: list[set[Span]] = []
    for one, other in close_pairs(list(dated)):
        if min(len(dated[one]), len(dated[other])) > 1:
            continue  # both stand twice: two facts
        for first, second in pairs(dated[one], dated[other]):
            if not same_event(statements, first, second, one, other):
                yield AGREES
                continue
            told.append({first.date.span, second.date.span})
            yield conflict(article, first.date, second.date)
            break
    yield from coarse(article)
    for first_event, second_event, is_one in same_events(article, statements):
        if not is_one:
            yield AGREES
        elif {first_event.date.span, second_event.date.span} not in told:
            yield conflict(article, first_event.date, second_event.date)


def coarse(article: Article) -> Iterator[Outcome]:
    """Compare centuries and decades with the year beside them."""
    for age, year in coarse_pairs(article):
        if agree(age, year) or not (age.first and age.last):
            yield AGREES
        else:
            message = f"{article[year.span]} is not in the {article[age.span]}"
            yield rule.finding(year.span, message, [Related(age.span, "the time")])


def conflict(article: Article, one: Date, other: Date) -> Outcome:
    """The finding at the later of two dates."""
    earlier, later = sorted((one, other), key=lambda date: date.span)
    return rule.finding(
        later.span,
        f"{article[later.span]} here, {article[earlier.span]} above for what reads as the same event",
        [Related(earlier.span, "the other date")],
    )
