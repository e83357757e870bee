"""Stems: words cut down so that “reopened” and “reopens”, “ship” and “ships” are one."""

from __future__ import annotations

from functools import lru_cache

from checker.annotate.calendar_words import MONTHS, WEEKDAYS
from checker.article import Article, Span

# Words that say nothing of what a sentence is about.
_EMPTY = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "a about after again all also an and any are as at be became because been before being between both but by "
        "can could did do does down during each for from had has have he her here his how i if in into is it its "
        "just last may might more most must no nor not now of off on one only or other our out over own per said "
        "same say says she should since so some still such than that the their them then there these they this those "
        "through to told too under until up was we were what when where which while who whom whose why will with "
        "would year yet you your".split()
    )
)
_ENDINGS = ("ingly", "edly", "ings", "ies", "ing", "ers", "ied", "ed", "es", "er", "ly", "s")
_STEM = 6  # letters; beyond it words of one family part ways: negotiate, negotiation


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a word in lower case; numbers stay as they are."""
    if not word.isalpha():
        return word.removesuffix("'s").removesuffix("’s")[:_STEM] if word[0].isalpha() else word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:_STEM]


def content(article: Article, span: Span) -> frozenset[str]:
    """The stems of the words in a span that say what it is about, numbers included."""
    tokens = article.tokens
    return frozenset(
        stem(tokens.lower[at])
        for at in tokens.within(span.start, span.end)
        if tokens.texts[at][0].isalnum() and tokens.lower[at] not in _EMPTY
    )
