"""Who is quoted in an article, and which words fell somewhere else: in a statement, at a rally, last year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.sentences import Sentence
from checker.article import Article, Span

# Where people speak without talking to the one who writes; told around the words, outside of all quotations.
_PLACE = re.compile(
    r"\b(?:statements?|tweet\w*|twitter|facebook|instagram|post(?:ed|s)?|blog|wrote|written|writing|letters?|memos?|"
    r"e-?mails?|interview\w*|rally|speech|address\w*|conference|briefing|hearing|court|testi\w+|debate|podcast|"
    r"radio|tv|television|cnn|fox|nbc|abc|cbs|msnbc|bbc|book|memoir|filing|website|site|video|told|telling|lawsuit|"
    r"complaint|affidavit|recording|message|press release|crowd|audience)\b",
    re.I,
)
# When they spoke to somebody; told in the sentence of the words.
_TIME = re.compile(r"\b(?:earlier|previously|last|ago|once|in (?:19|20)\d\d|recalled|recently|at the time|has)\b", re.I)
_AROUND = 1  # sentences before and behind in which that place would be told
_OF_SILENCE = re.compile(r"\b(?:comment|discuss|talk|speak|statement|say)\b", re.I)
_BESIDE = 120  # characters
_SPOKES = re.compile(r"(?:['’]s?)?(?: \w+)? spokes\w+ ")
_SPOKES_FOR = re.compile(r"(?:,| \w+,)? (?:(?:a|the|its|chief|senior) )?spokes\w+ (?:for|of|at) (?:the )?")


class OwnWords:
    """The quotations of an article by who speaks, where that is told for sure."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sentences = article.mentioned(Sentence)
        self._by_speaker: dict[str, list[Quote]] = defaultdict(list)
        self._by_spokesman: dict[int, list[Quote]] = defaultdict(list)
        self._known: dict[object, list[Quote] | None] = {}
        for quote in article.mentioned(Quote):
            if not quote.firm or quote.guessed or quote.kind not in (QuoteKind.DIRECT, QuoteKind.MIXED):
                continue
            if quote.speaker and quote.speaker_span:
                self._by_speaker[quote.speaker.lower()].append(quote)
                for cluster in self._spoken_for(quote.speaker_span):
                    self._by_spokesman[cluster].append(quote)

    def words_of(self, bearer: Name | str) -> list[Quote] | None:
        """What is quoted from a named bearer or “the airline”, of an organisation also what its spokesmen say.

        None when any of it fell somewhere else; what speaks of silence is left out.
        """
        key = bearer if isinstance(bearer, str) else (bearer.cluster, bearer.kind)
        if key not in self._known:
            spoken = self._all_words_of(bearer)
            loud = [quote for quote in spoken if not _OF_SILENCE.search(self._article[quote.content])]
            self._known[key] = None if any(map(self._elsewhere, spoken)) else loud
        return self._known[key]

    def _all_words_of(self, bearer: Name | str) -> list[Quote]:
        if isinstance(bearer, str):
            return self._by_speaker.get(bearer, [])
        own = self._by_speaker.get(bearer.name.lower(), [])
        if bearer.kind is NameKind.PERSON:
            return own
        return sorted({*own, *self._by_spokesman.get(bearer.cluster, [])}, key=lambda quote: quote.span)

    def _elsewhere(self, quote: Quote) -> bool:
        """Whether the sentences around the words tell of some other place or time at which they fell."""
        at = self._sentence(quote.span.start)
        around = self._sentences[max(0, at - _AROUND) : at + _AROUND + 1]
        near = Span(around[0].span.start, around[-1].span.end)
        return self._tells(_PLACE, near) or self._tells(_TIME, self._sentences[at].span)

    def _sentence(self, offset: int) -> int:
        return max(0, bisect_right(self._sentences, offset, key=lambda sentence: sentence.span.start) - 1)

    def _tells(self, words: re.Pattern[str], within: Span) -> bool:
        found = words.finditer(self._article.text, within.start, within.end)
        return any(self._article.enclosing(Quote, match.start()) is None for match in found)

    def _spoken_for(self, speaker: Span) -> list[int]:
        """The names that stand beside a spokesman: Acme spokeswoman Ida Brandt, a spokesman for Acme."""
        text, sentence = self._article.text, self._sentences[self._sentence(speaker.start)].span
        near = Span(max(sentence.start, speaker.start - _BESIDE), min(sentence.end, speaker.end + _BESIDE))
        return [
            name.cluster
            for name in self._article.mentioned(Name, near)
            if (name.span in speaker and "spokes" in self._article[speaker])
            or _SPOKES.fullmatch(text, name.span.end, speaker.start)
            or _SPOKES_FOR.fullmatch(text, speaker.end, name.span.start)
        ]
