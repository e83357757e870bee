"""What the reader of figures has before it: one block of an article, and what is known of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from checker.annotate.dates import Date, Grain
from checker.annotate.figures.labels import model_numbers
from checker.article import Article, BlockKind
from checker.tokens import Tokens


class Reading(NamedTuple):
    """A block being read: its tokens from `start` up to `stop`."""

    tokens: Tokens
    text: str
    start: int
    stop: int
    heading: bool
    cell: bool
    """Whether it is a cell of a table."""
    dated: frozenset[int]
    """The tokens inside dates."""
    sterling: bool
    """Whether pounds are money in this article."""
    metric: bool
    """Whether the article measures in metres, so that 5m may be five of them."""
    models: frozenset[str]
    """Numbers that name a model of something in this article: 737, said of a Boeing."""

    def opens_sentence(self, at: int) -> bool:
        """Whether the token at `at` is the first of its sentence, opening marks apart."""
        while at > self.start and self.tokens.texts[at - 1] in _OPENERS:
            at -= 1
        before = self.tokens.texts[at - 1] if at > self.start else "."
        return not before[0].isalpha() and before not in (",", "&")

    def is_title_case(self) -> bool:
        """Whether this is a headline with capitals on its longer words."""
        if not self.heading:
            return False
        longer = [word for word in self.tokens.texts[self.start : self.stop] if word[0].isalpha() and len(word) > 3]
        return sum(word[0].isupper() for word in longer) >= _TITLE_CASE * len(longer)


_TITLE_CASE = 0.7  # the share of capitals among the longer words of a headline in title case
_HEADINGS = frozenset((BlockKind.HEADLINE, BlockKind.HEADING))
_OPENERS = frozenset("\"“”‘’'([«`")


def readings(article: Article) -> Iterator[Reading]:
    """The blocks of prose, one after the other."""
    tokens, text = article.tokens, article.text
    dated = frozenset(
        at
        for date in article.mentioned(Date)
        if date.grain is not Grain.DURATION
        for at in tokens.within(date.span.start, date.span.end)
    )
    sterling = "£" in text or "sterling" in text or " stg" in text
    metric = "metres" in text or "meters" in text
    models = model_numbers(text)
    for block in article.prose():
        inside = tokens.within(block.span.start, block.span.end)
        yield Reading(
            tokens,
            text,
            inside.start,
            inside.stop,
            block.kind in _HEADINGS,
            block.kind is BlockKind.CELL,
            dated,
            sterling,
            metric,
            models,
        )
