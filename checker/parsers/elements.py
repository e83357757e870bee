"""The elements of an HTML text: which tags belong together, where tags are left out and where they are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from html import unescape
from itertools import accumulate

from checker.parsers.tags import Markup, scan

_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)(?:\s*+=\s*+(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_REFERENCE_IN_VALUE = re.compile(r"&(?:#\w{1,9}|[a-zA-Z]\w{1,31})(?:;|(?![=\w;]))")

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td "
    "tfoot th thead tr ul".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SHORT = 100  # steps
_IN_HEAD = frozenset("head title meta link script style base noscript template".split())

# Elements of a family end each other where their end tags are left out: an opening tag ends the nearest open one of its
# family as long as that is among those it ends, so that an item of an inner list does not end the item around it.
_FAMILIES = (
    ("li ul ol menu dir", {"li": "li"}),
    ("dt dd dl", {"dt": "dt dd", "dd": "dt dd"}),
    (
        "table caption thead tbody tfoot tr th td",
        {
            **dict.fromkeys(("td", "th"), "td th caption"),
            "tr": "td th tr caption",
            **dict.fromkeys(("thead", "tbody", "tfoot"), "td th tr caption thead tbody tfoot"),
        },
    ),
    ("h1 h2 h3 h4 h5 h6", dict.fromkeys(HEADINGS, "h1 h2 h3 h4 h5 h6")),
    ("p", dict.fromkeys(BLOCKS - {"html", "body", "caption"}, "p")),
)
_FAMILY_OF = {tag: number for number, (members, _) in enumerate(_FAMILIES) for tag in members.split()}
_ENDS: dict[str, list[tuple[int, frozenset[str]]]] = {}
for _number, (_, _ended) in enumerate(_FAMILIES):
    for _tag, _tags in _ended.items():
        _ENDS.setdefault(_tag, []).append((_number, frozenset(_tags.split())))


class Step(IntEnum):
    """What one step through a document is."""

    OPEN = 0
    CLOSE = 1
    TEXT = 2
    REFERENCE = 3
    RAW = 4


@dataclass(slots=True, eq=False)
class Element:
    """An element: its start tag is `source[start:end]`, its steps are those from `first` to `last`."""

    tag: str
    start: int
    end: int
    parent: Element | None
    first: int
    last: int = -1
    known: dict[str, str] | None = field(default=None, repr=False)
    """Its attributes once they have been asked for."""


Visit = tuple[Step, int, int, Element]
"""A step with its place in the source and its element: the one that opens or closes, else the one around it."""


@dataclass(frozen=True)
class Document:
    """The steps through an HTML text; every element that opens also closes."""

    source: str
    steps: list[Visit]

    @property
    def root(self) -> Element:
        """The element that holds all others; it has no tag."""
        return self.steps[0][3]

    def attributes(self, element: Element) -> dict[str, str]:
        """The attributes of an element, their names in small letters."""
        if element.known is None:
            given = self.source[element.start + 1 + len(element.tag) : element.end - 1] if element.tag else ""
            element.known = {name.lower(): _value(a or b or c) for name, a, b, c in reversed(_ATTRIBUTE.findall(given))}
        return element.known

    def elements(self, within: Element | None = None) -> Iterator[Element]:
        """The elements inside one, in order of their start tags; all without it."""
        around = within or self.root
        for at in range(around.first + 1, around.last):
            if self.steps[at][0] is Step.OPEN:
                yield self.steps[at][3]

    def text(self, element: Element) -> str:
        """The words of a short element such as a heading, white space folded; the first ones of a long element."""
        parts: list[str] = []
        for at in range(element.first, min(element.last, element.first + _SHORT)):
            step, start, end, _ = self.steps[at]
            if step is Step.TEXT:
                parts.append(self.source[start:end])
            elif step is Step.REFERENCE:
                parts.append(unescape(self.source[start:end]))
        return " ".join("".join(parts).split())


def _value(written: str) -> str:
    if "&" not in written:
        return written
    return _REFERENCE_IN_VALUE.sub(lambda reference: unescape(reference[0]), written)


def read(source: str, start: int = 0) -> Document:
    """The document in `source[start:]`."""
    nest = _Nest(start)
    for kind, begin, end, tag in scan(source, start):
        if kind is Markup.START or kind is Markup.EMPTY:
            nest.open(tag, begin, end)
            if kind is Markup.EMPTY:
                nest.close(end, end)
        elif kind is Markup.END:
            nest.end(tag, begin, end)
        else:
            nest.steps.append((_STEPS[kind], begin, end, nest.stack[-1]))
    while nest.stack:
        nest.close(len(source), len(source))
    return Document(source, nest.steps)


_STEPS = {Markup.TEXT: Step.TEXT, Markup.REFERENCE: Step.REFERENCE, Markup.RAW: Step.RAW}


class _Nest:
    """The elements that are open; each tag costs the same time, however many are."""

    def __init__(self, start: int) -> None:
        self.steps: list[Visit] = []
        self.stack: list[Element] = []
        self._depths: dict[str, list[int]] = {}  # by tag, where in the stack its elements stand
        self._families: list[list[int]] = [[] for _ in _FAMILIES]
        self._blocks: list[int] = []
        self._push("", start, start)

    def open(self, tag: str, start: int, end: int) -> None:
        """Open an element; those end that it ends."""
        if self._depths.get("head") and tag not in _IN_HEAD:
            self._close_from(self._depths["head"][-1], start, start)
        for family, ended in _ENDS.get(tag, ()):
            depths = self._families[family]
            while depths and self.stack[depths[-1]].tag in ended:
                self._close_from(depths[-1], start, start)
        if tag == "a":
            self.end(tag, start, start)
        self._push(tag, start, end)

    def end(self, tag: str, start: int, end: int) -> None:
        """Close the nearest element of this tag and all inside it; a tag that ends none in its block is passed over."""
        depths = self._depths.get(tag)
        if depths and (tag in BLOCKS or not self._blocks or self._blocks[-1] < depths[-1]):
            self._close_from(depths[-1], start, end)

    def close(self, start: int, end: int) -> None:
        """Close the innermost element."""
        element = self.stack.pop()
        element.last = len(self.steps)
        self.steps.append((Step.CLOSE, start, end, element))
        self._depths[element.tag].pop()
        family = _FAMILY_OF.get(element.tag)
        if family is not None:
            self._families[family].pop()
        if element.tag in BLOCKS:
            self._blocks.pop()

    def _close_from(self, depth: int, start: int, end: int) -> None:
        while len(self.stack) > depth + 1:
            self.close(start, start)
        self.close(start, end)

    def _push(self, tag: str, start: int, end: int) -> None:
        element = Element(tag, start, end, self.stack[-1] if self.stack else None, len(self.steps))
        depth = len(self.stack)
        self._depths.setdefault(tag, []).append(depth)
        family = _FAMILY_OF.get(tag)
        if family is not None:
            self._families[family].append(depth)
        if tag in BLOCKS:
            self._blocks.append(depth)
        self.stack.append(element)
        self.steps.append((Step.OPEN, start, end, element))


@dataclass(frozen=True)
class Weights:
    """How many characters an element has of what; each is asked for by sums over the steps before."""

    text: list[int]
    prose: list[int]
    linked: list[int]
    holders: frozenset[int]
    """The first steps of the elements that hold words themselves and not only by those inside them."""

    def text_of(self, element: Element) -> int:
        """The characters of all text in an element."""
        return self.text[element.last] - self.text[element.first]

    def prose_of(self, element: Element) -> int:
        """The characters in paragraphs and outside links."""
        return self.prose[element.last] - self.prose[element.first]

    def linked_of(self, element: Element) -> int:
        """The characters in links."""
        return self.linked[element.last] - self.linked[element.first]


def weigh(document: Document) -> Weights:
    """The weights of a document."""
    text: list[int] = []
    prose: list[int] = []
    linked: list[int] = []
    holders: set[int] = set()
    paragraphs = links = 0
    for step, start, end, element in document.steps:
        size = 0
        if step is Step.TEXT:
            size = len(document.source[start:end].strip())
            if size:
                holders.add(element.first)
        elif step is Step.OPEN or step is Step.CLOSE:
            change = 1 if step is Step.OPEN else -1
            paragraphs += change * (element.tag == "p")
            links += change * (element.tag == "a")
        text.append(size)
        prose.append(size if paragraphs and not links else 0)
        linked.append(size if links else 0)
    return Weights(list(accumulate(text)), list(accumulate(prose)), list(accumulate(linked)), frozenset(holders))
