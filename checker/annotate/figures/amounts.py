"""Amounts: a numeral with its magnitude and its unit, as one reading."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.figures import units
from checker.annotate.figures.numerals import HYPHENS, SCALES, Numeral
from checker.annotate.figures.reading import Reading
from checker.annotate.figures.unit_senses import means_metres, means_unit, pounds_are_money
from checker.tokens import Tokens

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5,
    "million": 1e6, "millions": 1e6, "mln": 1e6, "mlns": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
    "crore": 1e7, "crores": 1e7, "cr": 1e7,
    "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9, "blns": 1e9, "b": 1e9,
    "trillion": 1e12, "trillions": 1e12, "trn": 1e12, "trln": 1e12, "tn": 1e12, "tln": 1e12, "dozen": 12.0,
}  # fmt: skip
_LETTERS = frozenset("k m b cr tn".split())  # magnitudes that also mean something else
_LARGEST = 1e18
_MILLION = 1e6
_ROUND = 1000  # a number in words that ends in a scale of at least this is taken for a round one


class Amount(NamedTuple):
    """A numeral with what belongs to it, in tokens `first` up to `last`."""

    first: int
    last: int
    numeral: Numeral
    magnitude: float = 1.0
    unit: str = ""
    money: bool = False
    digits_end: int = 0
    """The token behind the number as printed, the magnitude included if that is in words like the number."""
    scale: float = 0.0
    """Of a number in words, what its last word is worth: a million in “half a million”."""

    @property
    def low(self) -> float:
        """Its value, or the lower end."""
        return exact(self.numeral.low * self.magnitude)

    @property
    def high(self) -> float | None:
        """Its value, or the upper end."""
        return None if self.numeral.high is None else exact(self.numeral.high * self.magnitude)

    @property
    def place(self) -> float:
        """One unit in the last printed place; 0 for small numbers in words."""
        if self.numeral.in_words:
            return self.scale if self.scale >= _ROUND else 0.0
        return exact(self.numeral.place * self.magnitude)

    @property
    def plural(self) -> bool:
        """Whether a noun that it counts should be in the plural."""
        return not self.unit and self.magnitude == 1 and self.numeral.low != 1

    @property
    def bare(self) -> bool:
        """Whether it has neither magnitude nor unit."""
        return not self.unit and self.magnitude == 1


def exact(value: float) -> float:
    """`value` without the dust of binary arithmetic: 16.6 million is 16,600,000."""
    return float(f"{value:.12g}")


def whole(numeral: Numeral) -> Amount:
    """The amount that is only a numeral."""
    return Amount(numeral.first, numeral.last, numeral, digits_end=numeral.last)


def read_amount(reading: Reading, numeral: Numeral, floor: int) -> Amount | None:
    """The amount that `numeral` is the number of, its prefix not before `floor`; None when it cannot be one."""
    tokens, stop = reading.tokens, reading.stop
    amount = _with_sign(tokens, _with_point(tokens, whole(numeral), floor), floor)
    amount = _with_prefix(tokens, amount, floor)
    amount = _with_magnitude(tokens, amount, stop, reading.metric)
    if numeral.in_words:
        amount = amount._replace(digits_end=amount.last, scale=SCALES.get(tokens.lower[amount.last - 1], 0.0))
    amount = _with_suffix(tokens, amount, stop, reading.sterling)
    amount = _with_smaller_unit(tokens, amount, stop)
    if numeral.share and not amount.unit:
        amount = amount._replace(unit=units.SHARE)
    return None if amount.low >= _LARGEST else amount


def _with_point(tokens: Tokens, amount: Amount, floor: int) -> Amount:
    """`amount` with the decimal point that stands before its digits: .5, $.25."""
    at, digits = amount.first - 1, tokens.texts[amount.first]
    if at < floor or tokens.texts[at] != "." or not digits.isdecimal() or tokens.ends[at] != tokens.starts[at + 1]:
        return amount
    if at > 0 and tokens.ends[at - 1] == tokens.starts[at] and tokens.texts[at - 1][-1].isalnum():
        return amount
    place = 10.0 ** -len(digits)
    low = exact(amount.numeral.low * place)
    return amount._replace(first=at, numeral=amount.numeral._replace(low=low, high=low, place=place))


def _with_sign(tokens: Tokens, amount: Amount, floor: int) -> Amount:
    """`amount` below zero when a minus stands before it: -5C, minus 20."""
    at = amount.first - 1
    if at < floor or amount.numeral.share:
        return amount
    touching = tokens.ends[at] == tokens.starts[amount.first]
    apart = at == 0 or tokens.starts[at] > tokens.ends[at - 1] or tokens.texts[at - 1] == "("
    if tokens.lower[at] != "minus" and not (tokens.texts[at] in "-−" and touching and apart and at > floor):
        return amount
    below = amount.numeral
    high = None if below.high is None else -below.high
    return amount._replace(first=at, numeral=below._replace(low=-below.low, high=high))


# A unit that a smaller one may follow: 5ft 10in, 11st 4lb.
_SMALLER = {"ft": ("inch", 12), "stone": ("lb", 14), "lb": ("oz", 16)}
_INCHES = frozenset(("in", "ins", "inch", "inches"))


def _with_smaller_unit(tokens: Tokens, amount: Amount, stop: int) -> Amount:
    """`amount` with the smaller unit behind it taken in: 5ft 10in, 6-foot-2."""
    at = amount.last
    if amount.unit not in _SMALLER or at >= stop:
        return amount
    smaller, parts = _SMALLER[amount.unit]
    hyphened = tokens.texts[at] in HYPHENS
    at += hyphened
    if at >= stop or not tokens.texts[at].isdecimal() or len(tokens.texts[at]) > 2 or int(tokens.texts[at]) >= parts:
        return amount
    found = units.unit_at(tokens, at + 1, stop)
    if found is not None and found[0].unit == smaller:
        last = found[1]
    elif at + 1 < stop and amount.unit == "ft" and tokens.lower[at + 1] in _INCHES:
        last = at + 2
    elif hyphened:
        last = at + 1
    else:
        return amount
    low = amount.numeral.low + int(tokens.texts[at]) / parts
    return amount._replace(last=last, numeral=amount.numeral._replace(low=low, high=low, place=1 / parts))


def _with_prefix(tokens: Tokens, amount: Amount, start: int) -> Amount:
    """`amount` with the currency before it: $, US$, £, EUR."""
    at = amount.first - 1
    if at < start:
        return amount
    known, symbol = units.prefixes(), tokens.texts[at]
    if symbol == "." and at > start and tokens.texts[at - 1] == "Rs":
        return amount._replace(first=at - 1, unit="INR", money=True)
    if symbol not in known or (
        len(symbol) > 1 and not symbol.isupper() and tokens.starts[at + 1] > tokens.ends[at] + 1
    ):
        return amount
    first, unit = at, known[symbol]
    while first > start and tokens.ends[first - 1] == tokens.starts[first]:
        longer = tokens.texts[first - 1] + symbol
        if longer not in known:
            break
        first, unit, symbol = first - 1, known[longer], longer
    if first == at and at > start and symbol in "$£" and (owner := _owner(tokens, at - 1, symbol)):
        return amount._replace(first=owner[0], unit=owner[1], money=True)
    return amount._replace(first=first, unit=unit, money=True)


def _owner(tokens: Tokens, at: int, symbol: str) -> tuple[int, str] | None:
    """The currency when a country's letters stand before the symbol with a blank: GB £20, U.S. $5."""
    longer = tokens.texts[at] + symbol
    if tokens.starts[at + 1] - tokens.ends[at] <= 1 and (code := units.prefixes().get(longer)):
        return at, code
    return None


