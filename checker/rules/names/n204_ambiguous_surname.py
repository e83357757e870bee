"""A surname alone, where two people bear it.

The reader of “Brandt said” goes back to find out which of the two it was.

## Flagged

> Peter Brandt built the boat and Anna Brandt sold it.
> The buyer was pleased.
> "It was a good year," Brandt said.

## Fine

> Peter Brandt built the boat and Anna Brandt sold it.
> The buyer was pleased.
> "It was a good year," Anna Brandt said.

> Peter Brandt built the boat.
> Anna Brandt sold it. "It was a good year," Brandt said.

> Bill Clinton spoke first and Hillary Clinton second.
> The hall was full.
> Clinton said that she was glad.

## Limits

Looks at the first mention of each surname in the running text without first name, office or title, and reports it when
both people were named in its paragraph or in the two before it. Where only one of them was, the reader knows.
Well known families are left alone. A note: the context may tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from checker.annotate.names import Name, NameKind
from checker.annotate.names.people import family_key
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.article import Article, BlockKind
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._bearers import Bearer, are_spellings, by_family, has_public_bearers, may_be_one_name, span_of

rule = Rule(__name__, Severity.NOTE)

_DISPLAY = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.HEADING})
_NEAR = 2  # paragraphs above in which both must be named


@rule.check
def ambiguous_surname(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look at each bare surname that two people of the article bear."""
    words = article.once(Words)
    for family, bearers in by_family(words).items():
        if len({bearer.given for bearer in bearers}) < 2 or has_public_bearers(family):
            continue
        for name in _bare(article, family):
            two = _either(article, name, bearers)
            if not two:
                yield AGREES
                continue
            related = [Related(span_of(words, bearer), "may be meant") for bearer in two]
            one, other = (article[place.span] for place in related)
            yield rule.finding(name.span, f"{article[name.span]} may be {one} or {other}", related)
            break


def _bare(article: Article, family: str) -> Iterator[Name]:
    """The mentions of the surname alone in the running text, outside quotations."""
    for name in article.mentioned(Name):
        if name.kind is not NameKind.PERSON or family_key(name.last) != family or name.first:
            continue
        if name.role or name.title or article.block_at(name.span.start).kind in _DISPLAY:
            continue
        if not article.enclosing(Quote, name.span.start):
            yield name


def _either(article: Article, name: Name, bearers: Sequence[Bearer]) -> list[Bearer]:
    """The last mentions of the two who may be meant; none when the paragraph or the distance tells which."""
    at = article.tokens.at(name.span.start)
    before = [bearer for bearer in bearers if bearer.first < at]
    block = article.block_at(name.span.start).span
    here = [bearer for bearer in before if bearer.name.span.start >= block.start]
    if len({bearer.given for bearer in here}) == 1 or not before:
        return []
    start = _start(article, block.start)
    near = here or [bearer for bearer in before if bearer.name.span.start >= start]
    for one, other in combinations({bearer.given: bearer for bearer in near}.values(), 2):
        if not (may_be_one_name(one.given, other.given) or are_spellings(one.given, other.given)):
            return [one, other]
    return []


def _start(article: Article, at: int) -> int:
    """Where the paragraphs begin in which both must be named: some before the one at offset `at`."""
    for _ in range(_NEAR):
        at = article.block_at(max(0, at - 2)).span.start
    return at
