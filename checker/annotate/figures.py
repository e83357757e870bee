"""Figures: every number that says how much or how many, with its unit and what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.annotate import units
from checker.annotate.ages import Age, age_at
from checker.annotate.amounts import Amount, read_amount
from checker.annotate.counted import TIMES, Counted, counted_after, fate_after, fate_before, noun_before
from checker.annotate.dates import Date, Grain
from checker.annotate.hedges import Bound, hedge_before, hedge_behind
from checker.annotate.labels import behind_label, is_year
from checker.annotate.numerals import STARTS, Numeral, read_digits, read_vulgar, read_words
from checker.annotate.ordinals import Ordinal, is_ordinal, ordinal_at
from checker.annotate.pairs import Join, Pair, join
from checker.article import Article, Mention, Span
from checker.tokens import Tokens


class FigureKind(StrEnum):
    """What sort of number a figure is."""

    COUNT = "count"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    AGE = "age"
    RANGE = "range"
    SCORE = "score"


@dataclass(frozen=True, slots=True)
class Figure(Mention):
    """A number as printed and what it means.

    `span` covers the number with its unit and magnitude (“$1.5 million”, “more than 300”, “20 percent”),
    not the noun that is counted.
    """

    kind: FigureKind
    low: float | None
    high: float | None
    """The interval it stands for; equal for a plain number, None where it is open (“more than 300”)."""
    unit: str = ""
    """“percent”, “percentage point”, an ISO 4217 code, a unit's symbol (“km”), or nothing for a bare count."""
    digits: str = ""
    """The number as printed, without unit and hedge: “1.5”, “two dozen”."""
    precision: float = 1.0
    """One unit in the last printed place, in the figure's own unit: 0.1 million for “1.5 million”; 0 if in words."""
    approximate: bool = False
    """Whether a hedge stands with it: about, nearly, some."""
    counts: str = ""
    """What is counted, as printed, modifiers included: “Ukrainian prisoners”."""
    head: str = ""
    """The counted noun itself in the singular and in lower case: “prisoner”."""
    noun_span: Span = Span(0, 0)
    """Where `counts` stands."""
    scope: str = ""
    """“each” when it counts per item, “total” when it counts all in all, otherwise nothing."""

    @property
    def value(self) -> float | None:
        """The one number it stands for; None when it is an interval."""
        return self.low if self.low == self.high else None


@dataclass(frozen=True, slots=True)
class Reading:
    """One block being read: its tokens from `start` up to `stop`."""

    tokens: Tokens
    text: str
    start: int
    stop: int
    dated: frozenset[int]
    """The tokens inside dates."""
    sterling: bool
    """Whether pounds are money in this article."""


def find(article: Article) -> Iterator[Figure]:
    """The figures of every block of prose, in order."""
    tokens = article.tokens
    dated = frozenset(
        at
        for date in article.mentioned(Date)
        if date.grain is not Grain.DURATION
        for at in tokens.within(date.span.start, date.span.end)
    )
    sterling = "£" in article.text or "sterling" in article.text or " stg" in article.text
    for block in article.prose():
        inside = tokens.within(block.span.start, block.span.end)
        yield from _figures(Reading(tokens, article.text, inside.start, inside.stop, dated, sterling))


def _figures(reading: Reading) -> Iterator[Figure]:
    low = reading.tokens.lower
    at = floor = reading.start
    while at < reading.stop:
        word = low[at]
        if not (word in STARTS or word[0].isdigit() or is_ordinal(word) or word[0].isnumeric()):
            at += 1
            continue
        figure, behind = _read(reading, at, floor) if at not in reading.dated else (None, at + 1)
        if figure is not None:
            yield figure
            floor = behind
        at = max(at + 1, behind)


def _read(reading: Reading, at: int, floor: int) -> tuple[Figure | None, int]:
    """The figure that the number word or digits at `at` belong to, if any, and the token behind what was read."""
    tokens, stop = reading.tokens, reading.stop
    if (ordinal := ordinal_at(tokens, at, reading.start, stop)) is not None:
        return _ordinal(reading, ordinal)
    if tokens.texts[at][0].isdecimal():
        behind = behind_label(tokens, at, reading.start, stop)
        if behind > at:
            return None, behind
    numeral = _numeral(tokens, at, floor, stop)
    if numeral is None:
        return None, at + 1
    if (age := age_at(tokens, numeral, reading.start, stop)) is not None:
        return _age(reading, numeral, age), age.last
    amount = read_amount(tokens, numeral, floor, stop, reading.sterling)
    if amount is None:
        return None, numeral.last
    if (pair := _pair(reading, amount)) is not None:
        return _joined(reading, pair, floor)
    return _single(reading, amount, floor)


