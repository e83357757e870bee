"""A quotation has no speaker in reach.

Words in quotation marks are somebody's. When nobody is named in the sentence, in the one before or behind, or in the
quotation that they go on from, the reader must guess, and the reporter may have lost the source.

## Flagged

> Ferry traffic grew by a fifth
> Passenger numbers rose in every month of the year, and the terminal is to get a second pier.
> “We cannot run more boats than there are captains.”

> The mill closed in 1998, and its chimney came down a year later. “Nobody here thought it would end like that.”

## Fine

> The mill closed in 1998. “Nobody here thought it would end like that,” said Ada Quist, who worked on the looms.

> Ada Quist worked on the looms for thirty years. “Nobody here thought it would end like that.”

> The mill closed, the company announced in a letter to its workers. “We regret that no buyer came forward.”

> The “second pier” is not a pier at all, and “The Long Night” is not a long film.

## Limits

Only whole sentences in a paragraph of the story are looked at, and of several in a row only the first. The person whom
the sentence before is about counts as a speaker in reach, and so does a letter or a report that it speaks of. Pull
quotes, block quotations, captions and interviews in questions and answers are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from checker.annotate.cues import documents
from checker.annotate.names import Name, NameKind
from checker.annotate.quotes import Quote, QuoteKind
from checker.annotate.sentences import sentence_before
from checker.article import Article, Block, BlockKind
from checker.finding import AGREES, Confidence, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.WARNING, NoOptions, confidence=Confidence.MEDIUM)

_SENTENCE_ENDED = re.compile(r"[.!?…:][\"”’')\]]*\s*$")
_LOOK_BEHIND = 8  # characters
_LABEL = re.compile(r"(?:[A-Z][\w.'’-]*\s?){1,4}:\s")
_PERSONS = frozenset("he He she She".split())
_INTERVIEW = 3  # paragraphs that open with a label
_SHOWN = 8  # words of the quotation in the message
_WORD = re.compile(r"[^\W\d_]+")


@rule.check
def unattributed_quote(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Report whole sentences in quotation marks for which nothing says who speaks."""
    if _is_interview(article):
        return
    told = Counter(_words(article, quote) for quote in article.mentioned(Quote))
    people = _PERSONS.union(name.name for name in article.mentioned(Name) if name.kind is NameKind.PERSON)
    flagged: Block | None = None
    for quote in article.mentioned(Quote):
        block = article.block_at(quote.span.start)
        if quote.kind is not QuoteKind.DIRECT or not quote.closed or block.kind is not BlockKind.PARAGRAPH:
            continue
        if not quote.guessed or quote.speaker in people or not _opens_sentence(article, quote, block):
            yield AGREES
        elif told[_words(article, quote)] > 1 or _has_document(article, quote):
            continue
        else:
            if flagged is None or article.text[flagged.span.end : block.span.start].strip():
                yield rule.finding(quote.span, f"nothing says who speaks here: “{_opening(article, quote)}”")
            flagged = block


def _is_interview(article: Article) -> bool:
    """Whether speakers are given as labels: “Q:”, “SMITH:”."""
    paragraphs = (block.span for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    labelled = sum(_LABEL.match(article.text, span.start, span.end) is not None for span in paragraphs)
    return labelled >= _INTERVIEW


def _opens_sentence(article: Article, quote: Quote, block: Block) -> bool:
    at = quote.span.start
    return at == block.span.start or _SENTENCE_ENDED.search(article.text, at - _LOOK_BEHIND, at) is not None


def _words(article: Article, quote: Quote) -> str:
    """The quotation without its last mark, so that a pull quote equals what it was pulled from."""
    return article[quote.content].rstrip(",.")


def _has_document(article: Article, quote: Quote) -> bool:
    """Whether the sentence before speaks of something written that may be quoted."""
    before = sentence_before(article, quote.span.start)
    return before is not None and not documents().isdisjoint(_WORD.findall(article[before.span].lower()))


def _opening(article: Article, quote: Quote) -> str:
    words = article[quote.content].split()
    return " ".join(words[:_SHOWN]).rstrip(",.") + (" …" if len(words) > _SHOWN else "")