def _with_magnitude(tokens: Tokens, amount: Amount, stop: int, metric: bool) -> Amount:
    at = amount.last
    while at < stop:
        behind = at + 1 if tokens.texts[at] in HYPHENS and tokens.starts[at] == tokens.ends[at - 1] else at
        word = tokens.lower[behind] if behind < stop else ""
        factor = MAGNITUDES.get(word)
        if factor is None or (word in _LETTERS and not _is_magnitude(tokens, amount, behind, stop, metric)):
            break
        if amount.numeral.share and amount.numeral.in_words:
            break
        amount = amount._replace(magnitude=amount.magnitude * factor, last=behind + 1)
        at = behind + 1
    return amount


def _is_magnitude(tokens: Tokens, amount: Amount, at: int, stop: int, metric: bool) -> bool:
    """Whether a letter behind the number is a magnitude: not 5m for metres, 4K, 2b."""
    if amount.numeral.in_words or tokens.starts[at] > tokens.ends[at - 1] + 1:
        return False
    if amount.money:
        return True
    letter = tokens.texts[at]
    following = units.unit_at(tokens, at + 1, stop)
    if following is not None and following[0].money:
        return letter in ("m", "k", "b", "tn", "cr")
    if tokens.starts[at] > tokens.ends[at - 1]:
        return False
    if letter == "m":
        return not means_metres(tokens, amount.numeral.low, at, stop, metric)
    return letter in ("k", "tn", "cr")


