"""Amounts: a numeral with its magnitude and its unit, as one reading."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.annotate import units
from checker.annotate.figure_reading import Reading
from checker.annotate.noun_phrases import noun_head
from checker.annotate.numerals import HYPHENS, Numeral
from checker.tokens import Tokens

MAGNITUDES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5,
    "million": 1e6, "millions": 1e6, "mln": 1e6, "mlns": 1e6, "mn": 1e6, "m": 1e6, "mio": 1e6,
    "crore": 1e7, "crores": 1e7, "cr": 1e7, "billion": 1e9, "billions": 1e9, "bn": 1e9, "bln": 1e9, "blns": 1e9, "b": 1e9,
    "trillion": 1e12, "trillions": 1e12, "trn": 1e12, "trln": 1e12, "tn": 1e12, "tln": 1e12, "dozen": 12.0,
}  # fmt: skip
_LETTERS = frozenset("k m b cr tn".split())  # magnitudes that also mean something else
_LARGEST = 1e18

# Behind “100m”, these say that the m is for metres; so do the distances that are run and swum.
_METRES = frozenset(
    "race races sprint hurdles final freestyle butterfly backstroke breaststroke relay champion title record tall high "
    "long wide deep away above below from north south east west off short radius depth height swell waves "
    "world olympic individual medley steeplechase run walk free".split()
)
_TRACK = frozenset({50, 60, 100, 110, 200, 400, 800, 1500, 3000, 5000, 10000})
_LONGEST = 10000
_WEIGHED = frozenset(
    "weigh weighs weighed weighing weight lost lose losing gained bomb bombs explosives cocaine marijuana heroin cannabis meat "
    "beef butter cheese food fish sugar coffee copper flesh lift lifted overweight tnt dynamite rice flour".split()
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A numeral with what belongs to it, in tokens `first` up to `last`."""

    first: int
    last: int
    numeral: Numeral
    magnitude: float = 1.0
    unit: str = ""
    money: bool = False

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
        if self.numeral.place == 0:
            return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if self.low >= scale), 0.0)
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


def read_amount(reading: Reading, numeral: Numeral, floor: int) -> Amount | None:
    """The amount that `numeral` is the number of, its prefix not before `floor`; None when it cannot be one."""
    tokens, stop = reading.tokens, reading.stop
    amount = _with_prefix(tokens, Amount(numeral.first, numeral.last, numeral), floor)
    amount = _with_magnitude(tokens, amount, stop, reading.metric)
    amount = _with_suffix(tokens, amount, stop, reading.sterling)
    if numeral.share and not amount.unit:
        amount = replace(amount, unit=units.SHARE)
    return None if amount.low >= _LARGEST else amount


def _with_prefix(tokens: Tokens, amount: Amount, start: int) -> Amount:
    """`amount` with the currency before it: $, US$, £, EUR."""
    at = amount.first - 1
    if at < start:
        return amount
    known, symbol = units.prefixes(), tokens.texts[at]
    if symbol == "." and at > start and tokens.texts[at - 1] == "Rs":
        return replace(amount, first=at - 1, unit="INR", money=True)
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
        return replace(amount, first=owner[0], unit=owner[1], money=True)
    return replace(amount, first=first, unit=unit, money=True)


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
        amount = replace(amount, magnitude=amount.magnitude * factor, last=behind + 1)
        at = behind + 1
        if tokens.texts[at : at + 1] == ["."] and word in ("mln", "bln", "mn", "bn") and at + 1 < stop:
            if tokens.lower[at + 1] in units.suffixes():
                at += 1
    return amount


def _is_magnitude(tokens: Tokens, amount: Amount, at: int, stop: int, metric: bool) -> bool:
    """Whether a letter behind the number is a magnitude: not 5m for metres, 4K, 2b."""
    if amount.numeral.in_words or tokens.starts[at] > tokens.ends[at - 1] + 1:
        return False
    glued = tokens.starts[at] == tokens.ends[at - 1]
    if amount.money:
        return True
    letter = tokens.texts[at]
    if letter in ("b", "B", "M", "tn", "TN"):
        return letter in ("tn", "M") and glued and letter == "tn"
    if not glued:
        return letter in ("m", "cr") and _money_follows(tokens, at + 1, stop)
    if letter == "K":
        return False
    if letter == "m":
        return not _means_metres(tokens, amount, at, stop, metric)
    return not (letter == "k" and at + 1 < stop and tokens.lower[at + 1] in _METRES)


