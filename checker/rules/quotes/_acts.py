"""Who did what: a verb, whom the clause has as its agent, and the words that say what was done."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from checker.annotate.names import Name, NameKind
from checker.annotate.names.gender import SUBJECTS, genders
from checker.annotate.names.offices import is_title
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.annotate.stems import content, stem
from checker.annotate.synonyms import same_topic
from checker.annotate.wordclass import ADVERB, FUNCTION, NOUN, PLURAL, word_class
from checker.article import Article, Span
from checker.data import lines

BEING = frozenset("is are was were be been being".split())

_UNCHANGED = frozenset("cost cut hit set put hurt shut split spread cast quit let".split())
_AUXILIARY = (
    "be being have having do go come say tell know think become seem according accuse charge allege suspect claim "
    "believe report"
)
_LIGHT = (
    "make get give put see keep begin find ask call want use try need feel include start plan hope expect follow "
    "relate base concern involve regard add note state issue warn insist suggest deny reveal agree decide continue "
    "remain happen occur raise turn move work live look show help hold lead leave run set meet send bring win lose play"
)
_SHORTEST = 4  # letters of “used”
_UNITS = frozenset("m bn k million billion thousand mln bln pct dlrs dollars pounds euros cent percent us".split())
_FIGURE = 2  # what an equal figure is worth beside an equal word
_PHRASE = 4  # tokens of “at the old gate”
_REACH = 1500  # characters back to whom a pronoun means
_VOWELS = "aeiou"
_LONGEST = 14  # tokens of what a verb says was done
_BEFORE = 10  # tokens of what was done, before a passive verb
_ENDS = frozenset("; : — – ( ) after when before because while who which but although though where since until".split())
_NOUNS = (NOUN, PLURAL)
_NO_AGENT = frozenset("alleged suspicion charges allegations accusations claims not".split())
_PREPOSITIONS = frozenset("by in of from at near with for on against to".split())


class Act(NamedTuple):
    """A verb with what is said to have been done, and by whom."""

    verb: int
    """The token."""
    base: str
    span: Span
    """From the verb to the end of what it says."""
    agents: frozenset[int]
    """The clusters of the names that can be its subject; empty when no name can."""
    taken_up: bool
    """Whether a pronoun is the subject, so that its name is a guess."""
    noun: str
    """The stem of the noun right before the verb, where the subject is one: “agent”."""
    about: frozenset[str]
    """The stems of what was done."""
    sentence: Span
    passive: bool
    """Whether it tells what was done to something: “was stolen”."""


@lru_cache(maxsize=20_000)
def base_of(lower: str) -> str:
    """What the forms of a verb have in common: “rob” for “robbed” and “robbing”, “steal” for “stole”."""
    known = _strong().get(lower)
    if known is None:
        known = lower
        for ending in ("ing", "ed", "es", "s"):
            if lower.endswith(ending) and len(lower) - len(ending) >= 3:
                known = lower[: -len(ending)]
                break
        if ending_is_doubled(known):
            known = known[:-1]
        known = _strong().get(known, known)
    known = known.removesuffix("e") if len(known) > 3 else known
    return known[:-1] + "i" if known.endswith("y") and known[-2] not in _VOWELS else known


def ending_is_doubled(stem: str) -> bool:
    """Whether the last letter stands twice, as in “robb”, but not as in “kill” and “press”."""
    return len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" + _VOWELS


@cache
def _strong() -> dict[str, str]:
    """Each form of a strong verb and its infinitive."""
    verbs = [line.split() for line in lines(Path(__file__).with_name("_strong_verbs.txt"))]
    return {form: forms[0] for forms in verbs for form in forms}


@cache
def _bases(verbs: str) -> frozenset[str]:
    return frozenset(base_of(verb) for verb in verbs.split())


def is_auxiliary(base: str) -> bool:
    """Whether a verb tells of no act: has, said."""
    return base in _bases(_AUXILIARY)


def is_light(base: str) -> bool:
    """Whether a verb says too little to tell one act from another."""
    return base in _bases(_LIGHT)


def is_past(lower: str) -> bool:
    """Whether the word can be a past tense or a participle."""
    if lower in _UNCHANGED or (lower.endswith("ed") and len(lower) >= _SHORTEST):
        return True
    return _strong().get(lower, lower) != lower


def is_gerund(lower: str) -> bool:
    """Whether the word can be a participle in -ing."""
    return lower.endswith("ing") and len(lower) > _SHORTEST


def is_quoted(words: Words, at: int) -> bool:
    """Whether a token stands in quotation marks."""
    return words.article.enclosing(Quote, words.starts[at]) is not None


def weight(shared: frozenset[str]) -> int:
    """What the words that two acts share are worth."""
    return sum(_FIGURE if word[0].isdigit() else 1 for word in shared)


class Acts:
    """The acts of an article."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._genders = words.article.once(genders)

    def at(self, verb: int, sentence: Span) -> Act:
        """The act that the verb at a token of the sentence tells of."""
        return _act(self.words, verb, sentence, self._genders)


