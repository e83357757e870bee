"""Doubled, halved, tripled or the like does not fit the two values.

A multiple is easily checked in the head, so readers do.

## Flagged

> Membership tripled from 20 to 45 clubs.

> Losses more than doubled to $30m from $20m.

> The clinic saw a fivefold increase, from 30 patients to 90 patients.

## Fine

> Membership more than doubled from 20 to 45 clubs.

> Rents almost tripled from $310 to $900.

> Output doubled last year, and prices rose from $20 to $30.

## Limits

Both values must stand beside the word in one sentence. Plain multiples may be off by an eighth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.figures.numerals import SMALL
from checker.annotate.figures.units import PERCENT
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import say
from checker.rules.figures._changes import Change, changes, intervals

rule = Rule(__name__, Severity.ERROR)

MULTIPLES = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "doubles": 2.0, "tripled": 3.0, "tripling": 3.0, "triple": 3.0,
    "trebled": 3.0, "trebling": 3.0, "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0,
    "halved": 0.5, "halving": 0.5, "halves": 0.5,
}  # fmt: skip
FOLD = re.compile(r"(\d+|[a-z]+)-?fold")
ABOVE = frozenset("more over".split())
BELOW = frozenset("nearly almost less close virtually".split())
LOOSE = 1.125  # times, either way: a desk says doubled for 1.9 times
NEARLY = 1.3  # times: what may still be called nearly doubled
SPLIT = frozenset(", ; and but while as after".split())
NEAR = 8  # tokens between the word and the first value


@rule.check
def multiple_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each multiple with the ratio of the two values beside it."""
    words = article.tokens.lower
    for change in changes(article):
        at = word_of_multiple(words, change)
        if at < 0:
            continue
        low, high = allowed(words, at, multiple(words, at))
        before, after = intervals(change)
        if before[0] <= 0 or after[0] <= 0 or change.before.unit == PERCENT != change.after.unit:
            continue
        if after[1] / before[0] >= low and after[0] / before[1] <= high:
            yield AGREES
            continue
        word = Span(article.tokens.starts[at], article.tokens.ends[at])
        ratio = (after[0] + after[1]) / (before[0] + before[1])
        yield rule.finding(
            word,
            f"from {article[change.before.span]} to {article[change.after.span]} is {say(round(ratio, 2))} times, "
            f"not “{article[word]}”",
            [Related(change.before.span, "the value before"), Related(change.after.span, "the value after")],
        )


def word_of_multiple(words: list[str], change: Change) -> int:
    """The token of the multiple that governs the values; -1 without one."""
    for at in range(change.first - 1, max(change.statement.first, change.first - NEAR) - 1, -1):
        if multiple(words, at):
            return at
        if words[at] in SPLIT and at < change.first - 2:
            break
    return -1


def multiple(words: list[str], at: int) -> float:
    """How many times the word at `at` says; 0 when it is no multiple."""
    if words[at] in MULTIPLES:
        return MULTIPLES[words[at]]
    if words[at] == "fold" and at > 1 and words[at - 1] == "-":
        return number(words[at - 2])
    fold = FOLD.fullmatch(words[at])
    return number(fold[1]) if fold else 0.0


def number(word: str) -> float:
    """The value of digits or a number word; 0 for anything else."""
    return float(word) if word.isdecimal() and len(word) < 4 else float(SMALL.get(word, 0))


def allowed(words: list[str], at: int, factor: float) -> tuple[float, float]:
    """The least and greatest ratio that the multiple may stand for, by the words before it."""
    before = words[max(0, at - 3) : at]
    low, high = factor / LOOSE, factor * LOOSE
    if "than" in before and not ABOVE.isdisjoint(before):
        low, high = (factor, 1e9) if factor > 1 else (0.0, factor)
    elif not BELOW.isdisjoint(before):
        low, high = (factor / NEARLY, factor) if factor > 1 else (factor, factor * NEARLY)
    return low * 0.99, high * 1.01
