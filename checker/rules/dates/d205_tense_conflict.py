"""A past event is dated after publication, or a coming one before it.

The year is a slip of the hand, or the story was written before the event and published after it.

## Flagged

> Published: 2025-03-04
>
> The court rejected the appeal on March 14, 2025, and ordered a new trial.

> Published: 2025-03-04
>
> The library will reopen on February 10, 2025, with a concert.

## Fine

> Published: 2025-03-04
>
> The court rejected the appeal on February 14, 2025, and ordered a new trial by June 1, 2025.

> Published: 2025-03-04
>
> The bonds were sold at par and mature on June 1, 2031.

## Limits

Looks at full dates only, with day, month and year, and at the verb nearest before them in the sentence, or after them
at its start. Says nothing of dates a day after publication, which time zones explain, of deadlines and terms (until,
by, due), of what was added later (updated, correction, retrieved), and of what somebody said was coming. Needs the
publication date.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from checker.annotate.dates import Date, Grain
from checker.annotate.dates.tense import Direction, direction
from checker.annotate.sentences import Sentence
from checker.article import Article
from checker.finding import AGREES, Confidence, Outcome, Severity
from checker.rule import NoOptions, Rule
from checker.rules.dates._events import names_an_event

rule = Rule(__name__, Severity.WARNING, confidence=Confidence.MEDIUM, needs_published=True)

ZONES = timedelta(days=1)  # a dateline east of the desk
STALE = timedelta(days=1)  # a preview may run on the day after its event
# Words that tie a date to a plan, a term or a deadline: what they date may well lie ahead.
AHEAD = frozenset(
    "will would shall expected expects due until till by through maturing matures mature maturity scheduled schedule "
    "deadline planned plans plan set expire expires expiring expiry valid effective coming next starting beginning "
    "starts begins before ends ending scheduled slated running no convention term delivery redeem redeemable payable "
    "could may might should to opening for".split()
)
# What is added to a story after it was published carries its own date.
ADDED = frozenset("correction corrected clarification updated update amended retrieved accessed archived note".split())
BEHIND = frozenset("was were had said told since after from earlier previously originally been".split())
FULL = frozenset({Grain.DAY, Grain.RANGE})
SLIP = timedelta(days=120)  # a date that many days back, but for its year, is a slip of the year
COARSE = frozenset({Grain.MONTH, Grain.YEAR})
PRESENT = frozenset({"is", "are"})
DUE = frozenset("due expected scheduled slated set".split())
QUOTED = frozenset("if when whether".split())
NEAR_DUE = 6  # words before a date in which it is called due
BESIDE = 4  # words
NEAR_BEFORE = 12  # words of the clause before the date
NEAR_AFTER = 4


@rule.check
def tense_conflict(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare every full date with the publication date and the tense of its clause."""
    published = article.meta.published
    if published is None:
        return
    for mention in article.mentioned(Date):
        if not mention.first or mention.year is None or mention.resolved:
            continue
        if mention.grain in FULL and mention.month and mention.day:
            fault = conflict(article, mention, mention.first, published) or overdue(article, mention, published)
        elif mention.grain in COARSE and mention.last:
            fault = overdue(article, mention, published) or too_late(article, mention, published)
        else:
            continue
        if fault is None:
            yield AGREES
        else:
            yield rule.finding(mention.span, f"{article[mention.span]} is {fault}, {published}")


def conflict(article: Article, mention: Date, day: date, published: date) -> str | None:
    """How the tense of a date's clause speaks against it; None when it does not."""
    sentence = article.enclosing(Sentence, mention.span.start)
    if sentence is None:
        return None
    tokens = article.tokens
    bounds = tokens.within(sentence.span.start, sentence.span.end)
    inside = tokens.within(mention.span.start, mention.span.end)
    if not inside:
        return None
    before = set(tokens.lower[max(bounds.start, inside.start - NEAR_BEFORE) : inside.start])
    after = set(tokens.lower[inside.stop : min(bounds.stop, inside.stop + NEAR_AFTER)])
    looks = direction(tokens.lower, inside.start, inside.stop, bounds.start, bounds.stop)
    if day > published + ZONES and looks is Direction.PAST:
        reach = BESIDE if is_year_slip(day, published) else NEAR_BEFORE
        before = set(tokens.lower[max(bounds.start, inside.start - reach) : inside.start])
        return None if (AHEAD | ADDED) & before else "told as past but lies after the publication date"
    is_plan = tokens.lower[inside.start - 1] == "on" and "will" in before and not BEHIND & (before | after)
    if day < published - STALE and looks is Direction.FUTURE and is_plan:
        return "told as coming but lies before the publication date"
    return None


def overdue(article: Article, mention: Date, published: date) -> str | None:
    """Whether something “is due in” or “is expected on” a date that has passed."""
    first = article.tokens.at(mention.span.start)
    before = article.tokens.lower[max(0, first - NEAR_DUE) : first]
    due = any(before[at] in PRESENT and before[at + 1] in DUE for at in range(len(before) - 1))
    if not due or mention.last is None or mention.last >= published - STALE or not (BEHIND | QUOTED).isdisjoint(before):
        return None
    return "told as coming but lies before the publication date"


def too_late(article: Article, mention: Date, published: date) -> str | None:
    """Whether an event that is told as past is dated to a month or a year after publication."""
    tokens = article.tokens
    first, sentence = tokens.at(mention.span.start), article.enclosing(Sentence, mention.span.start)
    if sentence is None or mention.first is None or mention.first <= published + ZONES:
        return None
    low = max(tokens.at(sentence.span.start), first - BESIDE)
    past = tokens.lower[first - 1] == "in" and any(names_an_event(tokens.lower, at) for at in range(low, first - 1))
    bounds = tokens.within(sentence.span.start, sentence.span.end)
    looks = direction(tokens.lower, first, tokens.at(mention.span.end - 1) + 1, bounds.start, bounds.stop)
    before = set(tokens.lower[max(bounds.start, first - NEAR_BEFORE) : first])
    late = past and looks is Direction.PAST and not (AHEAD | ADDED) & before
    return "told as past but lies after the publication date" if late else None


def is_year_slip(day: date, published: date) -> bool:
    """Whether `day` with the year before it lies shortly before publication, so that its year was mistyped."""
    if (day.month, day.day) == (2, 29):
        return False
    meant = day.replace(year=day.year - 1)
    return published - SLIP <= meant <= published
