"""A paragraph is a wall of text.

On a telephone 150 words fill the screen. Half of the paragraphs of published news have 33 words or fewer, and one in
fifty has more than 140.

## Flagged

> The ferry to the island will sail again from Friday. It had been tied up since a storm broke its
> ramp in March. Two men were hurt on that night, but both are back at work. The boat leaves at eight
> each day and is back at noon. A ticket costs £12, which is £2 more than last year. Children under
> ten go free. Bikes and dogs are let on for no extra charge. The shop on the island has had no fresh
> milk since the weekend, and the school was shut for two weeks. Some of the older people had to be
> flown out to see a doctor. The new ramp was built in a yard at the head of the bay. It is made of
> steel and weighs nine tons. The yard had it done in ten weeks, and the crew tried it out in high
> wind on Monday. The harbour master says that it will last for thirty years.

## Fine

> The ferry to the island will sail again from Friday. It had been tied up since a storm broke its ramp in March.
> Two men were hurt on that night, but both are back at work.

## Limits

Block quotations are left out, and so is a paragraph of one sentence, which is a matter for R102.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from checker.article import Article, BlockKind
from checker.finding import AGREES, Outcome, Severity
from checker.readability import measure
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What is too long."""

    words: int = 150
    """How many words a paragraph may have."""


rule = Rule(__name__, Severity.NOTE, Options)


@rule.check
def long_paragraph(article: Article, options: Options) -> Iterator[Outcome]:
    """Compare the length of every paragraph of two sentences or more with the limit."""
    for block, inside in groupby(measure(article).sentences, key=lambda sentence: sentence.block):
        sentences = list(inside)
        if block.kind is BlockKind.BLOCKQUOTE or len(sentences) < 2:
            continue
        length = sum(sentence.whole.words for sentence in sentences)
        if length > options.words:
            message = f"{length} words in one paragraph of {len(sentences)} sentences, {options.words} at most"
            yield rule.finding(block.span, message)
        else:
            yield AGREES
