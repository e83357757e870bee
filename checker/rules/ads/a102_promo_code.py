"""A promotional code or a shop's button was left in the copy.

A code is money for whoever placed it, and readers take it for the newsroom's recommendation.

## Flagged

> The festival opens on Friday. Use code FERRY15 at checkout for 15% off the crossing.

> The festival opens on Friday, its director said.
> Festival tents from Hillgear – Buy now

## Fine

> The thieves used the code 4711 to open the safe, and a Code Red was called.

> Buy now and pay later schemes will be regulated, the minister said.

## Limits

Words of a button count only where they end a line or a sentence that they also begin.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._codes import button, promo_code
from checker.rules.ads._removal import removal

rule = Rule(__name__, Severity.ERROR)


@rule.check
def promo_code_or_button(article: Article, options: object) -> Iterator[Outcome]:
    """Sentences with a code to be used, and buttons that end a line."""
    for sentence in article.mentioned(Sentence):
        text = article[sentence.span]
        code, pressed = promo_code(text), button(text)
        if not (code or pressed) or article.enclosing(Quote, sentence.span.start):
            yield AGREES
        elif code:
            fix = removal(article, sentence.span, "offer")
            yield rule.finding(sentence.span, f"gives the promotional code {code}", fix=fix)
        elif pressed:
            fix = removal(article, sentence.span, "button")
            yield rule.finding(sentence.span, f"“{pressed}” is the button of a shop", fix=fix)
