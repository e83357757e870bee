"""The words of one block as they are read: runs of text with their places, the spaces between them, and links."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.parsers.build import Builder
from checker.parsers.draft import Style

_GAP = re.compile(r"[\t\n\r\f][ \t\n\r\f]*+| [ \t\n\r\f]++")
_SPACES = " \t\n\r\f"
_DANGEROUS = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data):", re.I)
_CONTROLS = re.compile(r"[\t\n\r]")


@dataclass(slots=True)
class _Anchor:
    url: str
    rel: str
    block: int
    first: int
    """The first run that is linked, in the block where it was opened; in later ones all are."""


def is_dangerous(url: str) -> bool:
    """Whether an address runs code or holds its own content; it is no link to anywhere."""
    return _DANGEROUS.match(url) is not None


class Runs:
    """Collects one block until it is known what it is; white space is folded, and none is left at its ends."""

    def __init__(self) -> None:
        self._runs: list[tuple[str, int, int]] = []
        self._gap: tuple[int, int] | None = None
        self._anchors: list[_Anchor] = []
        self._links: dict[int, _Anchor] = {}  # by the run behind their last one
        self._block = 0  # how many came before
        self._upright = self._light = False

    def __bool__(self) -> bool:
        return bool(self._runs)

    @property
    def text(self) -> str:
        """What has been collected."""
        return "".join(text for text, _, _ in self._runs).strip()

    @property
    def style(self) -> Style:
        """What all of it was set in."""
        if not self._upright:
            return "italic"
        return "" if self._light else "bold"

    def words(self, source: str, start: int, end: int) -> None:
        """Add `source[start:end]`, in which white space may be anything."""
        text = source[start:end]
        stripped = text.strip(_SPACES)
        if len(stripped) < len(text):
            before = len(text) - len(text.lstrip(_SPACES))
            if before or not stripped:
                self.space(start, start + before)
            start += before
        at = 0
        for gap in _GAP.finditer(stripped):
            self.run(stripped[at : gap.start()], start + at, start + gap.start())
            self.space(start + gap.start(), start + gap.end())
            at = gap.end()
        if stripped:
            self.run(stripped[at:], start + at, start + len(stripped))
            if start + len(stripped) < end:
                self.space(start + len(stripped), end)

    def run(self, text: str, start: int, end: int) -> None:
        """Add a run of text that stands for a place in the source."""
        if self._gap is not None:
            self._runs.append((" ", *self._gap))
            self._gap = None
        self._runs.append((text, start, end))

    def space(self, start: int, end: int) -> None:
        """Note white space, which counts when something follows."""
        if self._runs and self._gap is None:
            self._gap = (start, end)

    def set_in(self, italic: bool, bold: bool) -> None:
        """Note how what was added last is set."""
        self._upright |= not italic
        self._light |= not bold

    def open_link(self, url: str, rel: str) -> None:
        """Begin a link; addresses that run code or hold their own content are none."""
        url = _CONTROLS.sub("", url).strip()
        url = "" if is_dangerous(url) else url
        first = len(self._runs) + (self._gap is not None)
        self._anchors.append(_Anchor(url, " ".join(rel.split()), self._block, first))

    def close_link(self) -> None:
        """End the innermost link; of two that end here it is the only one."""
        if self._anchors:
            self._links.setdefault(len(self._runs), self._anchors.pop())

    def move_to(self, builder: Builder) -> None:
        """Add everything to the open block of an article, and begin anew; a link that is open goes on."""
        end = len(self._runs)
        if self._anchors:
            self._links.setdefault(end, self._anchors[-1])
        offsets: list[int] = []
        for number, (text, start, stop) in enumerate(self._runs):
            self._link(builder, number, offsets)
            offsets.append(builder.offset)
            if text == " ":
                builder.space(start, stop)
            else:
                builder.add(text, start, stop)
        self._link(builder, end, offsets)
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self._runs, self._gap, self._links = [], None, {}
        self._upright = self._light = False
        self._block += 1

    def _link(self, builder: Builder, number: int, offsets: list[int]) -> None:
        anchor = self._links.get(number)
        if anchor is None or not anchor.url:
            return
        first = anchor.first if anchor.block == self._block else 0
        if first < number and offsets[first] < builder.offset:
            builder.link(offsets[first], anchor.url, anchor.rel)
