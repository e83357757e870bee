"""The paragraphs of a Word document as its reader sees them once all tracked changes are accepted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.errors import InputError
from checker.parsers.draft import Style
from checker.parsers.raised import raised
from checker.parsers.word_styles import Styles, is_on

_PARAGRAPH_LIMIT = 100_000
_FIELD_LIMIT = 50  # open at once
_INSTRUCTION_LIMIT = 4_000  # characters

_UNSEEN = frozenset(  # deleted, moved away, a second version for old programs, or about something else
    "w:del w:moveFrom mc:Fallback w:rPrChange w:pPrChange w:sectPr w:tblPr w:rt w:delText w:delInstrText".split()
)
_HIDDEN_BY = frozenset({"w:vanish", "w:strike", "w:dstrike"})
_CHARACTERS = {"w:tab": " ", "w:br": " ", "w:cr": " ", "w:ptab": " ", "w:noBreakHyphen": "-"}
_BREAK = re.compile(r"[\r\n]+")
_ADDRESS = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text, and what its properties say of it."""

    style: str = ""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    """Start, end and address."""
    listed: int = 0
    """Its level in a list, from 1; 0 in none, -1 where its style's list is switched off."""
    outline: int = 0
    """Its level as a heading, from 1; 0 for none."""
    row: int = -1
    """The row of the table it stands in; -1 in none."""
    upright: bool = False
    light: bool = False

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(self.parts)

    @property
    def setting(self) -> Style:
        """What all of it is set in."""
        if not self.upright:
            return "italic"
        return "" if self.light else "bold"


@dataclass(slots=True)
class _Run:
    """How the characters of a run are set."""

    hidden: bool = False
    bold: bool = False
    italic: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Field:
    """A field: what it is told to do, and then what it shows."""

    paragraph: Paragraph | None
    told: str = ""
    start: int = -1
    """Where what it shows begins; -1 before it does."""


@dataclass(slots=True)
class _Table:
    row: int = -1
    cells: int = 0
    paragraphs: list[Paragraph] = field(default_factory=list)


