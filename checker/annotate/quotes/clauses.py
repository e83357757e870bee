"""The clause of what is said: where it begins behind its verb, and whether it is a clause at all."""

from __future__ import annotations

from checker.annotate.cues import clausal
from checker.annotate.quotes.function_words import (
    CONJUNCTIONS,
    CONTRACTIONS,
    DAYS,
    DETERMINERS,
    JOINING,
    PERSONAL,
    PLACING,
    is_capital,
)
from checker.annotate.quotes.narration import QUOTATION, Narration
from checker.annotate.quotes.phrases import phrase_from
from checker.annotate.wordclass import PARTICIPLE, PAST, VERB, word_class

_FINITE = frozenset(
    "is are was were has have had do does did will would can could may might must should isn't isn’t aren't aren’t "
    "wasn't wasn’t weren't weren’t hasn't hasn’t haven't haven’t hadn't hadn’t doesn't doesn’t don't don’t didn't "
    "didn’t won't won’t wouldn't wouldn’t can't can’t cannot couldn't couldn’t shouldn't shouldn’t there's there’s "
    "that's that’s".split()
)
_DETACHED = frozenset("who which that whose where when to".split())
"""What a verb behind is no main verb after: “a bridge that closed”, “to close”."""
_NO_VERB_BEHIND = _DETACHED | DETERMINERS
_RELATIVE = frozenset("who which that".split())
_SUBJECTS = PERSONAL | frozenset("there this these those it one nobody everyone everybody somebody someone".split())
_HEARERS = frozenset("me us him her them it you".split())
_QUESTIONS = frozenset("whether if why how what who when where".split())
_SHORTLY = 9  # words in which a clause without “that” must show its verb
_CHAIN = 3  # words from a verb to where another one begins: “has fallen”, “has since fallen” are one
_FURTHEST = 40  # words in which any clause must
_ASIDE_LONGEST = 12  # words between a verb and its “that”
_TIMES_AND_PLACES = JOINING | {"during", "after", "before", "through", "outside"}
_TELLING = frozenset(
    form
    for stem in ("tell", "assure", "remind", "warn", "inform", "caution", "advise", "notify")
    for form in (stem, stem + "s", stem + ("d" if stem[-1] == "e" else "ed"), stem.rstrip("e") + "ing")
) | {"told"}
"""Verbs that may have a hearer of any kind between them and their clause."""
_LATER = frozenset("on late early last this next earlier later in at the".split())


def has_verb(told: Narration, first: int, stop: int, reach: int = _FURTHEST) -> bool:
    """Whether the words have a verb of their own, not only one of a relative clause or an infinitive."""
    wanted, last = 1, -_CHAIN
    for at in range(first, min(stop, first + reach)):
        if told.lower[at] in _RELATIVE and at > first:
            wanted = 2
        elif at - last >= _CHAIN and _is_finite(told, at, first):
            wanted, last = wanted - 1, at
            if not wanted:
                return True
    return False


def _is_finite(told: Narration, at: int, first: int) -> bool:
    lower = told.lower[at]
    if lower in _FINITE or lower in CONTRACTIONS:
        return True
    if at == first or not told.words[at].islower() or told.lower[at - 1] in _NO_VERB_BEHIND:
        return False
    kind = word_class(lower)
    return kind in (VERB, PAST) or (kind == PARTICIPLE and told.words[at - 1][0].isalnum())


def wants_more(told: Narration, last: int) -> bool:
    """Whether a clause cannot end at the word: The pier was | , Lee said, old."""
    lower = told.lower[last]
    return lower in _FINITE or lower in PLACING or lower in DETERMINERS or lower in ("to", "that")


def clause_behind(told: Narration, verb: int, stop: int) -> int | None:
    """Where the clause begins that the verb at `verb` reports; None where what follows is something else."""
    at = _behind_adverb(told, verb + 1, stop)
    if at >= stop or told.words[at] in (",", ":", ";", QUOTATION):
        return None
    if (that := _that(told, verb, at, stop)) is not None:
        return that + 1 if has_verb(told, that + 1, stop) else None
    lower = told.lower[verb]
    if lower.startswith("ask"):
        return at if told.lower[at] in _QUESTIONS else None
    if lower not in clausal():
        return None
    if lower in ("tell", "tells", "told", "telling"):
        return _behind_hearer(told, verb, at, stop)
    at = _behind_day(told, at, stop)
    lenient = lower in ("said", "says", "say", "saying")
    return at if at < stop and _opens_clause(told, at, stop, lenient) else None


