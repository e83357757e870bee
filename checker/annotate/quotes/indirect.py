"""Indirect quotations: what somebody is reported to have said, in the reporter's words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.quotes.narration import Narration, narrate
from checker.annotate.quotes.reports import LONGEST, markers, reports
from checker.annotate.quotes.resolution import Bearers
from checker.annotate.quotes.trailing import Report
from checker.annotate.sentences import Sentence
from checker.article import Article, BlockKind, Mention, Span


@dataclass(frozen=True, slots=True)
class IndirectQuote(Mention):
    """What is said without its words: “the bridge would close” in “Mayor Lee said the bridge would close.”

    `span` is what is said; an attribution that stands inside it is in it.
    """

    speaker: str
    """Who says it, resolved to the fullest name where that is safe, else as printed."""
    speaker_span: Span
    """The mention beside it (“he”)."""
    cue: str
    """The word that attributes it: “said”, “according to”."""
    inserted: Span | None = None
    """The attribution inside it, with the space behind: “, she said, ” in “The bridge, she said, would close.”"""

    @property
    def content(self) -> Span:
        """What is said."""
        return self.span

    @property
    def parts(self) -> tuple[Span, ...]:
        """What is said without the attribution inside it."""
        if self.inserted is None:
            return (self.span,)
        return Span(self.span.start, self.inserted.start), Span(self.inserted.end, self.span.end)


_NARRATED = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TIMELINE_ENTRY,
        BlockKind.CAPTION,
    }
)
"""Blocks in which a reporter tells; the others are quoted as a whole, or no sentences."""


def find(article: Article) -> Iterator[IndirectQuote]:
    """What every sentence reports outside its quotations, in order."""
    quotes = article.mentioned(Quote)
    found = [
        (told, report)
        for told, spoken in _narrations(article, quotes)
        for report in reports(told)
        if spoken.isdisjoint(told.quote[report.first : report.stop])
    ]
    if not found:
        return
    bearers = Bearers(article, [quote.span for quote in quotes])
    last: tuple[int, str] | None = None
    following = iter([quote for quote in quotes if quote.speaker_span])
    quote = next(following, None)
    for told, report in found:
        speaker, bearer = report.found.speaker, report.found.bearer
        if speaker is None:
            continue
        span = told.span(*speaker)
        while quote and quote.speaker_span and quote.span.start < span.start:
            last = bearers.resolve(quote.speaker_span, None, last)
            quote = next(following, None)
        if report.joint:
            last = (-1, article[span])
        else:
            last = bearers.resolve(span, told.span(*bearer) if bearer else None, last)
        yield _mention(told, report, span, last[1])


def _mention(told: Narration, report: Report, speaker_span: Span, speaker: str) -> IndirectQuote:
    return IndirectQuote(
        told.span(report.first, report.stop),
        report.found.found_by,
        speaker,
        speaker_span,
        report.found.cue,
        Span(told.starts[report.inserted.first], told.starts[report.inserted.last]) if report.inserted else None,
    )


def _narrations(article: Article, quotes: list[Quote]) -> Iterator[tuple[Narration, frozenset[int]]]:
    """The sentences that may report something, with the numbers of the quotations in them that somebody speaks."""
    tokens = article.tokens
    starts = [quote.span.start for quote in quotes]
    for sentence in _with_cue(article):
        inside = tokens.within(sentence.span.start, sentence.span.end)
        if len(inside) > LONGEST + 3 or article.block_at(sentence.span.start).kind not in _NARRATED:
            continue
        first = max(0, bisect_right(starts, sentence.span.start) - 1)
        near = quotes[first : bisect_left(starts, sentence.span.end)]
        near = [quote for quote in near if quote.span.overlaps(sentence.span)]
        if all(quote.span in sentence.span for quote in near):
            spoken = frozenset(n for n, quote in enumerate(near) if quote.kind is not QuoteKind.SCARE)
            yield narrate(tokens, sentence.span, [quote.span for quote in near], set()), spoken


def _with_cue(article: Article) -> Iterator[Sentence]:
    """The sentences that have a word which may tell that something is reported."""
    cues = markers()
    tokens = article.tokens
    sentences = article.mentioned(Sentence)
    starts = [sentence.span.start for sentence in sentences]
    last = -1
    for at, word in enumerate(tokens.lower):
        if word in cues:
            number = bisect_right(starts, tokens.starts[at]) - 1
            if number > last:
                last = number
                yield sentences[number]
