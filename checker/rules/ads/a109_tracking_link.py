"""A link carries parameters that track the reader.

They come along when an address is copied from a newsletter or a social network, tell others where the reader came
from, and break when the campaign ends.

## Flagged

> The report is at https://harbour.example/report?utm_source=mail&utm_campaign=may in full.

## Fine

> The report is at https://harbour.example/report?page=3&lang=en in full.

## Limits

Links that earn a commission are the business of the rules on affiliate links. Only an address that stands in the text
can be fixed, not one that stands in a tag.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article, Link, Span
from checker.finding import AGREES, Edit, Fix, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._links import host, is_affiliate, links, tracked, trackers

rule = Rule(__name__, Severity.WARNING)


@rule.check
def tracking_link(article: Article, options: object) -> Iterator[Outcome]:
    """The parameters of each link that earns nobody a commission."""
    for link in links(article):
        found = [] if is_affiliate(link.url) else trackers(link.url)
        if found:
            message = f"the link to {host(link.url)} carries {', '.join(dict.fromkeys(found))}"
            yield rule.finding(link.span, message, fix=_fix(article, link))
        else:
            yield AGREES


def _fix(article: Article, link: Link) -> Fix | None:
    """Delete the parameters from an address that stands in the text as it is."""
    if article[link.span] != link.url or link.found_by == "markup":
        return None
    start = link.span.start
    edits = tuple(Edit(Span(start + first, start + end), "") for first, end in tracked(link.url))
    return Fix("delete the parameters that track", edits) if edits else None
