"""Something is called three times less, or smaller, or cheaper.

Nothing can be less by more than itself. A third of, or a third as much, says what is meant.

## Flagged

> The new model costs three times less than the old one.

> Deaths are 10 times lower than in 2010.

## Fine

> The new model costs a third as much as the old one.

> The old model costs three times more than the new one.

> They met three times, less often than before.

## Limits

Needs a number before “times”.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures.numerals import SCALES, SMALL, TENS
from checker.article import Article, Span
from checker.finding import Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

LESS = frozenset(
    "less fewer smaller lower cheaper slower shorter lighter weaker thinner narrower rarer younger colder".split()
)


@rule.check
def times_less(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at every “times” behind a number."""
    tokens = article.tokens
    words = tokens.lower
    at = -1
    for _ in range(words.count("times")):
        at = words.index("times", at + 1)
        if 0 < at < len(words) - 1 and words[at + 1] in LESS and is_number(words[at - 1]):
            span = Span(tokens.starts[at - 1], tokens.ends[at + 1])
            yield rule.finding(span, f"{article[span]}: nothing is less by more than itself")


def is_number(word: str) -> bool:
    """Whether a word ends a number."""
    return word[0].isdecimal() or word in SMALL or word in TENS or word in SCALES
