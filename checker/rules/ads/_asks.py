"""What a publication asks of its readers: to subscribe, to follow, to install, to give, to write in."""

from __future__ import annotations

import re

from checker.article import Article, Span
from checker.rules.ads._phrasebook import find, opening, told, trie, words_of

BOOK = "_asks.txt"
MOST_CHARACTERS = 400  # of a sentence that asks; a longer one tells a story

_ADDRESS = re.compile(r"\A\W*(?:e-?mail|tips?|contact)[^@]{0,40}[\w.+-]+@[\w-]+\.\w", re.I)
_HANDLE = re.compile(
    r"\A\W*(?:you can )?follow\b[^.!?]{0,120}?"
    r"(?:@\w|\bon (?:twitter|x|facebook|instagram|tiktok|youtube|linkedin|threads)\b)",
    re.I,
)
_SPEECH = frozenset("said says told added announced according reported asked wrote claimed urged".split())
_OTHERS = frozenset("he she they him them was were had".split())
"""Words of a sentence that tells of somebody else's newsletter or appeal."""


def ask(article: Article, span: Span) -> str | None:
    """The words with which a sentence asks something of the reader for the publication's own sake, if it does."""
    if len(span) > MOST_CHARACTERS:
        return None
    text = article[span]
    if pattern := _HANDLE.match(text) or _ADDRESS.match(text):
        return pattern[0].strip(' "“(')
    words = words_of(article, span)
    if not _SPEECH.isdisjoint(words.texts):
        return None
    hit = opening(trie(BOOK, "opening"), words.texts)
    if hit is None and _OTHERS.isdisjoint(words.texts):
        hit = next(find(trie(BOOK, "always"), words.texts), None)
    return article[told(article, words, hit.first, hit.last)] if hit else None
