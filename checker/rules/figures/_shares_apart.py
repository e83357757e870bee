"""Shares whose percentage stands apart from part and whole: “10 of 40 beaches failed, a failure rate of 25%”."""

from __future__ import annotations

from collections.abc import Sequence

from checker.annotate.figures.units import PERCENT, SHARE
from checker.rules.figures._sheet import Entry, Statement

_WHOSE = frozenset("the its their his her our these those".split())
_ALL = frozenset("total them those all whole applicants".split())
_CHANGING = frozenset(
    "rise rose up increase increased fell fall drop dropped down decline jump growth gain higher lower more less fewer "
    "compared against from than while whereas but last previous earlier target".split()
)
_FARTHEST = 14  # tokens between the part and its percentage
_NOUN = 4  # tokens of the whole's noun phrase


def apart(words: list[str], statement: Statement) -> tuple[Entry, Entry, Entry] | None:
    """Part, whole and percentage of a sentence that has three figures and says that they go together."""
    if len(statement.entries) != 3:
        return None
    one, two, percent = statement.entries
    if percent.figure.unit != PERCENT or not _counts(one) or not _counts(two):
        return None
    part, whole = (two, one) if _whole_first(words, statement, one, two) else (one, two)
    if part is one and not _part_of(words, one, two):
        return None
    gap = words[two.last : percent.first]
    bracketed = gap == ["("] and part is two
    if not bracketed and not _says_so(words, statement, gap, percent):
        return None
    return (part, whole, percent) if 0 < (part.figure.value or 0) <= (whole.figure.value or 0) else None


def _counts(entry: Entry) -> bool:
    figure = entry.figure
    return figure.value is not None and not figure.approximate and figure.unit not in (PERCENT, SHARE)


def _whole_first(words: list[str], statement: Statement, whole: Entry, part: Entry) -> bool:
    """“Of the 40 patients, 10 …”, “40 students, of whom 10 …”, “40 people applied and 10 were accepted”."""
    gap = words[whole.last : part.first]
    if gap[-3:] in ([",", "of", "whom"], [",", "of", "which"]):
        return True
    opening = words[statement.first : whole.first]
    if opening[:1] == ["of"] and _WHOSE.issuperset(opening[1:]) and gap[-1:] == [","] and len(gap) <= _NOUN + 1:
        return True
    return gap[-1:] == ["and"] and not part.figure.head and "," not in gap and len(gap) <= _NOUN + 1


def _part_of(words: list[str], part: Entry, whole: Entry) -> bool:
    """“10 of 40”, “10 out of the 40”."""
    gap = words[part.last : whole.first]
    while gap and gap[-1] in _WHOSE:
        gap = gap[:-1]
    return gap in (["of"], ["out", "of"])


def _says_so(words: list[str], statement: Statement, gap: Sequence[str], percent: Entry) -> bool:
    """Whether the percentage is called a rate, or one of the total."""
    if len(gap) > _FARTHEST or not _CHANGING.isdisjoint(gap) or not {",", "—", "–", "or"} & set(gap):
        return False
    if list(gap[-2:]) == ["rate", "of"]:
        return True
    behind = words[percent.last : min(statement.last, percent.last + 4)]
    return behind[:1] == ["of"] and not _ALL.isdisjoint(behind) and gap[-1] in (",", "just", "only", "or", "—", "–")
