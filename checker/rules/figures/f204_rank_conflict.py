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
REACH = 10  # tokens between the rank and the name of what has it


@rule.check
def rank_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the ranks of one order that stand with one name."""
    known: dict[tuple[tuple[str, str], frozenset[int]], Figure] = {}
    for statement in statements(article):
        for entry in statement.entries:
            figure = entry.figure
            if figure.kind is not FigureKind.ORDINAL or (order := order_of(entry)) is None:
                continue
            names = bearers(article, statement, entry)
            if not names or not CHANGE.isdisjoint(article.tokens.lower[statement.first : statement.last]):
                continue
            other = known.setdefault((order, names), figure)
            if other.low == figure.low:
                yield AGREES
                continue
            here, there = Span(figure.span.start, figure.noun_span.end), Span(other.span.start, other.noun_span.end)
            message = f"{article[here]} here, {article[there]} above"
            yield rule.finding(here, message, [Related(there, f"{article[there]} here")])


def order_of(entry: Entry) -> tuple[str, str] | None:
    """What is ranked by what: cities by size; None when no superlative stands with the ordinal."""
    words = entry.figure.counts.lower().split()
    order = next((SUPERLATIVES[word] for word in words if word in SUPERLATIVES), None)
    return (order, same_thing(entry.figure.head)) if order and entry.figure.head not in SUPERLATIVES else None


def bearers(article: Article, statement: Statement, entry: Entry) -> frozenset[int]:
    """The names near a rank, those left out that only say where it holds: Indonesia's, in Indonesia."""
    found: set[int] = set()
    for name in article.mentioned(Name, statement.span):
        at = article.tokens.at(name.span.start)
        before = article.tokens.lower[at - 1] if at > statement.first else ""
        behind = article.text[name.span.end : name.span.end + 2]
        if abs(at - entry.first) <= REACH and before not in ("in", "of") and behind not in ("'s", "’s"):
            found.add(name.cluster)
    return frozenset(found)
