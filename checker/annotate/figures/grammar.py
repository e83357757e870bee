"""The grammar of figures: numerals with units, pairs, ages, ordinals, hedges and nouns put together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.figures import units
from checker.annotate.figures.ages import Age, age_at, behind_years_old, is_of_ages
from checker.annotate.figures.amounts import Amount, read_amount, whole
from checker.annotate.figures.counted import (
    Counted,
    Place,
    counted_after,
    fate_after,
    fate_before,
    noun_at,
    noun_before,
)
from checker.annotate.figures.hedges import Bound, hedge_before, hedge_behind
from checker.annotate.figures.labels import behind_label, behind_model, is_year
from checker.annotate.figures.noun_phrases import TIMES
from checker.annotate.figures.number_words import read_words
from checker.annotate.figures.numerals import FRACTIONS, HYPHENS, STARTS, Numeral, read_digits, read_vulgar
from checker.annotate.figures.ordinals import ORDINALS, Ordinal, behind_ordinal, ordinal_at
from checker.annotate.figures.pairs import Join, Pair, join
from checker.annotate.figures.reading import Reading
from checker.annotate.figures.sense import (
    continues_label,
    is_named_number,
    is_nothing,
    is_time,
    scope_of,
    touches_letters,
)
from checker.tokens import Tokens


class Read(NamedTuple):
    """A figure in tokens `first` up to `last`, with the amount that it was made from."""

    kind: str
    first: int
    last: int
    low: float | None
    high: float | None
    unit: str
    amount: Amount
    counted: Counted | None = None
    how: str = ""
    approximate: bool = False
    scope: str = ""


_OPENING = STARTS | ORDINALS


def read_figures(reading: Reading) -> Iterator[Read]:
    """The figures of a block, in order."""
    low, at = reading.tokens.lower, reading.start
    before: Read | None = None
    counted: Counted | None = None  # what the last count was of
    labelled = -1  # the token behind the last number that was a label or the day of a month
    while at < reading.stop:
        word = low[at]
        if word not in _OPENING if "a" <= word[0] <= "z" else not word[0].isnumeric():
            at += 1
            continue
        if at in reading.dated:
            read, behind = None, at + 1
        else:
            read, behind = _read(reading, at, before)
        if read is not None and _goes_on_with_labels(reading, labelled, read):
            read = None
        if read is None and reading.tokens.texts[at] not in reading.models:
            labelled = max(at + 1, behind)
        elif read is not None:
            read = before = _of_ages(reading, _of_those(reading, read, counted), before)
            yield read
            if read.kind == "count" and read.counted is not None and read.counted.first >= read.last:
                counted = read.counted
        at = max(at + 1, behind)


def _of_ages(reading: Reading, read: Read, before: Read | None) -> Read:
    """`read` as an age when it goes on a list of them: aged 12, 14 and 15."""
    if before is None or before.how != "aged" or read.kind != "count" or read.counted is not None:
        return read
    if read.last != read.first + 1 or not _LISTING.issuperset(reading.tokens.texts[before.last : read.first]):
        return read
    return read._replace(kind="age", unit=before.unit, how="aged")


_LISTING = frozenset((",", "and", "or"))


def _of_those(reading: Reading, read: Read, before: Counted | None) -> Read:
    """`read` with the noun of the figure before it when it counts some of those: “12 shops, eight of them abroad”."""
    low, last = reading.tokens.lower, read.last
    if before is None or read.counted is not None or read.kind != "count" or last + 1 >= reading.stop:
        return read
    if low[last] == "of" and low[last + 1] in ("them", "those", "these", "whom", "which"):
        return read._replace(counted=before, how="count, of them")
    return read


def _goes_on_with_labels(reading: Reading, labelled: int, read: Read) -> bool:
    """Whether the figure is one more of a list of labels whose last ended before the token `labelled`."""
    if labelled < 0 or (read.counted is not None and read.counted.first >= read.last):
        return False
    return continues_label(reading, labelled, read.first, read.last)


def _read(reading: Reading, at: int, before: Read | None) -> tuple[Read | None, int]:
    """The figure that the number word or digits at `at` belong to, if any, and the token behind what was read.

    `before` is the figure before it, which bounds how far back its prefix and its hedge may stand.
    """
    tokens, stop, floor = reading.tokens, reading.stop, before.last if before else reading.start
    if (behind := behind_ordinal(tokens, at, stop)) > at and not _is_fraction(tokens, at, floor, stop):
        return _ordinal(reading, ordinal_at(tokens, at, behind, reading.start, stop)), behind
    if tokens.texts[at][0].isdecimal():
        if tokens.texts[at] in reading.models:
            return None, behind_model(tokens, at, stop)
        behind = behind_label(tokens, at, reading.start, stop)
        if behind > at:
            return None, behind
    elif is_named_number(reading, at):
        return None, at + 1
    numeral = _numeral(tokens, at, floor, stop)
    if numeral is None:
        return None, at + 1
    amount = read_amount(reading, numeral, floor)
    if amount is None or touches_letters(reading, amount):
        return None, numeral.last + 1
    if (pair := _pair(reading, amount)) is not None:
        joined = _joined(reading, pair, floor)
        return joined, pair.last if joined is None else joined.last
    if (age := age_at(tokens, numeral, reading.start, stop)) is not None:
        return _age(reading, numeral, age), age.last
    return _single(reading, amount, before)


def _is_fraction(tokens: Tokens, at: int, floor: int, stop: int) -> bool:
    """Whether the ordinal word at `at` is a part of one: a third of."""
    return tokens.lower[at] in FRACTIONS and read_words(tokens, at, stop, floor) is not None


def _numeral(tokens: Tokens, at: int, floor: int, stop: int) -> Numeral | None:
    if tokens.texts[at][0].isdecimal():
        return read_digits(tokens, at, stop)
    return read_words(tokens, at, stop, floor) if tokens.lower[at] in STARTS else read_vulgar(tokens, at)


def _pair(reading: Reading, one: Amount) -> Pair | None:
    """The pair that `one` opens, if another number stands right behind it."""
    tokens = reading.tokens
    for at in range(one.last + 1, min(reading.stop, one.last + 5)):
        word = tokens.lower[at]
        if not (word in STARTS or word[0].isdecimal()):
            continue
        numeral = None if at in reading.dated else _numeral(tokens, at, one.last, reading.stop)
        two = read_amount(reading, numeral, one.last) if numeral is not None else None
        return join(tokens, one, two, reading.start, reading.stop) if two is not None else None
    return None


def _joined(reading: Reading, pair: Pair, floor: int) -> Read | None:
    tokens, one, two = reading.tokens, pair.one, pair.two
    if pair.join is Join.SCORE:
        return Read("score", pair.first, pair.last, one.low, two.low, one.unit, one, how="score")
    if pair.join is Join.SWAP:
        swapped = noun_at(tokens, pair.last, reading.stop)
        return Read("count", pair.first, pair.last, one.low, one.high, "", one, swapped, "swap", scope="each")
    counted = _counted(reading, pair.last, plural=not one.unit, money=one.money)
    if pair.join is Join.SHARE:
        part, count = one.low / two.low, "count"
        return Read(count, pair.first, pair.last, part, part, units.SHARE, one, counted, "one in so many")
    last, unit = pair.last, one.unit
    if not unit and is_of_ages(tokens, pair.first, last, reading.start, reading.stop):
        last, unit = behind_years_old(tokens, last, reading.stop), "year"
        counted = _counted(reading, last, plural=True)
    elif not unit and is_time(reading, last, counted):
        return None
    hedge = hedge_before(tokens, pair.first, floor)
    first = hedge.edge if hedge else pair.first
    return Read("range", first, last, one.low, two.high, unit, one, counted, "range", hedge is not None)


def _single(reading: Reading, amount: Amount, previous: Read | None) -> tuple[Read | None, int]:
    tokens, stop, floor = reading.tokens, reading.stop, previous.last if previous else reading.start
    before, behind = hedge_before(tokens, amount.first, floor), hedge_behind(tokens, amount.last, stop)
    first, last = before.edge if before else amount.first, behind.edge if behind else amount.last
    counted = _counted(reading, last, plural=amount.plural, money=amount.money) or fate_after(tokens, last, stop)
    if is_nothing(reading, amount, counted, before is not None or behind is not None):
        return None, amount.last
    if counted is not None and counted.head in TIMES:
        counted = None
    counted = (
        counted
        or fate_before(tokens, first, reading.start)
        or _shared_noun(reading, amount, last)
        or noun_before(tokens, first, reading.start, _place(previous))
    )
    low, high, about = _bounds(amount, before.bound if before else None, behind.bound if behind else None)
    scope = scope_of(reading, first, counted.last if counted and counted.last > last else last)
    kind = _kind(amount)
    how = f"{kind}, {counted.how}" if counted and counted.how else kind
    return Read(kind, first, last, low, high, amount.unit, amount, counted, how, about, scope), last


def _place(previous: Read | None) -> Place | None:
    """Where a figure stands, and what it counts if that was found before it."""
    if previous is None:
        return None
    told = previous.counted is not None and previous.counted.how == "noun before"
    return Place(previous.first, previous.last, previous.counted if told else None)


def _shared_noun(reading: Reading, amount: Amount, last: int) -> Counted | None:
    """The noun of the number that follows at once: “102 and 21 people”, “from 15 to 25 member states”."""
    tokens, low = reading.tokens, reading.tokens.lower
    if not amount.bare or last + 1 >= reading.stop or low[last] not in ("and", "or", "to", "out"):
        return None
    at = last + (2 if low[last] == "out" else 1)
    if at >= reading.stop or at in reading.dated or not (low[at] in STARTS or low[at][0].isdecimal()):
        return None
    numeral = _numeral(tokens, at, last, reading.stop)
    other = read_amount(reading, numeral, last) if numeral is not None else None
    if other is None or not other.bare or is_year(tokens.texts[at]):
        return None
    found = _counted(reading, other.last, plural=True)
    return None if found is None or found.head in TIMES else found._replace(how="shared noun")


_PARTS = frozenset(("of",))
_PARTS_OF_MONEY = frozenset(("of", "in", "worth"))


def _counted(reading: Reading, at: int, *, plural: bool, money: bool = False) -> Counted | None:
    parts = _PARTS_OF_MONEY if money else _PARTS
    return counted_after(reading.tokens, at, reading.stop, plural=plural, parts=parts, start=reading.start)


def _bounds(amount: Amount, before: Bound | None, behind: Bound | None) -> tuple[float | None, float | None, bool]:
    """The interval that hedges make of an amount, and whether they make it an approximation."""
    about = amount.numeral.approximate or Bound.ABOUT in (before, behind)
    if Bound.LOWER in (before, behind):
        return amount.low, None, about
    if Bound.UPPER in (before, behind) and amount.high is not None:
        return None, amount.high, about
    return amount.low, amount.high, about


def _kind(amount: Amount) -> str:
    if amount.money:
        return "money"
    if amount.unit in (units.PERCENT, units.PERCENTAGE_POINT):
        return "percent"
    return "measure" if amount.unit and amount.unit != units.SHARE else "count"


def _age(reading: Reading, numeral: Numeral, age: Age) -> Read:
    counted = None
    if age.how == "years old":
        counted = _counted(reading, age.last, plural=False)
    if counted is not None and counted.head in TIMES:
        counted = None
    amount = whole(numeral)
    return Read("age", age.first, age.last, numeral.low, numeral.high, age.unit, amount, counted, age.how)


def _ordinal(reading: Reading, ordinal: Ordinal | None) -> Read | None:
    if ordinal is None:
        return None
    hyphened = reading.tokens.texts[ordinal.last] in HYPHENS  # second-largest city
    counted = _counted(reading, ordinal.last + hyphened, plural=False)
    if counted is None or counted.head in TIMES or counted.how == "fate":
        return None
    if reading.tokens.lower[counted.first] == "time":
        return None
    value = float(ordinal.value)
    amount = whole(Numeral(ordinal.first, ordinal.last, value, value))
    return Read("ordinal", ordinal.first, ordinal.last, value, value, "", amount, counted, "ordinal")
