"""A timeline entry and the body give the same event two dates.

Timelines are often written last and from another source, and readers use them to look a date up.

## Flagged

> Bridge opens to traffic
>
> The Anselm bridge opened to traffic on May 3, 2024, after six years of work by the county.
>
> Timeline
>
> - 2018: Work begins on the piers.
> - May 13, 2024: The Anselm bridge opened to traffic after six years of work.

## Fine

> Bridge opens to traffic
>
> The Anselm bridge opened to traffic on May 3, 2024, after six years of work by the county.
>
> Timeline
>
> - 2018: Work begins on the piers.
> - May 2024: The Anselm bridge opened to traffic after six years of work.

## Limits

Compares an entry only with the sentence of the body that shares most of its words, and stays silent when that sentence
has a date that agrees, or when the two share too little. Dates that differ in more than one of day, month and year need
nearly the same words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from checker.annotate.dates import Date
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content
from checker.article import Article, BlockKind, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._agreement import agree, is_point, near
from checker.rules.dates._timeline import timelines

rule = Rule(__name__, Severity.WARNING)

SAME_WORDS = 0.6  # of an entry's stems, in the sentence: the event is told in nearly the same words
SAME_EVENT = 0.3  # enough for dates that differ in one part, when a number or a name is among them
LEAST_SHARED = 4  # stems
NOT_BODY = frozenset({BlockKind.TIMELINE_ENTRY, BlockKind.CELL, BlockKind.HEADLINE, BlockKind.DATELINE})
COMMON = 60  # sentences: a stem in more of them finds nothing


@rule.check
def timeline_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare each entry that opens with a date with the sentence of the body that tells its event."""
    entries = [entry for timeline in timelines(article) for entry in timeline]
    if not entries:
        return
    body = Body(article)
    for opening, event in entries:
        told = body.telling(event, opening) if opening is not None and is_point(opening) else None
        if opening is None or told is None:
            continue
        if any(agree(opening, date) for date in told):
            yield AGREES
            continue
        other = told[0]
        yield rule.finding(
            opening.span,
            f"{article[opening.span]} here, {article[other.span]} in the text for what reads as the same event",
            [Related(other.span, "the date in the text")],
        )


class Body:
    """The dated sentences outside the timeline, found by their words."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.dated: list[list[Date]] = []
        self.stems: list[frozenset[str]] = []
        self._holding: dict[str, list[int]] = defaultdict(list)
        for block in article.prose():
            if block.kind not in NOT_BODY:
                for sentence in article.mentioned(Sentence, block.span):
                    self._add(sentence.span)

    def _add(self, sentence: Span) -> None:
        dates = [date for date in self.article.mentioned(Date, sentence) if is_point(date)]
        if not dates:
            return
        stems = content(self.article, sentence)
        for stem in stems:
            self._holding[stem].append(len(self.dated))
        self.dated.append(dates)
        self.stems.append(stems)

    def telling(self, event: Span, opening: Date) -> list[Date] | None:
        """The dates of the sentence that tells of `event`; None when none does clearly enough."""
        words = content(self.article, event)
        shared: Counter[int] = Counter()
        for stem in words:
            if len(self._holding[stem]) <= COMMON:
                shared.update(self._holding[stem])
        if not shared:
            return None
        best, count = max(shared.items(), key=lambda item: (item[1], -item[0]))
        share = count / len(words)
        if share >= SAME_WORDS and count >= min(LEAST_SHARED, max(3, len(words))):
            return self.dated[best]
        common = words & self.stems[best]
        telling = share >= SAME_EVENT and count >= LEAST_SHARED and any(word[0].isdigit() for word in common)
        return self.dated[best] if telling and all(near(opening, date) for date in self.dated[best]) else None
