"""Single marks of quotation: which way each faces, and which are apostrophes, inches or markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from checker.article import Span

MARK = re.compile(r"[“”„‟«»\"＂]|``|[‘’‚‛'`´]{1,2}")
"""Everything that can be a mark."""

_BEFORE_OPENING = frozenset("([{—–-/…|*_~>·•\u200b")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/*_~|<")
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|\s?[½¼¾])?$")
_MEASURE = re.compile(r"(?<![\w$£€.,])\d{1,2}(?:\.\d+)?$")
_SPACED_MEASURE = re.compile(r"(?<![\w$£€.,])\d{1,2}(?:\.\d+)?\s$")
_POSSESSIVE = re.compile(r"(?:s|t|re|ve|ll|d|m)\b")
_DECADE = re.compile(r"\d\d?s?\b")
# Words that begin with an apostrophe.
_ELISION = re.compile(
    r"(?:n|em|er|til|till|tis|twas|cause|cos|cuz|bout|round|nother|nuff|ello|appen|im|ere|ave|pon|neath|tude|kay|sup)\b",
    re.I,
)
_LOOK_BEHIND = 12  # characters that feet and inches take


class Facing(Enum):
    """What a mark can be by the characters beside it."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


class Mark(NamedTuple):
    """One mark: ``“``, `"`, `'`, or the two characters of wire copy."""

    start: int
    end: int
    facing: Facing
    single: bool
    style: str
    """Its character; marks of one pair need not be of one style, since editors mix them."""


def marks_in(text: str, span: Span) -> Iterator[Mark]:
    """The marks of a block that can belong to a quotation, apostrophes and inches left out."""
    markup = False
    for match in MARK.finditer(text, span.start, span.end):
        start, end, style = match.start(), match.end(), match[0]
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        if style == '"' and (markup or before == "="):  # <a href="…">
            markup = not markup
        elif style == '"' and before.isalpha() and _POSSESSIVE.match(text, end):
            continue  # the bank"s role
        elif len(style) == 2 and style[0] != style[1]:
            yield from _two_singles(text, match, before, after)
        elif style == "''" and _SPACED_MEASURE.search(text, max(span.start, start - _LOOK_BEHIND), start):
            continue  # a 17 '' display
        elif len(style) == 2 or style in '“”„‟«»"＂':
            if not _is_inches(text, start, before, after):
                opens_block = start == span.start and style == "”"
                yield Mark(start, end, Facing.OPENS if opens_block else _facing(style, before, after), False, style)
        elif (facing := _facing_single(text, start, style, before, after)) is not None:
            yield Mark(start, end, facing, True, style)


def _two_singles(text: str, match: re.Match[str], before: str, after: str) -> Iterator[Mark]:
    """Two single marks side by side that are not the double mark of wire copy: ‘ ’ without a word."""
    style, start = match[0], match.start()
    first = _facing_single(text, start, style[0], before, style[1])
    second = _facing_single(text, start + 1, style[1], style[0], after)
    if first is not None:
        yield Mark(start, start + 1, first, True, style[0])
    if second is not None:
        yield Mark(start + 1, start + 2, second, True, style[1])


def _facing(style: str, before: str, after: str) -> Facing:
    """Which way a double mark faces by its shape or, where that says nothing or is wrong, by what stands beside it."""
    free_left = before.isspace() or before in _BEFORE_OPENING or before in "“‘'\""
    free_right = after.isspace() or after in _AFTER_CLOSING or after in "”’'\""
    if style in ("“", "„", "‟", "«", "``", "‘‘"):
        return Facing.CLOSES if style == "“" and not free_left and after.isspace() else Facing.OPENS
    if style in ("”", "»", "’’"):
        return Facing.OPENS if before.isspace() and (after.isalnum() or after in "…[") else Facing.CLOSES
    if free_left == free_right:
        if before.isspace() and (after in "….'" or after == "-"):
            return Facing.OPENS
        return Facing.EITHER
    return Facing.OPENS if free_left else Facing.CLOSES


def _facing_single(text: str, at: int, style: str, before: str, after: str) -> Facing | None:
    """Which way a single mark faces; None for an apostrophe."""
    free_left = before.isspace() or before in _BEFORE_OPENING or before in '“"”'
    if before.isalnum() and after.isalnum():
        return None
    if style in "‘‚‛`" or (free_left and not after.isspace()):
        if after.isspace() or not free_left or _DECADE.match(text, at + 1) or _ELISION.match(text, at + 1):
            return None
        return Facing.OPENS
    if before.isspace() or (before.isdigit() and style in "'´" and not after.isspace()):
        return None
    return None if after.isalnum() else Facing.CLOSES


def _is_inches(text: str, start: int, before: str, after: str) -> bool:
    """6' 2", a 12-inch record written 12": a mark that measures."""
    if not before.isdigit() and before not in "½¼¾":
        return False
    if _FEET_AND_INCHES.search(text, max(0, start - _LOOK_BEHIND), start):
        return True
    return after in "x×"


def may_measure(text: str, mark: Mark) -> bool:
    """Whether the mark may stand for inches: one or two digits before it, straight."""
    return (
        mark.style in ('"', "''") and _MEASURE.search(text, max(0, mark.start - _LOOK_BEHIND), mark.start) is not None
    )
