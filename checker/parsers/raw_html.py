"""Raw HTML inside markdown: its tags and comments are left out, the words between them are kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from html import unescape

from checker.article import BlockKind
from checker.parsers.build import Builder

Run = tuple[str, int]
"""A run of HTML and where it stands in the source."""

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<unread>script|style|template|noscript)\b.*?(?:</(?P=unread)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<tag>[a-zA-Z][\w-]*)(?P<attributes>[^<>]*)>|<[!?][^<>]*>|(?P<reference>&(?:#\w{1,8}|\w{1,32});)",
    re.S | re.I,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")

_KINDS = {
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "blockquote": BlockKind.BLOCKQUOTE,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    "pre": BlockKind.CODE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
_BLOCKS = frozenset(
    "address article aside details dd div dl dt fieldset figure footer form header hr main nav ol p section summary "
    "table tbody tfoot thead tr ul".split()
).union(_KINDS)
_LEVELS = {BlockKind.HEADING: 2, BlockKind.LIST_ITEM: 1}


def link_of(tag: str) -> tuple[str, str] | None:
    """Address and relation of an opening `<a …>` tag; None for one without an address."""
    given = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(tag)}
    return (given["href"], given.get("rel", "")) if "href" in given else None


class RawHtml:
    """Adds the words of one block of HTML to an article."""

    def __init__(self, builder: Builder, runs: Sequence[Run]) -> None:
        self._builder = builder
        self._html = "".join(text for text, _ in runs)
        self._starts: list[int] = []  # of each run, in the HTML
        self._sources = [source for _, source in runs]
        length = 0
        for text, _ in runs:
            self._starts.append(length)
            length += len(text)
        self._kinds: list[BlockKind] = []
        self._links: list[tuple[int, str, str]] = []

    def add(self) -> None:
        """Add everything that is not markup, a block for each block of the HTML."""
        at = 0
        for token in _TOKEN.finditer(self._html):
            self._words(at, token.start())
            at = token.end()
            if token["reference"]:
                start = self._source(token.start())
                self._builder.add(unescape(token[0]), start, start + len(token[0]))
            elif token["tag"] and token["tag"].lower() == "br":
                start = self._source(token.start())
                self._builder.space(start, start + len(token[0]))
            elif token["tag"]:
                self._tag(token["tag"].lower(), bool(token["close"]), token["attributes"])
        self._words(at, len(self._html))
        self._close()

    def _words(self, start: int, end: int) -> None:
        """Add a stretch between two tags, line by line, so that no run of it crosses what markdown left out."""
        while start < end:
            run = bisect_right(self._starts, start) - 1
            stop = min(end, self._starts[run + 1] if run + 1 < len(self._starts) else end)
            source = self._source(start)
            self._builder.fold(self._html[start:stop], source, source + stop - start)
            start = stop

    def _source(self, at: int) -> int:
        run = bisect_right(self._starts, at) - 1
        return self._sources[run] + at - self._starts[run]

    def _tag(self, tag: str, closing: bool, attributes: str) -> None:
        if tag == "a":
            self._anchor(closing, attributes)
        elif tag in _BLOCKS:
            self._close()
            if tag in _KINDS and not closing:
                self._kinds.append(_KINDS[tag])
            elif tag in _KINDS and self._kinds:
                self._kinds.pop()

    def _anchor(self, closing: bool, attributes: str) -> None:
        if not closing:
            link = link_of(attributes)
            if link:
                self._links.append((self._builder.offset, *link))
        elif self._links:
            self._builder.link(*self._links.pop())

    def _close(self) -> None:
        """End the block that is open, as the tags around it say."""
        self._links.clear()
        kind = self._kinds[-1] if self._kinds else BlockKind.PARAGRAPH
        if kind is BlockKind.PARAGRAPH:
            self._builder.paragraph()
        else:
            self._builder.close(kind, level=_LEVELS.get(kind, 0))
