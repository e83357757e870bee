"""What a sentence reports that somebody said, and the words that say who: she said the bridge would close."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from checker.annotate.cues import also_nouns, clausal, evidence, finding, reporting, saying
from checker.annotate.quotes.clauses import clause_behind, has_verb
from checker.annotate.quotes.function_words import DETERMINERS, PLACING, is_capital
from checker.annotate.quotes.narration import QUOTATION, Narration
from checker.annotate.quotes.phrases import Phrase, phrase_ending, phrase_from
from checker.annotate.quotes.speakers import Attribution, attributed, shared_subject, subject_of_participle
from checker.annotate.quotes.speech import is_being, is_inverted, is_passive, is_verb
from checker.annotate.quotes.trailing import CONNECTING, SUBORDINATE, Report, behind, comma, divides, inserted_in

LONGEST = 120
"""Words of a sentence that is read; a longer one is a list or a lost full stop."""
_UNREAL = frozenset("to would will could should can may might must not never cannot let".split())
_EMBEDDING = frozenset("what how why where which who whom whose".split())
_NOBODY = frozenset("i you we who which that what one those these".split())
_IT_SAYS = frozenset("said added announced warned reported confirmed".split())
"""What “it” does where it is a company or a council: “it suggests that” and “it says much” are about the facts."""
_MAY_BE_TOLD_OF = frozenset("told tells tell".split())  # Lee said that Cole met the mayor and told her
_NEAR = 12  # words from a participle back to the verb of the quotation before it
_ENDINGS = frozenset(".?!…\"”’')]")


@cache
def markers() -> frozenset[str]:
    """Every word that may tell that something is reported."""
    return reporting() | finding() | {"according"}


def reports(told: Narration) -> list[Report]:
    """The reports of a narration that is one sentence, in order; they do not overlap."""
    stop = _end(told)
    if stop > LONGEST or (told.words[stop:] and told.words[-1] == "?"):
        return []
    cues = [at for at in range(stop) if told.lower[at] in markers()]
    cues = [at for at in cues if told.lower[at] == "according" or _is_cue(told, at)]
    for at in reversed(cues):
        if whole := behind(told, at, stop):
            return [_with_partner(told, whole)]
    found: list[Report] = []
    done = 0
    for number, at in enumerate(cues):
        if at < done:
            continue
        report = inserted_in(told, at, done, stop) or _in_front(told, at, cues[number + 1 :], stop)
        if report:
            if found and report.found.found_by == "participle":  # Lee said …, adding that
                teller = found[-1].found
                report = report._replace(found=report.found._replace(speaker=teller.speaker, bearer=teller.bearer))
            found.append(_with_partner(told, report))
            done = report.stop
    return found


def _with_partner(told: Narration, report: Report) -> Report:
    """The report with both speakers where two say it together: Lee and Cole said."""
    speaker = report.found.speaker
    if speaker is None or report.found.bearer or speaker.first < 2 or told.lower[speaker.first - 1] != "and":
        return report
    partner = phrase_ending(told, speaker.first - 2, 0)
    if partner is None or (partner.first and told.words[partner.first - 1] != ","):
        return report  # He left the pier and Cole said
    both = Phrase(partner.first, speaker.last)
    return report._replace(found=report.found._replace(speaker=both), joint=True)


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


def _in_front(told: Narration, verb: int, later: Sequence[int], stop: int) -> Report | None:
    """The clause behind its verb: she said the bridge would close."""
    if told.lower[verb] == "according":
        return None
    found = _teller(told, verb)
    if found is None or found.speaker is None or not (found.bearer or _may_speak(told, found.speaker, verb)):
        return None
    if told.lower[verb] not in reporting() and evidence().isdisjoint(told.lower[slice(*found.speaker)]):
        return None  # only a study found that something is so
    if found.speaker.first > 0 and not found.bearer and _is_embedded(told, found.speaker.first - 1):
        return None
    first = clause_behind(told, verb, stop)
    if first is None:
        return None
    first += told.words[first] == ","  # that, if it rains, …
    before = told.lower[found.speaker.first - 1] if found.speaker.first else ""
    fronted = found.speaker.first == 1 and before in SUBORDINATE
    closed = fronted or found.bearer is not None or before == "which"
    stop = (comma(told, first, stop) or stop) if closed else _next(told, first, later, stop)
    return Report(first, stop, found) if stop - first > 2 and has_verb(told, first, stop) else None


def _is_embedded(told: Narration, at: int) -> bool:
    """Whether the word asks for what is said: what | he says the plan would do; but “in which | he said he would”."""
    if told.lower[at] == "which" and at and told.lower[at - 1] in PLACING:
        return False
    return told.lower[at] in _EMBEDDING


def _may_speak(told: Narration, speaker: Phrase, verb: int) -> bool:
    """Whether the phrase is whole: not “France’s” or the end of “between 18 and 34”."""
    last = told.lower[speaker.last - 1]
    if last == "it" and told.lower[verb] not in _IT_SAYS:
        return False
    return told.lower[speaker.first] not in _NOBODY and not last.endswith(("'s", "’s")) and not last.isdigit()


def _teller(told: Narration, verb: int) -> Attribution | None:
    """Who is the subject of a verb in front of its clause."""
    if told.lower[verb].endswith("ing") and not (verb and is_being(told.lower[verb - 1])):
        if verb < 2 or not divides(told, verb - 1):
            return None
        phrase = _earlier_teller(told, verb) or subject_of_participle(told, verb, 0)
        return Attribution(phrase, told.words[verb], "participle") if phrase else None
    if found := attributed(told, verb, 0, "verb in front"):
        return found
    phrase = shared_subject(told, verb, 0)
    return Attribution(phrase, told.words[verb], "shared subject") if phrase else None


def _earlier_teller(told: Narration, verb: int) -> Phrase | None:
    """Who says a quotation that a participle follows: “…,” Lee said, adding that; “…,” said Lee, adding that."""
    for at in range(verb - 2, max(-1, verb - _NEAR), -1):
        if told.lower[at] not in saying() or not is_verb(told, at):
            continue
        if QUOTATION not in told.words[:at]:
            return None
        if is_inverted(told, at, 0) and (phrase := phrase_from(told, at + 1, verb - 1)):
            return phrase
        found = attributed(told, at, 0, "")
        return found.speaker if found else None
    return None


def _next(told: Narration, first: int, later: Sequence[int], stop: int) -> int:
    """Where a clause ends because the attribution of another one begins: …, and he added that."""
    stop = _semicolon(told, first, stop)
    for at in later:
        if first + 2 < at < stop and (end := _before_next(told, first, at)):
            return end
    return stop


def _semicolon(told: Narration, first: int, stop: int) -> int:
    """The place of the first semicolon outside brackets, else `stop`."""
    depth = 0
    for at in range(first, stop):
        depth += (told.words[at] == "(") - (told.words[at] == ")")
        if told.words[at] == ";" and depth <= 0:
            return at
    return stop


def _before_next(told: Narration, first: int, cue: int) -> int | None:
    """Where a clause ends if the cue behind it begins another attribution."""
    before = cue - 1
    if told.lower[cue] == "according" or told.lower[cue].endswith("ing"):
        return before if divides(told, before) else None
    if told.lower[before] in ("and", "but", "then") and told.lower[cue] in clausal() - _MAY_BE_TOLD_OF:
        return before - divides(told, before - 1)
    found = attributed(told, cue, first, "")
    if found is None or found.speaker is None or found.speaker.first - 2 <= first:
        return None
    before = found.speaker.first - 1
    if told.lower[before] in CONNECTING and divides(told, before - 1):
        return before - 1
    return before if told.words[before] in ("—", "–") else None
