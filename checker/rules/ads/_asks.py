"""What a publication asks of its readers: to subscribe, to follow, to install, to give, to write in."""

from __future__ import annotations

from itertools import pairwise

from checker.article import Article, Span
from checker.rules.ads._lines import bare, words
from checker.rules.ads._phrasebook import find, keys, opening, told, trie, words_of

BOOK = "_asks.txt"
MOST_CHARACTERS = 400  # of a sentence that asks; a longer one tells a story

NETWORKS = frozenset("twitter x facebook instagram tiktok youtube linkedin threads".split())
ADDRESSED = ("email", "e-mail", "tip", "tips", "contact")
REACH = 60  # characters before an address

_SPEECH = frozenset("said says told added announced according reported asked wrote claimed urged".split())
_US = frozenset("you your our us we get sign subscribe join".split())
_FEW = 6  # words of a line that names a newsletter and tells nothing of it
_OTHERS = frozenset("he she they him them was were had".split())
"""Words of a sentence that tells of somebody else's newsletter or appeal."""


def ask(article: Article, span: Span) -> str | None:
    """The words with which a sentence asks something of the reader for the publication's own sake, if it does."""
    if len(span) > MOST_CHARACTERS:
        return None
    text = article[span]
    if asked := _follows(text) or _gives_an_address(text):
        return asked
    inside = article.tokens.within(span.start, span.end)
    if keys(BOOK, "always", "opening", "newsletter").isdisjoint(article.tokens.lower[inside.start : inside.stop]):
        return None
    said = words_of(article, span)
    if not _SPEECH.isdisjoint(said.texts):
        return None
    hit = opening(trie(BOOK, "opening"), said.texts)
    if hit is None and _OTHERS.isdisjoint(said.texts):
        offered = ("newsletter",) if len(said.texts) <= _FEW or not _US.isdisjoint(said.texts) else ()
        hit = next(find(trie(BOOK, "always", *offered), said.texts), None)
    return article[told(article, said, hit.first, hit.last)] if hit else None


def _follows(text: str) -> str | None:
    """“Follow Ida Holm on Twitter”, “You can follow her at @idaholm”."""
    said = words(text[:REACH])
    at = said.index("follow") if "follow" in said[:3] else -1
    if at < 0 or said[:at] not in ([], ["you", "can"], ["please"]):
        return None
    if "@" not in text and not any(one == "on" and two in NETWORKS for one, two in pairwise(words(text))):
        return None
    return " ".join(bare(text).split()[: at + 5])


def _gives_an_address(text: str) -> str | None:
    """“Email: desk@islandpost.example”."""
    opening_words = words(text[:REACH])[:1]
    if "@" not in text or not opening_words or opening_words[0] not in ADDRESSED:
        return None
    return bare(text)[:REACH]
