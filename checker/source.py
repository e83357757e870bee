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
_CONTROLS = bytes([*range(1, 9), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_CONTROL_SHARE = 0.01  # of the bytes; copy from old systems has a stray control character here and there
_SAMPLE = 4096  # bytes that tell UTF-16 without its mark


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

    Raises InputError for binary data and for bytes that are none of these; bytes are counted from 0, lines from 1.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return Decoded(_marked(raw, bom, encoding), encoding, bom)
    _refuse_binary(raw)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError as error:
        return Decoded(_windows(raw, error), "cp1252", b"")


def refuse_half_characters(text: str) -> None:
    """Raise InputError for one half of a surrogate pair, as cutting an emoji in two leaves in JSON."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        place = Lines(text[: error.start + 1]).position(error.start)
        raise InputError(
            f"line {place.line}, column {place.column}: U+{ord(text[error.start]):04X} is half a character; "
            "the text was cut inside one, take it out",
            place.line,
        ) from None


def _marked(raw: bytes, bom: bytes, encoding: str) -> str:
    try:
        return raw[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = _lines_of(raw[len(bom) : len(bom) + error.start].decode(encoding, "ignore"))
        raise InputError(
            f"line {line}: byte {len(bom) + error.start} is not {encoding.upper()}, "
            "though the file's byte order mark says so; save it as UTF-8",
            line,
        ) from None


def _refuse_binary(raw: bytes) -> None:
    zero = raw.find(0)
    if zero >= 0 and _is_unmarked_utf16(raw):
        raise InputError(f"byte {zero} is 0x00: this looks like UTF-16 without a byte order mark; save it as UTF-8")
    if zero >= 0:
        raise InputError(f"byte {zero} is 0x00: this is not a text file; check the text it was made from")
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(raw) + 1:
        at = next(at for at, byte in enumerate(raw) if byte in _CONTROLS)
        raise InputError(f"byte {at} is {raw[at]:#04x}: this is not a text file; check the text it was made from")


def _is_unmarked_utf16(raw: bytes) -> bool:
    """Whether nearly every second byte is zero, and only every second one, as in UTF-16 of western languages."""
    even, odd = raw[:_SAMPLE:2].count(0), raw[1:_SAMPLE:2].count(0)
    most, least = max(even, odd), min(even, odd)
    return most > 0.7 * len(raw[:_SAMPLE]) / 2 and least < 0.05 * most


def _windows(raw: bytes, utf8: UnicodeDecodeError) -> str:
    """The text as Windows-1252; raises InputError when it has bytes that no such text has."""
    line = _lines_of(raw[: utf8.start].decode("utf-8"))
    first = f"line {line}: byte {utf8.start} ({raw[utf8.start]:#04x}) is not UTF-8"
    if _is_mostly_utf8(raw):
        raise InputError(f"{first}, though the rest is; save it as UTF-8", line)
    try:
        return raw.decode("cp1252")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{first} and byte {error.start} ({raw[error.start]:#04x}) not Windows-1252; save it as UTF-8", line
        ) from None


def _is_mostly_utf8(raw: bytes) -> bool:
    """Whether `raw` has valid UTF-8 sequences beside its invalid bytes: a damaged file, not another encoding."""
    return not raw.decode("utf-8", "ignore").isascii()


def _lines_of(text: str) -> int:
    return len(_LINE_BREAK.findall(text)) + 1


class Lines:
    """Where the lines of a text begin; lines end with LF, CRLF or CR, as editors have it."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
        self._text = text

    def position(self, offset: int) -> Position:
        """Line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line(self, number: int, first: int = 0, last: int | None = None) -> str:
        """The text of a line, counted from 1, without its line break; of it the characters from `first` to `last`."""
        start = self._starts[number - 1]
        end = start + self.length(number)
        return self._text[start + first : end if last is None else min(end, start + last)]

    def length(self, number: int) -> int:
        """How many characters a line has, its line break apart."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        while end > start and self._text[end - 1] in "\r\n":
            end -= 1
        return end - start