def _numeral(tokens: Tokens, at: int, floor: int, stop: int) -> Numeral | None:
    char = tokens.texts[at][0]
    if char.isdecimal():
        return read_digits(tokens, at, stop)
    return read_words(tokens, at, stop, floor) if tokens.lower[at] in STARTS else read_vulgar(tokens, at)


def _pair(reading: Reading, one: Amount) -> Pair | None:
    """The pair that `one` opens, if another number stands right behind it."""
    tokens, stop = reading.tokens, reading.stop
    for at in range(one.last + 1, min(stop, one.last + 5)):
        word = tokens.lower[at]
        if not (word in STARTS or word[0].isdecimal()):
            continue
        if at in reading.dated:
            return None
        numeral = _numeral(tokens, at, one.last, stop)
        if numeral is None:
            return None
        two = read_amount(tokens, numeral, one.last, stop, reading.sterling)
        return join(tokens, one, two, reading.start, stop) if two is not None else None
    return None


def _joined(reading: Reading, pair: Pair, floor: int) -> tuple[Figure | None, int]:
    tokens, stop = reading.tokens, reading.stop
    one, two = pair.one, pair.two
    if pair.join is Join.SCORE:
        kind, low, high, unit = FigureKind.SCORE, one.low, two.low, ""
        return _figure(reading, kind, pair.first, pair.last, low, high, unit, one, "score"), pair.last
    counted = counted_after(tokens, pair.last, stop, True, bool(one.unit))
    if pair.join is Join.SHARE:
        part = one.low / two.low
        figure = _figure(
            reading,
            FigureKind.COUNT,
            pair.first,
            pair.last,
            part,
            part,
            units.SHARE,
            one,
            "one in four",
            counted,
            place=0.0,
        )
        return figure, pair.last
    if counted is not None and counted.head in TIMES and not one.unit:
        return None, counted.last
    hedge = hedge_before(tokens, pair.first, floor)
    first = hedge.edge if hedge else pair.first
    figure = _figure(
        reading,
        FigureKind.RANGE,
        first,
        pair.last,
        one.low,
        two.high,
        one.unit,
        one,
        "range",
        counted,
        approximate=hedge is not None,
    )
    return figure, pair.last


def _single(reading: Reading, amount: Amount, floor: int) -> tuple[Figure | None, int]:
    tokens, stop = reading.tokens, reading.stop
    before, behind = hedge_before(tokens, amount.first, floor), hedge_behind(tokens, amount.last, stop)
    first, last = before.edge if before else amount.first, behind.edge if behind else amount.last
    counted = _counted(reading, amount, last)
    if _is_none(reading, amount, counted, before is not None or behind is not None):
        return None, counted.last if counted is not None and counted.head in TIMES else amount.last
    low, high, approximate = _bounds(amount, before.bound if before else None, behind.bound if behind else None)
    if counted is None:
        counted = (
            fate_after(tokens, last, stop)
            or fate_before(tokens, first, reading.start)
            or noun_before(tokens, first, reading.start)
        )
    kind = _kind(amount)
    found_by = kind.value + (", " + counted.how if counted and counted.how else "")
    figure = _figure(
        reading, kind, first, last, low, high, amount.unit, amount, found_by, counted, approximate=approximate,
        scope=_scope(tokens, first, counted.last if counted and counted.last > last else last, reading),
    )  # fmt: skip
    return figure, last


def _counted(reading: Reading, amount: Amount, last: int) -> Counted | None:
    tokens, stop = reading.tokens, reading.stop
    alone = amount.bare and amount.numeral.low == 1
    loose = bool(amount.unit) or amount.numeral.share
    return counted_after(tokens, last, stop, not alone, loose)


def _is_none(reading: Reading, amount: Amount, counted: Counted | None, hedged: bool) -> bool:
    """Whether the number says nothing of how much: a year, a duration, a name, “one” as a pronoun."""
    tokens = reading.tokens
    if not amount.bare:
        return False
    if counted is not None and counted.head in TIMES and not counted.how.startswith("of"):
        return True
    if amount.numeral.low == 0.5 and amount.numeral.in_words and not amount.numeral.share:
        return True
    text, word = tokens.texts[amount.first], tokens.lower[amount.first]
    if is_year(text):
        return counted is None or not hedged
    if word == "one" and amount.last == amount.first + 1:
        return True
    if amount.numeral.share:
        return False
    return _is_name(reading, amount, counted)


