"""What the styles of a Word document say that a paragraph is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from checker.article import BlockKind

_NAMES = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "hed": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "standfirst": BlockKind.STANDFIRST,
    "deck": BlockKind.STANDFIRST,
    "dek": BlockKind.STANDFIRST,
    "byline": BlockKind.BYLINE,
    "subhead": BlockKind.HEADING,
    "crosshead": BlockKind.HEADING,
    "quote": BlockKind.BLOCKQUOTE,
    "block text": BlockKind.BLOCKQUOTE,
    "intense quote": BlockKind.PULL_QUOTE,
    "pull quote": BlockKind.PULL_QUOTE,
    "pullquote": BlockKind.PULL_QUOTE,
    "caption": BlockKind.CAPTION,
    "html preformatted": BlockKind.CODE,
    "source code": BlockKind.CODE,
    "macro text": BlockKind.CODE,
}
_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list (?:bullet|number)(?: ([2-5]))?")
_CONTENTS = re.compile(r"toc (?:\d|heading)|table of contents")
_JOINED_DIGIT = re.compile(r"(?<=[a-z])(?=\d)")
_CHAIN_LIMIT = 20
_SUBHEAD_LEVEL = 2


class Look(NamedTuple):
    """What a style makes of a paragraph; `kind` is None where it says nothing."""

    kind: BlockKind | None = None
    level: int = 0
    left_out: bool = False
    """Whether it is of a table of contents."""


PLAIN = Look()


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    outline: int = -1
    listed: bool = False
    bold: bool = False
    italic: bool = False


class Styles:
    """Reads the part of a package that has the styles, and tells what each says."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._current: _Style | None = None
        self._looks: dict[str, Look] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._current = self._styles[attributes.get("w:styleId", "")] = _Style()
        elif self._current is None:
            return
        elif name == "w:name":
            self._current.name = value.lower()
        elif name == "w:basedOn":
            self._current.based_on = value
        elif name == "w:outlineLvl" and value.isdecimal():
            self._current.outline = int(value)
        elif name == "w:numId":
            self._current.listed = value != "0"
        elif name in ("w:b", "w:i"):
            setattr(self._current, "bold" if name == "w:b" else "italic", is_on(value))

    def end(self, name: str) -> None:
        """Take an end tag."""
        if name == "w:style":
            self._current = None

    def text(self, text: str) -> None:
        """Take text; styles have none."""

    def look(self, style: str) -> Look:
        """What a style says of its paragraphs, by its name or that of one it is based on."""
        if style not in self._looks:
            self._looks[style] = self._find(style)
        return self._looks[style]

    def setting(self, style: str) -> tuple[bool, bool]:
        """Whether a style of characters sets them in italics, and in bold."""
        found = self._styles.get(style, _Style())
        return found.italic, found.bold

    def _find(self, style: str) -> Look:
        for _ in range(_CHAIN_LIMIT):
            found = self._styles.get(style)
            name = found.name if found and found.name else _JOINED_DIGIT.sub(" ", style.lower())
            if look := _by_name(name):
                return look
            if found is None:
                break
            if 0 <= found.outline < 9:
                return Look(BlockKind.HEADING, found.outline + 1)
            if found.listed:
                return Look(BlockKind.LIST_ITEM, 1)
            style = found.based_on
        return PLAIN


def _by_name(name: str) -> Look | None:
    if heading := _HEADING.fullmatch(name):
        return Look(BlockKind.HEADING, int(heading[1]))
    if listed := _LIST.fullmatch(name):
        return Look(BlockKind.LIST_ITEM, int(listed[1] or 1))
    if _CONTENTS.fullmatch(name):
        return Look(left_out=True)
    kind = _NAMES.get(name)
    return Look(kind, _SUBHEAD_LEVEL if kind is BlockKind.HEADING else 0) if kind else None


def is_on(value: str) -> bool:
    """Whether a property that may be switched off is on: “0”, “false” and “none” are off, nothing is on."""
    return value not in ("0", "false", "off", "none")