def _money_follows(tokens: Tokens, at: int, stop: int) -> bool:
    found = units.unit_at(tokens, at, stop)
    return found is not None and found[0].money


def _means_metres(tokens: Tokens, amount: Amount, at: int, stop: int, metric: bool) -> bool:
    """Whether “m” is for metres: a distance that is run, or a word of length behind it."""
    if at + 1 < stop and tokens.lower[at + 1] in _METRES:
        return True
    value = amount.numeral.low
    if at + 1 < stop and tokens.texts[at + 1] in HYPHENS and tokens.starts[at + 1] == tokens.ends[at]:
        return True
    if noun_head(tokens, at + 1, stop, True) is not None:
        return False
    return (metric or value in _TRACK or value >= 1000) and value <= _LONGEST


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
    found = units.unit_at(tokens, at, stop)
    if found is None:
        return amount
    form, last = found
    if amount.unit:
        return replace(amount, last=last) if amount.money and _repeats(form, amount) else amount
    if form.words in (("pound",), ("pounds",)):
        form = _pound(tokens, amount, form, last, stop, sterling)
    if not _fits(tokens, amount, form, at, last, stop):
        return amount
    return replace(amount, last=last, unit=form.unit, money=form.money)


def _part_of_unit(tokens: Tokens, amount: Amount, stop: int) -> Amount:
    """“A quarter of a percentage point”, “half of one percent”."""
    if not amount.numeral.share or amount.unit:
        return amount
    found = units.unit_at(tokens, amount.last + 2, stop)
    if found is None:
        return amount
    numeral = replace(amount.numeral, share=False)
    return replace(amount, last=found[1], numeral=numeral, unit=found[0].unit, money=found[0].money)


def _repeats(form: units.Form, amount: Amount) -> bool:
    """Whether the words behind “$5” only say again that it is dollars."""
    return form.money and form.unit not in ("cent", "penny") and (form.unit == amount.unit or len(form.words) == 1)


def _pound(tokens: Tokens, amount: Amount, form: units.Form, last: int, stop: int, sterling: bool) -> units.Form:
    """Money or mass, by what stands around and by the rest of the article."""
    around = {*tokens.lower[max(0, amount.first - 4) : amount.first], *tokens.lower[last : min(stop, last + 4)]}
    money = "sterling" in around or ((sterling or amount.low >= 1e6) and not around & _WEIGHED)
    return units.Form(form.words, "GBP" if money else "lb", money=money)


_NOT_UNITS_ALONE = frozenset({"V", "W", "bp", "mb", "g", "l"})
_FOOT_AS_PLACE = frozenset({"of", "on", "in"})


def _fits(tokens: Tokens, amount: Amount, form: units.Form, at: int, last: int, stop: int) -> bool:
    """Whether the unit really is one here: not the first quarter's pound of words such as won, stone, real, mark."""
    if amount.numeral.share and amount.numeral.in_words and form.unit != units.PERCENT:
        return False
    word = form.words[0]
    if form.unit == "cent" and word in ("ct", "cts", "cent") and tokens.texts[at][0].isupper():
        return False
    if form.glued and len(word) == 1 and at == amount.last and amount.first > 0 and not amount.money:
        before = tokens.texts[amount.first - 1]
        if before[0].isupper() and tokens.starts[amount.first] - tokens.ends[amount.first - 1] < 2:
            return False  # Insat 1C
    if word in _AMBIGUOUS:
        return _is_money_word(tokens, amount, word, last, stop)
    if word == "ha" or word == "gig":
        return tokens.starts[at] - tokens.ends[at - 1] < 2 and not amount.numeral.in_words
    if form.unit == "penny" and word == "p":
        return form.glued and amount.numeral.low < 1000
    return True


# Currency names that are English words as well: money when a magnitude or a great number stands before them.
_AMBIGUOUS = frozenset("won mark marks real reals crown crowns rand dong punt austral sterling taka lire stg".split())


def _is_money_word(tokens: Tokens, amount: Amount, word: str, last: int, stop: int) -> bool:
    if word in ("stg", "lire", "taka", "sterling"):
        return True
    if word in ("won", "mark", "real"):
        return amount.low >= 1e6 or (amount.numeral.low >= 1000 and word == "won" and "," in tokens.texts[last - 2])
    return amount.low >= 1000 or amount.numeral.low >= 20 or amount.numeral.place < 1
