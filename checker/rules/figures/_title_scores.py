"""Scores in headlines: the one of the headline, and the one that the story opens with."""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.stems import content
from checker.article import Article, BlockKind
from checker.rules.figures._sheet import Statement, statements

_SOON = 2  # sentences of the story
_SHARED = 2  # names or words that headline and sentence have in common
_HALVES = frozenset("half-time halftime interval first-leg aggregate first previous last earlier".split())


def title_scores(article: Article) -> Iterator[tuple[Figure, Figure | None]]:
    """The headline's score with the one of the first sentences that should be the same; None when the story has it."""
    known = statements(article)
    titles = [one for one in known[:1] if one.block.kind is BlockKind.HEADLINE]
    scores = [score for one in titles for score in _scores(one)]
    story = [one for one in known if one.block.kind is not BlockKind.HEADLINE]
    if len(scores) != 1 or not story:
        return
    title = scores[0]
    if any({score.low, score.high} == {title.low, title.high} for one in story for score in _scores(one)):
        yield title, None
        return
    wanted = content(article, titles[0].span)
    for one in story[:_SOON]:
        said = set(article.tokens.lower[one.first : one.last])
        near = _scores(one)
        if len(near) == 1 and len(wanted & content(article, one.span)) >= _SHARED and _HALVES.isdisjoint(said):
            yield title, near[0]
            return


def _scores(statement: Statement) -> list[Figure]:
    return [entry.figure for entry in statement.entries if entry.figure.kind is FigureKind.SCORE]
