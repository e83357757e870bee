"""Acts that are told as alleged, reported or believed: the verb that each hedge speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.names import Name, NameKind
from checker.annotate.names.words import Words
from checker.article import Span
from checker.rules.quotes._acts import Act, Acts, base_of, is_auxiliary, is_gerund, is_light, is_past, is_quoted, weight

_ADVERBS = frozenset("allegedly reportedly supposedly purportedly".split())
_TO_HAVE = frozenset("alleged said believed thought reported understood suspected presumed rumoured rumored".split())
_CHARGES = frozenset(
    "accused accuses accuse accusing suspected suspicion charged charges accusations allegations".split()
)
_BELIEFS = frozenset("believe believes believed claimed allege alleges".split())
_BELIEFS_OR_NOUNS = frozenset("suspect suspects claim claims".split())
_THAT = (
    _BELIEFS
    | _BELIEFS_OR_NOUNS
    | frozenset("alleged suspected accusations allegations suspicions reports rumours rumors".split())
)
_ACCUSERS = frozenset(
    "prosecutors prosecutor prosecution indictment indictments lawsuit suit complaint plaintiffs detectives "
    "investigators".split()
)
HEDGES = _ADVERBS | _TO_HAVE | _CHARGES | _THAT | _ACCUSERS
CHARGES = _CHARGES | {"alleged"}
"""Words that tell of an accusation and leave standing what is told elsewhere in their sentence."""

# Crimes by their names, and the verbs that tell of them as facts.
_CRIMES = {
    **dict.fromkeys(("murder", "murders"), "murdered"),
    **dict.fromkeys(("assault", "assaults"), "assaulted"),
    **dict.fromkeys(("rape", "rapes"), "raped"),
    **dict.fromkeys(("theft", "thefts"), "stole"),
    **dict.fromkeys(("robbery", "robberies"), "robbed"),
    "manslaughter": "killed",
    "bribery": "bribed",
    "fraud": "defrauded",
    "embezzlement": "embezzled",
    "abuse": "abused",
    "harassment": "harassed",
    "extortion": "extorted",
    "perjury": "lied",
    "espionage": "spied",
    "forgery": "forged",
}
_SAYS = frozenset("say says said argue argued contend contends".split())
_SUBJECTS = frozenset("that he she they".split())
_UNNAMED = 1  # so many more words must be shared where one of the two has no agent by name
_GUESSED = 2  # and so many where a pronoun seems to take up another name
_BESIDE = 4  # tokens: allegedly, and with his own hands, stole
_FAR = 20  # tokens: accused by a neighbour, who …, of stealing


class Hedged(NamedTuple):
    """An act, and the word that says that it is not a fact."""

    act: Act
    hedge: int
    """The token."""
    is_crime: bool
    """Whether the act is given by the name of a crime: accused of theft."""


def hedged_acts(acts: Acts, sentence: Span) -> Iterator[Hedged]:
    """The acts of a sentence that are hedged."""
    words = acts.words
    inside = words.article.tokens.within(sentence.start, sentence.end)
    for at in inside:
        if words.lower[at] not in HEDGES or is_quoted(words, at):
            continue
        for verb in _with_coordinated(words, _verb(words, at, inside.stop), inside.stop):
            act = acts.at(verb, sentence)
            if words.lower[at - 1] in ("were", "are"):
                act = act._replace(agents=act.agents | _people_before(words, at, sentence))
            crime = _CRIMES.get(words.lower[verb])
            if crime:
                act = act._replace(base=base_of(crime))
            if not is_auxiliary(act.base):
                yield Hedged(act, at, crime is not None)


def _people_before(words: Words, at: int, sentence: Span) -> frozenset[int]:
    """All the people who stand before “were charged”."""
    names = words.article.mentioned(Name, Span(sentence.start, words.starts[at]))
    return frozenset(name.cluster for name in names if name.kind is NameKind.PERSON)


def _verb(words: Words, at: int, stop: int) -> int | None:
    """The verb, or the name of a crime, that the hedge at a token speaks of."""
    word, following = words.lower[at], words.lower[at + 1 : at + 3]
    if word in _ADVERBS:
        return _next_verb(words, at + 1, min(stop, at + 1 + _BESIDE))
    if word in _TO_HAVE and following == ["to", "have"]:
        return _next_verb(words, at + 3, min(stop, at + 3 + _BESIDE))
    if word == "alleged" and following and following[0] in _CRIMES:
        return at + 1
    if word in _THAT and following[:1] == ["that"]:
        return _next_verb(words, at + 2, min(stop, at + _FAR))
    if word in _CHARGES and (charge := _charge(words, at, stop)):
        return charge
    if word in _ACCUSERS and (clause := _told_by(words, at, stop)):
        return _next_verb(words, clause, min(stop, clause + _FAR))
    if word in _THAT and at + 1 < stop and _opens_clause(words, at):
        return _next_verb(words, at + 2, min(stop, at + _FAR))
    return None


def _with_coordinated(words: Words, verb: int | None, stop: int) -> Iterator[int]:
    """The verb and those that “and” joins to it: accused of stealing the van and burning it."""
    if verb is None:
        return
    yield verb
    fits = is_gerund if is_gerund(words.lower[verb]) else is_past
    for at in range(verb + 1, min(stop - 1, verb + _FAR)):
        if words.lower[at] == "and" and fits(words.lower[at + 1]):
            yield at + 1


def _next_verb(words: Words, first: int, stop: int) -> int | None:
    for at in range(first, stop):
        lower = words.lower[at]
        if (is_past(lower) or is_gerund(lower)) and words.texts[at].islower() and not is_auxiliary(base_of(lower)):
            return at
    return None


def _charge(words: Words, at: int, stop: int) -> int | None:
    """Of what somebody is accused, with what charged: the gerund or the crime behind “of” or “with”."""
    for of in range(at + 1, min(stop - 1, at + _FAR)):
        if words.texts[of] in ".;":
            return None
        if words.lower[of] not in ("of", "with"):
            continue
        beside = range(of + 1, min(stop, of + _BESIDE)) if of == at + 1 else (of + 1,)
        for index in beside:  # of illegally financing; with 82 counts of theft is found by the next “of”
            if is_gerund(words.lower[index]) or words.lower[index] in _CRIMES:
                return index
    return None


def _told_by(words: Words, at: int, stop: int) -> int | None:
    """Where the clause begins that prosecutors or a lawsuit are given as the source of."""
    if words.lower[at + 1 : at + 2] and words.lower[at + 1] in _SAYS:
        return at + 2
    if "according" in words.lower[max(0, at - _BESIDE) : at]:
        return next((i + 1 for i in range(at + 1, min(stop, at + 2 * _BESIDE)) if words.texts[i] == ","), None)
    return None


def _opens_clause(words: Words, at: int) -> bool:
    """Whether a clause follows the hedge: police believe the man …; “the alleged …” and “his claim to …” have none."""
    following, is_name = words.lower[at + 1], words.texts[at + 1][0].isupper()
    if words.lower[at] in _BELIEFS:
        return is_name or following in _SUBJECTS or following in ("the", "it", "a", "an")
    return following in _SUBJECTS or (is_name and words.lower[at] in _BELIEFS_OR_NOUNS)


def same_act(hedged: Hedged, flat: Act) -> bool:
    """Whether the two tell of one act: by one agent, with something of what was done in both, or with more of it."""
    act = hedged.act
    if flat.passive and not flat.agents and not act.passive:
        return False  # that a bank was robbed may be a fact, and who did it is not
    shared = weight(act.about & flat.about)
    needed = 1 + is_light(act.base)
    bare = not is_light(act.base) and not (act.about and flat.about)
    if not act.agents.isdisjoint(flat.agents):
        return shared >= needed or hedged.is_crime or bare
    if act.noun and act.noun == flat.noun:
        return shared >= needed or bare
    if act.agents and flat.agents:
        return (act.taken_up or flat.taken_up) and shared >= needed + _GUESSED
    return shared >= needed + _UNNAMED
