"""Quotation marks: which of them open, which close, which are apostrophes or inches, and which stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from checker.article import Article, Block, BlockKind, Span


class Facing(Enum):
    """What a mark can be by the characters beside it."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: ``“``, `"`, `'`, or the two characters of wire copy."""

    start: int
    end: int
    facing: Facing
    single: bool
    style: str
    """Its character; marks of one pair need not be of one style, since editors mix them."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch of a block in quotation marks; not nested in another."""

    start: int
    end: int
    """With the marks."""
    inner: int
    outer: int
    """The content."""
    single: bool = False
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A block, its quotations in order, and the marks that have no partner."""

    block: Block
    quoted: tuple[Quoted, ...]
    unclosed: tuple[Mark, ...] = ()
    unopened: tuple[Mark, ...] = ()


_MARK = re.compile(r"[“”„‟«»\"＂]|``|[‘’‚‛'`´]{1,2}")
_OPENING, _CLOSING = frozenset("“„‟«``"), frozenset("”»")
_PARTNERS = {"„": "“”", "«": "»", "»": "«"}  # others close with whatever faces the right way
_BEFORE_OPENING = frozenset("([{—–-/…|*_~>·•\u200b")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-…/*_~|<")
_FEET_AND_INCHES = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+|\s?[½¼¾])?$")
_MEASURE = re.compile(r"(?<![\w$£€.,])\d{1,2}(?:\.\d+)?$")
_DECADE = re.compile(r"\d\d?s?\b")
# Words that begin with an apostrophe.
_ELISION = re.compile(
    r"(?:n|em|er|til|till|tis|twas|cause|cos|cuz|bout|round|nother|nuff|ello|appen|im|ere|ave|pon|neath|tude|kay|sup)\b",
    re.I,
)
_LOOK_BEHIND = 12  # characters that feet and inches take


def read(article: Article) -> list[Marked]:
    """The marks of every block of prose, with quotations that go on in the next paragraph put right."""
    return list(_continued(article, [_pair(article.text, block) for block in article.prose()]))


def _continued(article: Article, blocks: list[Marked]) -> Iterator[Marked]:
    """The blocks; a mark without its partner is forgiven where the next paragraph takes the quotation up again."""
    going_on = False
    for at, marked in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        quoted, unclosed = marked.quoted, marked.unclosed
        first = _first_mark(article.text, marked.block)
        if going_on and first is not None:
            quoted = tuple(_with(each, continues=True) if each.start == first else each for each in quoted)
        goes_on = bool(unclosed) and following is not None and _takes_up(article.text, marked, following)
        if goes_on:
            last = unclosed[-1]
            quoted = tuple(_with(each, closed=True) if each.start == last.start else each for each in quoted)
            unclosed = unclosed[:-1]
        yield Marked(marked.block, quoted, unclosed, marked.unopened)
        going_on = goes_on


def _with(quoted: Quoted, *, closed: bool | None = None, continues: bool | None = None) -> Quoted:
    return Quoted(
        quoted.start,
        quoted.end,
        quoted.inner,
        quoted.outer,
        quoted.single,
        quoted.closed if closed is None else closed,
        quoted.continues if continues is None else continues,
    )


def _takes_up(text: str, marked: Marked, following: Marked) -> bool:
    """Whether the quotation left open at the end of a block goes on in the next one, which opens with a mark."""
    if BlockKind.HEADLINE in (marked.block.kind, following.block.kind):
        return False
    last = marked.unclosed[-1]
    if any(quoted.start > last.start for quoted in marked.quoted):
        return False  # it was left open before another one began
    return _first_mark(text, following.block) is not None


def _first_mark(text: str, block: Block) -> int | None:
    """Where the mark stands that opens the block; None when something else does."""
    match = _MARK.match(text, block.span.start, block.span.end)
    if match is None or match[0] in _CLOSING:
        return None
    return match.start()


def _pair(text: str, block: Block) -> Marked:
    """The quotations of one block and its odd marks."""
    marks = list(_marks(text, block.span))
    if not marks:
        return Marked(block, ())
    pairs, unclosed, unopened = _match(text, marks)
    quoted = [
        Quoted(opening.start, closing.end, opening.end, closing.start, opening.single) for opening, closing in pairs
    ]
    alone = [mark for mark in unclosed if not mark.single]
    starts = sorted([*(each.start for each in quoted), *(mark.start for mark in alone), block.span.end])
    quoted.extend(_left_open(text, mark, starts[bisect_right(starts, mark.start)]) for mark in alone)
    return Marked(block, tuple(_outermost(quoted)), tuple(alone), tuple(unopened))


def _left_open(text: str, mark: Mark, stop: int) -> Quoted:
    """The stretch from a mark that is never closed up to `stop`: the next quotation or the end of the block."""
    while stop > mark.end and text[stop - 1].isspace():
        stop -= 1
    return Quoted(mark.start, stop, mark.end, stop, mark.single, closed=False)


def _outermost(quoted: list[Quoted]) -> Iterator[Quoted]:
    """Those that lie in no other, in order."""
    reached = -1
    for each in sorted(quoted, key=lambda each: (each.start, -each.end)):
        if each.start >= reached:
            yield each
            reached = each.end


def _match(text: str, marks: list[Mark]) -> tuple[list[tuple[Mark, Mark]], list[Mark], list[Mark]]:
    """Pairs, opening marks without their close, closing marks without an open; one pass with a stack."""
    later = _later_closers(marks)
    stack: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    unopened: list[Mark] = []
    for at, mark in enumerate(marks):
        if mark.single:
            _match_single(text, mark, later[at], stack, pairs)
            continue
        depth = _open_double(stack)
        if depth >= 0 and at + 1 < len(marks) and _measures(text, mark) and _closes(marks[at + 1]):
            continue
        if _opens(mark, stack[depth] if depth >= 0 else None):
            stack.append(mark)
        elif depth >= 0:
            pairs.append((stack[depth], mark))
            del stack[depth:]  # single marks opened inside it were apostrophes
        elif not _measures(text, mark):
            unopened.append(mark)
    return pairs, [mark for mark in stack if not mark.single], unopened


def _opens(mark: Mark, inside: Mark | None) -> bool:
    """Whether a double mark opens, given the one that is open already."""
    if mark.style in _PARTNERS.get(inside.style if inside else "", ""):
        return False
    if mark.facing is Facing.EITHER:
        return inside is None
    return mark.facing is Facing.OPENS


def _measures(text: str, mark: Mark) -> bool:
    """Whether the mark may stand for inches: one or two digits before it, straight."""
    return mark.style == '"' and _MEASURE.search(text, max(0, mark.start - _LOOK_BEHIND), mark.start) is not None


def _closes(mark: Mark) -> bool:
    return not mark.single and mark.facing is Facing.CLOSES


def _open_double(stack: list[Mark]) -> int:
    """The place of the last double mark on the stack; -1 without one."""
    for at in range(len(stack) - 1, -1, -1):
        if not stack[at].single:
            return at
    return -1


def _match_single(text: str, mark: Mark, another: bool, stack: list[Mark], pairs: list[tuple[Mark, Mark]]) -> None:
    """Open or close a quotation in single marks; whatever fits neither is an apostrophe."""
    is_open = bool(stack) and stack[-1].single
    if mark.facing is Facing.OPENS:
        if is_open:
            stack.pop()  # it never closed: an apostrophe
        stack.append(mark)
    elif is_open and not (another and _maybe_possessive(text, mark)):
        pairs.append((stack.pop(), mark))


def _maybe_possessive(text: str, mark: Mark) -> bool:
    """The players’ union, droppin’ in: a word that may end with an apostrophe, and a sentence that goes on."""
    before = text[mark.start - 2 : mark.start].lower()
    return (before.endswith("s") or before == "in") and text[mark.end : mark.end + 2].lstrip()[:1].islower()


def _later_closers(marks: list[Mark]) -> list[bool]:
    """For each mark whether a single one that closes follows before any other mark opens or a double one stands."""
    later = [False] * len(marks)
    for at in range(len(marks) - 2, -1, -1):
        following = marks[at + 1]
        later[at] = following.single and following.facing is Facing.CLOSES
    return later


def _marks(text: str, span: Span) -> Iterator[Mark]:
    """The marks of a block that can belong to a quotation, apostrophes and inches left out."""
    markup = False
    for match in _MARK.finditer(text, span.start, span.end):
        start, end, style = match.start(), match.end(), match[0]
        before = text[start - 1] if start > span.start else " "
        after = text[end] if end < span.end else " "
        if style == '"' and (markup or before == "="):  # <a href="…">
            markup = not markup
        elif len(style) == 2 and style[0] != style[1]:
            yield from _two_singles(text, match, before, after)
        elif len(style) == 2 or style in '“”„‟«»"＂':
            if not _is_inches(text, start, before, after):
                yield Mark(start, end, _facing(style, before, after), False, style)
        elif (facing := _facing_single(text, start, style, before, after)) is not None:
            yield Mark(start, end, facing, True, style)


def _two_singles(text: str, match: re.Match[str], before: str, after: str) -> Iterator[Mark]:
    """Two single marks side by side that are not the double mark of wire copy: ‘ ’ without a word."""
    style, start = match[0], match.start()
    first = _facing_single(text, start, style[0], before, style[1])
    second = _facing_single(text, start + 1, style[1], style[0], after)
    if first is not None:
        yield Mark(start, start + 1, first, True, style[0])
    if second is not None:
        yield Mark(start + 1, start + 2, second, True, style[1])


def _facing(style: str, before: str, after: str) -> Facing:
    """Which way a double mark faces by its shape or, where that says nothing or is wrong, by what stands beside it."""
    free_left = before.isspace() or before in _BEFORE_OPENING or before in "“‘'\""
    free_right = after.isspace() or after in _AFTER_CLOSING or after in "”’'\""
    if style in ("“", "„", "‟", "«", "``", "‘‘"):
        return Facing.CLOSES if style == "“" and not free_left and after.isspace() else Facing.OPENS
    if style in ("”", "»", "’’"):
        return Facing.OPENS if before.isspace() and not free_right and after.isalnum() else Facing.CLOSES
    if free_left == free_right:
        if before.isspace() and (after in "….'" or after == "-"):
            return Facing.OPENS
        return Facing.EITHER
    return Facing.OPENS if free_left else Facing.CLOSES


def _facing_single(text: str, at: int, style: str, before: str, after: str) -> Facing | None:
    """Which way a single mark faces; None for an apostrophe."""
    free_left = before.isspace() or before in _BEFORE_OPENING or before in '“"”'
    if before.isalnum() and after.isalnum():
        return None
    if style in "‘‚‛`" or (free_left and not after.isspace()):
        if after.isspace() or not free_left or _DECADE.match(text, at + 1) or _ELISION.match(text, at + 1):
            return None
        return Facing.OPENS
    if before.isspace() or (before.isdigit() and style in "'´" and not after.isspace()):
        return None
    return None if after.isalnum() else Facing.CLOSES


def _is_inches(text: str, start: int, before: str, after: str) -> bool:
    """6' 2", a 12-inch record written 12": a mark that measures."""
    if not before.isdigit() and before not in "½¼¾":
        return False
    if _FEET_AND_INCHES.search(text, max(0, start - _LOOK_BEHIND), start):
        return True
    return after in "x×"
