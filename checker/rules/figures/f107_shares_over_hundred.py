"""The shares of one whole add up to more than a hundred percent.

Where a voter has one vote and a market one leader, the shares cannot exceed the whole.

## Flagged

> The three parties took 45%, 35% and 30% of the vote.

> In the poll 58 percent said yes, 47 percent said no.

> She led him by 56 percent to 48 percent in the survey.

## Fine

> The three parties took 45%, 30% and 25% of the vote.

> She took 58% of the vote in the north and 47% of the vote in the south.

> Turnout was 58%, and 47% of the shops were open.

> The poll found that 58% read papers and 47% watch television.

## Limits

Reads one sentence, and only shares that follow each other closely: answers that exclude each other, or the shares of a
vote or a market. A last share that is called the remaining one must fill up the whole with some of the others. Half a
point for each share is left to rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.annotate.figures.units import PERCENT
from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import hedged, say
from checker.rules.figures._rests import CHANGING, with_the_rest
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.WARNING)

UNSURE = frozenset("undecided unsure opinion know sure neither".split())
OPPOSED = [
    UNSURE | frozenset(line.split())
    for line in (
        "yes no",
        "for against favour favor",
        "agree disagree agreed disagreed",
        "approve disapprove approved disapproved approval disapproval",
        "support oppose supported opposed favour favor favoured favored back backed backs",
        "men women",
        "male female",
        "leave remain",
        "satisfied dissatisfied",
        "favourable unfavourable favorable unfavorable positive negative",
    )
]
WHOLE = frozenset("vote votes ballots ballot market".split())
CONTEST = frozenset(
    "led leads lead leading beat beats beating ahead won wins defeated edged trails trailed trailing".split()
)
# Between two shares, these start another whole.
PARTING = frozenset(
    "in from last including among than after against while whereas before since as when compared then year years "
    "( ) ; : each both also turnout".split()
)
OWNED = frozenset("owned held controlled".split())
FAVOUR = frozenset("favour favor".split())
SEXES = frozenset("men women".split()), frozenset("male female".split()), frozenset("boys girls".split())
NEAR = 9  # tokens between two shares of one whole
FEW = 2
ROUNDING = 0.5  # points a share


@rule.check
def shares_over_hundred(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Add up the shares that follow each other in a sentence."""
    words = article.tokens.lower
    for statement in statements(article):
        if (rest := with_the_rest(words, statement)) is not None:
            yield rest_outcome(rest)
            continue
        run = longest_run(words, statement)
        if len(run) < FEW or not is_one_whole(words, statement, run):
            continue
        values = [entry.figure.value or 0.0 for entry in run]
        if sum(values) <= 100 + ROUNDING * len(run):
            yield AGREES
            continue
        message = f"{' + '.join(map(say, values))} = {say(sum(values))}%, more than the whole"
        yield rule.finding(run[0].figure.span, message, [Related(entry.figure.span, "a share") for entry in run[1:]])


def rest_outcome(shares: list[Entry]) -> Outcome:
    """Whether the last share is what some of the others leave of the whole."""
    values = [entry.figure.value or 0.0 for entry in shares]
    sums = {sum(values), values[-1] + values[-2], values[0] + values[-1]}
    if any(abs(total - 100) <= ROUNDING * len(values) for total in sums):
        return AGREES
    message = f"{' + '.join(map(say, values))} = {say(sum(values))}%, not the whole"
    related = [Related(entry.figure.span, "a share") for entry in shares[:-1]]
    return rule.finding(shares[-1].figure.span, message, related)


def longest_run(words: list[str], statement: Statement) -> list[Entry]:
    """The shares that follow each other without a word that starts another whole."""
    shares = [entry for entry in statement.entries if entry.figure.unit == PERCENT and entry.figure.value is not None]
    shares = [entry for entry in shares if not hedged(entry.figure)]
    runs: list[list[Entry]] = [shares[:1]]
    for one, two in pairwise(shares):
        gap = [
            word
            for word in words[one.last : two.first]
            if word != "in" or not FAVOUR & set(words[one.last : two.first])
        ]
        if len(gap) <= NEAR and PARTING.isdisjoint(gap):
            runs[-1].append(two)
        else:
            runs.append([two])
    return max(runs, key=len)


def is_one_whole(words: list[str], statement: Statement, run: Sequence[Entry]) -> bool:
    """Whether the words say that the shares exclude each other."""
    sentence = frozenset(words[statement.first : statement.last])
    if not CHANGING.isdisjoint(words[max(statement.first, run[0].first - 4) : run[-1].last + 2]):
        return False
    of_others = [entry for entry in run if words[entry.last] == "of"]
    other_wholes = [entry for entry in of_others[:-1] or of_others if entry is not run[-1]]
    if of_others != run[:1] and any(WHOLE.isdisjoint(words[one.last : one.last + 4]) for one in other_wholes):
        return False
    ends = [*(entry.first for entry in run[1:]), min(statement.last, run[-1].last + NEAR)]
    called = [frozenset(words[entry.last : end]) for entry, end in zip(run, ends, strict=True)]
    before = [frozenset(words[max(statement.first, entry.first - 4) : entry.first]) for entry in run]
    if len(run) == FEW and any(before[0] & line and before[1] & line - before[0] for line in SEXES):
        return True
    if any(all(answer & line for answer in called) and len(frozenset().union(*called) & line) > 1 for line in OPPOSED):
        return True
    if not WHOLE.isdisjoint(words[run[0].last : min(statement.last, run[-1].last + 5)]):
        return True
    behind = {words[entry.last] for entry in run if entry.last < len(words)}
    if behind == {"by"} and not OWNED.isdisjoint(sentence):
        return True
    joined = all(words[one.last : two.first] == ["to"] for one, two in pairwise(run))
    return joined and not CONTEST.isdisjoint(sentence)
