"""The same quotation stands in the article with two wordings.

A quotation has one wording. When a headline, a pull quote or a second use of it differs by a word, one of the two is
not what was said.

## Flagged

> Mayor: ‘We are broken as a town’
> The council met behind closed doors on Monday and rose after midnight.
> Taxes will go up.
> “We are broke as a town,” the mayor, Ida Brandt, said on the steps of the hall.

> “No boat will leave this harbour before the storm has passed,” Ada Quist said on Friday.
> Her words, “No boat will leave this harbour until the storm has passed”, are now on a poster.

## Fine

> Mayor: ‘We are broke as a town’
> The council met behind closed doors on Monday and rose after midnight.
> Taxes will go up.
> “We are broke as a town,” the mayor, Ida Brandt, said on the steps of the hall.

> “We will win this year,” Ada Quist said. “We will win next year.”

## Limits

Compared are quotations that lie in another one as a whole but for a word; one that was cut, or edited in brackets, is
left alone, and so is what two people say. A word changed in one breath is taken for rhetoric.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.wordclass import ADVERB, FUNCTION, VERB, word_class
from checker.article import Article
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.quotes._wordings import Overlap, Wording, overlaps, plain


@dataclass(frozen=True)
class Options:
    """What counts as the same quotation."""

    least_words: int = 4
    """Compare quotations of at least this many words."""


rule = Rule(__name__, Severity.WARNING, Options, confidence=Confidence.MEDIUM)

_PRONOUNS = frozenset("i me my we us our you your he him his she her they them their it its this that".split())
_LONG = 8  # words that are hardly shared by chance
_RARE = 6  # times a word may stand in an article and still be no commonplace of it
_BREATH = 150  # characters between two quotations of one paragraph
_SHOWN = 9  # words of a quotation in the message


@rule.check
def quote_variant(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare every quotation with those that hold nearly the same words."""
    found = list(overlaps(article, article.mentioned(Quote), options.least_words))
    exact = {id(overlap.one) for overlap in found if overlap.same}
    people: set[str | None] = {name.name for name in article.mentioned(Name) if name.kind is NameKind.PERSON}
    known: Counter[str] = Counter()
    for overlap in found:
        if overlap.same:
            yield AGREES
        elif id(overlap.one) not in exact and _may_be_one(article, overlap, people):
            known = known or Counter(map(plain, article.tokens.texts))
            if _tells(overlap, known):
                yield _finding(article, overlap)


def _may_be_one(article: Article, overlap: Overlap, people: set[str | None]) -> bool:
    """Whether the two can be one quotation: not in one breath, and not of two people."""
    one, other = overlap.one.quote, overlap.other.quote
    first, second = sorted((one.span, other.span))
    if second.start - first.end < _BREATH and article.block_at(first.start) == article.block_at(second.start):
        return False
    if len(overlap.one.words) >= _LONG or one.speaker == other.speaker:
        return True
    return not {one.speaker, other.speaker} <= people


def _tells(overlap: Overlap, known: Counter[str]) -> bool:
    """Whether the words that are equal are more than a turn of phrase."""
    words = overlap.one.words
    if _PRONOUNS.issuperset(overlap.differing):
        return False  # “that makes me smart”, “if that makes him smart”
    equal = [*words[: overlap.first], *words[overlap.last :]]
    telling = [word for word in equal if word_class(word) not in (FUNCTION, VERB, ADVERB)]
    if len(equal) >= _LONG:
        return bool(telling)
    inside = overlap.first > 0 and overlap.last < len(words)
    return bool(telling) and (inside or any(known[word] <= _RARE for word in telling))


def _finding(article: Article, overlap: Overlap) -> Outcome:
    one, other, size = overlap.one, overlap.other, len(overlap.one.words)
    there = overlap.there_last - overlap.there_first - (overlap.last - overlap.first) + size
    here = _shown(article, one, overlap.first, 0, size)
    elsewhere = _shown(article, other, overlap.there_first, overlap.offset, overlap.offset + there)
    side = "below" if other.quote.span.start > one.quote.span.start else "above"
    place = other.span(overlap.there_first, max(overlap.there_last, overlap.there_first + 1))
    return rule.finding(
        one.span(overlap.first, max(overlap.last, overlap.first + 1)),
        f"quoted as “{here}” here and as “{elsewhere}” {side}",
        [Related(place, "the other wording")],
    )


def _shown(article: Article, wording: Wording, at: int, first: int, last: int) -> str:
    """The words around the one that differs."""
    start = max(first, min(at - _SHOWN // 2, last - _SHOWN))
    return article[wording.span(start, min(last, start + _SHOWN))]
