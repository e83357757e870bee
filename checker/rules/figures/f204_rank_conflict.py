"""The same city, firm or person is given two ranks.

Second-largest in one paragraph and third-largest in another: one of them is from an older list.

## Flagged

> Medan is the third-largest city in Indonesia. Medan, the second-largest city in Indonesia, has two airports.

## Fine

> Medan is the third-largest city in Indonesia. Medan, the third-largest city in Indonesia, has two airports.

> Medan is the third-largest city in Indonesia. Surabaya is the second-largest city in Indonesia.

> Medan is the third-largest city in Indonesia. By 1990 Medan had become the second-largest city.

## Limits

The name of what is ranked must stand in both sentences, alone or with the same other names, and no word of change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.names import Name
from checker.annotate.synonyms import same_thing
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._sheet import Entry, Statement, statements

rule = Rule(__name__, Severity.WARNING)

SUPERLATIVES = {
    "largest": "great", "biggest": "great", "greatest": "great", "smallest": "small", "highest": "high",
    "tallest": "high", "lowest": "low", "longest": "long", "oldest": "old", "youngest": "young", "richest": "rich",
    "busiest": "busy", "fastest": "fast", "deadliest": "deadly", "poorest": "poor", "deepest": "deep",
    "leading": "great", "most": "most", "best": "best", "worst": "worst",
}  # fmt: skip
CHANGE = frozenset(
    "become became becoming overtook overtaken overtake overtakes passed moved moves rose fell climbed dropped slipped "
    "jumped former formerly once then until after behind before ahead if would could".split()
)
RANKED = frozenset("ranked ranks rank".split())
TOLD = 3  # words behind “ranked second” that say among whom
APPOSED = re.compile(r", (?:which is |which was |now )?(?:the|its|(?:the |its )?\w+['’]s) ")
REACH = 10  # tokens between the rank and the name of what has it


@rule.check
def rank_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the ranks of one order that stand with one name."""
    known: dict[tuple[tuple[str, str], frozenset[int]], Figure] = {}
    for statement in statements(article):
        for entry in statement.entries:
            figure = entry.figure
            order = order_of(entry) or ranked(article.tokens.lower, statement, entry)
            if figure.kind is not FigureKind.ORDINAL or order is None:
                continue
            names = bearers(article, statement, entry)
            if not names or not CHANGE.isdisjoint(article.tokens.lower[statement.first : statement.last]):
                continue
            other = known.setdefault((order, names), figure)
            if other.low == figure.low:
                yield AGREES
                continue
            here, there = named(figure), named(other)
            message = f"{article[here]} here, {article[there]} above"
            yield rule.finding(here, message, [Related(there, f"{article[there]} here")])


def named(figure: Figure) -> Span:
    """A rank with the noun behind it."""
    return Span(figure.span.start, max(figure.span.end, figure.noun_span.end))


def is_apposed(between: str) -> bool:
    """Whether a rank hangs on the name before it: “in Medan, which is the second”, “in Medan, the second”."""
    return APPOSED.fullmatch(between) is not None


def order_of(entry: Entry) -> tuple[str, str] | None:
    """What is ranked by what: cities by size; None when no superlative stands with the ordinal."""
    words = entry.figure.counts.lower().split()
    order = next((SUPERLATIVES[word] for word in words if word in SUPERLATIVES), None)
    return (order, same_thing(entry.figure.head)) if order and entry.figure.head not in SUPERLATIVES else None


def ranked(words: list[str], statement: Statement, entry: Entry) -> tuple[str, str] | None:
    """What is ranked in “ranked second in the world”, by the words behind; None when those do not tell."""
    if entry.first <= statement.first or words[entry.first - 1] not in RANKED:
        return None
    behind = words[entry.last : min(statement.last, entry.last + TOLD)]
    return ("ranked", " ".join(behind)) if len(behind) == TOLD and all(word.isalpha() for word in behind) else None


def bearers(article: Article, statement: Statement, entry: Entry) -> frozenset[int]:
    """The names near a rank, those left out that only say where it holds: Indonesia's, in Indonesia."""
    found: set[int] = set()
    for name in article.mentioned(Name, statement.span):
        at = article.tokens.at(name.span.start)
        before = article.tokens.lower[at - 1] if at > statement.first else ""
        behind = article.text[name.span.end : name.span.end + 2]
        apposed = is_apposed(article.text[name.span.end : entry.figure.span.start])
        where = before in ("in", "of") and not apposed
        if abs(at - entry.first) <= REACH and not where and behind not in ("'s", "’s"):
            found.add(name.cluster)
    return frozenset(found)
