"""Splits: a total that goes on with its parts after a mark, or parts that end in their total."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.figures import Figure
from checker.rules.figures._sheet import Entry, Statement

_MARKS = frozenset(", : ( - – —".split())
_DASHES = frozenset(": ( - – —".split())
_REST = frozenset("remaining other rest".split())
_IN_ALL = frozenset("altogether total all".split())
_MADE_OF = (["made", "up", "of"], ["consists", "of"], ["consist", "of"], ["composed", "of"], ["comprises"])
_TOTALS = frozenset("total overall".split())
_LAST = frozenset({"and", "plus"})
_RECORD = frozenset("won win wins drawn drew draws lost lose tied".split())
_TOGETHER = frozenset("making giving for".split())
_LOOSE = frozenset(
    "including include includes among whom which least excluding except also both either another more "
    "than after compared previously earlier last".split()
)
# Pairs that leave nobody out.
_EVERYBODY = (frozenset({"man", "woman"}), frozenset({"boy", "girl"}), frozenset({"male", "female"}))
_FARTHEST = 12  # tokens between a total and its first part, or between two parts
_BEHIND = frozenset("from in for on at by to".split())


class Split(NamedTuple):
    """A total, its parts, and whether they claim to be all of it."""

    total: Figure
    parts: tuple[Figure, ...]
    complete: bool


def split(words: list[str], statement: Statement, counts: Sequence[Entry]) -> Split | None:
    """The total of a sentence and its parts, in the forms that say so by a mark, by “the other” or by a sum."""
    plain = all(entry.figure.value is not None and not entry.figure.approximate for entry in counts)
    if len(counts) < 3 or len(counts) > 5 or not plain:
        return None
    if _is_loose(words, counts):
        return None
    return _then_parts(words, statement, counts) or _then_total(words, counts)


def _is_loose(words: list[str], counts: Sequence[Entry]) -> bool:
    """Whether a word between the numbers lets parts overlap, be left out or be of another time."""
    among = counts[-1].first - 1
    between = [words[at] for at in range(counts[0].last, counts[-1].first) if at not in (among, among - 1)]
    return not _LOOSE.isdisjoint(between)


def _then_parts(words: list[str], statement: Statement, counts: Sequence[Entry]) -> Split | None:
    """“56 jobs, 31 of them in Britain and the remaining 25 in Ireland”, “56 pupils — 31 boys and 25 girls”."""
    total, parts = counts[0], counts[1:]
    gap = words[total.last : parts[0].first]
    if not gap or len(gap) > _FARTHEST or not _are_alike(total, parts) or not _are_joined(words, parts):
        return None
    opener = next((word for word in gap if word in _MARKS), "")
    if words[parts[-1].first - 1] in _REST and opener:
        return _split(total, parts, complete=True)
    made = any(words[total.first - len(form) : total.first] == form for form in _MADE_OF)
    if gap[-1] in _DASHES and _are_everybody(parts):
        return _split(total, parts, complete=True)
    if gap[-1] in _MARKS and _are_parallel(words, parts) and not any(part.figure.head for part in parts[1:]):
        said = words[max(statement.first, total.first - 3) : total.first]
        return _split(total, parts, made or not _IN_ALL.isdisjoint(said))
    inside = any(form == gap[at : at + len(form)] for form in _MADE_OF for at in range(len(gap)))
    return _split(total, parts, complete=True) if inside and total.figure.unit else None


def _then_total(words: list[str], counts: Sequence[Entry]) -> Split | None:
    """“31 men and 25 women among the 56 candidates”, “31 on Friday and 25 on Saturday, bringing the total to 56”."""
    total, parts = counts[-1], counts[:-1]
    gap = words[parts[-1].last : total.first]
    if len(gap) > _FARTHEST or not _are_alike(total, parts) or not _are_joined(words, parts):
        return None
    if gap[-2:] in (["among", "the"], ["of", "the"]) and _are_everybody(parts):
        return _split(total, parts, complete=True)
    if gap[:1] == ["of"] and len(gap) == 2 and all(words[part.first - 1] in _RECORD for part in parts):
        return _split(total, parts, complete=True)  # won 8, drawn 4 and lost 2 of their 14 games
    if "," not in gap or _TOTALS.isdisjoint(gap):
        return None
    if gap[-1] == "of" and words[parts[-1].first - 2 : parts[-1].first - 1] == ["plus"]:
        return _split(total, parts, complete=True)
    if gap[-1] == "of" and not _TOGETHER.isdisjoint(gap):
        return _split(total, parts, complete=True)
    return _split(total, parts, complete=False) if gap[-1] == "to" and "bringing" in gap else None


def _split(total: Entry, parts: Sequence[Entry], complete: bool) -> Split:
    return Split(total.figure, tuple(part.figure for part in parts), complete)


def _are_alike(total: Entry, parts: Sequence[Entry]) -> bool:
    """Whether the parts have the unit of the total and are smaller."""
    value = total.figure.value or 0.0
    return all(part.figure.unit == total.figure.unit and 0 < (part.figure.value or 0.0) < value for part in parts)


def _are_joined(words: list[str], parts: Sequence[Entry]) -> bool:
    """Whether the parts follow each other in one list, the last joined by “and”."""
    gaps = [words[one.last : two.first] for one, two in pairwise(parts)]
    return all(len(gap) <= _FARTHEST and not ({","} | _LAST).isdisjoint(gap) for gap in gaps) and not _LAST.isdisjoint(
        gaps[-1]
    )


def _are_parallel(words: list[str], parts: Sequence[Entry]) -> bool:
    """Whether one and the same preposition goes on behind every part: 31 from A and 25 from B."""
    behind = {words[part.last] for part in parts if part.last < len(words)}
    return len(behind) == 1 and not _BEHIND.isdisjoint(behind)


def _are_everybody(parts: Sequence[Entry]) -> bool:
    """Whether the parts are men and women, or boys and girls."""
    return frozenset(part.figure.head for part in parts) in _EVERYBODY and len(parts) == 2
