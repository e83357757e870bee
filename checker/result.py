"""What came of checking one input."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.article import Article
from checker.finding import Finding

if TYPE_CHECKING:
    from checker.readability import Readability

RAN, SKIPPED = "ran", "skipped"

# Why a rule was skipped.
NOT_RUN = "grammar: not run"
NOT_ASKED = "grammar: not asked for; add --grammar"
NO_PREVIOUS = "no earlier version; give --previous or --diff-base"
UNASKED = frozenset({NOT_ASKED, NO_PREVIOUS})
"""The reasons that a report for people leaves out, since nobody asked for what is missing."""


@dataclass(frozen=True, slots=True)
class Check:
    """What became of one rule on one article."""

    code: str
    status: str
    """RAN or SKIPPED."""
    compared: int = 0
    """How many comparisons it made; silence after none is not a pass."""
    reason: str = ""
    """Why it was skipped."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an input was not checked, or not in full."""

    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """What fixing came to for one input."""

    count: int = 0
    """How many findings were fixed, or would be."""
    more: int = 0
    """How many more could be fixed by fixes that are not safe."""
    refused: int = 0
    """How many could be fixed if the input could be written."""
    diff: str = ""
    """How the source would change, where only that was asked for."""
    source: bytes | None = None
    """The fixed source of what was read from standard input."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one input; there is always exactly one."""

    path: str
    article: Article | None
    findings: list[Finding]
    checks: list[Check]
    readability: Readability | None = None
    problem: Problem | None = None
    silenced: list[Finding] = field(default_factory=list)
    """What comments and front matter silence."""
    words: int = 0
    """How many words the article has."""
    hidden: int = 0
    """How many findings the baseline knows."""
    untouched: int = 0
    """How many findings have nothing to do with what changed."""
    target: float | None = None
    """The highest reading grade that its rules let pass; None when none of them judges it."""
    fixed: Fixed | None = None
    """What fixing came to, where it was asked for."""
