"""The words that dates are made of: every token gets a class, written as one letter."""

from __future__ import annotations

import re

from checker.annotate.dates.calendar import MONTHS, SEASONS, WEEKDAYS
from checker.tokens import Tokens

CARDINALS = (
    {"single": 1}
    | {
        word: value
        for value, word in enumerate(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen twenty".split(),
            1,
        )
    }
    | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
)

ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
} | {"final": 4}

UNITS = {
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "2W",
    "month": "M",
    "year": "Y",
    "decade": "10Y",
    "century": "100Y",
    "millennium": "1000Y",
}
"""Units of time in the singular, as ISO 8601 writes a duration of one of them."""

_LETTERS = {
    name: chr(at)
    for at, name in enumerate(
        "other month shortmonth weekday shortday day high year four number dotclock dotted daycommayear suffix ess "
        "comma stop hyphen dash slash colon quote open close the a of to and or between present onward cardinal "
        "ordinal unit units quarter quarters half weekend long old vague filler last past next this same ago "
        "earlier before later after today daypart night part edge season q meridiem zone every adverb recent couple "
        "plus gmt oclock".split(),
        0xE000,  # private use: no letter of a class is special in a regular expression
    )
}


def letter(name: str) -> str:
    """The letter of a class of words."""
    return _LETTERS[name]


def _lexicon() -> dict[str, str]:
    words = {
        "weekday": "monday tuesday wednesday thursday friday saturday sunday",
        "shortday": " ".join(name for name in WEEKDAYS if not name.endswith("day")),
        "month": " ".join(name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"}),
        "shortmonth": "jan feb mar apr jun jul aug sept sep oct nov dec",
        "the": "the",
        "a": "a an",
        "of": "of",
        "to": "to until till through thru",
        "and": "and",
        "or": "or",
        "between": "between",
        "present": "present now",
        "onward": "onward onwards",
        "cardinal": " ".join(CARDINALS),
        "ordinal": " ".join(ORDINALS),
        "unit": " ".join(unit for unit in UNITS if unit != "night"),
        "units": " ".join(unit + "s" for unit in UNITS if unit != "century") + " centuries seconds millennia yrs hrs",
        "quarter": "quarter",
        "quarters": "quarters",
        "half": "half",
        "weekend": "weekend",
        "long": "long",
        "old": "old olds",
        "vague": "several few many some numerous",
        "couple": "couple",
        "filler": "straight consecutive full trading more additional extra whole working successive calendar further "
        "solid business school fiscal financial",
        "last": "last previous preceding prior",
        "past": "past",
        "next": "next coming following upcoming",
        "this": "this current",
        "same": "same that",
        "ago": "ago",
        "earlier": "earlier previously",
        "before": "before",
        "later": "later",
        "after": "after afterwards",
        "today": "today tonight yesterday tomorrow",
        "daypart": "morning afternoon evening lunchtime",
        "night": "night",
        "part": "early late mid",
        "edge": "beginning start end middle close",
        "season": " ".join(SEASONS),
        "q": "q",
        "meridiem": "am pm a.m. p.m.",
        "zone": "bst et est edt ct cst cdt mt mst mdt pt pst pdt cet cest msk ist jst aest aedt eet eest wib",
        "gmt": "gmt utc",
        "every": "every each per",
        "adverb": "daily weekly monthly quarterly annual annually yearly hourly nightly",
        "recent": "recent",
        "suffix": "st nd rd th",
        "ess": "s",
        "comma": ",",
        "stop": ".",
        "hyphen": "- ‐ ‑ – —",
        "slash": "/",
        "colon": ":",
        "quote": "' ’ ‘ `",
        "open": "( [",
        "close": ") ]",
        "plus": "+ −",
        "oclock": "o'clock o’clock",
    }
    return {word: _LETTERS[name] for name, listed in words.items() for word in listed.split()}


_WORDS = _lexicon()
_OTHER = _LETTERS["other"]

# Common words or names when they stand in lower case: no month then.
_NEEDS_CAPITAL = frozenset("may march august mar dec jan sun sat mon wed".split())
_CAREFUL = frozenset(
    _LETTERS[name]
    for name in "month shortmonth shortday zone suffix ess stop hyphen slash colon quote q gmt meridiem".split()
)
_GLUED = {name: _LETTERS[name] for name in ("suffix", "ess", "stop", "slash", "colon")}
_GLUED_LETTERS = frozenset(_GLUED.values())
_CAPITAL = frozenset(_LETTERS[name] for name in ("month", "shortmonth", "shortday", "zone", "gmt"))

_POSSESSIVE = ("'s", "’s")
_MAY_POSSESS = frozenset(_LETTERS[name] for name in "month weekday unit night today quarter weekend season".split())

_BEFORE_OPAQUE = frozenset("$£€¥₹#%.,@_&=+*")
_AFTER_DIGITS = frozenset("st nd rd th s am pm a.m. p.m. gmt utc t bst".split())
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)")
_DOT_CLOCK = re.compile(r"\d{1,2}\.\d\d")
_DAY_COMMA_YEAR = re.compile(r"\d{1,2},(?:1[6-9]|20)\d\d")


