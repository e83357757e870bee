"""Phrases by what they betray, kept in text files and found in the words of a sentence in one pass.

A file has sections, `[offer]`, and phrases separated by commas or line breaks, `#` before a remark. In a phrase `_` is
any one word and `~` up to two; PRICE, PERCENT and NUM stand for $24.99, 25% and other numbers. Words are compared
without case, hyphens and marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checker.article import Article, Span

Trie = dict[str, Any]
"""Any: another Trie below each word, and below "" the section of the phrase that ends there."""

PRICE, PERCENT, NUM = "PRICE", "PERCENT", "NUM"
_CURRENCY = frozenset("$£€")
_CURRENCY_WORDS = frozenset("p pence cents dollars pounds euros usd gbp eur".split())
_PERCENT_WORDS = frozenset("% percent pct".split())
_MAGNITUDES = frozenset("m mn mln million bn billion b tn trillion k thousand mio".split())
_KEPT_MARKS = frozenset("+™®#&")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as phrases know it, and where it stands in the article."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that was found."""

    section: str
    first: int
    """Its first word among those searched."""
    last: int
    """The one after its last."""


def words_of(article: Article, span: Span) -> list[Word]:
    """The words of a span: lower case, figures as PRICE, PERCENT or NUM, marks left out."""
    tokens, lower = article.tokens, article.tokens.lower
    found: list[Word] = []
    inside = tokens.within(span.start, span.end)
    at, stop = inside.start, inside.stop
    while at < stop:
        text, start, last = lower[at], tokens.starts[at], at
        if text[0].isdigit() or (text in _CURRENCY and at + 1 < stop and lower[at + 1][0].isdigit()):
            text, last = _figure(lower, at, stop)
        elif not text[0].isalnum() and text not in _KEPT_MARKS:
            at += 1
            continue
        found.append(Word(text.replace("’", "'"), Span(start, tokens.ends[last])))
        at = last + 1
    return found


def _figure(lower: Sequence[str], at: int, stop: int) -> tuple[str, int]:
    """What the figure at a token is, and its last token."""
    number = at + 1 if lower[at] in _CURRENCY else at
    after = lower[number + 1] if number + 1 < stop else ""
    if number > at:
        return (NUM, number + 1) if after in _MAGNITUDES else (PRICE, number)
    if after in _CURRENCY_WORDS:
        return PRICE, number + 1
    return (PERCENT, number + 1) if after in _PERCENT_WORDS else (NUM, number)


def find(phrases: Trie, words: Sequence[str]) -> Iterator[Hit]:
    """The longest phrase at each word, none inside another."""
    at = 0
    while at < len(words):
        hit = opening(phrases, words, at)
        if hit:
            yield hit
        at = hit.last if hit else at + 1


def opening(phrases: Trie, words: Sequence[str], at: int = 0) -> Hit | None:
    """The longest phrase that begins with the word at a place."""
    below = phrases.get(words[at]) if at < len(words) else None
    return _longest(below, words, at, at + 1) if below else None


def _longest(node: Trie, words: Sequence[str], first: int, at: int) -> Hit | None:
    longer = None
    if at < len(words):
        below = node.get(words[at])
        longer = _longest(below, words, first, at + 1) if below else None
        if longer is None and (below := node.get("_")):
            longer = _longest(below, words, first, at + 1)
    return longer or (Hit(node[""], first, at) if "" in node else None)


@cache
def sections(name: str) -> dict[str, list[list[str]]]:
    """The phrases of a file beside this one, section by section."""
    found: dict[str, list[list[str]]] = {}
    phrases: list[list[str]] = []
    for line in Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            phrases = found.setdefault(line.strip("[]"), [])
        else:
            phrases += [phrase.split() for phrase in line.split(",") if phrase.strip()]
    return found


@cache
def trie(name: str, *wanted: str) -> Trie:
    """The phrases of the wanted sections of a file, by their words; a phrase of two sections is of the first."""
    root: Trie = {}
    for section in wanted:
        for phrase in sections(name)[section]:
            for spelling in _spellings(phrase):
                node = root
                for word in spelling:
                    node = node.setdefault(word, {})
                node.setdefault("", section)
    return root


@cache
def single_words(name: str, section: str) -> frozenset[str]:
    """The words of a section whose phrases are single words."""
    return frozenset(word for (word,) in sections(name)[section])


def _spellings(words: list[str]) -> Iterator[list[str]]:
    """The phrase with each `~` as no word, one and two."""
    if "~" not in words:
        if words:
            yield words
        return
    at = words.index("~")
    for count in range(3):
        yield from _spellings([*words[:at], *["_"] * count, *words[at + 1 :]])
