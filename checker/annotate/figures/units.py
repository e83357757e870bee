"""Units of measure and currencies: how copy writes them, and how they convert."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checker import data
from checker.tokens import Tokens, tokenise

PERCENT = "percent"
PERCENTAGE_POINT = "percentage point"
SHARE = "share"
"""The unit of a third, half, one in four: parts of one."""


class Unit(NamedTuple):
    """A unit of measure: `factor` times a value, plus `offset`, is the value in the base unit of its dimension."""

    symbol: str
    dimension: str
    factor: float
    offset: float = 0.0


class Form(NamedTuple):
    """One way to write a unit behind a number, in tokens."""

    words: tuple[str, ...]
    unit: str
    money: bool = False
    glued: bool = False
    """Whether it counts only when it touches its number: 35C."""
    cased: bool = False
    """Whether capitals matter: GB is no gb, MW no mw."""
    symbol: bool = False
    """Whether it is a mark such as € or %, not a word."""


def convert(value: float, unit: str, into: str) -> float | None:
    """The value in another unit of the same dimension; None when the two do not measure the same."""
    known = measures()
    if unit not in known or into not in known or known[unit].dimension != known[into].dimension:
        return None
    return (value * known[unit].factor + known[unit].offset - known[into].offset) / known[into].factor


@cache
def measures() -> dict[str, Unit]:
    """Every unit of measure by its symbol."""
    return {unit.symbol: unit for unit, _ in _rows()}


def unit_at(tokens: Tokens, at: int, stop: int) -> tuple[Form, int] | None:
    """The unit or currency name that begins at `at`, behind a number, and the token behind it."""
    if at >= stop:
        return None
    for form in suffixes().get(tokens.lower[at], ()):
        last = at + len(form.words)
        if last > stop:
            continue
        if (
            form.symbol
            and last < stop
            and tokens.starts[last] == tokens.ends[last - 1]
            and tokens.texts[last][0].isdecimal()
        ):
            continue  # the sign of the next amount: $5-$10
        written = tokens.texts if form.cased else tokens.lower
        if tuple(written[at:last]) == form.words and not (form.glued and tokens.starts[at] != tokens.ends[at - 1]):
            return form, last
    return None


@cache
def suffixes() -> dict[str, tuple[Form, ...]]:
    """The ways to write a unit behind a number, longest first, by their first word in lower case."""
    found: dict[str, list[Form]] = {}
    for form in (*_measure_forms(), *_currency_forms()):
        found.setdefault(form.words[0].lower(), []).append(form)
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


@cache
def prefixes() -> dict[str, str]:
    """The currency that a symbol or code before a number stands for, the symbol without spaces."""
    found = {}
    for code, symbols, _, _ in _currencies():
        found.update({symbol.rstrip("."): code for symbol in symbols})
        if code.isupper():
            found[code] = code
    return found


def _rows() -> Iterator[tuple[Unit, list[str]]]:
    for symbol, dimension, factor, forms in _fields("units.txt"):
        scale, _, offset = factor.partition("+")
        yield Unit(symbol, dimension, float(scale), float(offset or 0)), [form.strip() for form in forms.split(",")]


def _measure_forms() -> Iterator[Form]:
    for unit, forms in _rows():
        for form in forms:
            glued = form.startswith("=")
            text = form.removeprefix("=")
            cased = len(text) == 1 or ((len(text) < 3 or text.isupper()) and any(char.isupper() for char in text))
            words = _tokens(text if cased else text.lower())
            yield Form(words, unit.symbol, glued=glued, cased=cased)


def _currency_forms() -> Iterator[Form]:
    for code, symbols, names, owners in _currencies():
        for symbol in symbols:
            if not symbol.isalpha() and not any(char.isalpha() for char in symbol):
                yield Form((symbol,), code, money=True, symbol=True)
        if code.isupper():
            yield Form((code,), code, money=True, cased=True)
        for name in names:
            words = _tokens(name.strip("=*").lower())
            if not owners or name.endswith("*"):
                yield Form(words, code, money=True, glued=name.startswith("="))
            elif words not in _defaults():
                yield Form(words, _singular(name), money=True)
            for owner in owners:
                yield Form((*_tokens(owner.replace("_", " ").lower()), *words), code, money=True)


@cache
def _defaults() -> frozenset[tuple[str, ...]]:
    """The names that mean one currency when no country stands with them."""
    return frozenset(
        _tokens(name.rstrip("*").lower()) for _, _, names, _ in _currencies() for name in names if name.endswith("*")
    )


def _tokens(text: str) -> tuple[str, ...]:
    return (text,) if text.isalpha() else tuple(tokenise(text).texts)


_PLURALS = {"reais": "real", "kronor": "krona", "kroner": "krone", "kronur": "krona", "koruny": "koruna"}


def _singular(name: str) -> str:
    return _PLURALS.get(name, name.removesuffix("s"))


def _currencies() -> Iterator[tuple[str, list[str], list[str], list[str]]]:
    for code, symbols, names, owners in _fields("currencies.txt"):
        yield code, symbols.split(), names.split(), owners.split()


def _fields(name: str) -> Iterator[list[str]]:
    for line in data.lines(name):
        yield [field.strip() for field in line.split("|")]
