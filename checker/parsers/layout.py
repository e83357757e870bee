"""How plain text is laid out: its lines, and which of them make one paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from checker.parsers.silences import is_comment

_OTHER_BREAKS = ("\r", "\f", "\x85", "\u2029")
_LINE = re.compile("[^\r\n\f\x85\u2029]*(?:\r\n?|[\n\f\x85\u2029])?")
_UNSEEN = " \t\u00ad\u200b\u2060\ufeff"

_BULLET = re.compile(r"(?:[-*–—]|\(?(?:\d{1,2}|[a-h])\)|\d{1,2}\.)\s+(?=\S)|[•‣▪●◦·]\s*(?=\S)")
_BULLET_OPENINGS = frozenset("-*–—(•‣▪●◦·0123456789abcdefgh")
_RULES = frozenset("=-_*~•·")
_SENTENCE_ENDS = frozenset(".!?…:;,")
_CLOSERS = "\"”’')]»"

_WRAP_WIDTH = 40  # the least median width of wrapped lines
_WRAP_LIMIT = 110  # the width that nine in ten of them keep to
_WRAP_SLACK = 0.85  # a line that fills less than this share of the width, the next word included, was ended on purpose
_LOWER_SHARE = 0.25  # of the lines right below another, how many open with a small letter
_INDENT = 2  # columns that open a paragraph


class Line(NamedTuple):
    """A line of the source that is not blank, without its break and the white space around it."""

    start: int
    text: str
    indent: int
    gap: bool
    """Whether a blank line stands before it, or nothing at all."""


@dataclass(slots=True)
class Group:
    """The lines that make one block."""

    lines: list[Line]
    text: str
    """The lines joined by spaces, without the list marker."""
    bullet: str = ""
    """The list marker with the space behind it."""
    level: int = 0
    """Of a list item: its depth, from 1."""
    underlined: bool = False
    """Whether a rule stands right below it, as below a title."""

    @property
    def gap(self) -> bool:
        """Whether a blank line stands before it."""
        return self.lines[0].gap


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence or a part of one does, closing marks aside."""
    return text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS


def groups(source: str) -> list[Group]:
    """The lines that make one block each: single lines, or runs of them where the text is hard-wrapped."""
    lines = _lines(source)
    width = _wrap_width(lines)
    found: list[Group] = []
    after_rule = False
    for line in lines:
        if _is_rule(line.text):
            if found and not line.gap:
                found[-1].underlined = True
            after_rule = True
            continue
        group = found[-1] if found and not line.gap and not after_rule else None
        bullet = _bullet(line, group, width)
        if group is not None and not bullet and _goes_on(group, line, width):
            group.lines.append(line)
        else:
            found.append(Group([line], line.text[len(bullet) :], bullet))
        after_rule = False
    for group in found:
        if len(group.lines) > 1:
            group.text = " ".join((group.text, *(line.text for line in group.lines[1:])))
    _set_levels(found)
    return found


def _lines(source: str) -> list[Line]:
    found: list[Line] = []
    gap, start = True, 0
    if any(mark in source for mark in _OTHER_BREAKS):
        raws, step = _LINE.findall(source), 0  # each with its break
    else:
        raws, step = source.split("\n"), 1
    for raw in raws:
        text = raw.strip()
        if not text or (text[0] in _UNSEEN and not text.strip(_UNSEEN)):
            gap = True
        elif text[0] != "<" or not is_comment(text):
            before = raw.index(text[0])
            found.append(Line(start + before, text, len(raw[:before].expandtabs(4)) if before else 0, gap))
            gap = False
        start += len(raw) + step
    return found


def _is_rule(text: str) -> bool:
    """Whether a line only divides: “=====”, “* * *”. Not “###”, which ends press releases and belongs to the copy."""
    return text[0] in _RULES and len(text) > 2 and not text.replace(" ", "").strip(text[0])


def _bullet(line: Line, group: Group | None, width: int) -> str:
    """The list marker of a line; `group` is what stands right above it."""
    if line.text[0] not in _BULLET_OPENINGS or (marker := _BULLET.match(line.text)) is None:
        return ""
    if width and group is not None and not group.bullet and not ends_sentence(group.lines[-1].text):
        return ""  # a dash or a number that the wrapping brought to the front
    return marker[0]


def _goes_on(group: Group, line: Line, width: int) -> bool:
    """Whether `line`, right below a group, is part of its paragraph."""
    last = group.lines[-1]
    if group.bullet and line.indent >= group.lines[0].indent + min(len(group.bullet), _INDENT):
        return True
    if not width:
        return False
    if line.indent - last.indent >= _INDENT and not group.bullet:
        return False
    if line.text[0].islower():
        return True
    return len(last.text) + 1 + len(line.text.split(None, 1)[0]) > _WRAP_SLACK * width


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width that paragraphs are wrapped to, as editors of code and mail do; 0 when they are not."""
    inner = [(line, after) for line, after in pairwise(lines) if not after.gap and not _opens_item(line, after)]
    if not inner:
        return 0
    widths = sorted(len(line.text) for line, _ in inner)
    limit = widths[len(widths) * 9 // 10]
    if limit > _WRAP_LIMIT or widths[len(widths) // 2] < _WRAP_WIDTH:
        return 0
    lower = sum(after.text[0].islower() for _, after in inner)
    open_ended = sum(not ends_sentence(line.text) for line, _ in inner)
    return limit if lower >= _LOWER_SHARE * len(inner) and open_ended >= len(inner) / 2 else 0


def _opens_item(above: Line, line: Line) -> bool:
    """Whether a line is an item of a list, rather than one where a dash or a number came first by chance."""
    if line.text[0] not in _BULLET_OPENINGS or not _BULLET.match(line.text):
        return False
    return ends_sentence(above.text) or _BULLET.match(above.text) is not None


def _set_levels(found: Sequence[Group]) -> None:
    """Give list items their depth, by how far they are indented."""
    indents: list[int] = []
    for group in found:
        if not group.bullet:
            indents = []
            continue
        indent = group.lines[0].indent
        while indents and indent < indents[-1]:
            indents.pop()
        if not indents or indent > indents[-1]:
            indents.append(indent)
        group.level = len(indents)
