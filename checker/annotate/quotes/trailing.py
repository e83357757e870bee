"""Attributions behind what is said or inside it: …, she said; …, according to her; The pier, said Lee, would close."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.cues import clausal, speech_nouns
from checker.annotate.quotes.clauses import has_verb, wants_more
from checker.annotate.quotes.function_words import DAYS, OPENING, PLACING, is_capital
from checker.annotate.quotes.narration import Narration
from checker.annotate.quotes.phrases import Phrase, phrase_from
from checker.annotate.quotes.speakers import Attribution, attributed, source_at
from checker.annotate.wordclass import ADJECTIVE, word_class

SUBORDINATE = frozenset("if when as after before because although though while since until unless whereas".split())
CONNECTING = SUBORDINATE | frozenset("and but yet who which that whose where or".split())
_WHEN = frozenset("late early last this earlier later yesterday today during after before when".split())
_OPENERS = frozenset("but and yet so still however also instead now then".split())
_INVERTED = frozenset(
    "said says say added adds warned warns wrote writes argued argues argue reported reports explained explains "
    "claimed claims".split()
)
"""The verbs behind which a speaker may stand: …, said the mayor."""
_DASHES = frozenset("—–-")
_ADJUNCT_LONGEST = 12  # words between an attribution and the end of its sentence


class Report(NamedTuple):
    """Words `first` up to `stop` of a narration, which somebody is reported to have said."""

    first: int
    stop: int
    found: Attribution
    inserted: Phrase | None = None
    """The attribution, where it stands inside."""
    joint: bool = False
    """Whether two speak together, so that the speaker is no one person."""


def behind(told: Narration, at: int, stop: int) -> Report | None:
    """The whole sentence up to an attribution at its end: …, the council said; …, said Lee; …, according to Lee."""
    if told.lower[at] == "according":
        return _source_behind(told, at, stop)
    if not _may_close(told, at):
        return None
    if at > 1 and divides(told, at - 1) and (phrase := _inverted(told, at, stop)):
        return _up_to(told, at - 1, Attribution(phrase, told.words[at], "verb behind"))
    found = attributed(told, at, 0, "verb behind")
    if found is None or not _closes(told, at + 1, stop):
        return None
    opening = _opening(told, found, at)
    if opening > 1 and told.lower[opening] == "as":
        opening -= 1
    return _up_to(told, opening, found) if opening > 0 and divides(told, opening) else None


def _may_close(told: Narration, verb: int) -> bool:
    """Whether a verb may stand behind what is said."""
    lower = told.lower[verb]
    return (lower in clausal() and not lower.endswith("ing")) or lower in _INVERTED


def _inverted(told: Narration, verb: int, stop: int) -> Phrase | None:
    """The subject behind its verb: …, said the mayor, who has lived there for years."""
    phrase = phrase_from(told, verb + 1, stop) if told.lower[verb] in _INVERTED else None
    if phrase is None:
        return None
    rest = comma(told, phrase.last, stop) or stop
    return None if has_verb(told, phrase.first, rest) else phrase


def _opening(told: Narration, found: Attribution, verb: int) -> int:
    """The place before the subject of a verb; -1 where the verb is one of a relative clause."""
    if (
        found.speaker is None
        or found.bearer
        or not {"who", "which", "that"}.isdisjoint(told.lower[found.speaker.last : verb])
    ):
        return -1
    return found.speaker.first - 1


def _up_to(told: Narration, opening: int, found: Attribution) -> Report | None:
    """The report of the words before the mark at `opening`."""
    first = 1 if told.lower[0] in _OPENERS and opening > 1 else 0
    if told.words[first] == ",":
        first += 1
    if told.lower[first] in SUBORDINATE and "," not in told.words[first:opening]:
        return None  # When asked, he said.
    return Report(first, opening, found) if first < opening and has_verb(told, first, opening) else None


def _closes(told: Narration, at: int, stop: int) -> bool:
    """Whether nothing but to whom, when and where stands between a verb and the end of its sentence."""
    if at == stop:
        return True
    if told.words[at] == "," and at + 1 < stop and told.lower[at + 1].endswith("ing"):
        return True  # …, she said, adding that
    return _is_adjunct(told, at, stop) and "," not in told.words[at:stop]


def _is_adjunct(told: Narration, first: int, stop: int) -> bool:
    """Whether the words behind a verb only say to whom, when and where."""
    if first == stop:
        return True
    verb, lower = told.lower[first - 1], told.lower[first]
    if stop - first > _ADJUNCT_LONGEST or has_verb(told, first, stop):
        return False
    if lower in ("to", "of"):
        return verb in ("said", "says")
    return lower in DAYS or lower in _WHEN or lower in PLACING or lower.endswith("ly") or verb in ("told", "tells")


def _source_behind(told: Narration, at: int, stop: int) -> Report | None:
    found = _source(told, at, stop)
    if found is None or found.speaker is None or at < 2 or told.lower[at - 2] in CONNECTING:
        return None
    if divides(told, at - 1):
        there = comma(told, found.speaker.last, stop)
        return None if there and has_verb(told, there, stop) else _up_to(told, at - 1, found)
    last = found.speaker.last - 1
    if is_capital(told.words[last]) or told.lower[last] in speech_nouns():
        return _up_to(told, at, found)
    return None


def _source(told: Narration, at: int, stop: int) -> Attribution | None:
    """According to whom; None where the phrase is cut short: according to complete but unofficial returns."""
    found = source_at(told, at, stop)
    if found is None or found.speaker is None:
        return None
    last = found.speaker.last - 1
    return None if told.words[last].islower() and word_class(told.lower[last]) == ADJECTIVE else found


def inserted_in(told: Narration, at: int, start: int, stop: int) -> Report | None:
    """The words around an attribution between two commas: The bridge, she said, would close."""
    if told.lower[at] == "according":
        found = _source(told, at, stop)
        opening = at - 1
        closing = comma(told, found.speaker.last, stop) if found and found.speaker else None
    elif phrase := _inserted_inverted(told, at, start, stop):
        found = Attribution(phrase, told.words[at], "inserted")
        opening, closing = at - 1, comma(told, phrase.last, stop)
    else:
        found = attributed(told, at, start, "inserted") if _may_close(told, at) else None
        opening = _opening(told, found, at) if found else -1
        closing = comma(told, at + 1, stop)
        if opening < start or closing is None or not _is_adjunct(told, at + 1, closing):
            return None
    if found is None or closing is None or closing + 1 >= stop:
        return None
    return _around(told, found, start, opening, closing, stop)


def _inserted_inverted(told: Narration, verb: int, start: int, stop: int) -> Phrase | None:
    """The subject behind its verb: The tone, said Lee, would change; but not: Lee, the mayor, said Cole, 54, would."""
    if verb < 2 or told.words[verb - 1] != "," or "," in told.words[start : verb - 1]:
        return None
    phrase = phrase_from(told, verb + 1, stop) if told.lower[verb] in _INVERTED else None
    return phrase if phrase and told.words[phrase.last : phrase.last + 1] == [","] else None


def _around(told: Narration, found: Attribution, start: int, opening: int, closing: int, stop: int) -> Report | None:
    """The report of what stands before the mark at `opening` and behind the comma at `closing`."""
    first = start + (told.lower[start] in _OPENERS)
    if opening >= 0 and told.words[opening] != "," and (opening > first or told.lower[opening] not in _OPENERS):
        return None
    if opening <= first or told.lower[opening - 1] in CONNECTING:
        return Report(closing + 1, stop, found) if has_verb(told, closing + 1, stop) else None
    whole = has_verb(told, first, opening) and not wants_more(told, opening - 1)
    if whole and told.lower[first] not in SUBORDINATE | OPENING:
        if told.lower[closing + 1] not in CONNECTING | PLACING:
            return Report(first, opening, found)
    elif not whole and not has_verb(told, first, stop):
        return None
    return Report(first, stop, found, Phrase(opening, closing + 1))


def comma(told: Narration, first: int, stop: int) -> int | None:
    """The place of the first comma."""
    return next((at for at in range(first, stop) if told.words[at] == ","), None)


def divides(told: Narration, at: int) -> bool:
    """Whether the word is a comma or a dash, not the hyphen of a compound."""
    return told.words[at] == "," or (told.words[at] in _DASHES and told.ends[at - 1] < told.starts[at])
