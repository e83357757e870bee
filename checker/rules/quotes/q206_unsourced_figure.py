"""A statistic stands in the article, and nothing near it says where it comes from.

A share, a sum or a large number was counted by somebody. Without a source the reader cannot weigh it and the desk
cannot check it.

## Flagged

> Torvik looks for a new baker
> The bakery closed in March, and the oven is for sale.
> Country life is out of fashion. Some 40% of village shops have closed since the turn of the century.

> Torvik looks for a new baker
> The bakery closed in March, and the oven is for sale.
> Nobody wants to get up at three. Around 26,000 bakers left the trade in ten years.

## Fine

> Torvik looks for a new baker
> The bakery closed in March, and the oven is for sale.
> Some 40% of village shops have closed since the turn of the century, according to the county.

> Torvik looks for a new baker
> The bakery closed in March, and the oven is for sale.
> The statistics office counted shops. Some 40% of those in villages have closed since the turn of the century.

> Torvik looks for a new baker
> The bakery closed in March, and the oven is for sale.
> Ada Quist, the mayor, paid £2 million for the oven. It weighs 40 kilos.

## Limits

Looks for percentages, sums of a million or more and numbers of ten thousand or more, written in digits and given once,
in sentences that tell of no person. Any verb of speech near the figure in its paragraph counts as a source, and figures
in a row share that of the first. Plans, the headline and the lead are left alone. So only some figures are found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, BlockKind, Role
from checker.finding import AGREES, Confidence, Outcome, Severity
from checker.rule import Rule
from checker.rules.quotes._sources import counts, may_be_sourced, words_of


@dataclass(frozen=True)
class Options:
    """Which figures need a source."""

    least_count: float = 10_000
    """Look at counts from here up: smaller ones can be made on the spot."""
    least_money: float = 1_000_000
    """Look at sums from here up: smaller ones are prices and wages."""


rule = Rule(__name__, Severity.NOTE, Options, confidence=Confidence.LOW)

_KINDS = frozenset((FigureKind.PERCENT, FigureKind.MONEY, FigureKind.COUNT))
_TAKES_UP = frozenset("that this these those it its they their he she his her such both another".split())
_AHEAD = frozenset("will would could should may might shall if plan plans planned aim aims target hope hopes".split())
_SUBJECT = 40  # characters in which the one who is told of stands
_LEAST_WORDS = 5  # of a sentence, not of a line in a list


@rule.check
def unsourced_figure(article: Article, options: Options) -> Iterator[Outcome]:
    """Look for a source around every figure that begins a row of sentences with figures."""
    sentences = article.mentioned(Sentence)
    told = Counter((figure.unit, figure.low, figure.high) for figure in article.mentioned(Figure))
    for at, sentence in enumerate(sentences):
        figures = [figure for figure in article.mentioned(Figure, sentence.span) if _is_statistic(figure, options)]
        figures = [figure for figure in figures if article.enclosing(Quote, figure.span.start) is None]
        if not figures or not _stands_alone(article, sentences, at):
            continue
        if any(told[figure.unit, figure.low, figure.high] > 1 for figure in figures):
            continue  # the other place may have the source
        block = article.block_at(sentence.span.start)
        near = [one for one in sentences[max(0, at - 1) : at + 2] if one.span in block.span]
        before = sentences[max(0, at - 1)].span
        if any(may_be_sourced(article, one.span) for one in near) or counts(words_of(article, before)):
            yield AGREES
        else:
            yield rule.finding(figures[0].span, f"“{article[figures[0].span]}” stands here without a source")


def _is_statistic(figure: Figure, options: Options) -> bool:
    """Whether the figure was counted by somebody: a percentage, or a large sum or number in digits."""
    if figure.kind not in _KINDS or not _is_printed(figure) or figure.unit == "share":
        return False
    if figure.kind is FigureKind.PERCENT:
        return True
    least = options.least_money if figure.kind is FigureKind.MONEY else options.least_count
    return (figure.low or figure.high or 0) >= least and (figure.kind is FigureKind.MONEY or bool(figure.head))


def _stands_alone(article: Article, sentences: Sequence[Sentence], at: int) -> bool:
    """Whether a sentence of the story tells a fact of nobody in particular and goes on from no other figure."""
    span = sentences[at].span
    block = article.block_at(span.start)
    if block.kind is not BlockKind.PARAGRAPH or block.role is not Role.BODY:
        return False
    words = words_of(article, span)
    if len(words) < _LEAST_WORDS or words[0] in _TAKES_UP or not _AHEAD.isdisjoint(words):
        return False
    names = [name for name in article.mentioned(Name, span) if name.kind is not NameKind.PLACE]
    if any(name.kind is NameKind.PERSON or name.span.start < span.start + _SUBJECT for name in names):
        return False
    return at == 0 or not any(map(_is_printed, article.mentioned(Figure, sentences[at - 1].span)))


def _is_printed(figure: Figure) -> bool:
    """Whether the figure stands there in digits, as statistics do, and not as a word."""
    return figure.digits[:1].isdigit()
