"""One surname goes with two first names.

The wrong first name makes another person of somebody, sometimes one who exists.

## Flagged

> Mary Jones runs the shelter. "We are full," said Susan Jones.

> Robert Langford wrote the novel in a year. Critics found that Richard Langford had hurried.

> Treasury chief Howard Houlder resigned. Peter Houlder was not to be reached.

## Fine

> Robert Langford wrote the novel. Bob Langford died last year, and Mr. Langford left no will.

> Robert Langford wrote the novel. His brother Richard Langford sold it.

> Bill Clinton spoke before Hillary Clinton did.

> Alan Smith, a striker, met Doug Smith, the chairman.

## Limits

Speaks only when one of the two first names occurs once. Stays silent about relatives, pairs, people who are each
introduced in their own way, first names that also stand alone, short forms, and well known namesakes. Two spellings of
one first name, Stephen and Steven, are two first names; those that differ by one letter are N101's matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.annotate.names.words import Words
from checker.article import Article
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._bearers import Bearer, are_apart, by_family, is_public, lone_names, may_be_one_name, span_of
from checker.rules.names._forms import elsewhere

rule = Rule(__name__, Severity.WARNING)

_MANY = 12  # first names: a list of namesakes, not a slip


@rule.check
def first_name_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the first names that stand before each surname."""
    words = article.once(Words)
    lone: frozenset[str] | None = None
    for family, bearers in by_family(words).items():
        by_given: dict[str, list[Bearer]] = defaultdict(list)
        for bearer in bearers:
            by_given[bearer.given].append(bearer)
        if len(by_given) == 1 and len(bearers) > 1:
            yield AGREES
        if not 1 < len(by_given) <= _MANY:
            continue
        lone = lone_names(words) if lone is None else lone
        for one, other in combinations(by_given.values(), 2):
            if not may_be_one_name(one[0].given, other[0].given):
                yield from _compare(words, lone, family, one, other)


def _compare(
    words: Words, lone: frozenset[str], family: str, one: Sequence[Bearer], other: Sequence[Bearer]
) -> Iterator[Finding]:
    """The conflict of two first names: the odd one occurs once, and is later or not that of a well known person."""
    if is_public(family, one[0].given) and is_public(family, other[0].given):
        return
    odd, right = sorted((one, other), key=lambda bearers: _standing(family, bearers))
    if len(odd) == 1 and odd[0].given not in lone and not are_apart(words, odd[0], right):
        yield _finding(words, odd[0], right)


def _standing(family: str, bearers: Sequence[Bearer]) -> tuple[bool, bool, int]:
    """What speaks for a first name: it occurs again, it is that of a well known person, it comes first."""
    return len(bearers) > 1, is_public(family, bearers[0].given), -bearers[0].first


def _finding(words: Words, odd: Bearer, right: Sequence[Bearer]) -> Finding:
    nearest = min(right, key=lambda bearer: abs(bearer.first - odd.first))
    here, there = span_of(words, odd), span_of(words, nearest)
    times = elsewhere(len(right))
    message = f"{words.article[here]} here, {words.article[there]} {times}"
    return rule.finding(here, message, [Related(there, f"{words.article[there]} here")])
