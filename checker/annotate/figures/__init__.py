"""Figures: every number that says how much or how many, with its unit and what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from checker.annotate.figures.grammar import Read, read_figures
from checker.annotate.figures.reading import Reading, readings
from checker.article import Article, Mention, Span


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
    """The interval it stands for; equal for a plain number, None where it is open (“more than 300”).

    A range keeps the order of the print, upside down or not; of a score these are its two numbers.
    """
    unit: str = ""
    """“percent”, “percentage point”, “share” (of one: a third, one in four), an ISO 4217 code, “cent”, “penny”, a
    unit's symbol (“km”, see `units.txt`), “year” or “month” of an age, or nothing for a bare count."""
    digits: str = ""
    """The number as printed, without unit and hedge: “1.5”, “two dozen”."""
    precision: float = 1.0
    """One unit in the last printed place, in the figure's own unit: 0.1 million for “1.5 million”.

    0 if in words, but a million for “half a million”: words that end in a thousand or more are taken for round.
    """
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


def find(article: Article) -> Iterator[Figure]:
    """The figures of every block of prose, in order."""
    for reading in readings(article):
        for read in read_figures(reading):
            yield _figure(reading, read)


def _figure(reading: Reading, read: Read) -> Figure:
    starts, ends = reading.tokens.starts, reading.tokens.ends
    counted, amount = read.counted, read.amount
    noun = Span(starts[counted.first], ends[counted.last - 1]) if counted else Span(0, 0)
    return Figure(
        Span(starts[read.first], ends[read.last - 1]),
        read.how,
        FigureKind(read.kind),
        read.low,
        read.high,
        read.unit,
        digits=reading.text[starts[amount.numeral.first] : ends[amount.digits_end - 1]],
        precision=amount.place,
        approximate=read.approximate,
        counts=reading.text[noun.start : noun.end],
        head=counted.head if counted else "",
        noun_span=noun,
        scope=read.scope,
    )
