"""Ordinals: 21st, third, second-largest."""

from __future__ import annotations

from dataclasses import dataclass

from checker.annotate.numerals import HYPHENS, TENS
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
_ENDINGS = frozenset(("st", "nd", "rd", "th"))

# Behind an ordinal, these make it a name, a date, or a word of its own.
_NOT_COUNTED = frozenset(
    "half quarter quarters halves century centuries degree hand party lady minister amendment class world reich estate "
    "avenue street circuit and of to , . ; : ! ? ) ” ’ in at on for is was - by the a".split()
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal in tokens `first` up to `last`."""

    first: int
    last: int
    value: int


def is_ordinal(word: str) -> bool:
    """Whether a lower-case word is an ordinal number."""
    return word in _WORDS


def ordinal_at(tokens: Tokens, at: int, start: int, stop: int) -> Ordinal | None:
    """The ordinal that the digits or the word at `at` begin, its suffix included."""
    low = tokens.lower
    if (value := _WORDS.get(low[at])) is not None:
        if not _counts(tokens, at, at + 1, start, stop):
            return None
        return Ordinal(at, at + 1, value)
    if (
        low[at] in TENS
        and at + 2 < stop
        and low[at + 1] in HYPHENS
        and (value := _WORDS.get(low[at + 2], 0))
        and value < 10
    ):
        return Ordinal(at, at + 3, TENS[low[at]] + value) if _counts(tokens, at, at + 3, start, stop) else None
    digits = low[at].replace(",", "")
    if not digits.isdecimal() or at + 1 >= stop or low[at + 1] not in _ENDINGS or len(digits) > 6:
        return None
    if not _fits(int(digits), low[at + 1]) or not _counts(tokens, at, at + 2, start, stop):
        return None
    return Ordinal(at, at + 2, int(digits))


def _fits(value: int, ending: str) -> bool:
    if value % 100 in (11, 12, 13):
        return ending == "th"
    return ending == {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _counts(tokens: Tokens, first: int, last: int, start: int, stop: int) -> bool:
    """Whether the ordinal ranks something: what follows is neither a name nor a time nor nothing."""
    if last >= stop:
        return False
    after, word = tokens.texts[last], tokens.lower[last]
    if word in HYPHENS:
        return last + 1 < stop and tokens.lower[last + 1].endswith("est")
    if not after[0].isalpha() or word in _NOT_COUNTED:
        return False
    return not (
        after[0].isupper()
        or (first > start and tokens.texts[first][0].isupper() and tokens.texts[first - 1][0].isalpha())
    )