def _with_suffix(tokens: Tokens, amount: Amount, stop: int, sterling: bool) -> Amount:
    """`amount` with the unit behind it; the unit of a prefix stays, what repeats it is taken in."""
    at = amount.last
    if at >= stop:
        return amount
    if (tokens.texts[at] in HYPHENS and tokens.starts[at] == tokens.ends[at - 1]) or (
        tokens.texts[at] == "." and tokens.lower[at - 1] in ("mln", "bln", "mn", "bn")
    ):
        at += 1
    elif amount.numeral.share and tokens.lower[at : at + 2] in (["of", "a"], ["of", "one"]):
        return _part_of_unit(tokens, amount, stop)
    elif amount.numeral.high is None and tokens.lower[at] == "of":
        at += 1  # billions of dollars
    found = units.unit_at(tokens, at, stop)
    if found is None:
        quake = amount.first > 0 and tokens.lower[amount.first - 1] == "magnitude"
        return amount._replace(unit="magnitude") if quake and not amount.unit else amount
    form, last = found
    if amount.unit:
        return amount._replace(last=last) if amount.money and _repeats(form, amount) else amount
    if form.words in (("pound",), ("pounds",)):
        money = pounds_are_money(tokens, amount.first, last, stop, sterling or amount.low >= _MILLION)
        form = units.Form(form.words, "GBP" if money else "lb", money=money)
    if amount.numeral.share and amount.numeral.in_words and form.unit != units.PERCENT:
        return amount
    if not means_unit(tokens, form, amount.first, at, amount.low):
        return amount
    return amount._replace(last=last, unit=form.unit, money=form.money)


def _part_of_unit(tokens: Tokens, amount: Amount, stop: int) -> Amount:
    """“A quarter of a percentage point”, “half of one percent”."""
    if not amount.numeral.share or amount.unit:
        return amount
    found = units.unit_at(tokens, amount.last + 2, stop)
    if found is None:
        return amount
    numeral = amount.numeral._replace(share=False)
    return amount._replace(last=found[1], numeral=numeral, unit=found[0].unit, money=found[0].money)


def _repeats(form: units.Form, amount: Amount) -> bool:
    """Whether the words behind “$5” only say again that it is dollars."""
    dollars = form.words[0] in ("dollar", "dollars", "dlr", "dlrs") and amount.unit.endswith("D")  # A$5 dollars
    return form.money and (form.unit == amount.unit or dollars)