class Reader:
    """Reads the main part of a document; the paragraphs of a text box come before the one it is tied to."""

    def __init__(self, styles: Styles, addresses: Mapping[str, str]) -> None:
        self.found: list[Paragraph] = []
        self._styles = styles
        self._addresses = addresses
        self._path: list[str] = []
        self._skipped = 0  # the depth of the element that is passed over, 0 for none
        self._open: list[Paragraph] = []
        self._joined: Paragraph | None = None  # a paragraph whose mark was deleted: the next one goes on with it
        self._joins = False
        self._run = _Run()
        self._fields: list[_Field] = []
        self._hyperlinks: list[tuple[str, int]] = []
        self._tables: list[_Table] = []
        self._prompts: list[bool] = []  # of each control around, whether it only asks for its text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a start tag."""
        parent = self._path[-1] if self._path else ""
        self._path.append(name)
        if self._skipped:
            return
        if name in ("w:del", "w:moveFrom") and parent in ("w:rPr", "w:trPr"):
            self._delete_around(parent)
        elif name in _UNSEEN:
            self._skipped = len(self._path)
        elif parent == "w:rPr":
            self._set_run(name, attributes.get("w:val", ""))
        elif parent in ("w:pPr", "w:numPr"):
            self._set_paragraph(name, attributes.get("w:val", ""))
        elif name.startswith("w:"):
            self._begin(name, attributes)

    def end(self, name: str) -> None:
        """Take an end tag."""
        depth = len(self._path)
        self._path.pop()
        if self._skipped:
            if self._skipped == depth:
                self._skipped = 0
            return
        if name == "w:p":
            self._end_paragraph()
        elif name == "w:hyperlink":
            self._end_link(*self._hyperlinks.pop())
        elif name == "w:fldSimple":
            self._end_field()
        elif name == "w:sdt":
            self._prompts.pop()
        elif name == "w:tbl":
            self._end_table()

    def text(self, text: str) -> None:
        """Take a stretch of text."""
        if self._skipped or not self._path:
            return
        if self._path[-1] in ("w:t", "m:t"):
            self._add(text)
        elif self._path[-1] == "w:instrText" and self._fields and len(self._fields[-1].told) < _INSTRUCTION_LIMIT:
            self._fields[-1].told += text

    # Elements

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "w:p":
            self._begin_paragraph()
        elif name == "w:r":
            self._run = _Run()
        elif name in _CHARACTERS:
            self._add_space_or(_CHARACTERS[name])
        elif name == "w:hyperlink":
            self._hyperlinks.append((self._addresses.get(attributes.get("r:id", ""), ""), self._length()))
        elif name == "w:fldSimple":
            self._fields.append(_Field(self._paragraph(), attributes.get("w:instr", ""), self._length()))
        elif name == "w:fldChar":
            self._field_mark(attributes.get("w:fldCharType", ""))
        elif name == "w:sdt":
            self._prompts.append(False)
        elif name == "w:showingPlcHdr" and self._prompts:
            self._prompts[-1] = True
        elif name == "w:sdtContent" and self._prompts and self._prompts[-1]:
            self._skipped = len(self._path)
        elif name == "w:tbl":
            self._tables.append(_Table())
        elif name == "w:tr" and self._tables:
            self._tables[-1].row += 1
        elif name == "w:tc" and self._tables:
            self._tables[-1].cells += 1

    def _delete_around(self, parent: str) -> None:
        """Take note that the mark of this paragraph was deleted, or pass over the rest of a deleted row."""
        if parent == "w:trPr":
            self._skipped = len(self._path) - 2
        elif "w:pPr" in self._path[-3:]:
            self._joins = True

    def _set_run(self, name: str, value: str) -> None:
        if "w:pPr" in self._path[-4:]:  # how the mark of the paragraph is set
            return
        run = self._run
        if name in _HIDDEN_BY:
            run.hidden |= is_on(value)
        elif name == "w:b":
            run.bold = is_on(value)
        elif name == "w:i":
            run.italic = is_on(value)
        elif name == "w:vertAlign":
            run.raised = value == "superscript"
        elif name == "w:rStyle":
            run.italic, run.bold = self._styles.setting(value)

    def _set_paragraph(self, name: str, value: str) -> None:
        paragraph = self._paragraph()
        if paragraph is None:
            return
        if name == "w:pStyle":
            paragraph.style = value
        elif name == "w:numId":
            paragraph.listed = -1 if value == "0" else max(paragraph.listed, 1)
        elif name == "w:ilvl" and value.isdecimal():
            paragraph.listed = int(value) + 1
        elif name == "w:outlineLvl" and value.isdecimal() and int(value) < 9:
            paragraph.outline = int(value) + 1

    # Paragraphs and tables

    def _begin_paragraph(self) -> None:
        joined, self._joined = self._joined, None
        paragraph = joined if joined is not None and not self._open else Paragraph()
        if paragraph is joined:
            paragraph.style, paragraph.listed, paragraph.outline = "", 0, 0  # the mark that is kept says what it is
        if self._tables:
            paragraph.row = self._tables[-1].row
        self._open.append(paragraph)

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        if self._joins and not self._open:
            self._joins, self._joined = False, paragraph
            return
        self._joins = False
        self.found.append(paragraph)
        if self._tables:
            self._tables[-1].paragraphs.append(paragraph)
        if len(self.found) > _PARAGRAPH_LIMIT:
            raise InputError(f"more than {_PARAGRAPH_LIMIT:,} paragraphs; this is no article")

    def finish(self) -> list[Paragraph]:
        """All paragraphs, also a last one whose mark was deleted."""
        return [*self.found, self._joined] if self._joined is not None else self.found

    def _end_table(self) -> None:
        """End a table; one of a single cell is a box."""
        table = self._tables.pop()
        if table.cells == 1:
            for paragraph in table.paragraphs:
                paragraph.row = -1

    # Text

    def _paragraph(self) -> Paragraph | None:
        return self._open[-1] if self._open else None

    def _length(self) -> int:
        return self._open[-1].length if self._open else 0

    def _add(self, text: str) -> None:
        paragraph, run = self._paragraph(), self._run
        if paragraph is None or run.hidden or any(not _is_shown(inner) for inner in self._fields):
            return
        text = (run.raised and raised(text)) or _BREAK.sub(" ", text)
        paragraph.parts.append(text)
        paragraph.length += len(text)
        if not text.isspace():
            paragraph.upright |= not run.italic
            paragraph.light |= not run.bold

    def _add_space_or(self, text: str) -> None:
        """Add a character; no second space and none at the beginning."""
        parts = self._open[-1].parts if self._open else []
        if text != " " or (parts and not parts[-1].endswith(" ")):
            self._add(text)

    # Links and fields

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field(self._paragraph()))
            if len(self._fields) > _FIELD_LIMIT:
                raise InputError("fields are nested too deeply to be read")
        elif kind == "separate" and self._fields:
            self._fields[-1].start = self._length()
        elif kind == "end":
            self._end_field()

    def _end_field(self) -> None:
        if not self._fields:
            return
        ended = self._fields.pop()
        address = _ADDRESS.match(ended.told)
        if address and ended.start >= 0 and ended.paragraph is self._paragraph():
            self._end_link(address[1], ended.start)

    def _end_link(self, address: str, start: int) -> None:
        paragraph = self._paragraph()
        if address and paragraph is not None and start < paragraph.length:
            paragraph.links.append((start, paragraph.length, address))


def _is_shown(field_open: _Field) -> bool:
    """Whether what stands in a field now is what the reader sees; of a table of contents it is nothing."""
    return field_open.start >= 0 and not field_open.told.lstrip().upper().startswith("TOC")
