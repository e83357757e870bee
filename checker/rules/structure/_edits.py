"""What an edit did: which sentences stand as they were, which values were put in the place of others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from checker.annotate.dates import Date
from checker.annotate.figures import Figure
from checker.annotate.gazetteers import fold
from checker.annotate.names import Name
from checker.annotate.sentences import Sentence
from checker.article import Article, Mention, Span

_ALIKE = 0.5  # share of words in common from which a sentence is an edit of another
_UNCHANGED = 0.6  # of the words beside a value: below, the sentence was written anew
_SPREAD = 12  # sentences: a word that more of the changed ones have does not tell them apart
_LONGEST = 400  # tokens of a sentence that are compared: what has more is a table or a list
_STRETCH = 5  # tokens that a replaced stretch has more than its value: beyond it more was replaced than the value
VALUES = (Figure, Date, Name)


class Replaced(NamedTuple):
    """A mention of the old version and the one that stands in its place in the new version."""

    old: Mention
    new: Mention


class Stale(NamedTuple):
    """A place where the old value stands, in the new version, and the change that it missed."""

    place: Mention
    missed: Replaced
    others: tuple[Mention, ...] = ()
    """More places like it."""
    sure: bool = True
    """Whether the edit can have meant nothing else."""


class Edited(NamedTuple):
    """A sentence of the old version and the one that it became, with the tokens in common and the others."""

    old: range
    new: range
    stretches: list[tuple[str, int, int, int, int]]
    """As `difflib` has them, in tokens of the two articles."""


class Comparison:
    """An article and its version before the edit, laid side by side."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old, self.new = old, new
        self._unchanged, self.edited = _aligned(old, new)

    def stands(self, span: Span) -> Span | None:
        """Where a span of the old version stands in the new one, letter for letter; None where it was changed."""
        sentence = self.old.enclosing(Sentence, span.start)
        if sentence is None or span not in sentence.span:
            return None
        there = self._unchanged.get(sentence.span)
        if there is not None:
            start = there.start + span.start - sentence.span.start
            return Span(start, start + len(span))
        tokens = self.old.tokens.within(span.start, span.end)
        found = [self._tokens.get(at) for at in tokens]
        if not found or found[0] is None or found != list(range(found[0], found[0] + len(found))):
            return None
        return Span(self.new.tokens.starts[found[0]], self.new.tokens.ends[found[0] + len(found) - 1])

    @cached_property
    def replaced(self) -> list[Replaced]:
        """The figures, dates and names that were replaced by one of their kind while the words beside them stand."""
        return [pair for edited in self.edited for pair in (*self._replaced_in(edited), *self._superseded_in(edited))]

    @cached_property
    def old_words(self) -> frozenset[str]:
        """Every word of the old version, folded, possessives cut off."""
        return frozenset(fold(text).removesuffix("'s") for text in self.old.tokens.texts)

    @cached_property
    def _tokens(self) -> dict[int, int]:
        """The tokens of edited sentences that stand, by their place in the old version."""
        return {
            first_old + offset: first_new + offset
            for edited in self.edited
            for tag, first_old, last_old, first_new, _ in edited.stretches
            if tag == "equal"
            for offset in range(last_old - first_old)
        }

    def _replaced_in(self, edited: Edited) -> Iterator[Replaced]:
        for tag, first_old, last_old, first_new, last_new in edited.stretches:
            if tag != "replace":
                continue
            for kind in VALUES:
                befores = _overlapping(self.old, kind, first_old, last_old)
                afters = _overlapping(self.new, kind, first_new, last_new)
                if len(befores) == len(afters):
                    for before, after in zip(befores, afters, strict=True):
                        if self._little_else(edited, before, after, (last_old - first_old, last_new - first_new)):
                            yield Replaced(before, after)

    def _superseded_in(self, edited: Edited) -> Iterator[Replaced]:
        """Figures that stand behind a new “from”, with another one in their place: 39 people, up from 32."""
        tokens, standing = self.new.tokens, set(self._tokens.values())
        for before in self.old.mentioned(Figure, _span(self.old, edited.old)):
            at = self._tokens.get(self.old.tokens.at(before.span.start), 0)
            if at <= edited.new.start or tokens.lower[at - 1] != "from" or at - 1 in standing:
                continue
            ahead = self.new.mentioned(Figure, Span(tokens.starts[edited.new.start], tokens.starts[at]))
            fresh = [
                after for after in ahead if after.unit == before.unit and tokens.at(after.span.start) not in standing
            ]
            if fresh:
                yield Replaced(before, fresh[-1])

    def _little_else(self, edited: Edited, before: Mention, after: Mention, lengths: tuple[int, int]) -> bool:
        """Whether little more than the value was replaced, in the stretch and in the sentence."""
        own = (
            len(self.old.tokens.within(before.span.start, before.span.end)),
            len(self.new.tokens.within(after.span.start, after.span.end)),
        )
        if any(length > size + _STRETCH for length, size in zip(lengths, own, strict=True)):
            return False
        kept = sum(last - first for tag, first, last, _, _ in edited.stretches if tag == "equal")
        beside = min(len(edited.old) - own[0], len(edited.new) - own[1])
        return kept >= _UNCHANGED * beside and kept >= 2