def _act(words: Words, verb: int, sentence: Span, of: Mapping[int, str]) -> Act:
    inside = words.article.tokens.within(sentence.start, sentence.end)
    passive = verb > inside.start and words.lower[verb - 1] in BEING and not words.lower[verb].endswith("ing")
    stop = _end(words, verb + 1, inside.stop)
    start = max(inside.start, verb - _BEFORE) if passive else verb + 1
    span = Span(words.starts[verb], words.ends[stop - 1])
    about = content(words.article, Span(words.starts[start], words.ends[stop - 1])) if stop > start else frozenset()
    agents, pronoun = _by(words, verb, stop) if passive else _agents(words, verb, inside.start, of)
    if not passive and _has_pronoun(words, verb + 1, stop):
        about = frozenset()
    own = _stems_of(words.article, agents, sentence) | {base_of(words.lower[verb])}
    stems = frozenset(same_topic(each) for each in about if each not in own and each not in _UNITS)
    noun = "" if passive or pronoun else _noun(words, verb, inside.start)
    return Act(verb, base_of(words.lower[verb]), span, agents, pronoun, noun, stems, sentence, passive)


def _end(words: Words, at: int, stop: int) -> int:
    """Where what the verb says ends: at a conjunction, a mark, or a comma that does not stand in a number."""
    first, stop = at, min(stop, at + _LONGEST)
    while at < stop:
        if words.lower[at] in _ENDS or words.texts[at] in '".!?”“' or (words.texts[at] == "," and at > first):
            return at
        if (
            words.lower[at] == "and"
            and at + 1 < stop
            and (is_past(words.lower[at + 1]) or is_gerund(words.lower[at + 1]))
        ):
            return at
        at += 1
    return at


def _agents(words: Words, verb: int, start: int, of: Mapping[int, str]) -> tuple[frozenset[int], bool]:
    """The names or the pronoun that stand last before the verb, one behind a preposition passed over."""
    article = words.article
    found: set[int] = set()
    at = verb - 1
    while at >= start:
        if words.lower[at] in ("he", "she", "they") and not found:
            return _antecedent(words, at, of), True
        name = article.enclosing(Name, words.starts[at])
        if name is None or name.kind is NameKind.OTHER or words.possessive(at):
            if found:
                break
            at -= 1
            continue
        first = article.tokens.at(name.span.start)
        before = _before(words, first, start)
        behind = words.texts[at + 1]
        located = name.kind is NameKind.PLACE and (before == "," or behind in ",-")
        relative = "who" in words.lower[at + 1 : at + 3]
        if (before not in _PREPOSITIONS or relative) and not located:
            found.add(name.cluster)
        at = first - 1
        if found:
            if before not in ("and", ","):
                break
            at -= 1
    return frozenset(found), False


def _has_pronoun(words: Words, at: int, stop: int) -> bool:
    """Whether what is done is done to “him” or “it”, so that the words behind say nothing of it."""
    if at >= stop:
        return False
    if words.lower[at] == "her":  # not her signature
        return at + 1 >= stop or word_class(words.lower[at + 1]) in (FUNCTION, ADVERB)
    return words.lower[at] in ("him", "it", "them")


def _before(words: Words, first: int, start: int) -> str:
    """The word before a name, its article and its title passed over."""
    while first - 1 > start and (words.lower[first - 1] in ("the", "a", "an", ".") or is_title(words.lower[first - 1])):
        first -= 1
    return words.lower[first - 1] if first > start else ""


def _noun(words: Words, verb: int, start: int) -> str:
    """The stem of the noun before the verb, what belongs to the verb passed over: the porter at the gate stole."""
    at = verb - 1
    while at >= max(start, verb - _BEFORE):
        lower = words.lower[at]
        if words.texts[at][0].isupper() and at != start:
            return ""
        if word_class(lower) in _NOUNS and lower.isalpha() and lower not in _NO_AGENT and not is_past(lower):
            before = next(
                (i for i in range(at - 1, max(start, at - _PHRASE), -1) if words.lower[i] in _PREPOSITIONS), None
            )
            if before is None:
                return same_topic(stem(lower))
            at = before
        at -= 1
    return ""


def _antecedent(words: Words, at: int, of: Mapping[int, str]) -> frozenset[int]:
    """The person named last before a pronoun, outside quotations."""
    article = words.article
    wanted = SUBJECTS.get(words.lower[at], "")
    people = [
        name.cluster
        for name in article.mentioned(Name, Span(max(0, words.starts[at] - _REACH), words.starts[at]))
        if name.kind is NameKind.PERSON
        and of.get(name.cluster, "") in (wanted, "")
        and not article.enclosing(Quote, name.span.start)
    ]
    return frozenset(people[-1:])


def _by(words: Words, verb: int, stop: int) -> tuple[frozenset[int], bool]:
    """Whom “by” names behind a passive verb."""
    for at in range(verb + 1, stop - 1):
        if words.lower[at] == "by":
            names = words.article.mentioned(Name, Span(words.starts[at], words.ends[stop - 1]))
            return frozenset(name.cluster for name in names[:1]), False
    return frozenset(), False


def _stems_of(article: Article, agents: frozenset[int], sentence: Span) -> frozenset[str]:
    """The stems of the names of the agents, which say nothing of the act."""
    found: frozenset[str] = frozenset()
    for name in article.mentioned(Name, sentence):
        if name.cluster in agents:
            found |= content(article, name.span)
    return found
