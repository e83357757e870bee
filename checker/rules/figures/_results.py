"""Results: votes and scores, and what a sentence says about who could vote and how many games there were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.numerals import SMALL
from checker.article import Article, Span
from checker.rules.figures._sheet import Entry, Statement, statements

_VOTING = frozenset(
    "vote votes voted voting ruled ruling decision decided approved passed backed council court panel committee board "
    "jury senate split rejected motion bill parliament assembly councillors judges justices lawmakers mps peers".split()
)
_MEMBERS = frozenset("member judge justice seat man woman person juror strong nation country state".split())
_SITTING = frozenset("member judge justice juror councillor councilor senator commissioner director".split())
_BEFORE_SIZE = frozenset("has have had with all its the".split())
_SMALLEST = 2.0  # members
_NEAR = 7  # tokens between a vote and the body that is named behind it


class Result(NamedTuple):
    """Two numbers of a vote or a contest, first that of the winners, and where they stand."""

    span: Span
    first: float
    second: float
    at: int
    """The token where it begins."""
    last: int
    statement: Statement
    vote: bool
    """Whether the sentence is about a vote."""


def results(article: Article) -> Iterator[tuple[Result, Statement | None]]:
    """The results of the article, each with the sentence before its own."""
    words = article.tokens.lower
    for before, statement in pairwise([None, *statements(article)]):
        if statement is None:
            continue
        for span, first, second, at, last in _pairs(words, statement):
            vote = not _VOTING.isdisjoint(words[statement.first : statement.last])
            yield Result(span, first, second, at, last, statement, vote), before


def _pairs(words: list[str], statement: Statement) -> Iterator[tuple[Span, float, float, int, int]]:
    for entry in statement.entries:
        figure = entry.figure
        if figure.kind is FigureKind.SCORE and figure.low is not None and figure.high is not None:
            yield figure.span, figure.low, figure.high, entry.first, entry.last
    for one, two in pairwise(statement.entries):  # “by 6 votes to 4”
        if (
            words[one.last : two.first] == ["votes", "to"]
            and one.figure.value is not None
            and two.figure.value is not None
        ):
            span = Span(one.figure.span.start, two.figure.span.end)
            yield span, one.figure.value, two.figure.value, one.first, two.last


def size(words: list[str], result: Result, before: Statement | None) -> Figure | None:
    """How many could vote: “the nine-member council”; None when it is not said, or two bodies are named."""
    sizes = [entry for entry in result.statement.entries if _is_size(words, entry)]
    found = [entry.figure for entry in sizes if entry.first < result.at]
    found = found or [entry.figure for entry in sizes if _belongs_behind(words, result, entry)]
    if not found and before is not None and before.block is result.statement.block:
        found = [entry.figure for entry in before.entries if _is_size(words, entry)]
    return found[0] if len(found) == 1 and (found[0].value or 0.0) > _SMALLEST else None


def _belongs_behind(words: list[str], result: Result, entry: Entry) -> bool:
    """Whether the body follows its vote: “7-4 on the nine-member council”."""
    gap = words[result.last : entry.first]
    return 0 < len(gap) <= _NEAR and "and" not in gap and "," not in gap


def _is_size(words: list[str], entry: Entry) -> bool:
    behind = words[entry.last : entry.last + 2]
    if len(behind) == 2 and behind[0] == "-":
        return behind[1] in _MEMBERS
    return entry.first > 0 and entry.figure.head in _SITTING and words[entry.first - 1] in _BEFORE_SIZE


def games(words: list[str], statement: Statement) -> tuple[int, float] | None:
    """The token and the number of “best of five”."""
    for at in range(statement.first, statement.last - 4):
        if words[at] == "best":
            rest = [word for word in words[at + 1 : at + 5] if word != "-"]
            if rest[0] == "of" and (number := _number(rest[1])) % 2 == 1 and number > 1:
                return at, number
    return None


def _number(word: str) -> float:
    return float(word) if word.isdecimal() and len(word) < 3 else float(SMALL.get(word, 0))


def is_margin(words: list[str], entry: Entry) -> bool:
    """Whether the number reads “a margin of three votes”, “a three-vote majority”."""
    if words[max(0, entry.first - 2) : entry.first] in (["margin", "of"], ["majority", "of"]):
        return True
    return words[entry.last : entry.last + 3] in (["-", "vote", "margin"], ["-", "vote", "majority"])
