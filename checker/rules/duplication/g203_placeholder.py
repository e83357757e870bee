"""A placeholder was left in the copy.

It marks what the writer meant to look up; printed, it tells the reader that nobody did.

## Flagged

> The ferry carried TK passengers last year, or XX percent of all who crossed.

> The mayor, Ida Holm [CQ], will speak on Monday. [insert quote from the harbour office]

> Lorem ipsum dolor sit amet, the caption said.

> Headline goes here

> The trial begins on [date], and the fare will be {new_fare}.

## Fine

> The shop is owned by TK Maxx. Women have two X chromosomes, XX, and it was Super Bowl XX.

> “They [the council] will [sic] pay,” she said [in March].

## Limits

Knows the marks of English-language desks. Where somebody is quoted, “[name]” stands for words left out. TK beside a
name is taken for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.quotes import Quote
from checker.article import Article, Span
from checker.finding import AGREES, Edit, Fix, Outcome, Severity
from checker.rule import Rule
from checker.rules.duplication._marks import FIELDS, HELD, MARKS, may_have_marks


@dataclass(frozen=True)
class Options:
    """What else is a placeholder."""

    also: tuple[str, ...] = ()
    """Further marks of the house, written as they stand in the copy."""


rule = Rule(__name__, Severity.ERROR, Options)

NAMED_BEFORE = re.compile(r"(?:[A-Z][a-z]+|[A-Z]\.)\s\Z")
LINE = 80  # characters of a line that only holds the place of something


@rule.check
def placeholder(article: Article, options: Options) -> Iterator[Outcome]:
    """Marks for what is still to come, wherever a reader would meet them."""
    marked = may_have_marks(article.text)
    for block in article.prose():
        found = False
        for span in _marks(article, block.span, options, marked):
            found = True
            yield rule.finding(span, f"“{article[span]}” is a placeholder", fix=_fix(article, span))
        if not found:
            yield AGREES


def _marks(article: Article, within: Span, options: Options, marked: bool) -> Iterator[Span]:
    text = article.text
    if len(within) <= LINE and HELD.fullmatch(text, within.start, within.end):
        yield within
        return
    marked = marked and may_have_marks(article[within])
    for match in MARKS.finditer(text, within.start, within.end) if marked else ():
        if match[0] != "TK" or not NAMED_BEFORE.search(text, max(within.start, match.start() - 20), match.start()):
            yield Span(*match.span())
    for match in FIELDS.finditer(text, within.start, within.end) if marked else ():
        if article.enclosing(Quote, match.start()) is None:
            yield Span(*match.span())
    for mark in options.also:
        at = text.find(mark, within.start, within.end)
        while at >= 0:
            yield Span(at, at + len(mark))
            at = text.find(mark, at + len(mark), within.end)


def _fix(article: Article, span: Span) -> Fix | None:
    """Delete a mark that asks for nothing: CQ, which says that what stands before it is right."""
    if article[span].strip("[]()").lower() != "cq":
        return None
    start = span.start - (article.text[span.start - 1 : span.start] == " ")
    return Fix(f"delete “{article[span]}”", (Edit(Span(start, span.end), ""),))
