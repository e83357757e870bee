"""Parts of a packed document (.docx), read in bounded time and memory; nothing outside the package is ever opened."""

from __future__ import annotations

import io
import posixpath
import zlib
from typing import TYPE_CHECKING, Protocol

from checker.errors import InputError

if TYPE_CHECKING:
    from zipfile import ZipFile

_LIMIT = (
    20_000_000  # bytes of one part once it is unpacked; an article has a fiftieth of it, and what has more is a trap
)
_CHUNK = 1 << 16
_NESTING_LIMIT = 500
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_REMEDY = "open it in a word processor and save it as .docx again"

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
}


class Handler(Protocol):
    """Takes the elements of a part in order, named as in “w:p”; those of other vocabularies have no prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""

    def end(self, name: str) -> None:
        """Take an end tag."""

    def text(self, text: str) -> None:
        """Take a stretch of text."""


class Package:
    """The parts of a document."""

    def __init__(self, raw: bytes) -> None:
        self._zip = _open(raw)
        self._names = set(self._zip.namelist())

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part in self._names

    def read(self, part: str, handler: Handler) -> None:
        """Hand the elements of a part to `handler`; raises InputError, naming the part, when that cannot be done."""
        from xml.parsers import expat

        parser = _parser(part, handler)
        size = 0
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    size += len(chunk)
                    if size > _LIMIT:
                        raise InputError(f"{part} unpacks to more than {_LIMIT / 1e6:g} MB; this is no article")
                    parser.Parse(chunk)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise InputError(f"{part} is damaged: {expat.ErrorString(error.code)}; {_REMEDY}") from None
        except _unreadable() as error:
            raise InputError(f"{part} cannot be unpacked: {error}; {_REMEDY}") from None

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """Of each part or address that `part` refers to: the reference, what it is and the target."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(rels):
            return []
        found = _Relations(folder)
        self.read(rels, found)
        return found.found


class _Relations:
    """Collects relations; targets inside the package are full names of parts."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.found: list[tuple[str, str, str]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        self.found.append((attributes.get("Id", ""), attributes.get("Type", "").rpartition("/")[2], target))

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


def _open(raw: bytes) -> ZipFile:
    import zipfile

    if raw.startswith(_OLD_WORD):
        raise InputError("a Word file of the old kind (.doc), or with a password; save it as .docx without one")
    try:
        opened = zipfile.ZipFile(io.BytesIO(raw))
    except _unreadable():
        raise InputError(f"not a Word document (.docx): it is no package that can be unpacked; {_REMEDY}") from None
    if any(info.flag_bits & _ENCRYPTED for info in opened.infolist()):
        raise InputError("the package has a password; save it without one")
    return opened


def _unreadable() -> tuple[type[Exception], ...]:
    """What damaged packages make the library raise."""
    import zipfile

    return (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)


def _parser(part: str, handler: Handler):  # type: ignore[no-untyped-def]  # the type of expat's parsers has no public name
    """A parser that knows no entities but those of XML itself, and refuses what would declare others."""
    from xml.parsers import expat

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = 0

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = _PREFIXES.get(space)
            known = names[name] = f"{prefix}:{local}" if prefix else local
        return known

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _NESTING_LIMIT:
            raise InputError(f"{part} is nested too deeply to be read")
        handler.start(short(name), {short(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(short(name))

    def refuse(*declared: object) -> None:
        raise InputError(f"{part} declares a document type, which documents do not and attacks do; it was not read")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    return parser
