"""Lines that are set like headlines, where a capital tells nothing."""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.frequency import is_plain_word
from checker.annotate.gazetteers import first_names
from checker.annotate.names.words import Words
from checker.article import Block, BlockKind, Role

_LINES = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.STANDFIRST, BlockKind.LIST_ITEM})
_TITLE_CASE = 0.75  # of the longer words of a line have a capital when it is set as a title
_LONGEST_TITLE = 40  # tokens
_SHORT_BLOCK = 160  # characters


def prose_blocks(words: Words) -> Iterator[tuple[Block, bool]]:
    """The blocks to read, each with whether it is set in title case or in capitals."""
    for block in words.article.prose():
        line = block.kind in _LINES or block.role is Role.TAIL or _is_short(words, block)
        yield block, (_is_title_case(words, block) if line else _is_upper_case(words, block))


def _is_short(words: Words, block: Block) -> bool:
    """Whether a block may be a line of display: short, and not closed by a full stop."""
    return len(block.span) < _SHORT_BLOCK and words.article.text[block.span.end - 1] != "."


def _is_title_case(words: Words, block: Block) -> bool:
    long = _longer_words(words, block)
    if len(long) < 3 and block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING):
        return False
    plain = [text for text in long if is_plain_word(text) and text.lower() not in first_names()]
    capital = sum(text[0].isupper() for text in long)
    plain_capital = sum(text[0].isupper() for text in plain)
    return bool(plain) and capital >= _TITLE_CASE * len(long) and plain_capital * 2 > len(plain)


def _is_upper_case(words: Words, block: Block) -> bool:
    long = _longer_words(words, block)
    return len(long) > 3 and sum(text.isupper() for text in long) > _TITLE_CASE * len(long)


def _longer_words(words: Words, block: Block) -> list[str]:
    """The words of four letters and more with which the block begins."""
    inside = words.article.tokens.within(block.span.start, block.span.end)[:_LONGEST_TITLE]
    return [words.texts[at] for at in inside if len(words.texts[at]) > 3 and words.texts[at][0].isalpha()]
