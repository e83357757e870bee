"""What the reporter says: the words of a block outside quotation marks, with each quotation as one word among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from checker.annotate.quotes.marks import Quoted
from checker.article import Span
from checker.tokens import Tokens

QUOTATION = "“”"
"""The word that stands for a quotation."""


@dataclass(frozen=True, slots=True)
class Narration:
    """Parallel lists, one entry a word; `quote` is the number of the quotation that stands there, else -1."""

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    quote: list[int]
    places: list[int]
    """Where in these lists each quotation stands."""
    openings: list[int]
    """Where sentences begin, in order; the first is 0."""

    def __len__(self) -> int:
        return len(self.words)

    def sentence(self, at: int) -> tuple[int, int]:
        """The bounds of the sentence that has the word at `at`."""
        number = bisect_right(self.openings, at)
        end = self.openings[number] if number < len(self.openings) else len(self.words)
        return self.openings[number - 1], end

    def span(self, first: int, last: int) -> Span:
        """Where the words from `first` to before `last` stand in the text."""
        return Span(self.starts[first], self.ends[last - 1])


def narrate(tokens: Tokens, block: Span, quoted: Sequence[Quoted | Span], sentences: set[int]) -> Narration:
    """The narration of a block; `sentences` has the offsets where sentences begin."""
    words: list[str] = []
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quote: list[int] = []
    places: list[int] = []
    at = block.start
    for number, each in enumerate(quoted):
        inside = tokens.within(at, each.start)
        words += tokens.texts[inside.start : inside.stop]
        lower += tokens.lower[inside.start : inside.stop]
        starts += tokens.starts[inside.start : inside.stop]
        ends += tokens.ends[inside.start : inside.stop]
        quote += [-1] * len(inside)
        places.append(len(words))
        words.append(QUOTATION)
        lower.append(QUOTATION)
        starts.append(each.start)
        ends.append(each.end)
        quote.append(number)
        at = each.end
    inside = tokens.within(at, block.end)
    words += tokens.texts[inside.start : inside.stop]
    lower += tokens.lower[inside.start : inside.stop]
    starts += tokens.starts[inside.start : inside.stop]
    ends += tokens.ends[inside.start : inside.stop]
    quote += [-1] * len(inside)
    openings = [0, *(index for index in range(1, len(words)) if starts[index] in sentences)]
    return Narration(words, lower, starts, ends, quote, places, openings)
