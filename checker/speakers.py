"""The speakers: everybody who is quoted, with all that the article has them say and all that it calls them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.quotes.indirect import IndirectQuote
from checker.article import Article, BlockKind, Span

_DISPLAY = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.HEADING, BlockKind.CAPTION})
"""Blocks in which a name does not introduce who bears it: the running text begins anew."""
_NOBODY = frozenset(
    "he she they it i we you who which that this these those one him her them his their its others".split()
)
_MAY_DIFFER = frozenset("a an one another some two three four five many several most other few both".split())
"""What an expression begins with that may mean somebody else each time: a spokesman, another neighbour."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who is quoted."""

    name: str
    """The fullest name; of a speaker without one what is printed: “the council”."""
    kind: NameKind | None
    """What bears the name; None where there is no name."""
    first: Span
    """The first reference in the running text."""
    names: tuple[Name, ...] = ()
    """Every mention of the name."""
    quotes: tuple[Quote | IndirectQuote, ...] = ()
    """All that is quoted, word for word and indirectly, in order."""

    @property
    def titles(self) -> list[Name]:
        """For each courtesy title or rank the first name that has it."""
        return _first_of_each((name.title.lower().rstrip("."), name) for name in self.names)

    @property
    def roles(self) -> list[Name]:
        """For each office or trade the first name that has it."""
        return _first_of_each((name.role.lower(), name) for name in self.names)

    @property
    def ages(self) -> list[Name]:
        """For each age the first name that has it: more than one is a mistake or a birthday."""
        return _first_of_each((name.age, name) for name in self.names)


@dataclass(slots=True)
class _Draft:
    """A speaker while the article is read."""

    name: str
    names: list[Name] = field(default_factory=list)
    quotes: list[Quote | IndirectQuote] = field(default_factory=list)


def speakers(article: Article) -> list[Speaker]:
    """Everybody who is quoted, in the order of first reference; a pronoun that nobody is found for is nobody."""
    bearers = _bearers(article)
    found: dict[Hashable, _Draft] = {}
    for quote in all_quotes(article):
        if quote.speaker is None or quote.speaker_span is None or quote.speaker.lower() in _NOBODY:
            continue
        names = bearers.get(quote.speaker, [])
        key = names[0].cluster if names else _key(quote.speaker, quote.speaker_span)
        found.setdefault(key, _Draft(quote.speaker, names)).quotes.append(quote)
    return sorted((_speaker(article, draft) for draft in found.values()), key=lambda speaker: speaker.first)


def all_quotes(article: Article) -> list[Quote | IndirectQuote]:
    """What is quoted word for word and indirectly, in order; not what only stands in quotation marks."""
    quotes: list[Quote | IndirectQuote] = [
        quote for quote in article.mentioned(Quote) if quote.kind is not QuoteKind.SCARE
    ]
    return sorted([*quotes, *article.mentioned(IndirectQuote)], key=lambda quote: quote.span)


def _bearers(article: Article) -> dict[str, list[Name]]:
    """For each full name the mentions of who bears it, of the first where several do."""
    clusters: dict[int, list[Name]] = {}
    for name in article.mentioned(Name):
        if name.kind is not NameKind.OTHER:
            clusters.setdefault(name.cluster, []).append(name)
    bearers: dict[str, list[Name]] = {}
    for names in clusters.values():
        bearers.setdefault(names[0].name, names)
    return bearers


def _key(printed: str, place: Span) -> Hashable:
    """What makes two expressions one speaker: the same words, unless they may mean somebody else each time."""
    words = printed.lower().split()
    if words[0] in _MAY_DIFFER or words[0].isdigit():
        return place
    return " ".join(words[1:] if words[0] == "the" else words)


def _speaker(article: Article, draft: _Draft) -> Speaker:
    if not draft.names:
        first = next(_places(draft.quotes))
        return Speaker(draft.name, None, first, (), tuple(draft.quotes))
    told = (name for name in draft.names if article.block_at(name.span.start).kind not in _DISPLAY)
    return Speaker(
        draft.name,
        draft.names[0].kind,
        next(told, draft.names[0]).span,
        tuple(draft.names),
        tuple(draft.quotes),
    )


def _places(quotes: Iterable[Quote | IndirectQuote]) -> Iterator[Span]:
    return (quote.speaker_span for quote in quotes if quote.speaker_span)


def _first_of_each(keyed: Iterable[tuple[Hashable, Name]]) -> list[Name]:
    first: dict[Hashable, Name] = {}
    for key, name in keyed:
        if key:
            first.setdefault(key, name)
    return list(first.values())
