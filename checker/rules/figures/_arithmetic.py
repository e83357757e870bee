"""Rounding and wording: how far a printed figure may be from the true one, and how messages write numbers."""

from __future__ import annotations

from checker.annotate.figures import Figure

HEDGE = 0.12
"""How far “about”, “nearly”, “more than” let a number be from the true one, as a share of it."""

_MAGNITUDES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"), (1.0, ""))


def printed(figure: Figure) -> float | None:
    """The number as it stands there, whatever the hedge: 300 for “more than 300”; None for a range."""
    if figure.low is None:
        return figure.high
    return figure.low if figure.high is None or figure.high == figure.low else None


def hedged(figure: Figure) -> bool:
    """Whether a word beside it says that the number is not the exact one."""
    return figure.approximate or figure.low is None or figure.high is None


def place(figure: Figure) -> float:
    """One unit of the last printed place; for “seven million” a million, for small number words nothing."""
    if figure.precision:
        return figure.precision
    value = abs(printed(figure) or 0.0)
    return next((unit for unit in (1e12, 1e9, 1e6, 1e3) if value >= unit), 0.0)


def rounding(figure: Figure) -> float:
    """Half a unit of the last printed place; nothing for plain whole numbers."""
    return 0.0 if figure.precision == 1 else place(figure) / 2


def slack(figure: Figure) -> float:
    """How far the true value may be from the printed one: its rounding, round thousands and hedges included."""
    value = abs(printed(figure) or 0.0)
    least = max(rounding(figure), _round_number(value) / 2 if figure.precision == 1 else 0.0)
    return max(HEDGE * value, least) if hedged(figure) else least


def bounds(figure: Figure) -> tuple[float, float]:
    """The interval that the true value lies in."""
    value = printed(figure) or 0.0
    return value - slack(figure), value + slack(figure)


def _round_number(value: float) -> float:
    """The unit that a round number may have been rounded to, at most a tenth of it: 1,000 for 94,000; 0 below 1,000."""
    if value < 1000 or value != int(value):
        return 0.0
    unit = 1
    while int(value) % (unit * 10) == 0 and unit * 100 <= value:
        unit *= 10
    return float(unit) if unit > 1 else 0.0


def say(value: float) -> str:
    """A number as messages write it: 1,200; 2.5 million; 0.75."""
    return say_together(value)[0]


def say_together(*values: float) -> list[str]:
    """Numbers of one equation, in one magnitude: 1.2 million, 0.9 million."""
    largest = max(map(abs, values), default=0.0)
    unit, name = next(((unit, name) for unit, name in _MAGNITUDES if largest >= unit), _MAGNITUDES[-1])
    return [_plain(value / unit) + name for value in values]


def _plain(value: float) -> str:
    if abs(value - round(value)) < 1e-9:
        return f"{round(value):,}"
    return f"{value:,.{2 if abs(value) < 100 else 1}f}".rstrip("0").rstrip(".")
