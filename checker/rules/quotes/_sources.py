"""Where what an article tells comes from: who is named as knowing it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checker.annotate.cues import documents, saying, speech_nouns
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.wordclass import ADJECTIVE, GERUND, NOUN, PARTICIPLE, PLURAL, word_class
from checker.article import Article, Span

# What is looked up and can be found again; a document of speech (statement, letter) counts as well.
STUDIES = frozenset(
    "study survey poll census report index review inquiry audit research analysis data dataset statistics figures "
    "estimate estimates forecast paper journal database records accounts results budget prospectus ranking".split()
)
_OFFICES = frozenset(
    "according official officials reportedly reported figures polling polled surveyed estimated expected ministry "
    "office bureau agency department council".split()
)
_MOVING = frozenset(  # verbs of speech that are far more often something else
    "go goes went going open opens opened opening begin begins began beginning continue continues "
    "continued continuing hold holds held holding feel feels felt feeling rate read reads reading mean means meant "
    "point points sign signs signed signing sing sings sang sung singing cast cut raise press offer offers offered "
    "offering post posts order orders ordered ordering find finding shot spot hear hears heard hearing sum sums".split()
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


def may_be_sourced(article: Article, within: Span) -> bool:
    """Whether anybody there may have counted: there is a verb of speech, a study, an office or a quotation."""
    words = words_of(article, within)
    if article.mentioned(Quote, within) or counts(words):
        return True
    return not (_telling().isdisjoint(words) and speech_nouns().isdisjoint(words))


def counts(words: Iterable[str]) -> bool:
    """Whether there is a word for what publishes figures: a study, an office."""
    return not (STUDIES.isdisjoint(words) and _OFFICES.isdisjoint(words))


@cache
def _telling() -> frozenset[str]:
    return (saying() - _MOVING) | STUDIES | documents() | {"according"}


def first_qualified(article: Article) -> dict[str, int]:
    """Where each sort of source first stands with a word of what makes it one: trade sources said."""
    found: dict[str, int] = {}
    for match in _QUALIFIED.finditer(article.text):
        if word_class(match[1].lower()) in _QUALIFYING:
            found.setdefault(match[2].lower(), match.start())
    return found
