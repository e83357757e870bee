"""The tags, text and character references of HTML, each where it stands; in time by the length, whatever the input.

The standard library's parser is not used: its positions are lines and columns, and some unclosed markup costs it time
by the square of the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum

from checker.errors import InputError
from checker.source import Lines


class Markup(IntEnum):
    """What a token is."""

    TEXT = 0
    REFERENCE = 1
    """“&amp;” and its like."""
    RAW = 2
    """What stands inside a script and other elements that have no markup in them."""
    START = 3
    EMPTY = 4
    """A start tag of an element that has no content: “<br>”, “<a id="x"/>”."""
    END = 5


Token = tuple[Markup, int, int, str]
"""Kind, start, end and, of a tag, its name in small letters."""

RAW_ELEMENTS = frozenset("script style textarea iframe noembed noframes xmp".split())
_VOID = frozenset("area base basefont br col embed frame hr img input link meta param source track wbr".split())

_MARK = re.compile("[<&]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_NAME = re.compile(r"</?([a-zA-Z][^\s/<>]*+)")
_REST = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))*+>")  # a “>” may stand in quotes
_BEFORE_SLASH = frozenset("\"' \t\r\n")  # other characters before “/>” are those of a value without quotes, or a name
_LIMIT = 250_000  # tags and references; a live page of a whole day has a fifth of it


def scan(source: str, start: int = 0) -> Iterator[Token]:
    """The tokens of `source` from `start` on, in order; comments and declarations are none.

    Raises InputError for more markup than an article can have.
    """
    scanner = _Scanner(source)
    at = text = start
    seen = 0
    while mark := _MARK.search(source, at):
        here = mark.start()
        kind, _, at, name = token = scanner.reference(here) if mark[0] == "&" else scanner.tag(here)
        if kind is Markup.TEXT:
            continue
        if text < here:
            yield Markup.TEXT, text, here, ""
        if name or kind is Markup.REFERENCE:
            yield token
        seen += 1
        if seen > _LIMIT:
            raise _too_much(source, here)
        if kind is Markup.START and name in RAW_ELEMENTS:
            stop = scanner.raw_end(name, at)
            yield Markup.RAW, at, stop, ""
            at = stop
        text = at
    if text < len(source):
        yield Markup.TEXT, text, len(source), ""


def _too_much(source: str, at: int) -> InputError:
    line = Lines(source[:at]).position(at).line
    return InputError(
        f"line {line}: more than {_LIMIT:,} tags and references; this is no article, cut out the story", line
    )


class _Scanner:
    """Reads single tokens; remembers what does not come any more, so that nothing is looked for in vain twice."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last_bracket = source.rfind(">")
        self._last_comment_end = source.rfind("-->")
        self._quotes_fail = False  # whether a tag was found that ends nowhere when quotation marks are heeded
        self._unended: set[str] = set()

    def reference(self, at: int) -> Token:
        """The character reference at an ampersand, or the ampersand as text."""
        found = _REFERENCE.match(self._source, at)
        return (Markup.REFERENCE, at, found.end(), "") if found else (Markup.TEXT, at, at + 1, "")

    def tag(self, at: int) -> Token:
        """The tag at a “<”; the mark as text where it opens none; a nameless end tag for a comment or the like."""
        source = self._source
        after = source[at + 1 : at + 2]
        name = _NAME.match(source, at)
        if at > self._last_bracket or not (name or after in ("!", "?", "/")):
            return Markup.TEXT, at, at + 1, ""
        if source.startswith("<!--", at) and at < self._last_comment_end:
            return Markup.END, at, source.find("-->", at + 2) + 3, ""
        if name is None or after == "/":
            return Markup.END, at, self._after_bracket(at), name[1].lower() if name else ""
        stop = self._start_tag_end(name.end())
        word = name[1].lower()
        closed = source[stop - 2] == "/" and (stop - 2 == name.end() or source[stop - 3] in _BEFORE_SLASH)
        return Markup.EMPTY if closed or word in _VOID else Markup.START, at, stop, word

    def raw_end(self, name: str, at: int) -> int:
        """Where the content of a script or the like ends: at its end tag, else at the end of the source."""
        if name not in self._unended:
            found = re.compile(rf"</{name}(?=[\s/>])", re.I).search(self._source, at)
            if found:
                return found.start()
            self._unended.add(name)
        return len(self._source) if name in ("script", "style") else at

    def _start_tag_end(self, at: int) -> int:
        if not self._quotes_fail:
            found = _REST.match(self._source, at)
            if found:
                return found.end()
            self._quotes_fail = True
        return self._after_bracket(at)

    def _after_bracket(self, at: int) -> int:
        """The place behind the next “>”; there is one."""
        return self._source.find(">", at) + 1
