"""“The first since” a date, though one is dated between.

Superlatives of time are taken over from a press release, and the archive in the same story contradicts them.

## Flagged

> Published: 2026-03-04
>
> Torvik won the regatta on Sunday, its first regatta win since 2019, to the joy of the crowd.
>
> Its crew is young. The regatta win of 2022 was celebrated in Torvik for three days.

## Fine

> Published: 2026-03-04
>
> Torvik won the regatta on Sunday, its first regatta win since 2022, to the joy of the crowd.
>
> Its crew is young. The regatta win of 2019 was celebrated in Torvik for three days.

## Limits

Looks for a sentence that has the same thing and two more telling words in common (one, where the sentence has no
more), with a date between the two.
Sentences that deny (no, never, failed, without, lost) are left alone. Needs the publication date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content, stem
from checker.article import Article, Span
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.WARNING, confidence=Confidence.MEDIUM, needs_published=True)

POINTS = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})
DENIES = frozenset("no not never none failed fail without lost cancelled canceled last missed nor since first".split())
REACH = 60  # characters between “first” and “since”
NEWS = timedelta(days=30)  # before publication: what is dated then may be the first one itself
SHARED = 3  # stems in common, the thing itself among them
LEAST = 2  # of a sentence that says no more than that


@rule.check
def first_since_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each “first … since” with the dated sentences that tell of the same thing."""
    published = article.meta.published
    for first in article.mentioned(Figure):
        if published is None or first.kind is not FigureKind.ORDINAL or first.low != 1:
            continue
        since = since_of(article, first)
        sentence = article.enclosing(Sentence, first.span.start)
        if since is None or since.last is None or sentence is None:
            continue
        between = dated_between(article, sentence.span, first, since.last, published - NEWS)
        if between is None:
            yield AGREES
            continue
        yield rule.finding(
            Span(first.span.start, since.span.end),
            f"the first since {article[since.span]}, but {article[between.span]} stands for one between",
            [Related(between.span, "dated between")],
        )


def since_of(article: Article, first: Figure) -> Date | None:
    """The date of “since …” behind “first”."""
    for point in article.mentioned(Date, Span(first.span.end, first.span.end + REACH)):
        if point.bound == "since" and point.grain in POINTS:
            return point
    return None


def dated_between(article: Article, own: Span, first: Figure, low: date, high: date) -> Date | None:
    """The date, after `low` and before `high`, of a sentence other than `own` that tells of the same thing."""
    words = {word for word in content(article, own) if word[0].isalpha() and word != "first"}
    thing, wanted = stem(first.head) if first.head else "", min(SHARED, max(LEAST, len(words)))
    for point in article.mentioned(Date):
        inside = point.grain in POINTS and point.first and point.last and low < point.first and point.last < high
        sentence = article.enclosing(Sentence, point.span.start) if inside and not point.bound else None
        if sentence is None or sentence.span == own:
            continue
        stems = content(article, sentence.span)
        tokens = article.tokens
        said = {tokens.lower[at] for at in tokens.within(sentence.span.start, sentence.span.end)}
        if (not thing or thing in stems) and len(stems & words) >= wanted and not DENIES & said:
            return point
    return None
