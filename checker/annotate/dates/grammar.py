"""The closed grammar of dates: each rule is a pattern over the classes of words in `date_words`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.annotate.dates.words import classify, letter
from checker.tokens import Tokens

# Capitals stand for the parts below, small words for classes, !( for “not followed by”.
_PARTS = {
    "MONTH": "(month|shortmonth stop?)",
    "DAY": "(day|high) suffix?",
    "YEAR": "(comma? year | quote (day|high) !(quote))",
    "MDY": "MONTH the? (DAY YEAR? | daycommayear)",
    "DMY": "DAY of? MONTH YEAR?",
    "DATE": "(MDY|DMY)",
    "ISO": "year hyphen (day|high) hyphen (day|high)",
    "WEEKDAY": "(weekday|shortday stop?)",
    "NUMBER": "(day|high|number|dotclock|year|four|cardinal (hyphen? cardinal)?)",
    "AMOUNT": "(NUMBER|a|vague|a? couple of?|half a)",
    "UNIT": "(unit|quarter|night)",
    "DAYPART": "(daypart|night)",
    "UNITS": "(units|quarters)",
    "WHICH": "(last|past|next|this|same)",
    "NTH": "(ordinal | (day|high) suffix)",
    "THATYEAR": "(the? (filler? year | WHICH filler? unit | unit))",
}

# The first rule that fits at the leftmost place wins; longer forms come before the shorter ones they begin with.
_RULES: tuple[tuple[str, str], ...] = (
    ("iso date", "(year|four) hyphen (day|high) hyphen (day|high)"),
    ("numeric date", "(day|high) slash (day|high) slash (day|high|year) !(slash) | dotted"),
    (
        "weekday and date",
        "(WHICH|the last)? WEEKDAY DAYPART? (comma? (the? DATE|ISO) | open DATE close)"
        " | DATE (open WEEKDAY close | weekday | comma a weekday)",
    ),
    (
        "days of a month",
        "MONTH DAY (hyphen|dash|to) DAY !(of? MONTH|colon|meridiem|units) YEAR?"
        " | DAY (hyphen|dash|to|and|or) DAY of? MONTH YEAR?",
    ),
    ("date of a year", "DATE of? the? WHICH unit"),
    ("date", "DATE"),
    ("month of a year", "MONTH of? the? WHICH unit"),
    ("month and year", "(part hyphen? | edge hyphen)? MONTH (comma? year | of year | quote (day|high))"),
    (
        "quarter",
        "the? (NTH|last|this|next|same) hyphen? filler? quarter (of? (comma? year | THATYEAR))?"
        " | q day (of? comma? year)? | year q day",
    ),
    ("half", "the? (ordinal|last|this) hyphen? half of (year|THATYEAR)"),
    ("week of a date", "the? unit of MDY"),
    ("week of a month", "the? (NTH|last) unit of MONTH (comma? year)?"),
    ("season", "the? (part hyphen?)? (season of? comma? year | WHICH season)"),
    ("century", "(NTH | cardinal hyphen ordinal) hyphen? unit"),
    ("decade", "(part hyphen?)? quote? (day|high|year|four) quote? ess"),
    ("open range", "year ((hyphen|dash|to) present | onward)"),
    ("year range", "year (hyphen|slash|dash) (day|high|year) !(hyphen|slash) | year to year"),
    ("age", "(NUMBER|a) hyphen? (unit|units) hyphen? old"),
    (
        "ago",
        "filler? AMOUNT (and a half)? hyphen? filler? (unit|night|units|quarters|half a unit) (and a half)?"
        " (ago|earlier|later|before|after)",
    ),
    ("span of time", "the? (last|past|next|this) (NUMBER|vague|couple of?)? (and a half)? filler? (units|quarters)"),
    ("recent", "the? recent units"),
    ("duration", "AMOUNT (and (a half|half a))? hyphen? filler? (UNITS|UNIT) (and a half)? (hyphen? long)?"),
    ("duration", "unit (hyphen long)"),
    ("duration", "units hyphen long"),
    ("duration", "a? (half|quarter) hyphen unit"),
    ("set", "every (NUMBER|other)? (unit|night|units|quarter|weekday)"),
    (
        "edge of a time",
        "(the? edge of the? | part hyphen? | (later|earlier|part) (other the)?) WHICH"
        " (unit|quarter|weekend|month|season|weekday DAYPART?)",
    ),
    ("edge of a time", "the? edge of the (unit|quarter|weekend)"),
    ("edge of a time", "(later|earlier|part) other the unit"),
    (
        "same time",
        "the? same (unit|quarter|other) (of|other)? (a unit (ago|earlier) | the? (last|past|next|this) unit | year)",
    ),
    ("relative weekday", "(WHICH|the last) filler? weekday DAYPART?"),
    ("relative", "the? WHICH filler? (unit|quarter|weekend|month|DAYPART)"),
    ("edge of a year", "(the? edge of | (part|edge) hyphen?) year"),
    ("edge of a month", "(the? edge of | part hyphen? | edge hyphen) MONTH"),
    ("clock and day", "CLOCK comma? (today|weekday)"),
    ("clock", "CLOCK"),
    ("day word", "(earlier|later)? today DAYPART?"),
    ("weekend", "the weekend"),
    ("the day", "the unit"),
    ("the season", "the season"),
    ("set", "adverb"),
    ("weekday", "weekday DAYPART?"),
    ("month", "MONTH"),
    ("year", "year"),
    ("short year", "quote (day|high)"),
    ("bare units", "units"),
)

_PARTS["CLOCK"] = (
    "((day|high) colon (day|high) meridiem? ZONE? | (day|high) meridiem ZONE? | dotclock (meridiem ZONE?|ZONE)"
    " | (four|year) ZONE | day oclock ZONE?)"
)
_PARTS["ZONE"] = "(zone | open? gmt ((plus|hyphen|dash) day)? close? | open zone close)"


# What a phrase can begin with: a quick look that spares trying every rule at every word.
_FIRST = (
    "month shortmonth weekday shortday year four number dotclock dotted high quote vague couple q every adverb "
    "units today quarters"
)
_AFTER_THE = (
    "ordinal cardinal day number filler last past next this same recent part edge later earlier half unit quarter "
    "season weekend"
)
_AFTER_A = "unit quarter filler couple half"


class Phrase(NamedTuple):
    """Words that one rule of the grammar took: the tokens from `start` to `end`."""

    rule: str
    start: int
    end: int
    letters: str
    tokens: Tokens

    def find(self, *classes: str, after: int = 0) -> int:
        """The place, counted from the start of the phrase, of the first token of one of the classes; -1 if none."""
        wanted = {letter(name) for name in classes}
        for at in range(after, len(self.letters)):
            if self.letters[at] in wanted:
                return at
        return -1

    def has(self, name: str) -> bool:
        """Whether a token of that class is in it."""
        return letter(name) in self.letters

    def word(self, name: str) -> str:
        """The first token of that class in lower case; nothing if there is none."""
        at = self.letters.find(letter(name))
        return self.lower(at) if at >= 0 else ""

    def lower(self, at: int) -> str:
        """The token at a place counted from the start of the phrase, in lower case."""
        return bare(self.tokens.lower[self.start + at])

    def number(self, name: str) -> int | None:
        """The first token of that class of digits as a number."""
        at = self.letters.find(letter(name))
        return int(self.lower(at)) if at >= 0 else None


def bare(word: str) -> str:
    """A word without the ending of a possessive."""
    return word[:-2] if word[-2:] in ("'s", "’s") else word


class Scanner:
    """Finds one phrase after the other in the tokens of an article."""

    def __init__(self, tokens: Tokens, text: str) -> None:
        self._tokens = tokens
        self._letters = classify(tokens, text)
        self._search = _grammar().search

    def next(self, start: int, end: int) -> Phrase | None:
        """The first phrase that lies between two tokens."""
        match = self._search(self._letters, start, end)
        if match is None:
            return None
        return Phrase(_RULES[(match.lastindex or 1) - 1][0], match.start(), match.end(), match[0], self._tokens)


@cache
def _grammar() -> re.Pattern[str]:
    """All the rules as one expression, a group each."""
    after_the = "".join(map(letter, _AFTER_THE.split()))
    first = "".join(map(letter, _FIRST.split())) + after_the
    after_a = "".join(map(letter, _AFTER_A.split()))
    start = f"(?=[{first}]|{letter('the')}[{after_the}]|{letter('a')}[{after_a}])"
    return re.compile(start + "(?:" + "|".join(f"({_pattern(rule)})" for _, rule in _RULES) + ")")


def _pattern(rule: str) -> str:
    """The expression over letters that a rule stands for."""
    while re.search(r"[A-Z]{2,}", rule):
        rule = re.sub(r"[A-Z]{2,}", lambda match: f"({_PARTS[match[0]]})", rule)
    rule = rule.replace("!(", "(?!").replace(" ", " ")
    rule = re.sub(r"\((?!\?)", "(?:", rule)
    return re.sub(r"[a-z_]+", lambda match: letter(match[0]), rule).replace(" ", "")
