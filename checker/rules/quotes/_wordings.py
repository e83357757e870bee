"""Quotations that hold the same words: found by shared pairs of words, compared word by word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.quotes import Quote
from checker.article import Article, Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|\.\.\.|…|[\[\]]")
_EDITED = frozenset(("...", "…", "[", "]"))
_COMMON = 12  # a pair of words that more quotations have tells nothing
_LONG = 9  # words from which on two may differ
_SHIFTED = 6  # words from which on one may be left out
_BESIDE = 2  # words that must stand unchanged on both sides of one left out
_SPELLINGS = (("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ogue", "og"))


class Wording(NamedTuple):
    """The words of a quotation, spelt alike, and where each stands."""

    quote: Quote
    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span:
        """Where the words from `first` to before `last` stand; the word before if there are none."""
        return Span(self.spans[min(first, last - 1)].start, self.spans[last - 1].end)


class Overlap(NamedTuple):
    """A quotation that lies in another one; the words from `first` to before `last` differ from those of the other."""

    one: Wording
    other: Wording
    offset: int
    """Where in the other one it begins."""
    first: int = 0
    last: int = 0
    there_first: int = 0
    there_last: int = 0

    @property
    def same(self) -> bool:
        """Whether no word differs."""
        return self.first == self.last and self.there_first == self.there_last

    @property
    def differing(self) -> tuple[str, ...]:
        """The words that differ, those of both."""
        there = self.other.words[self.there_first : self.there_last]
        return (*self.one.words[self.first : self.last], *there)


def overlaps(article: Article, quotes: Sequence[Quote], least: int) -> Iterator[Overlap]:
    """The quotations of at least `least` words that lie in another one, word for word or nearly."""
    wordings = [_wording(article, quote) for quote in quotes]
    where: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for number, wording in enumerate(wordings):
        for place, pair in enumerate(pairwise(wording.words)):
            where[pair].append((number, place))
    for number, wording in enumerate(wordings):
        if len(wording.words) < least or not _EDITED.isdisjoint(wording.words):
            continue
        for other, offset in _candidates(wordings, where, number):
            if (found := _compare(wording, wordings[other], offset)) is not None:
                yield found


def _wording(article: Article, quote: Quote) -> Wording:
    found = list(_WORD.finditer(article.text, quote.content.start, quote.content.end))
    return Wording(quote, tuple(plain(match[0]) for match in found), tuple(Span(*match.span()) for match in found))


def plain(word: str) -> str:
    """The word in lower case and in one of its spellings."""
    word = word.lower().replace("’", "'")
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word


def _candidates(
    wordings: Sequence[Wording], where: dict[tuple[str, str], list[tuple[int, int]]], number: int
) -> Iterator[tuple[int, int]]:
    """The quotations that share most pairs of words with this one, and where it would begin in each."""
    words = wordings[number].words
    shared: Counter[tuple[int, int]] = Counter()
    unseen = 0
    for place, pair in enumerate(pairwise(words)):
        if len(where[pair]) > _COMMON:
            unseen += 1
            continue
        shared.update((other, there - place) for other, there in where[pair] if other != number)
    best: dict[int, int] = {}
    for (other, offset), count in shared.items():
        longer = len(wordings[other].words) - len(words)
        if longer < 0 or (longer == 0 and other > number):
            continue
        if other not in best or count > shared[other, best[other]]:
            best[other] = offset
    least = len(words) // 2 - 1 - unseen
    yield from ((other, offset) for other, offset in best.items() if shared[other, offset] >= least)


def _compare(one: Wording, other: Wording, best: int) -> Overlap | None:
    """How the two differ when the one is laid upon the other from `best` on; None when by too much."""
    size = len(one.words)
    for offset in (best, best - 1, best + 1):
        head = _head(one.words, other.words, offset)
        if head == size:
            return Overlap(one, other, offset)
        allowed = 2 if size >= _LONG else 1
        tail = _tail(one.words, other.words, offset)
        if offset == best and head + tail >= size - allowed:
            return Overlap(one, other, offset, head, size - tail, offset + head, offset + size - tail)
        if size < _SHIFTED or head < _BESIDE:
            continue
        added = size - head
        if added >= _BESIDE and _tail(one.words, other.words, offset + 1) >= added:
            return Overlap(one, other, offset, head, head, offset + head, offset + head + 1)
        if added > _BESIDE and _tail(one.words, other.words, offset - 1) >= added - 1:
            return Overlap(one, other, offset, head, head + 1, offset + head, offset + head)
    return None


def _head(words: Sequence[str], others: Sequence[str], offset: int) -> int:
    """How many words from the first on are equal."""
    count = 0
    while count < len(words) and 0 <= offset + count < len(others) and words[count] == others[offset + count]:
        count += 1
    return count


def _tail(words: Sequence[str], others: Sequence[str], offset: int) -> int:
    """How many words up to the last one are equal."""
    count, size = 0, len(words)
    while count < size and 0 <= offset + size - 1 - count < len(others):
        if words[size - 1 - count] != others[offset + size - 1 - count]:
            break
        count += 1
    return count
