"""A pointer to another story was left in the copy.

The content system makes these lines from links; pasted into the text they break the story in two, and in a feed or a
reader they point nowhere.

## Flagged

> The bridge reopens on Friday, the council said.
> Related: Five bridges that were closed this year

> The bridge reopens on Friday, the council said. Read more: Why the arches cracked

> The bridge reopens on Friday, the council said.
> [WATCH NEXT: The arches from the air]

## Fine

> Readers wanted to read more: two in three finished the book. Related work takes longer.

> The bridge reopens on Friday, the council said.
> Related problems, such as the cracked arches, will be dealt with in the autumn.

## Limits

Headlines without a label count in a story whose other lines are sentences: below its last paragraph, and between two
where they share next to no words with it or are written as titles. Lines with a label of
their own, and the list items and links under one, are safe to delete; other fixes are unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Link, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._lines import is_headline, is_note, is_prose, is_title, words
from checker.rules.ads._pointers import Pointer, is_certain, pointer
from checker.rules.ads._removal import removal
from checker.rules.ads._strays import headlines_below, headlines_between

rule = Rule(__name__, Severity.WARNING)

MOST_LISTED = 12  # lines under one label; what follows is the story again
LEAST_OPEN = 4  # words of a label that can be nothing else, even without links: “Read more from this author”
MOST_WORDS = 30  # of a line with a label; a longer one is a paragraph that opens like one
SOLID = (BlockKind.HEADLINE, BlockKind.CELL, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE)


@rule.check
def related_link(article: Article, options: object) -> Iterator[Outcome]:
    """Lines and sentences with a label, the lists under one, headlines below the story."""
    blocks = list(article.prose())
    last = max((at for at, block in enumerate(blocks) if is_prose(article[block.span])), default=-1)
    found: dict[Span, tuple[str, bool]] = {}  # what is said of a place, and whether it is safe to delete
    for at, block in enumerate(blocks):
        if block.kind in SOLID:
            continue
        kind = _line(article, block)
        if kind in (Pointer.LIST, Pointer.OPEN):
            listed = list(takewhile(lambda line: _is_listed(article, line), blocks[at + 1 : at + 1 + MOST_LISTED]))
            if listed or kind is Pointer.LIST or at > last or len(words(article[block.span])) >= LEAST_OPEN:
                safe = len(listed) < MOST_LISTED and all(_is_link(article, line) for line in listed)
                found[block.span] = kind.told(article[block.span]), safe
                found |= {line.span: (f"listed under “{article[block.span]}”", safe) for line in listed}
        elif kind:
            found.setdefault(block.span, (kind.told(text := article[block.span]), _is_safe(kind, text)))
        else:
            found |= {span: (Pointer.LABEL.told(article[span]), False) for span in _sentences(article, block)}
    for place, spans in (("below", headlines_below(article)), ("in the midst of", headlines_between(article))):
        for span in spans:
            found.setdefault(span, (f"reads as the headline of another story, {place} this one", False))
    for span, (message, safe) in sorted(found.items()):
        yield rule.finding(span, message, fix=removal(article, span, "pointer", safe=safe))
    yield AGREES


def _line(article: Article, block: Block) -> Pointer | None:
    """How a whole line points elsewhere, if it does."""
    kind = pointer(text := article[block.span])
    return kind if kind is Pointer.GLUED or text.count(" ") < MOST_WORDS else None


def _is_safe(kind: Pointer, text: str) -> bool:
    """Whether a line is a label with its link and nothing else, no matter what the story is about."""
    return kind is Pointer.LABEL and is_certain(text) and not is_prose(text)


def _is_link(article: Article, block: Block) -> bool:
    """Whether a line below a label is a link, or stands in a list of them, and is no subheading of the story."""
    is_linked = any(link.span == block.span for link in article.mentioned(Link, block.span))
    return is_linked or block.kind is BlockKind.LIST_ITEM


def _sentences(article: Article, block: Block) -> Iterator[Span]:
    """The sentences of a paragraph that open with a label, such as “Read more: …”."""
    for sentence in article.mentioned(Sentence, block.span)[1:]:
        text = article[sentence.span]
        if ":" in text[:40] and pointer(text) is Pointer.LABEL:
            yield sentence.span


def _is_listed(article: Article, block: Block) -> bool:
    """Whether a line below a label is one of the links it announces."""
    text = article[block.span]
    if block.kind is BlockKind.LIST_ITEM:
        return text.count(" ") < MOST_WORDS
    return is_headline(text) or (is_title(text) and not (is_prose(text) or is_note(text) or text.endswith(":")))
