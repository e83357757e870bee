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

A quotation, a sentence of it or a part of it between dots must lie in another quotation as a whole. One word in five
may differ, and never more than four. Punctuation, case, spelling, short forms (“we’ll”) and what an editor put in
brackets make no difference. What two people say is left alone; a word changed in one breath is taken for rhetoric.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.article import Article, Span
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.quotes._overlaps import Overlap, overlaps
from checker.rules.quotes._variants import may_be_one, tells
from checker.rules.quotes._wordings import Wording


@dataclass(frozen=True)
class Options:
    """What counts as the same quotation."""

    least_words: int = 4
    """Compare quotations of at least this many words."""


rule = Rule(__name__, Severity.WARNING, Options, confidence=Confidence.MEDIUM)

_SHOWN = 9  # words of a quotation in the message


@rule.check
def quote_variant(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare every quotation with those that hold nearly the same words."""
    found = list(overlaps(article, article.mentioned(Quote), options.least_words))
    exact = {overlap.one.spans[0] for overlap in found if overlap.same}
    people: set[str | None] = {name.name for name in article.mentioned(Name) if name.kind is NameKind.PERSON}
    known: Counter[str] = Counter()
    told: set[Span] = set()
    for overlap in found:
        if overlap.same:
            yield AGREES
        elif overlap.one.spans[0] not in exact and may_be_one(article, overlap, people):
            known = known or Counter(article.tokens.lower)
            place, there = _places(overlap)
            if told.isdisjoint((place, there)) and tells(article, overlap, known):
                told |= {place, there}
                yield _finding(article, overlap, place, there)


def _places(overlap: Overlap) -> tuple[Span, Span]:
    """The first words that differ, here and there, or the word behind those that are left out."""
    change = overlap.changes[0]
    there = overlap.other.span(change.there_first, change.there_last)
    return overlap.one.span(change.first, change.last), there


def _finding(article: Article, overlap: Overlap, place: Span, there: Span) -> Outcome:
    one, other, change = overlap.one, overlap.other, overlap.changes[0]
    here = _shown(article, one, change.first, 0, len(one.words))
    elsewhere = _shown(article, other, change.there_first, overlap.begin, overlap.end)
    side = "below" if there > place else "above"
    related = [Related(there, "the other wording")]
    return rule.finding(place, f"quoted as “{here}” here and as “{elsewhere}” {side}", related)


def _shown(article: Article, wording: Wording, at: int, first: int, last: int) -> str:
    """The words around the one that differs."""
    start = max(first, min(at - _SHOWN // 2, last - _SHOWN))
    return article[wording.span(start, min(last, start + _SHOWN))]
