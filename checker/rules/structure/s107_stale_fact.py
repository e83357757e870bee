"""A value was changed in one place and left standing in others.

The toll is raised in the lead, and the headline and the timeline still have the one of this morning. The edit tells
what was meant, so nothing needs to be guessed.

## Flagged

> Ferry runs aground off Torvik, 32 injured
>
> - A ferry ran aground off Torvik on Sunday night and 32 people were injured.
> + A ferry ran aground off Torvik on Sunday night and 39 people were injured.

> - Judge Petra Hoffer halted the sale of the marsh on Monday.
> + Judge Petra Hofer halted the sale of the marsh on Monday.
>
> The county will appeal. "The birds were there first," Judge Hoffer said.

## Fine

> - Ferry runs aground off Torvik, 32 injured
> + Ferry runs aground off Torvik, 39 injured
>
> - A ferry ran aground off Torvik on Sunday night and 32 people were injured.
> + A ferry ran aground off Torvik on Sunday night and 39 people were injured, up from 32.

> - A ferry ran aground off Torvik on Sunday night and 32 people were injured.
> + A ferry ran aground off Torvik on Sunday night and 39 people were injured.
>
> Torvik has 32 berths and a slipway.

> - The ferry ran aground on 23 May, and twelve people were injured.
> + The ferry ran aground on May 23, and 12 people were injured.
>
> On 23 May the ferry carried twelve trucks, and twelve people were injured when it ran aground.

## Limits

Lines that open with - and + are the old and the new version. Reads figures, ages, dates, the spelling of names, the
surname that somebody is introduced with, and offices. What was replaced must stand among words that were not; a
sentence that was written anew says nothing. The place that is left must have said the same thing before the edit: the
same noun or enough of the same words. Quotations, new sentences, and places that say that the value is an earlier one
are left alone. Another first name in a later place is a warning only, since the words may have been given to a
relative.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import Figure
from checker.article import Article, Mention, Span
from checker.finding import AGREES, Confidence, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.structure._edits import Comparison, Stale
from checker.rules.structure._outdated import outdated
from checker.rules.structure._renamed import reassigned, respelt
from checker.source import Lines

rule = Rule(__name__, Severity.ERROR, needs_previous=True)

MOST_PLACES = 5  # of a misspelt name that are pointed at


@rule.check
def stale_fact(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look in the article for every value that the last edit changed elsewhere."""
    if article.previous is None:
        return
    comparison = Comparison(article.previous, article)
    for find in (outdated, respelt, reassigned):
        for found in find(comparison):
            yield AGREES if found is None else finding(comparison, found)


def finding(comparison: Comparison, found: Stale) -> Finding:
    """The finding; a warning where the edit may have put somebody else in the place."""
    related = places(comparison, found)
    message = wording(comparison, found)
    if found.sure:
        return rule.finding(found.place.span, message, related)
    return rule.finding(found.place.span, message, related, severity=Severity.WARNING, confidence=Confidence.MEDIUM)


def wording(comparison: Comparison, found: Stale) -> str:
    """The finding in words: what stands here, and what it was changed to elsewhere."""
    new, changed = comparison.new, found.missed.new.span
    line = Lines(new.source).position(new.locate(changed).start).line
    here = f"{_with_noun(new, found.place)} here"
    if found.others:
        here += f" and {len(found.others)} more time{'s' * (len(found.others) > 1)}"
    where = "above" if changed < found.place.span else "below"
    return f"{here}, changed to {new[changed]} {where} (line {line})"


def places(comparison: Comparison, found: Stale) -> list[Related]:
    """The place that was changed, with what it was, and further places that were not."""
    changed = Related(found.missed.new.span, f"was {comparison.old[found.missed.old.span]}")
    return [changed, *(Related(other.span, "also here") for other in found.others[:MOST_PLACES])]


def _with_noun(article: Article, mention: Mention) -> str:
    """What a mention says, with the noun right behind it that a figure counts."""
    span = mention.span
    if isinstance(mention, Figure) and mention.noun_span.start == span.end + 1:
        span = Span(span.start, mention.noun_span.end)
    return article[span]
