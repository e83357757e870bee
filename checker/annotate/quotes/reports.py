"""What a sentence reports that somebody said, and the words that say who: said she would, …, she said, according to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from checker.annotate.cues import also_nouns, clausal, reporting, speech_nouns
from checker.annotate.quotes.clauses import clause_behind, has_verb
from checker.annotate.quotes.function_words import DETERMINERS, OPENING, PLACING, is_capital
from checker.annotate.quotes.narration import Narration
from checker.annotate.quotes.phrases import Phrase, phrase_from
from checker.annotate.quotes.speakers import Attribution, attributed, shared_subject, source_at, subject_of_participle
from checker.annotate.quotes.speech import is_being, is_passive, is_verb
from checker.annotate.wordclass import ADJECTIVE, word_class

LONGEST = 120
"""Words of a sentence that is read; a longer one is a list or a lost full stop."""
_UNREAL = frozenset("to would will could should can may might must not never cannot let".split())
_OPENERS = frozenset("but and yet so still however also instead now then".split())
_SUBORDINATE = frozenset("if when as after before because although though while since until unless whereas".split())
_EMBEDDING = frozenset("what how why where which who whom whose".split())
_COORDINATE = frozenset("and but though while although yet".split())
_NOBODY = frozenset("i you we who which that it what one those these".split())
_CONNECTING = _COORDINATE | _SUBORDINATE | frozenset("who which that whose where or".split())
_MARKS = frozenset(",—–-")
_ENDINGS = frozenset(".?!…\"”’')]")
_ADJUNCT_LONGEST = 12  # words between an attribution and the end of its sentence


class Report(NamedTuple):
    """Words `first` up to `stop` of a narration, which somebody is reported to have said."""

    first: int
    stop: int
    found: Attribution
    inserted: Phrase | None = None
    """The attribution, where it stands inside."""


def reports(told: Narration) -> list[Report]:
    """The reports of a narration that is one sentence, in order; they do not overlap."""
    stop = _end(told)
    if stop > LONGEST or (told.words[stop:] and told.words[-1] == "?"):
        return []
    cues = [at for at in range(stop) if told.lower[at] in reporting() or told.lower[at] == "according"]
    cues = [at for at in cues if told.lower[at] == "according" or _is_cue(told, at)]
    for at in reversed(cues):
        if whole := _behind(told, at, stop):
            return [whole]
    found: list[Report] = []
    done = 0
    for number, at in enumerate(cues):
        if at < done:
            continue
        report = _inserted(told, at, done, stop) or _in_front(told, at, cues[number + 1 :], stop)
        if report:
            if found and report.found.found_by == "participle":  # Lee said …, adding that
                teller = found[-1].found
                report = report._replace(found=report.found._replace(speaker=teller.speaker, bearer=teller.bearer))
            found.append(report)
            done = report.stop
    return found


def _end(told: Narration) -> int:
    """The place behind the last word: the marks that end a sentence left off."""
    stop = len(told)
    while stop and told.words[stop - 1] in _ENDINGS:
        stop -= 1
    return stop


def _is_cue(told: Narration, at: int) -> bool:
    """Whether the word is a verb that says that something was said: not “would say”, “was told”, “the claim”."""
    if not is_verb(told, at) or _is_noun(told, at):
        return False
    before = at - 1
    while before > 0 and (told.lower[before].endswith("ly") or told.lower[before] in ("also", "then", "later")):
        before -= 1
    lower = told.lower[before]
    return before < 0 or not (lower in _UNREAL or lower.endswith(("n't", "n’t")) or is_passive(told, at, 0))


def _is_noun(told: Narration, at: int) -> bool:
    """Whether the word is a noun that only looks like a verb: the New York Times report, some claims that."""
    if at == 0 or told.lower[at] not in also_nouns():
        return False
    if told.lower[at].endswith("s"):
        return told.lower[at - 1] in DETERMINERS or told.words[at - 1].isdigit()
    return is_capital(told.words[at - 1])


def _behind(told: Narration, at: int, stop: int) -> Report | None:
    """The whole sentence up to an attribution at its end: …, the council said; …, said Lee; …, according to Lee."""
    if told.lower[at] == "according":
        return _source_behind(told, at, stop)
    if not _may_close(told, at):
        return None
    if at > 1 and told.words[at - 1] in _MARKS and (phrase := _inverted(told, at, stop)):
        return _up_to(told, at - 1, Attribution(phrase, told.words[at], "verb behind"))
    found = attributed(told, at, 0, "verb behind")
    if found is None or not _closes(told, at + 1, stop):
        return None
    opening = _opening(told, found, at)
    if opening > 1 and told.lower[opening] == "as":
        opening -= 1
    return _up_to(told, opening, found) if opening > 0 and told.words[opening] in _MARKS else None


def _may_close(told: Narration, verb: int) -> bool:
    """Whether a verb may stand behind what is said."""
    return told.lower[verb] in clausal() and not told.lower[verb].endswith("ing")


def _inverted(told: Narration, verb: int, stop: int) -> Phrase | None:
    """The subject behind its verb: …, said the mayor, who has lived there for years."""
    phrase = None if told.lower[verb] in ("told", "tells") else phrase_from(told, verb + 1, stop)
    if phrase is None:
        return None
    rest = _comma(told, phrase.last, stop) or stop
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
    if told.lower[first] in _SUBORDINATE and "," not in told.words[first:opening]:
        return None  # When asked, he said.
    return Report(first, opening, found) if first < opening and has_verb(told, first, opening) else None


def _closes(told: Narration, at: int, stop: int) -> bool:
    """Whether nothing but to whom, when and where stands between a verb and the end of its sentence."""
    if at == stop:
        return True
    if told.words[at] == "," and at + 1 < stop and told.lower[at + 1].endswith("ing"):
        return True  # …, she said, adding that
    if stop - at > _ADJUNCT_LONGEST or has_verb(told, at, stop):
        return False
    return "," not in told.words[at:stop]


def _source_behind(told: Narration, at: int, stop: int) -> Report | None:
    found = _source(told, at, stop)
    if found is None or found.speaker is None or at < 2:
        return None
    if told.words[at - 1] in _MARKS:
        comma = _comma(told, found.speaker.last, stop)
        return None if comma and has_verb(told, comma, stop) else _up_to(told, at - 1, found)
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


def _comma(told: Narration, first: int, stop: int) -> int | None:
    return next((at for at in range(first, stop) if told.words[at] == ","), None)


def _inserted(told: Narration, at: int, start: int, stop: int) -> Report | None:
    """The words around an attribution between two commas: The bridge, she said, would close."""
    if told.lower[at] == "according":
        found = _source(told, at, stop)
        opening = at - 1
        closing = _comma(told, found.speaker.last, stop) if found and found.speaker else None
    else:
        found = attributed(told, at, start, "inserted") if _may_close(told, at) else None
        opening = _opening(told, found, at) if found else -1
        closing = _comma(told, at + 1, stop)
        if opening < start or closing is None or not _is_attribution_only(told, at, closing):
            return None
    if found is None or closing is None or closing + 1 >= stop:
        return None
    return _around(told, found, start, opening, closing, stop)


def _is_attribution_only(told: Narration, verb: int, closing: int) -> bool:
    """Whether nothing that is said stands between a verb and the comma behind it."""
    return (
        closing - verb <= _ADJUNCT_LONGEST and told.lower[verb + 1] != "that" and not has_verb(told, verb + 1, closing)
    )


def _around(told: Narration, found: Attribution, start: int, opening: int, closing: int, stop: int) -> Report | None:
    """The report of what stands before the mark at `opening` and behind the comma at `closing`."""
    first = start + (told.lower[start] in _OPENERS)
    if opening >= 0 and told.words[opening] != "," and (opening > first or told.lower[opening] not in _OPENERS):
        return None
    if opening <= first or told.lower[opening - 1] in _CONNECTING:
        return Report(closing + 1, stop, found) if has_verb(told, closing + 1, stop) else None
    if has_verb(told, first, opening) and told.lower[first] not in _SUBORDINATE | OPENING:
        if told.lower[closing + 1] not in _CONNECTING | PLACING:
            return Report(first, opening, found)
    elif not has_verb(told, closing + 1, stop):
        return None
    return Report(first, stop, found, Phrase(opening, closing + 1))


def _in_front(told: Narration, verb: int, later: Sequence[int], stop: int) -> Report | None:
    """The clause behind its verb: she said the bridge would close."""
    if told.lower[verb] == "according":
        return None
    found = _teller(told, verb)
    if found is None or found.speaker is None or (told.lower[found.speaker.first] in _NOBODY and not found.bearer):
        return None
    if found.speaker.first > 0 and not found.bearer and _is_embedded(told, found.speaker.first - 1):
        return None
    first = clause_behind(told, verb, stop)
    if first is None:
        return None
    fronted = found.speaker.first == 1 and told.lower[0] in _SUBORDINATE
    closed = fronted or found.bearer is not None or told.lower[found.speaker.first - 1] == "which"
    stop = (_comma(told, first, stop) or stop) if closed else _next(told, first, later, stop)
    return Report(first, stop, found) if stop - first > 2 and has_verb(told, first, stop) else None


def _is_embedded(told: Narration, at: int) -> bool:
    """Whether the word asks for what is said: what | he says the plan would do; but “in which | he said he would”."""
    if told.lower[at] == "which" and at and told.lower[at - 1] in PLACING:
        return False
    return told.lower[at] in _EMBEDDING


def _teller(told: Narration, verb: int) -> Attribution | None:
    """Who is the subject of a verb in front of its clause."""
    if told.lower[verb].endswith("ing") and not (verb and is_being(told.lower[verb - 1])):
        if verb < 2 or told.words[verb - 1] not in _MARKS:
            return None
        phrase = subject_of_participle(told, verb, 0)
        return Attribution(phrase, told.words[verb], "participle") if phrase else None
    if found := attributed(told, verb, 0, "verb in front"):
        return found
    phrase = shared_subject(told, verb, 0)
    return Attribution(phrase, told.words[verb], "shared subject") if phrase else None


def _next(told: Narration, first: int, later: Sequence[int], stop: int) -> int:
    """Where a clause ends because the attribution of another one begins: …, and he added that."""
    stop = next((at for at in range(first, stop) if told.words[at] == ";"), stop)
    for at in later:
        if first + 2 < at < stop and (end := _before_next(told, first, at)):
            return end
    return stop


def _before_next(told: Narration, first: int, cue: int) -> int | None:
    """Where a clause ends if the cue behind it begins another attribution."""
    before = cue - 1
    if told.lower[cue] == "according" or told.lower[cue].endswith("ing"):
        return before if told.words[before] in _MARKS else None
    if told.lower[before] in ("and", "but", "then") and told.lower[cue] in clausal():
        return before - (told.words[before - 1] in _MARKS)
    found = attributed(told, cue, first, "")
    if found is None or found.speaker is None or found.speaker.first - 2 <= first:
        return None
    before = found.speaker.first - 1
    if told.lower[before] in _CONNECTING and told.words[before - 1] in _MARKS:
        return before - 1
    return before if told.words[before] in ("—", "–") else None
