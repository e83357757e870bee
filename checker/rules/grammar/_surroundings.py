"""Where a match stands, in the words of the table of silences."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, BlockKind, Mention, Span

M = TypeVar("M", bound=Mention)

_HEADINGS = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_MONEY = re.compile(r"\s?[$£€¥]")
_DOTS = re.compile(r"\. ?\. ?\.")
_LONGEST_DOTS = 5
_WORD = re.compile(r"[^\W\d_]+")


def in_heading(article: Article, span: Span) -> bool:
    """In a headline or another heading."""
    return article.block_at(span.start).kind in _HEADINGS


def in_quotation(article: Article, span: Span) -> bool:
    """In a quotation, or over its edge."""
    return bool(beside(article, Quote, span))


def at_name(article: Article, span: Span) -> bool:
    """Over a part of a name, or over a capital inside a sentence, which may be one of a name not seen."""
    if beside(article, Name, span):
        return True
    sentence = article.enclosing(Sentence, span.start)
    capitals = (word for word in _WORD.finditer(article.text, span.start, span.end) if word[0][0].isupper())
    return any(sentence is None or _is_inside(article.text, sentence.span, word.start()) for word in capitals)


def after_team(article: Article, span: Span) -> bool:
    """Behind a name that may be a team's, which British papers take for its players: all but full names of people."""
    before = Span(max(0, span.start - 2), span.start)
    return any(
        name.kind is not NameKind.PERSON or " " not in article[name.span] for name in beside(article, Name, before)
    )


def before_money(article: Article, span: Span) -> bool:
    """Before a sign of currency."""
    return _MONEY.match(article.text, span.end) is not None


def in_dots(article: Article, span: Span) -> bool:
    """In three full stops with spaces between them."""
    around = _DOTS.finditer(article.text, max(0, span.start - _LONGEST_DOTS), span.end + _LONGEST_DOTS)
    return any(dots.start() < span.end and span.start < dots.end() for dots in around)


PLACES: dict[str, Callable[[Article, Span], bool]] = {
    "everywhere": lambda *_: True,
    "headlines": in_heading,
    "quotations": in_quotation,
    "names": at_name,
    "teams": after_team,
    "money": before_money,
    "ellipsis": in_dots,
}


def beside(article: Article, kind: type[M], span: Span) -> list[M]:
    """The mentions of a kind that have a character in common with `span`."""
    block = article.block_at(span.start).span
    return [mention for mention in article.mentioned(kind, within=block) if mention.span.overlaps(span)]


def _is_inside(text: str, sentence: Span, offset: int) -> bool:
    """Whether something is said of the sentence before `offset`."""
    return any(char.isalnum() for char in text[sentence.start : offset])
