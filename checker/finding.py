"""What a rule has to say about an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.article import Span


class Severity(StrEnum):
    """How much a finding matters; `error` gates by default, `note` is off unless selected."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self]


class Confidence(StrEnum):
    """How sure we are that the finding is one; a question of its own beside severity."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Related:
    """The other place of a conflict."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` where `span` of the article's text stands."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that would mend a finding; applied without asking only when `safe`."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, with the other places that it rests on."""

    code: str
    span: Span
    message: str
    severity: Severity
    confidence: Confidence = Confidence.HIGH
    related: tuple[Related, ...] = ()
    fix: Fix | None = None


class Agreement:
    """The outcome of a comparison that found nothing wrong; `AGREES` is the only one."""

    def __repr__(self) -> str:
        return "AGREES"


AGREES = Agreement()

Outcome = Finding | Agreement
"""What a check yields, once for each comparison that it makes."""
