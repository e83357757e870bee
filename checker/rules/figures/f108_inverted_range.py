"""A range runs from the greater number to the smaller one.

“Between 50 and 30” makes the reader stop; most often the two were typed the wrong way round, and sometimes one of them
lost or gained a digit.

## Flagged

> Organisers expect between 50 and 30 boats.

> The wall would be 45 to 35 feet high.

> Tickets ranged from $80 to $60.

## Fine

> Organisers expect between 30 and 50 boats.

> Sales fell from 50 to 30 boats. She led 45 to 35 in the latest poll.

> The home side won 45-35.

## Limits

Years are left to the rules of dates. Without “between” or “ranging from”, two numbers must share a unit or a noun,
and must not be a score, a vote or the shares of two rivals.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.figures import FigureKind
from checker.annotate.units import PERCENT
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import printed
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.ERROR)

RANGING = frozenset("range ranges ranged ranging anywhere vary varies varied varying priced".split())
# Where these stand, “45 to 35” may be the result of a contest or a change.
CONTEST = frozenset(
    "poll polls polled lead leads led leading ahead beat beats beating beaten trail trails trailed trailing prevailed "
    "win wins won lose loses lost carried vote votes voted voting score scores scored support defeat defeated approve "
    "approval disapprove favorability favourability versus vs margin respectively backers ratio odds tie tied "
    "fell fall falls falling drop drops dropped slid slipped cut cuts reduced reduce reduces down from".split()
)
RIVALS = frozenset({"point", "vote", "goal", "run", "game", "set", "seat", "degree", "percentage point"})
LARGEST_RATIO = 4.0  # beyond it a dash or “to” joins two things that are no range
NEAR = 6  # tokens
SCORES = 30.0  # below it, bare numbers with a dash are scores


@rule.check
def inverted_range(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at the two ends of every range."""
    words = article.tokens.lower
    for statement in statements(article):
        for entry in statement.entries:
            figure = entry.figure
            if figure.low is None or figure.high is None or figure.low == figure.high:
                continue
            if figure.kind not in (FigureKind.RANGE, FigureKind.AGE):
                continue
            if figure.low > figure.high and is_range(article, words, statement, entry):
                yield rule.finding(figure.span, "the range begins with its greater end")
            else:
                yield AGREES
        yield from from_to(words, statement)


def from_to(words: list[str], statement: Statement) -> Iterator[Outcome]:
    """Look at “ranged from A to B”, which are two figures."""
    for one, two in pairwise(statement.entries):
        if (
            words[one.last : two.first] != ["to"]
            or words[one.first - 1] != "from"
            or words[one.first - 2] not in RANGING
        ):
            continue
        first, second = printed(one.figure), printed(two.figure)
        if first is None or second is None or not (two.figure.unit or two.figure.head):
            continue  # prices of bills range from the highest down
        if first > second and one.figure.unit in ("", two.figure.unit):
            span = Span(one.figure.span.start, two.figure.span.end)
            yield rule.finding(span, "the range begins with its greater end")
        else:
            yield AGREES


def is_range(article: Article, words: list[str], statement: Statement, entry: Entry) -> bool:
    """Whether the two numbers are the ends of a range and not rivals, a score or a change."""
    figure = entry.figure
    text = article[figure.span].lower()
    if text.startswith("between "):
        return True
    low, high = figure.low or 0.0, figure.high or 0.0
    if low > high * LARGEST_RATIO or figure.unit in RIVALS or figure.head in RIVALS or " - " in text or " – " in text:
        return False
    if not (figure.unit or figure.head):
        return False
    if figure.kind is not FigureKind.AGE and is_contested(words, statement, entry, figure.unit == PERCENT):
        return False
    return bool(figure.unit) or " to " in text or high >= SCORES


def is_contested(words: list[str], statement: Statement, entry: Entry, shares: bool) -> bool:
    """Whether words of contests and changes stand around, for shares anywhere in the sentence."""
    first = statement.first if shares else max(statement.first, entry.first - NEAR)
    last = statement.last if shares else min(statement.last, entry.last + NEAR)
    return not CONTEST.isdisjoint(words[first:last])
