"""Multiples: doubled, halved, fivefold, and the ratios that they may stand for."""

from __future__ import annotations

import re

from checker.annotate.figures.numerals import SMALL
from checker.rules.figures._changes import Change

MULTIPLES = {
    "doubled": 2.0, "doubling": 2.0, "double": 2.0, "doubles": 2.0, "tripled": 3.0, "tripling": 3.0, "triple": 3.0,
    "trebled": 3.0, "trebling": 3.0, "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0,
    "halved": 0.5, "halving": 0.5, "halves": 0.5, "twice": 2.0,
}  # fmt: skip
FOLD = re.compile(r"(\d+|[a-z]+)-?fold")
ABOVE = frozenset("more over".split())
BELOW = frozenset("nearly almost less close virtually".split())
LOOSE = 1.125  # times, either way: a desk says doubled for 1.9 times
NEARLY = 1.3  # times: what may still be called nearly doubled
SPLIT = frozenset(", ; and but while as after".split())
NEAR = 8  # tokens between the word and the first value


def word_of_multiple(words: list[str], change: Change) -> int:
    """The token of the multiple that governs the values; -1 without one."""
    for at in range(change.first - 1, max(change.statement.first, change.first - NEAR) - 1, -1):
        if multiple(words, at):
            return at
        if words[at] in SPLIT and at < change.first - 2 and not goes_on(words, at, change.first):
            break
    return -1


def goes_on(words: list[str], comma: int, first: int) -> bool:
    """Whether the clause behind a comma only says from what to what: “tripled, rising from 20 to 60”."""
    return words[comma] == "," and words[comma + 1].endswith("ing") and words[comma + 2 : comma + 3] == ["from"]


def multiple(words: list[str], at: int) -> float:
    """How many times the word at `at` says; 0 when it is no multiple."""
    if words[at] in MULTIPLES:
        return MULTIPLES[words[at]]
    if words[at] == "fold" and at > 1 and words[at - 1] == "-":
        return number(words[at - 2])
    fold = FOLD.fullmatch(words[at])
    return number(fold[1]) if fold else 0.0


def number(word: str) -> float:
    """The value of digits or a number word; 0 for anything else."""
    return float(word) if word.isdecimal() and len(word) < 4 else float(SMALL.get(word, 0))


def allowed(words: list[str], at: int, factor: float) -> tuple[float, float]:
    """The least and greatest ratio that the multiple may stand for, by the words before it."""
    before = words[max(0, at - 3) : at]
    low, high = factor / LOOSE, factor * LOOSE
    if "than" in before and not ABOVE.isdisjoint(before):
        low, high = (factor, 1e9) if factor > 1 else (0.0, factor)
    elif not BELOW.isdisjoint(before):
        low, high = (factor / NEARLY, factor) if factor > 1 else (factor, factor * NEARLY)
    return low * 0.99, high * 1.01
