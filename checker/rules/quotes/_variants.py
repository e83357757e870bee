"""Whether two quotations that nearly agree should: their words tell something, and one person said them once."""

from __future__ import annotations

import re
from collections import Counter

from checker.annotate.wordclass import ADVERB, FUNCTION, GERUND, PARTICIPLE, PAST, VERB, word_class
from checker.article import Article
from checker.rules.quotes._overlaps import Overlap
from checker.rules.quotes._wordings import INSERTED

_PRONOUNS = frozenset("i me my we us our you your he him his she her they them their it its this that".split())
_VERBAL = frozenset((VERB, PAST, PARTICIPLE, GERUND))
_LONG = 8  # words that are hardly shared by chance
_RARE = 6  # times a word may stand in an article and still be no commonplace of it
_END = re.compile(r"[.?!]")
_BREATH = 150  # characters between two quotations of one paragraph


def may_be_one(article: Article, overlap: Overlap, people: set[str | None]) -> bool:
    """Whether the two can be one quotation: not in one breath, and not of two people."""
    one, other = overlap.one.quote, overlap.other.quote
    here, there = overlap.one.span(0, len(overlap.one.words)), overlap.other.span(overlap.begin, overlap.end)
    first, second = sorted((here, there))
    if second.start - first.end < _BREATH and article.block_at(first.start) == article.block_at(second.start):
        return False
    if len(overlap.one.words) >= _LONG or one.speaker == other.speaker:
        return True
    return not {one.speaker, other.speaker} <= people


def tells(article: Article, overlap: Overlap, known: Counter[str]) -> bool:
    """Whether the words that are equal are more than a turn of phrase."""
    if _is_turned(overlap) or _holds_an_end(article, overlap):
        return False
    equal = overlap.equal
    if INSERTED in overlap.one.words and len(equal) < _LONG:
        return False
    telling = [word for word in equal if word_class(word) not in (FUNCTION, VERB, ADVERB)]
    if len(equal) >= _LONG:
        return bool(telling)
    size = len(overlap.one.words)
    if _opens_with_a_verb(overlap):
        return False
    inside = all(change.last < size for change in overlap.changes)
    return bool(telling) and (inside or any(known[word] <= _RARE for word in telling))


def _is_turned(overlap: Overlap) -> bool:
    """Whether another pronoun turns the words on somebody else: “that makes me smart”, “if that makes him smart”."""
    replaced = all(change.last > change.first and change.there_last > change.there_first for change in overlap.changes)
    differing = overlap.differing
    return set(differing) == {"that"} or (replaced and _PRONOUNS.issuperset(differing))


def _opens_with_a_verb(overlap: Overlap) -> bool:
    """Whether one of the two opens with a verb where the other has none, so that they are cut from two sentences."""
    change = overlap.changes[0]
    if change.first > 0 or change.there_first >= change.there_last or change.first == change.last:
        return False
    classes = [
        word_class(words[at]) for words, at in ((overlap.one.words, 0), (overlap.other.words, change.there_first))
    ]
    return (classes[0] in _VERBAL) != (classes[1] in _VERBAL)


def _holds_an_end(article: Article, overlap: Overlap) -> bool:
    """Whether words that only one of the two has end a sentence: there it says two things."""
    for change in overlap.changes:
        if change.first == change.last:
            inserted = overlap.other.span(change.there_first, change.there_last)
        elif change.there_first == change.there_last:
            inserted = overlap.one.span(change.first, change.last)
        else:
            continue
        if _END.search(article.text, inserted.start, inserted.end + 1):
            return True
    return False
