"""A quotation holds words that were put in, or lacks words that were left out.

Brackets and dots are where a quotation parts from what was said. Whoever signs the story off reads each of them against
the notes: does the name in brackets stand for the right person, and do the words on both sides of the dots belong
together?

## Flagged

> “We gave [the council] every chance … and it took none of them,” said Ada Quist.

> “They (the owners) were told in March,” said Ada Quist.

## Fine

> “We gave the council every chance,” said Ada Quist (54), “and it took none of them.”

> “We gave the council every chance, and then …” said Ada Quist.

> “[W]e gave them every chance,” said Ada Quist.

## Limits

One finding for each quotation. Dots at its beginning or its end, a changed capital and “[sic]” are left alone. Round
brackets count too, since nobody speaks them; where a document is quoted they may be its own. A note: most such edits
are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.annotate.quotes import Quote, QuoteKind
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.NOTE)

_LONGEST = 120  # characters in a bracket; more is a quotation whose mark was lost
_EDIT = re.compile(
    rf"\[(?P<square>[^\[\]]{{1,{_LONGEST}}})\]"
    rf"|(?<!\w)\((?P<round>[^()]{{1,{_LONGEST}}})\)"  # not the bracket of 401(k)
    r"|(?P<dots>…|\.{3,}|\. \. \.)"
)
_NO_WORDS = ".…,;:!?-–—'\"“”‘’()[] \u00a0"
_DOTS = re.compile(r"[.…\s]+")
_SHOWN = 3  # edits that the message names


@rule.check
def edited_quote(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """List the edits of each quotation that was spoken or written by somebody."""
    for quote in article.mentioned(Quote):
        if quote.kind not in (QuoteKind.DIRECT, QuoteKind.MIXED):
            continue
        edits = list(_edits(article, quote))
        if not edits:
            yield AGREES
            continue
        first, *others = edits
        yield rule.finding(
            first, _message([article[edit] for edit in edits]), [Related(edit, "another edit") for edit in others]
        )


def _edits(article: Article, quote: Quote) -> Iterator[Span]:
    """What was put into the quotation, and the dots for what was left out between its words."""
    content = quote.content
    spoken = len(article[content].rstrip(_NO_WORDS)) + content.start
    started = content.end - len(article[content].lstrip(_NO_WORDS))
    for match in _EDIT.finditer(article.text, content.start, content.end):
        words = match["square"] or match["round"] or ""
        if words and not _is_omission(words):
            if not _changes_nothing(article.text, match, words):
                yield Span(*match.span())
        elif started < match.start() and match.end() < spoken:
            yield Span(*match.span())


def _is_omission(words: str) -> bool:
    return _DOTS.fullmatch(words) is not None


def _changes_nothing(text: str, match: re.Match[str], words: str) -> bool:
    """Whether the bracket only changes a capital, or says that the words are as they were."""
    joined = text[match.end() : match.end() + 1].isalpha()
    return (len(words) == 1 and joined) or words.lower() == "sic"


def _message(edits: list[str]) -> str:
    put_in = [edit for edit in edits if not _is_omission(edit.strip("[]()"))]
    left_out = len(edits) - len(put_in)
    parts = []
    if put_in:
        more = f" and {len(put_in) - _SHOWN} more" if len(put_in) > _SHOWN else ""
        parts.append(f"{', '.join(f'“{edit}”' for edit in put_in[:_SHOWN])}{more} put in")
    if left_out:
        times = {1: "", 2: " twice"}.get(left_out, f" {left_out} times")
        parts.append(f"words left out{times}")
    return f"edited quotation: {', '.join(parts)}"
