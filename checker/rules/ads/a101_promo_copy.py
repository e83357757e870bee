"""A promotion for a product was left in the copy.

Shops and widgets insert such lines on the page; pasted into the text they become the newsroom's own words, an
advertisement that nobody labelled.

## Flagged

> Rescuers reached the last village on Tuesday, the army said.
> Camping Stoves – Cook anywhere with a flame that no wind puts out.

> Rescuers reached the last village on Tuesday. Save up to 40% on rain jackets this weekend only at Hillgear.

> Shop our spring sale:
> - Trail tent for two, $149
> - Down sleeping bag, half price

## Fine

> The shop cut the price of its tents by 40% on Friday, and sold out by noon.

> Order was restored by nightfall. Save the Children said that 12,000 people had fled.

## Limits

Weighs offers, orders to the reader, prices, haste, praise, a product with its use, and how little a line has to do
with the rest; one of them alone is not enough. A promotion for what the article itself is about is not told from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Role, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._claims import claimed
from checker.rules.ads._pitch import LINE, SELLING, SENTENCE, Listener, Pitch
from checker.rules.ads._removal import removal

rule = Rule(__name__, Severity.WARNING)

FURNITURE = (BlockKind.HEADLINE, BlockKind.CELL, BlockKind.CAPTION, BlockKind.BYLINE, BlockKind.DATELINE)
SOLID = (*FURNITURE, BlockKind.TIMELINE_ENTRY)
BELOW = 0.5  # what a place below the story adds
LONGEST = 240  # characters; a pitch is short
QUOTED = 5.0  # the least score inside a quotation, whose end may be misread
OFFERED = frozenset(("offer", "price", "haste"))
LISTED = 0.5  # of the items of a list must offer something


@rule.check
def promo_copy(article: Article, options: object) -> Iterator[Outcome]:
    """Sentences, lines and lists that several cues together give away."""
    listener = Listener(article)
    blocks = [block for block in article.prose() if block.kind not in SOLID]
    listed: set[int] = set()
    for at, block in enumerate(blocks):
        if at in listed:
            continue
        items = list(_items(blocks, at))
        if items and _sells_a_list(listener, block, [blocks[item] for item in items]):
            listed.update(items)
            yield rule.finding(block.span, "opens a list of offers", fix=removal(article, block.span, "line"))
            for span in (blocks[item].span for item in items):
                fix = removal(article, span, "offer")
                yield rule.finding(span, f"one of the offers under “{article[block.span]}”", fix=fix)
            continue
        yield AGREES
        for span, pitch in _pitches(listener, block):
            fix = removal(article, span, "advertisement")
            yield rule.finding(span, f"reads as an advertisement: {pitch.evidence}", fix=fix)


def _pitches(listener: Listener, block: Block) -> Iterator[tuple[Span, Pitch]]:
    """The runs of sentences in a block that sell something, without those that another rule reports."""
    article = listener.article
    sentences = [sentence.span for sentence in article.mentioned(Sentence, block.span)]
    heard = [_hear(listener, span) for span in sentences]
    below = BELOW if block.role is Role.TAIL else 0.0
    for appealing, places in groupby(range(len(sentences)), lambda place: heard[place].appeals):
        run = list(places)
        if not appealing:
            continue
        pitch = listener.together([heard[place] for place in run], _over(sentences, run))
        if pitch.reaches((LINE if len(run) == len(sentences) else SENTENCE) - below):
            for taken, part in groupby(run, lambda place: claimed(article, sentences[place])):
                if not taken:
                    yield _over(sentences, list(part)), pitch


def _over(sentences: list[Span], places: list[int]) -> Span:
    return Span(sentences[places[0]].start, sentences[places[-1]].end)


def _hear(listener: Listener, span: Span) -> Pitch:
    """The pitch of a sentence; none in a long one, and only a loud one where somebody is quoted."""
    pitch = listener.hear(span) if len(span) <= LONGEST else Pitch({})
    quoted = pitch.score > 0 and listener.article.enclosing(Quote, span.start) is not None
    return Pitch({}) if quoted and pitch.score < QUOTED else pitch


def _items(blocks: list[Block], at: int) -> Iterator[int]:
    """The places of the list items directly below a line."""
    if blocks[at].kind is not BlockKind.LIST_ITEM:
        yield from takewhile(lambda place: blocks[place].kind is BlockKind.LIST_ITEM, range(at + 1, len(blocks)))


def _sells_a_list(listener: Listener, head: Block, items: list[Block]) -> bool:
    """Whether a line offers something and the items below it have prices or offers of their own."""
    if not listener.hear(head.span).cues.keys() & SELLING:
        return False
    offered = sum(bool(listener.hear(item.span).cues.keys() & OFFERED) for item in items)
    return offered >= LISTED * len(items)
