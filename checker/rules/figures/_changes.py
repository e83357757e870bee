"""Changes: two values of one thing in a sentence, from which to which, and how the sentence calls the change."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.figures.units import PERCENT, PERCENTAGE_POINT, SHARE
from checker.article import Article
from checker.rules.figures._arithmetic import hedged, printed, rounding, slack
from checker.rules.figures._sheet import Entry, Statement, remembered, statements

BASIS_POINT = "basis point"

UP = frozenset(
    "rise rises rose risen rising up increase increases increased increasing grow grows grew grown growing growth "
    "climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar soars soared soaring "
    "gain gains gained higher advance advanced expand expanded swell swelled swollen leap leaps leapt leaped "
    "balloon ballooned rocketed skyrocketed boost boosted raise raises raised raising hike hiked upped improvement "
    "upturn more".split()
)
DOWN = frozenset(
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease "
    "decreases decreased decreasing down lower lowered lowering slump slumps slumped plunge plunges plunged slide "
    "slides slid slip slips slipped dip dips dipped cut cuts cutting reduce reduces reduced reducing reduction "
    "tumble tumbles tumbled sink sank sunk shrink shrank shrunk off less fewer narrowed narrowing plummeted "
    "contracted contraction slashed trimmed halved downturn".split()
)
_FILLERS = frozenset(
    "a an the about around record just only nearly almost some approximately over under its their his her another "
    "estimated adjusted seasonally roughly more less than at least as much many almost close total high low level "
    "of".split()
)
_BREAKS = frozenset("and while but whereas although ; : — –".split())
_COMPARING = frozenset("against vs versus verses v".split())
_BEHIND_BARE = frozenset(
    "in a an last the at for on during this by when before after from to and previously earlier of year per as".split()
)
_COARSEST = 0.05  # of a value: nobody who works out a percentage rounds more roughly
_LEVELS = frozenset({FigureKind.COUNT, FigureKind.MONEY, FigureKind.MEASURE, FigureKind.PERCENT, FigureKind.RANGE})
_LOOK_BACK = 7  # tokens between “from” and its number: “from last year's harvest figure of”
_FARTHEST = 22  # tokens between the two values
_PERCENT_NEAR = 14  # tokens between a value and the percentage that goes with it
_WORD_NEAR = 9  # tokens between a verb of change and its values
_PARTING = frozenset("as while whereas and but after since though although when because ;".split())
_STATED = frozenset({PERCENT, PERCENTAGE_POINT, BASIS_POINT})
_OPENERS = frozenset("that this it which the a".split())


class Change(NamedTuple):
    """The value before and the one after, the percentage it is called and which way the words say it went."""

    before: Figure
    after: Figure
    percent: Figure | None
    direction: int
    """1 up, -1 down, 0 when the words do not say or contradict each other."""
    word: int
    """The token of the word of change; -1 without one."""
    first: int
    last: int
    """The tokens that the two values and what lies between them take."""
    firm: bool
    """Whether “from”, “to”, “up from” say which value is which; otherwise they are only compared."""
    statement: Statement


@remembered
def changes(article: Article) -> list[Change]:
    """The changes that the article gives with both values."""
    known = statements(article)
    return [
        change
        for at, statement in enumerate(known)
        if len(statement.entries) > 1
        for change in _changes(article.tokens.lower, statement, known[at + 1] if at + 1 < len(known) else None)
    ]


def intervals(change: Change) -> tuple[tuple[float, float], tuple[float, float]]:
    """What the values before and after may truly be; both are as fine as the finer one is printed."""
    finest = min(_fineness(change.before), _fineness(change.after))
    return _interval(change.before, finest), _interval(change.after, finest)


def _fineness(figure: Figure) -> float:
    """Half a unit of the last place that tells something: 5 for 1,680; boundless for a whole number with no zeros."""
    return (rounding(figure) if hedged(figure) else slack(figure)) or math.inf


def _interval(figure: Figure, finest: float) -> tuple[float, float]:
    if figure.kind is FigureKind.RANGE and figure.low is not None and figure.high is not None:
        half = min(rounding(figure), finest)
        return min(figure.low, figure.high) - half, max(figure.low, figure.high) + half
    value = printed(figure) or 0.0
    half = slack(figure) if hedged(figure) else min(slack(figure), finest, _COARSEST * abs(value))
    return value - half, value + half


def _changes(words: list[str], statement: Statement, following: Statement | None) -> Iterator[Change]:
    for shares in (False, True):
        levels = [entry for entry in statement.entries if _is_level(statement, entry, shares)]
        pairs = [(one, two, order) for one, two in pairwise(levels) if (order := _order(words, statement, one, two))]
        for number, (one, two, order) in enumerate(pairs):
            after = following if number == len(pairs) - 1 else None
            yield _change(words, statement, one, two, order, after)


def _is_level(statement: Statement, entry: Entry, shares: bool) -> bool:
    """Whether a figure may be one of the two values: not a share, not a conversion in brackets."""
    figure = entry.figure
    if figure.kind not in _LEVELS:
        return False
    if (figure.unit == PERCENT) is not shares or figure.unit in (SHARE, PERCENTAGE_POINT, BASIS_POINT):
        return False
    return entry.first not in statement.bracketed


def _order(words: list[str], statement: Statement, one: Entry, two: Entry) -> int:
    """1 when the values stand as before and after, -1 when as after and before, 0 when they are no pair."""
    gap = [words[at] for at in range(one.last, two.first) if at not in statement.bracketed]
    if len(gap) > _FARTHEST or not _comparable(words, one, two):
        return 0
    if not _BREAKS.isdisjoint(gap):
        return 0
    lead, other = _lead(words, statement.first, one), _lead(words, one.last, two)
    if lead == "from" and other == "to":
        return 1
    behind = _behind_comparison(words, one.last, two)
    if behind == "from" and lead == "to":
        return -1
    if behind in ("from", "than") and not (UP | DOWN).isdisjoint(gap):
        return -1
    return -1 if behind == "compared" and _ratio(one.figure, two.figure) < 12 else 0


def _lead(words: list[str], floor: int, entry: Entry) -> str:
    """The word before a value, “a record” and the like left out."""
    at = entry.first - 1
    while at > floor and words[at] in _FILLERS:
        at -= 1
    return words[at] if at >= floor else ""


def _behind_comparison(words: list[str], floor: int, entry: Entry) -> str:
    """How a value is set against the other: “from”, “than”, “compared” or nothing."""
    for at in range(entry.first - 1, max(floor, entry.first - _LOOK_BACK) - 1, -1):
        word = words[at]
        if word in ("from", "than"):
            return word
        if word in _COMPARING or (word in ("with", "to") and at > floor and words[at - 1] in ("compared", "compares")):
            return "compared"
        if not (word[0].isalnum() or word in "'’-"):
            return ""
    return ""


def _comparable(words: list[str], one: Entry, two: Entry) -> bool:
    """Whether both have one unit, or the second leaves out what the first said: “to 99bn pesos from 79bn”."""
    if one.figure.unit == two.figure.unit:
        return True
    if two.figure.unit or two.figure.kind is not FigureKind.COUNT:
        return False
    return two.last >= len(words) or not words[two.last][0].isalpha() or words[two.last] in _BEHIND_BARE


def _ratio(one: Figure, two: Figure) -> float:
    first, second = sorted((abs(_interval(one, 0.0)[1]), abs(_interval(two, 0.0)[1])))
    return second / first if first else 1e9


def _change(
    words: list[str], statement: Statement, one: Entry, two: Entry, order: int, following: Statement | None
) -> Change:
    before, after = (one, two) if order > 0 else (two, one)
    percent = _percent(words, statement, one, two) or (_percent_behind(words, following) if following else None)
    direction, word = _direction(words, statement, one, two)
    figure = percent.figure if percent else None
    firm = _lead(words, statement.first, one) in ("from", "to") or _is_directed(words, one, two)
    return Change(before.figure, after.figure, figure, direction, word, one.first, two.last, firm, statement)


def _is_directed(words: list[str], one: Entry, two: Entry) -> bool:
    """Whether “up from” or “down from” stands between the values."""
    gap = words[one.last : two.first]
    return "from" in gap and gap[gap.index("from") - 1] in ("up", "down")


def _percent(words: list[str], statement: Statement, one: Entry, two: Entry) -> Entry | None:
    """The only percentage near the pair that a word of change goes with."""
    found = [
        entry
        for entry in statement.entries
        if entry.figure.unit in _STATED
        and entry.first not in (one.first, two.first)
        and _is_near(words, statement, entry, one, two)
        and _is_called_change(words, statement, entry)
    ]
    return found[0] if len(found) == 1 else None


def _is_near(words: list[str], statement: Statement, entry: Entry, one: Entry, two: Entry) -> bool:
    """Whether no other value stands between a percentage and the pair, nor too many words."""
    if one.first < entry.first < two.first:
        return True
    ahead = entry.first < one.first
    first, last = (entry.last, one.first) if ahead else (two.last, entry.first)
    if last - first > _PERCENT_NEAR or not _PARTING.isdisjoint(words[first:last]):
        return False
    between = [other.figure.kind for other in statement.entries if first <= other.first < last]
    return all(kind is FigureKind.ORDINAL for kind in between)


def _is_called_change(words: list[str], statement: Statement, entry: Entry) -> bool:
    before = words[max(statement.first, entry.first - 4) : entry.first]
    behind = words[entry.last : min(statement.last, entry.last + 2)]
    if behind[:1] and behind[0] in ("stake", "of", "margin", "points", "point"):
        return False
    return not (UP | DOWN).isdisjoint(before) or not (UP | DOWN).isdisjoint(behind)


def _percent_behind(words: list[str], following: Statement) -> Entry | None:
    """The percentage of “That is a rise of 50%.” after the sentence with the values."""
    if not following.entries or words[following.first] not in _OPENERS:
        return None
    entry = following.entries[0]
    if entry.figure.unit not in _STATED or entry.first - following.first > 7:
        return None
    opening = words[following.first : entry.first]
    if words[following.first] in ("the", "a") and (UP | DOWN).isdisjoint(opening[:2]):
        return None
    return entry if _is_called_change(words, following, entry) else None


def _direction(words: list[str], statement: Statement, one: Entry, two: Entry) -> tuple[int, int]:
    """Which way the words around the pair say it went, and the nearest such word."""
    first = max(statement.first, one.first - _WORD_NEAR)
    found = [
        (at, 1 if words[at] in UP else -1) for at in range(first, two.first) if words[at] in UP or words[at] in DOWN
    ]
    if not found:
        return 0, -1
    if _is_directed(words, one, two):
        return found[-1][1], found[-1][0]
    ways = {way for _, way in found}
    return (found[-1][1] if len(ways) == 1 else 0), found[-1][0]
