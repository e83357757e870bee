"""Quotation marks in pairs: which stretches of a block are quoted, which go on, and which marks stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from checker.annotate.quotes.glyphs import MARK, Facing, Mark, marks_in, may_measure
from checker.article import Article, Block, BlockKind, Span

_CLOSING = frozenset("”»")
_CURLY = frozenset("“”„‟‘’")
_PARTNERS = {"„": "“”", "«": "»", "»": "«"}  # others close with whatever faces the right way
_SAID = (
    "said|says|added|told|asked|replied|insisted|warned|admitted|claimed|argued|explained|noted|continued|stressed|"
    "wrote"
)
# “, Smith said in a statement.” and “, said the mayor.”
_SPEAKER = re.compile(
    r",\s(?:(?:he|she|it|they|(?:the|an?|one|his|her|their)(?:\s[\w’'-]+){1,4}|[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,4})\s"
    rf"(?:{_SAID})\b|(?:{_SAID})\s(?:[A-Z]|he\b|she\b|the\b|an?\b))[^,\"”“]*$"
)
_ATTRIBUTION = re.compile(
    rf"\b(?:{_SAID})\s(?:[A-Z]|he\b|she\b|the\b|an?\b)|(?:\b(?:he|she|it|they)|[A-Z][\w’'-]*)\s(?:{_SAID})\b"
)
_SENTENCE_ENDS = ".?!…'’"
_TAIL = 160  # characters that name a speaker


class Quoted(NamedTuple):
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


class Marked(NamedTuple):
    """A block, its quotations in order, and the marks that have no partner."""

    block: Block
    quoted: tuple[Quoted, ...]
    unclosed: tuple[Mark, ...] = ()
    unopened: tuple[Mark, ...] = ()


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
            quoted = tuple(each._replace(continues=True) if each.start == first else each for each in quoted)
        unopened = marked.unopened[1:] if going_on else marked.unopened  # the last one closes what ran on to here
        goes_on = bool(unclosed) and following is not None and _takes_up(article.text, marked, following)
        if goes_on:
            last = unclosed[-1]
            quoted = tuple(each._replace(closed=True) if each.start == last.start else each for each in quoted)
            unclosed = unclosed[:-1]
        elif unclosed and unclosed[-1].single:  # an apostrophe after all
            quoted = tuple(each for each in quoted if each.start != unclosed[-1].start)
            unclosed = unclosed[:-1]
        yield Marked(marked.block, quoted, unclosed, unopened)
        going_on = goes_on


def _takes_up(text: str, marked: Marked, following: Marked) -> bool:
    """Whether the quotation left open at the end of a block goes on in the next one, which opens with a mark."""
    if BlockKind.HEADLINE in (marked.block.kind, following.block.kind):
        return False
    last = marked.unclosed[-1]
    if any(quoted.start > last.start for quoted in marked.quoted):
        return False  # it was left open before another one began
    first = _first_mark(text, following.block)
    if first is None or (last.single and text[first] != text[last.start]):
        return False
    span = marked.block.span
    return not _is_fragment(text, last, span) and not _ends_with_speaker(text, last.end, span.end)


def _is_fragment(text: str, mark: Mark, span: Span) -> bool:
    """Whether a few words of a sentence are quoted, which never run on: the help of “a head …"""
    before = text[max(span.start, mark.start - 2) : mark.start].rstrip()
    return text[mark.end : mark.end + 1].islower() and before[-1:].isalnum()


def _ends_with_speaker(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends by naming who said it, so that its closing mark was forgotten: “…, Smith said.”"""
    return _SPEAKER.search(text, max(start, end - _TAIL), end) is not None


def _first_mark(text: str, block: Block) -> int | None:
    """Where the mark stands that opens the block; None when something else does."""
    match = MARK.match(text, block.span.start, block.span.end)
    if match is None or match[0] in _CLOSING:
        return None
    return match.start()


def _pair(text: str, block: Block) -> Marked:
    """The quotations of one block and its odd marks."""
    marks = list(marks_in(text, block.span))
    if not marks:
        return Marked(block, ())
    pairs, unclosed, unopened = _match(text, marks)
    quoted = [
        Quoted(opening.start, closing.end, opening.end, closing.start, opening.single) for opening, closing in pairs
    ]
    alone = [mark for mark in unclosed if not mark.single]
    if unclosed and unclosed[-1].single and _may_run_on(text, unclosed[-1], block.span):
        alone.append(unclosed[-1])
    running = alone[0] if alone and alone[0].start == block.span.start else None
    doubles = (opening.start for opening, _ in pairs if not opening.single and not _is_inside(opening, running))
    starts = sorted([*doubles, *(mark.start for mark in alone), block.span.end])
    quoted.extend(_left_open(text, mark, starts[bisect_right(starts, mark.start)]) for mark in alone)
    outermost = tuple(_outermost(quoted))
    reopened = set(_reopened(text, outermost))
    return Marked(block, outermost, tuple(mark for mark in alone if mark.start not in reopened), tuple(unopened))


def _is_inside(opening: Mark, running: Mark | None) -> bool:
    """Whether a quotation in other marks lies in one that runs through the whole block."""
    return running is not None and (opening.style in _CURLY) != (running.style in _CURLY)


def _may_run_on(text: str, mark: Mark, span: Span) -> bool:
    """Whether a single mark that is never closed may open a quotation of several paragraphs, and is no apostrophe."""
    return mark.start == span.start or text[max(span.start, mark.start - 2) : mark.start].strip() in (":", ",")


def _reopened(text: str, quoted: tuple[Quoted, ...]) -> Iterator[int]:
    """The openings of quotations that the next one in the block takes up, as where paragraphs were run together."""
    for each, following in pairwise(quoted):
        if not each.closed and each.end + 1 >= following.start - 1 and not following.single:
            ends = text[each.outer - 1] in _SENTENCE_ENDS and text[following.inner : following.inner + 1].isupper()
            if ends and not _ATTRIBUTION.search(text, each.inner, each.outer):
                yield each.start


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
        if depth >= 0 and at + 1 < len(marks) and may_measure(text, mark) and _closes(marks[at + 1]):
            continue
        if _opens(mark, stack[depth] if depth >= 0 else None):
            stack.append(mark)
        elif depth >= 0:
            pairs.append((stack[depth], mark))
            del stack[depth:]  # single marks opened inside it were apostrophes
        elif not may_measure(text, mark):
            unopened.append(mark)
    return pairs, stack, unopened


def _opens(mark: Mark, inside: Mark | None) -> bool:
    """Whether a double mark opens, given the one that is open already."""
    if mark.style in _PARTNERS.get(inside.style if inside else "", ""):
        return False
    if mark.facing is Facing.EITHER:
        return inside is None
    return mark.facing is Facing.OPENS


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
