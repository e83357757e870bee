"""The timeline, drawn: a row a date, as fine as it was written, with its places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import log2
from typing import NamedTuple

from checker.annotate.dates import Date, Grain
from checker.article import Mention
from checker.ledger import Fact, date_facts
from checker.reporters.html.marks import Marks
from checker.reporters.html.markup import escape
from checker.reporters.html.places import Places

_MACHINE = re.compile(r"\d{4}(?:-\d\d){0,2}", re.ASCII)  # what HTML can read of EDTF
_POINT = frozenset({Grain.TIME, Grain.DAY})
_APART = 11.0  # percent of the width between two years of the axis, or their labels would touch
_PADDING = 3.0  # percent at both ends, so that a dot is never cut
_REFS = 4  # findings of one date that are numbered
_SHOWN = 60  # rows; an article with more is a chronicle, and its chart would be one too


class Row(NamedTuple):
    """One date that can be placed."""

    dates: tuple[Date, ...]
    first: date
    last: date
    opens: bool = False
    """Whether its beginning is open: “until 2019”."""
    goes_on: bool = False
    """Whether its end is open: “since 2019”."""


class Scale:
    """Where days stand between 0 and 100 percent: in order, with long gaps drawn shorter."""

    def __init__(self, days: Iterable[date]) -> None:
        ordered = sorted({day.toordinal() for day in days})
        at, placed = 0.0, {ordered[0]: 0.0}
        for before, day in pairwise(ordered):
            at += 1 + log2(day - before)
            placed[day] = at
        width = 100 - 2 * _PADDING
        self._at = {day: _PADDING + (width * where / at if at else width / 2) for day, where in placed.items()}

    def __getitem__(self, day: date) -> float:
        return self._at[day.toordinal()]

    def years(self) -> list[tuple[float, int]]:
        """The years of the axis, each at its first day that is placed, as far as there is room."""
        shown: list[tuple[float, int]] = []
        for day, where in self._at.items():
            year = date.fromordinal(day).year
            if not shown or (year != shown[-1][1] and where - shown[-1][0] >= _APART and where < 100 - _APART / 2):
                shown.append((where, year))
        return shown


def timeline(places: Places, marks: Marks) -> str:
    """The chart of the dates that can be placed and a list of the others; nothing when there are no dates."""
    facts = [fact for fact in date_facts(places.article) if any(_is_shown(mention) for mention in _dates(fact))]
    rows = sorted(filter(None, map(_row, facts)), key=lambda row: (row.first, row.last))
    placed = {row.dates[0] for row in rows}
    others = [fact for fact in facts if _dates(fact)[0] not in placed and _dates(fact)[0].grain is not Grain.VAGUE]
    return _chart(places, marks, rows[:_SHOWN]) + _others(places, marks, others, len(rows) - _SHOWN)


def _dates(fact: Fact) -> tuple[Date, ...]:
    return tuple(mention for mention in fact.mentions if isinstance(mention, Date))


def _is_shown(mention: Date) -> bool:
    return bool(mention.value) or mention.day is not None


def _row(fact: Fact) -> Row | None:
    dates = _dates(fact)
    first, last = dates[0].first, dates[0].last
    if first is None and last is None:
        return None
    return Row(dates, first or last or date.min, last or first or date.max, first is None, last is None)


def _chart(places: Places, marks: Marks, rows: Sequence[Row]) -> str:
    if not rows:
        return ""
    published = places.article.meta.published
    scale = Scale([day for row in rows for day in (row.first, row.last)] + ([published] if published else []))
    years = "".join(f'<text x="{where:.1f}%" y="12">{year}</text>' for where, year in scale.years())
    grid = "".join(f'<line x1="{where:.1f}%" x2="{where:.1f}%" y2="100%"/>' for where, _ in scale.years())
    if published:
        grid += f'<line class="published" x1="{scale[published]:.1f}%" x2="{scale[published]:.1f}%" y2="100%"/>'
    name = f"{places.prefix}grid"
    lines = "".join(_line(places, marks, row, scale, name) for row in rows)
    legend = "Long gaps are drawn shorter." + (
        f" The dashed line is the day of publication, {_day(published)}." if published else ""
    )
    return (
        '<div class="timeline"><svg class="axis" aria-hidden="true">'
        f'<defs><g id="{name}">{grid}</g></defs>{years}</svg>'
        f'<ol>{lines}</ol><p class="faint">{legend}</p></div>'
    )


def _line(places: Places, marks: Marks, row: Row, scale: Scale, grid: str) -> str:
    spans = [mention.span for mention in row.dates]
    numbers = _numbers(marks, row.dates)
    level = marks.level(numbers)
    kind = f' class="{level}"' if level else ""
    return (
        f'<li{kind}><span class="when">{_when(places, row)}{_refs(marks, row.dates)}</span>'
        f'<svg class="lane" aria-hidden="true"><use href="#{grid}"/>{_shape(row, scale)}</svg>'
        f'<span class="said"><q>{places.excerpt(spans[0])}</q> {places.links(spans)}</span></li>\n'
    )


def _shape(row: Row, scale: Scale) -> str:
    """A dot for a day, a bar for what lasts, open at the side where its end is not told."""
    start = 0.0 if row.opens else scale[row.first]
    end = 100.0 if row.goes_on else scale[row.last]
    if row.dates[0].grain in _POINT and not (row.opens or row.goes_on):
        return f'<circle cx="{start:.1f}%" cy="50%" r="5"/>'
    kind = ' class="open"' if row.opens or row.goes_on else ""
    return f'<rect{kind} x="{start:.1f}%" width="{max(end - start, 1):.1f}%" y="35%" height="30%" rx="3"/>'


def _numbers(marks: Marks, mentions: Iterable[Mention]) -> list[int]:
    """The numbers of the findings about some dates."""
    return sorted({number for mention in mentions for number in marks.within(mention.span, "dates")})


def _refs(marks: Marks, mentions: Iterable[Mention]) -> str:
    return "".join(map(marks.ref, _numbers(marks, mentions)[:_REFS]))


def _when(places: Places, row: Row) -> str:
    """The date as precise as it was written, with its weekday."""
    mention = row.dates[0]
    printed = places.article[mention.span]
    machine = f' datetime="{mention.value}"' if _MACHINE.fullmatch(mention.value) else ""
    return f"<time{machine}>{escape(_named(mention, printed))}</time>"


def _named(mention: Date, printed: str) -> str:
    part = f"{mention.part} " if mention.part else ""
    if mention.grain in _POINT and mention.first:
        return _day(mention.first)
    if mention.grain is Grain.MONTH and mention.first:
        return f"{part}{mention.first:%B %Y}"
    if mention.grain in (Grain.DECADE, Grain.CENTURY):
        return f"{part}{mention.value.replace('X', '0')}s"
    if mention.grain in (Grain.WEEK, Grain.SEASON, Grain.QUARTER):  # EDTF numbers these
        return printed
    return part + mention.value.replace("..", "").replace("/", " – ").strip()


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def _others(places: Places, marks: Marks, facts: Sequence[Fact], unshown: int) -> str:
    """Lengths of time and dates that cannot be placed, as printed."""
    listed = "".join(
        f"<li>{escape(places.article[fact.mentions[0].span])}{_refs(marks, fact.mentions)} "
        f"{places.links([mention.span for mention in fact.mentions])}</li>"
        for fact in facts
    )
    more = f'<p class="faint">{unshown} later dates are not drawn.</p>' if unshown > 0 else ""
    return more + (f"<h4>Lengths of time and other dates</h4><ul class='chips'>{listed}</ul>" if listed else "")
