"""Ordinals: 21st, third, second-largest."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.figures.numerals import HYPHENS, TENS
from checker.tokens import Tokens

_WORDS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
     "ninetieth": 90, "hundredth": 100}  # fmt: skip
ORDINALS = frozenset(_WORDS)
"""The ordinal numbers in words, in lower case."""
_ENDINGS = frozenset(("st", "nd", "rd", "th"))

# Behind an ordinal, these make it a name, a date, or a word of its own.
_NOT_COUNTED = frozenset(
    "half quarter quarters halves century centuries degree hand party lady minister amendment class world reich estate "
    "avenue street circuit and of to , . ; : ! ? ) ” ’ in at on for is was - by the a".split()
)


class Ordinal(NamedTuple):
    """An ordinal in tokens `first` up to `last`."""

    first: int
    last: int
    value: int


def behind_ordinal(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind the ordinal that begins at `at`, its suffix included; `at` itself when none does."""
    low = tokens.lower
    word = low[at]
    if word in _WORDS:
        return at + 1
    if at + 1 >= stop:
        return at
    if word in TENS:
        return at + 3 if low[at + 1] in HYPHENS and at + 2 < stop and low[at + 2] in _WORDS else at
    return at + 2 if low[at + 1] in _ENDINGS and _fits(word.replace(",", ""), low[at + 1]) else at


def ordinal_at(tokens: Tokens, at: int, last: int, start: int, stop: int) -> Ordinal | None:
    """The ordinal in tokens `at` up to `last`, if it ranks something."""
    if not _ranks(tokens, at, last, start, stop):
        return None
    word = tokens.lower[at]
    if word in _WORDS:
        return Ordinal(at, last, _WORDS[word])
    if word in TENS:
        return Ordinal(at, last, TENS[word] + _WORDS[tokens.lower[at + 2]])
    return Ordinal(at, last, int(word.replace(",", "")))


def _fits(digits: str, ending: str) -> bool:
    if not digits.isdecimal() or len(digits) > 6:
        return False
    value = int(digits)
    if value % 100 in (11, 12, 13):
        return ending == "th"
    return ending == {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _ranks(tokens: Tokens, first: int, last: int, start: int, stop: int) -> bool:
    """Whether the ordinal ranks something: what follows is neither a name nor a time nor nothing."""
    if last >= stop:
        return False
    after, word = tokens.texts[last], tokens.lower[last]
    if tokens.lower[first] == "second" and first > start and tokens.texts[first - 1] in HYPHENS:
        return False  # a 30-second spot
    if word in HYPHENS:
        return last + 1 < stop and tokens.lower[last + 1].endswith("est")
    if not after[0].isalpha() or word in _NOT_COUNTED:
        return False
    return not (
        after[0].isupper()
        or (first > start and tokens.texts[first][0].isupper() and tokens.texts[first - 1][0].isalpha())
    )
