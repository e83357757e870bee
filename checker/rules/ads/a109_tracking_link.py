"""A link carries parameters that track the reader.

They come along when an address is copied from a newsletter or a social network, tell others where the reader came
from, and break when the campaign ends.

## Flagged

> The report is at https://harbour.example/report?utm_source=mail&utm_campaign=may in full.

## Fine

> The report is at https://harbour.example/report?page=3&lang=en in full.

## Limits

Links that earn a commission are the business of the rules on affiliate links.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._links import host, is_affiliate, links, trackers

rule = Rule(__name__, Severity.WARNING)


@rule.check
def tracking_link(article: Article, options: object) -> Iterator[Outcome]:
    """The parameters of each link that earns nobody a commission."""
    for link in links(article):
        found = [] if is_affiliate(link.url) else trackers(link.url)
        if found:
            yield rule.finding(link.span, f"the link to {host(link.url)} carries {', '.join(dict.fromkeys(found))}")
        else:
            yield AGREES
