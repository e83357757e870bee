"""Images of a markdown text: their alternative text and their title are captions."""

from __future__ import annotations

import re

from checker.article import BlockKind
from checker.parsers.build import Builder

Run = tuple[str, int, int]
"""A run of text, and the source it stands for."""

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|svg|avif)", re.I)


class Pictures:
    """Collects the captions of the images in one paragraph until they can be blocks."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._depth = 0  # the text of an image may have images
        self._start = 0
        self._title = ""
        self._runs: list[Run] = []
        self._captions: list[list[Run]] = []

    @property
    def open(self) -> bool:
        """Whether an image has begun and not ended."""
        return self._depth > 0

    def begin(self, title: str, start: int) -> None:
        """Begin an image; one inside another is part of its text."""
        if self._depth == 0:
            self._start, self._title, self._runs = start, title, []
        self._depth += 1

    def text(self, text: str, start: int, end: int) -> None:
        """Add a run of alternative text."""
        self._runs.append((text, start, end))

    def end(self, end: int) -> None:
        """End an image whose address and title end at `end`."""
        self._depth -= 1
        if self._depth:
            return
        start = self._runs[-1][2] if self._runs else self._start
        title = self._builder.source.rfind(self._title, start, end) if self._title else -1
        titled = [(self._title, title, title + len(self._title))] if title > start else []
        self._captions += [runs for runs in (self._runs, titled) if runs]

    def add_captions(self) -> bool:
        """Make a block of each caption that waits, unless it is the name of a file; False when there is none."""
        before = len(self._builder.drafts)
        written: set[str] = set()
        for runs in self._captions:
            words = "".join(text for text, _, _ in runs).strip()
            if words not in written and not _FILE_NAME.fullmatch(words):
                written.add(words)
                for text, start, end in runs:
                    self._builder.fold(text, start, end)
                self._builder.close(BlockKind.CAPTION)
        self._captions = []
        return len(self._builder.drafts) > before
