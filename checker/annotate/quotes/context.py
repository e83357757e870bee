"""Who says a quotation that stands without a speaker, by the sentence that it goes on from or the line below it."""

from __future__ import annotations

from checker.annotate.cues import firm, saying
from checker.annotate.quotes.function_words import is_capital
from checker.annotate.quotes.narration import Narration
from checker.annotate.quotes.phrases import Phrase, phrase_from
from checker.annotate.quotes.speakers import Attribution, source_at, subject_of_participle
from checker.annotate.quotes.speech import behind_verb, is_verb
from checker.annotate.quotes.subjects import opening_subject, subject_before

_PERSONS = frozenset(("he", "she"))
_UNREAL = frozenset("to would will could should can may might must not didn't didn’t don't don’t".split())
_CLOSING = 3  # words from the verb to the end of its sentence
_REACH = 40  # words into a sentence
_SIGNATURE_LONGEST = 8  # words
_AFTER_DASH_LONGEST = 25


def attribution_in(told: Narration, start: int, stop: int) -> Attribution | None:
    """Who speaks in a sentence, for a quotation that follows it and says nothing of its speaker itself.

    Without a colon or an unmistakable verb of speech it is only who the sentence is about, and has no cue.
    """
    colon = told.words[stop - 1] == ":"
    for verb in range(stop - 1, start - 1, -1):
        if source := source_at(told, verb, stop):
            return source
        if not is_verb(told, verb) or not _speaks(told, verb, start, colon):
            continue
        if told.lower[verb].endswith("ing"):
            phrase = subject_of_participle(told, verb, start)
        else:
            phrase = subject_before(told, verb, start) or phrase_from(told, behind_verb(told, verb, stop), stop)
        if phrase:
            return Attribution(phrase, told.words[verb], "sentence before")
    phrase = _topic(told, start, stop)
    return Attribution(phrase, "", "sentence before", colon) if phrase else None


def _speaks(told: Narration, verb: int, start: int, colon: bool) -> bool:
    """Whether the word is a verb of speech that announces a quotation: said, related that, any before a colon."""
    lower = told.lower[verb]
    if colon:
        return lower in saying()
    if verb > start and told.lower[verb - 1] in _UNREAL:
        return False
    if lower in firm():
        return True
    closes = told.sentence(verb)[1] - verb <= _CLOSING  # …, Mr Hadi points out.
    return lower in saying() and (closes or told.lower[verb + 1 : verb + 2] == ["that"])


def _topic(told: Narration, start: int, stop: int) -> Phrase | None:
    """Whom a sentence is about: its opening phrase, or the pronoun that follows it in “A nurse from Leeds, she …”."""
    phrase = opening_subject(told, start, stop)
    if phrase is None or told.lower[phrase.first] in _PERSONS:
        return phrase
    for at in range(phrase.last, min(stop - 1, start + _REACH)):
        if told.words[at] == "," and told.lower[at + 1] in _PERSONS:
            return Phrase(at + 1, at + 2)
    return phrase if is_capital(told.words[phrase.first]) else None


def attribution_behind(told: Narration, start: int, stop: int) -> Attribution | None:
    """Who goes on to speak in the sentence that follows a quotation: He said the six factories were …"""
    if stop - start > 2 and told.lower[start] in _PERSONS and told.lower[start + 1] in firm():
        return Attribution(Phrase(start, start + 1), told.words[start + 1], "sentence behind", False)
    return None


def subject_of(told: Narration, start: int, stop: int) -> Attribution | None:
    """The person that a sentence with a few quoted words is about: “Reid has gone after him as a ‘con artist’.”"""
    phrase = opening_subject(told, start, stop)
    if phrase and (told.lower[phrase.first] in ("he", "she", "they") or is_capital(told.words[phrase.last - 1])):
        return Attribution(phrase, "", "subject of the sentence", False)
    return None


def signature(told: Narration) -> Attribution | None:
    """The name on a line of its own below a quotation: Jane Smith, with a dash before it or without."""
    first = 1 if told.words and told.words[0] in ("—", "–", "-", "--", "―") else 0
    longest = _AFTER_DASH_LONGEST if first else _SIGNATURE_LONGEST
    phrase = phrase_from(told, first, len(told)) if first < len(told) <= longest else None
    if phrase is None or not is_capital(told.words[first]) or not is_capital(told.words[phrase.last - 1]):
        return None
    rest = told.words[phrase.last : phrase.last + 1]
    return Attribution(phrase, "", "signature") if not rest or rest == [","] else None
