"""The ledger on the page: people with what they said, figures by what they count, other names, links."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from checker.annotate.figures import Figure, FigureKind
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.synonyms import same_thing
from checker.article import Link, Mention, Span
from checker.ledger import Fact, figure_facts, name_facts, quote_facts
from checker.reporters.html.markup import escape, is_web, shortened
from checker.reporters.html.places import Places

_QUOTED = 180  # characters of a quotation; its place in the text has the whole
_ADDRESS = 80  # characters of a link's address


def people(places: Places) -> str:
    """Every person with offices and quotations, then the other speakers, then what nobody is named for."""
    facts = name_facts(places.article)
    said = _by_speaker(places)
    rows = [_person(places, fact, said) for fact in facts if _kind(fact) is NameKind.PERSON]
    rows += [_speaker(places, name, quotes) for name, quotes in said.items() if name]
    if unnamed := said.get(""):
        rows.append(_speaker(places, "Nobody named", unnamed, "faint"))
    others = "".join(
        _names(places, title, [fact for fact in facts if _kind(fact) is kind])
        for title, kind in (("Organisations", NameKind.ORGANISATION), ("Places", NameKind.PLACE))
    )
    return (f'<ul class="people">{"".join(rows)}</ul>' if rows else "") + others


def _by_speaker(places: Places) -> dict[str, list[Fact]]:
    said: dict[str, list[Fact]] = {}
    for fact in quote_facts(places.article):
        first = fact.mentions[0]
        said.setdefault((first.speaker if isinstance(first, Quote) else None) or "", []).append(fact)
    return said


def _person(places: Places, fact: Fact, said: dict[str, list[Fact]]) -> str:
    names = [mention for mention in fact.mentions if isinstance(mention, Name)]
    full = names[0].name
    roles = _distinct(name.role for name in names)
    ages = _distinct(str(name.age) for name in names if name.age)
    forms = [form for form in _distinct(places.article[name.span] for name in names) if form != full]
    about = ", ".join([*roles, *ages])
    also = f' <span class="faint">also {escape(", ".join(forms))}</span>' if forms else ""
    return (
        f"<li><p><b>{escape(full)}</b>{f' {escape(about)}' if about else ''}{also} {places.links(_spans(fact))}</p>"
        f"{_quotations(places, said.pop(full, []))}</li>\n"
    )


def _speaker(places: Places, name: str, quotes: Sequence[Fact], kind: str = "") -> str:
    named = f"<b{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>{escape(name)}</b>"
    return f"<li><p>{named}</p>{_quotations(places, quotes)}</li>\n"


def _quotations(places: Places, facts: Sequence[Fact]) -> str:
    rows = "".join(
        f"<li>{_cue(fact)}<q>{escape(shortened(places.article[_words(fact.mentions[0])], _QUOTED))}</q> "
        f"{places.links(_spans(fact))}</li>"
        for fact in facts
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _cue(fact: Fact) -> str:
    first = fact.mentions[0]
    cue = first.cue if isinstance(first, Quote) else ""
    return f'<span class="faint">{escape(cue)}</span> ' if cue else ""


def _words(mention: Mention) -> Span:
    return mention.content if isinstance(mention, Quote) else mention.span


def _names(places: Places, title: str, facts: Sequence[Fact]) -> str:
    rows = "".join(
        f"<li>{escape(first.name)} {places.links(_spans(fact))}</li>"
        for fact in facts
        if isinstance(first := fact.mentions[0], Name)
    )
    return f"<h4>{title}</h4><ul class='chips'>{rows}</ul>" if rows else ""


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
        '<div class="wide" tabindex="0" role="region" aria-label="Figures"><table class="figures"><thead><tr>'
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


def _kind(fact: Fact) -> NameKind:
    first = fact.mentions[0]
    return first.kind if isinstance(first, Name) else NameKind.OTHER


def _spans(fact: Fact) -> list[Span]:
    return [mention.span for mention in fact.mentions]


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))
