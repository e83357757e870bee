"""How hard an article is to read: the known formulas, on our own sentences, words and syllables.

The one grade that we give is that of Flesch and Kincaid without quotations: reporters can shorten their own sentences,
not those of others. Under a hundred words, the sample that Flesch and Gunning took, there is no grade.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import add
from threading import local
from typing import Any, NamedTuple

from checker.article import Article, Block, BlockKind, Span
from checker.readability.counts import NOTHING, Counted, Counts
from checker.readability.formulas import flesch_kincaid, library, score
from checker.readability.syllables import source
from checker.source import Lines, Position

FORMULA = "Flesch–Kincaid grade level"
LEAST_WORDS = 100  # Flesch (1948) and Gunning (1952) took samples of a hundred words
LEAST_SENTENCES = 3  # with fewer, one sentence more or less moves the grade by years
_HARDEST = 3


class Measure(NamedTuple):
    """What a stretch of text comes to; no scores when it is too short for any."""

    counts: Counts
    scores: Mapping[str, float] | None

    @property
    def grade(self) -> float | None:
        """The years of school that it takes to read it, by Flesch and Kincaid."""
        return None if self.scores is None else self.scores["flesch_kincaid_grade"]


class Section(NamedTuple):
    """The text under one heading, without quotations."""

    title: str | None
    """None before the first heading."""
    opening: Span
    """Its first block: the heading, if there is one."""
    measure: Measure
    sentences: tuple[Counted, ...]


class HardSentence(NamedTuple):
    """A sentence without which the article would be easier, and its place in the source."""

    span: Span
    words: int
    grade: float
    source: Span
    start: Position
    end: Position


class Readability(NamedTuple):
    """How hard an article is to read."""

    own: Measure
    """Of the text without quotations."""
    with_quotations: Measure
    sections: tuple[Section, ...]
    sentences: tuple[Counted, ...]
    hardest: tuple[HardSentence, ...]
    """The sentences that raise the grade most, the worst first."""

    @property
    def grade(self) -> float | None:
        """The grade of the text without quotations."""
        return self.own.grade

    @property
    def too_short(self) -> bool:
        """Whether there is too little text, quotations apart, to speak of a grade."""
        return self.own.scores is None


_latest = local()  # the engine and the rules ask one after another about the same article


def measure(article: Article) -> Readability:
    """How hard `article`, which must be annotated, is to read."""
    if getattr(_latest, "article", None) is not article:
        _latest.readability = _measured(article)
        _latest.article = article
    readability: Readability = _latest.readability
    return readability


def hardest(sentences: Iterable[Counted], number: int) -> list[Counted]:
    """The sentences that raise the grade of them all most, the worst first."""
    own = [sentence for sentence in sentences if sentence.own.words]
    whole = _total(sentence.own for sentence in own)
    if len(own) < 2:
        return own
    return sorted(own, key=lambda sentence: flesch_kincaid(whole - sentence.own))[:number]


def as_json(readability: Readability) -> dict[str, Any]:
    """What reports say of it; grades and scores have one decimal, for more would be pretence."""
    return {
        "too_short": readability.too_short,
        **_figures(readability.own),
        "with_quotations": _figures(readability.with_quotations),
        "sections": [
            {"title": section.title, "words": section.measure.counts.words, "grade": _rounded(section.measure.grade)}
            for section in readability.sections
        ],
        "hardest": [_hard(sentence) for sentence in readability.hardest],
        "library": library(),
        "formula": FORMULA,
        "syllables_from": source(),
    }


def _measured(article: Article) -> Readability:
    from checker.readability.sentences import counted  # a result from the cache is printed without what measured it

    sentences = tuple(counted(article))
    own = _measure(sentence.own for sentence in sentences)
    return Readability(
        own,
        _measure(sentence.whole for sentence in sentences),
        tuple(_sections(article, sentences)),
        sentences,
        () if own.scores is None else tuple(_placed(article, hardest(sentences, _HARDEST))),
    )


def _sections(article: Article, sentences: Iterable[Counted]) -> Iterable[Section]:
    """The sections that have running text."""
    of_section: dict[int, list[Counted]] = {}
    for sentence in sentences:
        of_section.setdefault(sentence.block.section, []).append(sentence)
    openings: dict[int, Block] = {}
    for block in article.blocks:
        if block.kind not in _NOT_OPENINGS:
            openings.setdefault(block.section, block)
    for number, inside in of_section.items():
        opening = openings[number]
        title = article[opening.span] if opening.kind is BlockKind.HEADING else None
        yield Section(title, opening.span, _measure(sentence.own for sentence in inside), tuple(inside))


_NOT_OPENINGS = frozenset({BlockKind.METADATA, BlockKind.BYLINE, BlockKind.DATELINE})


def _placed(article: Article, sentences: Iterable[Counted]) -> Iterable[HardSentence]:
    lines = Lines(article.source)
    for sentence in sentences:
        there = article.locate(sentence.span)
        yield HardSentence(
            sentence.span,
            sentence.own.words,
            flesch_kincaid(sentence.own),
            there,
            lines.position(there.start),
            lines.position(there.end),
        )


def _measure(parts: Iterable[Counts]) -> Measure:
    whole = _total(parts)
    enough = whole.words >= LEAST_WORDS and whole.sentences >= LEAST_SENTENCES
    return Measure(whole, score(whole) if enough else None)


def _total(parts: Iterable[Counts]) -> Counts:
    return reduce(add, parts, NOTHING)


def _figures(measured: Measure) -> dict[str, Any]:
    counts, scores = measured.counts, measured.scores
    return {
        "words": counts.words,
        "sentences": counts.sentences,
        "syllables": counts.syllables,
        "grade": _rounded(measured.grade),
        "scores": None if scores is None else {name: _rounded(value) for name, value in scores.items()},
    }


def _hard(sentence: HardSentence) -> dict[str, Any]:
    return {
        "start": _position(sentence.source.start, sentence.start),
        "end": _position(sentence.source.end, sentence.end),
        "words": sentence.words,
        "grade": _rounded(sentence.grade),
    }


def _position(offset: int, position: Position) -> dict[str, int]:
    return {"offset": offset, "line": position.line, "column": position.column}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
