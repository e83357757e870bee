"""Who says a quotation, by its own sentence: the verb beside it, a colon, a label, an owner of the words."""

from __future__ import annotations

from typing import NamedTuple

from checker.annotate.cues import calling, cues, firm, saying, speech_nouns
from checker.annotate.quotes.function_words import PERSONAL, is_capital
from checker.annotate.quotes.narration import QUOTATION, Narration
from checker.annotate.quotes.phrases import Phrase, phrase_ending, phrase_from
from checker.annotate.quotes.speech import behind_verb, is_being, is_inverted, is_passive, is_verb
from checker.annotate.quotes.subjects import behind_comma, opening_subject, subject_before

_REACH = 30  # words between a verb and its quotation or its subject
_NEAR = 3  # words between a noun of speech and its quotation
_DASHES = frozenset("— – - -- ― ~".split())
_BEING = frozenset("is was are were".split())
_MODALS = frozenset("would will could can may might should must to didn't didn’t don't don’t".split())
_SUBORDINATE = frozenset(
    "and but or while when as after because if since although though before where which so until unless whereas".split()
)
_REPORTED = frozenset("quoted reported cited heard".split())  # was quoted as saying


class Attribution(NamedTuple):
    """Who says a quotation; `speaker` are words of the narration beside it, None when only the cue is there."""

    speaker: Phrase | None
    cue: str
    found_by: str
    firm: bool = True
    bearer: Phrase | None = None
    """The words that a relative pronoun stands for: “Smith” in “Smith, who joked”."""


def attribution_after(told: Narration, at: int, stop: int) -> Attribution | None:
    """Who says the quotation at `at` by what follows it: said Smith; Smith said; according to Smith; — Smith."""
    first = at + 1
    while first < stop and told.words[first] == ",":
        first += 1
    if first >= stop:
        return None
    if source := source_at(told, first, stop):
        return source
    if told.words[first] in _DASHES:
        return _signature(told, first + 1, stop)
    verb = first
    while verb < stop and (told.lower[verb].endswith("ly") or told.lower[verb] in ("then", "also", "once")):
        verb += 1
    if verb < stop and told.lower[verb] in saying() and told.words[verb].islower():
        phrase = phrase_from(told, behind_verb(told, verb, stop), stop)
        return Attribution(phrase, told.words[verb], "verb and speaker behind") if phrase else None
    return _assessed(told, first, stop) or _speaker_and_verb(told, first, stop) or _late_verb(told, first, stop)


def _assessed(told: Narration, first: int, stop: int) -> Attribution | None:
    """“…,” is the dry assessment of Graham Lane; “…” was how he put it."""
    if told.lower[first] not in _BEING:
        return None
    if told.lower[first + 1 : first + 2] == ["how"] and (phrase := phrase_from(told, first + 2, stop)):
        return Attribution(phrase, "how", "owner of the words")
    for noun in range(first + 1, min(stop - 2, first + 7)):
        if told.lower[noun] in speech_nouns() and told.lower[noun + 1] in ("of", "from"):
            phrase = phrase_from(told, noun + 2, stop)
            return Attribution(phrase, told.words[noun], "owner of the words") if phrase else None
    return None


def _late_verb(told: Narration, first: int, stop: int) -> Attribution | None:
    """“…,” in sharp contrast to the year before, says Smith."""
    for verb in range(first + 1, min(stop, first + _REACH)):
        if told.words[verb] in (QUOTATION, ";", ":"):
            return None
        if told.lower[verb] in firm() and told.words[verb - 1] == "," and told.words[verb].islower():
            phrase = phrase_from(told, behind_verb(told, verb, stop), stop)
            return Attribution(phrase, told.words[verb], "verb and speaker behind", False) if phrase else None
    return None


def source_at(told: Narration, at: int, stop: int) -> Attribution | None:
    """According to Smith; per the bylaws."""
    if told.lower[at] == "according" and told.lower[at + 1 : at + 2] == ["to"]:
        phrase = phrase_from(told, at + 2, stop)
        return Attribution(phrase, "according to", "according to") if phrase else None
    if told.lower[at] == "per" and (phrase := phrase_from(told, at + 1, stop)):
        return Attribution(phrase, "per", "according to")
    return None


