"""A headline, a caption or a pull quote spells a name in another way than the story.

Whoever sets the display type works from memory, and the bearer of the name sees it first.

## Flagged

> File photo: Jon Halvorsen outside the court on Monday.
> John Halvorsen, a fisherman, was cleared on Monday. "I never doubted it," said Halvorsen.

> Clark resigns over ferry contract
> Ruth Clarke has resigned as chair of the port. Clarke, who is 61, said that she was tired, and Clarke's deputy agreed.

## Fine

> Clarke resigns over ferry contract
> Ruth Clarke has resigned as chair of the port. Clarke, who is 61, said that she was tired, and Clarke's deputy agreed.

> File photo: Jon Halvorsen outside the court on Monday.
> Jonathan Halvorsen, a fisherman, was cleared on Monday. "I never doubted it," said Halvorsen.

> Clark and Clarke resign over ferry contract
> Ruth Clarke has resigned as chair of the port, and so has Tom Clark. Clarke, who is 61, said that she was tired.

## Limits

Compares people only, with those whom the story names in full. The two spellings must be one letter apart or sound
alike, and the one in display type must not stand in the story at all. What N101 says of a pair of spellings is not said
again: it reads headlines and captions too, and sees every slip that is no name in its own right.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.names.words import Words
from checker.article import Article
from checker.finding import AGREES, Finding, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.names._display import Shown, Story, shown
from checker.rules.names._forms import forms, span_of
from checker.rules.names._slips import is_slip

rule = Rule(__name__, Severity.ERROR)


@rule.check
def caption_name_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for the people of every line of display type in the story."""
    words = article.once(Words)
    display = list(shown(words))
    if not display:
        return
    story = Story(words)
    found = None
    for line in display:
        if story.has(line.key):
            yield AGREES
            continue
        other = story.counterpart(line)
        if other < 0:
            continue
        found = forms(words) if found is None else found
        one, right = found.get(line.key), found.get(story.key(other))
        if one and right and (is_slip(words, one, right) or is_slip(words, right, one)):
            continue
        yield _finding(words, line, other)


def _finding(words: Words, line: Shown, other: int) -> Finding:
    here, there = span_of(words, line.token), span_of(words, other)
    message = f"“{words.article[here]}” in the {line.place}, “{words.article[there]}” in the story"
    return rule.finding(here, message, [Related(there, "spelt so here")])
