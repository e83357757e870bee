"""Acts that are told as facts: no word of their sentence makes them a report, a question, a possibility."""

from __future__ import annotations

from checker.annotate.cues import also_nouns, firm, saying
from checker.annotate.names.words import Words
from checker.annotate.sentences import Sentence
from checker.article import BlockKind, Span
from checker.rules.quotes._acts import Act, Acts, is_gerund, is_past, is_quoted
from checker.rules.quotes._hedges import CHARGES, HEDGES

_DOUBTS = frozenset(
    "if whether would could may might must should unless will shall cannot apparently appear appears appeared "
    "appearing seem seems seemed likely possibly perhaps probably theory according accusation allegation "
    "deny denies denied denying court trial jury hearing plea investigating investigate investigation inquiry reports "
    "rumours rumors purported previously earlier ago once formerly motion filing affidavit rejected dismissed".split()
)
_LINKS = frozenset("after when before because since while".split())
_BEFORE_GERUND = frozenset("after by while before".split())
_NO_VERB_AFTER = frozenset(
    "to a the an his her their its is are be of on in with for by at from and no some any".split()
)
_NEGATED = frozenset("not never no hardly".split())
_NEGATES = 3  # tokens before the verb
_LONGEST = 1500  # characters; more is a table or a text without full stops
_PROSE = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))


def told_sentences(words: Words) -> list[Span]:
    """The sentences of the running text; a headline is short for what stands below it."""
    article = words.article
    return [
        each.span
        for each in article.mentioned(Sentence)
        if len(each.span) <= _LONGEST and article.block_at(each.span.start).kind in _PROSE
    ]


def flat_act(acts: Acts, verb: int, sentence: Span) -> Act | None:
    """The act that a verb tells as a fact; none when it is no such verb, or anything takes back what it tells."""
    words = acts.words
    inside = words.article.tokens.within(sentence.start, sentence.end)
    if is_quoted(words, verb) or not words.texts[verb].islower():
        return None
    before = words.lower[verb - 1] if verb > inside.start else ""
    if is_gerund(words.lower[verb]):
        if before not in _BEFORE_GERUND:
            return None
    elif not is_past(words.lower[verb]) or before in _NO_VERB_AFTER:
        return None
    if not _NEGATED.isdisjoint(words.lower[max(inside.start, verb - _NEGATES) : verb]):
        return None
    if any(_takes_back(words, at, verb) for at in inside if at != verb):
        return None
    return acts.at(verb, sentence)


def _takes_back(words: Words, at: int, verb: int) -> bool:
    """Whether a word of its sentence makes something else than a fact of what the verb tells."""
    lower = words.lower[at]
    if (lower in firm() and lower not in also_nouns()) or words.texts[at] == "?":
        return True
    doubts = lower in _DOUBTS or lower in HEDGES or lower.endswith(("n't", "n’t"))
    if not doubts and (lower not in saying() or lower in also_nouns()):
        return False
    if at < verb:  # arrested on suspicion of arson after he set the barn on fire
        return _LINKS.isdisjoint(words.lower[at:verb])
    return lower not in CHARGES
