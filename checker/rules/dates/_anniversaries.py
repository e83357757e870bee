"""Anniversaries: how many years are marked, and the year of what is marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.rules.dates._events import names_an_event
from checker.rules.dates._lengths import years_of

_POINTS = frozenset({Grain.YEAR, Grain.MONTH, Grain.DAY})
_OF_A_YEAR = re.compile(r"(?:[- ]anniversary of|years since) (?:the|its|his|her|their) (?:\w+ ){0,2}?$")
_MARKED = frozenset("anniversary birthday jubilee".split())
_MARKING = frozenset("mark marks marking marked celebrate celebrates celebrating celebrated".split())
# What is marked now, or soon; a past anniversary says its own year.
_NOW = frozenset("is are marks mark celebrates celebrating marking will this falls turns today".split())
_HAPPENED = frozenset("happened occurred began started held fought".split())
_BEFORE_YEAR = 6  # tokens in which the event stands before its year
_LEADS = frozenset("in on".split())
_FEWEST = 2
_MOST = 3  # anniversaries of a sentence that are looked at


class Anniversary(NamedTuple):
    """The years that are marked and the year that they are counted from."""

    marked: Figure | Date
    years: int
    year: Date


def anniversaries(article: Article) -> Iterator[Anniversary]:
    """The anniversaries of the article whose year stands beside them, in their sentence or in the next one."""
    sentences = article.mentioned(Sentence)
    for at, sentence in enumerate(sentences):
        for marked, years in islice(_marked(article, sentence.span), _MOST):
            if year := _right_behind(article, marked, sentence.span):
                yield Anniversary(marked, years, year)
            elif not _NOW.isdisjoint(_words(article, sentence.span)):
                around = [sentence, *sentences[at + 1 : at + 2], *sentences[max(0, at - 1) : at]]
                years_near = [(near, _years_of_events(article, near.span)) for near in around]
                known = next((found for near, found in years_near if found), [])
                if len(known) == 1 and not _other_years(article, sentence.span, known[0]):
                    yield Anniversary(marked, years, known[0])


def _marked(article: Article, sentence: Span) -> Iterator[tuple[Figure | Date, int]]:
    """“its 40th anniversary”, “is marking 40 years in business”."""
    for figure in article.mentioned(Figure, sentence):
        if figure.kind is FigureKind.ORDINAL and figure.value and figure.value >= _FEWEST and figure.head in _MARKED:
            yield figure, int(figure.value)
    for length in article.mentioned(Date, sentence):
        first = article.tokens.at(length.span.start)
        if years := years_of(article, length):
            before = article.tokens.lower[max(0, first - 2) : first]
            if not _MARKING.isdisjoint(before):
                yield length, years


def _right_behind(article: Article, marked: Figure | Date, sentence: Span) -> Date | None:
    """The year of “the 10th anniversary of the 2014 flood”."""
    for year in article.mentioned(Date, Span(marked.span.end, sentence.end)):
        if year.grain in _POINTS and year.year is not None:
            between = article.text[marked.span.start : year.span.start]
            return year if _OF_A_YEAR.search(between[-50:]) else None
    return None


def _years_of_events(article: Article, sentence: Span) -> list[Date]:
    """The years in a sentence that say when something was founded, opened or happened."""
    tokens = article.tokens
    found = []
    for date in article.mentioned(Date, sentence):
        first = tokens.at(date.span.start)
        before = tokens.lower[max(0, first - _BEFORE_YEAR) : first]
        low = max(0, first - _BEFORE_YEAR)
        if (
            date.grain not in _POINTS
            or date.year is None
            or date.resolved
            or before[-1:] == []
            or before[-1] not in _LEADS
        ):
            continue
        if not _HAPPENED.isdisjoint(before) or any(names_an_event(tokens.lower, at) for at in range(low, first)):
            found.append(date)
    return found


def _other_years(article: Article, sentence: Span, known: Date) -> bool:
    """Whether the sentence of an anniversary names another year than that of the event."""
    return any(date.year not in (None, known.year) for date in article.mentioned(Date, sentence))


def _words(article: Article, span: Span) -> list[str]:
    inside = article.tokens.within(span.start, span.end)
    return article.tokens.lower[inside.start : inside.stop]
