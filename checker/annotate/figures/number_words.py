"""Numbers in words: twenty-one, half a million, a third of, dozens of."""

from __future__ import annotations

from checker.annotate.figures.numerals import FRACTIONS, HYPHENS, SCALES, SMALL, TENS, VAGUE_SCALES, Numeral
from checker.tokens import Tokens


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
            return _of_scale(tokens, Numeral(at, behind + 1, value / parts, value / parts, share=True), stop)
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


def _of_scale(tokens: Tokens, share: Numeral, stop: int) -> Numeral:
    """`share` of a scale word if one follows: three quarters of a million."""
    at, low = share.last, tokens.lower
    if at + 2 < stop and low[at : at + 2] == ["of", "a"] and low[at + 2] in SCALES:
        value = share.low * SCALES[low[at + 2]]
        return Numeral(share.first, at + 3, value, value)
    return share


_AT_LEAST = 2  # “dozens” and “several hundred” are two of them or more
_LONGEST = 12  # tokens that a number in words may take
_FEW = frozenset(("several", "few", "couple"))


def _from_scale(tokens: Tokens, at: int, stop: int, floor: int) -> Numeral | None:
    """A scale word that no number stands before: a hundred, half-million, several thousand."""
    low = tokens.lower
    scale, before = SCALES[low[at]], low[max(floor, at - 3) : at]
    if before[-2:] == ["half", "-"]:
        return _scaled(tokens, Numeral(at - 2, at + 1, scale / 2, scale / 2), stop)
    if before == ["quarter", "of", "a"]:
        first = at - 3 - (at - 4 >= floor and low[at - 4] == "a")
        return Numeral(first, at + 1, scale / 4, scale / 4)
    if before[-1:] == ["a"]:
        reach = low[at : min(stop, at + _LONGEST)]
        value, length = _cardinal(["one", *reach], 0, len(reach) + 1)
        return Numeral(at - 1, at + length - 1, value, value)
    first = at - 2 if before[-1:] == ["of"] else at - 1  # a couple of hundred
    if first < floor or low[first] not in _FEW:
        return None
    first -= first > floor and low[first - 1] == "a"
    return _scaled(tokens, Numeral(first, at + 1, _AT_LEAST * scale, None, approximate=True), stop)


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
    return Numeral(at, last, _AT_LEAST * scale, None, approximate=True)


_HALVED = frozenset("of the its their all his her our".split())
_HALF_AS_MUCH = frozenset(
    "hour century dozen million billion thousand mile price time battle story size cost distance way length speed "
    "rate amount".split()
)
_PART_NOT_SHARE = frozenset("first second other each top bottom latter former early better next last final".split())
_BY_HOW_MUCH = frozenset("nearly almost about around roughly over than by least some".split())


def _from_fraction(tokens: Tokens, at: int, stop: int, floor: int) -> Numeral | None:
    """A third of, half the: a share of one; and “half a percent”."""
    low = tokens.lower
    word, before = low[at], low[at - 1] if at > floor else ""
    after = low[at + 1] if at + 1 < stop else ""
    if word == "half":
        return _half(low, at, before, after)
    if word[-1] == "s" or before not in ("a", "an"):
        return None
    hedged = at - 2 >= floor and low[at - 2] in _BY_HOW_MUCH and not after[:1].isalpha()
    if (after != "of" and not hedged) or low[at + 2 : at + 3] in (["a"], ["an"]):
        return None
    return Numeral(at - 1, at + 1, 1 / FRACTIONS[word], 1 / FRACTIONS[word], share=True)


def _half(low: list[str], at: int, before: str, after: str) -> Numeral | None:
    if before in _PART_NOT_SHARE:
        return None
    if after in ("a", "an"):
        return Numeral(at, at + 2, 0.5, 0.5)  # of what, the unit must tell
    hedged = before in _BY_HOW_MUCH and after[:1] != "-" and after not in _HALF_AS_MUCH
    halved = after in _HALVED and _HALF_AS_MUCH.isdisjoint(low[at + 2 : at + 3])
    return Numeral(at, at + 1, 0.5, 0.5, share=True) if hedged or halved else None
