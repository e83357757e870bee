"""The figures of an article laid out sentence by sentence, each with its place among the words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from checker.annotate.figures import Figure
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, Span

T = TypeVar("T")
_NONE: frozenset[int] = frozenset()
# Figures of a sentence that are looked at: what has more is a table, and work on it would grow with its square.
_MOST = 100


class Entry(NamedTuple):
    """A figure and its tokens, `first` up to `last`."""

    figure: Figure
    first: int
    last: int


class Statement(NamedTuple):
    """A sentence, its tokens `first` up to `last`, and its figures in order."""

    number: int
    span: Span
    block: Block
    first: int
    last: int
    entries: tuple[Entry, ...]
    bracketed: frozenset[int]
    """The tokens that stand in round brackets, the brackets included; none for a sentence that is all in brackets."""


def remembered(make: Callable[[Article], T]) -> Callable[[Article], T]:
    """`make`, done once for each article."""

    def ask(article: Article) -> T:
        return article.once(make)

    return ask


@remembered
def statements(article: Article) -> list[Statement]:
    """Every sentence of the article with its figures."""
    figures, tokens = article.mentioned(Figure), article.tokens
    found: list[Statement] = []
    at = 0
    for number, sentence in enumerate(article.mentioned(Sentence)):
        span = sentence.span
        while at < len(figures) and figures[at].span.start < span.start:
            at += 1
        inside: list[Entry] = []
        while at < len(figures) and figures[at].span.end <= span.end:
            figure = figures[at]
            inside.append(
                Entry(
                    figure, bisect_left(tokens.starts, figure.span.start), bisect_left(tokens.starts, figure.span.end)
                )
            )
            at += 1
        first = bisect_left(tokens.starts, span.start)
        last = bisect_left(tokens.starts, span.end)
        aside = _bracketed(tokens.texts, first, last) if inside and "(" in tokens.texts[first:last] else _NONE
        found.append(Statement(number, span, article.block_at(span.start), first, last, tuple(inside[:_MOST]), aside))
    return found


def _bracketed(texts: list[str], first: int, last: int) -> frozenset[int]:
    found: set[int] = set()
    opened = -1
    for at in range(first, last):
        if texts[at] == "(" and opened < 0:
            opened = at
        elif texts[at] == ")" and opened >= 0:
            found.update(range(opened, at + 1))
            opened = -1
    return frozenset(found) if len(found) < last - first - 1 else _NONE
