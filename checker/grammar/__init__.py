"""Grammar by LanguageTool: its server is asked what it thinks of an article, and its answers become mentions.

Nothing here is imported unless grammar is asked for: the client is an optional part and under the GPL.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.grammar import GrammarMatch, GrammarRead
from checker.article import Article, Mention
from checker.errors import NotRun
from checker.grammar.portions import CodePoints, Portion, portions
from checker.grammar.variant import AMERICAN, UNKNOWN, language
from checker.grammar_settings import Access, Grammar


def proofread(article: Article, settings: Grammar, access: Access) -> Article:
    """`article` with what the server says of it; raises NotRun when the server does not."""
    if access.reason:
        raise NotRun(access.reason)
    wanted = language(article, settings.language)
    if settings.spelling and wanted == UNKNOWN:
        wanted = AMERICAN  # the English of nowhere has no dictionary
    found: list[Mention] = []
    for portion in portions(article):
        found.extend(_read(portion, settings, access, wanted))
    return article.with_mentions(tuple(found))


def _read(portion: Portion, settings: Grammar, access: Access, wanted: str) -> Iterator[Mention]:
    """One portion's blocks as read, and the matches in them."""
    from checker.grammar.client import client

    places = CodePoints(portion.text)
    for answer in client(settings, access).answers(portion.text, wanted, places.units):
        span = portion.span(places.start(answer.start), places.end(answer.end))
        if span is not None:
            yield GrammarMatch(span, "LanguageTool", answer.rule, answer.category, answer.message, answer.suggestions)
    for block in portion.blocks:
        yield GrammarRead(block.span, "LanguageTool", wanted)