def _speaker_and_verb(told: Narration, first: int, stop: int) -> Attribution | None:
    """“…,” Smith, the mayor, said."""
    if told.lower[first] == "as":
        first += 1
    elif told.lower[first] in _SUBORDINATE or not told.words[first][0].isalnum():
        return None
    relative: Attribution | None = None
    for verb in range(first + 1, min(stop, first + _REACH)):
        if told.words[verb] in (QUOTATION, ";", ":"):
            return relative
        if told.lower[verb] not in saying() or told.lower[verb - 1] == "to" or not is_verb(told, verb):
            continue
        if is_passive(told, verb, first) and told.lower[verb] not in _REPORTED:
            continue
        if told.lower[verb].endswith("ing") and not is_being(told.lower[verb - 1]):
            continue
        found = attributed(told, verb, first, "speaker and verb behind")
        if found and found.bearer:  # Smith, who asked not to be named, said
            relative = relative or found
            continue
        if found and found.speaker and found.speaker.first <= first + 1:
            return _quoted_person(told, verb, stop) or found
        if found and (whole := phrase_from(told, first, verb)):
            return Attribution(whole, told.words[verb], "speaker and verb behind")
        if found and found.speaker and told.words[found.speaker.first - 1] == ",":
            return found._replace(firm=False)  # “…” for criminal behaviour, she said
        if found is None and verb <= first + 4 and (whole := phrase_from(told, first, verb)):
            return Attribution(whole, told.words[verb], "speaker and verb behind", False)
    return relative


def _quoted_person(told: Narration, verb: int, stop: int) -> Attribution | None:
    """“…,” the agency quoted Smith as saying."""
    if told.lower[verb] not in ("quoted", "quotes", "cited", "cites"):
        return None
    for at in range(verb + 2, min(stop - 1, verb + _REACH)):
        if told.lower[at] == "as" and told.lower[at + 1] == "saying":
            phrase = phrase_from(told, verb + 1, at)
            return Attribution(phrase, told.words[verb], "quoted as saying") if phrase else None
    return None


def _signature(told: Narration, first: int, stop: int) -> Attribution | None:
    """— Jane Smith, at the end of the block."""
    phrase = phrase_from(told, first, stop)
    if phrase is None or not is_capital(told.words[first]) or stop - phrase.last > 12:
        return None
    if any(told.lower[index] in saying() for index in range(phrase.last, stop)):
        return _speaker_and_verb(told, first, stop)
    return Attribution(phrase, "", "signature")


def attribution_before(told: Narration, at: int, start: int) -> Attribution | None:
    """Who says the quotation at `at` by what precedes it in its sentence."""
    last = at - 1
    if last < start:
        return None
    if told.words[last] == ":" and (label := _label(told, start, last)):
        return label
    second: Attribution | None = None
    for word in range(last, max(start, at - _REACH) - 1, -1):
        if told.words[word] == ";" or (second and second.speaker and _divides(told, word)):
            break
        found = _cue_at(told, word, at, start)
        if found and found.speaker and _is_decisive(told, word, at):
            return found
        second = second if second and second.speaker else found or second
    if second is None and told.words[last] == ":" and (phrase := opening_subject(told, start, last)):
        return Attribution(phrase, "", "colon", False)
    return second


def _divides(told: Narration, at: int) -> bool:
    """Whether a clause of its own begins at the word: …, but Trump went on."""
    return told.lower[at] in _SUBORDINATE and told.words[at - 1] == ","


def _cue_at(told: Narration, word: int, at: int, start: int) -> Attribution | None:
    """What the word says of the quotation at `at`, if it is a verb or noun of speech."""
    lower = told.lower[word]
    if lower in cues() and is_verb(told, word):
        return _by_verb(told, word, at, start)
    if lower in speech_nouns():
        beside = word >= at - 1 - _NEAR or (lower == "words" and told.lower[word + 1] == "of")
        return _possessor(told, word, start) if beside else None
    return source_at(told, word, at)


def _is_decisive(told: Narration, verb: int, at: int) -> bool:
    """Whether no other verb further ahead can be meant: said, or called it “…”, or any verb right before the words."""
    lower = told.lower[verb]
    if verb and told.lower[verb - 1] in _MODALS and not lower.endswith(("ed", "id")):
        return verb == at - 1  # he said it would tell a story of “…”
    beside = verb == at - 1 or (verb == at - 2 and told.words[at - 1] in (",", ":"))
    return lower in firm() or lower in calling() or lower in ("according", "per") or (lower in saying() and beside)


