"""Figures on the page by what they count, and links with their addresses."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.synonyms import same_thing
from checker.article import Link, Span
from checker.ledger import Fact, figure_facts
from checker.reporters.html.markup import escape, is_web, shortened
from checker.reporters.html.places import Places

_ADDRESS = 80  # characters of a link's address


def figures(places: Places) -> str:
    """A row for each thing that is counted more than once, with its values; then the figures that stand alone."""
    of_thing: dict[Hashable, list[Fact]] = {}
    for fact in figure_facts(places.article):
        first = fact.mentions[0]
        if isinstance(first, Figure):
            key = (first.kind is FigureKind.ORDINAL, first.unit, same_thing(first.head)) if first.head else fact.id
            of_thing.setdefault(key, []).append(fact)
    compared = [facts for facts in of_thing.values() if sum(len(fact.mentions) for fact in facts) > 1]
    alone = [fact for facts in of_thing.values() for fact in facts if facts not in compared]
    table = "".join(_counted(places, facts) for facts in compared)
    single = "".join(f"<li>{_printed(places, fact)} {places.links(_spans(fact))}</li>" for fact in alone)
    return (
        '<div class="wide" tabindex="0" role="region" aria-label="What is counted"><table class="figures"><thead><tr>'
        '<th scope="col">What is counted</th><th scope="col">Figures</th></tr></thead>'
        f"<tbody>{table}</tbody></table></div>"
        if table
        else ""
    ) + (f"<h4>Standing alone, with nothing to compare</h4><ul class='chips'>{single}</ul>" if single else "")


def _counted(places: Places, facts: Sequence[Fact]) -> str:
    things = _distinct(mention.counts for fact in facts for mention in fact.mentions if isinstance(mention, Figure))
    values = "".join(
        f"<li><b>{escape(places.article[fact.mentions[0].span])}</b> {places.links(_spans(fact))}</li>"
        for fact in facts
    )
    named = escape(", ".join(things[:3])) or '<span class="faint">not said</span>'
    return f'<tr><th scope="row">{named}</th><td><ul class="values">{values}</ul></td></tr>\n'


def _printed(places: Places, fact: Fact) -> str:
    first = fact.mentions[0]
    thing = f" {escape(first.counts)}" if isinstance(first, Figure) and first.counts else ""
    return f"<b>{escape(places.article[first.span])}</b>{thing}"


def links(places: Places) -> str:
    """Every link with its address; only those to pages of the web can be followed."""
    rows = "".join(
        f"<li>{places.link(link.span, escape(shortened(places.article[link.span], _ADDRESS)))} "
        f"{_address(link.url)}</li>"
        for link in places.article.mentioned(Link)
    )
    return f"<ul class='plain'>{rows}</ul>" if rows else ""


def _address(url: str) -> str:
    shown = escape(shortened(url, _ADDRESS))
    if not is_web(url):
        return f'<span class="faint">{shown}</span>'
    return f'<a class="out" href="{escape(url)}" rel="noopener noreferrer nofollow">{shown}</a>'


def _spans(fact: Fact) -> list[Span]:
    return [mention.span for mention in fact.mentions]


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))
