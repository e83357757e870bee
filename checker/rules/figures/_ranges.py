"""Ranges: which two numbers are the ends of one, and which are rivals, scores or changes."""

from __future__ import annotations

from checker.annotate.figures import FigureKind
from checker.annotate.figures.units import PERCENT
from checker.article import Article
from checker.rules.figures._arithmetic import printed
from checker.rules.figures._sheet import Entry, Statement

_RANGING = frozenset("range ranges ranged ranging anywhere vary varies varied varying priced".split())
# Where these stand, “45 to 35” may be the result of a contest or a change.
_CONTEST = frozenset(
    "poll polls polled lead leads led leading ahead beat beats beating beaten trail trails trailed trailing prevailed "
    "win wins won lose loses lost carried vote votes voted voting score scores scored support defeat defeated approve "
    "approval disapprove favorability favourability versus vs margin respectively backers ratio odds tie tied "
    "fell fall falls falling drop drops dropped slid slipped cut cuts reduced reduce reduces down from".split()
)
_RIVALS = frozenset({"point", "vote", "goal", "run", "game", "set", "seat", "degree", "percentage point"})
_LARGEST_RATIO = 4.0  # beyond it a dash or “to” joins two things that are no range
_NEAR_RATIO = 1.5
_HOURS = 24.0  # between 9 and 5 is a working day
_MAGNITUDES = (1e12, 1e9, 1e6, 1e3)
_AGED = frozenset("aged ages age".split())
_OF = frozenset("of at about around by".split())
_NEAR = 6  # tokens
_SCORES = 30.0  # below it, bare numbers with a dash are scores


def ends_of(words: list[str], entry: Entry) -> tuple[float, float] | None:
    """The two ends of a range as printed, or of two ages that read like a score."""
    figure = entry.figure
    low, high = figure.low, figure.high
    if low is None or high is None or low == high:
        return None
    if figure.kind is FigureKind.SCORE:
        return (low, high) if _AGED.intersection(words[max(0, entry.first - 1) : entry.first]) else None
    if figure.kind not in (FigureKind.RANGE, FigureKind.AGE):
        return None
    for magnitude in _MAGNITUDES:  # “between 250 and 200 million”: of millions both
        if high >= magnitude and high / magnitude < low <= high / magnitude * _LARGEST_RATIO:
            return low, high / magnitude
    return low, high


def may_range(words: list[str], statement: Statement, one: Entry, two: Entry) -> bool:
    """Whether two figures with “to” between them are the ends of a range."""
    if one.figure.unit not in ("", two.figure.unit) or not (two.figure.unit or two.figure.head):
        return False  # prices of bills range from the highest down
    if words[one.first - 1] == "from":
        return words[one.first - 2] in _RANGING
    near = (printed(one.figure) or 0.0) <= _NEAR_RATIO * (printed(two.figure) or 0.0)
    return near and words[one.first - 1] in _OF and not _is_contested(words, statement, one, shares=True)


def is_range(article: Article, words: list[str], statement: Statement, entry: Entry, ends: tuple[float, float]) -> bool:
    """Whether the two numbers are the ends of a range and not rivals, a score or a change."""
    figure, text = entry.figure, article[entry.figure.span].lower()
    if text.startswith("between "):
        return bool(figure.unit or figure.head) or ends[0] > _HOURS or ends[0] % 1 > 0
    if figure.kind is FigureKind.SCORE:
        return True
    if ends[0] > ends[1] * _LARGEST_RATIO or figure.unit in _RIVALS or figure.head in _RIVALS:
        return False
    if " - " in text or " – " in text or not (figure.unit or figure.head):
        return False
    if figure.kind is not FigureKind.AGE and _is_contested(words, statement, entry, figure.unit == PERCENT):
        return False
    return bool(figure.unit) or " to " in text or ends[1] >= _SCORES


def _is_contested(words: list[str], statement: Statement, entry: Entry, shares: bool) -> bool:
    """Whether words of contests and changes stand around, for shares anywhere in the sentence."""
    first = statement.first if shares else max(statement.first, entry.first - _NEAR)
    last = statement.last if shares else min(statement.last, entry.last + _NEAR)
    return not _CONTEST.isdisjoint(words[first:last])