def _span(article: Article, tokens: range) -> Span:
    return Span(article.tokens.starts[tokens.start], article.tokens.ends[tokens.stop - 1])


def _overlapping(article: Article, kind: type[Mention], first: int, last: int) -> list[Mention]:
    """The mentions of a kind that have one of the tokens `first` up to `last`."""
    stretch = Span(article.tokens.starts[first], article.tokens.ends[last - 1])
    sentence = article.enclosing(Sentence, stretch.start)
    inside = article.mentioned(kind, sentence.span) if sentence else []
    return [mention for mention in inside if mention.span.overlaps(stretch)]


def _aligned(old: Article, new: Article) -> tuple[dict[Span, Span], list[Edited]]:
    """The sentences that stand, by their place in the old version, and those that were edited."""
    places: dict[str, list[Span]] = defaultdict(list)
    for sentence in reversed(old.mentioned(Sentence)):
        places[old[sentence.span]].append(sentence.span)
    unchanged: dict[Span, Span] = {}
    written: list[Span] = []
    for sentence in new.mentioned(Sentence):
        if there := places.get(new[sentence.span]):
            unchanged[there.pop()] = sentence.span
        else:
            written.append(sentence.span)
    gone = sorted(span for spans in places.values() for span in spans)
    return unchanged, list(_edited(old, new, gone, written))


def _edited(old: Article, new: Article, gone: list[Span], written: list[Span]) -> Iterator[Edited]:
    """For each sentence that is new the one that it was made of, if any."""
    before = [_inside(old, span) for span in gone]
    words = [frozenset(old.tokens.lower[inside.start : inside.stop]) for inside in before]
    having: dict[str, list[int]] = defaultdict(list)
    for number, these in enumerate(words):
        for word in these:
            having[word].append(number)
    for span in written:
        inside = _inside(new, span)
        own = frozenset(new.tokens.lower[inside.start : inside.stop])
        shared = Counter(
            number for word in own if len(having.get(word, ())) <= _SPREAD for number in having.get(word, ())
        )
        best = max((_alike(own, words[number]), -number) for number in shared) if shared else (0.0, 0)
        if best[0] >= _ALIKE and max(len(inside), len(before[-best[1]])) <= _LONGEST:
            yield _compared(old, new, before[-best[1]], inside)


def _inside(article: Article, span: Span) -> range:
    return article.tokens.within(span.start, span.end)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of words in common; of a sentence cut in two or joined with another, of its shorter part."""
    shared = len(one & other)
    return max(2 * shared / (len(one) + len(other)), (shared / min(len(one), len(other)) - 0.3) if shared >= 6 else 0)


def _compared(old: Article, new: Article, before: range, after: range) -> Edited:
    matcher = SequenceMatcher(
        None,
        old.tokens.texts[before.start : before.stop],
        new.tokens.texts[after.start : after.stop],
        autojunk=False,
    )
    stretches: list[tuple[str, int, int, int, int]] = [
        (tag, before.start + i1, before.start + i2, after.start + j1, after.start + j2)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    ]
    return Edited(before, after, stretches)
