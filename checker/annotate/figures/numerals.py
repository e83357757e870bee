"""Numerals: what a run of digits or number words is worth, without unit or hedge."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from checker.tokens import Tokens

SMALL = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
VAGUE_SCALES = {"dozens": 12.0, "hundreds": 1e2, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6, "crores": 1e7,
                "billions": 1e9, "trillions": 1e12, "tens": 1e1, "scores": 2e1}  # fmt: skip
FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4, "fifth": 5,
    "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
    "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
}  # fmt: skip
STARTS = frozenset({*SMALL, *TENS, *SCALES, *VAGUE_SCALES, *FRACTIONS})
"""The words a numeral in words may begin with; “a”, “half a” and the like before them are looked for backwards."""

HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")
_OF_FRACTION = 1e-3  # what ½ and 3/4 are taken to be precise to
MAX_DIGITS = 15  # beyond that it is a code, and a float no longer holds it exactly

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+\.\d+")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})


class Numeral(NamedTuple):
    """A number as written, in tokens `first` up to `last`."""

    first: int
    last: int
    low: float
    high: float | None
    place: float = 0.0
    """One unit in its last printed place; 0 when it is in words."""
    share: bool = False
    """Whether it is a part of one: a third, half, one in four."""
    approximate: bool = False

    @property
    def in_words(self) -> bool:
        """Whether it is written in words."""
        return self.place == 0


def value_of_digits(digits: str) -> tuple[float, float] | None:
    """The value of a run of digits with its separators, and one unit in its last place."""
    if sum(char.isdigit() for char in digits) > MAX_DIGITS:
        return None
    if digits.isdigit():
        return (float(digits), 1.0) if digits[0] != "0" or len(digits) == 1 else None
    if _ENGLISH.fullmatch(digits) or _INDIAN.fullmatch(digits):
        plain = digits.replace(",", "")
    elif _EUROPEAN.fullmatch(digits):
        plain = digits.replace(".", "").replace(",", ".")
    elif _DECIMAL.fullmatch(digits):
        plain = digits
    else:
        return None
    if plain[0] == "0" and plain[1:2] != ".":
        return None
    return float(plain), 10.0 ** -len(plain.partition(".")[2])


def read_digits(tokens: Tokens, at: int, stop: int) -> Numeral | None:
    """The numeral that begins with the digits at `at`, a fraction behind them included: 35-1/2, 2½."""
    if (grouped := _grouped(tokens, at, stop)) is not None:
        return grouped
    read = value_of_digits(tokens.texts[at])
    if read is None:
        return None
    value, place = read
    if place == 1 and at + 1 < stop:
        if (fraction := _fraction(tokens, at, stop)) is not None:
            return Numeral(at, at + 3, fraction, fraction, _OF_FRACTION, share=True)
        behind = at + 2 if tokens.texts[at + 1] in HYPHENS and at + 2 < stop and _glued(tokens, at + 1, 2) else at + 1
        if (fraction := _fraction(tokens, behind, stop)) is not None:
            return Numeral(at, behind + 3, value + fraction, value + fraction, _OF_FRACTION)
        if (fraction := _vulgar(tokens.texts[at + 1])) is not None:
            return Numeral(at, at + 2, value + fraction, value + fraction, _OF_FRACTION)
    return Numeral(at, at + 1, value, value, place)


def _grouped(tokens: Tokens, at: int, stop: int) -> Numeral | None:
    """Thousands set apart by blanks, two groups at least: 1 000 000."""
    if len(tokens.texts[at]) > 3 or tokens.texts[at][0] == "0":
        return None
    last = at + 1
    while last < stop and len(tokens.texts[last]) == 3 and tokens.texts[last].isdecimal():
        if tokens.starts[last] != tokens.ends[last - 1] + 1:
            break
        last += 1
    if last - at < 3 or not all(text.isdecimal() for text in tokens.texts[at:last]) or last - at > 5:
        return None
    value = float("".join(tokens.texts[at:last]))
    return Numeral(at, last, value, value, 1.0)


def read_vulgar(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral at a lone ½."""
    value = _vulgar(tokens.texts[at])
    return None if value is None else Numeral(at, at + 1, value, value, _OF_FRACTION, share=True)


def _vulgar(text: str) -> float | None:
    if len(text) != 1 or unicodedata.category(text) != "No":
        return None
    value = unicodedata.numeric(text, 1.0)
    return value if 0 < value < 1 else None


def _glued(tokens: Tokens, first: int, count: int) -> bool:
    """Whether no white space stands before any of the `count` tokens from `first`."""
    return all(tokens.starts[at] == tokens.ends[at - 1] for at in range(first, first + count))


def _fraction(tokens: Tokens, at: int, stop: int) -> float | None:
    """The value of “3/4” at `at`; None for what only looks like one: 9/11, 24/7, 4/5/2016."""
    texts = tokens.texts
    if at + 2 >= stop or texts[at + 1] != "/" or not _glued(tokens, at + 1, 2):
        return None
    above, below = texts[at], texts[at + 2]
    if not (above.isdecimal() and below.isdecimal() and len(above) < 3 and len(below) < 3):
        return None
    if int(below) not in _DENOMINATORS or not 0 < int(above) < int(below):
        return None
    if at + 3 < stop and texts[at + 3] == "/":
        return None
    return int(above) / int(below)
