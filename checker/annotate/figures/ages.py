"""Ages: 54-year-old, aged 54, Smith, 54, and the like."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.calendar_words import MONTHS, WEEKDAYS
from checker.annotate.figures.numerals import HYPHENS, Numeral
from checker.tokens import Tokens

_SPANS = {"year": "year", "years": "year", "yr": "year", "month": "month", "months": "month", "week": "week",
          "weeks": "week", "day": "day", "days": "day"}  # fmt: skip
_BEARERS = frozenset("man woman boy girl grandmother grandfather widow pensioner".split())
_OLDEST = 122
_GROWN = 15  # “Smith is 63,” is an age from here on; below, a score or a count is as likely
_NO_RANK = 10  # in brackets behind a name, smaller numbers are goals or places
_NO_SCORE = 3
_ADVERBS = frozenset("just only now nearly almost about".split())
_CLOSING = frozenset(",.;:)—–―")
_BEHIND_AGE = frozenset(". , ; ) — – when and years now today last this next on in but after at".split())
_PERSONS = frozenset("he she who i".split())
_NAMELESS = (
    WEEKDAYS
    | MONTHS
    | frozenset(
        "however meanwhile yesterday also chapter chapters section sections verse verses article articles no nos "
        "page pages channel channels".split()
    )
)


class Age(NamedTuple):
    """An age in tokens `first` up to `last`."""

    first: int
    last: int
    unit: str
    how: str


def age_at(tokens: Tokens, numeral: Numeral, start: int, stop: int) -> Age | None:
    """The age that `numeral` gives, if it gives one."""
    if numeral.low != numeral.high or not 0 <= numeral.low <= _OLDEST:
        return None
    return (
        _years_old(tokens, numeral, stop)
        or _aged(tokens, numeral, start, stop)
        or _apposed(tokens, numeral, start, stop)
        or _predicate(tokens, numeral, start, stop)
    )


def _years_old(tokens: Tokens, numeral: Numeral, stop: int) -> Age | None:
    """54-year-old, 54 years old, 54 years of age, six-month-old."""
    low, at = tokens.lower, numeral.last
    at += at < stop and low[at] in HYPHENS
    if at >= stop or low[at] not in _SPANS:
        return None
    unit, at = _SPANS[low[at]], at + 1
    at += at < stop and low[at] in HYPHENS
    if at < stop and low[at] in ("old", "olds"):
        return Age(numeral.first, at + 1, unit, "years old")
    if low[at : at + 2] == ["of", "age"] and at + 2 <= stop:
        return Age(numeral.first, at + 2, unit, "years old")
    return None


def _aged(tokens: Tokens, numeral: Numeral, start: int, stop: int) -> Age | None:
    """Aged 54, at age 54, at the age of 54."""
    before = tokens.lower[max(start, numeral.first - 3) : numeral.first]
    if numeral.low < 1 or (not numeral.in_words and numeral.place < 1):
        return None
    of_person = before[-1:] == ["of"] and len(before) > 1 and before[-2] in _BEARERS
    if before[-1:] in (["aged"], ["age"], ["ages"]) or before[-2:] == ["age", "of"] or of_person:
        unit, last = "year", numeral.last
        if last < stop and tokens.lower[last] in _SPANS:
            unit, last = _SPANS[tokens.lower[last]], last + 1
        return Age(numeral.first, last, unit, "aged")
    return None


def is_of_ages(tokens: Tokens, at: int, last: int, start: int, stop: int) -> bool:
    """Whether the range in tokens `at` to `last` is one of ages: aged 18 to 30, 18-24 year olds."""
    before = tokens.lower[max(start, at - 2) : at]
    if before[-1:] in (["aged"], ["age"], ["ages"]) or before in (["ages", "of"], ["age", "of"]):
        return True
    return behind_years_old(tokens, last, stop) > last or (last < stop and tokens.lower[last] in ("age", "aged"))


def behind_years_old(tokens: Tokens, at: int, stop: int) -> int:
    """The token behind “-year-olds” or “years old” at `at`; `at` itself when that does not stand there."""
    words = [near for near in range(at, min(stop, at + 4)) if tokens.texts[near] not in HYPHENS][:2]
    if (
        len(words) < 2
        or tokens.lower[words[0]] not in ("year", "years")
        or tokens.lower[words[1]] not in ("old", "olds")
    ):
        return at
    return words[1] + 1


def _apposed(tokens: Tokens, numeral: Numeral, start: int, stop: int) -> Age | None:
    """Smith, 54, said; Smith, now 54, said; Jane Smith (54)."""
    at, last, texts = numeral.first, numeral.last, tokens.texts
    if at - 2 < start or last >= stop or numeral.place != 1 or last != at + 1 or numeral.low < 1:
        return None
    mark = at - 2 if tokens.lower[at - 1] == "now" else at - 1
    if mark - 1 < start or not _is_name(tokens, mark - 1):
        return None
    follows = texts[last + 1] if last + 1 < stop else ""
    apposed = texts[mark] == "," and texts[last] in _CLOSING and not (texts[last] == "," and follows[:1].isdigit())
    full_name = mark - 2 >= start and texts[mark - 2][0].isupper()
    bracketed = texts[mark] == "(" and texts[last] == ")" and full_name and numeral.low >= _NO_RANK
    return Age(at, last, "year", "name and age") if apposed or bracketed else None


def _is_name(tokens: Tokens, at: int) -> bool:
    word = tokens.texts[at]
    if word in ("Jr", "Sr") or (word == "." and at and tokens.texts[at - 1] in ("Jr", "Sr")):
        return True
    return word[0].isupper() and len(word) > 1 and tokens.lower[at] not in _NAMELESS


def _predicate(tokens: Tokens, numeral: Numeral, start: int, stop: int) -> Age | None:
    """He is 54; she turned 80 last week; dies at 92."""
    at = numeral.first
    if _opens_with_age(tokens, numeral, start, stop):
        return Age(numeral.first, numeral.last, "year", "opening")
    if at - 1 > start and tokens.lower[at - 1] in _ADVERBS:
        at -= 1
    if at - 2 < start or numeral.low < _NO_SCORE or numeral.place not in (0, 1):
        return None
    behind = tokens.lower[numeral.last] if numeral.last < stop else "."
    if behind not in _BEHIND_AGE:
        return None
    subject, verb = tokens.lower[at - 2], tokens.lower[at - 1]
    person = subject in _PERSONS
    named = _is_name(tokens, at - 2) and numeral.low >= _GROWN and behind in (",", ".")
    of_born = subject == ")" and numeral.low >= _GROWN and behind in (",", ".", "and")
    is_age = (
        (verb in ("turned", "turns", "turning") and (person or named or (subject == "," and behind == "this")))
        or (verb in ("is", "was") and (person or named))
        or (verb == "is" and of_born)
        or (verb == "at" and subject in ("dies", "died", "dead"))
    )
    return Age(numeral.first, numeral.last, "year", "predicate") if is_age else None


def _opens_with_age(tokens: Tokens, numeral: Numeral, start: int, stop: int) -> bool:
    """At 54, Smith is the youngest; At 54, she is."""
    at, last = numeral.first, numeral.last
    if at <= start or tokens.texts[at - 1] != "At" or numeral.low < _GROWN or last + 2 >= stop:
        return False
    if tokens.texts[last] != "," or numeral.place not in (0, 1):
        return False
    return tokens.lower[last + 1] in _PERSONS or (
        _is_name(tokens, last + 1) and tokens.lower[last + 2] in ("is", "has", "was", "still")
    )