def _behind_adverb(told: Narration, at: int, stop: int) -> int:
    if at < stop and told.lower[at] == "out":  # pointed out that
        at += 1
    while at < stop and (told.lower[at].endswith("ly") or told.lower[at] in ("also", "again", "then", "later")):
        at += 1
    return at


def _that(told: Narration, verb: int, first: int, stop: int) -> int | None:
    """The “that” of a clause, straight behind the verb or behind whom it is told to, when and where."""
    if told.lower[first] == "that":
        return first if _opens_what_is_said(told, first, stop) else None
    for at in range(first + 1, min(stop, first + _ASIDE_LONGEST)):
        word = told.lower[at]
        if word == "that" and told.words[at - 1] != ",":
            return at if _is_aside(told, verb, first, at) and _opens_what_is_said(told, at, stop) else None
        if word in _FINITE or word == QUOTATION or told.words[at] in (":", ";"):
            return None
    return None


def _opens_what_is_said(told: Narration, that: int, stop: int) -> bool:
    """Whether a subject follows: not “said that was wrong”, “told them after the meeting that was held on a boat”."""
    return that + 1 < stop and told.lower[that + 1] not in _FINITE


def _is_aside(told: Narration, verb: int, first: int, stop: int) -> bool:
    """Whether the words only say to whom, when or where: told reporters on Monday, said in a statement."""
    at = first
    if (hearer := _hearer(told, verb, at, stop)) is not None:
        at = hearer
    while at < stop:
        behind = _behind_day(told, at, stop)
        if behind == at and told.lower[at] in _TIMES_AND_PLACES and (phrase := phrase_from(told, at + 1, stop)):
            behind = phrase.last
        if behind == at:
            return False
        at = behind
    return True


def _hearer(told: Narration, verb: int, at: int, stop: int) -> int | None:
    """The place behind whom it is told to, if the words at `at` can be heard by somebody."""
    if told.lower[at] in _HEARERS:
        return at + 1
    hearer = phrase_from(told, at, stop)
    if hearer is None or (told.lower[verb] not in _TELLING and not is_capital(told.words[at])):
        return None
    return hearer.last


def _behind_hearer(told: Narration, verb: int, at: int, stop: int) -> int | None:
    """Where the clause begins behind whom it is told to: told reporters | the bridge would close."""
    hearer = _hearer(told, verb, at, stop)
    if hearer is None:
        return None
    at = _behind_day(told, at, stop)
    return at if at < stop and _opens_clause(told, at, stop, False) else None


def _behind_day(told: Narration, at: int, stop: int) -> int:
    """The place behind “Monday”, “on Monday morning”, “late last week”."""
    first = at
    while at < stop and told.lower[at] in _LATER:
        at += 1
    if at >= stop or told.lower[at] not in DAYS:
        return first
    while at < stop and (told.lower[at] in DAYS or told.words[at].isdigit()):
        at += 1
    return at


def _opens_clause(told: Narration, at: int, stop: int, lenient: bool) -> bool:
    """Whether a clause begins at the word: a subject, and soon its verb."""
    word, lower = told.words[at], told.lower[at]
    if lower in _SUBJECTS or lower in CONTRACTIONS:
        return has_verb(told, at, stop, _FURTHEST if lenient else _SHORTLY)
    if lower in JOINING or not word[0].isalnum() or lower in ("to", "as", "so", "no", "nothing", "little", "yes"):
        return False
    if not lenient and not (is_capital(word) or lower in DETERMINERS):
        return False
    subject = phrase_from(told, at, stop)
    if subject is None:
        return False
    return has_verb(told, at, stop) if lenient else _has_own_verb(told, subject.last, stop)


def _has_own_verb(told: Narration, first: int, stop: int) -> bool:
    """Whether the verb of a subject that ends before `first` comes before anything that hangs on the subject."""
    for at in range(first, min(stop, first + _SHORTLY)):
        lower = told.lower[at]
        if lower in _DETACHED or lower in CONJUNCTIONS or lower in PERSONAL or not lower[0].isalnum():
            return False
        if lower in _FINITE or word_class(lower) in (VERB, PAST):
            return True
    return False
