"""Topics: the words that say what a sentence is about, and how telling each of them is in its article."""

from __future__ import annotations

from collections import Counter

from checker.annotate.names import Name
from checker.annotate.stems import content
from checker.annotate.synonyms import same_topic
from checker.article import Article, Span
from checker.rules.figures._sheet import Entry, Statement, remembered, statements

_SHORTEST = 3  # letters of a word that tells something
_RARITY = ((2, 1.0), (3, 0.8), (6, 0.5))  # in so many sentences at most, a word weighs so much
_COMMON = 0.25


class Topics:
    """The telling words of an article, sentence by sentence."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._sentences = [self._stems(statement.span) for statement in statements(article)]
        self._spread = Counter(word for words in self._sentences for word in words)

    def of(self, statement: Statement) -> frozenset[str]:
        """The stems of a sentence that tell what it is about."""
        return self._sentences[statement.number]

    def between(self, first: int, last: int) -> frozenset[str]:
        """The telling stems of the tokens `first` up to `last`."""
        tokens = self.article.tokens
        return self._stems(Span(tokens.starts[first], tokens.ends[last - 1])) if first < last else frozenset()

    def around(self, statement: Statement, entry: Entry, reach: int) -> frozenset[str]:
        """The telling stems within so many tokens on both sides of a figure, inside its sentence."""
        return self.between(max(statement.first, entry.first - reach), min(statement.last, entry.last + reach))

    def names(self, statement: Statement, entry: Entry, reach: int) -> set[int]:
        """Who is named within so many tokens on both sides of a figure."""
        tokens = self.article.tokens
        first, last = max(statement.first, entry.first - reach), min(statement.last, entry.last + reach)
        near = Span(tokens.starts[first], tokens.ends[last - 1])
        return {name.cluster for name in self.article.mentioned(Name, near)}

    def weight(self, words: frozenset[str]) -> float:
        """How telling words are together: those that stand in few sentences of the article count most."""
        return sum(self._rarity(word) for word in words)

    def _rarity(self, word: str) -> float:
        spread = self._spread[word]
        return next((weight for most, weight in _RARITY if spread <= most), _COMMON)

    def _stems(self, span: Span) -> frozenset[str]:
        words = content(self.article, span)
        return frozenset(same_topic(word) for word in words if len(word) >= _SHORTEST and word[0].isalpha())


@remembered
def topics(article: Article) -> Topics:
    """The telling words of the article."""
    return Topics(article)
