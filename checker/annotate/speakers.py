"""Who says a quotation: by the verb beside it, a colon, a label, or the sentence that it goes on from."""

from __future__ import annotations

from dataclasses import dataclass

from checker.annotate.cues import CALLING, FIRM, SAYING, SPEECH_NOUNS
from checker.annotate.narration import QUOTATION, Narration
from checker.annotate.phrases import (
    DETERMINERS,
    PERSONAL,
    Phrase,
    is_capital,
    phrase_ending,
    phrase_from,
    subject_before,
)

_REACH = 30  # words between a verb and its quotation or its subject
_DASHES = frozenset("— – - -- ― ~".split())
_BE = frozenset("is are was were be been being am 's ’s".split())
_SUBORDINATE = frozenset(
    "and but or while as when after because if since although though before where which so".split()
)
_AFTER_VERB = frozenset("that how of as in on at to about during for with from by last this yesterday monday tuesday wednesday "
                        "thursday friday saturday sunday reporters cnn him her them me us".split())  # fmt: skip
_NAMES_OF_SPEECH = frozenset("words terms".split())


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a quotation; `speaker` are words of the narration beside it, None when only the cue is there."""

    speaker: Phrase | None
    cue: str
    found_by: str
    firm: bool = True


def attribution_after(told: Narration, at: int, stop: int) -> Attribution | None:
    """Who says the quotation at `at` by what follows it: said Smith; Smith said; according to Smith; — Smith."""
    first = at + 1
    while first < stop and told.words[first] == ",":
        first += 1
    if first >= stop:
        return None
    word, lower = told.words[first], told.lower[first]
    if lower == "according" and told.lower[first + 1 : first + 2] == ["to"]:
        phrase = phrase_from(told, first + 2, stop)
        return Attribution(phrase, "according to", "according to") if phrase else None
    if word in _DASHES:
        return _signature(told, first + 1, stop)
    verb = first
    while verb < stop and (told.lower[verb].endswith("ly") or told.lower[verb] in ("then", "also", "once")):
        verb += 1
    if verb < stop and told.lower[verb] in SAYING and told.words[verb].islower():
        if phrase := phrase_from(told, verb + 1, min(stop, verb + _REACH)):
            return Attribution(phrase, told.words[verb], "verb and speaker behind")
        return None
    return _speaker_and_verb(told, first, stop)


def _speaker_and_verb(told: Narration, first: int, stop: int) -> Attribution | None:
    """“…,” Smith, the mayor, said."""
    lower = told.lower[first]
    if lower == "as":
        first += 1
    elif lower in _SUBORDINATE or not (told.words[first][0].isalnum()):
        return None
    for verb in range(first + 1, min(stop, first + _REACH)):
        if told.words[verb] == QUOTATION or told.words[verb] in (";", ":"):
            return None
        if told.lower[verb] in SAYING and told.words[verb].islower():
            phrase = subject_before(told, verb, first)
            if phrase is None or phrase.first > first + 6 and told.words[first] != ",":
                phrase = None
            if phrase is None or _noun_use(told, verb):
                continue
            return Attribution(phrase, told.words[verb], "speaker and verb behind")
    return None


def _noun_use(told: Narration, verb: int) -> bool:
    """Whether a word that may be a verb is a noun here: the claim, his report."""
    return verb > 0 and (told.lower[verb - 1] in DETERMINERS or told.lower[verb - 1].endswith(("'s", "’s", "s’", "s'")))


def _signature(told: Narration, first: int, stop: int) -> Attribution | None:
    """— Jane Smith, at the end of the block."""
    phrase = phrase_from(told, first, stop)
    if phrase is None or not is_capital(told.words[first]) or stop - phrase.last > 12:
        return None
    if any(told.lower[index] in SAYING for index in range(phrase.last, stop)):
        return _speaker_and_verb(told, first, stop)
    return Attribution(phrase, "", "signature")


def attribution_before(told: Narration, at: int, start: int) -> Attribution | None:
    """Who says the quotation at `at` by what precedes it in its sentence."""
    last = at - 1
    if last < start:
        return None
    if told.words[last] == ":" and (label := _label(told, last, start)):
        return label
    for verb in range(last, max(start, at - _REACH) - 1, -1):
        lower = told.lower[verb]
        if told.words[verb] in (";",):
            break
        if lower in SAYING or lower in CALLING:
            if not told.words[verb].islower():
                continue
            if _noun_use(told, verb):
                found = _possessor(told, verb, start)
            else:
                found = _by_verb(told, verb, at, start)
            if found:
                return found
        elif lower == "according" and told.lower[verb + 1] == "to":
            phrase = phrase_from(told, verb + 2, at)
            if phrase:
                return Attribution(phrase, "according to", "according to")
        elif lower in SPEECH_NOUNS and (found := _possessor(told, verb, start)):
            return found
    return None


def _label(told: Narration, colon: int, start: int) -> Attribution | None:
    """TRUMP: “…” and Smith on the vote: “…”."""
    if any(told.lower[index] in SAYING or told.lower[index] in CALLING for index in range(start, colon)):
        return None
    phrase = phrase_from(told, start, colon)
    if phrase and is_capital(told.words[start]) and colon - start <= 6 and phrase.last == colon:
        return Attribution(phrase, ":", "label")
    return None


def _possessor(told: Narration, noun: int, start: int) -> Attribution | None:
    """Trump’s claim, his words, the words of Smith."""
    for at in range(noun - 1, max(start, noun - 5) - 1, -1):
        lower = told.lower[at]
        if lower in ("his", "her", "their", "my", "our"):
            return Attribution(Phrase(at, at + 1), told.words[noun], "owner of the words", False)
        if lower.endswith(("'s", "’s", "s'", "s’")):
            phrase = phrase_ending(told, at, start)
            return Attribution(phrase, told.words[noun], "owner of the words", False) if phrase else None
        if not told.words[at][0].isalnum():
            return None
    return None


def _by_verb(told: Narration, verb: int, at: int, start: int) -> Attribution | None:
    """The speaker of a quotation that follows its verb."""
    cue, lower = told.words[verb], told.lower[verb]
    firm = lower in SAYING and (verb >= at - 3 or told.words[at - 1] in (",", ":") or lower in FIRM)
    if lower.endswith("ing") and (verb == start or told.lower[verb - 1] not in _BE):
        phrase = _main_subject(told, verb, start)
        return Attribution(phrase, cue, "participle", firm and phrase is not None) if phrase else None
    if _is_passive(told, verb, start):
        for by in range(verb + 1, at):
            if told.lower[by] == "by":
                phrase = phrase_from(told, by + 1, at)
                return Attribution(phrase, cue, "passive") if phrase else None
        if lower not in ("quoted", "asked", "heard", "told"):
            return Attribution(None, cue, "passive", False)
    phrase = subject_before(told, verb, start)
    if phrase is None:
        phrase = phrase_from(told, verb + 1, at) if lower in SAYING and not _stops(told, verb) else None
        phrase = phrase or _earlier_subject(told, verb, start)
    return Attribution(phrase, cue, "verb in front", firm) if phrase else None


def _stops(told: Narration, verb: int) -> bool:
    return told.lower[verb + 1] in _AFTER_VERB


def _is_passive(told: Narration, verb: int, start: int) -> bool:
    if not told.lower[verb].endswith(("ed", "en", "wn", "ld")):
        return False
    before = verb - 1
    while before > start and told.lower[before].endswith("ly"):
        before -= 1
    return before >= start and told.lower[before] in _BE - {"'s", "’s"}


def _earlier_subject(told: Narration, verb: int, start: int) -> Phrase | None:
    """The subject of a verb that shares it: Trump laughed and said."""
    if verb > start and told.lower[verb - 1] in ("and", "but", "then", ",", "or", "also"):
        return _main_subject(told, verb, start)
    return None


def _main_subject(told: Narration, verb: int, start: int) -> Phrase | None:
    """The subject of the sentence that a participle or a second verb hangs on: its last verb of speech, else its opening."""
    for other in range(verb - 1, start, -1):
        if told.lower[other] in SAYING and told.words[other].islower() and not told.lower[other].endswith("ing"):
            if _noun_use(told, other):
                continue
            phrase = subject_before(told, other, start)
            if phrase is None and told.words[other - 1] in (QUOTATION, ","):
                phrase = phrase_from(told, other + 1, verb)
            if phrase:
                return phrase
    return opening_subject(told, start, verb)


def opening_subject(told: Narration, start: int, stop: int) -> Phrase | None:
    """The first pronoun or phrase with a name in a sentence, opening adverbials passed over."""
    at = start
    while at < stop:
        word, lower = told.words[at], told.lower[at]
        if lower in PERSONAL:
            return Phrase(at, at + 1)
        opens = at == start or told.words[at - 1] == ","
        if opens and lower in (
            "in",
            "on",
            "at",
            "after",
            "during",
            "when",
            "while",
            "as",
            "for",
            "with",
            "by",
            "since",
            "if",
            "but",
            "and",
            "despite",
            "according",
            "although",
            "though",
            "before",
            "speaking",
            "asked",
        ):
            if lower in ("but", "and"):
                at += 1
                continue
            comma = next((index for index in range(at, stop) if told.words[index] == ","), stop)
            at = comma + 1
            continue
        if word != QUOTATION and (is_capital(word) or lower in DETERMINERS):
            phrase = phrase_from(told, at, stop)
            if phrase:
                return phrase
        at += 1
    return None


def attribution_in(told: Narration, start: int, stop: int) -> Attribution | None:
    """Who speaks in a sentence, for a quotation that follows it and says nothing of its speaker itself."""
    colon = told.words[stop - 1] == ":"
    for verb in range(stop - 1, start - 1, -1):
        if told.lower[verb] not in SAYING or not told.words[verb].islower() or _noun_use(told, verb):
            continue
        if told.lower[verb].endswith("ing"):
            phrase = _main_subject(told, verb, start)
        else:
            phrase = subject_before(told, verb, start) or phrase_from(told, verb + 1, stop)
        if phrase:
            return Attribution(phrase, told.words[verb], "sentence before", colon or told.lower[verb] in FIRM)
    phrase = opening_subject(told, start, stop)
    if phrase and (told.lower[phrase.first] in ("he", "she") or is_capital(told.words[phrase.first])):
        return Attribution(phrase, "", "sentence before", colon)
    return None
