"""A placeholder was left in the copy.

It marks what the writer meant to look up; printed, it tells the reader that nobody did.

## Flagged

> The ferry carried TK passengers last year, or XX percent of all who crossed.

> The mayor, Ida Holm [CQ], will speak on Monday. [insert quote from the harbour office]

> Lorem ipsum dolor sit amet, the caption said.

## Fine

> The shop is owned by TK Maxx. Women have two X chromosomes, XX, and it was Super Bowl XX.

> “They [the council] will [sic] pay,” she said [in March].

## Limits

Knows the marks of English-language desks. TK beside a name is taken for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article, Span
from checker.finding import AGREES, Edit, Fix, Outcome, Severity
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What else is a placeholder."""

    also: tuple[str, ...] = ()
    """Further marks of the house, written as they stand in the copy."""


rule = Rule(__name__, Severity.ERROR, Options)

HINTS = ("TK", "CQ", "cq", "XX", "xx", "psum", "PSUM", "[", "{", "<", "(tk", "(ck")
"""A text that has none of these has no placeholder; most texts are done with by looking for them."""

_UNIT = r"[\s-]?(?:%|per\ ?cent\b|pct\b|million|billion|people|years?\b|months?\b|days?\b)"
_MONTH = r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WANTED = (
    r"(?:quotes?|names?|dates?|links?|photos?|images?|figures?|numbers?|captions?|details?|sources?|text|comments?)"
)
_FIELD = (
    r"(?:NAME|DATE|LINK|QUOTE|HEADLINE|BYLINE|CITY|TITLE|NUMBER|AGE|URL|COMPANY|PLACE|PHOTO|IMAGE|CAPTION|SOURCE|X+)"
)
MARKS = re.compile(
    rf"""\bTK(?:TK)+\b | \bTK\b(?!\s+[A-Z])(?![-'’&.]\w)
    | [\[(](?:CQ|cq|TK|tk|FIX|CHECK|CK|ck|[sS][pP]\?|\?\?+)[\])]
    | [$£€]X{{2,}}\b | \b[Xx]{{2,}}(?={_UNIT}) | {_MONTH}\ XX\b | \bXX\ (?={_MONTH})
    | \b[Ll](?:orem|OREM)\ [Ii](?:psum|PSUM)\b
    | [\[(<](?i:insert|add|need|get)\ (?:\w+\ )?(?i:{_WANTED})\b[^\])>\n]{{0,80}}[\])>]
    | [\[<](?:FIRST\ |LAST\ )?{_FIELD}(?:\ (?:HERE|TK|TO\ COME))?[\]>]
    | \{{\{{\s*[A-Za-z_][\w.|\ ]{{0,60}}\}}\}} | \{{%[^%\n]{{1,80}}%\}} | \$\{{[A-Za-z_][\w.]{{0,40}}\}}
    | \[object\ Object\]""",
    re.X,
)
NAMED_BEFORE = re.compile(r"(?:[A-Z][a-z]+|[A-Z]\.)\s\Z")


@rule.check
def placeholder(article: Article, options: Options) -> Iterator[Outcome]:
    """Marks for what is still to come, wherever a reader would meet them."""
    if not options.also and not any(hint in article.text for hint in HINTS):
        return
    for block in article.prose():
        found = False
        for span in _marks(article, block.span, options):
            found = True
            yield rule.finding(span, f"“{article[span]}” is a placeholder", fix=_fix(article, span))
        if not found:
            yield AGREES


def _marks(article: Article, within: Span, options: Options) -> Iterator[Span]:
    text = article.text
    for match in MARKS.finditer(text, within.start, within.end):
        if match[0] != "TK" or not NAMED_BEFORE.search(text, max(within.start, match.start() - 20), match.start()):
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
