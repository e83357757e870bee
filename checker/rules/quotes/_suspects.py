"""People who are called the alleged this and the suspected that, and people who are called it plainly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.names import Name, NameKind
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.annotate.wordclass import NOUN, word_class
from checker.article import Span

_ALLEGED = frozenset("alleged suspected accused purported reputed".split())
_NEUTRAL = frozenset("suspect defendant man woman boy girl leader member president head".split())
_ARTICLES = frozenset(("the", "a", "an"))
_LONGEST = 4  # words of what somebody is called


class Called(NamedTuple):
    """A person with the noun that stands beside the name."""

    noun: str
    cluster: int
    alleged: bool
    span: Span


def called(words: Words, sentence: Span) -> Iterator[Called]:
    """The nouns that stand beside names: the (alleged) gunman, John Smith; John Smith, the (alleged) gunman."""
    for name in words.article.mentioned(Name, sentence):
        if name.kind is not NameKind.PERSON or words.article.enclosing(Quote, name.span.start):
            continue
        first = words.article.tokens.at(name.span.start)
        last = words.article.tokens.at(name.span.end - 1)
        at = first - 1 - (first > 0 and words.texts[first - 1] == ",")
        if found := _noun(words, at, name):
            yield found
        if last + 2 < words.size and words.texts[last + 1] == "," and words.lower[last + 2] in _ARTICLES:
            end = last + 3
            while end < min(words.size, last + 3 + _LONGEST) and words.texts[end].islower():
                end += 1
            if found := _noun(words, end - 1, name):
                yield found


def _noun(words: Words, at: int, name: Name) -> Called | None:
    """What stands at a token as a noun for the person, with its “alleged” if it has one."""
    noun = words.lower[at] if at >= 0 else ""
    if (
        not (words.texts[at].islower() or at in words.openings)
        or word_class(noun) != NOUN
        or noun in _NEUTRAL
        or len(noun) < 4
    ):
        return None
    first = at
    while (
        first > 0
        and first > at - _LONGEST
        and words.texts[first - 1].islower()
        and words.lower[first - 1] not in _ARTICLES
    ):
        first -= 1
    hedge = next((index for index in range(first, at) if words.lower[index] in _ALLEGED), None)
    start = words.starts[at if hedge is None else hedge]
    return Called(
        noun, name.cluster, hedge is not None, Span(min(start, name.span.start), max(words.ends[at], name.span.end))
    )
