"""Whether a word is a verb of speech where it stands, and which way it takes its subject."""

from __future__ import annotations

from checker.annotate.cues import also_nouns
from checker.annotate.quotes.function_words import CONTRACTIONS, DETERMINERS, PERSONAL, is_capital
from checker.annotate.quotes.narration import QUOTATION, Narration
from checker.annotate.wordclass import ADJECTIVE, GERUND, PARTICIPLE, word_class

_BE = frozenset("is are was were be been being am".split())
_BEFORE_NOUNS = frozenset("the a an his her its their our my your no every each".split())
_BEFORE_VERBS = frozenset("they we i you who to will would can could may might must should not and don't did".split())
_PARTICLES = frozenset("out back in on off up away over forth".split())
_PARTICIPLES = ("ed", "en", "wn", "ld", "rd", "ad")


def is_verb(told: Narration, at: int) -> bool:
    """Whether a word that is a verb of speech in some form is one here: not the claim, his report, DNC rules permit."""
    lower = told.lower[at]
    if not told.words[at].islower():
        return told.sentence(at)[0] == at and at + 1 < len(told) and _opens_phrase(told, at + 1)
    before = told.lower[at - 1] if at else ""
    if before in _BEFORE_NOUNS or (before.endswith(("'s", "’s", "s’", "s'")) and before not in CONTRACTIONS):
        return False
    if lower.endswith("ing") and before in ("this", "that", "these", "those"):
        return False
    if at == 0 or lower not in also_nouns():
        return True
    kind = word_class(before)
    if kind == ADJECTIVE or (kind in (PARTICIPLE, GERUND) and at > 1 and told.lower[at - 2] in _BEFORE_NOUNS):
        return False  # similar comments, her opening remarks
    if told.lower[at + 1 : at + 2] in (["it"], ["them"], ["him"], ["her"], ["us"], ["me"]):
        return True
    if not lower.endswith("s"):
        return before in _BEFORE_VERBS or (before.endswith("s") and len(before) > 3) or before.endswith("ly")
    after = told.lower[at + 1] if at + 1 < len(told) else ""
    if not after.isalpha() or after in ("that", "how", "to") or after in _PARTICLES or after in PERSONAL:
        return True
    return _opens_phrase(told, at + 1)


def _opens_phrase(told: Narration, at: int) -> bool:
    return is_capital(told.words[at]) or told.lower[at] in DETERMINERS


def is_passive(told: Narration, verb: int, start: int) -> bool:
    """Whether the verb is “was told”, “is widely called”."""
    if not told.lower[verb].endswith(_PARTICIPLES):
        return False
    before = verb - 1
    while before > start and told.lower[before].endswith("ly"):
        before -= 1
    return before >= start and told.lower[before] in _BE


def is_being(lower: str) -> bool:
    """Whether a participle behind the word is a tense: is saying, he’s saying."""
    return lower in _BE or lower in CONTRACTIONS


def is_inverted(told: Narration, verb: int, start: int) -> bool:
    """Whether the subject can only stand behind: “…,” said Smith; Said Smith; Also, said Smith."""
    before = verb - 1
    if before > start and told.words[before] == ",":
        before -= 1
    if before < start or told.words[before] == QUOTATION:
        return True
    return before == start and told.lower[before] in ("also", "but", "so", "then")


def behind_verb(told: Narration, verb: int, stop: int) -> int:
    """Where the subject of an inverted verb begins: points out Smith, shot back the mayor."""
    at = verb + 1
    return at + 1 if at + 1 < stop and told.lower[at] in _PARTICLES else at
