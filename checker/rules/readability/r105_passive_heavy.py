"""One passive sentence after another.

A passive now and then is good writing: the victim matters more than the car. In a row they hide who does things, and
that is what news is about. In published news one sentence in six is passive, and one article in eleven has three in a
row.

## Flagged

> The vote was held on Monday night. The plan was approved by a wide margin. The old pier will be closed in May.

## Fine

> The council voted on Monday night. It approved the plan by a wide margin. The old pier will be closed in May.

> Two men were killed when the bus left the road. Police are looking for the driver. Both men were named on Sunday.

> She is worried about the pier. Her house is located next to it. She was born there.

## Limits

Only forms of “to be” with a participle are read, which takes “was known” for a passive. A sentence that is mostly
quotation ends a run, as one in the active does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.wordclass import ADVERB, PARTICIPLE, PAST, word_class
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.readability import measure
from checker.readability.counts import Counted
from checker.readability.sentences import own_words
from checker.rule import Rule


@dataclass(frozen=True)
class Options:
    """What is too many."""

    run: int = 3
    """How many passive sentences in a row are too many."""


rule = Rule(__name__, Severity.NOTE, Options)

BE = frozenset("is are was were be been being isn't aren't wasn't weren't".split())
BETWEEN = frozenset("not also been being".split())
REACH = 2  # words between “was” and the participle
# After “to be” these are adjectives, or say a state that nobody brings about.
STATES = frozenset(
    "accustomed aged aimed based born bound committed complicated concerned connected convinced dedicated delighted "
    "determined disappointed dressed excited frightened interested involved known located married mistaken needed "
    "pleased prepared related retired satisfied scared shocked situated supposed surprised tired united used "
    "worried".split()
)


@rule.check
def passive_heavy(article: Article, options: Options) -> Iterator[Outcome]:
    """Look for runs of passive sentences."""
    run: list[Span] = []
    for sentence in measure(article).sentences:
        passive = _passive(article, sentence) if sentence.own.words else None
        if passive is not None:
            run.append(passive)
            continue
        yield from _outcomes(article, run, options.run)
        run = []
    yield from _outcomes(article, run, options.run)


def _outcomes(article: Article, run: list[Span], limit: int) -> Iterator[Outcome]:
    if len(run) < limit:
        yield AGREES
        return
    first, *others = run
    message = f"{len(run)} passive sentences in a row, from “{article[first]}” to “{article[others[-1]]}”"
    yield rule.finding(first, message, [Related(passive, "passive too") for passive in others])


def _passive(article: Article, sentence: Counted) -> Span | None:
    """The first “was held” of a sentence."""
    found = list(own_words(article, sentence))
    words = [word.lower().replace("’", "'") for word, _ in found]
    for at, word in enumerate(words):
        if word not in BE:
            continue
        last = at + 1
        while last < min(len(words), at + 1 + REACH) and _may_stand_between(words[last]):
            last += 1
        if last < len(words) and word_class(words[last]) in (PARTICIPLE, PAST) and words[last] not in STATES:
            return Span(found[at][1].start, found[last][1].end)
    return None


def _may_stand_between(word: str) -> bool:
    return word in BETWEEN or word_class(word) == ADVERB
