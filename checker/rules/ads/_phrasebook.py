"""Phrases by what they betray, kept in text files and found in the words of a sentence in one pass.

A file has sections, `[offer]`, and phrases separated by commas or line breaks, `#` before a remark. In a phrase `_` is
any one word, `~` up to two, and a word in capitals any word of the section of that name; PRICE, PERCENT and NUM stand
for $24.99, 25% and other numbers. Words are compared without case, hyphens and marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from checker.article import Article, Span

Trie = dict[str, Any]
"""Any: another Trie below each word, and below "" the section of the phrase that ends there."""

PRICE, PERCENT, NUM = "PRICE", "PERCENT", "NUM"
_CURRENCY = frozenset("$£€")
_CURRENCY_WORDS = frozenset("p pence cents dollars pounds euros usd gbp eur".split())
_PERCENT_WORDS = frozenset("% percent pct".split())
_MAGNITUDES = frozenset("m mn mln million bn billion b tn trillion k thousand mio".split())
_PRICE_DIGITS = 4  # of a price in an advertisement; dearer things are houses and budgets
_FIGURE = re.compile(r"[\d$£€]")
_MARKS = frozenset("+™®#&") | _CURRENCY


class Words(NamedTuple):
    """The words of a sentence as phrases know them, and the tokens each was made of."""

    texts: list[str]
    first: list[int]
    last: list[int]


class Hit(NamedTuple):
    """A phrase that was found."""

    section: str
    first: int
    """Its first word among those searched."""
    last: int
    """The one after its last."""


def words_of(article: Article, span: Span) -> Words:
    """The words of a span: lower case, figures as PRICE, PERCENT or NUM, marks left out."""
    lower = article.tokens.lower
    inside = article.tokens.within(span.start, span.end)
    places = [at for at in inside if lower[at].isalpha() or lower[at][0].isalnum() or lower[at] in _MARKS]
    texts = [lower[at] for at in places]
    if _FIGURE.search(article.text, span.start, span.end):
        words = _with_figures(lower, places, inside.stop)
    else:
        words = Words(texts, places, places)
    if "’" in article.text[span.start : span.end]:
        words.texts[:] = [text.replace("’", "'") for text in words.texts]
    return words


def told(article: Article, words: Words, first: int, last: int) -> Span:
    """Where the words from `first` up to `last` stand in the article."""
    return Span(article.tokens.starts[words.first[first]], article.tokens.ends[words.last[last - 1]])


def _with_figures(lower: Sequence[str], places: Sequence[int], stop: int) -> Words:
    words = Words([], [], [])
    done = -1
    for at in places:
        if at <= done:
            continue
        text, done = lower[at], at
        if text[0].isdigit() or (text in _CURRENCY and at + 1 < stop and lower[at + 1][0].isdigit()):
            text, done = _figure(lower, at, stop)
        if text not in _CURRENCY and text != "%":
            words.texts.append(text)
            words.first.append(at)
            words.last.append(done)
    return words


def _figure(lower: Sequence[str], at: int, stop: int) -> tuple[str, int]:
    """What the figure at a token is, and its last token."""
    number = at + 1 if lower[at] in _CURRENCY else at
    after = lower[number + 1] if number + 1 < stop else ""
    dear = sum(map(str.isdigit, lower[number].partition(".")[0])) > _PRICE_DIGITS
    if number > at:
        return (NUM, number + 1) if after in _MAGNITUDES else (NUM if dear else PRICE, number)
    if after in _CURRENCY_WORDS:
        return NUM if dear else PRICE, number + 1
    return (PERCENT, number + 1) if after in _PERCENT_WORDS else (NUM, number)


def find(phrases: Trie, words: Sequence[str]) -> Iterator[Hit]:
    """The longest phrase at each word, none inside another."""
    done = 0
    for at, word in enumerate(words):
        if at >= done and word in phrases and (hit := opening(phrases, words, at)):
            done = hit.last
            yield hit


def opening(phrases: Trie, words: Sequence[str], at: int = 0) -> Hit | None:
    """The longest phrase that begins with the word at a place."""
    below = phrases.get(words[at]) if at < len(words) else None
    return _longest(below, words, at, at + 1) if below else None


def is_phrase(phrases: Trie, words: Sequence[str]) -> bool:
    """Whether the words from first to last are one phrase."""
    hit = opening(phrases, words)
    return hit is not None and hit.last == len(words)


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
    classes = {word: [one for (one,) in phrases] for word, phrases in sections(name).items() if word.isupper()}
    root: Trie = {}
    for section in wanted:
        for phrase in sections(name)[section]:
            for spelling in _spellings(phrase, classes):
                node = root
                for word in spelling:
                    node = node.setdefault(word, {})
                node.setdefault("", section)
    return root


@cache
def keys(name: str, *wanted: str) -> frozenset[str]:
    """The longest word of every phrase: a text that has none of them has none of the phrases."""
    return frozenset(max(phrase, key=len) for section in wanted for phrase in sections(name)[section])


@cache
def single_words(name: str, section: str) -> frozenset[str]:
    """The words of a section whose phrases are single words."""
    return frozenset(word for (word,) in sections(name)[section])


def _spellings(words: Sequence[str], classes: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The phrase with each `~` as no word, one and two, and each class as each of its words."""
    if not words:
        yield []
        return
    word = words[0]
    heads = [[], ["_"], ["_", "_"]] if word == "~" else [[one] for one in classes.get(word, (word,))]
    for rest in _spellings(words[1:], classes):
        for head in heads:
            yield [*head, *rest]
