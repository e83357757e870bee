"""Raised figures: 10 to the power of 6 is “10⁶” and not 106."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LIMIT = 3  # figures; more are no exponent


def raised(text: str) -> str | None:
    """The figures of a raised text as raised characters; None for any other text, such as the “nd” of 2nd."""
    if not text or len(text) > _LIMIT or text.strip("0123456789+-"):
        return None
    return text.translate(_RAISED)
