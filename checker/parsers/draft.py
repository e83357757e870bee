"""Blocks while an article is being put together: their kind may yet change when what follows is known."""

from __future__ import annotations

from dataclasses import dataclass

from checker.article import BlockKind


@dataclass(slots=True)
class Draft:
    """A block of `text`, its place counted in the article; section and role come last."""

    kind: BlockKind
    text: str
    start: int
    level: int = 0
    row: int = -1
    italic: bool = False
    """Whether all of it was set in italics, as standfirsts and captions are."""

    @property
    def end(self) -> int:
        """Where it ends in the article's text."""
        return self.start + len(self.text)
