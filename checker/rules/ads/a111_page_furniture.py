"""Furniture of the page was left in the copy.

A counter of comments, a cookie notice, a gallery's button, a claim to the rights: the site prints such lines around
every story; pasted into the text they show that it was copied from a page, and in a feed or an archive they ask for a
click on nothing.

## Flagged

> The ferry returns on Monday, the harbour office said, and fares will stay as they are until the end of the year.
> View 14 comments

> The ferry returns on Monday, the harbour office said. This website uses cookies to improve your visit.

> The ferry returns on Monday, the harbour office said, and fares will stay as they are until the end of the year.
> Click to enlarge image

## Fine

> The office said that its site uses cookies, and that 14 comments had been deleted.

> Comments on the plan may be sent to the harbour office until Friday, and can be read on its website.

## Limits

Knows the notices of English-language pages. What asks for a subscription is reported by A104, labels of links by A103.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, BlockKind
from checker.finding import AGREES, Outcome, Severity
from checker.rule import Rule
from checker.rules.ads._claims import claimed
from checker.rules.ads._furniture import is_furniture, may_be_noticed, notice
from checker.rules.ads._removal import removal

rule = Rule(__name__, Severity.WARNING)

SOLID = (BlockKind.HEADLINE, BlockKind.CELL, BlockKind.CODE, BlockKind.TIMELINE_ENTRY)


@rule.check
def page_furniture(article: Article, options: object) -> Iterator[Outcome]:
    """Lines that are furniture as a whole, and sentences with the words of a notice."""
    for block in article.prose():
        if block.kind in SOLID:
            continue
        if is_furniture(article, block.span) and not claimed(article, block.span):
            fix = removal(article, block.span, "line")
            yield rule.finding(block.span, f"“{article[block.span]}” belongs to the page around a story", fix=fix)
            continue
        yield AGREES
        if not may_be_noticed(article, block.span):
            continue
        for sentence in article.mentioned(Sentence, block.span):
            words = notice(article, sentence.span)
            if words and not claimed(article, sentence.span) and not article.enclosing(Quote, sentence.span.start):
                fix = removal(article, sentence.span, "notice")
                yield rule.finding(sentence.span, f"“{words}” is a notice of the page", fix=fix)
