"""The sentences of an article's running text, each with its counts, with and without what is quoted in it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.names import Name
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.sentences import Sentence
from checker.article import Article, Block, BlockKind, Role, Span
from checker.readability.counts import NOTHING, Counted, Counts
from checker.readability.words import reading, words

# “Test only the running text. Skip titles, headings, subheads, captions, date lines and signature lines” (Flesch 1979).
RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TIMELINE_ENTRY, BlockKind.BLOCKQUOTE})
_QUOTED = frozenset({QuoteKind.DIRECT, QuoteKind.MIXED})
_END_MARKS = (".", "!", "?", "…", ":", ";")
_CLOSERS = "\"”’'»)] "
# A line without an end mark is a sentence whose full stop was forgotten, unless it is a label or a table run together.
_FRAGMENT = 6  # words, below which it is a label
_RUN_ON = 60  # words, above which it is no sentence


def counted(article: Article) -> Iterator[Counted]:
    """The sentences of the running text, in order."""
    quoted = _quoted(article)
    for block in running(article):
        for sentence in article.mentioned(Sentence, block.span):
            found = _counted(article, sentence.span, block, quoted)
            if _is_sentence(article, sentence.span, found.whole.words):
                yield found


def running(article: Article) -> Iterator[Block]:
    """The blocks of running text; what stands below the story is not of it."""
    return (block for block in article.blocks if block.kind in RUNNING and block.role is not Role.TAIL)


def own_words(article: Article, sentence: Counted) -> Iterator[tuple[str, Span]]:
    """The words of a sentence that are the reporter's own, names apart, each with its place."""
    tokens = article.tokens
    inside = tokens.within(sentence.span.start, sentence.span.end)
    for first, last in words(tokens, inside.start, inside.stop):
        place = Span(tokens.starts[first], tokens.ends[last - 1])
        word = article[place]
        if not is_quoted(article, place.start) and not _is_name(article, word, place.start, first == inside.start):
            yield word, place


def is_quoted(article: Article, offset: int) -> bool:
    """Whether the character at `offset` stands in somebody's words."""
    quote = article.enclosing(Quote, offset)
    return quote is not None and quote.kind in _QUOTED


def _is_sentence(article: Article, span: Span, length: int) -> bool:
    if article[span].rstrip(_CLOSERS).endswith(_END_MARKS):
        return length > 0
    return _FRAGMENT <= length <= _RUN_ON


def _quoted(article: Article) -> bytearray:
    """For every token, whether it is part of a quotation."""
    marks = bytearray(len(article.tokens))
    for quote in article.mentioned(Quote):
        if quote.kind in _QUOTED:
            for at in article.tokens.within(quote.span.start, quote.span.end):
                marks[at] = True
    for block in article.blocks:
        if block.kind is BlockKind.BLOCKQUOTE:
            for at in article.tokens.within(block.span.start, block.span.end):
                marks[at] = True
    return marks


def _counted(article: Article, span: Span, block: Block, quoted: bytearray) -> Counted:
    tokens = article.tokens.within(span.start, span.end)
    whole = _count(article, tokens, None)
    if not any(quoted[tokens.start : tokens.stop]):
        return Counted(span, block, whole, whole)
    own = _count(article, tokens, quoted)
    return Counted(span, block, whole, own if 2 * own.words >= whole.words else NOTHING)


def _count(article: Article, tokens: range, left_out: bytearray | None) -> Counts:
    """The counts of one sentence, without the words that are `left_out`."""
    texts, starts, ends = article.tokens.texts, article.tokens.starts, article.tokens.ends
    number = syllables = letters = many = long = unfamiliar = 0
    for first, last in words(article.tokens, tokens.start, tokens.stop):
        if left_out is not None and left_out[first]:
            continue
        word = texts[first] if last == first + 1 else article.text[starts[first] : ends[last - 1]]
        read = reading(word)
        number += 1
        syllables += read.syllables
        letters += read.letters
        many += read.many
        if (read.complex or not read.familiar) and not _is_name(article, word, starts[first], first == tokens.start):
            long += read.complex
            unfamiliar += not read.familiar
    return Counts(number, 1 if number else 0, syllables, letters, many, long, unfamiliar)


def _is_name(article: Article, word: str, offset: int, opens: bool) -> bool:
    """Whether a word is a proper noun: it has a capital for another reason than that it opens the sentence."""
    return word[0].isupper() and (not opens or article.enclosing(Name, offset) is not None)