def _label(told: Narration, start: int, colon: int) -> Attribution | None:
    """TRUMP: “…” and Smith: “…”."""
    if not is_capital(told.words[start]) or colon - start > 6:
        return None
    if any(told.lower[index] in cues() for index in range(start, colon)):
        return None
    phrase = phrase_from(told, start, colon)
    return Attribution(phrase, "", "label") if phrase and phrase.last == colon else None


def _possessor(told: Narration, noun: int, start: int) -> Attribution | None:
    """Trump’s claim, his words, the words of the prosecutor."""
    if told.lower[noun + 1] == "of" and (phrase := phrase_from(told, noun + 2, told.sentence(noun)[1])):
        return Attribution(phrase, told.words[noun], "owner of the words", False)
    for at in range(noun - 1, max(start, noun - 5) - 1, -1):
        lower = told.lower[at]
        if lower in ("his", "her", "their", "my", "our"):
            return Attribution(Phrase(at, at + 1), told.words[noun], "owner of the words", False)
        if lower.endswith(("'s", "’s", "s'", "s’")):
            phrase = phrase_ending(told, at, start)
            return Attribution(phrase, told.words[noun], "owner of the words", False) if phrase else None
        if told.words[at] in ("'", "’") and at > start and told.lower[at - 1].endswith("s"):
            phrase = phrase_ending(told, at - 1, start)
            return Attribution(phrase, told.words[noun], "owner of the words", False) if phrase else None
        if not told.words[at][0].isalnum():
            return None
    return None


def _by_verb(told: Narration, verb: int, at: int, start: int) -> Attribution | None:
    """The speaker of a quotation that follows its verb."""
    cue, lower = told.words[verb], told.lower[verb]
    sure = (
        lower in firm()
        or lower in calling()
        or (lower in saying() and (verb >= at - 3 or told.words[at - 1] in (",", ":")))
    )
    if lower.endswith("ing") and not (verb > start and is_being(told.lower[verb - 1])):
        phrase = subject_of_participle(told, verb, start)
        return Attribution(phrase, cue, "participle", sure) if phrase else None
    if is_passive(told, verb, start):
        return _by_passive(told, verb, at)
    if lower in saying() and is_inverted(told, verb, start) and (phrase := phrase_from(told, verb + 1, at)):
        return Attribution(phrase, cue, "verb in front", sure)
    if (found := attributed(told, verb, start, "verb in front", sure)) is not None:
        return found
    phrase = shared_subject(told, verb, start)
    return Attribution(phrase, cue, "verb in front", sure) if phrase else None


def attributed(told: Narration, verb: int, floor: int, found_by: str, sure: bool = True) -> Attribution | None:
    """The attribution to the subject of a verb; “who” is the mention, what it stands for bears the name."""
    phrase = subject_before(told, verb, floor)
    if phrase is None:
        return None
    relative = phrase.last
    while relative < verb and told.words[relative] == ",":
        relative += 1
    if relative < verb and told.lower[relative] in ("who", "which") and "," not in told.words[relative:verb]:
        return Attribution(Phrase(relative, relative + 1), told.words[verb], found_by, sure, phrase)
    return Attribution(phrase, told.words[verb], found_by, sure)


def _by_passive(told: Narration, verb: int, at: int) -> Attribution | None:
    """Described by Smith as “…”; None where the one who acts is not told."""
    for by in range(verb + 1, at):
        if told.lower[by] == "by":
            phrase = phrase_from(told, by + 1, at)
            return Attribution(phrase, told.words[verb], "passive") if phrase else None
    return Attribution(None, told.words[verb], "passive", False)


def shared_subject(told: Narration, verb: int, start: int) -> Phrase | None:
    """The subject of a verb that shares it: Trump laughed and said."""
    before = verb - 1
    while before > start and told.lower[before].endswith("ly"):
        before -= 1
    if before > start and told.lower[before] in ("and", "but", "then", ",", "or", "also"):
        return opening_subject(told, start, verb)
    return None


def subject_of_participle(told: Narration, verb: int, start: int) -> Phrase | None:
    """Who is saying: the noun right before, else the subject of the sentence."""
    before, stop = verb - 1, told.sentence(verb)[1]
    if before > start and is_capital(told.words[before]) and told.lower[before] not in PERSONAL:
        return phrase_ending(told, before, start)
    return opening_subject(told, start, verb) or opening_subject(told, behind_comma(told, verb + 1, stop), stop)
