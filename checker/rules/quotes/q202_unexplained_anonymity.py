"""A source is granted anonymity, and the reader is not told why.

A reader can weigh what a nameless source says only by knowing what the source risks: a job, a case in court, a life.

## Flagged

> “Nobody checked the bolts,” said an engineer, speaking on condition of anonymity.

> The bolts were loose, said a painter who asked not to be named.

## Fine

> “Nobody checked the bolts,” said an engineer, speaking on condition of anonymity because the case is in court.

> An engineer, who asked not to be named for fear of losing his job, said that nobody had checked the bolts.

> An official spoke on condition of anonymity to discuss a report that is not public.

> The boy cannot be named for legal reasons. The gift was made on condition of anonymity.

## Limits

A reason is looked for in the sentence and at the head of the next one: because, to discuss, for fear of, not
authorised, citing. It is looked for once: where an article explains one such source, the others are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.quotes import Quote
from checker.annotate.sentences import Sentence
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE, NoOptions)

_NAMELESS = re.compile(
    r"\b(?:(?:speaking |spoke |spoken |talking |talked )?on (?:the )?condition of (?:\w+ )?anonymity|"
    r"(?:request|demand|insist)(?:ed|ing)(?: on)? (?:\w+ )?anonymity|(?:asked|asking) for anonymity|"
    r"who (?:asked|declined|requested|wished|wanted|preferred|refused|did not (?:want|wish)|didn['’]t want)"
    r" (?:not )?to (?:be (?:named|identified)|remain (?:anonymous|unnamed|nameless))|"
    r"(?:asking|requesting|declining|insisting) (?:not )?to (?:be (?:named|identified)|remain anonymous))\b",
    re.I,
)
_GIFT = re.compile(r"\b(?:gifts?|given|gave|giv(?:es|ing)|paid|donat\w+|bought|sold|bequ\w+)\b[^.!?\n]{0,40}$", re.I)
_REASON = re.compile(  # right behind
    r"\b(?:as (?:he|she|they|it|the|no|his|her|their|of)|given|avoid|protect|to (?:discuss|speak|talk|describe|"
    r"share|reveal|disclose|detail|be (?:candid|frank|able)|give|offer|provide|recount)|so (?:that|as)|due to|"
    r"owing to|in (?:exchange|return) for|in line with|under|lest|out of|for (?:\w+ ){0,2}(?:reasons?|safety))\b",
    re.I,
)
_PLAIN_REASON = re.compile(  # anywhere in the sentence and at the head of the next one
    r"\b(?:because|citing|fear(?:s|ed|ing)?|afraid|worried|retaliation|repris\w+|safety|sensitiv\w+|authori[sz]ed|"
    r"unauthori[sz]ed|not (?:be )?(?:allowed|permitted|cleared)|confidential\w*|privacy|legal reasons)\b",
    re.I,
)
_NEAR = 60  # characters behind in which a reason begins, or before in which a gift is told of
_FAR = 400  # characters of a sentence to either side
_OPENING = 120  # characters of the next sentence in which it would be given


@rule.check
def unexplained_anonymity(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Look for a reason beside the sources that would not be named."""
    found = [Span(*match.span()) for match in _NAMELESS.finditer(article.text)]
    told = [span for span in found if _is_told_of_a_source(article, span)]
    explained = any(_has_reason(article, span) for span in told)
    for span in told:
        yield AGREES if explained else rule.finding(span, "nothing says why the source is not named")


def _is_told_of_a_source(article: Article, span: Span) -> bool:
    """Whether we say it ourselves, and not of somebody who gives money."""
    before = article.text[max(0, span.start - _NEAR) : span.start]
    return article.enclosing(Quote, span.start) is None and not _GIFT.search(before)


def _has_reason(article: Article, span: Span) -> bool:
    """Whether the sentence or the head of the next one says why."""
    sentence = article.enclosing(Sentence, span.start)
    if sentence is None:
        return True
    own, text = sentence.span, article.text
    start = max(own.start, span.start - _FAR)
    end = min(article.block_at(own.start).span.end, own.end + _OPENING, span.end + _FAR)
    return bool(
        _REASON.search(text, span.end, min(own.end, span.end + _NEAR)) or _PLAIN_REASON.search(text, start, end)
    )
