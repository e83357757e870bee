"""Furniture of the page: what is printed around every story, whatever the story is about."""

from __future__ import annotations

import re

from checker.article import Article, Span
from checker.rules.ads._lines import LEAST_PROSE
from checker.rules.ads._phrasebook import find, is_phrase, keys, told, trie, words_of

BOOK = "_furniture.txt"
MOST_LINE = 80  # characters of a button, a counter or a menu
MOST_NOTICE = 400  # of a sentence

_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b)\W{0,3}(?:(?:19|20)\d\d\b|[A-Z])", re.I)
_AGENCIES = ("associated press", "reuters", "agence france", "afp", "press association", "upi")
"""They ask those who print their copy to name them."""
_SPEECH = frozenset("said says told added announced reported asked wrote claimed ruled noted explained".split())


def notice(article: Article, span: Span) -> str | None:
    """The words that give a sentence away as a notice of the page, if it is one."""
    if len(span) > MOST_NOTICE or not may_be_noticed(article, span):
        return None
    said = words_of(article, span)
    if not _SPEECH.isdisjoint(said.texts) or _is_of_an_agency(article[article.block_at(span.start).span]):
        return None
    hit = next(find(trie(BOOK, "notice"), said.texts), None)
    return article[told(article, said, hit.first, hit.last)] if hit else None


def may_be_noticed(article: Article, span: Span) -> bool:
    """Whether it pays to read the sentences of a span for notices."""
    inside = article.tokens.within(span.start, span.end)
    return not keys(BOOK, "notice").isdisjoint(article.tokens.lower[inside.start : inside.stop])


def is_furniture(article: Article, span: Span) -> bool:
    """Whether a line is nothing but a button, a counter, an entry of a menu or a claim to the rights."""
    text = article[span]
    if len(text) > MOST_LINE:
        return False
    if text.count(" ") < LEAST_PROSE - 1 and _RIGHTS.match(text):
        return not _is_of_an_agency(text)
    return is_phrase(trie(BOOK, "line"), words_of(article, span).texts)


def _is_of_an_agency(text: str) -> bool:
    return _RIGHTS.search(text) is not None and any(name in text.lower() for name in _AGENCIES)
