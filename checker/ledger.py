"""The ledger: mentions grouped into facts, the fact-checker's sheet of an article."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

from checker.annotate.dates import Date
from checker.annotate.figures import Figure, FigureKind
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.quotes.indirect import IndirectQuote
from checker.annotate.synonyms import same_thing
from checker.article import Article, Link, Mention, Span
from checker.speakers import Speaker, all_quotes, speakers

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Fact:
    """All mentions of one thing: a counted thing's value, a date, a bearer of a name, the words somebody said."""

    id: str
    """Its kind and its number by first place, such as `figure-3`."""
    mentions: tuple[Mention, ...]


def figure_facts(article: Article) -> list[Fact]:
    """Figures of one value, unit and counted thing; a figure without a noun joins the facts of its value."""
    figures = article.mentioned(Figure)
    heads: dict[Hashable, set[str]] = defaultdict(set)
    for figure in figures:
        if figure.head:
            heads[_value_key(figure)].add(same_thing(figure.head))

    def key(figure: Figure) -> Hashable:
        known = heads[_value_key(figure)]
        thing = same_thing(figure.head) if figure.head else ""
        return _value_key(figure), next(iter(known)) if not thing and len(known) == 1 else thing

    return _group("figure", figures, key)


def comparable(article: Article) -> dict[Figure, int]:
    """For each figure, how many others count the same thing in the same unit, whatever their value."""
    figures = article.mentioned(Figure)
    buckets = Counter(_bucket(figure) for figure in figures)
    return {figure: buckets[_bucket(figure)] - 1 if figure.head else 0 for figure in figures}


def date_facts(article: Article) -> list[Fact]:
    """Dates of one value; what could not be resolved stands alone."""
    return _group("date", article.mentioned(Date), lambda date: date.value or date.span)


def name_facts(article: Article) -> list[Fact]:
    """The mentions of each bearer of a name."""
    return _group("name", article.mentioned(Name), lambda name: name.cluster)


def quote_facts(article: Article, indirect: bool = False) -> list[Fact]:
    """Quotations of the same words, `indirect` ones too if asked for, in facts of their own.

    Marks held around a title or a coined term are no quotation.
    """
    quotes = [quote for quote in all_quotes(article) if indirect or isinstance(quote, Quote)]

    def key(quote: Quote | IndirectQuote) -> Hashable:
        return isinstance(quote, Quote), tuple(_WORD.findall(article[quote.content].lower()))

    return _group("quote", quotes, key)


def _bucket(figure: Figure) -> Hashable:
    """What a figure is about: only figures of one bucket can contradict each other."""
    return figure.kind is FigureKind.ORDINAL, figure.unit, same_thing(figure.head)


def _value_key(figure: Figure) -> Hashable:
    return figure.kind, figure.unit, figure.low, figure.high


def _group(kind: str, mentions: Iterable[Any], key: Any) -> list[Fact]:
    """Facts in the order of their first mention."""
    groups: dict[Hashable, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(key(mention), []).append(mention)
    return [Fact(f"{kind}-{number}", tuple(group)) for number, group in enumerate(groups.values(), 1)]


def record(article: Article) -> dict[str, Any]:
    """The ledger as schemas/facts.schema.json has it; offsets are code points of the decoded source."""
    others = comparable(article)
    quotes = quote_facts(article, indirect=True)
    numbers = {quote: fact.id for fact in quotes for quote in fact.mentions}
    return {
        "path": article.name,
        "figures": _rows(article, figure_facts(article), lambda _, figure: _figure(figure, others[figure])),
        "dates": _rows(article, date_facts(article), _date),
        "names": _rows(article, name_facts(article), _name, lambda name: name.kind is not NameKind.OTHER),
        "quotes": _rows(article, quotes, _quote),
        "speakers": [_speaker(article, speaker, numbers) for speaker in speakers(article)],
        "links": [{**_place(article, link), "url": link.url, "rel": link.rel} for link in article.mentioned(Link)],
    }


def _rows(article: Article, facts: Iterable[Fact], row: Any, listed: Any = lambda _: True) -> list[dict[str, Any]]:
    rows = [
        {**_place(article, mention), "text": article[mention.span], **row(article, mention), "fact": fact.id}
        for fact in facts
        for mention in fact.mentions
        if listed(mention)
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _place(article: Article, mention: Mention) -> dict[str, int]:
    return _at(article, mention.span)


def _at(article: Article, span: Span) -> dict[str, int]:
    there = article.locate(span)
    return {"start": there.start, "end": there.end}


def _figure(figure: Figure, others: int) -> dict[str, Any]:
    exact = figure.low == figure.high
    return {
        "value": figure.low if exact else [figure.low, figure.high],
        "unit": figure.unit,
        "kind": str(figure.kind),
        "approximate": figure.approximate,
        "counts": figure.counts,
        "compared_with": others,
        "found_by": figure.found_by,
    }


def _date(article: Article, date: Date) -> dict[str, Any]:
    return {
        "value": date.value,
        "grain": str(date.grain),
        "resolved": date.resolved,
        "found_by": date.found_by,
    }


def _name(article: Article, name: Name) -> dict[str, Any]:
    return {"kind": str(name.kind), "name": name.name, "role": name.role, "found_by": name.found_by}


def _quote(article: Article, quote: Quote | IndirectQuote) -> dict[str, Any]:
    beside = article.locate(quote.speaker_span) if quote.speaker_span else None
    return {
        "kind": _kind(quote),
        "speaker": quote.speaker,
        "speaker_start": beside.start if beside else None,
        "speaker_end": beside.end if beside else None,
        "cue": quote.cue,
        "found_by": quote.found_by,
    }


def _kind(quote: Quote | IndirectQuote) -> str:
    return str(quote.kind if isinstance(quote, Quote) else QuoteKind.INDIRECT)


def _speaker(article: Article, speaker: Speaker, numbers: dict[Mention, str]) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "kind": speaker.kind and str(speaker.kind),
        "first": {**_at(article, speaker.first), "text": article[speaker.first]},
        "forms": list(dict.fromkeys(article[name.span] for name in speaker.names)),
        "titles": [{**_place(article, name), "value": name.title} for name in speaker.titles],
        "roles": [{**_at(article, name.role_span), "value": name.role} for name in speaker.roles],
        "ages": [{**_place(article, name), "value": name.age} for name in speaker.ages],
        "quotes": [
            {**_place(article, quote), "kind": _kind(quote), "fact": numbers[quote]} for quote in speaker.quotes
        ],
    }
