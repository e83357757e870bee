"""People on the page: who speaks, with all that the article has them say; who else is named; what nobody says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote
from checker.annotate.quotes.indirect import IndirectQuote
from checker.ledger import Fact, name_facts
from checker.reporters.html.markup import escape, shortened
from checker.reporters.html.places import Places
from checker.speakers import Speaker, all_quotes, speakers

_QUOTED = 180  # characters of a quotation; its place in the text has the whole


def people(places: Places) -> str:
    """Speakers in the order of first reference, then the other names by kind; nothing when nobody is named."""
    article = places.article
    speaking = speakers(article)
    said = {quote for speaker in speaking for quote in speaker.quotes}
    unnamed = [quote for quote in all_quotes(article) if quote not in said]
    rows = "".join(_speaker(places, speaker) for speaker in speaking)
    if unnamed:
        rows += f'<li><p class="faint">Nobody is named for</p>{_quotations(places, unnamed)}</li>'
    clusters = {name.cluster for speaker in speaking for name in speaker.names}
    facts = [fact for fact in name_facts(article) if _first(fact).cluster not in clusters]
    others = "".join(
        _named(places, title, [fact for fact in facts if _first(fact).kind is kind])
        for title, kind in (
            ("Not quoted" if rows else "", NameKind.PERSON),
            ("Organisations", NameKind.ORGANISATION),
            ("Places", NameKind.PLACE),
        )
    )
    return (f'<ul class="people">{rows}</ul>' if rows else "") + others


def _speaker(places: Places, speaker: Speaker) -> str:
    spans = [name.span for name in speaker.names] or [speaker.first]
    ages = [str(name.age) for name in speaker.ages]
    about = _about(places, speaker.name, speaker.names, [name.role for name in speaker.roles], ages)
    return f"<li><p>{about} {places.links(spans)}</p>{_quotations(places, speaker.quotes)}</li>\n"


def _about(places: Places, full: str, names: Iterable[Name], roles: Sequence[str], ages: Sequence[str]) -> str:
    """A name in bold with what it is called and how old it is said to be."""
    forms = dict.fromkeys(places.article[name.span] for name in names)
    also = ", ".join(form for form in forms if form != full)
    return (
        f"<b>{escape(full)}</b> {escape(', '.join([*roles, *ages]))}"
        f"{f' <span class=faint>also {escape(also)}</span>' if also else ''}"
    )


def _quotations(places: Places, quotes: Iterable[Quote | IndirectQuote]) -> str:
    rows = "".join(f"<li>{_cue(quote)}{_words(places, quote)} {places.links([quote.span])}</li>" for quote in quotes)
    return f"<ul>{rows}</ul>"


def _cue(quote: Quote | IndirectQuote) -> str:
    return f'<span class="faint">{escape(quote.cue)}</span> ' if quote.cue else ""


def _words(places: Places, quote: Quote | IndirectQuote) -> str:
    """What is quoted in marks, what is reported without."""
    if isinstance(quote, IndirectQuote):
        text = "".join(places.article[part] for part in quote.parts)
        return f'<span class="reported">{escape(shortened(text, _QUOTED))}</span>'
    return f"<q>{escape(shortened(places.article[quote.content], _QUOTED))}</q>"


def _named(places: Places, title: str, facts: Sequence[Fact]) -> str:
    rows = "".join(f"<li>{_other(places, fact)}</li>" for fact in facts)
    heading = f"<h4>{title}</h4>" if title else ""
    return f'{heading}<ul class="chips">{rows}</ul>' if rows else ""


def _other(places: Places, fact: Fact) -> str:
    """A name that is not quoted; of a person with office and age."""
    names = [name for name in fact.mentions if isinstance(name, Name)]
    links = places.links([name.span for name in names])
    if names[0].kind is not NameKind.PERSON:
        return f"{escape(names[0].name)} {links}"
    roles = dict.fromkeys(name.role for name in names if name.role)
    ages = dict.fromkeys(str(name.age) for name in names if name.age)
    return f"{_about(places, names[0].name, names, [*roles], [*ages])} {links}"


def _first(fact: Fact) -> Name:
    name = fact.mentions[0]
    assert isinstance(name, Name)
    return name
