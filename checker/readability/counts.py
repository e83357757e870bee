"""The counts that readability formulas are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from checker.article import Block, Span


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of everything a text has; texts are added and taken away from each other."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    letters: int = 0
    many: int = 0
    """Words of three syllables or more."""
    complex: int = 0
    """Of these the ones that Gunning counts."""
    unfamiliar: int = 0
    """Words that are not on the list of Dale and Chall."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.sentences + other.sentences,
            self.syllables + other.syllables,
            self.letters + other.letters,
            self.many + other.many,
            self.complex + other.complex,
            self.unfamiliar + other.unfamiliar,
        )

    def __sub__(self, other: Counts) -> Counts:
        return Counts(
            self.words - other.words,
            self.sentences - other.sentences,
            self.syllables - other.syllables,
            self.letters - other.letters,
            self.many - other.many,
            self.complex - other.complex,
            self.unfamiliar - other.unfamiliar,
        )


NOTHING = Counts()


class Counted(NamedTuple):
    """A sentence with its counts."""

    span: Span
    block: Block
    whole: Counts
    own: Counts
    """Without quoted words; nothing when these are more than half of the sentence."""
