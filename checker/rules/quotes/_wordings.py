"""The words of a quotation as they are compared: without marks, case and what an editor has put in or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from checker.annotate.quotes import Quote, QuoteKind
from checker.article import Article, Span

INSERTED = "[]"
"""Stands for what an editor has put in brackets."""
_WORD = re.compile(
    r"\[[^\W_]{1,4}\][^\W_]+"  # “[t]he”
    r"|\[[^\[\]]{0,80}\]|\([^()]{0,30}\)"  # an insertion
    r"|\.(?: ?\.){2,}|…"
    r"|[£$€]?[^\W_]+(?:['’‑-][^\W_]+|(?<=\d)[.,]\d+[^\W_]*)*%?"
)
_ENDED = re.compile(r"[.?!][\"”’')]*\s")
_MARKS = str.maketrans({"’": "'", "-": "", "‑": "", "[": "", "]": ""})
_DOTS = (".", "…")
_SPELLINGS = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ogue", "og"))
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_IS = frozenset("it he she that there what who here where".split())
_NUMBERS = {word: str(at) for at, word in enumerate("zero one two three four five six seven eight nine ten".split())}
_IRREGULAR = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not")}
_SENTENCE = 60  # words: what is longer is no half of a sentence but a missing mark
_ATTRIBUTION = 80  # characters: so long a “said Una Price” may stand between two halves of a sentence


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a quotation, spelt alike, and where each stands."""

    quote: Quote
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    group: int
    """Equal for the parts of one quotation, which are not compared with each other."""

    def span(self, first: int, last: int) -> Span:
        """Where the words from `first` to before `last` stand; the word behind if there are none."""
        first = min(first, len(self.spans) - 1)
        return Span(self.spans[first].start, self.spans[max(last, first + 1) - 1].end)

    def part(self, first: int, last: int) -> Wording:
        """The words from `first` to before `last`."""
        return Wording(self.quote, self.words[first:last], self.spans[first:last], self.group)


def wordings(article: Article, quotes: Sequence[Quote]) -> Iterator[Wording]:
    """The wording of each quotation, cut where dots stand for words left out; halves of a sentence also as a whole."""
    group, whole = -1, None
    for quote in quotes:
        if quote.kind is QuoteKind.INDIRECT:
            continue
        mine = Wording(quote, *_read(article, quote), 0)
        joins = whole is not None and _goes_on(article, whole, quote)
        group += not joins
        mine = Wording(quote, mine.words, mine.spans, group)
        if joins and whole is not None:
            whole = Wording(whole.quote, whole.words + mine.words, whole.spans + mine.spans, group)
            yield from _cut(whole)
        else:
            whole = mine
        yield from _cut(mine)


def _goes_on(article: Article, whole: Wording, quote: Quote) -> bool:
    """Whether the quotation is the second half of the sentence before: “We shall,” she said, “ring.”"""
    if (
        not 0 < len(whole.words) < _SENTENCE
        or not article.text[quote.content.start : quote.content.start + 1].islower()
    ):
        return False
    between = article.text[whole.spans[-1].end : quote.content.start]
    return len(between) <= _ATTRIBUTION and "\n" not in between and not set(".?!;:") & set(between)


def sentences(article: Article, wording: Wording) -> Iterator[Wording]:
    """The sentences of a quotation that has several."""
    first = 0
    for at, (one, other) in enumerate(pairwise(wording.spans), 1):
        if one.end < other.start and _ENDED.match(article.text, one.end, other.start):
            yield wording.part(first, at)
            first = at
    if first:
        yield wording.part(first, len(wording.words))


def _cut(wording: Wording) -> Iterator[Wording]:
    """The parts of a wording between the dots that stand for words left out."""
    first = 0
    for at, word in enumerate(wording.words):
        if word[0] in _DOTS:
            if at > first:
                yield wording.part(first, at)
            first = at + 1
    if first == 0:
        yield wording
    elif first < len(wording.words):
        yield wording.part(first, len(wording.words))


def _read(article: Article, quote: Quote) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """The words of a quotation and their places; of “we’ll” both words have the place of the whole."""
    words: list[str] = []
    spans: list[Span] = []
    for match in _WORD.finditer(article.text, quote.content.start, quote.content.end):
        span = Span(match.start(), match.end())
        for word in spelt_alike(match[0]):
            words.append(word)
            spans.append(span)
    return tuple(words), tuple(spans)


@lru_cache(maxsize=20_000)
def spelt_alike(text: str) -> tuple[str, ...]:
    """A word in lower case and in one of its spellings; a short form taken apart."""
    if text[-1] in "])":
        return (INSERTED,)
    word = text.lower().translate(_MARKS)
    if word[-1] == "%":
        return word[:-1], "percent"
    if "'" in word or word == "cannot":
        return _taken_apart(word)
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return (_NUMBERS.get(word, word),)


def _taken_apart(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, full in _ENDINGS.items():
        if word.endswith(ending):
            return word.removesuffix(ending), full
    head, _, last = word.partition("'")
    return (head, "is") if last == "s" and head in _IS else (word,)
