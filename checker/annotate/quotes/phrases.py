"""The noun phrase that ends or begins at a word: who stands beside a verb of speech."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.names.words import PARTICLES
from checker.annotate.quotes.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    CONTRACTIONS,
    DAYS,
    DETERMINERS,
    JOINING,
    OPENING,
    PERSONAL,
    PLACING,
    PRONOUNS,
    is_capital,
)
from checker.annotate.quotes.narration import QUOTATION, Narration
from checker.annotate.wordclass import ADVERB, FUNCTION, GERUND, PARTICIPLE, PAST, VERB, word_class

FURTHEST = 60
"""How many words are looked at, however long a sentence is."""

_BEHIND_VERBS = JOINING | {"that"}


class Phrase(NamedTuple):
    """Words `first` up to `last` of a narration."""

    first: int
    last: int


def phrase_ending(told: Narration, last: int, floor: int) -> Phrase | None:
    """The noun phrase whose last word is at `last`."""
    floor = max(floor, last - FURTHEST)
    word, lower = told.words[last], told.lower[last]
    if word == QUOTATION or not (word[0].isalnum() or word in ("%", ".")):
        return None
    if lower in PRONOUNS or lower in CONTRACTIONS:
        return Phrase(last, last + 1)
    if last == floor and (lower in AUXILIARIES or lower in OPENING):
        return None
    if word == ".":  # “Smith Jr.”
        if last - 1 < floor or told.ends[last - 1] != told.starts[last]:
            return None
        last -= 1
    if is_capital(told.words[last]):
        return _with_head(told, _run_start(told, last, floor), last + 1, floor)
    first = _nominal_start(told, last, floor)
    return _with_head(told, first, last + 1, floor) if first is not None else None


def _run_start(told: Narration, last: int, floor: int) -> int:
    """Where the run of capitalised words that ends at `last` begins."""
    at = last
    while at > floor:
        before = at - 1
        if _is_in_name(told, before, floor):
            at = before
        elif before > floor and _joins_names(told, before) and is_capital(told.words[before - 1]):
            at = before - 1
        else:
            break
    return at


def _is_in_name(told: Narration, at: int, floor: int) -> bool:
    """Whether the capitalised word at `at` belongs to the name behind it: not “But”, “Monday”, an opening “In”."""
    lower = told.lower[at]
    if not is_capital(told.words[at]) or lower in CONJUNCTIONS or lower in DAYS:
        return False
    return not (at == floor and (lower in JOINING or lower in AUXILIARIES))


def _joins_names(told: Narration, at: int) -> bool:
    """Whether the word at `at` stands inside names: a particle, a hyphen, the full stop of “Mr.”."""
    word = told.words[at]
    if word == ".":
        return told.ends[at - 1] == told.starts[at]
    return word in ("-", "&", "'", "’") or told.lower[at] in PARTICLES


def _nominal_start(told: Narration, last: int, floor: int) -> int | None:
    """Where the phrase of common nouns that ends at `last` begins: the determiner if there is one."""
    if word_class(told.lower[last]) in (FUNCTION, VERB, PAST, GERUND) and told.lower[last] not in DETERMINERS:
        return None
    at = last
    while at > floor:
        lower, word = told.lower[at - 1], told.words[at - 1]
        if lower in DETERMINERS:
            return at - 1
        if _is_hyphen(told, at - 1, floor):
            at -= 2  # fly-half
            continue
        if _is_hyphen(told, at - 2, floor):
            at -= 1  # phone-tap trials
            continue
        if word in ("-", "&") or (word == "." and is_capital(told.words[at - 2])):
            at -= 1
            continue
        if not word[0].isalnum() or lower in JOINING or lower in CONJUNCTIONS or lower in PRONOUNS:
            break
        if not is_capital(word) and word_class(lower) in (FUNCTION, VERB, PAST):
            break
        at -= 1
    return at


def _is_hyphen(told: Narration, at: int, floor: int) -> bool:
    """Whether the word at `at` joins two words."""
    if at <= floor or told.words[at] != "-" or at + 1 >= len(told):
        return False
    return (
        told.ends[at - 1] == told.starts[at] and told.ends[at] == told.starts[at + 1] and told.words[at - 1].isalnum()
    )


def _with_head(told: Narration, first: int, last: int, floor: int) -> Phrase:
    """The phrase with what it hangs on: “Coastal” in “a lawyer for Coastal” gives the lawyer."""
    start = _with_determiner(told, first, floor)
    for _ in range(3):
        before = start - 1
        if before <= floor or told.lower[before] not in PLACING:
            break
        noun = _before_brackets(told, before - 1, floor)
        if word_class(told.lower[noun]) == GERUND and noun > floor and not is_capital(told.words[noun]):
            noun -= 1  # protesters marching through the streets
        if told.lower[noun] in PERSONAL:
            return Phrase(noun, noun + 1)  # “he on Tuesday”
        if not told.words[noun][0].isalnum() or told.lower[noun] in PRONOUNS:
            break
        found = _run_start(told, noun, floor) if is_capital(told.words[noun]) else _nominal_start(told, noun, floor)
        if found is None:
            break
        start = _with_determiner(told, found, floor)
    return Phrase(start, last)


def _before_brackets(told: Narration, at: int, floor: int) -> int:
    """The word before “(BfG)” if the word at `at` ends one, else that word."""
    if told.words[at] != ")":
        return at
    return next((index - 1 for index in range(at - 1, floor, -1) if told.words[index] == "("), at)


def _with_determiner(told: Narration, first: int, floor: int) -> int:
    return first - 1 if first > floor and told.lower[first - 1] in DETERMINERS - {"that"} else first


def phrase_from(told: Narration, first: int, stop: int) -> Phrase | None:
    """The noun phrase that begins at `first`, as after an inverted verb: “said Grant Dean, chair of …”."""
    at, stop = first, min(stop, first + FURTHEST)
    while at < stop and told.lower[at] in ("also", "then", "later", "again", "again,", "yesterday"):
        at += 1
    if at >= stop:
        return None
    word, lower = told.words[at], told.lower[at]
    if lower in PERSONAL or lower in CONTRACTIONS:
        return Phrase(at, at + 1)
    if lower in PRONOUNS and (lower not in DETERMINERS or at + 1 == stop or not told.words[at + 1][0].isalnum()):
        return Phrase(at, at + 1) if lower not in ("that", "this", "these", "those") else None
    if lower in DAYS or not word[0].isalnum() or lower in JOINING or lower in CONJUNCTIONS or lower == "that":
        return None
    last = at
    while last < stop and _goes_on(told, last, at):
        last += 1
    while last - at > 2 and last < stop and told.lower[last] in _BEHIND_VERBS and _is_past(told, last - 1):
        last -= 1  # an analysis published | by the bank
    if last == at or not (is_capital(word) or lower in DETERMINERS or _is_noun(told, last - 1)):
        return None
    return Phrase(at, last)


def _is_past(told: Narration, at: int) -> bool:
    return told.words[at].islower() and word_class(told.lower[at]) in (PARTICIPLE, PAST)


def _goes_on(told: Narration, at: int, first: int) -> bool:
    """Whether the word at `at` still belongs to the phrase that began at `first`."""
    word, lower = told.words[at], told.lower[at]
    if word == ".":
        return (
            told.starts[at] == told.ends[at - 1]
            and at + 1 < len(told)
            and is_capital(told.words[at + 1])
            and (len(told.words[at - 1]) <= 4 and is_capital(told.words[at - 1]))
        )
    if word in ("-", "&", "'", "’", "/"):
        return at > first
    if not word[0].isalnum() or word == QUOTATION:
        return False
    if lower in ("of", "for") or word in PARTICLES:
        return at > first
    if lower in DAYS and is_capital(word):
        return False
    if lower in DETERMINERS:
        return at == first or told.lower[at - 1] in ("of", "for")
    if lower in JOINING or lower in CONJUNCTIONS or lower in ("who", "which", "that", "during", "told", "said", "to"):
        return (
            lower == "and" and at + 1 < len(told) and is_capital(told.words[at + 1]) and is_capital(told.words[at - 1])
        )
    if is_capital(word) or word[0].isdigit():
        return True
    kind = word_class(lower)
    if kind == PARTICIPLE and at > first and is_capital(told.words[at - 1]):
        return False  # “Clinton touted”
    return kind not in (FUNCTION, VERB, PAST) and not (kind == ADVERB and at > first)


def _is_noun(told: Narration, at: int) -> bool:
    return is_capital(told.words[at]) or word_class(told.lower[at]) not in (FUNCTION, VERB, PAST, GERUND)
