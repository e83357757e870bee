"""What an edit left behind: places where a value still stands that was changed for the same fact elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import pairwise

from checker.annotate.dates import Date, Grain
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.sentences import Sentence
from checker.annotate.synonyms import same_thing
from checker.article import Article, BlockKind, Mention, Role, Span
from checker.rules.structure._edits import Comparison, Replaced, Stale
from checker.rules.structure._sameness import Facts, is_bare_weekday, same_value

_NEAR = 8  # tokens around a value in which words put it in the past
# Words that say that a value was true once, or was thought so.
_PAST = frozenset(
    "earlier previously previous initially initial originally formerly former preliminary revised updated "
    "corrected compared versus instead".split()
)
_DURING = frozenset("half halftime interval break".split())  # beside a score
_SAID = frozenset("said put reported told estimated given announced counted".split())
_CHANGING = frozenset(
    "up down rose risen rising rise fell fallen falling increased increase raised climbed grew".split()
)
# Words of a count that goes on: with a day beside it, it says how far the count had got on that day.
_COUNTING = frozenset(
    "toll tally count rose rises risen rising reached reaches stood stands stand put puts climbed climbs passed passes "
    "passing reported confirmed counted hit total so".split()
)
_MOVED = frozenset(
    "originally initially previously earlier postponed rescheduled moved delayed instead planned".split()
)
_MOST = 20  # changes of one value: more is a table
_HEDGED = 8.0  # about 30 may stand for all that is no further from it than a part in so many


def outdated(comparison: Comparison) -> Iterator[Stale | None]:
    """For every place where a changed value stands unchanged, whether it was left behind; None where it was not."""
    changes = [change for change in comparison.replaced if is_change(comparison, change)]
    if not changes:
        return
    facts = Facts(comparison.old)
    changed = {change.old.span for change in comparison.replaced}
    by_value: dict[Hashable, list[Replaced]] = defaultdict(list)
    for change in changes:
        for value in _values(change.old):
            by_value[value].append(change)
    for kind in (Figure, Date):
        for mention in comparison.old.mentioned(kind):
            missed = [change for value in _values(mention) for change in by_value.get(value, ())[:_MOST]]
            if not missed or mention.span in changed or (isinstance(mention, Date) and not _is_written(mention)):
                continue
            place = _standing(comparison, mention)
            if place is not None:
                yield _left_behind(comparison, facts, mention, place, missed)


def is_change(comparison: Comparison, change: Replaced) -> bool:
    """Whether another value was meant, not another form or a rounder one, in the words of the article itself."""
    old, new = change
    if is_spoken(comparison.old, old.span) or is_spoken(comparison.new, new.span) or same_value(old, new):
        return False
    if isinstance(old, Figure) and isinstance(new, Figure):
        return _count_alike(old, new) and not _rounded(old, new)
    if isinstance(old, Date) and isinstance(new, Date):
        return old.grain == new.grain and _is_written(old) and _is_written(new)
    return False


def is_spoken(article: Article, offset: Span) -> bool:
    """Whether a place is in somebody's own words or in a title."""
    quote = article.enclosing(Quote, offset.start)
    return quote is not None and quote.kind is not QuoteKind.INDIRECT


def _values(mention: Mention) -> list[Hashable]:
    """What mentions that may be of one value have in common, one or the other."""
    if isinstance(mention, Figure):
        return [(mention.kind is FigureKind.ORDINAL, mention.unit, mention.low, mention.high)]
    if not isinstance(mention, Date):
        return []
    if mention.grain is not Grain.DAY:
        return [mention.value]
    day = (mention.first.month, mention.first.day) if mention.first else (mention.month, mention.day)
    return [day, mention.weekday] if is_bare_weekday(mention) else [day]


def _count_alike(old: Figure, new: Figure) -> bool:
    """Whether the two count one thing in one unit."""
    if old.unit != new.unit or (old.kind is FigureKind.ORDINAL) != (new.kind is FigureKind.ORDINAL):
        return False
    return not (old.head and new.head) or same_thing(old.head) == same_thing(new.head)