def _is_name(reading: Reading, amount: Amount, counted: Counted | None) -> bool:
    """Whether a capital beside the number makes it part of a name: Boeing 737, Six Nations."""
    tokens, at = reading.tokens, amount.first
    text = tokens.texts[at]
    if amount.numeral.in_words:
        if counted is None and at > reading.start and tokens.lower[at - 1] in ("the", "these", "those"):
            return True
        return (
            text[0].isupper()
            and at > reading.start
            and tokens.texts[at - 1][0].isalpha()
            and not _title_case(tokens, at)
        )
    if at == reading.start or counted is not None or "," in text or "." in text:
        return False
    before = tokens.texts[at - 1]
    return before[0].isupper() and before[0].isalpha()


def _title_case(tokens: Tokens, at: int) -> bool:
    near = tokens.texts[max(0, at - 3) : at + 4]
    return all(word[0].isupper() for word in near if word[0].isalpha() and len(word) > 3)


def _bounds(amount: Amount, before: Bound | None, behind: Bound | None) -> tuple[float | None, float | None, bool]:
    low: float | None = amount.low
    high = amount.high
    about = amount.numeral.approximate or Bound.ABOUT in (before, behind)
    if Bound.LOWER in (before, behind):
        high = None
    elif Bound.UPPER in (before, behind) and high is not None:
        low = None
    return low, high, about


def _kind(amount: Amount) -> FigureKind:
    if amount.money:
        return FigureKind.MONEY
    if amount.unit in (units.PERCENT, units.PERCENTAGE_POINT):
        return FigureKind.PERCENT
    return FigureKind.MEASURE if amount.unit else FigureKind.COUNT


_EACH = frozenset("each apiece per".split())
_TOTAL = frozenset((("in", "all"), ("in", "total"), ("all", "told"), ("all", "together")))


def _scope(tokens: Tokens, first: int, last: int, reading: Reading) -> str:
    low = tokens.lower
    if last < reading.stop:
        if low[last] in _EACH:
            return "each"
        if low[last] in ("a", "an") and last + 1 < reading.stop and low[last + 1] in _RATES:
            return "each"
        if low[last] == "altogether" or tuple(low[last : last + 2]) in _TOTAL:
            return "total"
    if low[max(reading.start, first - 2) : first] in (["total", "of"], ["totalled", "by"]):
        return "total"
    return (
        "total" if first > reading.start and low[first - 1] in ("totalling", "totaling", "totalled", "totaled") else ""
    )


_RATES = TIMES | frozenset(
    "share head person piece barrel tonne ton ounce litre gallon pound kilo kg mile unit night copy item".split()
)


def _age(reading: Reading, numeral: Numeral, age: Age) -> Figure:
    counted = None
    if age.how == "years old":
        counted = counted_after(reading.tokens, age.last, reading.stop, False, False)
    amount = Amount(numeral.first, numeral.last, numeral)
    return _figure(
        reading, FigureKind.AGE, age.first, age.last, numeral.low, numeral.high, age.unit, amount, age.how, counted
    )


def _ordinal(reading: Reading, ordinal: Ordinal) -> tuple[Figure | None, int]:
    counted = counted_after(reading.tokens, ordinal.last, reading.stop, False, False)
    if counted is not None and counted.head in TIMES:
        return None, counted.last
    numeral = Numeral(ordinal.first, ordinal.last, ordinal.value, ordinal.value)
    amount = Amount(ordinal.first, ordinal.last, numeral)
    figure = _figure(
        reading,
        FigureKind.ORDINAL,
        ordinal.first,
        ordinal.last,
        numeral.low,
        numeral.high,
        "",
        amount,
        "ordinal",
        counted,
    )
    return figure, ordinal.last


def _figure(
    reading: Reading,
    kind: FigureKind,
    first: int,
    last: int,
    low: float | None,
    high: float | None,
    unit: str,
    amount: Amount,
    found_by: str,
    counted: Counted | None = None,
    *,
    approximate: bool = False,
    scope: str = "",
    place: float | None = None,
) -> Figure:
    starts, ends = reading.tokens.starts, reading.tokens.ends
    noun = Span(starts[counted.first], ends[counted.last - 1]) if counted else Span(0, 0)
    numeral = amount.numeral
    return Figure(
        Span(starts[first], ends[last - 1]),
        found_by,
        kind,
        low,
        high,
        unit,
        digits=reading.text[starts[numeral.first] : ends[numeral.last - 1]],
        precision=amount.place if place is None else place,
        approximate=approximate,
        counts=reading.text[noun.start : noun.end],
        head=counted.head if counted else "",
        noun_span=noun,
        scope=scope,
    )
