"""The words and marks of a text: one tokenisation for everything that reads it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|[^\W\d_][^\W\d_\u0300-\u036f]*(?:['’][^\W\d_]+|[\u0300-\u036f]+[^\W\d_]*)*"  # a word with its apostrophes
    r"|\d+(?:[.,]\d+)*"  # digits with their separators
    r"|\S"
)


@dataclass(frozen=True)
class Tokens:
    """Parallel lists, one entry a token: its text and its half-open place."""

    texts: list[str]
    starts: list[int]
    ends: list[int]

    @cached_property
    def lower(self) -> list[str]:
        """The texts in lower case."""
        return [text.lower() for text in self.texts]

    def __len__(self) -> int:
        return len(self.texts)

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        return zip(self.texts, self.starts, self.ends, strict=True)

    def at(self, offset: int) -> int:
        """The index of the first token that ends after `offset`: the one there or the next one."""
        return bisect_right(self.ends, offset)

    def within(self, start: int, end: int) -> range:
        """The indices of the tokens that lie between two offsets."""
        return range(bisect_left(self.starts, start), bisect_right(self.ends, end))


NO_TOKENS = Tokens([], [], [])


def tokenise(text: str) -> Tokens:
    """The tokens of `text`; white space belongs to none."""
    matches = list(_TOKEN.finditer(text))
    return Tokens(
        [match[0] for match in matches],
        [match.start() for match in matches],
        [match.end() for match in matches],
    )
