"""A paid link without rel="sponsored".

Search engines take an unmarked paid link for the newsroom's own recommendation, and punish the site that sells it.

## Flagged

> The tent is <a href="https://www.amazon.com/dp/B0TENT?tag=valley-20">here</a>, and it stood up to the storm.

## Fine

> The tent is <a href="https://www.amazon.com/dp/B0TENT?tag=valley-20" rel="nofollow sponsored">here</a> in blue.

> The report is <a href="https://harbour.example/report">here</a> in full.

## Limits

Looks at links written in HTML, where a rel can be given; knows the networks and parameters of its list.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._links import host, is_affiliate, is_html, links

rule = Rule(__name__, Severity.ERROR)


@rule.check
def unmarked_paid_link(article: Article, options: object) -> Iterator[Outcome]:
    """Each affiliate link in HTML: its rel."""
    for link in links(article):
        if not is_affiliate(link.url) or not is_html(article, link):
            continue
        if "sponsored" in link.rel.lower().split():
            yield AGREES
        else:
            has = f'rel="{link.rel}"' if link.rel else "no rel"
            yield rule.finding(link.span, f'paid link to {host(link.url)} has {has}, not rel="sponsored"')
