"""Headlines of other stories that no label announces: below the last paragraph of this one, and between two."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from checker.annotate.stems import content
from checker.article import Article, Block, BlockKind, Span
from checker.rules.ads._claims import unclaimed
from checker.rules.ads._lines import MOST_LOOSE, is_ended, is_headline, is_prose, is_title, tail, words

SAME_SUBJECT = 0.4  # of its words stand in the story, or one in its headline: then a last line is a note on it
FEW = 2  # lines without a full stop are no heap even in a short article
FOREIGN = 0.34  # of its telling words at most stand in the rest of the article
LEAST_WORDS = 5  # subheadings are mostly shorter, and of the article's own words
LEAST_TELLING = 4  # words
LEAST_SHORT = 4  # of a line of four words: all of them
LEAST_TITLE = 7  # words of a line in capitals and small letters that may be about the article's own subject
MOST_TITLES = 2  # with more of them a story has its subheadings in that style
MOST_TOGETHER = 4  # more loose lines in a row are verse, a recipe or a table

_KINDS = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_ITEM = tuple("-–—#*•(^")
_QUOTATION = re.compile(r"[\"“‘'][^\"”’']*(?:[\"”’']\W*\Z|[,?!][\"”’']|\Z)")
_BREAKS_OFF = frozenset("a an the of in on at to for from by with and or but as that his her its their".split())
_MOST_COMMAS = 2  # a line with more is a list of names


def headlines_below(article: Article) -> Iterator[Span]:
    """The lines below the story that read as headlines; a single one must not be about the story itself."""
    found = unclaimed(article, [block.span for block in tail(article) if is_headline(article[block.span])])
    if len(found) == 1 and not is_title(text := article[found[0]]):
        said = content(article, found[0])
        known = content(article, Span(0, found[0].start))
        shared = len(said & known)
        if text.endswith("?") or shared >= SAME_SUBJECT * len(said) or said & content(article, article.blocks[0].span):
            return
    yield from found


def headlines_between(article: Article) -> list[Span]:
    """The lines in the midst of a story that read as headlines and are none of its subheadings."""
    lines = [block for run in _loose_runs(article) for block in run if _may_be(article, block)]
    if not lines:
        return []
    titles = [block for block in lines if is_title(article[block.span])]
    long = {block.span for block in titles if _count(article, block) >= LEAST_TITLE}
    told = long if len(titles) <= MOST_TITLES else set()
    blocks_with = Counter(known for block in article.prose() for known in content(article, block.span))
    return [span for span in (block.span for block in lines) if span in told or _is_foreign(article, span, blocks_with)]


def _loose_runs(article: Article) -> list[list[Block]]:
    """The short runs of lines without a full stop that stand between paragraphs."""
    blocks = [block for block in article.prose() if block.kind is not BlockKind.HEADLINE]
    loose = [not is_ended(article[block.span]) for block in blocks]
    if not any(loose) or sum(loose) > max(FEW, MOST_LOOSE * len(blocks)):
        return []
    prose = [at for at, block in enumerate(blocks) if not loose[at] and is_prose(article[block.span])]
    if not prose:
        return []
    runs = [list(run) for is_loose, run in groupby(range(prose[0], prose[-1]), lambda at: loose[at]) if is_loose]
    return [[blocks[at] for at in run] for run in runs if len(run) <= MOST_TOGETHER]


def _may_be(article: Article, block: Block) -> bool:
    """Whether a line has the form of a headline and no mark of the writer's own heading."""
    text = article[block.span]
    if block.kind not in _KINDS or text.startswith(_ITEM) or text.isupper() or not is_headline(text):
        return False
    if text.endswith("]") or _QUOTATION.match(text) or text.count(",") > _MOST_COMMAS or words(text)[-1] in _BREAKS_OFF:
        return False
    at = article.locate(block.span).start
    return block.kind is BlockKind.PARAGRAPH or not article.source[max(0, at - 1) : at].strip(" \n\r")


def _count(article: Article, block: Block) -> int:
    return len(article[block.span].split())


def _is_foreign(article: Article, span: Span, blocks_with: Counter[str]) -> bool:
    """Whether a line talks of nothing that the other blocks talk of; each stem is counted once a block."""
    said = content(article, span)
    known = sum(blocks_with[stem] > 1 for stem in said)
    if len(words(article[span])) < LEAST_WORDS:
        return not known and len(said) >= LEAST_SHORT
    return len(said) >= LEAST_TELLING and known <= FOREIGN * len(said)
