"""Where what an article tells comes from: who is named as knowing it."""

from __future__ import annotations

import re
from functools import cache

from checker.annotate.cues import documents, saying
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.wordclass import ADJECTIVE, GERUND, NOUN, PARTICIPLE, PLURAL, word_class
from checker.article import Article, Span

# What is looked up and can be found again; a document of speech (statement, letter) counts as well.
STUDIES = frozenset(
    "study survey poll census report index review inquiry audit research analysis data dataset statistics figures "
    "estimate estimates forecast paper journal database records accounts results budget prospectus ranking".split()
)
_BEARERS = frozenset((NameKind.PERSON, NameKind.ORGANISATION, NameKind.OTHER))
_QUALIFIED = re.compile(r"\b([a-z]{3,}) (source|insider|expert|scientist|researcher)s?\b", re.I)
_QUALIFYING = (NOUN, PLURAL, ADJECTIVE, GERUND, PARTICIPLE)
_WORD = re.compile(r"[^\W\d_]+")


def words_of(article: Article, span: Span) -> list[str]:
    """The words of a span in lower case, without what stands in quotation marks."""
    found = _WORD.finditer(article.text, span.start, span.end)
    return [match[0].lower() for match in found if article.enclosing(Quote, match.start()) is None]


def names_a_source(article: Article, within: Span) -> bool:
    """Whether somebody who has a name speaks there, or there is a study or document and a name that may be its own."""
    if not any(name.kind in _BEARERS for name in article.mentioned(Name, within)):
        return any(quote.firm and quote.speaker for quote in article.mentioned(Quote, within))
    return not _telling().isdisjoint(words_of(article, within))


@cache
def _telling() -> frozenset[str]:
    return saying() | STUDIES | documents() | {"according"}


def first_qualified(article: Article) -> dict[str, int]:
    """Where each sort of source first stands with a word of what makes it one: trade sources said."""
    found: dict[str, int] = {}
    for match in _QUALIFIED.finditer(article.text):
        if word_class(match[1].lower()) in _QUALIFYING:
            found.setdefault(match[2].lower(), match.start())
    return found
