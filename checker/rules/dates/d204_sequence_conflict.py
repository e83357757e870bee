"""What follows from an event is dated before it.

Nobody is arrested on Monday for what was done on Tuesday: one of the two days is wrong.

## Flagged

> A man was arrested on March 2 for a robbery on March 3, the police said.

> Published: 2026-03-04
>
> She was sentenced on Monday over a fire on Tuesday that gutted the mill.

## Fine

> A man was arrested on March 3 for a robbery on March 2, the police said.

> A man was arrested on March 2 over a plan to rob a bank on March 3.

## Limits

Reads one sentence at a time, in which a verb that answers to a deed (arrested, charged, fined, apologised)
stands before “for”, “over”, “after” or “following”. Whatever is said to come “after” an “-ing” is compared
with it. Weekdays alone are compared when the publication date is known.
Plans, threats and sentences with will or due are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.annotate.sentences import Sentence
from checker.article import Article
from checker.finding import AGREES, Confidence, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.WARNING, confidence=Confidence.MEDIUM)

ANSWERS = frozenset(
    "arrested charged detained jailed sentenced convicted fined sued indicted acquitted suspended sacked fired "
    "dismissed resigned apologised apologized died buried treated rescued freed released "
    "punished banned expelled".split()
)
LINKS = frozenset("for over after following".split())
OF_DEEDS = frozenset("with of".split())  # charged with, convicted of
CHARGES = frozenset("charged convicted acquitted accused".split())
ACCUSED = (["accused", "of"], ["suspected", "of"], ["charged", "with"])
PARTING = frozenset("and ; .".split())
POINTS = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})
BEFORE = 5  # words before a date in which the answer stands
AHEAD = frozenset(
    "will would due plan plans planned planning plot plotting threatened threat ahead before until scheduled going "
    "could may might conspiring conspiracy attempt trying appeal appear hearing trial next expected bail".split()
)


@rule.check
def sequence_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the days of an answer and of the deed that it answers to."""
    for answer, deed in pairwise(article.mentioned(Date)):
        if answer.grain not in POINTS or deed.grain is not answer.grain or not linked(article, answer, deed):
            continue
        if answer.first and deed.first:
            reverse = answer.first < deed.first
        elif answer.month is not None and answer.month == deed.month and answer.day and deed.day:
            reverse = answer.day < deed.day
        else:
            continue
        if not reverse:
            yield AGREES
            continue
        yield rule.finding(
            deed.span,
            f"{article[deed.span]} is after {article[answer.span]}, though what happened then answers to it",
            [Related(answer.span, "the answer")],
        )


def linked(article: Article, answer: Date, deed: Date) -> bool:
    """Whether the first date is that of an answer and the second that of the deed: “arrested on A for … on B”."""
    sentence = article.enclosing(Sentence, answer.span.start)
    if sentence is None or deed.span not in sentence.span:
        return False
    words, tokens = article.tokens.lower, article.tokens
    before = tokens.within(sentence.span.start, answer.span.start)
    between = tokens.within(answer.span.end, deed.span.start)
    gap = words[between.start + (words[between.start : between.start + 1] == [","]) : between.stop]
    if not gap or not AHEAD.isdisjoint(words[before.start : between.stop]):
        return False
    if gap[0] == "after" and len(gap) > 1 and gap[1].endswith("ing"):
        return PARTING.isdisjoint(gap)  # whoever it was, the one came after the other
    said = words[before.start : before.stop][-BEFORE:]
    if not ANSWERS.isdisjoint(said) and gap[0] in LINKS | OF_DEEDS:
        return PARTING.isdisjoint(gap) and (gap[0] in LINKS or not CHARGES.isdisjoint(said))
    accused = any([one, two] in ACCUSED for one, two in pairwise(gap))
    return accused and not ANSWERS.isdisjoint(said)
