"""“He said” and “she added”, and the people of that gender in the last sentence about anybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checker.annotate.cues import firm
from checker.annotate.gazetteers import office_words, offices
from checker.annotate.names import Name, NameKind
from checker.annotate.names.gender import SUBJECTS
from checker.annotate.names.words import Words
from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence, sentence_before
from checker.article import Article, BlockKind, Span

_PERSONAL = frozenset("he she his her him hers who".split())
_JOINING = frozenset((",", "and", "the", "."))
# Behind these the first name is that of a firm: Hale, Rudd and Co analyst Paul Osei.
_OF_FIRMS = frozenset(
    "co corp inc ltd analyst analysts economist strategist trader dealer broker lawyer attorney".split()
)
_LONGEST_ROLE = 8  # tokens between two names that “and” joins
_ADVERBS = frozenset("also later then then further has had".split())


class SaidBy(NamedTuple):
    """A pronoun that says something, and the sentence before that it may take its person from."""

    pronoun: Span
    gender: str
    before: Span
    end: int
    """Where the sentence of the pronoun ends."""


def said_by(words: Words) -> Iterator[SaidBy]:
    """The pronouns that open a sentence or follow the quotation that opens it, each with a verb of speech."""
    article = words.article
    for at, lower in enumerate(words.lower):
        gender = SUBJECTS.get(lower)
        if gender is None or not _says(words, at) or article.enclosing(Quote, words.starts[at]):
            continue
        start = _start(words, at)
        before = _told_before(article, start) if start is not None else None
        if before and _is_about_nobody(words, before):
            before = _told_before(article, before.start)
        own = article.enclosing(Sentence, words.starts[at])
        if before and own:
            yield SaidBy(Span(words.starts[at], words.ends[at]), gender, before, own.span.end)


def candidates(words: Words, said: SaidBy, of: Mapping[int, str]) -> list[Name]:
    """The people of the sentence before whom the pronoun may mean, one mention each; what belongs to them is not they.

    Nobody speaks of himself by name: who is named between the two sentences or behind the pronoun is not meant.
    """
    article = words.article
    named = {name.cluster for name in article.mentioned(Name, Span(said.before.end, said.end))}
    found: dict[int, Name] = {}
    for name in article.mentioned(Name, said.before):
        belongs = words.possessive(article.tokens.at(name.span.end - 1))
        fits = name.kind is NameKind.PERSON and of.get(name.cluster) in (said.gender, "") and name.cluster not in named
        if fits and not belongs and not article.enclosing(Quote, name.span.start):
            found.setdefault(name.cluster, name)
    return list(found.values())


def are_listed(words: Words, meant: list[Name]) -> bool:
    """Whether the first two of the people are joined: the minister, Ann Price, and the mayor, Ruth Olsen."""
    tokens = words.article.tokens
    between = tokens.within(meant[0].span.end, meant[1].span.start)
    if not 0 < len(between) <= _LONGEST_ROLE or "and" not in words.lower[between.start : between.stop]:
        return False
    roles = offices() | office_words()
    return all(
        words.lower[at] not in _OF_FIRMS
        and (words.texts[at][0].isupper() or words.lower[at] in _JOINING or words.lower[at] in roles)
        for at in between
    )


def _says(words: Words, at: int) -> bool:
    """Whether a verb of speech stands beside the pronoun."""
    behind = at + 1
    while behind < words.size and words.lower[behind] in _ADVERBS:
        behind += 1
    if behind < words.size and words.lower[behind] in firm():
        return True
    return at > 0 and words.lower[at - 1] == "said"


def _start(words: Words, at: int) -> int | None:
    """Where the sentence of the pronoun begins; none where more stands before it than a quotation."""
    if at in words.openings:
        return words.starts[at]
    first = at - 1 if words.lower[at - 1] == "said" else at
    quote = words.article.enclosing(Quote, words.starts[first] - 2) if first else None
    if quote is None or quote.span.end < words.starts[first] - 2:
        return None
    opening = words.article.tokens.at(quote.content.start)
    return quote.span.start if opening in words.openings else None


def _told_before(article: Article, start: int) -> Span | None:
    """The sentence before `start`, where it stands in a paragraph of the story."""
    sentence = sentence_before(article, start)
    if sentence is None or article.block_at(sentence.span.start).kind is not BlockKind.PARAGRAPH:
        return None
    return sentence.span


def _is_about_nobody(words: Words, span: Span) -> bool:
    """Whether a sentence has neither a person nor a pronoun for one, and nobody speaks in it."""
    article = words.article
    inside = article.tokens.within(span.start, span.end)
    if any(name.kind is NameKind.PERSON for name in article.mentioned(Name, span)) or article.mentioned(Quote, span):
        return False
    return _PERSONAL.isdisjoint(words.lower[inside.start : inside.stop])
