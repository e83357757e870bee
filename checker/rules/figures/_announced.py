"""Announced lists of blocks and of sentences: five tips and what follows, two reasons and first, second, third."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.figures import Figure
from checker.article import Article, Block, BlockKind, Span
from checker.rules.figures._lists import announces, behind_noun
from checker.rules.figures._sheet import Entry, Statement, statements

_ORDINALS = {
    ordinal + ending: number
    for number, ordinal in enumerate("first second third fourth fifth sixth seventh".split(), 1)
    for ending in ("", "ly")
}
_COUNTED_OUT = frozenset(
    "reason question problem thing point way step option lesson condition goal factor change issue concern demand rule "
    "argument aim measure task challenge explanation".split()
)
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
_NUMBER_BEFORE = re.compile(r"(\d{1,2})[.)]\s*$")
_NUMBERED = frozenset({BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH})
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.HEADING})
_BEHIND = 8  # tokens between the announced noun and the colon
_SENTENCES = 14  # in which reasons are counted out
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Announced:
    """A number that is announced and how many things follow; `last` is where the last of them stands."""

    count: Figure
    found: int
    last: Span


def block_lists(article: Article) -> Iterator[Announced]:
    """Lists of blocks that the block before them announces with a number."""
    by_block: dict[Span, Statement] = {statement.block.span: statement for statement in statements(article)}
    blocks = article.blocks
    at = 0
    while at < len(blocks):
        end = at + 1
        if blocks[at].kind is BlockKind.LIST_ITEM and at > 0:
            while end < len(blocks) and blocks[end].kind is BlockKind.LIST_ITEM:
                end += 1
            items = [block for block in blocks[at:end] if block.level <= blocks[at].level]
            entry = _announcement(article, by_block.get(blocks[at - 1].span))
            titled = blocks[at - 1].kind in _TITLES and any(block.kind is BlockKind.LIST_ITEM for block in blocks[end:])
            if entry is not None and len(items) >= _FEWEST and not titled:
                yield Announced(entry.figure, len(items), items[-1].span)
        at = end


def _announcement(article: Article, statement: Statement | None) -> Entry | None:
    """The number in the last sentence of a block that announces the list below it."""
    if statement is None or not statement.entries or not announces(statement.entries[-1].figure):
        return None
    entry = statement.entries[-1]
    if statement.block.kind in _TITLES:
        return entry if entry.first == statement.first else None
    words, behind = article.tokens.texts, behind_noun(article.tokens, statement, entry)
    if words[statement.last - 1] != ":" or statement.last - behind > _BEHIND:
        return None
    return None if "," in words[behind : statement.last] else entry


def numbered_lists(article: Article) -> Iterator[Announced]:
    """The headline's number and the numbered headings or points of the story."""
    titles = [statement for statement in statements(article)[:2] if statement.block.kind is BlockKind.HEADLINE]
    entry = next(
        (entry for statement in titles for entry in statement.entries[:1] if entry.first == statement.first), None
    )
    if entry is None or not announces(entry.figure):
        return
    numbered = [(number, block) for block in article.blocks if (number := _number_of(article, block))]
    numbers = [number for number, _ in numbered]
    if len(numbers) > _FEWEST and sorted(numbers) == list(range(1, len(numbers) + 1)):
        yield Announced(entry.figure, len(numbers), numbered[-1][1].span)


def _number_of(article: Article, block: Block) -> int:
    """The number that a heading or a point begins with; 0 without one."""
    if block.kind not in _NUMBERED:
        return 0
    if written := _NUMBER.match(article.text, block.span.start, block.span.end):
        return int(written[1])
    if block.kind is not BlockKind.LIST_ITEM:
        return 0
    start = article.locate(block.span).start
    before = _NUMBER_BEFORE.search(article.source[max(0, start - 6) : start])
    return int(before[1]) if before else 0


def counted_out(article: Article) -> Iterator[Announced]:
    """Numbers of reasons, questions or the like that the next sentences count out: first, second, third."""
    known, words = statements(article), article.tokens.lower
    for statement in known:
        for entry in statement.entries:
            if not announces(entry.figure) or entry.figure.head not in _COUNTED_OUT:
                continue
            last = statement
            reached = 0
            for following in known[statement.number + 1 : statement.number + 1 + _SENTENCES]:
                if following.first < following.last and _ORDINALS.get(words[following.first]) == reached + 1:
                    reached, last = reached + 1, following
            if reached >= _FEWEST:
                yield Announced(entry.figure, reached, Span(last.span.start, article.tokens.ends[last.first]))
