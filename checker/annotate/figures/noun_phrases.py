"""Noun phrases, read forwards with a list of words and a few rules: “179 new aerial refuelling tankers”."""

from __future__ import annotations

from checker.annotate.calendar_words import MONTHS, WEEKDAYS
from checker.annotate.figures.numerals import HYPHENS, SMALL, TENS
from checker.annotate.wordclass import (
    ADJECTIVE,
    ADVERB,
    FUNCTION,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    VERB,
    word_class,
)
from checker.tokens import Tokens

TIMES = frozenset(
    "second minute hour day week month year decade century night weekend fortnight morning evening afternoon "
    "millennium weekday midnight sec min hr yr mth".split()
)
"""What a length of time is measured in: such numbers are the business of dates."""

CALENDAR = WEEKDAYS | (MONTHS - {"may"}) | {"yesterday", "today", "tomorrow"}  # “may” is a verb far more often

_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife",
    "knives": "knife", "leaves": "leaf", "halves": "half", "wolves": "wolf", "thieves": "thief", "feet": "foot",
    "teeth": "tooth", "mice": "mouse", "geese": "goose", "oxen": "ox", "criteria": "criterion", "media": "media",
    "phenomena": "phenomenon", "crises": "crisis", "bases": "base", "analyses": "analysis", "buses": "bus",
    "gases": "gas", "viruses": "virus", "series": "series", "species": "species", "news": "news", "means": "means",
    "calves": "calf", "shelves": "shelf", "loaves": "loaf", "lenses": "lens", "millennia": "millennium",
    "aircraft": "aircraft", "movies": "movie", "cookies": "cookie", "ties": "tie", "zombies": "zombie",
    "calories": "calorie", "selfies": "selfie", "rookies": "rookie", "lies": "lie", "pies": "pie", "statuses": "status",
    "bonuses": "bonus", "campuses": "campus", "censuses": "census", "surpluses": "surplus", "choruses": "chorus",
    "houses": "house", "headquarters": "headquarters", "barracks": "barracks", "crossroads": "crossroads",
}  # fmt: skip
_SINGULAR_S = ("ss", "us", "is", "ics")

# Nouns that a number above one may stand before without a plural ending.
_INVARIABLE = frozenset(
    "aircraft series species headquarters premises spacecraft hovercraft staff police personnel sheep fish crew "
    "cattle livestock deer offspring youth dead wounded injured missing homeless unemployed poor infantry cavalry "
    "horsepower faithful elderly salmon clergy kin".split()
)
# A plural that goes on as a modifier: two sports cars, five sales managers.
_MODIFYING_PLURALS = frozenset(
    "sports sales arms news customs savings goods systems operations communications affairs services securities "
    "human resources weapons drugs rights games".split()
)
_AUXILIARIES = frozenset(("is", "was", "has", "does"))
_ALONE = frozenset("person man woman child boy girl".split())  # nouns that hardly modify another
_TABULAR = frozenset("vs versus pct mln bln dlrs cts shr shrs qtr qtly avg revs".split())  # tables of wire copy
_REACH = 8  # tokens that a phrase may take
_POSSESSIVE = "P"
_QUOTES = frozenset("“”\"‘’'")


