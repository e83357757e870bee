"""A correction names a wrong value that still stands in the story.

The note was added and the story was not mended, or only in one of the places.

## Flagged

> Ferry runs aground off Torvik
>
> Twelve sailors were rescued when a ferry ran aground off Torvik on Sunday night.
>
> Correction: The number of sailors rescued from the ferry was 14, not 12.

## Fine

> Ferry runs aground off Torvik
>
> Fourteen sailors were rescued when a ferry ran aground off Torvik on Sunday night, 12 miles from the harbour.
>
> Correction: The number of sailors rescued from the ferry was 14, not 12.

> Ferry runs aground off Torvik
>
> Fourteen sailors were rescued when a ferry ran aground off Torvik on Sunday night.
>
> An earlier version of this article said that 12 sailors were rescued. It was 14.

## Limits

Reads notes that open with Correction, Clarification, Editor's note or the like, and those of the metadata, for figures,
dates and the spelling of names: “14, not 12”, “from 12 to 14”, “an earlier version said 12”. The sentence that still
has the value must share words with the note and must not have the right value too; quotations are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.structure._notes import TakenBack, notes, taken_back
from checker.rules.structure._standing import standing

rule = Rule(__name__, Severity.ERROR)

MOST_NOTES = 20  # a page of more is a column of corrections to other stories


@rule.check
def stale_correction(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look in the story for every value that a note takes back."""
    found = list(islice(notes(article), MOST_NOTES + 1))
    if len(found) > MOST_NOTES:
        return
    spans = [note.span for note in found if note.article is article]
    for note in found:
        for value in taken_back(note):
            places = list(standing(article, value, spans))
            if not places:
                yield AGREES
            related = [Related(value.wrong.span, "the correction")] if note.article is article else []
            for place in places:
                yield rule.finding(place.span, wording(value, article[place.span]), related)


def wording(value: TakenBack, here: str) -> str:
    """The finding in words: the value, and what the note says of it."""
    said = value.note.article
    return f"{here} still stands here, the correction says {said[value.right.span]}, not {said[value.wrong.span]}"
