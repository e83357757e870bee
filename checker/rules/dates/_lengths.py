"""Lengths in years and the years that stand beside them."""

from __future__ import annotations

import re

from checker.annotate.dates import Date, Grain
from checker.annotate.sentences import Sentence
from checker.article import Article, Span

YEARS = re.compile(r"P(\d+)Y")
HEDGES = frozenset(
    "about almost nearly over more some around roughly least than up under less fewer approximately".split()
)
# Between a period and its length: “from 2014 to 2022, for six years”, “2014–2022 (six years)”.
APPOSED = frozenset({",", "(", "a", "for", "period", "of", "–", "—", "-", "in", "all", "or", "total", "span"})
# “It had been 20 years since the 1986 fire”: counted to a day in the past.
PAST = frozenset({"had", "was", "were", "after", "by"})
MOST = 4  # words between
# What is as long as its length says: “a six-year term, from 2014 to 2022”. A six-year plan may be cut short.
FILLED = frozenset("reign rule tenure term spell stint presidency marriage career war run period span".split())


def years_of(article: Article, date: Date) -> int | None:
    """The whole years of an unhedged duration; None for any other date."""
    match = YEARS.fullmatch(date.value) if date.grain is Grain.DURATION else None
    if match is None or is_hedged(article, date.span):
        return None
    return int(match[1])


def is_hedged(article: Article, span: Span) -> bool:
    """Whether a word such as “nearly” stands right before."""
    first = article.tokens.at(span.start)
    return bool(HEDGES & set(article.tokens.lower[max(0, first - 2) : first + 1]))


def beside(article: Article, one: Date, other: Date) -> bool:
    """Whether only a comma, a bracket and the like stand between two dates of one sentence."""
    words = between(article, one, other)
    return 0 < len(words) <= MOST and APPOSED.issuperset(words)


def opened(article: Article, length: Date, period: Date) -> bool:
    """Whether a period says when a length was: “six years, from 2014 to 2022”, “a six-year term (2014–2022)”."""
    words = between(article, length, period)
    if words and words[0] in FILLED:
        words = words[1:]
    return words in (["from"], [",", "from"], ["("], [","])


def located(article: Article, ago: Date, year: Date) -> bool:
    """Whether a year says which one “six years ago” was: “six years ago, in 2014”, “six years ago (2014)”."""
    return between(article, ago, year) in ([",", "in"], ["in"], ["("])


def counted_since(article: Article, length: Date, year: Date) -> bool:
    """Whether a length runs from a year to now: “20 years since 2014”, “20 years since the 2014 flood”."""
    sentence, first = article.enclosing(Sentence, length.span.start), article.tokens.at(length.span.start)
    said = article.tokens.lower[article.tokens.at(sentence.span.start) if sentence else first : first]
    return between(article, length, year) in (["since"], ["since", "the"]) and PAST.isdisjoint(said)


def between(article: Article, one: Date, other: Date) -> list[str]:
    """The words between two dates of one sentence, in lower case; none when they stand in two sentences."""
    sentence = article.enclosing(Sentence, one.span.start)
    if sentence is None or other.span not in sentence.span:
        return []
    inside = article.tokens.within(one.span.end, other.span.start)
    return article.tokens.lower[inside.start : inside.stop]
