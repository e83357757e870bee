"""A word stands twice in a row.

The eye skips it and the spelling checker of many editors does too; it is the most common slip of a late edit.

## Flagged

> The council met on on Monday and agreed the the plan.

> The money went to the to the wrong account.

## Fine

> He said that that was all he had had to say, and she sang in New York, New York.

> It rained for a very very long time, and “no no no”, she said.

## Limits

Words that are doubled with reason (had had, that that, very very) are let go, and so are names and what is quoted.
It is safe to delete one of the two, unless the first may belong to the verb (“went on on Monday”) or both may be right
(“the will will be read”); a figure, a date or a name is never touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date
from checker.annotate.figures import Figure
from checker.annotate.names import Name
from checker.annotate.quotes import Quote
from checker.article import Article, BlockKind, Span
from checker.finding import AGREES, Edit, Finding, Fix, Outcome, Severity
from checker.rule import Rule
from checker.rules.duplication._doubles import OPENERS, is_doubtful, may_be_doubled, run_on

rule = Rule(__name__, Severity.ERROR)

SOLID = (BlockKind.CELL, BlockKind.CODE, BlockKind.METADATA)


@rule.check
def repeated_word(article: Article, options: object) -> Iterator[Outcome]:
    """Neighbouring words that are the same, with nothing but white space between them."""
    lower = article.tokens.lower
    for at, (one, two) in enumerate(pairwise(lower)):
        if one == two and one.isalpha():
            yield AGREES if _is_meant(article, at) else _finding(article, at)
        elif one in OPENERS and (size := run_on(lower, at)) and not _is_spoken(article, at, size):
            tokens = article.tokens
            span = Span(tokens.starts[at], tokens.ends[at + 2 * size - 1])
            words = article.text[tokens.starts[at] : tokens.ends[at + size - 1]]
            yield rule.finding(span, f"“{words}” stands twice in a row")


def _is_meant(article: Article, at: int) -> bool:
    """Whether the pair at a token is said with reason: a name, a row of three, speech, another sentence."""
    tokens = article.tokens
    start, end = tokens.starts[at], tokens.ends[at + 1]
    between = article.text[tokens.ends[at] : tokens.starts[at + 1]]
    if may_be_doubled(tokens.lower, at) or not between.isspace() or "\n" in between:
        return True
    if not tokens.texts[at + 1].islower() or (len(tokens.lower[at]) == 1 and tokens.texts[at] != "a"):
        return True
    if article.block_at(start).kind in SOLID or article.enclosing(Quote, start) is not None:
        return True
    around = article.text[start - 1 : start], article.text[end : end + 1]
    return "-" in around or all(mark and mark in "\"“”'‘’" for mark in around)


def _is_spoken(article: Article, at: int, size: int) -> bool:
    """Whether the run of words at a token is quoted, a name or broken by a mark."""
    tokens = article.tokens
    places = range(at, at + 2 * size)
    whole = all(article.text[tokens.ends[place] : tokens.starts[place + 1]].isspace() for place in places[:-1])
    start = tokens.starts[at]
    if not whole or article.block_at(start) is not article.block_at(tokens.starts[places[-1]]):
        return True
    lower = all(tokens.texts[place].islower() for place in places[1:])
    return not lower or article.block_at(start).kind in SOLID or article.enclosing(Quote, start) is not None


def _finding(article: Article, at: int) -> Finding:
    tokens = article.tokens
    word = tokens.texts[at + 1]
    span = Span(tokens.starts[at], tokens.ends[at + 1])
    return rule.finding(span, f"“{word}” stands twice in a row", fix=_fix(article, at, word))


def _fix(article: Article, at: int, word: str) -> Fix | None:
    """Delete one of the two with a space beside it: the second, or the first where a line ends between them."""
    tokens = article.tokens
    first, second = (Span(tokens.starts[place], tokens.ends[place]) for place in (at, at + 1))
    behind = [Span(second.start, second.end + 1)] if article.text[second.end : second.end + 1] == " " else []
    before = [Span(first.start, second.start)] if tokens.texts[at] == word else []
    fits = [
        gone
        for gone in (Span(first.end, second.end), *behind, *before)
        if not _has_fact(article, first if gone.start == first.start else second)
    ]
    if not fits:
        return None
    gone = max(fits, key=article.verbatim)
    which = "first" if gone.start == first.start else "second"
    verb = tokens.lower[at - 1] if at else ""
    doubtful = is_doubtful(word, verb)
    return Fix(f"delete the {which} “{word}”", (Edit(gone, ""),), safe=not doubtful)


def _has_fact(article: Article, word: Span) -> bool:
    return any(article.enclosing(kind, word.start) is not None for kind in (Figure, Date, Name))
