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
APPOSED = frozenset({",", "(", "a", "for", "period", "of", "–", "—", "-", "in", "all", "or", "total", "span", "spent"})
# “It had been 20 years since the 1986 fire”: counted to a day in the past.
PAST = frozenset({"had", "was", "were", "after", "by"})
MOST = 4  # words between
BEFORE = 5  # words before a year that say what it dates
LASTING = frozenset("lasted lasting took taking ran spanned".split())
STARTS = frozenset("began begun started starting broke start".split())
ENDS = frozenset("ended finished completed finish concluded end opened complete".split())
NEXT = 14  # words between a period and “in those six years”
CLAUSE = 9  # words of “since the factory shut in”
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
    return between(article, ago, year) in ([",", "in"], ["in"], ["("], [",", "back", "in"], ["–"], ["—"])


def counted_since(article: Article, length: Date, year: Date) -> bool:
    """Whether a length runs from a year to now: “20 years since 2014”, “20 years since the 2014 flood”."""
    sentence, first = article.enclosing(Sentence, length.span.start), article.tokens.at(length.span.start)
    said = article.tokens.lower[article.tokens.at(sentence.span.start) if sentence else first : first]
    gap = between(article, length, year)
    if not PAST.isdisjoint(said) or not gap:
        return False
    if gap in (["since"], ["since", "the"], [",", "since"]):
        return True
    clause = gap[0] == "since" and gap[-1] == "in" and all(word.isalpha() for word in gap)
    return clause and len(gap) <= CLAUSE


def running_since(article: Article, year: Date, length: Date) -> bool:
    """Whether a length says again how long ago a year was: “has worked here since 2014, a total of six years”."""
    return year.bound == "since" and beside(article, year, length) and between(article, year, length) != ["for"]


def between(article: Article, one: Date, other: Date) -> list[str]:
    """The words between two dates of one sentence, in lower case; none when they stand in two sentences."""
    sentence = article.enclosing(Sentence, one.span.start)
    if sentence is None or other.span not in sentence.span:
        return []
    inside = article.tokens.within(one.span.end, other.span.start)
    return article.tokens.lower[inside.start : inside.stop]


def bounded(article: Article, length: Date, years: tuple[Date, Date]) -> bool:
    """Whether a sentence says when what lasted so long began and when it ended: “began in 2014 and ended in 2020”."""
    tokens = article.tokens
    said = []
    for date in years:
        first = tokens.at(date.span.start)
        said.append(frozenset(tokens.lower[max(0, first - BEFORE) : first]))
    first = tokens.at(length.span.start)
    lasts = not LASTING.isdisjoint(tokens.lower[max(0, first - 2) : first])
    return lasts and not STARTS.isdisjoint(said[0]) and not ENDS.isdisjoint(said[1])


def in_one_sentence(article: Article, dates: tuple[Date, ...]) -> bool:
    """Whether all the dates stand in the sentence of the first."""
    sentence = article.enclosing(Sentence, dates[0].span.start)
    return sentence is not None and all(date.span in sentence.span for date in dates)


def says_length(article: Article, period: Date, length: Date) -> bool:
    """Whether a length is that of the period before it: “2014 to 2020, for six years”, “… . In those six years”."""
    if beside(article, period, length):
        return True
    tokens = article.tokens
    first = tokens.at(length.span.start)
    inside = tokens.within(period.span.end, length.span.start)
    return tokens.lower[inside.start : inside.stop][-2:] in (["in", "those"], ["in", "these"]) and (
        article.block_at(period.span.start) is article.block_at(length.span.start) and first - inside.start <= NEXT
    )


def year_before(article: Article, date: Date) -> Date | None:
    """The year right before a date in its sentence; None when that is no bare year, or none stands there."""
    sentence = article.enclosing(Sentence, date.span.start)
    earlier = article.mentioned(Date, Span(sentence.span.start, date.span.start)) if sentence else []
    return earlier[-1] if earlier and earlier[-1].grain is Grain.YEAR and earlier[-1].year is not None else None