def singular(word: str) -> str:
    """The singular of a noun in lower case."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 3 or not word.endswith("s") or word.endswith(_SINGULAR_S):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("oes") and word not in ("shoes", "toes", "foes"):
        return word[:-2]
    return word[:-1]


def noun_head(tokens: Tokens, at: int, stop: int, plural: bool) -> tuple[int, str] | None:
    """Where the head of the noun phrase that begins at `at` stands, and its singular.

    With `plural` the head must be one, or a noun that is its own plural.
    """
    head = noun = -1  # the best head so far, and the last noun seen
    last, current = min(stop, at + _REACH), at
    while current < last:
        if (model := _behind_models(tokens, current, last)) > current:
            return model - 1, "".join(tokens.lower[current : model - 1])
        if not tokens.texts[current][0].isalpha():
            if not _is_inside(tokens, at, current, last):
                break
            current += 1
            continue
        kind = _kind(tokens, current, plural and head < 0, noun)
        if kind == PLURAL:
            head = noun = current
            if not _goes_on(tokens, current, last):
                break
        elif kind == NOUN:
            noun = current
            head = head if plural else current
            if tokens.lower[current] in _ALONE and not plural:
                break
        elif kind != _POSSESSIVE and not _modifies(tokens, at, current, last, kind, noun):
            break
        current += 1
    return None if head < 0 else (head, _in_singular(tokens, head, plural))


def _behind_models(tokens: Tokens, at: int, last: int) -> int:
    """The token behind models counted by their number: 777s, A320s; `at` itself when none stand there."""
    digits = at + (len(tokens.texts[at]) == 1 and tokens.texts[at].isupper())
    if digits + 1 >= last or not tokens.texts[digits].isdecimal() or tokens.texts[digits + 1] != "s":
        return at
    return digits + 2 if all(tokens.starts[near] == tokens.ends[near - 1] for near in range(at + 1, digits + 2)) else at


def _in_singular(tokens: Tokens, head: int, plural: bool) -> str:
    word = tokens.lower[head].removesuffix("’").removesuffix("'")
    text = tokens.texts[head]
    if not plural and text[0].isupper() and word not in _IRREGULAR and not text[:-1].isupper():
        return word  # a name, which may well end in s
    return singular(word)


def _kind(tokens: Tokens, at: int, plural: bool, noun: int) -> str:
    """The class of the word at `at` behind a number; `noun` is the last noun before it, or -1."""
    text, word = tokens.texts[at], tokens.lower[at]
    if len(text) == 1 and tokens.texts[at + 1 : at + 2] == ["-"] and at + 2 < len(tokens) and _joined(tokens, at + 1):
        return ADJECTIVE  # e-mail, x-ray
    if len(text) == 1 or word in _TABULAR:
        return FUNCTION
    if word in ("and", "or") and noun < 0 and at + 1 < len(tokens) and _adds_adjective(tokens, at):
        return ADJECTIVE
    if word[-2:] in ("'s", "’s") or (word[-1] == "s" and tokens.texts[at + 1 : at + 2] in (["'"], ["’"])):
        return _POSSESSIVE
    if text.isupper():
        return NOUN  # US, GDP, IT
    if (word in SMALL or word in TENS) and tokens.lower[at - 1][-2:] in ("'s", "’s"):
        return ADJECTIVE  # two of the firm's five directors
    if word in CALENDAR and (text[0].isupper() or word in ("yesterday", "today", "tomorrow")):
        return FUNCTION
    if word in _INVARIABLE:
        return PLURAL if noun >= 0 or tokens.texts[at][0].islower() else NOUN
    kind = word_class(word)
    if kind == VERB and plural and word[-1] == "s" and word not in _AUXILIARIES:
        return PLURAL  # 19 runs, three rate rises: behind a number a verb would have no s
    if text[0].isupper() and kind in (VERB, PAST) and noun < 0:
        return NOUN
    return kind


def _adds_adjective(tokens: Tokens, at: int) -> bool:
    """Whether the “and” at `at` joins two adjectives before a noun: civil and military, coal- and gas-fired."""
    before, after = tokens.lower[at - 1], tokens.lower[at + 1]
    if before in HYPHENS:
        return after.isalpha()
    return word_class(before) == word_class(after) == ADJECTIVE


def _is_inside(tokens: Tokens, at: int, current: int, last: int) -> bool:
    """Whether a mark or number does not end the phrase: the hyphen of mid-size, the 787 of a make,
    the marks of “unbound” delegates."""
    text, before = tokens.texts[current], tokens.lower[current - 1]
    if text in HYPHENS:
        if current + 1 < last and tokens.lower[current + 1] in ("and", "or"):
            return tokens.starts[current] == tokens.ends[current - 1]
        return current + 1 < last and _joined(tokens, current)
    if text in _QUOTES:
        return current + 1 < last and (current == at or tokens.texts[current - 2] in _QUOTES)
    if current == at or not text.isdecimal():
        return False
    return tokens.texts[current - 1][0].isupper() or before in HYPHENS or before[-2:] in ("'s", "’s")


def _joined(tokens: Tokens, at: int) -> bool:
    return tokens.starts[at] == tokens.ends[at - 1] and tokens.starts[at + 1] == tokens.ends[at]


def _goes_on(tokens: Tokens, at: int, last: int) -> bool:
    """Whether the plural at `at` is a modifier of what follows."""
    if at + 1 >= last or not tokens.texts[at + 1][0].isalpha():
        return False
    kind = word_class(tokens.lower[at + 1])
    if tokens.texts[at][0].isupper() and tokens.lower[at] not in _IRREGULAR:
        return kind == PLURAL and tokens.texts[at + 1][0].islower()  # Texas men
    if kind == PLURAL and tokens.lower[at] not in _IRREGULAR:
        return True  # teachers unions
    return tokens.lower[at] in _MODIFYING_PLURALS and kind == NOUN


def _modifies(tokens: Tokens, at: int, current: int, last: int, kind: str, noun: int) -> bool:
    """Whether an adjective, participle or adverb belongs to a noun still to come."""
    if kind in (FUNCTION, VERB, PAST):
        return False
    hyphened = current > at and tokens.texts[current - 1] in HYPHENS
    if noun >= 0 and not hyphened and (kind != ADJECTIVE or tokens.texts[noun][0].islower()):
        return False
    if kind == ADVERB and not hyphened:
        return current + 1 < last and word_class(tokens.lower[current + 1]) in (ADJECTIVE, PARTICIPLE, GERUND)
    return True