def classify(tokens: Tokens, text: str) -> str:
    """One letter a token, in order."""
    known = _WORDS.get
    letters: list[str] = []
    add = letters.append
    for at, word in enumerate(tokens.lower):
        found = known(word)
        if found is None and word[-2:] in _POSSESSIVE:
            found = known(word[:-2])
            found = found if found in _MAY_POSSESS else None
        if found is None:
            add(_number(tokens, at, text) if "0" <= word[0] <= "9" else _OTHER)
        elif found in _CAREFUL:
            add(_careful(tokens, at, found))
        else:
            add(found)
    return "".join(letters)


def _careful(tokens: Tokens, at: int, found: str) -> str:
    """The class of a token that depends on how it is written or what it is glued to."""
    word, written = tokens.lower[at], tokens.texts[at]
    if found in _CAPITAL:
        lower_case = written[0].islower() and (word in _NEEDS_CAPITAL or found != _LETTERS["month"])
        return _OTHER if lower_case else found
    glued_left = at > 0 and tokens.ends[at - 1] == tokens.starts[at]
    if found in _GLUED_LETTERS:
        return found if glued_left else _OTHER
    glued_right = at + 1 < len(tokens) and tokens.starts[at + 1] == tokens.ends[at]
    if found == _LETTERS["hyphen"]:
        glued = glued_left and glued_right and written != "—"
        return found if glued else _LETTERS["dash"]
    if found in (_LETTERS["quote"], _LETTERS["q"]):
        return found if glued_right or glued_left else _OTHER
    return found


def _number(tokens: Tokens, at: int, text: str) -> str:
    """The class of a token of digits; those with a currency sign or a letter glued to them are no part of a date."""
    digits, start, end = tokens.texts[at], tokens.starts[at], tokens.ends[at]
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1]
    if before.isalnum() and tokens.lower[at - 1] not in ("q", "t"):
        return _OTHER  # M1, A320
    if before in _BEFORE_OPAQUE and not _is_tied(tokens, at):
        return _LETTERS["number"]
    if after.isalpha() and tokens.lower[at + 1] not in _AFTER_DIGITS:
        return _LETTERS["number"]
    if after == "%" or not digits.isascii():
        return _LETTERS["number"]
    return _LETTERS[_digits(digits)]


def _is_tied(tokens: Tokens, at: int) -> bool:
    """Whether the mark before a number belongs to what stands before it: Sept.11, GMT +8."""
    if at < 2:
        return False
    mark, word = tokens.lower[at - 1], tokens.lower[at - 2]
    return (mark == "." and word in MONTHS) or (mark == "+" and word in ("gmt", "utc"))


def _digits(digits: str) -> str:
    """The name of the class of a token of ASCII digits and separators."""
    if digits.isdigit():
        if len(digits) <= 2:
            return "day" if 1 <= int(digits) <= 31 else "high"
        if len(digits) == 4:
            return "year" if "1600" <= digits <= "2099" else "four"
        return "number"
    if _DOT_CLOCK.fullmatch(digits):
        return "dotclock"
    if _DOTTED.fullmatch(digits):
        return "dotted"
    return "daycommayear" if _DAY_COMMA_YEAR.fullmatch(digits) else "number"
