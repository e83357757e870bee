"""The subject of a verb: auxiliaries, adverbs and parentheses passed over."""

from __future__ import annotations

from checker.annotate.quotes.function_words import (
    AUXILIARIES,
    CONTRACTIONS,
    DAYS,
    DETERMINERS,
    JOINING,
    OPENING,
    PERSONAL,
    is_capital,
)
from checker.annotate.quotes.narration import QUOTATION, Narration
from checker.annotate.quotes.phrases import FURTHEST, Phrase, phrase_ending, phrase_from

_TIME_WORDS = frozenset("on late early last this in of the that earlier same next late-night".split())
_LONGEST = 30  # words between a comma and the one that began the parenthesis
_PARENTHESES = 4  # of one subject


def subject_before(told: Narration, verb: int, floor: int) -> Phrase | None:
    """The subject of the verb at `verb`, not reaching before `floor`."""
    floor = max(floor, verb - FURTHEST)
    at = _to_subject(told, verb, floor)
    if at < floor:
        return None
    word = told.lower[at]
    if word in ("who", "which", "that") and at > floor:
        before = at - 1 - (told.words[at - 1] == ",")
        if before >= floor and told.words[before] not in (",", QUOTATION):
            return phrase_ending(told, before, floor) or Phrase(at, at + 1)
    return phrase_ending(told, at, floor)


def _to_subject(told: Narration, verb: int, floor: int) -> int:
    """The last word of the subject: auxiliaries, adverbs and parentheses before the verb passed over."""
    at = verb - 1
    jumps = 0
    while at >= floor:
        word, lower = told.words[at], told.lower[at]
        if lower in AUXILIARIES or (lower.endswith("ly") and word.islower() and len(word) > 4):
            at -= 1
        elif lower in DAYS and at > floor and not _is_name_part(told, at, floor):
            at = _before_time(told, at, floor)
        elif word == ")":
            at = _before_mark(told, at, floor, "(")
        elif word in ("—", "–", "-", "--") and (there := _before_mark(told, at, floor, word)) >= floor:
            at = there
        elif word == "," and jumps < _PARENTHESES:
            at = _before_parenthesis(told, at, floor)
            jumps += 1
        else:
            break
    return at


def _is_name_part(told: Narration, at: int, floor: int) -> bool:
    """Whether “May” stands behind a first name or a title."""
    return at > floor and is_capital(told.words[at - 1]) and told.lower[at - 1] not in DAYS and at - 1 > floor


def _before_time(told: Narration, at: int, floor: int) -> int:
    """The word before “on Monday”, “late last week”."""
    at -= 1
    while at > floor and (told.lower[at] in _TIME_WORDS or told.lower[at] in DAYS or told.words[at].isdigit()):
        at -= 1
    return at


def _before_mark(told: Narration, at: int, floor: int, mark: str) -> int:
    for before in range(at - 1, max(floor, at - _LONGEST) - 1, -1):
        if told.words[before] == mark:
            return before - 1
    return floor - 1


def _before_parenthesis(told: Narration, comma: int, floor: int) -> int:
    """The end of the phrase that the parenthesis before `comma` belongs to: Jane Smith, 54, of Leeds, said."""
    at = comma
    for _ in range(_PARENTHESES):
        opening = _before_comma(told, at, floor)
        if opening < floor:
            return comma - 1 if at == comma else at - 1
        at = opening
        if at - 1 >= floor and _may_head(told, at, floor):
            return at - 1
    return at - 1


def _before_comma(told: Narration, at: int, floor: int) -> int:
    for before in range(at - 1, max(floor, at - _LONGEST) - 1, -1):
        if told.words[before] in (",", QUOTATION):
            return before if told.words[before] == "," else floor - 1
    return floor - 1


def _may_head(told: Narration, comma: int, floor: int) -> bool:
    """Whether the phrase before `comma` can be what is explained: not “54”, “of Leeds”, “who ran”."""
    last = told.words[comma - 1]
    if last.isdigit() or last in (")",):
        return last == ")"
    before = _before_comma(told, comma, floor)
    first = told.lower[before + 1] if before >= floor else ""
    return not (
        before >= floor and (first in JOINING or first in ("who", "which", "whose", "aged") or first.endswith("ing"))
    )


def opening_subject(told: Narration, start: int, stop: int) -> Phrase | None:
    """The first pronoun or phrase that can be the subject of a sentence, opening adverbials passed over."""
    at, stop = start, min(stop, start + FURTHEST)
    while at < stop:
        word, lower = told.words[at], told.lower[at]
        if lower in PERSONAL or lower in CONTRACTIONS:
            return Phrase(at, at + 1)
        if at == start and lower in AUXILIARIES and at + 1 < stop and told.words[at + 1] != ",":
            at = start = at + 1  # “Once in my twenties, I …”
            continue
        if at == start or told.words[at - 1] == ",":
            if lower in ("but", "and", "yet", "so"):
                at += 1
                continue
            if lower in OPENING or lower in AUXILIARIES:
                at = behind_comma(told, at, stop)
                continue
        if (is_capital(word) or lower in DETERMINERS) and (phrase := phrase_from(told, at, stop)):
            return phrase
        at += 1
    return None


def behind_comma(told: Narration, at: int, stop: int) -> int:
    """The place behind the next comma, or behind a quotation that may have it inside."""
    for index in range(at, min(stop, at + FURTHEST)):
        if told.words[index] == "," or (told.words[index] == QUOTATION and index > at):
            return index + 1
    return stop
