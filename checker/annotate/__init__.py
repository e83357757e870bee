"""Finding mentions: each annotator reads the article with the mentions of those before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from checker.annotate import dates, figures, names, quotes, sentences
from checker.annotate.quotes import indirect
from checker.article import Article, Mention
from checker.tokens import tokenise

Annotator = Callable[[Article], Iterable[Mention]]

ANNOTATORS: tuple[Annotator, ...] = (
    sentences.find,
    dates.find,
    figures.find,
    names.find,
    quotes.find,
    indirect.find,
)


def annotate(article: Article) -> Article:
    """`article` with its tokens and all its mentions."""
    article = replace(article, tokens=tokenise(article.text))
    for find in ANNOTATORS:
        article = article.with_mentions(tuple(find(article)))
    return article
