"""Timelines: list items and runs of paragraphs that open with a date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.article import BlockKind
from checker.parsers.draft import Draft

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"[12]\d{3}\b"
_POINT = (
    rf"(?:(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]{{0,2}}\s+)?"
    rf"(?:{_DAY}(?:\s?[-–]\s?{_DAY})?\s+{_MONTH}|{_MONTH}(?:\s+{_DAY}\b(?:\s?[-–]\s?{_DAY}\b)?)?)(?:,?\s+{_YEAR})?"
    rf"|{_YEAR}(?:-\d\d(?:-\d\d)?\b)?|[12]\d{{2}}0s|(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|Q[1-4])(?:\s+of)?\s+{_YEAR})"
)
TIMELINE_LEAD = re.compile(
    rf"(?:(?:(?:[Ee]arly|[Mm]id|[Ll]ate)[- ]|[Ii]n\s+|c\.\s?)?{_POINT}"
    rf"(?:\s*(?:[-–—]|to)\s*(?:{_POINT}|\d\d\b|[Pp]resent|[Nn]ow|[Tt]oday))?(?:\s\([A-Z][a-z]+\.?\))?"
    r"|Ongoing|Present|Today|Now)\s*(?::|\s[-–—]|—)\s*(?=\S)"
)


def opens_entry(text: str) -> bool:
    """Whether a block opens with a date and a colon or dash, as the entries of a timeline do."""
    return TIMELINE_LEAD.match(text) is not None


def mark_timelines(drafts: Sequence[Draft]) -> None:
    """Make timeline entries of list items that open with a date, and of paragraphs when two in a row do."""
    before: Draft | None = None
    for draft in drafts:
        if draft.kind not in _MAY_OPEN or not opens_entry(draft.text):
            before = None
        elif draft.kind is BlockKind.LIST_ITEM:
            draft.kind, before = BlockKind.TIMELINE_ENTRY, None
        else:
            if before is not None:
                before.kind = draft.kind = BlockKind.TIMELINE_ENTRY
            before = draft


_MAY_OPEN = frozenset({BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
