"""The story's own dated event is not in its timeline.

A timeline is often carried over from the last story, and ends before the news that it stands beside.

## Flagged

> Ferry harbour closed
>
> The council of Torvik closed the ferry harbour on May 20, 2025, after ninety years.
>
> Timeline
>
> - April 3, 1935: The harbour is dug.
> - June 9, 1988: The second pier opens.
> - March 12, 2025: The last herring boat is sold.

## Fine

> Ferry harbour closed
>
> The council of Torvik closed the ferry harbour on May 20, 2025, after ninety years.
>
> Timeline
>
> - April 3, 1935: The harbour is dug.
> - June 9, 1988: The second pier opens.
> - May 20, 2025: The harbour is closed.

## Limits

Looks at timelines of three entries or more, and only at the first day of the past that the lead tells in the
reporter's own words. An entry of that month, of that year or of a stretch that has the day in it will do.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.dates import Date, Grain
from checker.annotate.quotes import Quote
from checker.article import Article, BlockKind, Role
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

LEAST_ENTRIES = 3
STORY = (BlockKind.STANDFIRST, BlockKind.PARAGRAPH)


@rule.check
def timeline_missing_entry(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for the day of the lead among the entries of the timeline."""
    entries = [block.span for block in article.blocks if block.kind is BlockKind.TIMELINE_ENTRY]
    dates = [date for entry in entries for date in article.mentioned(Date, entry)]
    event = _event(article) if len(entries) >= LEAST_ENTRIES and dates else None
    if event is None:
        return
    if any(_may_be(event, date) for date in dates):
        yield AGREES
        return
    message = f"{article[event.span]} is told in the lead and has no entry in the timeline"
    yield rule.finding(event.span, message, [Related(entries[-1], "the last entry")])


def _event(article: Article) -> Date | None:
    """The first day of the past in the lead."""
    today = article.meta.published or article.meta.updated
    for block in article.blocks:
        if block.role is not Role.LEAD or block.kind not in STORY:
            continue
        for date in article.mentioned(Date, block.span):
            if date.grain is not Grain.DAY or date.first is None or date.bound:
                continue
            if (today and date.first > today) or article.enclosing(Quote, date.span.start):
                continue
            return date
    return None


def _may_be(event: Date, entry: Date) -> bool:
    """Whether an entry's date may be that of the event; what the entry leaves open cannot differ."""
    if event.first is None:
        return True
    if entry.first or entry.last:
        return (entry.first is None or entry.first <= event.first) and (entry.last is None or event.first <= entry.last)
    told = ((entry.year, event.first.year), (entry.month, event.first.month), (entry.day, event.first.day))
    return all(mine is None or mine == theirs for mine, theirs in told)
