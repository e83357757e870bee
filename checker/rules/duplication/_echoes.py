"""Sentences that stand in an article twice: found by the runs of three words they share.

Each run is kept with the first sentence that has it, so that the cost is linear in the length of the article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Span

LEAST_WORDS = 8  # of a sentence; shorter ones (“He did not reply.”) are said twice with reason
LEAST_NEAR = 10  # of a sentence that is not the same word for word
SAME = 0.8  # the least share of words, in order, that two sentences have in common
SAME_SHORT = 0.85
SHORT = 14  # words
REORDERED = 0.95  # of the words of two sentences, in any order
MOST_ALIGNED = 150  # words; longer sentences are compared by their runs alone
CANDIDATE = 0.2  # of its runs must be in one other sentence before the two are compared word by word

_PASTED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)  # the other way round a list sums the story up
_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE, BlockKind.TIMELINE_ENTRY)


class Unit(NamedTuple):
    """A sentence as it is compared."""

    span: Span
    block: int
    """Its block's place among those compared."""
    kind: BlockKind
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    """Of each word whether it has a capital."""
    quoted: bool
    """Whether it opens with a quotation mark."""

    @property
    def names(self) -> frozenset[str]:
        """Its words with a capital, but for the first."""
        return frozenset(word for word, capital in zip(self.words[1:], self.capitals[1:], strict=True) if capital)


class Echo(NamedTuple):
    """A sentence and the earlier one that it repeats."""

    unit: Unit
    first: Unit
    changed: int
    """How many of its words are others."""


def units(article: Article, blocks: Sequence[Block]) -> Iterator[Unit]:
    """The sentences of running text, lists and timelines, as words."""
    lower, texts = article.tokens.lower, article.tokens.texts
    for number, block in enumerate(blocks):
        if block.kind not in _KINDS:
            continue
        for sentence in article.mentioned(Sentence, block.span):
            places = _places(article, sentence.span)
            if len(places) >= LEAST_WORDS:
                words = tuple([lower[at] for at in places])
                capitals = tuple([texts[at] != lower[at] for at in places])
                quoted = article.text[sentence.span.start] in "\"“‘'"
                yield Unit(sentence.span, number, block.kind, words, capitals, quoted)


def echoes(sentences: Sequence[Unit]) -> Iterator[Echo | None]:
    """For each sentence the earlier one that it repeats, if it does."""
    holders: dict[int, int] = {}
    for at, unit in enumerate(sentences):
        runs = set(map(hash, zip(unit.words, unit.words[1:], unit.words[2:], strict=False)))
        shared: Counter[int] = Counter()
        for run in runs:
            holder = holders.setdefault(run, at)
            if holder != at:
                shared[holder] += 1
        yield _best(sentences, unit, shared, len(runs)) if shared else None


def _best(sentences: Sequence[Unit], unit: Unit, shared: Counter[int], runs: int) -> Echo | None:
    for place, count in shared.most_common(2):
        first = sentences[place]
        if count < CANDIDATE * runs:
            return None
        changed = _changed(unit, first, count / runs)
        if changed is not None and _comparable(unit, first, changed):
            return Echo(unit, first, changed)
    return None


def _comparable(unit: Unit, first: Unit, changed: int) -> bool:
    """Whether it is a fault that the one repeats the other, and not a timeline, a summary or a pull quote."""
    if changed and (unit.quoted or first.quoted or unit.words[: len(first.words)] == first.words):
        return False
    return unit.kind is first.kind or (not changed and (first.kind, unit.kind) == _PASTED)


def _changed(unit: Unit, first: Unit, share: float) -> int | None:
    """How many words differ where two sentences are the same or nearly so; None where they are not."""
    if unit.words == first.words:
        return 0
    one, two = Counter(unit.words), Counter(first.words)
    longest = max(len(unit.words), len(first.words))
    names = unit.names | first.names
    if longest < LEAST_NEAR or any(word[0].isdigit() or word in names for word in (one - two) + (two - one)):
        return None  # another figure or name makes it another statement
    if longest > MOST_ALIGNED:
        return changes(unit.words, first.words) if share >= SAME else None
    shared = 2 * (one & two).total() / (len(unit.words) + len(first.words))
    if shared >= REORDERED:
        return changes(unit.words, first.words) if _fixed(unit, names) == _fixed(first, names) else None
    least = SAME_SHORT if longest < SHORT else SAME
    if shared < least:
        return None
    return changes(unit.words, first.words) if aligned(unit.words, first.words) >= least else None


def _fixed(unit: Unit, names: frozenset[str]) -> list[str]:
    """The names and figures of a sentence in their order: “Tarn beat Eyre” is not “Eyre beat Tarn”."""
    return [word for word in unit.words if word in names or word[0].isdigit()]


def aligned(one: Sequence[str], two: Sequence[str]) -> float:
    """The share of words that two texts have in the same order; in any order where they are very long."""
    from rapidfuzz.distance import LCSseq

    if max(len(one), len(two)) > MOST_ALIGNED:
        return 2 * (Counter(one) & Counter(two)).total() / (len(one) + len(two))
    return 2 * LCSseq.similarity(one, two) / (len(one) + len(two))


def changes(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words of one text are others in the other; at least one where only their order differs."""
    lost, new = Counter(two) - Counter(one), Counter(one) - Counter(two)
    return max(lost.total(), new.total(), int(tuple(one) != tuple(two)))


def in_words(article: Article, span: Span) -> tuple[str, ...]:
    """The words of a span in lower case."""
    return tuple(article.tokens.lower[at] for at in _places(article, span))


def _places(article: Article, span: Span) -> list[int]:
    texts = article.tokens.texts
    return [at for at in article.tokens.within(span.start, span.end) if texts[at].isalpha() or texts[at][0].isalnum()]
