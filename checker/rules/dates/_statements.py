"""What the sentence around a date says, and how much two such sentences have in common."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checker.annotate.dates import Date
from checker.annotate.sentences import Sentence
from checker.annotate.stems import content, stem
from checker.article import Article, BlockKind, Span

WINDOW = 60  # characters on each side of a date that tell what it dates
_DATELINE = 40  # characters from the start of a block: “KYIV, Ukraine, May 23 (Reuters) -”
_GLUED = 260  # from the start of a text whose headline, day and lead stand in one line
_BEFORE_A_STATEMENT = frozenset(
    "on in since by until from of to for the after before between during last and early late".split()
)
_NOT_STATEMENTS = frozenset({BlockKind.DATELINE, BlockKind.BYLINE, BlockKind.METADATA, BlockKind.TIMELINE_ENTRY})


@dataclass(frozen=True, slots=True)
class Statement:
    """A date with the sentence it stands in; stems leave out the words of dates."""

    date: Date
    sentence: Span
    number: int
    """Of the sentence, counted through the article."""
    stems: frozenset[str]
    nearby: frozenset[str]
    beside: frozenset[str]
    """The stems of the noun before and the noun behind the date: “the 21 December auction”."""
    words: frozenset[str]
    """The words nearby in lower case, for the words of contrast among them."""
    titles: bool = False
    """Whether it stands in the headline, where the commonest words of the story tell most."""


class Statements:
    """The dated sentences of an article and how telling each stem is there."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences = article.mentioned(Sentence)
        self._starts = [sentence.span.start for sentence in self._sentences]
        self._stems: dict[int, frozenset[str]] = {}
        self._frequency: Counter[str] | None = None

    def of(self, date: Date) -> Statement | None:
        """The statement a date makes; None for a dateline and for a date outside sentences."""
        number = bisect_right(self._starts, date.span.start) - 1
        if number < 0 or date.span.end > self._sentences[number].span.end or self._is_dateline(date):
            return None
        article, span = self.article, self._sentences[number].span
        tokens = article.tokens
        low, high = max(span.start, date.span.start - WINDOW), min(span.end, date.span.end + WINDOW)
        inside = tokens_of(article, date.span)
        around = [at for at in (inside.start - 1, inside.start - 2, inside.stop) if 0 <= at < len(tokens)]
        beside = frozenset(
            stem(tokens.lower[at]) for at in around if len(tokens.texts[at]) > 3 and tokens.texts[at].isalpha()
        )
        own = content(article, date.span)
        return Statement(
            date,
            span,
            number,
            self.stems(number) - own,
            (content(article, Span(low, date.span.start)) | content(article, Span(date.span.end, high))) - own,
            beside,
            frozenset(tokens.lower[at] for at in tokens.within(low, high)),
            article.block_at(date.span.start).kind is BlockKind.HEADLINE,
        )

    def stems(self, number: int) -> frozenset[str]:
        """The stems of a sentence."""
        if number not in self._stems:
            self._stems[number] = content(self.article, self._sentences[number].span)
        return self._stems[number]

    def weight(self, stems: Iterable[str]) -> float:
        """How telling stems are together: 1 for each that few sentences have, less for common ones."""
        if self._frequency is None:
            self._frequency = Counter(stem for number in range(len(self._sentences)) for stem in self.stems(number))
        return sum(self._weight_of(self._frequency[stem]) for stem in stems if not stem.isdigit())

    def _weight_of(self, sentences: int) -> float:
        if sentences > min(6, len(self._sentences) / 2):
            return 0.25
        if sentences <= 2:
            return 1.0
        return 0.8 if sentences == 3 else 0.5

    def _is_dateline(self, date: Date) -> bool:
        """Whether a date says when the story was filed and nothing of what happened."""
        article = self.article
        if article.block_at(date.span.start).kind in _NOT_STATEMENTS:
            return True
        tokens, block = article.tokens, article.block_at(date.span.start)
        if block.kind is BlockKind.HEADLINE:
            return False
        inside = tokens_of(article, date.span)
        before = tokens.lower[inside.start - 1] if inside.start else ""
        after = tokens.texts[inside.stop : inside.stop + 2]
        if before == ")" or (len(after) == 2 and after[0] == "(" and after[1].isupper()):
            return True  # “Sept. 28 (UPI)”
        if before in _BEFORE_A_STATEMENT or before.endswith("day"):
            return False
        opens = date.span.start - block.span.start < _DATELINE
        glued = date.span.start < _GLUED and bool(after) and after[0][0].isupper()
        return opens or glued


def tokens_of(article: Article, span: Span) -> range:
    """The tokens that a span touches: all of “Tuesday's” for “Tuesday”."""
    return range(article.tokens.at(span.start), article.tokens.at(span.end - 1) + 1)
