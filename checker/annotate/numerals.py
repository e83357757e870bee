"""Numerals: what a run of digits or number words is worth, without unit or hedge."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

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
MAX_DIGITS = 15  # beyond that it is a code, and a float no longer holds it exactly

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL = re.compile(r"\d+\.\d+")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16, 32, 64})


@dataclass(frozen=True, slots=True)
class Numeral:
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
    read = value_of_digits(tokens.texts[at])
    if read is None:
        return None
    value, place = read
    if place == 1:
        if (fraction := _fraction(tokens, at, stop)) is not None:
            return Numeral(at, at + 3, fraction, fraction, 1e-3, share=fraction < 1)
        behind = at + 2 if at + 2 < stop and tokens.texts[at + 1] in HYPHENS and _glued(tokens, at + 1, 2) else at + 1
        if behind < stop and (fraction := _fraction(tokens, behind, stop)) is not None:
            return Numeral(at, behind + 3, value + fraction, value + fraction, 1e-3)
        if at + 1 < stop and (fraction := _vulgar(tokens.texts[at + 1])) is not None:
            return Numeral(at, at + 2, value + fraction, value + fraction, 1e-3)
    return Numeral(at, at + 1, value, value, place)


def read_vulgar(tokens: Tokens, at: int) -> Numeral | None:
    """The numeral at a lone ½."""
    value = _vulgar(tokens.texts[at])
    return None if value is None else Numeral(at, at + 1, value, value, 1e-3)


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


def read_words(tokens: Tokens, at: int, stop: int, floor: int) -> Numeral | None:
    """The numeral in words around `at`: what stands before it is looked at back to `floor`."""
    word = tokens.lower[at]
    if word in SMALL or word in TENS:
        return _from_cardinal(tokens, at, stop)
    if word in SCALES:
        return _from_scale(tokens, at, stop, floor)
    if word in VAGUE_SCALES:
        return _from_vague(tokens, at, stop, floor)
    return _from_fraction(tokens, at, stop, floor)


def _from_cardinal(tokens: Tokens, at: int, stop: int) -> Numeral | None:
    value, last = _cardinal(tokens.lower, at, stop)
    low = tokens.lower
    behind = last + 1 if last < stop and low[last] in HYPHENS else last
    if behind < stop and (parts := FRACTIONS.get(low[behind])) is not None:
        if 0 < value < parts and (low[behind][-1] == "s") == (value > 1):
            return Numeral(at, behind + 1, value / parts, value / parts, share=True)
        return Numeral(at, last, value, value)
    if low[last : last + 3] == ["and", "a", "half"] and last + 3 <= stop:
        return _scaled(tokens, Numeral(at, last + 3, value + 0.5, value + 0.5), stop)
    if low[last : last + 5] == ["-", "and", "-", "a", "-"] and low[last + 5 : last + 6] == ["half"]:
        return Numeral(at, min(last + 6, stop), value + 0.5, value + 0.5)
    return Numeral(at, last, value, value)


def _cardinal(low: list[str], at: int, stop: int) -> tuple[float, int]:
    """The value of the cardinal that begins at `at`, and the token behind it."""
    total, group, scale, slot = 0.0, 0.0, float("inf"), "start"
    last = at
    while at < stop:
        word = low[at]
        if word in SMALL and (slot in ("start", "hundred", "scale") or (slot == "tens" and 0 < SMALL[word] < 10)):
            group, slot = group + SMALL[word], "unit"
        elif word in TENS and slot in ("start", "hundred", "scale"):
            group, slot = group + TENS[word], "tens"
        elif word == "hundred" and slot in ("unit", "tens") and group < 100:
            group, slot = group * 100, "hundred"
        elif word in SCALES and word != "hundred" and group > 0 and SCALES[word] < scale:
            scale = SCALES[word]
            total, group, slot = total + group * scale, 0.0, "end" if word == "dozen" else "scale"
        elif not _joins(low, at, stop, slot):
            break
        else:
            at += 1
            continue
        at += 1
        last = at
    return total + group, last


def _joins(low: list[str], at: int, stop: int, slot: str) -> bool:
    """Whether the hyphen or “and” at `at` is inside a cardinal: twenty-one, a hundred and ten."""
    if at + 1 >= stop or slot == "end":
        return False
    after = low[at + 1]
    if low[at] in HYPHENS:
        return slot != "start" and (after in SMALL or after in SCALES)
    if low[at] != "and" or slot not in ("hundred", "scale"):
        return False
    behind = low[at + 2] if at + 2 < stop else ""
    return (after in SMALL or after in TENS) and behind not in SCALES


_FEW = {"several": 3.0, "few": 3.0, "couple": 2.0}


def _from_scale(tokens: Tokens, at: int, stop: int, floor: int) -> Numeral | None:
    """A scale word that no number stands before: a hundred, half a million, several thousand."""
    low = tokens.lower
    scale = SCALES[low[at]]
    before = low[max(floor, at - 4) : at]
    if before[-2:] == ["half", "a"] or before[-2:] == ["half", "-"]:
        return _scaled(tokens, Numeral(at - 2, at + 1, scale / 2, scale / 2), stop)
    if before[-3:] == ["quarter", "of", "a"]:
        parts = 0.75 if low[max(floor, at - 5)] == "three" else 0.25
        return Numeral(at - 3 - (before[:1] == ["a"]), at + 1, parts * scale, parts * scale)
    if before[-1:] == ["a"]:
        first = at - 1 - (before[-3:-1] == ["half", "of"])
        value, last = _cardinal(["one", *low[at : min(stop, at + 12)]], 0, min(stop, at + 12) - at + 1)
        return Numeral(first if first < at - 1 else at - 1, at + last - 1, value, value)
    few = before[-1:] and (_FEW.get(before[-1]) or (before[-1] == "of" and _FEW.get((before[-2:-1] or [""])[0])))
    if few:
        first = at - 1 - (before[-1] == "of")
        first -= first > floor and low[first - 1] == "a"
        return _scaled(tokens, Numeral(first, at + 1, (few if few == 2 else 2) * scale, None, approximate=True), stop)
    return None


def _scaled(tokens: Tokens, numeral: Numeral, stop: int) -> Numeral:
    """`numeral` times the scale words behind it: “two and a half” million, “several hundred” thousand."""
    last, factor = numeral.last, 1.0
    while last < stop and tokens.lower[last] in SCALES and tokens.lower[last] != "dozen":
        factor *= SCALES[tokens.lower[last]]
        last += 1
    if factor == 1:
        return numeral
    high = None if numeral.high is None else numeral.high * factor
    return Numeral(numeral.first, last, numeral.low * factor, high, approximate=numeral.approximate)


def _from_vague(tokens: Tokens, at: int, stop: int, floor: int) -> Numeral | None:
    """Dozens of, hundreds of, tens of thousands of: at least two of them."""
    low = tokens.lower
    scale, last = VAGUE_SCALES[low[at]], at + 1
    while last + 1 < stop and low[last] == "of" and low[last + 1] in VAGUE_SCALES:
        scale *= VAGUE_SCALES[low[last + 1]]
        last += 2
    if last >= stop or low[last] not in ("of", "more"):
        return None
    if low[at] == "scores" and at > floor and low[at - 1] in ("the", "of", "their", "his", "her", "its"):
        return None
    return Numeral(at, last, 2 * scale, None, approximate=True)


_HALVED = frozenset("of the its their all his her our".split())
_HALF_AS_MUCH = frozenset("price time battle story size cost distance way length speed rate amount".split())
_PART_NOT_SHARE = frozenset("first second other each top bottom latter former early better next last final".split())
_BY_HOW_MUCH = frozenset("nearly almost about around roughly over than by least some".split())


def _from_fraction(tokens: Tokens, at: int, stop: int, floor: int) -> Numeral | None:
    """A third of, half the: a share of one; and “half a percent”."""
    low = tokens.lower
    word, before = low[at], low[at - 1] if at > floor else ""
    after = low[at + 1] if at + 1 < stop else ""
    if word == "half":
        if before in _PART_NOT_SHARE:
            return None
        if after in ("a", "an"):
            return Numeral(at, at + 2, 0.5, 0.5)  # of what, the unit must tell
        if after not in _HALVED or (low[at + 2 : at + 3] and low[at + 2] in _HALF_AS_MUCH):
            return None
        return Numeral(at, at + 1, 0.5, 0.5, share=True)
    if word[-1] == "s" or before not in ("a", "an"):
        return None
    hedged = at - 2 >= floor and low[at - 2] in _BY_HOW_MUCH and not after[:1].isalpha()
    if (after != "of" and not hedged) or low[at + 2 : at + 3] in (["a"], ["an"]):
        return None
    return Numeral(at - 1, at + 1, 1 / FRACTIONS[word], 1 / FRACTIONS[word], share=True)
