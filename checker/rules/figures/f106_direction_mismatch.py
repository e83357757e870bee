"""The values of a change go the other way than its verb.

One of the two values was mistyped, or the two were swapped, and the story now says the opposite of what happened.

## Flagged

> Complaints fell from 900 to 1,200.

> The toll rose to 12 dead from 15 dead the day before.

> The fund cut its holding to 40,000 shares, down from 32,000 shares.

## Fine

> Complaints rose from 900 to 1,200.

> The song crept up from six to five in the charts.

> Losses rose from $2m to $5m after costs fell.

## Limits

Silent where words of both directions stand near the values, in charts and rankings, on exchange rates and yields,
whose direction depends on who looks, and where a profit turns into a loss.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.figures import FigureKind
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule
from checker.rules.figures._changes import Change, changes, intervals

rule = Rule(__name__, Severity.ERROR)

# Where these stand, a smaller number may be the better one, or one thing is measured in another.
TURNED = frozenset(
    "chart charts rank ranks ranked ranking rankings rated table league place places spot seed seeded single album "
    "song track hit yen dollar euro sterling pound mark marks franc currency yield yields bond bonds rupee rouble "
    "peso ratio odds handicap strokes shots under par minus negative below zero loss losses deficit deficits debt "
    "profit".split()
)
# Words of change that may belong to the thing that changes: growth fell, higher prices.
NAMING = frozenset(
    "growth growing gain gains more less fewer higher lower off reduction improvement contraction".split()
)
CLOSE = 7  # tokens between the verb and the values


@rule.check
def direction_mismatch(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Compare the values of each change with the way its verb says."""
    words = article.tokens.lower
    for change in changes(article):
        if change.direction == 0 or not change.firm or not is_plain(words, change):
            continue
        before, after = intervals(change)
        against = after[1] < before[0] if change.direction > 0 else after[0] > before[1]
        if not against:
            yield AGREES
            continue
        word = Span(article.tokens.starts[change.word], article.tokens.ends[change.word])
        yield rule.finding(
            word,
            f"“{article[word]}”, but from {article[change.before.span]} to {article[change.after.span]} is "
            + ("a rise" if change.direction < 0 else "a fall"),
            [Related(change.before.span, "the value before"), Related(change.after.span, "the value after")],
        )


def is_plain(words: list[str], change: Change) -> bool:
    """Whether the verb governs the values and nothing turns its direction round."""
    if change.first - change.word > CLOSE or words[change.word] in NAMING:
        return False
    if FigureKind.RANGE in (change.before.kind, change.after.kind):
        return False
    return TURNED.isdisjoint(words[change.statement.first : change.statement.last])
