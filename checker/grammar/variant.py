"""Whether an article is written in British or in American English, by its own spelling."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from checker.annotate.names import Name
from checker.annotate.quotes import Quote
from checker.article import Article, Span

BRITISH, AMERICAN, UNKNOWN = "en-GB", "en-US", "en"
_CLEAR = 2  # times as many words of one spelling as of the other; a stray word may stand in what is cited


def language(article: Article, wanted: str = "auto") -> str:
    """The language to ask for: the one that is `wanted`, or by the article's spelling where that is `auto`."""
    if wanted != "auto":
        return wanted
    british, american = (_count(article, words) for words in _spellings())
    if british > _CLEAR * american:
        return BRITISH
    return AMERICAN if american > _CLEAR * british else UNKNOWN


def _count(article: Article, words: frozenset[str]) -> int:
    """How often the article uses one of the words, those in names left out: the Labour Party, the Pearl Harbor base."""
    tokens = article.tokens
    named = [*article.mentioned(Name), *article.mentioned(Quote)]
    found = [at for at, word in enumerate(tokens.lower) if word in words and not tokens.texts[at][0].isupper()]
    return sum(not any(Span(tokens.starts[at], tokens.ends[at]) in mention.span for mention in named) for at in found)


@cache
def _spellings() -> tuple[frozenset[str], frozenset[str]]:
    """The words that only British and those that only American papers write so."""
    british: set[str] = set()
    american: set[str] = set()
    for line in (Path(__file__).parent / "spellings.txt").read_text(encoding="utf-8").splitlines():
        left, separator, right = line.partition("#")[0].partition("|")
        if separator:
            british.update(left.split())
            american.update(right.split())
    return frozenset(british), frozenset(american)
