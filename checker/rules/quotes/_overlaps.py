"""Quotations that hold the same words: found by shared pairs of words, compared word by word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.quotes import Quote
from checker.article import Article
from checker.rules.quotes._wordings import INSERTED, Wording, sentences, wordings

_COMMON = 12  # a pair of words that more quotations have tells nothing
_LOOKED_AT = 60  # places of shared pairs, the rarest first, at which a quotation is laid upon others
_CANDIDATES = 6  # quotations, or places in them, that one is compared with word by word
_SENTENCE = 8  # words of a sentence that is looked for without the rest of its quotation
_WORDS_A_SLIP = 5  # of so many words one may differ, …
_MOST_SLIPS = 4  # … but never more than these
_REACH = 4  # words that are looked over for where two quotations agree again
_AGREE = 2  # words in a row that show that they do
_STEPS = tuple(
    sorted(
        ((mine, theirs) for mine in range(_REACH + 1) for theirs in range(_REACH + 1) if mine or theirs),
        key=lambda step: (sum(step), abs(step[0] - step[1])),
    )
)


class Change(NamedTuple):
    """The words from `first` to before `last` that stand in the place of others there."""

    first: int
    last: int
    there_first: int
    there_last: int


class Overlap(NamedTuple):
    """A quotation that lies in another one, and the words that differ."""

    one: Wording
    other: Wording
    begin: int
    """Where in the other one it begins."""
    end: int
    """Where in the other one it ends."""
    changes: tuple[Change, ...] = ()

    @property
    def same(self) -> bool:
        """Whether no word differs."""
        return not self.changes

    @property
    def differing(self) -> tuple[str, ...]:
        """The words that differ, those of both."""
        one, other = self.one.words, self.other.words
        found = (
            (*one[change.first : change.last], *other[change.there_first : change.there_last])
            for change in self.changes
        )
        return tuple(word for words in found for word in words)

    @property
    def equal(self) -> tuple[str, ...]:
        """The words that both have."""
        changed = {at for change in self.changes for at in range(change.first, change.last)}
        return tuple(word for at, word in enumerate(self.one.words) if at not in changed and word != INSERTED)


_Places = dict[tuple[str, str], list[tuple[int, int]]]


def overlaps(article: Article, quotes: Sequence[Quote], least: int) -> Iterator[Overlap]:
    """The quotations of at least `least` words that lie in another one, word for word or nearly.

    Of a quotation that does not, each of its sentences may.
    """
    found = list(wordings(article, quotes))
    where: _Places = defaultdict(list)
    for number, wording in enumerate(found):
        for place, pair in enumerate(pairwise(wording.words)):
            where[pair].append((number, place))
    for number, wording in enumerate(found):
        whole = list(_of_one(found, where, number, wording, least))
        yield from whole
        if not whole and len(wording.words) > _SENTENCE:
            for sentence in sentences(article, wording):
                yield from _of_one(found, where, number, sentence, max(least, _SENTENCE))


def _of_one(found: Sequence[Wording], where: _Places, number: int, one: Wording, least: int) -> Iterator[Overlap]:
    """The other quotations in which this one lies."""
    if len(one.words) < least:
        return
    met = {one.group}
    for there, here, place in _candidates(found, where, number, one):
        other = found[there]
        if other.group not in met and (overlap := _compare(one, other, here, place)) is not None:
            met.add(other.group)
            yield overlap


def _candidates(found: Sequence[Wording], where: _Places, number: int, one: Wording) -> list[tuple[int, int, int]]:
    """The quotations that share most pairs of words with this one, each with a place in either where they agree."""
    told = [(len(where[pair]), place, pair) for place, pair in enumerate(pairwise(one.words))]
    pairs = sorted(entry for entry in told if 1 < entry[0] <= _COMMON)
    nowhere_else = sum(entry[0] == 1 for entry in told)
    if nowhere_else > 2 * (_slips(one) + one.words.count(INSERTED) + 1):
        return []  # each word that differs takes two pairs with it
    shared: Counter[tuple[int, int]] = Counter()
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    looked_at = 0
    for _, place, pair in pairs:
        if looked_at > _LOOKED_AT:
            break
        for other, there in where[pair]:
            longer = len(found[other].words) - len(one.words)
            if found[other].group != one.group and (longer > 0 or (longer == 0 and other < number)):
                looked_at += 1
                shared[other, there - place] += 1
                anchors.setdefault((other, there - place), (place, there))
    return [(key[0], *anchors[key]) for key, _ in shared.most_common(_CANDIDATES)]


def _compare(one: Wording, other: Wording, here: int, there: int) -> Overlap | None:
    """How the two differ when they agree at the word `here` of the one; None when by too much."""
    allowed = _slips(one)
    behind = _changes(one.words[here:], other.words[there:], allowed)
    if behind is None:
        return None
    before = _changes(one.words[:here][::-1], other.words[:there][::-1], allowed)
    if before is None:
        return None
    changes = [Change(here - c.last, here - c.first, there - c.there_last, there - c.there_first) for c in before[0]]
    changes += [Change(here + c.first, here + c.last, there + c.there_first, there + c.there_last) for c in behind[0]]
    if sum(_weight(one.words, other.words, change) for change in changes) > allowed:
        return None
    return Overlap(one, other, there - before[1], there + behind[1], tuple(sorted(changes)))


def _slips(one: Wording) -> int:
    """How many words may differ."""
    return max(1, min(_MOST_SLIPS, len(one.words) // _WORDS_A_SLIP))


def _weight(words: Sequence[str], others: Sequence[str], change: Change) -> int:
    """How many words differ; two that have changed places count as one."""
    mine, theirs = words[change.first : change.last], others[change.there_first : change.there_last]
    return 1 if len(mine) == 2 and mine == theirs[::-1] else max(len(mine), len(theirs))


def _changes(words: Sequence[str], others: Sequence[str], allowed: int) -> tuple[list[Change], int] | None:
    """The differences from the first word on, and where the other one then stands; None when they are too many."""
    found: list[Change] = []
    at = there = 0
    while at < len(words) and there < len(others):
        if words[at] == others[there]:
            at, there = at + 1, there + 1
            continue
        ahead = _agree_again(words, others, at, there)
        if ahead is None:
            return None
        change = Change(at, at + ahead[0], there, there + ahead[1])
        at, there = change.last, change.there_last
        if not _is_tolerable(words, others, change):
            found.append(change)
            allowed -= _weight(words, others, change)
            if allowed < 0:
                return None
    return (found, there) if at == len(words) else None


def _agree_again(words: Sequence[str], others: Sequence[str], at: int, there: int) -> tuple[int, int] | None:
    """How many words to pass over in both until they agree again; the nearest, then the most alike."""
    left, left_there = len(words) - at, len(others) - there
    for mine, theirs in _STEPS:
        if mine <= left and theirs <= left_there:
            rest = words[at + mine : at + mine + _AGREE]
            if rest and rest == others[there + theirs : there + theirs + len(rest)]:
                return mine, theirs
    return (left, min(left, left_there)) if left <= _AGREE else None


def _is_tolerable(words: Sequence[str], others: Sequence[str], change: Change) -> bool:
    """Whether it is one text: written together or apart, or what an editor has put in brackets."""
    mine, theirs = words[change.first : change.last], others[change.there_first : change.there_last]
    if INSERTED in mine or INSERTED in theirs:
        return True
    return "".join(mine) == "".join(theirs) or "".join(mine[::-1]) == "".join(theirs[::-1])  # read backwards, too
