"""An affiliate link without a disclosure before it.

Readers must learn that a link earns a commission before they follow it; regulators ask for it near the link or above.

## Flagged

> The tent stood up to the storm: https://amzn.to/3xYzAb1 is where we bought it.

## Fine

> We may earn a commission when you buy through links. The tent is at https://amzn.to/3xYzAb1 for now.

> The report is at https://harbour.example/report?page=3 in full.

## Limits

Knows the networks and parameters of its list. A disclosure elsewhere on the page cannot be seen in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.article import Article
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import Rule
from checker.rules.ads._links import disclosure, host, is_affiliate, links

rule = Rule(__name__, Severity.ERROR)


@rule.check
def affiliate_link(article: Article, options: object) -> Iterator[Outcome]:
    """Each affiliate link against the first words of disclosure."""
    earning = [link for link in links(article) if is_affiliate(link.url)]
    told = disclosure(article) if earning else None
    for link in earning:
        if told is None:
            yield rule.finding(link.span, f"affiliate link to {host(link.url)}, and nothing tells the reader so")
        elif link.span.start < told.start:
            message = f"affiliate link to {host(link.url)}, and the disclosure stands below it"
            yield rule.finding(link.span, message, [Related(told, "the disclosure")])
        else:
            yield AGREES
