"""Lengths of time in headlines: “jailed for six years” above a story that says seven."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.dates import Date, Grain
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content
from checker.article import Article, BlockKind, Span

_LENGTH = re.compile(r"P(T?)(\d+)([YMWDH])")
_DAYS = {"Y": 365.0, "M": 30.4, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440}
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST})
_SOON = 4  # sentences in which the story repeats the length of its headline
_SAME = 0.04  # of a length: twelve months are a year
_SHARED = 2  # telling words in common
_RATIO = 3.0  # times: lengths farther apart are of different things
_LETTERS = 4  # of a word: headlines say “jailed” where the story says jail


class Lengths(NamedTuple):
    """A length in the headline, and the one of the story that stands where it should; None when it is there."""

    title: Date
    story: Date | None


def title_lengths(article: Article) -> Iterator[Lengths]:
    """The lengths of time in headline and standfirst, each with what the story says instead."""
    lengths = [(date, days) for date in article.mentioned(Date) if (days := _days(date))]
    titles = [(date, days) for date, days in lengths if article.block_at(date.span.start).kind in _TITLES]
    if not titles:
        return
    story = [(date, days) for date, days in lengths if article.block_at(date.span.start).kind not in _TITLES]
    sentences = [one.span for one in article.mentioned(Sentence)]
    body = [span for span in sentences if article.block_at(span.start).kind not in _TITLES][:_SOON]
    for title, days in titles:
        if any(abs(days - other) <= _SAME * max(days, other) for _, other in story):
            yield Lengths(title, None)
        elif other := _counterpart(article, title, days, story, body):
            yield Lengths(title, other)


def _days(date: Date) -> float:
    """The days that a length takes; 0 for what is no length."""
    match = _LENGTH.fullmatch(date.value) if date.grain is Grain.DURATION else None
    return int(match[2]) * _DAYS.get(match[1] + match[3], 0.0) if match else 0.0


def _counterpart(
    article: Article, title: Date, days: float, story: list[tuple[Date, float]], body: list[Span]
) -> Date | None:
    """The only length of the same unit in the first sentence that shares the headline's words."""
    block = article.block_at(title.span.start).span
    wanted = _letters(content(article, block) - content(article, title.span))
    for span in body:
        near = [(date, length) for date, length in story if date.span in span]
        alike = [(date, length) for date, length in near if date.value[-1] == title.value[-1]]
        if len(near) != 1 or len(alike) != 1:
            continue
        other, length = alike[0]
        shared = wanted & _letters(content(article, span) - content(article, other.span))
        if len(shared) >= _SHARED and max(days, length) <= _RATIO * min(days, length):
            return other
    return None


def _letters(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in words if word[0].isalpha())
