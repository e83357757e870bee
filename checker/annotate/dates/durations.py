"""Lengths of time and how often: three days, 27-year, decade-long, daily, fifteen a year."""

from __future__ import annotations

from checker.annotate.dates.calendar import Grain, Reading
from checker.annotate.dates.grammar import Phrase
from checker.annotate.dates.setting import Setting
from checker.annotate.dates.words import CARDINALS, UNITS

_TIMES_OF_DAY = frozenset({"minute", "hour", "second"})
_NUMBERS = ("day", "high", "number", "dotclock", "year", "four", "cardinal")
_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P3M",
    "annual": "P1Y",
    "annually": "P1Y",
    "yearly": "P1Y",
    "hourly": "PT1H",
}
_SHORT = {"yrs": "year", "hrs": "hour", "centuries": "century", "millennia": "millennium"}
_MOST = 10_000  # of any unit: no story tells of more days, years or hours than that


def unit_in(phrase: Phrase) -> str:
    """The unit of time in a phrase, in the singular; nothing without one."""
    at = phrase.find("unit", "units", "night")
    at = at if at >= 0 else phrase.find("quarter", "quarters")
    if at < 0:
        return ""
    word = phrase.lower(at)
    return _SHORT.get(word) or (word.removesuffix("s") if word != "century" else word)


def amount_in(phrase: Phrase) -> float | None:
    """How many units a phrase names; None for “several”."""
    if phrase.has("quarter") and phrase.has("unit"):
        return 0.25  # a quarter-century
    if phrase.has("couple"):
        return 2
    if phrase.has("vague"):
        return None
    at = phrase.find(*_NUMBERS)
    if at < 0:
        return _half(phrase, 1) if phrase.find("half") != 0 else 0.5
    amount = _number(phrase, at)
    return None if amount is None else _half(phrase, amount)


def _half(phrase: Phrase, amount: float) -> float:
    """With “and a half” added; “half a year” is a half alone."""
    at = phrase.find("half")
    if at < 0:
        return amount
    return 0.5 if phrase.find("and") < 0 else amount + 0.5


def _number(phrase: Phrase, at: int) -> float | None:
    """A number in digits or words; None when it has too many digits to mean anything."""
    word = phrase.lower(at)
    if word in CARDINALS:
        following = at + 1 + (phrase.find("hyphen", after=at) == at + 1)
        unit = phrase.find("cardinal", after=at + 1)
        return CARDINALS[word] + (CARDINALS[phrase.lower(unit)] if unit == following else 0)
    digits = word.replace(",", "")
    if not digits.isascii() or digits.count(".") > 1 or len(digits) > 7:
        return None
    return float(digits)


def iso(amount: float | None, unit: str) -> str:
    """An ISO 8601 duration; with X for an amount that is not known."""
    if unit == "second":
        symbol = "S"
    elif unit == "quarter":
        amount, symbol = (None if amount is None else amount * 3), "M"
    else:
        many, symbol = UNITS[unit][:-1], UNITS[unit][-1]
        amount = None if amount is None else amount * int(many or 1)
    time = "T" if unit in _TIMES_OF_DAY else ""
    return f"P{time}{'X' if amount is None else f'{amount:g}'}{symbol}"


def read_duration(phrase: Phrase, setting: Setting) -> Reading | None:
    """Three days, 27-year, a decade, decade-long; “15 a year” is a set."""
    unit, amount = unit_in(phrase), amount_in(phrase)
    if phrase.find("units") == 0:
        amount = None  # decades-long
    if not unit or (amount is not None and amount > _MOST):
        return None
    if unit == "quarter" and (not phrase.has("quarters") or (amount == 3 and setting.word(phrase.end) == "of")):
        return None  # three quarters of them
    if phrase.has("year") and amount is not None and unit not in ("year", "day", "hour"):
        return None
    before, after = setting.word(phrase.start - 1), setting.word(phrase.end)
    if before == "aged" or (before == "of" and setting.word(phrase.start - 2) == "age"):
        return None
    if after == "-" and setting.word(phrase.end + 1) in ("on", "over", "end", "to", "ago", "ended", "earlier"):
        return None  # year-on-year, year-end
    value = iso(amount, unit)
    if phrase.find("a") == 0 and _rate(phrase, setting):
        return Reading(value, Grain.SET)
    return Reading(value, Grain.VAGUE if amount is None else Grain.DURATION)


def _rate(phrase: Phrase, setting: Setting) -> bool:
    """Whether “a year” says how often: 15 a year, $3 million a year, twice a week."""
    if len(phrase.letters) != 2:
        return False
    before = setting.word(phrase.start - 1)
    return (
        before[:1].isdigit()
        or before in _BEFORE_RATE
        or before in CARDINALS
        or (
            len(before) > 3
            and before.endswith("s")
            and before not in ("this", "was", "less", "perhaps", "takes", "lasts")
        )
    )


_BEFORE_RATE = frozenset("million billion bn mln m percent pct once twice % dlrs times hundred thousand least".split())


def read_set(phrase: Phrase, setting: Setting) -> Reading | None:
    """Every year, per week, daily, annual."""
    if adverb := phrase.word("adverb"):
        if phrase.tokens.texts[phrase.start][0].isupper() and setting.word(phrase.start - 1):
            return None  # the Daily News
        return Reading(_ADVERBS[adverb], Grain.SET)
    unit = unit_in(phrase)
    if not unit:
        return None
    amount = amount_in(phrase)
    return None if amount is None or amount > _MOST else Reading(iso(amount, unit), Grain.SET)


def read_bare_units(phrase: Phrase, setting: Setting) -> Reading | None:
    """For decades, in minutes: a length that is not told."""
    before = setting.word(phrase.start - 1)
    if before in ("just", "mere"):
        before = setting.word(phrase.start - 2)
    if before == "the":
        before = "the " if setting.word(phrase.start - 2) == "over" else ""
    if before not in ("for", "in", "within", "over", "after", "the "):
        return None
    return Reading(iso(None, unit_in(phrase)), Grain.VAGUE)


def read_span_of_time(phrase: Phrase, setting: Setting) -> Reading | None:
    """The past nine days, the next four years."""
    unit = unit_in(phrase)
    many = phrase.find(*_NUMBERS, "vague", "couple") >= 0
    amount = amount_in(phrase) if many else None
    if not unit or (amount is not None and amount > _MOST):
        return None
    return Reading(iso(amount, unit), Grain.DURATION if amount is not None else Grain.VAGUE)


def read_recent(phrase: Phrase, setting: Setting) -> Reading | None:
    """Recent years."""
    return Reading(iso(None, unit_in(phrase)), Grain.VAGUE)
