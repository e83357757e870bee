"""From bytes to characters, and from offsets to lines and columns: the edges of the tool."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass

from checker.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file without its byte order mark, and how they were encoded."""

    text: str
    encoding: str
    bom: bytes


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place as editors show it: line and column from 1, in code points."""

    line: int
    column: int


def decode(raw: bytes) -> Decoded:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252.

    Raises InputError for binary data and for bytes that are none of these.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return Decoded(raw[len(bom) :].decode(encoding), encoding, bom)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"byte {len(bom) + error.start}: not {encoding.upper()}, though its byte order mark says so; save it as UTF-8"
                ) from None
    if control := _CONTROLS.search(raw):
        raise InputError(f"byte {control.start()} is {control[0][0]:#04x}: this is not a text file")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        return _windows(raw, error)


def _windows(raw: bytes, utf8: UnicodeDecodeError) -> Decoded:
    """The text as Windows-1252; raises InputError when it has bytes that no such text has."""
    line = raw.count(b"\n", 0, utf8.start) + 1
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(
            f"line {line}: byte {utf8.start} ({raw[utf8.start]:#04x}) is not UTF-8 and byte {error.start} "
            f"({raw[error.start]:#04x}) not Windows-1252; save it as UTF-8",
            line,
        ) from None
    if utf8.start and _mostly_utf8(raw):
        raise InputError(
            f"line {line}: byte {utf8.start} ({raw[utf8.start]:#04x}) is not UTF-8, though the rest is; save it as UTF-8",
            line,
        )
    return Decoded(text, "cp1252", b"")


def _mostly_utf8(raw: bytes) -> bool:
    """Whether `raw` has valid UTF-8 sequences beside its invalid bytes: a damaged file, not another encoding."""
    return any(ord(char) > 0x7F for char in raw.decode("utf-8", "ignore"))


class Lines:
    """Where the lines of a text begin; lines end with LF, CRLF or CR, as editors have it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
        self._text = text

    def position(self, offset: int) -> Position:
        """Line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")
