"""Blocks while an article is being put together: their kind may yet change when what follows is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.article import BlockKind

Style = Literal["", "italic", "bold"]


@dataclass(slots=True)
class Draft:
    """A block of `text`, its place counted in the article; section and role come last."""

    kind: BlockKind
    text: str
    start: int
    level: int = 0
    row: int = -1
    style: Style = ""
    """What all of it was set in: standfirsts and captions are in italics, some headings in bold."""

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.start + len(self.text)
