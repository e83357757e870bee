"""The tokens of an article with what is asked of them again and again when names are read."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property

from checker.annotate.cues import firm
from checker.annotate.sentences import Sentence
from checker.article import Article, BlockKind

OPENERS = frozenset("“\"‘'«([:—–-•*…|>")
PARTICLES = frozenset("de la del van von der den bin ibn al el du di da dos le ter ten af".split())
"""Words in lower case that stand inside names."""
SUFFIXES = frozenset("jr sr ii iii iv jnr snr".split())
"""What may stand behind a surname, without its full stop."""
_COURTESY = frozenset({"mr", "mrs", "ms"})
_NOTHING_BEHIND = 99  # characters: further than any word that belongs to the last one
_QUOTES = frozenset("“\"‘'«([")


class Words:
    """The tokens of an article with what is asked of them again and again."""

    def __init__(self, article: Article) -> None:
        self.article = article
        tokens = article.tokens
        self.texts, self.lower = tokens.texts, tokens.lower
        self.starts, self.ends = tokens.starts, tokens.ends
        self.size = len(tokens)

    @cached_property
    def openings(self) -> set[int]:
        """The tokens that open a sentence, opening marks passed over."""
        found = set()
        for sentence in self.article.mentioned(Sentence):
            at = self.article.tokens.at(sentence.span.start)
            while at < self.size and self.texts[at] in OPENERS:
                at += 1
            found.add(at)
        return found

    def opens(self, at: int) -> bool:
        """Whether a capital at this token may be owed to its place."""
        if at in self.openings or at == 0:
            return True
        before = self.texts[at - 1]
        if before in _QUOTES:
            return self.ends[at - 1] == self.starts[at]
        return before in OPENERS and before != "-"

    def base(self, at: int) -> str:
        """The token without a possessive ending."""
        return without_possessive(self.texts[at])

    def possessive(self, at: int) -> bool:
        """Whether the token ends in ’s, or an apostrophe follows it."""
        text = self.texts[at]
        return text[-2:] in ("’s", "'s", "’S", "'S") or (
            text[-1] in "sS"
            and at + 1 < self.size
            and self.texts[at + 1] in ("’", "'")
            and self.ends[at] == self.starts[at + 1]
        )

    def joined(self, at: int) -> bool:
        """Whether nothing stands between this token and the next."""
        return at + 1 < self.size and self.ends[at] == self.starts[at + 1]

    def gap(self, at: int) -> int:
        """How many characters stand between this token and the next."""
        return self.starts[at + 1] - self.ends[at] if at + 1 < self.size else _NOTHING_BEHIND

    @cached_property
    def in_lower_case(self) -> Counter[str]:
        """How often the article has each word in lower case, headlines apart: some have no capitals at all."""
        first = 0
        for block in self.article.blocks:
            if block.kind is not BlockKind.HEADLINE:
                break
            first = self.article.tokens.within(block.span.start, block.span.end).stop
        return Counter(text for text in self.texts[first:] if text.islower())

    @cached_property
    def capitalised(self) -> Counter[str]:
        """How often each word has a capital that it does not owe to its place."""
        return Counter(self.base(at) for at, text in enumerate(self.texts) if text[0].isupper() and not self.opens(at))

    @cached_property
    def capitals(self) -> dict[str, list[int]]:
        """The tokens of each word that begins with a capital, without its ’s."""
        found: dict[str, list[int]] = defaultdict(list)
        for at, text in enumerate(self.texts):
            if text[0].isupper():
                found[self.base(at)].append(at)
        return found

    @cached_property
    def unhyphenated(self) -> frozenset[str]:
        """The capitalised words that stand somewhere without a hyphen at either side."""
        return frozenset(
            self.base(at)
            for at, text in enumerate(self.texts)
            if text[0].isupper()
            and not (self.joined(at) and self.texts[at + 1] == "-")
            and not (at and self.texts[at - 1] == "-" and self.joined(at - 1))
        )

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The words that stand by themselves beside “said” or behind “Mr”, as surnames do."""
        return frozenset(self.base(at) for at in range(1, self.size) if self._is_spoken_of(at))

    def _is_spoken_of(self, at: int) -> bool:
        text, before = self.texts[at], self.lower[at - 1]
        if not text[0].isupper():
            return False
        if before == "." and at > 1:
            before = self.lower[at - 2]
        if before in _COURTESY:
            return True
        if self.texts[at - 1][0].isupper():
            return False
        return before == "said" or (at + 1 < self.size and self.lower[at + 1] in firm())


def without_possessive(text: str) -> str:
    """A word without its ’s."""
    return text[:-2] if text[-2:] in ("’s", "'s", "’S", "'S") else text
