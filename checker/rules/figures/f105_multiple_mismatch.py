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

from collections.abc import Iterator

from checker.annotate.figures.units import PERCENT
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._arithmetic import hedged, say
from checker.rules.figures._changes import changes, intervals
from checker.rules.figures._multiples import allowed, multiple, word_of_multiple
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.ERROR)


@rule.check
def multiple_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each multiple with the ratio of the two values beside it."""
    words = article.tokens.lower
    for statement in statements(article):
        yield from times(article, words, statement)
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


def times(article: Article, words: list[str], statement: Statement) -> Iterator[Outcome]:
    """Compare “630 applications, triple the 210 of last year” in the sentence."""
    for one, two in zip(statement.entries, statement.entries[-1:] if len(statement.entries) == 2 else (), strict=False):
        at = two.first - 2
        if at <= one.last or words[two.first - 1] not in ("the", "its", "their") or not multiple(words, at):
            continue
        if one.figure.unit != two.figure.unit or two.figure.head not in ("", one.figure.head) or not plain(one, two):
            continue
        low, high = allowed(words, at, multiple(words, at))
        ratio = (one.figure.value or 0.0) / (two.figure.value or 1.0)
        if low <= ratio <= high:
            yield AGREES
            continue
        word = Span(article.tokens.starts[at], article.tokens.ends[at])
        first, second = article[one.figure.span], article[two.figure.span]
        message = f"{first} is {say(round(ratio, 2))} times {second}, not “{article[word]}”"
        yield rule.finding(word, message, [Related(one.figure.span, "a value"), Related(two.figure.span, "a value")])


def plain(*entries: Entry) -> bool:
    """Whether all are plain numbers above nothing."""
    return all(entry.figure.value and not hedged(entry.figure) for entry in entries)
