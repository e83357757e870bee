"""A quotation mark stands without its partner.

Where the mark is missing the reader cannot tell the speaker's words from ours, and libel law can.

## Flagged

> “We were never asked, the harbour master said. He had learned of the plan from a poster.

> The board called the offer “a first step and adjourned until Monday.

> We had no warning at all,” said Ida Brandt, who runs the kiosk.

> "It is over, she said. "We are going home."

## Fine

> “We were never asked,” the harbour master said. “Nobody rang.”

> The harbour is to be dug out, and nobody in the village knew.
> “We were never asked. Nobody rang, nobody wrote.
> “When the diggers came, we read it in the paper,” the harbour master said.

> He is 6' 2" tall, plays rock 'n' roll on a 12" record and was born in the '90s.

> "He told me 'you can't stay' and I left," she said. The workers' union heard of it later.

## Limits

A quotation that runs over several paragraphs opens each of them and closes once; only the last paragraph needs its
closing mark. Single marks are not checked: too many of them are apostrophes. Where two paragraphs were run together, so
that a mark in the middle takes the quotation up again, the rule says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.annotate.quotes import marks
from checker.annotate.quotes.glyphs import Mark
from checker.annotate.quotes.marks import Marked
from checker.article import Article, Span
from checker.finding import AGREES, Outcome, Related, Severity
from checker.rule import NoOptions, Rule

rule = Rule(__name__, Severity.ERROR, NoOptions)

_NEIGHBOURS = 2  # paragraphs down to the closing mark of a quotation that is not taken up in between


@rule.check
def unbalanced_quote(article: Article, options: NoOptions) -> Iterator[Outcome]:
    """Report every double mark that no other one answers; yield an agreement for every quotation that has both."""
    waiting: tuple[int, Mark] | None = None
    for at, marked in enumerate(marks.read(article)):
        for quoted in marked.quoted:
            if quoted.closed:
                yield AGREES
        opened_before = waiting[1] if waiting and at - waiting[0] <= _NEIGHBOURS else None
        if waiting and (opened_before is None or marked.unopened or marked.quoted):
            if not (opened_before and _closes_first(marked)):
                yield _never_closed(article, waiting[1])
                opened_before = None
            waiting = None
        for number, mark in enumerate(marked.unopened):
            yield _never_opened(article, mark, opened_before if number == 0 else None)
        *earlier, last = marked.unclosed or (None,)
        for mark in earlier:
            if mark is not None:
                yield _never_closed(article, mark)
        if last is not None:
            waiting = (at, last)
    if waiting:
        yield _never_closed(article, waiting[1])


def _closes_first(marked: Marked) -> bool:
    """Whether the first mark of the block closes what was opened before it."""
    first = marked.unopened[0].start if marked.unopened else None
    return first is not None and not any(quoted.start < first for quoted in marked.quoted)


def _never_closed(article: Article, mark: Mark) -> Outcome:
    return rule.finding(_with_word_behind(article, mark), "this quotation is opened and never closed")


def _never_opened(article: Article, mark: Mark, opening: Mark | None) -> Outcome:
    if opening is None:
        return rule.finding(_with_word_before(article, mark), "this quotation is closed but was never opened")
    return rule.finding(
        _with_word_before(article, mark),
        "this mark closes a quotation that was opened in an earlier paragraph and not taken up in this one",
        [Related(_with_word_behind(article, opening), "opened here")],
    )


def _with_word_behind(article: Article, mark: Mark) -> Span:
    """The mark and the word that follows it."""
    at = article.tokens.at(mark.end)
    end = article.tokens.ends[at] if at < len(article.tokens) else mark.end
    return Span(mark.start, end if end <= article.block_at(mark.start).span.end else mark.end)


def _with_word_before(article: Article, mark: Mark) -> Span:
    """The last word before the mark, what stands between, and the mark."""
    floor = article.block_at(mark.start).span.start
    at = article.tokens.at(mark.start) - 1
    while at >= 0 and article.tokens.starts[at] >= floor:
        if article.tokens.texts[at][0].isalnum():
            return Span(article.tokens.starts[at], mark.end)
        at -= 1
    return Span(mark.start, mark.end)