def _rounded(old: Figure, new: Figure) -> bool:
    """Whether the one is the other said less exactly: 32 and about 30, 350 and more than 300."""
    if old.value is None and new.value is None:
        return False
    if old.value is None or new.value is None:
        return _lies_in(new.value, old) or _lies_in(old.value, new)
    apart, larger = abs(old.value - new.value), max(abs(old.value), abs(new.value))
    if old.approximate != new.approximate:
        return apart <= larger / _HEDGED
    return any(apart <= place / 2 and place * 2 <= larger for place in _places(old.value, new.value))


def _places(one: float, other: float) -> Iterator[float]:
    """The ten, hundred, … to which one of two numbers is rounded and the other is not."""
    for rough, exact in ((one, other), (other, one)):
        place = 10 ** _noughts(rough)
        if place > 1 and exact % place:
            yield place


def _is_written(date: Date) -> bool:
    """Whether a date has a name or a number of its own: not today, last year, the same day."""
    return date.grain is Grain.DURATION or any(part is not None for part in (date.year, date.month, date.weekday))


def _lies_in(value: float | None, span: Figure) -> bool:
    return value is not None and (span.low is None or value >= span.low) and (span.high is None or value <= span.high)


def _noughts(value: float) -> int:
    written = f"{value:.0f}" if value == int(value) else ""
    return len(written) - len(written.rstrip("0"))


def _standing(comparison: Comparison, mention: Mention) -> Mention | None:
    """The mention of the new version that a mention of the old one still is, where it is the article's own word."""
    there = comparison.stands(mention.span)
    if there is None:
        return None
    found = [other for other in comparison.new.mentioned(type(mention), there) if same_value(mention, other)]
    if len(found) != 1 or is_spoken(comparison.new, there):
        return None
    return None if comparison.new.block_at(there.start).role is Role.TAIL else found[0]


def _left_behind(
    comparison: Comparison, facts: Facts, was: Mention, place: Mention, missed: list[Replaced]
) -> Stale | None:
    for change in missed:
        if (
            type(change.old) is type(was)
            and facts.are_one(change.old, was)
            and not _is_told(comparison.new, place, change.new)
        ):
            return Stale(place, change)
    return None


def _is_told(article: Article, place: Mention, now: Mention) -> bool:
    """Whether the words beside a value say that it is the old one, or of another day than the new one."""
    sentence = article.enclosing(Sentence, place.span.start)
    if sentence is None or any(same_value(now, other) for other in article.mentioned(type(now), sentence.span)):
        return True
    before, after = _beside(article, sentence.span, place.span)
    near = [*_first_word(article, sentence.span), *before, *after]
    if isinstance(place, Date):
        return not _MOVED.isdisjoint(near)
    if isinstance(place, Figure) and place.kind is FigureKind.SCORE and not _DURING.isdisjoint(near):
        return True
    if ("earlier", "this") in pairwise(near):
        near.remove("earlier")  # earlier this week is a date
    if not _PAST.isdisjoint(near) or any(one == "had" and two in _SAID for one, two in pairwise(near)):
        return True
    if before[-1:] == ["from"] and not _CHANGING.isdisjoint(before):
        return True
    return not _COUNTING.isdisjoint(near) and bool(_days(article, place) - _days(article, now))


def _first_word(article: Article, sentence: Span) -> list[str]:
    """Earlier reports put the number of the injured at 32."""
    first = article.tokens.at(sentence.start)
    return article.tokens.lower[first : first + 1]


def _beside(article: Article, sentence: Span, place: Span) -> tuple[list[str], list[str]]:
    """The words right before and right behind a place, inside its sentence."""
    tokens = article.tokens
    whole, inside = tokens.within(sentence.start, sentence.end), tokens.within(place.start, place.end)
    before = tokens.lower[max(whole.start, inside.start - _NEAR) : inside.start]
    return before, tokens.lower[inside.stop : min(whole.stop, inside.stop + _NEAR)]


def _days(article: Article, place: Mention) -> set[str]:
    """The days that are named in the sentence of a value or in its entry of a timeline."""
    block, sentence = article.block_at(place.span.start), article.enclosing(Sentence, place.span.start)
    within = block.span if block.kind is BlockKind.TIMELINE_ENTRY or sentence is None else sentence.span
    return {date.value for date in article.mentioned(Date, within) if date.grain is Grain.DAY and date.value}
